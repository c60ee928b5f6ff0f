import { createDecipheriv, createHash, createHmac, timingSafeEqual } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { BackupError, type BackupHeader, type BackupManifest } from "../ports/backup-file.ts";
import {
  archiveKeys,
  CHUNK_BYTES,
  chunkAad,
  HEADER_MAX,
  isEntryName,
  keyIdOf,
  LAST,
  MAC_BYTES,
  MAGIC,
  MANIFEST,
  nonceOf,
  parseHeader,
  TAG_BYTES,
} from "./archive-format.ts";

/** Takes the files of a backup in their order. What it was given counts only when the reading ends well. */
export type EntrySink = {
  begin(name: string, bytes: number): void;
  bytes(part: Uint8Array): void;
  end(): void;
};

const HEAD_MAX = 4_096;
const MANIFEST_MAX = 256 << 20;

/** Reads on from where it stands. @throws BackupError truncated */
const createCursor = (handle: number) => {
  const size = fstatSync(handle).size;
  let at = 0;
  return {
    left: () => size - at,
    take: (bytes: number): Buffer => {
      if (bytes > size - at) throw new BackupError("truncated", `it ends at byte ${size}, before its end`);
      const buffer = Buffer.alloc(bytes);
      for (let done = 0; done < bytes; ) {
        const read = readSync(handle, buffer, done, bytes - done, at + done);
        if (read === 0) throw new BackupError("truncated", `it ends at byte ${at + done}, before its end`);
        done += read;
      }
      at += bytes;
      return buffer;
    },
  };
};

type Cursor = ReturnType<typeof createCursor>;

const takeHeader = (cursor: Cursor): { readonly header: BackupHeader; readonly raw: Buffer; readonly text: Buffer } => {
  const start = cursor.take(Math.min(MAGIC.length, cursor.left()));
  if (!MAGIC.subarray(0, start.length).equals(start) || start.length === 0)
    throw new BackupError("not-a-backup", "it does not begin as a backup does");
  if (start.length < MAGIC.length) throw new BackupError("truncated", "it ends in its first bytes");
  const length = cursor.take(4);
  const bytes = length.readUInt32BE();
  if (bytes > HEADER_MAX) throw new BackupError("altered", "the length of its header was changed");
  const text = cursor.take(bytes);
  return { header: parseHeader(text.toString("utf8")), raw: Buffer.concat([start, length, text]), text };
};

/** What a backup says of itself without its key. Not proven. @throws BackupError not-a-backup, truncated, altered, newer */
export const readHeader = (path: string): BackupHeader => {
  const handle = openSync(path, "r");
  try {
    return takeHeader(createCursor(handle)).header;
  } finally {
    closeSync(handle);
  }
};

/** The text of all chunks, each proven before it is given; behind the last one the file must end with its MAC. */
function* textOf(cursor: Cursor, key: Uint8Array, schemaMax: number): Generator<Buffer, void> {
  const { header, raw, text } = takeHeader(cursor);
  if (header.keyId !== keyIdOf(key)) throw new BackupError("wrong-key", `it was made with the key ${header.keyId}`);
  if (header.schema > schemaMax)
    throw new BackupError("newer", `it has schema ${header.schema}, this release knows up to ${schemaMax}`);
  const keys = archiveKeys(key, header.salt);
  const digest = createHash("sha256").update(text).digest();
  const mac = createHmac("sha256", keys.mac).update(raw);
  for (let chunk = 0; ; chunk += 1) {
    const length = cursor.take(4);
    const word = length.readUInt32BE();
    const bytes = (word & ~LAST) >>> 0;
    if (bytes > CHUNK_BYTES) throw new BackupError("altered", `the length of chunk ${chunk} was changed`);
    const body = cursor.take(bytes + TAG_BYTES);
    mac.update(length).update(body);
    const decipher = createDecipheriv("aes-256-gcm", keys.cipher, nonceOf(chunk), { authTagLength: TAG_BYTES })
      .setAAD(chunkAad(digest, word))
      .setAuthTag(body.subarray(bytes));
    let plain: Buffer;
    try {
      plain = Buffer.concat([decipher.update(body.subarray(0, bytes)), decipher.final()]);
    } catch (cause) {
      throw new BackupError("altered", `chunk ${chunk} was changed`, { cause });
    }
    yield plain;
    if ((word & LAST) !== 0) break;
  }
  if (!timingSafeEqual(cursor.take(MAC_BYTES), mac.digest())) throw new BackupError("altered", "its MAC was changed");
  if (cursor.left() > 0) throw new BackupError("altered", `${cursor.left()} bytes follow its end`);
}

/** Takes bytes from chunks as they are needed. */
const createText = (chunks: Generator<Buffer, void>) => {
  let rest = Buffer.alloc(0);
  const next = (): boolean => {
    const { value, done } = chunks.next();
    if (done === true) return false;
    rest = Buffer.concat([rest, value as Buffer]);
    return true;
  };
  const some = (max: number): Buffer => {
    while (rest.length === 0) if (!next()) throw new BackupError("altered", "its text ends within a file");
    const part = rest.subarray(0, max);
    rest = rest.subarray(part.length);
    return part;
  };
  return {
    some,
    exactly: (bytes: number): Buffer => {
      const parts: Buffer[] = [];
      for (let left = bytes; left > 0; ) {
        const part = some(left);
        parts.push(part);
        left -= part.length;
      }
      return Buffer.concat(parts);
    },
    /** Whether nothing follows; reads the file to its end. */ isOver: (): boolean => {
      while (rest.length === 0) if (!next()) return true;
      return false;
    },
  };
};

/**
 * Reads a backup and proves every byte of it, a chunk at a time.
 *
 * @param schemaMax - the newest schema that the reader understands
 * @throws BackupError: not-a-backup, truncated, altered, wrong-key, newer; unsound when the files are not those of the manifest
 */
export const readArchive = (path: string, key: Uint8Array, schemaMax: number, sink: EntrySink): BackupManifest => {
  const handle = openSync(path, "r");
  try {
    const text = createText(textOf(createCursor(handle), key, schemaMax));
    const found: { name: string; bytes: number; sha256: string }[] = [];
    for (;;) {
      const length = text.exactly(4).readUInt32BE();
      if (length > HEAD_MAX) throw new BackupError("unsound", "a file has no head");
      const { name, bytes } = JSON.parse(text.exactly(length).toString("utf8")) as { name: string; bytes: number };
      if (name === MANIFEST) {
        if (bytes > MANIFEST_MAX) throw new BackupError("unsound", "its manifest is too large");
        const manifest = JSON.parse(text.exactly(bytes).toString("utf8")) as BackupManifest;
        if (!text.isOver()) throw new BackupError("unsound", "something follows its manifest");
        if (JSON.stringify(manifest.entries) !== JSON.stringify(found))
          throw new BackupError("unsound", "its files are not those of its manifest");
        return manifest;
      }
      if (!isEntryName(name)) throw new BackupError("unsound", `${JSON.stringify(name)} is no name of a file`);
      const sha256 = createHash("sha256");
      sink.begin(name, bytes);
      for (let left = bytes; left > 0; ) {
        const part = text.some(left);
        sha256.update(part);
        sink.bytes(part);
        left -= part.length;
      }
      sink.end();
      found.push({ name, bytes, sha256: sha256.digest("hex") });
    }
  } finally {
    closeSync(handle);
  }
};
