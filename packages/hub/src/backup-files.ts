import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { Instant } from "@dianan/model";
import { readHeader } from "./backup/archive-reader.ts";
import { createArchive } from "./backup/archive-writer.ts";
import { swap } from "./backup/swap.ts";
import { backupPath } from "./backup-folder.ts";
import { compareWithBase, entryOf } from "./backup-increment.ts";
import { unpack } from "./backup-unpack.ts";
import {
  type BackupEntry,
  BackupError,
  type BackupHeader,
  type BackupManifest,
  CHECKPOINTS_NAME,
  DATABASE_NAME,
  DELTA_NAME,
  FILES_NAME,
} from "./ports/backup-file.ts";
import {
  databaseFaults,
  describeDatabase,
  isDatabaseInUse,
  renewDatabase,
  SCHEMA_VERSION,
  snapshotDatabase,
} from "./store/database-file.ts";

/** Folder in the data folder for what is being made: for its owner only, on the same disk. */
const WORK = "backup-work";

/** Files whose place a restored backup takes. The log of the database goes with it. */
const REPLACED = [DATABASE_NAME, `${DATABASE_NAME}-wal`, `${DATABASE_NAME}-shm`, FILES_NAME, CHECKPOINTS_NAME];

/** A backup that was made or proven. */
export type BackupReport = {
  readonly path: string;
  readonly header: BackupHeader;
  readonly bytes: number;
  readonly counts: { readonly [table: string]: number };
  readonly files: number;
};

/** A folder for what is being made, of this process alone. */
export const workFolder = (dataDir: string): string => {
  const folder = join(dataDir, WORK, `${process.pid}-${randomUUID()}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
};

/** Removes what processes left that ended while they made, proved or put back a backup. @param own - also what has our number */
export const clearBackupWork = (dataDir: string, own: boolean): void => {
  const folder = join(dataDir, WORK);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = Number.parseInt(name, 10);
    if (pid === process.pid ? own : !isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
};

/** `backup-20260102T030405.123Z-1f3a`: in the order of their times. */
export const newBackupId = (now: number): string =>
  `backup-${new Date(now).toISOString().replaceAll(/[-:]/g, "")}-${randomBytes(2).toString("hex")}`;

const filesIn = (folder: string, name: string): readonly (readonly [string, string])[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const [path, inside] = [join(folder, entry.name), `${name}/${entry.name}`];
    if (entry.isDirectory()) return filesIn(path, inside);
    return entry.isFile() && !entry.name.endsWith(".part") ? [[inside, path] as const] : [];
  });
};

const isSame = (one: BackupEntry, other: BackupEntry): boolean =>
  one.bytes === other.bytes && one.sha256 === other.sha256;

/** What a backup is made as. */
export type BackupWay = {
  /** Default: a new one. */ readonly id?: string;
  /** A whole backup, to lie in the same folder: what is made holds only what is not as in that one. */ readonly base?: string;
};

/**
 * Makes a backup of a data folder, also while a hub runs on it (SEC-BAK-03).
 *
 * @param folder - where it is put; made when missing
 * @param key - the key ring's for backups
 * @throws BackupError no-data, and whatever is wrong with the base; the file system's or SQLite's error
 */
export const makeBackup = async (
  dataDir: string,
  folder: string,
  key: Uint8Array,
  now: number,
  { id = newBackupId(now), base }: BackupWay = {},
): Promise<BackupReport> => {
  const database = join(dataDir, DATABASE_NAME);
  if (!existsSync(database)) throw new BackupError("no-data", `${database} is not there`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const work = workFolder(dataDir);
  const path = backupPath(folder, id);
  const snapshot = join(work, DATABASE_NAME);
  const delta = join(work, DELTA_NAME);
  try {
    // Its lines must not tell of entries behind those of the database.
    const checkpoints = join(dataDir, CHECKPOINTS_NAME);
    const checkpointBytes = existsSync(checkpoints) ? statSync(checkpoints).size : 0;
    await snapshotDatabase(database, snapshot);
    const { schema, epoch, feeds, counts } = describeDatabase(snapshot);
    const former = base === undefined ? null : compareWithBase(base, key, snapshot, delta);
    const about = { id, createdAt: now, schema, epoch, feeds };
    const on = former === null ? {} : { base: { id: former.header.id, salt: former.header.salt } };
    const archive = createArchive(path, { ...about, ...on }, key);
    try {
      const whole: BackupEntry[] = [];
      if (former === null) whole.push(archive.file(DATABASE_NAME, snapshot));
      else {
        archive.file(DELTA_NAME, delta);
        whole.push(entryOf(DATABASE_NAME, snapshot));
      }
      if (checkpointBytes > 0) whole.push(archive.file(CHECKPOINTS_NAME, checkpoints, checkpointBytes));
      let files = 0;
      for (const [name, file] of filesIn(join(dataDir, FILES_NAME), FILES_NAME)) {
        // One that was removed meanwhile is not asked for by anybody.
        if (!existsSync(file)) continue;
        const known = former?.entries.get(name);
        whole.push(known !== undefined && isSame(known, entryOf(name, file)) ? known : archive.file(name, file));
        files += 1;
      }
      const bytes = archive.finish({ id, schema, epoch, counts, ...(former === null ? {} : { whole }) });
      return { path, header: readHeader(path), bytes, counts, files };
    } catch (error) {
      archive.abort();
      throw error;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

const reportOf = (path: string, { counts, entries, whole = entries }: BackupManifest): BackupReport => ({
  ...{ path, header: readHeader(path), bytes: statSync(path).size, counts },
  files: whole.filter(({ name }) => name.startsWith(`${FILES_NAME}/`)).length,
});

/**
 * Proves that a backup can be restored, by restoring it into a folder that is removed again (SEC-BAK-05). Blocks.
 *
 * @param workDir - data folder in which there is place for it
 * @throws BackupError
 */
export const verifyBackup = (path: string, workDir: string, key: Uint8Array): BackupReport => {
  const work = workFolder(workDir);
  try {
    return reportOf(path, unpack(path, key, work, "full"));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

/** What a restore does, or would do. */
export type RestoreReport = BackupReport & {
  /** Folder in the data folder with what stood there before; null: there was nothing, or it was only asked. */
  readonly aside: string | null;
  /** Rows of what stood there before; null: there was no database, or none that can be read. */
  readonly before: { readonly [table: string]: number } | null;
};

const countsBefore = (file: string): RestoreReport["before"] => {
  try {
    return existsSync(file) ? describeDatabase(file).counts : null;
  } catch {
    return null;
  }
};

/**
 * Puts a backup in the place of what is in a data folder, after it was proven; what stood there is kept aside. Killed at any moment it
 * leaves the old state or the new one (SEC-BAK-05).
 *
 * @param open - opens the unpacked database, brings it to the schema of this release and writes into its audit log
 * @throws BackupError
 */
export const restoreBackup = async (
  path: string,
  dataDir: string,
  key: Uint8Array,
  how: { readonly now: Instant; readonly isDry: boolean; readonly open: (file: string, id: string) => Promise<void> },
): Promise<RestoreReport> => {
  const database = join(dataDir, DATABASE_NAME);
  const refuseInUse = (): void => {
    if (isDatabaseInUse(database)) throw new BackupError("in-use", `a hub runs on ${dataDir}`);
  };
  readHeader(path);
  if (!how.isDry) refuseInUse();
  const before = countsBefore(database);
  const work = workFolder(dataDir);
  let isDecided = false;
  try {
    const manifest = unpack(path, key, work, "quick");
    const report = { ...reportOf(path, manifest), before };
    if (how.isDry) return { ...report, aside: null };
    const restored = join(work, DATABASE_NAME);
    renewDatabase(restored);
    await how.open(restored, manifest.id);
    // Proven already as it was; looked at again only when a migration has gone over all of it.
    const faults = manifest.schema === SCHEMA_VERSION ? [] : databaseFaults(restored, "quick");
    if (faults.length > 0) throw new BackupError("unsound", `the restored database is damaged: ${faults[0]}`);
    refuseInUse();
    const stamp = newBackupId(how.now).slice("backup-".length);
    const aside = `before-restore-${stamp}`;
    isDecided = true;
    swap(dataDir, { staged: relative(dataDir, work), aside, names: REPLACED });
    return { ...report, aside };
  } finally {
    // What comes in is in there until the swap has ended; it removes the folder itself.
    if (!isDecided) rmSync(work, { recursive: true, force: true });
  }
};
