import { createHash, randomBytes } from "node:crypto";
import type { Instant, TenantId } from "@dianan/model";
import type { KeyStore, StoredKey } from "../ports/key-store.ts";

/** Name of the console's cookie. */
export const SESSION_COOKIE = "dianan_session";
/** How long a sign-in lasts. */
export const SESSION_MS = 12 * 3_600_000;

/**
 * What is stored of a secret: the SHA-256 of its UTF-8 text. Secrets are random and long, so no slow hash is needed, and
 * looking a hash up takes a time that says nothing about the secret (SEC-API-04).
 */
export const secretHash = (secret: string): Uint8Array => createHash("sha256").update(secret, "utf8").digest();

/** The value of a cookie, or null. */
export const cookieOf = (request: Request, name: string): string | null => {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
};

/** Who asks. `byCookie`: a browser sent it by itself, so a change needs proof of its origin. */
export type Caller = { readonly key: StoredKey; readonly byCookie: boolean };

const bearerShape = /^Bearer +(da_[A-Za-z0-9_-]{8,125})$/i;

/** The stored key behind a request, or null. A bad Authorization header is not helped by a good cookie. */
export const findCaller = async (keys: KeyStore, request: Request, now: Instant): Promise<Caller | null> => {
  const header = request.headers.get("authorization");
  const secret = header === null ? cookieOf(request, SESSION_COOKIE) : (bearerShape.exec(header.trim())?.[1] ?? null);
  if (secret === null || secret === "" || secret.length > 256) return null;
  const key = await keys.find(secretHash(secret));
  if (key === null || key.expiresAt <= now || key.use !== (header === null ? "session" : "key")) return null;
  return { key, byCookie: header === null };
};

/**
 * Whether a change by cookie comes from our own pages. Browsers say so in Sec-Fetch-Site, older ones in Origin; a header
 * that no form and no foreign script without leave can send stands for both.
 */
export const isSameOrigin = (request: Request): boolean => {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  if (origin !== null) return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
  return request.headers.has("x-dianan-request");
};

/** Trades a stored key or one-time code for a session. Returns its secret, or null when the credential is not good. */
export const openSession = async (
  keys: KeyStore,
  credential: { readonly use: "key" | "code"; readonly secret: string },
  tenant: TenantId,
  now: Instant,
): Promise<string | null> => {
  const found = await keys.find(secretHash(credential.secret));
  if (found === null || found.use !== credential.use || found.expiresAt <= now) return null;
  // Of two who come with the same code at once, one removes it.
  if (found.use === "code" && !(await keys.remove(found.id))) return null;
  const secret = `ds_${randomBytes(32).toString("base64url")}`;
  await keys.sweep(now);
  await keys.add({
    id: randomBytes(16).toString("hex"),
    tenant,
    name: found.name,
    use: "session",
    hash: secretHash(secret),
    createdAt: now,
    expiresAt: (now + SESSION_MS) as Instant,
  });
  return secret;
};

/** `Set-Cookie` of a session; an empty secret removes it. */
export const sessionCookie = (secret: string, isSecure: boolean): string =>
  `${SESSION_COOKIE}=${secret}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${secret === "" ? 0 : SESSION_MS / 1000}${isSecure ? "; Secure" : ""}`;
