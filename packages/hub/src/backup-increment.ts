import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type EntrySink, readArchive, readHeader } from "./backup/archive-reader.ts";
import { applyDelta, createDelta } from "./backup/page-delta.ts";
import { type BackupEntry, BackupError, type BackupHeader, DATABASE_NAME, DELTA_NAME } from "./ports/backup-file.ts";
import { SCHEMA_VERSION } from "./store/database-file.ts";

/** Name, size and digest of a file as it is now. */
export const entryOf = (name: string, path: string): BackupEntry => {
  const sha256 = createHash("sha256");
  const buffer = Buffer.alloc(1 << 20);
  const source = openSync(path, "r");
  try {
    let bytes = 0;
    for (let read = readSync(source, buffer); read > 0; read = readSync(source, buffer)) {
      sha256.update(buffer.subarray(0, read));
      bytes += read;
    }
    return { name, bytes, sha256: sha256.digest("hex") };
  } finally {
    closeSync(source);
  }
};

/** What an increment is made on. */
export type IncrementBase = {
  readonly header: BackupHeader;
  /** The files in it, by name. */ readonly entries: ReadonlyMap<string, BackupEntry>;
};

/** One that is gone or cannot be read is none to make anything on: another may be made all the same. */
const ofBase = <T>(path: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError("no-base", `${path} cannot be read`, { cause: error });
  }
};

/**
 * Reads a backup through, which proves every byte of it, and puts the pages in which a database differs from the one in it into a file.
 *
 * @param path - a backup that is none of increments itself
 * @param delta - must not be there
 * @throws BackupError
 */
export const compareWithBase = (path: string, key: Uint8Array, database: string, delta: string): IncrementBase => {
  const header = ofBase(path, () => readHeader(path));
  if (header.base !== undefined) throw new BackupError("no-base", `${header.id} is an increment itself`);
  const writer = createDelta(database, delta);
  try {
    let isDatabase = false;
    const sink: EntrySink = {
      begin: (name) => {
        isDatabase = name === DATABASE_NAME;
      },
      bytes: (part) => {
        if (isDatabase) writer.former(part);
      },
      end: () => {},
    };
    const { entries } = ofBase(path, () => readArchive(path, key, SCHEMA_VERSION, sink));
    writer.finish();
    return { header, entries: new Map(entries.map((entry) => [entry.name, entry])) };
  } finally {
    writer.close();
  }
};

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/**
 * Makes of a base and an increment that were unpacked over one another what was there when the increment was made, and proves each file.
 *
 * @param whole - of the increment's manifest
 * @throws BackupError unsound
 */
export const mergeIncrement = (folder: string, whole: readonly BackupEntry[]): void => {
  const delta = join(folder, DELTA_NAME);
  applyDelta(delta, join(folder, DATABASE_NAME));
  rmSync(delta);
  const wanted = new Map(whole.map((entry) => [entry.name, entry]));
  for (const path of filesUnder(folder)) {
    const name = relative(folder, path).replaceAll(sep, "/");
    const entry = wanted.get(name);
    // Removed since the base was made.
    if (entry === undefined) rmSync(path);
    else if (entryOf(name, path).sha256 !== entry.sha256)
      throw new BackupError("unsound", `${name} is not what its manifest says`);
    wanted.delete(name);
  }
  const [missing] = wanted.keys();
  if (missing !== undefined) throw new BackupError("unsound", `${missing} is neither in it nor in its base`);
};
