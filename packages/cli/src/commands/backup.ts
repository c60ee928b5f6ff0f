import { join } from "node:path";
import {
  BackupError,
  type BackupFault,
  type BackupReport,
  backupData,
  type DataFolder,
  type MigrationReport,
  migrateFolder,
  type RestoreReport,
  restoreData,
  verifyData,
} from "@dianan/hub";
import type { Values } from "../options/option.ts";
import { both, type ExitCode, type Terminal } from "../terminal.ts";
import type { backupOptions, migrateOptions, restoreOptions, verifyOptions } from "./backup-options.ts";

const words: { readonly [F in BackupFault]: { readonly zh: string; readonly en: string } } = {
  "not-a-backup": { zh: "不是备份文件", en: "it is no backup" },
  truncated: { zh: "备份被截断,不完整", en: "the backup is truncated" },
  altered: { zh: "备份被改动或损坏", en: "the backup was altered or damaged" },
  "wrong-key": {
    zh: "备份由另一主密钥生成,请给出生成它的主密钥(DIANAN_MASTER_KEY 或 master.key)",
    en: "the backup was made under another master key: give that one (DIANAN_MASTER_KEY or master.key)",
  },
  newer: { zh: "由更新的版本生成,请先升级本程序", en: "it was made by a later release: upgrade this program first" },
  unsound: { zh: "还原出的数据库不可用", en: "what came out is no sound database" },
  "no-base": {
    zh: "增量备份所依赖的完整备份不在同一文件夹,或不是同一份",
    en: "the whole backup on which it was made is not beside it, or not the same",
  },
  "in-use": { zh: "有平台正在使用此数据文件夹,请先停止", en: "a hub runs on this data folder: stop it first" },
  "no-data": { zh: "数据文件夹中没有数据库", en: "there is no database in the data folder" },
  "no-key": {
    zh: "没有主密钥:请设置 DIANAN_MASTER_KEY,或把 master.key 放入数据文件夹",
    en: "there is no master key: set DIANAN_MASTER_KEY or put master.key into the data folder",
  },
};

const failure = (error: unknown): string => {
  if (error instanceof BackupError) {
    const { zh, en } = words[error.code];
    return both(`未完成:${zh}(${error.message})。`, `Not done: ${en} (${error.message}).`);
  }
  const message = error instanceof Error ? error.message : String(error);
  return both(`未完成:${message}`, `Not done: ${message}`);
};

const dataOf = (values: { readonly data: string; readonly "master-key": string | null }): DataFolder => ({
  dataDir: values.data,
  masterKey: values["master-key"] ?? "",
});

/** Runs one act on one operand, and says what came of it or why nothing did. */
const act = async <T>(
  operands: readonly string[],
  usage: string,
  json: boolean,
  terminal: Terminal,
  run: (operand: string) => Promise<T> | T,
  said: (report: T) => string,
): Promise<ExitCode> => {
  const [operand] = operands;
  if (operand === undefined || operands.length > 1) {
    terminal.err(both(`用法:dianan ${usage}`, `Use: dianan ${usage}`));
    return 2;
  }
  try {
    const report = await run(operand);
    terminal.out(json ? `${JSON.stringify(report)}\n` : said(report));
    return 0;
  } catch (error) {
    terminal.err(failure(error));
    return 1;
  }
};

const rowsOf = (counts: { readonly [table: string]: number }): number =>
  Object.values(counts).reduce((sum, rows) => sum + rows, 0);
const timeOf = (at: number): string => new Date(at).toISOString();
const sizeOf = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MiB`;

const content = ({ header, counts, files, bytes }: BackupReport) => ({
  zh: `${header.base === undefined ? "" : `增量,基于 ${header.base.id},`}${timeOf(header.createdAt)},${rowsOf(counts)} 行,${files} 个文件,${sizeOf(bytes)}`,
  en: `${header.base === undefined ? "" : `an increment on ${header.base.id}, `}${timeOf(header.createdAt)}, ${rowsOf(counts)} rows, ${files} files, ${sizeOf(bytes)}`,
});

/** `dianan backup <folder>`, also while the hub runs. */
export const backupCommand = (
  values: Values<typeof backupOptions>,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> =>
  act(
    operands,
    "backup [--data <folder>] [--increment] <folder>",
    values.json,
    terminal,
    (folder) => backupData(dataOf(values), folder, values.increment),
    (report) => {
      const { zh, en } = content(report);
      return both(`已备份到 ${report.path}:${zh}。`, `Backed up to ${report.path}: ${en}.`);
    },
  );

/** `dianan verify <backup>`: proves it by restoring it into a temporary folder. */
export const verifyCommand = (
  values: Values<typeof verifyOptions>,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> =>
  act(
    operands,
    "verify [--data <folder>] <backup>",
    values.json,
    terminal,
    (path) => verifyData(dataOf(values), path, values.temp),
    (report) => {
      const { zh, en } = content(report);
      return both(`${report.path} 可以还原:${zh}。`, `${report.path} can be restored: ${en}.`);
    },
  );

const restored = (report: RestoreReport, dataDir: string): string => {
  const { zh, en } = content(report);
  const before = report.before === null ? null : rowsOf(report.before);
  if (report.aside !== null) {
    const aside = join(dataDir, report.aside);
    return both(
      `已还原:${zh}。原有数据在 ${aside},确认无误后可删除。所有人需重新登录,旧的变更游标失效(410)。`,
      `Restored: ${en}. What stood there before is in ${aside}; remove it when all is well. Everybody signs in again, and old cursors of the feed end (410).`,
    );
  }
  return both(
    `校验通过,可以还原:${zh}。${before === null ? "目标文件夹没有可读的数据库。" : `将替换现有的 ${before} 行,原有数据会移到一旁保留。`}未做任何改动。`,
    `Verified, can be restored: ${en}. ${before === null ? "There is no database in the folder that can be read." : `It would take the place of ${before} rows, which would be kept aside.`} Nothing was changed.`,
  );
};

/** `dianan restore <backup>`: verifies, then replaces. */
export const restoreCommand = (
  values: Values<typeof restoreOptions>,
  operands: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> =>
  act(
    operands,
    "restore [--data <folder>] [--dry-run] <backup>",
    values.json,
    terminal,
    (path) => restoreData(dataOf(values), path, values["dry-run"]),
    (report) => restored(report, values.data),
  );

const migrated = ({ from, to, backup }: MigrationReport): string =>
  backup === null
    ? both(`数据库已是结构 ${to},无需升级。`, `The database has schema ${to}: there is nothing to do.`)
    : both(
        `已从结构 ${from} 升级到 ${to}。升级前的备份已验证:${backup.path};退回旧版本时用旧程序还原它。`,
        `Migrated from schema ${from} to ${to}. The backup of before was proven: ${backup.path}; to go back, restore it with the former release.`,
      );

/** `dianan migrate`: backup, then one step. */
export const migrateCommand = (values: Values<typeof migrateOptions>, terminal: Terminal): Promise<ExitCode> =>
  act(
    [values["backup-folder"] ?? join(values.data, "backups")],
    "migrate",
    values.json,
    terminal,
    (folder) => migrateFolder(dataOf(values), folder),
    migrated,
  );
