import { createHash, hkdfSync } from "node:crypto";
import { BackupError, type BackupHeader } from "../ports/backup-file.ts";

// The file: magic, length of the header (u32 BE), header (JSON), chunks, MAC.
// A chunk: length of its text with the top bit set on the last one (u32 BE), the text under AES-256-GCM, tag. The nonce is the chunk's
// number and the header's digest is authenticated with each, so that none is moved, left out, repeated or taken from another file.
// The text of all chunks: length of a head (u32 BE), head (JSON: name, bytes), bytes; again for each file; the manifest comes last.
// The MAC: HMAC-SHA-256 of all bytes before it.

export const MAGIC = Buffer.from("DIANANB1", "latin1");
export const FORMAT = 1;
/** An increment has another, so that a release that knows nothing of them refuses it. */
export const INCREMENT_FORMAT = 2;
export const CHUNK_BYTES = 1 << 20;
export const TAG_BYTES = 16;
export const MAC_BYTES = 32;
export const HEADER_MAX = 1 << 20;
export const LAST = 0x8000_0000;
const KEY_BYTES = 32;
const KEY_ID_DIGITS = 16;

/** Name of the manifest among the heads: no file may be called so. */
export const MANIFEST = "";

/** Names the key of backups without telling anything of it. */
export const keyIdOf = (key: Uint8Array): string =>
  createHash("sha256").update("dianan backup key id").update(key).digest("hex").slice(0, KEY_ID_DIGITS);

export type ArchiveKeys = { readonly cipher: Uint8Array; readonly mac: Uint8Array };

/** Keys of one file: chunk numbers are nonces, so no two files may share a key. */
export const archiveKeys = (key: Uint8Array, salt: string): ArchiveKeys => {
  const part = (use: string): Uint8Array =>
    new Uint8Array(hkdfSync("sha256", key, Buffer.from(salt, "base64"), `dianan backup ${use}`, KEY_BYTES));
  return { cipher: part("cipher"), mac: part("mac") };
};

export const nonceOf = (chunk: number): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(chunk), 4);
  return nonce;
};

export const chunkAad = (headerDigest: Uint8Array, word: number): Buffer => {
  const aad = Buffer.alloc(headerDigest.length + 4);
  aad.set(headerDigest);
  aad.writeUInt32BE(word, headerDigest.length);
  return aad;
};

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isText = (value: unknown): value is string => typeof value === "string" && value.length > 0;

/** @throws BackupError altered, newer */
export const parseHeader = (text: string): BackupHeader => {
  let header: Partial<BackupHeader> | null;
  try {
    header = JSON.parse(text) as Partial<BackupHeader> | null;
  } catch (cause) {
    throw new BackupError("altered", "its header is no JSON", { cause });
  }
  if (typeof header !== "object" || header === null || !isCount(header.format))
    throw new BackupError("altered", "its header does not say its format");
  if (header.format > INCREMENT_FORMAT)
    throw new BackupError("newer", `it has format ${header.format}, known is ${INCREMENT_FORMAT}`);
  const { id, createdAt, schema, epoch, feeds, keyId, salt, base } = header;
  const isBase = isText(base?.salt) && isText(base?.id) && isEntryName(base.id) && !base.id.includes("/");
  const isGood =
    [id, epoch, keyId, salt].every(isText) &&
    (header.format === INCREMENT_FORMAT ? isBase : base === undefined) &&
    isCount(createdAt) &&
    isCount(schema) &&
    typeof feeds === "object" &&
    feeds !== null &&
    Object.values(feeds).every(isCount);
  if (!isGood) throw new BackupError("altered", "its header lacks something");
  return header as BackupHeader;
};

/** Names of files in a backup: nothing that leads out of the folder into which they are put. */
export const isEntryName = (name: string): boolean =>
  name.length <= 300 && /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,3}$/.test(name);
