import {
  createCipheriv,
  createECDH,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  sign,
} from "node:crypto";

const RECORD_BYTES = 4_096;
/** Tag and delimiter of one record. */
const OVERHEAD = 17;

export type WebPushTarget = { readonly p256dh: string; readonly auth: string };

/**
 * A message for a subscription (RFC 8291, one record of aes128gcm of RFC 8188).
 *
 * @param fixed - salt and private key of the sender, of a vector; absent: new ones
 * @throws RangeError when it is too long, TypeError when the subscription's key is no point
 */
export const encryptWebPush = (
  plain: Uint8Array,
  { p256dh, auth }: WebPushTarget,
  fixed?: { readonly salt: Uint8Array; readonly privateKey: Uint8Array },
): Buffer => {
  const theirs = Buffer.from(p256dh, "base64url");
  const secret = Buffer.from(auth, "base64url");
  if (theirs.length !== 65 || secret.length !== 16) throw new TypeError("no subscription");
  const ours = createECDH("prime256v1");
  if (fixed === undefined) ours.generateKeys();
  else ours.setPrivateKey(fixed.privateKey);
  const salt = fixed?.salt ?? randomBytes(16);
  const own = ours.getPublicKey();
  if (plain.length + OVERHEAD + 21 + own.length > RECORD_BYTES) throw new RangeError("a push holds 4096 bytes");
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, own]);
  const ikm = Buffer.from(hkdfSync("sha256", ours.computeSecret(theirs), secret, info, 32));
  const derive = (label: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync("sha256", ikm, salt, Buffer.from(`${label}\0`), bytes));
  const cipher = createCipheriv(
    "aes-128-gcm",
    derive("Content-Encoding: aes128gcm", 16),
    derive("Content-Encoding: nonce", 12),
  );
  const sealed = [cipher.update(plain), cipher.update(Buffer.from([2])), cipher.final(), cipher.getAuthTag()];
  const head = Buffer.alloc(5);
  head.writeUInt32BE(RECORD_BYTES);
  head.writeUInt8(own.length, 4);
  return Buffer.concat([salt, head, own, ...sealed]);
};

/** A pair of keys for VAPID, base64url: the private scalar and the public point. */
export const newVapidKeys = (): { readonly publicKey: string; readonly privateKey: string } => {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  return { publicKey: pair.getPublicKey("base64url"), privateKey: pair.getPrivateKey("base64url") };
};

const signer = (privateKey: string) => {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(Buffer.from(privateKey, "base64url"));
  const point = pair.getPublicKey();
  const jwk = {
    ...{ kty: "EC", crv: "P-256", d: privateKey },
    ...{ x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") },
  };
  return { key: createPrivateKey({ key: jwk, format: "jwk" }), publicKey: point.toString("base64url") };
};

/** The Authorization header of VAPID (RFC 8292) for the origin of an endpoint; good for 12 hours. */
export const vapidHeader = (endpoint: string, subject: string, privateKey: string, nowMs: number): string => {
  const { key, publicKey } = signer(privateKey);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(nowMs / 1_000) + 43_200, sub: subject };
  const text = `${part({ typ: "JWT", alg: "ES256" })}.${part(claims)}`;
  const signature = sign("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" }).toString("base64url");
  return `vapid t=${text}.${signature}, k=${publicKey}`;
};

/** Same topic, same place: the newer message about an alarm takes the place of the older (RFC 8030 §5.4). */
export const pushTopic = (alarmId: string): string =>
  createHmac("sha256", "topic").update(alarmId).digest("base64url").slice(0, 32);

/** The point with which browsers subscribe, of a private key of VAPID. */
export const vapidPublicKey = (privateKey: string): string => signer(privateKey).publicKey;

export const isVapidKey = (privateKey: string): boolean => {
  try {
    createPublicKey(signer(privateKey).key);
    return true;
  } catch {
    return false;
  }
};
