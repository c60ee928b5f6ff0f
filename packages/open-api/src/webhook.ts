import { fromBase64, toBase64, utf8 } from "./base64.ts";
import { headerOf, type IncomingHeaders } from "./incoming-headers.ts";
import type { Result } from "./result.ts";

/** How far a webhook's timestamp may be from now, either way, the limit included (Standard Webhooks; SEC-OUT-04). Milliseconds. */
export const WEBHOOK_TOLERANCE_MS = 300_000;

const SECRET_PREFIX = "whsec_";
const SCHEME = "v1";
/** More signatures than this are not looked at: rotation needs two, and each one costs time. */
const SIGNATURES_MAX = 16;

/** Headers of a signed request, in lower case. */
export type WebhookHeaders = {
  readonly "webhook-id": string;
  readonly "webhook-timestamp": string;
  readonly "webhook-signature": string;
};

/** What is signed. */
export type WebhookMessage = {
  /** Stays the same over every retry: the receiver's key against doing things twice. 1 to 256 visible ASCII characters, no dot. */
  readonly id: string;
  /** Time of this attempt, milliseconds since 1970 UTC; sent as whole seconds. */ readonly timestamp: number;
  /** The very bytes that are sent; a string stands for its UTF-8. */ readonly body: string | Uint8Array;
};

/** Why a webhook was refused. Codes are public. */
export type WebhookRefusal = {
  readonly code: "missing-header" | "bad-header" | "too-old" | "too-new" | "no-signature" | "wrong-signature";
  /** The header that is at fault. */ readonly header: keyof WebhookHeaders;
};

const idShape = /^[\x21-\x2d\x2f-\x7e]{1,256}$/;
const timestampShape = /^[1-9][0-9]{0,11}$/;

/** WebCrypto's CryptoKey, by a name that needs neither DOM nor Node types. */
type HmacKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const keyOf = (secret: string): Promise<HmacKey> => {
  const bytes = fromBase64(secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret);
  // The message must not hold the secret: it may end in a log.
  if (bytes === null || bytes.length < 24 || bytes.length > 64)
    throw new TypeError("secret: expected whsec_ and the base64 of 24 to 64 bytes");
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
};

const signedBytes = (id: string, seconds: string, body: string | Uint8Array): Uint8Array<ArrayBuffer> => {
  const head = utf8(`${id}.${seconds}.`);
  const content = utf8(body);
  const bytes = new Uint8Array(head.length + content.length);
  bytes.set(head);
  bytes.set(content, head.length);
  return bytes;
};

/**
 * Signs a request as Standard Webhooks 1.0.0 says: HMAC-SHA256 over `id.timestamp.body`, signature scheme `v1`.
 *
 * @param secret - `whsec_` and the base64 of 24 to 64 bytes; during rotation several, each of which signs
 * @throws RangeError for an id or timestamp that cannot be sent, TypeError for a secret of another shape
 */
export const signWebhook = async (
  message: WebhookMessage & { readonly secret: string | readonly string[] },
): Promise<WebhookHeaders> => {
  const { id, timestamp, body } = message;
  if (!idShape.test(id))
    throw new RangeError(`id: ${JSON.stringify(id)} is not 1 to 256 visible ASCII characters without a dot`);
  const seconds = String(Math.floor(timestamp / 1000));
  if (!timestampShape.test(seconds)) throw new RangeError(`timestamp: ${timestamp} is not milliseconds since 1970`);
  const secrets = [message.secret].flat();
  if (secrets.length === 0) throw new TypeError("secret: at least one is needed");
  const bytes = signedBytes(id, seconds, body);
  const signatures = await Promise.all(
    secrets.map(async (secret) => {
      const mac = await crypto.subtle.sign("HMAC", await keyOf(secret), bytes);
      return `${SCHEME},${toBase64(new Uint8Array(mac))}`;
    }),
  );
  return { "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": signatures.join(" ") };
};

const refused = (code: WebhookRefusal["code"], header: keyof WebhookHeaders): Result<never, WebhookRefusal> => ({
  ok: false,
  error: { code, header },
});

/**
 * Checks that a request was signed with one of our secrets, within 5 minutes of now. The comparison takes the same time
 * wherever a signature differs. What a sender did twice has the same `id`: remember ids for the tolerance to refuse replays.
 *
 * @param body - the bytes exactly as they arrived, before any parsing
 * @param secrets - one, or several during rotation; any may have signed
 * @param now - milliseconds since 1970 UTC
 * @returns the id and time of the message; a refusal for anything that a sender can get wrong
 * @throws TypeError when no secret is given or one has another shape, RangeError when `now` is no time: the receiver's own mistakes
 */
export const verifyWebhook = async (request: {
  readonly headers: IncomingHeaders;
  readonly body: string | Uint8Array;
  readonly secrets: readonly string[];
  readonly now: number;
}): Promise<Result<{ readonly id: string; readonly timestamp: number }, WebhookRefusal>> => {
  const { headers, body, secrets, now } = request;
  if (secrets.length === 0) throw new TypeError("secrets: at least one is needed");
  // NaN is neither too old nor too new.
  if (!Number.isFinite(now)) throw new RangeError(`now: ${now} is not milliseconds since 1970`);
  const keys = await Promise.all(secrets.map(async (secret) => keyOf(secret)));

  const id = headerOf(headers, "webhook-id");
  if (id === null) return refused("missing-header", "webhook-id");
  const seconds = headerOf(headers, "webhook-timestamp");
  if (seconds === null) return refused("missing-header", "webhook-timestamp");
  const list = headerOf(headers, "webhook-signature");
  if (list === null) return refused("missing-header", "webhook-signature");
  if (!idShape.test(id)) return refused("bad-header", "webhook-id");
  if (!timestampShape.test(seconds)) return refused("bad-header", "webhook-timestamp");
  const timestamp = Number(seconds) * 1000;
  if (timestamp < now - WEBHOOK_TOLERANCE_MS) return refused("too-old", "webhook-timestamp");
  if (timestamp > now + WEBHOOK_TOLERANCE_MS) return refused("too-new", "webhook-timestamp");

  // Other schemes, such as v1a, may stand beside ours and are not an error.
  const signatures = list
    .split(" ")
    .slice(0, SIGNATURES_MAX)
    .filter((one) => one.startsWith(`${SCHEME},`));
  if (signatures.length === 0) return refused("no-signature", "webhook-signature");
  const bytes = signedBytes(id, seconds, body);
  const checks = signatures.flatMap((one) => {
    const mac = fromBase64(one.slice(SCHEME.length + 1));
    // WebCrypto compares in constant time. Every pair is checked: the time does not tell which secret fits.
    return mac === null ? [] : keys.map((key) => crypto.subtle.verify("HMAC", key, mac, bytes));
  });
  const fits = (await Promise.all(checks)).includes(true);
  return fits ? { ok: true, value: { id, timestamp } } : refused("wrong-signature", "webhook-signature");
};
