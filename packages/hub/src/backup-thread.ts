// Makes and proves backups beside the main thread: gigabytes are read, encrypted and written, and frames of devices must not wait.
import { parentPort, workerData } from "node:worker_threads";
import { makeBackup, verifyBackup } from "./backup-files.ts";
import type { BackupReply, BackupTask } from "./backup-task.ts";
import { BackupError } from "./ports/backup-file.ts";
import { databaseFaults } from "./store/database-file.ts";
import { countDatasets } from "./store/dataset-figures.ts";

const run = async (task: BackupTask): Promise<unknown> => {
  switch (task.kind) {
    case "make":
      return makeBackup(task.dataDir, task.folder, task.key, task.now, {
        id: task.id,
        ...(task.base === null ? {} : { base: task.base }),
      });
    case "verify":
      return verifyBackup(task.path, task.dataDir, task.key);
    case "count":
      return countDatasets(task.file);
    case "check":
      return databaseFaults(task.file, "quick");
  }
};

const reply = async (): Promise<BackupReply> => {
  try {
    return { ok: true, value: await run(workerData as BackupTask) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, code: error instanceof BackupError ? error.code : null, message };
  }
};

parentPort?.postMessage(await reply());
