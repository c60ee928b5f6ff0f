import { randomUUID } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { SignInStep } from "../ports/access-engine.ts";
import type { AccessStore } from "../ports/access-store.ts";
import type { Account } from "../ports/account.ts";
import type { JsonObject } from "../ports/records.ts";
import type { Write } from "../ports/write.ts";
import { newSecret, secretHash } from "./secrets.ts";

/** What a challenge was given for: `factor`: the password was right; `enrol`: a factor is to be set up; `passkey`: at sign-in. */
export type ChallengePurpose = "factor" | "enrol" | "passkey" | "password";

/** A step of a sign-in that is half done (SEC-USR-04): lives five minutes and works once. */
export type Challenge = {
  readonly id: string;
  readonly tenant: TenantId;
  readonly purpose: ChallengePurpose;
  /** Empty at a passkey sign-in: the passkey says whose it is. */ readonly account: string;
  /** Sealed secret of a factor that is being set up, or the challenge that a passkey must sign. */
  readonly data: string;
};

const LIVES_MS = 5 * 60_000;

/** A new challenge: its secret for the browser and the write that keeps it. */
export const newChallenge = (
  { purpose, account, data }: Pick<Challenge, "purpose" | "account" | "data">,
  now: Instant,
): { readonly secret: string; readonly write: Write; readonly expiresAt: Instant } => {
  const secret = newSecret("dl_");
  const id = randomUUID();
  const body = { purpose, account, data } as unknown as JsonObject;
  const expiresAt = (now + LIVES_MS) as Instant;
  return {
    secret,
    expiresAt,
    write: {
      kind: "item",
      item: { kind: "challenge", id, body, lookup: secretHash(secret), expiresAt },
      ifVersion: 0,
    },
  };
};

/** The next step of a sign-in that is half done, and the write that keeps it. */
export const nextStep = (
  kind: "factor" | "enrol" | "password",
  account: Account,
  hasPasskey: boolean,
  now: Instant,
): { readonly step: Extract<SignInStep, { readonly kind: typeof kind }>; readonly write: Write } => {
  const { secret, write, expiresAt } = newChallenge({ purpose: kind, account: account.id, data: "" }, now);
  const methods = [
    ...(account.totp === null ? [] : (["totp"] as const)),
    ...(hasPasskey ? (["passkey"] as const) : []),
    ...(account.recovery.length === 0 ? [] : (["recoveryCode"] as const)),
  ];
  return { step: { kind, challenge: secret, methods, expiresAt }, write };
};

/** The challenge of a secret, when it is alive and for one of these purposes. */
export const findChallenge = async (
  access: AccessStore,
  secret: string,
  purposes: readonly ChallengePurpose[],
  now: Instant,
): Promise<Challenge | null> => {
  const item = await access.find("challenge", secretHash(secret));
  if (item === null || item.expiresAt === null || item.expiresAt <= now) return null;
  const body = item.body as unknown as Omit<Challenge, "id" | "tenant">;
  return purposes.includes(body.purpose) ? { ...body, id: item.id, tenant: item.tenant } : null;
};

/** Uses a challenge up: of two who come at once, one has it. */
export const useChallenge = ({ id }: Challenge): Write => ({ kind: "dropItem", item: "challenge", id, must: true });
