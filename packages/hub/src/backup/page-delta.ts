import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { BackupError } from "../ports/backup-file.ts";

// The file: bytes of the whole (u64 BE), then runs: number of the first block (u32 BE), blocks (u32 BE), their bytes. A block is 4 KiB,
// as a page of SQLite is; the last one of the whole may be shorter.

const BLOCK_BYTES = 4_096;
/** Blocks of one read: 1 MiB. */
const BLOCKS_AT_ONCE = 256;
const HEAD_BYTES = 8;

/** Reads all of `into` from a place of a file; fewer bytes only where the file ends. */
const readAt = (handle: number, into: Uint8Array, at: number): number => {
  let done = 0;
  while (done < into.length) {
    const read = readSync(handle, into, done, into.length - done, at + done);
    if (read === 0) break;
    done += read;
  }
  return done;
};

const writeAll = (handle: number, bytes: Uint8Array, at: number | null): void => {
  for (let done = 0; done < bytes.length; )
    done += writeSync(handle, bytes, done, bytes.length - done, at === null ? null : at + done);
};

export type DeltaWriter = {
  /** The next bytes of the former file, any number. */ former(part: Uint8Array): void;
  /** Writes what differs; the former file has ended. */ finish(): void;
  /** After `finish` or instead of it. */ close(): void;
};

/**
 * Finds in which blocks a file differs from a former one that is read once, and writes those: what `applyDelta` makes of the former one is
 * the file. Memory: a byte for each block.
 *
 * @param target - must not be there
 */
export const createDelta = (file: string, target: string): DeltaWriter => {
  const source = openSync(file, "r");
  const total = fstatSync(source).size;
  const blocks = Math.ceil(total / BLOCK_BYTES);
  const differs = new Uint8Array(blocks);
  const now = Buffer.alloc(BLOCK_BYTES * BLOCKS_AT_ONCE);
  let at = 0;

  const compare = (part: Buffer): void => {
    const known = readAt(source, now.subarray(0, part.length), at);
    for (let from = 0; from < known; ) {
      const block = Math.floor((at + from) / BLOCK_BYTES);
      const to = Math.min((block + 1) * BLOCK_BYTES - at, known);
      if (part.compare(now, from, to, from, to) !== 0) differs[block] = 1;
      from = to;
    }
    at += part.length;
  };
  const writeRuns = (out: number): void => {
    const head = Buffer.alloc(HEAD_BYTES);
    head.writeBigUInt64BE(BigInt(total));
    writeAll(out, head, null);
    for (let first = 0; first < blocks; first += 1) {
      if (differs[first] === 0) continue;
      let count = 1;
      while (count < BLOCKS_AT_ONCE && differs[first + count] === 1) count += 1;
      head.writeUInt32BE(first, 0);
      head.writeUInt32BE(count, 4);
      writeAll(out, head, null);
      const bytes = readAt(source, now.subarray(0, count * BLOCK_BYTES), first * BLOCK_BYTES);
      writeAll(out, now.subarray(0, bytes), null);
      first += count - 1;
    }
  };

  return {
    former: (part) => {
      const bytes = Buffer.from(part.buffer, part.byteOffset, part.length);
      for (let from = 0; from < bytes.length; from += now.length) compare(bytes.subarray(from, from + now.length));
    },
    finish: () => {
      // A block that the former file had not, or not to its end.
      if (at < total) differs.fill(1, Math.floor(at / BLOCK_BYTES));
      const out = openSync(target, "wx", 0o600);
      try {
        writeRuns(out);
      } finally {
        closeSync(out);
      }
    },
    close: () => closeSync(source),
  };
};

/**
 * Makes of the former file the one of which the delta was made, in place and durable.
 *
 * @throws BackupError unsound
 */
export const applyDelta = (delta: string, file: string): void => {
  const source = openSync(delta, "r");
  const target = openSync(file, "r+");
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const run = Buffer.alloc(BLOCK_BYTES * BLOCKS_AT_ONCE);
    const refuse = (): never => {
      throw new BackupError("unsound", "its changed pages are not whole");
    };
    if (readAt(source, head, 0) < HEAD_BYTES) refuse();
    const total = Number(head.readBigUInt64BE());
    for (let at = HEAD_BYTES, read = readAt(source, head, at); read > 0; read = readAt(source, head, at)) {
      const start = head.readUInt32BE(0) * BLOCK_BYTES;
      const bytes = Math.min(head.readUInt32BE(4) * BLOCK_BYTES, total - start);
      if (read < HEAD_BYTES || bytes <= 0 || bytes > run.length) refuse();
      at += HEAD_BYTES;
      if (readAt(source, run.subarray(0, bytes), at) < bytes) refuse();
      writeAll(target, run.subarray(0, bytes), start);
      at += bytes;
    }
    ftruncateSync(target, total);
    fsyncSync(target);
  } finally {
    closeSync(source);
    closeSync(target);
  }
};
