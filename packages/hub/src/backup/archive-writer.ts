import { createCipheriv, createHash, createHmac, randomBytes } from "node:crypto";
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { BackupEntry, BackupHeader, BackupManifest } from "../ports/backup-file.ts";
import {
  archiveKeys,
  CHUNK_BYTES,
  chunkAad,
  FORMAT,
  INCREMENT_FORMAT,
  isEntryName,
  keyIdOf,
  LAST,
  MAGIC,
  MANIFEST,
  nonceOf,
} from "./archive-format.ts";
import { syncFolder } from "./sync-folder.ts";

/** Ending of a backup that is being written: nobody takes it for one. */
export const UNFINISHED = ".part";

export type ArchiveWriter = {
  /** Adds a file as it is now. @param bytes - only so many from its start; default all */
  file(name: string, path: string, bytes?: number): BackupEntry;
  /** Ends it: durable and in its place when this returns. Its size in bytes. */
  finish(manifest: Omit<BackupManifest, "entries">): number;
  /** Leaves nothing. May follow anything. */ abort(): void;
};

/**
 * Writes a backup to a file, encrypted, a chunk at a time whatever its size. Blocks: for a thread of its own.
 *
 * @param path - where it is when finished
 * @param key - 32 bytes of the key ring
 */
export const createArchive = (
  path: string,
  about: Omit<BackupHeader, "format" | "keyId" | "salt">,
  key: Uint8Array,
): ArchiveWriter => {
  const salt = randomBytes(32).toString("base64");
  const format = about.base === undefined ? FORMAT : INCREMENT_FORMAT;
  const header: BackupHeader = { format, ...about, keyId: keyIdOf(key), salt };
  const keys = archiveKeys(key, salt);
  const headerBytes = Buffer.from(JSON.stringify(header), "utf8");
  const headerDigest = createHash("sha256").update(headerBytes).digest();
  const mac = createHmac("sha256", keys.mac);
  const target = openSync(path + UNFINISHED, "wx", 0o600);
  const pending = Buffer.alloc(CHUNK_BYTES);
  const entries: BackupEntry[] = [];
  let isOpen = true;
  let used = 0;
  let chunk = 0;
  let size = 0;

  const out = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; ) at += writeSync(target, bytes, at);
    size += bytes.length;
  };
  const outMac = (bytes: Uint8Array): void => {
    mac.update(bytes);
    out(bytes);
  };
  const flush = (isLast: boolean): void => {
    const word = (used | (isLast ? LAST : 0)) >>> 0;
    const cipher = createCipheriv("aes-256-gcm", keys.cipher, nonceOf(chunk)).setAAD(chunkAad(headerDigest, word));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(word);
    const text = Buffer.concat([cipher.update(pending.subarray(0, used)), cipher.final()]);
    outMac(Buffer.concat([length, text, cipher.getAuthTag()]));
    chunk += 1;
    used = 0;
  };
  const put = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; ) {
      const take = Math.min(bytes.length - at, CHUNK_BYTES - used);
      pending.set(bytes.subarray(at, at + take), used);
      used += take;
      at += take;
      if (used === CHUNK_BYTES) flush(false);
    }
  };
  const head = (name: string, bytes: number): void => {
    const text = Buffer.from(JSON.stringify({ name, bytes }), "utf8");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    put(length);
    put(text);
  };

  const headerLength = Buffer.alloc(4);
  headerLength.writeUInt32BE(headerBytes.length);
  outMac(Buffer.concat([MAGIC, headerLength, headerBytes]));

  return {
    file: (name, from, bytes) => {
      if (!isEntryName(name)) throw new RangeError(`backup: ${JSON.stringify(name)} is no name of a file in a backup`);
      const source = openSync(from, "r");
      try {
        const total = bytes ?? fstatSync(source).size;
        head(name, total);
        const sha256 = createHash("sha256");
        const buffer = Buffer.alloc(CHUNK_BYTES);
        for (let left = total; left > 0; ) {
          const read = readSync(source, buffer, 0, Math.min(left, CHUNK_BYTES), total - left);
          if (read === 0) throw new Error(`${name} became shorter while it was read`);
          sha256.update(buffer.subarray(0, read));
          put(buffer.subarray(0, read));
          left -= read;
        }
        const entry = { name, bytes: total, sha256: sha256.digest("hex") };
        entries.push(entry);
        return entry;
      } finally {
        closeSync(source);
      }
    },
    finish: (manifest) => {
      const text = Buffer.from(JSON.stringify({ ...manifest, entries } satisfies BackupManifest), "utf8");
      head(MANIFEST, text.length);
      put(text);
      flush(true);
      out(mac.digest());
      fsyncSync(target);
      closeSync(target);
      isOpen = false;
      renameSync(path + UNFINISHED, path);
      syncFolder(dirname(path));
      return size;
    },
    abort: () => {
      if (isOpen) closeSync(target);
      isOpen = false;
      rmSync(path + UNFINISHED, { force: true });
    },
  };
};
