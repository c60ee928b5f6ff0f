import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { swap } from "./backup/swap.ts";
import { type BackupReport, makeBackup, verifyBackup, workFolder } from "./backup-files.ts";
import { BackupError, DATABASE_NAME } from "./ports/backup-file.ts";
import {
  databaseFaults,
  describeDatabase,
  isDatabaseInUse,
  migrateFile,
  SCHEMA_VERSION,
  schemaOfFile,
  snapshotDatabase,
} from "./store/database-file.ts";

/** What a migration did. */
export type MigrationReport = {
  readonly from: number;
  readonly to: number;
  /** Null: there was nothing to do. */ readonly backup: BackupReport | null;
};

/**
 * Brings a data folder to the schema of this release in one step: a backup, proven; a copy that is migrated and checked; then the copy
 * takes the place of the database. Whatever fails before that leaves it as it was. Back again: restore the backup with the former release.
 *
 * @throws BackupError no-data, in-use, newer, unsound
 */
export const migrateData = async (
  dataDir: string,
  folder: string,
  key: Uint8Array,
  now: number,
): Promise<MigrationReport> => {
  const database = join(dataDir, DATABASE_NAME);
  const from = schemaOfFile(database);
  if (from === null) throw new BackupError("no-data", `${database} is not there`);
  if (from > SCHEMA_VERSION)
    throw new BackupError("newer", `the database has schema ${from}, this release knows up to ${SCHEMA_VERSION}`);
  if (from === SCHEMA_VERSION) return { from, to: from, backup: null };
  const refuseInUse = (): void => {
    if (isDatabaseInUse(database)) throw new BackupError("in-use", `a hub runs on ${dataDir}`);
  };
  refuseInUse();
  const made = await makeBackup(dataDir, folder, key, now);
  const backup = verifyBackup(made.path, dataDir, key);
  const work = workFolder(dataDir);
  let isDecided = false;
  try {
    const copy = join(work, DATABASE_NAME);
    await snapshotDatabase(database, copy);
    const before = describeDatabase(copy);
    migrateFile(copy);
    const [fault] = databaseFaults(copy, "quick");
    if (fault !== undefined) throw new BackupError("unsound", `the migrated database is damaged: ${fault}`);
    const after = describeDatabase(copy);
    if (after.epoch !== before.epoch || JSON.stringify(after.feeds) !== JSON.stringify(before.feeds))
      throw new BackupError("unsound", "the migrated database has another feed");
    refuseInUse();
    isDecided = true;
    const aside = join(relative(dataDir, work), "before");
    swap(dataDir, {
      staged: relative(dataDir, work),
      aside,
      names: [DATABASE_NAME, `${DATABASE_NAME}-wal`, `${DATABASE_NAME}-shm`],
    });
    return { from, to: SCHEMA_VERSION, backup };
  } finally {
    if (!isDecided) rmSync(work, { recursive: true, force: true });
  }
};
