import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from "node:crypto";

/** Signs what leaves the hub of the audit log (SEC-AUD-04). */
export type AuditSigner = {
  /** Names the key by its first bytes. */ readonly keyId: string;
  /** Base64 of the 32 bytes of the Ed25519 key. */ readonly publicKey: string;
  /** Base64. */ sign(text: string): string;
};

// RFC 8410: what stands before the 32 bytes of a private and of a public key.
const PRIVATE_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_HEAD = Buffer.from("302a300506032b6570032100", "hex");
const KEY_BYTES = 32;
const ID_DIGITS = 16;

/** @param seed - 32 bytes; the same seed is the same key */
export const createAuditSigner = (seed: Uint8Array): AuditSigner => {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: "der", type: "pkcs8" });
  const bytes = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-KEY_BYTES);
  return {
    keyId: `audit-${hash("sha256", bytes, "hex").slice(0, ID_DIGITS)}`,
    publicKey: bytes.toString("base64"),
    sign: (text) => sign(null, Buffer.from(text, "utf8"), key).toString("base64"),
  };
};

/** Null: it is no key. */
const publicKeyOf = (publicKey: string): KeyObject | null => {
  const bytes = Buffer.from(publicKey, "base64");
  if (bytes.length !== KEY_BYTES || bytes.toString("base64") !== publicKey) return null;
  try {
    return createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, bytes]), format: "der", type: "spki" });
  } catch {
    return null;
  }
};

/** Tells whether a text was signed by a key; false for a key or signature that is none. */
export const createSignatureCheck = (): ((publicKey: string, text: string, signature: string) => boolean) => {
  const known = new Map<string, KeyObject | null>();
  return (publicKey, text, signature) => {
    let key = known.get(publicKey);
    if (key === undefined) {
      key = publicKeyOf(publicKey);
      known.clear();
      known.set(publicKey, key);
    }
    const signed = Buffer.from(signature, "base64");
    if (key === null || signed.toString("base64") !== signature) return false;
    return verify(null, Buffer.from(text, "utf8"), key, signed);
  };
};

export const sha256Hex = (text: string): string => hash("sha256", text, "hex");
