import { createDecipheriv, createHash, timingSafeEqual } from "node:crypto";

/** base64(md5(token + nonce + msg)): how OneNET signs its pushes and the check of an address. */
export const onenetSignature = (token: string, nonce: string, msg: string): string =>
  createHash("md5").update(`${token}${nonce}${msg}`).digest("base64");

/** Base64 in which every `+` may have become a space on its way through a URL. */
export const plusAgain = (text: string): string => text.replaceAll(" ", "+");

export const isOnenetSignature = (given: string, token: string, nonce: string, msg: string): boolean => {
  const right = Buffer.from(onenetSignature(token, nonce, msg));
  const said = Buffer.from(plusAgain(given));
  return said.length === right.length && timingSafeEqual(said, right);
};

/** Bytes of strict base64; null for any other text. */
export const bytesOfBase64 = (text: string): Buffer | null => {
  const plain = plusAgain(text);
  const bytes = Buffer.from(plain, "base64");
  const isSame = bytes.toString("base64").replace(/=+$/, "") === plain.replace(/=+$/, "");
  return isSame && plain.length > 0 && /^[^=]*={0,2}$/.test(plain) ? bytes : null;
};

/** The 32 bytes that 43 characters stand for; null for another text. */
export const legacyKey = (aesKey: string): Buffer | null => {
  const key = /^[A-Za-z0-9+/]{43}$/.test(aesKey) ? Buffer.from(`${aesKey}=`, "base64") : null;
  return key?.length === 32 ? key : null;
};

const utf8 = new TextDecoder("utf-8", { fatal: true });
const textOrNull = (bytes: Uint8Array): string | null => {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
};

const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
/** Some senders pad to 32 bytes. */
const PAD_MAX = 32;

/**
 * What an encrypted push of the legacy OneNET says: AES-256-CBC, the first 16 bytes of the key as initial vector; inside 16 random
 * bytes, the length of the message in 4 bytes big-endian, the message. Null: it is no such text.
 */
export const openLegacy = (aesKey: string, encrypted: string): string | null => {
  const key = legacyKey(aesKey);
  const bytes = bytesOfBase64(encrypted);
  if (key === null || bytes === null || bytes.length === 0 || bytes.length % 16 !== 0) return null;
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const pad = plain.at(-1) ?? 0;
  const start = RANDOM_BYTES + LENGTH_BYTES;
  const isPadded =
    pad >= 1 && pad <= PAD_MAX && pad <= plain.length && plain.subarray(-pad).every((byte) => byte === pad);
  if (!isPadded || plain.length - pad < start) return null;
  const length = plain.readUInt32BE(RANDOM_BYTES);
  return start + length > plain.length - pad ? null : textOrNull(plain.subarray(start, start + length));
};

/**
 * What an encrypted push of the current OneNET says: AES-128-CBC with PKCS #7 padding. Which initial vector it takes is not
 * confirmed.
 */
export const openCurrent = (aesKey: string, iv: "key" | "zero", encrypted: string): string | null => {
  const key = Buffer.from(aesKey, "utf8");
  const bytes = bytesOfBase64(encrypted);
  if (key.length !== 16 || bytes === null) return null;
  try {
    const decipher = createDecipheriv("aes-128-cbc", key, iv === "key" ? key : Buffer.alloc(16));
    return textOrNull(Buffer.concat([decipher.update(bytes), decipher.final()]));
  } catch {
    return null;
  }
};
