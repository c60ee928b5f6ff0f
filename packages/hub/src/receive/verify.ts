import { timingSafeEqual } from "node:crypto";
import type { IncomingPush, PushPlatform, ReceiverSecrets, ReceiverSwitches } from "../ports/receivers.ts";
import { readCtwing } from "./ctwing.ts";
import { readIotda } from "./iotda.ts";
import { readOnenet, readOnenetLegacy } from "./onenet.ts";
import { isOnenetSignature, openCurrent, openLegacy } from "./onenet-crypto.ts";
import { isObject, type Json, type PlatformMessage } from "./platform-message.ts";
import { rawMember } from "./raw-member.ts";

/** What of a receiver is needed to say whether a push is its platform's. */
export type Agreed = {
  readonly platform: Exclude<PushPlatform, "mapping">;
  readonly switches: ReceiverSwitches;
  readonly secrets: ReceiverSecrets;
};
export type Verified = PlatformMessage | "credential" | "signature" | "shape";

export const isSame = (given: string, right: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const parsed = (text: string | null): unknown => {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

const currentOnenet = (body: Json, { secrets, switches }: Agreed): Verified => {
  const { msg, nonce, signature } = body;
  if (typeof msg !== "string" || typeof nonce !== "string" || typeof signature !== "string") return "shape";
  if (!isOnenetSignature(signature, secrets.token ?? "", nonce, msg)) return "signature";
  const text = secrets.aesKey === undefined ? msg : openCurrent(secrets.aesKey, switches.aesIv ?? "key", msg);
  const message = parsed(text);
  return text === null || !isObject(message) ? "shape" : readOnenet(body, text, message);
};

const legacyOnenet = (body: Json, sent: string, { secrets }: Agreed): Verified => {
  const { nonce, msg_signature: signature } = body;
  const isEncrypted = secrets.aesKey !== undefined;
  const signed = isEncrypted ? body.enc_msg : typeof body.msg === "string" ? body.msg : rawMember(sent, "msg");
  // A receiver with a key takes nothing in clear: that would be a way around the key.
  if (typeof nonce !== "string" || typeof signature !== "string" || typeof signed !== "string") return "shape";
  if (!isOnenetSignature(signature, secrets.token ?? "", nonce, signed)) return "signature";
  const text = secrets.aesKey === undefined ? signed : openLegacy(secrets.aesKey, signed);
  const message = parsed(text);
  return text === null || typeof message !== "object" || message === null ? "shape" : readOnenetLegacy(text, message);
};

/** Whether a push is of the platform that the receiver is for, and what it says (platform-interop §2). */
export const verified = (
  agreed: Agreed,
  { body, text, header }: Pick<IncomingPush, "body" | "text" | "header">,
): Verified => {
  const { switches, secrets, platform } = agreed;
  if (switches.header !== undefined && !isSame(header(switches.header) ?? "", secrets.headerValue ?? ""))
    return "credential";
  if (!isObject(body)) return "shape";
  switch (platform) {
    case "ctwing":
      return readCtwing(body);
    case "iotda":
      return readIotda(body);
    case "onenet":
      return currentOnenet(body, agreed);
    case "onenetLegacy":
      return legacyOnenet(body, text, agreed);
  }
};
