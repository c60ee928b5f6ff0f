import { randomBytes, randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import { secretHash } from "./http/credentials.ts";
import type { KeyStore } from "./ports/key-store.ts";

/** A key without an end date would never be changed. */
const KEY_MS = 365 * 86_400_000;
/** The code is read from a terminal and typed into a browser. */
const CODE_MS = 30 * 60_000;
/** Without letters and digits that are mistaken for each other (0 O, 1 I L, U V). */
const CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 12;

/**
 * An API key and a one-time code for the console: shown once, stored as hashes. Made when there is no key yet, or when
 * `wanted` says so (a lost key cannot be shown again).
 */
export const issueFirstKey = async (
  keys: KeyStore,
  tenant: TenantId,
  now: Instant,
  wanted: boolean,
): Promise<{ readonly key: string; readonly code: string } | null> => {
  if (!wanted && (await keys.count(tenant, "key")) > 0) return null;
  const key = `da_${randomBytes(32).toString("base64url")}`;
  const code = randomCode();
  const add = (secret: string, use: "key" | "code", name: string, livesMs: number): Promise<void> =>
    keys.add({
      id: randomUUID(),
      tenant,
      name,
      use,
      hash: secretHash(secret),
      createdAt: now,
      expiresAt: (now + livesMs) as Instant,
    });
  await add(code, "code", "first sign-in", CODE_MS);
  await add(key, "key", "first key", KEY_MS);
  return { key, code };
};

/** Letters are drawn without bias: a byte that would favour some is thrown away. */
const randomCode = (): string => {
  let code = "";
  while (code.length < CODE_LENGTH)
    for (const byte of randomBytes(32))
      if (byte < CODE_LETTERS.length * 8 && code.length < CODE_LENGTH) code += CODE_LETTERS[byte % CODE_LETTERS.length];
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
};
