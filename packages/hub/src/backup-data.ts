import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import { createKeyRing, existingMasterKey, type KeyRing } from "./access/key-ring.ts";
import { finishSwap } from "./backup/swap.ts";
import {
  type BackupReport,
  clearBackupWork,
  makeBackup,
  type RestoreReport,
  restoreBackup,
  verifyBackup,
} from "./backup-files.ts";
import { backupsIn } from "./backup-folder.ts";
import { defaultLimits } from "./config.ts";
import { type MigrationReport, migrateData } from "./migrate-data.ts";
import { told } from "./ports/act.ts";
import { BackupError, DATABASE_NAME } from "./ports/backup-file.ts";
import { openSqliteStore } from "./store/sqlite-store.ts";

/** A data folder and the key of what is in it. */
export type DataFolder = {
  readonly dataDir: string;
  /** Base64; empty: the file `master.key` in the folder. Never made here: a new key opens nothing. */
  readonly masterKey: string;
};

/** Ends what was cut off in a data folder, before anything opens it. */
export const settleData = (dataDir: string): void => {
  finishSwap(dataDir);
  clearBackupWork(dataDir, true);
};

const ringOf = ({ dataDir, masterKey }: DataFolder): KeyRing => {
  const key = existingMasterKey(masterKey, join(dataDir, "master.key"));
  if (key === null) throw new BackupError("no-key", `${join(dataDir, "master.key")} is not there`);
  return createKeyRing(key);
};

/** Before a key is asked for: who mistook the folder is told so. */
const refuseEmpty = (dataDir: string): void => {
  const database = join(dataDir, DATABASE_NAME);
  if (!existsSync(database)) throw new BackupError("no-data", `${database} is not there`);
};

/** The newest whole backup in a folder under a key; undefined: there is none. */
const newestWhole = (folder: string, key: Uint8Array): string | undefined =>
  backupsIn(folder, key)
    .filter(({ header }) => header.base === undefined)
    .sort((one, other) => one.header.createdAt - other.header.createdAt)
    .at(-1)?.path;

/**
 * {@link makeBackup} for a program of its own, beside a hub that may run.
 *
 * @param isIncrement - on the newest whole backup in the folder; whole when there is none
 * @throws BackupError
 */
export const backupData = async (data: DataFolder, folder: string, isIncrement = false): Promise<BackupReport> => {
  refuseEmpty(data.dataDir);
  finishSwap(data.dataDir);
  clearBackupWork(data.dataDir, false);
  const key = ringOf(data).keyFor("backup");
  const base = isIncrement ? newestWhole(folder, key) : undefined;
  return makeBackup(data.dataDir, folder, key, Date.now(), base === undefined ? {} : { base });
};

/** {@link verifyBackup} for a program of its own. @param workDir - null: the data folder, else the system's temporary one */
export const verifyData = (data: DataFolder, path: string, workDir: string | null): BackupReport =>
  verifyBackup(path, workDir ?? (existsSync(data.dataDir) ? data.dataDir : tmpdir()), ringOf(data).keyFor("backup"));

/** {@link restoreBackup}, told in the audit log of what was restored (SEC-AUD-01). @throws BackupError */
export const restoreData = async (data: DataFolder, path: string, isDry: boolean): Promise<RestoreReport> => {
  const ring = ringOf(data);
  finishSwap(data.dataDir);
  const now = Date.now() as Instant;
  const open = async (file: string, id: string): Promise<void> => {
    const { store } = await openSqliteStore({
      file,
      changes: defaultLimits.changes,
      undecodable: defaultLimits.undecodable,
      auditKey: ring.keyFor("audit"),
    });
    try {
      const at = { now, source: "", requestId: randomUUID() };
      await store.commit({
        tenant: tenantId("main"),
        writes: [told("hub", "backup.restore", `backup:${id}`, "done", at)],
      });
    } finally {
      await store.close();
    }
  };
  return restoreBackup(path, data.dataDir, ring.keyFor("backup"), { now, isDry, open });
};

/** {@link migrateData} for a program of its own. @throws BackupError */
export const migrateFolder = async (data: DataFolder, folder: string): Promise<MigrationReport> => {
  finishSwap(data.dataDir);
  refuseEmpty(data.dataDir);
  return migrateData(data.dataDir, folder, ringOf(data).keyFor("backup"), Date.now());
};
