import { hash, randomBytes } from "node:crypto";

/** Kinds of secrets by their first letters, so that a leaked one is recognised (and searched for). */
export type SecretPrefix = "da_" | "ds_" | "dt_" | "dc_" | "dl_" | "dp_" | "dd_" | "de_" | "dr_" | "dk_";

/** 256 random bits as text. */
export const newSecret = (prefix: SecretPrefix): string => `${prefix}${randomBytes(32).toString("base64url")}`;

/**
 * What is stored of a random secret: the SHA-256 of its text. It is long, so no slow hash is needed, and looking the hash
 * up takes a time that says nothing about the secret (SEC-API-04).
 */
export const secretHash = (secret: string): Uint8Array => new Uint8Array(hash("sha256", secret, "buffer"));

/** Hex of {@link secretHash}. */
export const secretHashHex = (secret: string): string => Buffer.from(secretHash(secret)).toString("hex");

/** A name as people type it: case, spaces around it and composed letters make no second person. */
export const loginName = (name: string): string => name.normalize("NFKC").trim().toLowerCase();

/** Letters of codes that people read and type: none is mistaken for another. */
const CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code in groups of four letters, drawn without bias; 12 letters are 58 bits, 28 letters 137. */
export const newCode = (length: number): string => {
  let code = "";
  const fair = 256 - (256 % CODE_LETTERS.length);
  while (code.length < length)
    for (const byte of randomBytes(length))
      if (byte < fair && code.length < length) code += CODE_LETTERS[byte % CODE_LETTERS.length];
  return (code.match(/.{1,4}/g) ?? []).join("-");
};

/** A code as it was typed: case, spaces and dashes do not matter. */
export const typedCode = (text: string): string =>
  (
    text
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, "")
      .match(/.{1,4}/g) ?? []
  ).join("-");
