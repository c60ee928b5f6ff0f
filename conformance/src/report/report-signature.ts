import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { sm2 } from "sm-crypto-v2";

export type SignatureAlgorithm = "Ed25519" | "SM2";

/** A signature: base64 of 64 bytes (of SM2: r, then s), and of the public key in DER (SPKI). */
export type TextSignature = {
  readonly signature: string;
  readonly publicKey: string;
  readonly algorithm: SignatureAlgorithm;
};

/** The bytes of an uncompressed point, and of the number of a private key. */
const POINT_BYTES = 65;
const NUMBER_BYTES = 32;

/** The curve of SM2, 1.2.156.10197.1.301, as DER names it. */
const SM2_CURVE = Buffer.from("06082a811ccf5501822d", "hex");

const publicDer = (key: KeyObject): Buffer => key.export({ type: "spki", format: "der" });
/** The point stands at the end of its DER. */
const pointOf = (der: Uint8Array): string => Buffer.from(der.subarray(der.length - POINT_BYTES)).toString("hex");
/** The number of a private key: RFC 5915, INTEGER 1, OCTET STRING of 32 bytes. */
const numberOf = (key: KeyObject): string => {
  const der = key.export({ type: "pkcs8", format: "der" });
  const at = der.indexOf(Buffer.of(0x02, 0x01, 0x01, 0x04, NUMBER_BYTES)) + 5;
  return der.subarray(at, at + NUMBER_BYTES).toString("hex");
};

/** Node reads keys of SM2 without a name for them, and signs without the identity that GB/T 32918.2 asks for: that the library does. */
const algorithmOf = (publicKey: KeyObject): SignatureAlgorithm => {
  if (publicKey.asymmetricKeyType === "ed25519") return "Ed25519";
  if (publicDer(publicKey).includes(SM2_CURVE)) return "SM2";
  const kind = publicKey.asymmetricKeyDetails?.namedCurve ?? publicKey.asymmetricKeyType;
  throw new TypeError(`签名需要 Ed25519 或 SM2 密钥 / an Ed25519 or SM2 key is needed, this is ${kind}`);
};

/** SM2 with SM3 over bytes, identity 1234567812345678 (GB/T 32918.2-2016, GB/T 35276). Hex. */
export const sm2Sign = (bytes: Uint8Array, privateKey: string, publicKey: string): string =>
  sm2.doSignature(bytes, privateKey, { hash: true, publicKey });
export const isSm2Signature = (bytes: Uint8Array, signature: string, publicKey: string): boolean => {
  try {
    return sm2.doVerifySignature(bytes, signature, publicKey, { hash: true });
  } catch {
    // Numbers out of range, or a point that is not on the curve.
    return false;
  }
};

/** Signs a text. @throws Error for a key that is none, or of another kind */
export const signText = (text: string, keyPem: string): TextSignature => {
  const key = createPrivateKey(keyPem);
  const publicKey = createPublicKey(key);
  const algorithm = algorithmOf(publicKey);
  const der = publicDer(publicKey);
  const bytes = Buffer.from(text);
  const signature =
    algorithm === "Ed25519" ? sign(null, bytes, key) : Buffer.from(sm2Sign(bytes, numberOf(key), pointOf(der)), "hex");
  return { signature: signature.toString("base64"), publicKey: der.toString("base64"), algorithm };
};

/** Whether a text was signed so, and by this key when one is given. */
export const isSignedBy = (text: string, told: TextSignature, trusted?: string): boolean => {
  const der = Buffer.from(told.publicKey, "base64");
  const key = createPublicKey({ key: der, type: "spki", format: "der" });
  if (algorithmOf(key) !== told.algorithm) return false;
  if (trusted !== undefined && !publicDer(createPublicKey(trusted)).equals(der)) return false;
  const [bytes, signature] = [Buffer.from(text), Buffer.from(told.signature, "base64")];
  return told.algorithm === "Ed25519"
    ? verify(null, bytes, key, signature)
    : isSm2Signature(bytes, signature.toString("hex"), pointOf(der));
};
