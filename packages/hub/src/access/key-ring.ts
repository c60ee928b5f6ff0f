import { hkdfSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";

/** What a key is for: each purpose has a key of its own, so that none opens what another closed (SEC-KEY-01). */
export type KeyPurpose = "audit" | "auditSignature" | "seal" | "cursor" | "backup" | "blindIndex";

/** Keys of the hub. Two hubs with the same master key have the same keys. */
export type KeyRing = {
  /** Names the master key in what was made with it (SEC-KEY-03). */ readonly version: number;
  /** 32 bytes. */ keyFor(purpose: KeyPurpose): Uint8Array;
};

const BYTES = 32;

/** @param master - 32 bytes or more of randomness */
export const createKeyRing = (master: Uint8Array, version = 1): KeyRing => {
  if (master.length < BYTES)
    throw new RangeError(`the master key has ${master.length} bytes, at least ${BYTES} needed`);
  const made = new Map<KeyPurpose, Uint8Array>();
  return {
    version,
    keyFor: (purpose) => {
      let key = made.get(purpose);
      if (key === undefined) {
        key = new Uint8Array(hkdfSync("sha256", master, "dianan", `${purpose}/${version}`, BYTES));
        made.set(purpose, key);
      }
      return key;
    },
  };
};

/**
 * The master key (主密钥) from a text in base64, else from a file that is made at the first start, for its owner only. Without
 * this key a copy of the database opens no sealed secret and continues no audit chain: keep it apart from backups.
 *
 * @throws RangeError when the text or the file is no key
 */
export const masterKey = (text: string, file: string): Uint8Array => {
  if (text !== "") return parsed(text, "DIANAN_MASTER_KEY");
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(BYTES).toString("base64")}\n`, { mode: 0o400, flag: "wx" });
    chmodSync(file, 0o400);
  }
  return parsed(readFileSync(file, "utf8"), file);
};

/**
 * The master key as it is: nothing is made, because a new key would open nothing. Null: there is none.
 *
 * @throws RangeError when the text or the file is no key
 */
export const existingMasterKey = (text: string, file: string): Uint8Array | null =>
  text === "" && !existsSync(file) ? null : masterKey(text, file);

const parsed = (text: string, from: string): Uint8Array => {
  const bytes = Buffer.from(text.trim(), "base64");
  if (bytes.length < BYTES)
    throw new RangeError(`${from}: 主密钥应为 32 字节的 base64。 The master key is 32 bytes in base64.`);
  return new Uint8Array(bytes);
};
