import { createHmac, timingSafeEqual } from "node:crypto";
import { verifyWebhook } from "@dianan/open-api";
import type { IncomingPush, ReceiverSecrets, ReceiverSettings, ReceiverSwitches } from "../ports/receivers.ts";
import { headersOf } from "./mapping-of.ts";
import { memberAt, type PlatformMessage, textOf } from "./platform-message.ts";
import { isSame, type Verified } from "./verify.ts";

/** Characters of a header that a mapping reads, and of what tells a resend. */
const TEXT_MAX = 512;

const isHmac = (
  { hmacAlgorithm = "sha256", hmacEncoding = "hex", hmacPrefix = "" }: ReceiverSwitches,
  key: string,
  text: string,
  given: string,
): boolean => {
  if (!given.startsWith(hmacPrefix)) return false;
  const code = given.slice(hmacPrefix.length);
  // Node reads as much as it can of a text: only what is wholly of its alphabet is one.
  if (!(hmacEncoding === "hex" ? /^[0-9A-Fa-f]+$/ : /^[A-Za-z0-9+/]+={0,2}$/).test(code)) return false;
  const right = createHmac(hmacAlgorithm, key).update(text, "utf8").digest();
  const bytes = Buffer.from(code, hmacEncoding);
  return bytes.length === right.length && timingSafeEqual(bytes, right);
};

/** All that was agreed must be there, and right. */
const authenticity = async (
  switches: ReceiverSwitches,
  secrets: ReceiverSecrets,
  { header, text, now }: IncomingPush,
): Promise<"credential" | "signature" | null> => {
  if (switches.header !== undefined && !isSame(header(switches.header) ?? "", secrets.headerValue ?? ""))
    return "credential";
  if (secrets.bearerToken !== undefined) {
    const [, token = ""] = /^bearer +(\S+)$/i.exec(header("authorization") ?? "") ?? [];
    if (!isSame(token, secrets.bearerToken)) return "credential";
  }
  if (secrets.hmacKey !== undefined && switches.hmacHeader !== undefined)
    if (!isHmac(switches, secrets.hmacKey, text, header(switches.hmacHeader) ?? "")) return "signature";
  if (secrets.webhookSecret === undefined) return null;
  const names = ["webhook-id", "webhook-timestamp", "webhook-signature"];
  const headers = Object.fromEntries(names.map((name) => [name, header(name) ?? undefined]));
  const signed = await verifyWebhook({ headers, body: Buffer.from(text), secrets: [secrets.webhookSecret], now });
  return signed.ok ? null : "signature";
};

const keysOf = (
  { idHeader, idMember }: ReceiverSwitches,
  { webhookSecret }: ReceiverSecrets,
  { header, body }: IncomingPush,
): PlatformMessage["keys"] => {
  const found: readonly (readonly [string, string | null | undefined])[] = [
    // Signed, so that nobody else can use up an id.
    ["webhook", webhookSecret === undefined ? null : header("webhook-id")],
    ["header", idHeader === undefined ? null : header(idHeader)],
    ["member", idMember === undefined ? null : textOf(memberAt(body, idMember))],
  ];
  const keys = found.flatMap(([way, id]) => (id ? [`${way} ${id.slice(0, TEXT_MAX)}`] : []));
  // Without an id the same words again are a second report: a value that stays is said again and again.
  return keys.length === 0 ? null : keys;
};

/** A push of any platform that a mapping reads: whether it is of whom was agreed. What it says is worked out later. */
export const mappedPush = async (
  { switches, payload }: Pick<ReceiverSettings, "switches" | "payload">,
  secrets: ReceiverSecrets,
  push: IncomingPush,
): Promise<Verified> => {
  const refusal = await authenticity(switches, secrets, push);
  if (refusal !== null) return refusal;
  const headers = headersOf(payload).flatMap((name) => {
    const value = push.header(name);
    return value === null ? [] : [[name, value.slice(0, TEXT_MAX)] as const];
  });
  return {
    ...{ kind: "data", names: {}, productId: "", parts: [] },
    ...{ keys: keysOf(switches, secrets, push), headers: Object.fromEntries(headers) },
  };
};
