import type { Options } from "../options/option.ts";

// biome-ignore format: a table is read by its rows
const common = [
  { name: "data", kind: "text", default: "data", zh: "数据文件夹。", en: "Data folder." },
  { name: "master-key", kind: "text", default: null, zh: "主密钥,32 字节的 base64;不填则用数据文件夹中的 master.key。只用环境变量。", en: "Master key, 32 bytes in base64; none: master.key in the data folder. Only in the environment." },
  { name: "json", kind: "flag", zh: "输出一行 JSON。", en: "Print one line of JSON." },
] as const satisfies Options;

// biome-ignore format: a table is read by its rows
export const backupOptions = [
  ...common,
  { name: "increment", kind: "flag", zh: "增量:只存与文件夹中最新完整备份不同的部分,还原时两个文件都要在;没有完整备份时做完整备份。", en: "Only what is not as in the newest whole backup in the folder; to restore, both are needed. Whole when there is none." },
] as const satisfies Options;

// biome-ignore format: a table is read by its rows
export const verifyOptions = [
  ...common,
  { name: "temp", kind: "text", default: null, zh: "临时还原到哪个文件夹;不填则为数据文件夹,没有时为系统临时文件夹。", en: "Folder in which it is restored for the proof; none: the data folder, else the system's temporary one." },
] as const satisfies Options;

// biome-ignore format: a table is read by its rows
export const restoreOptions = [
  ...common,
  { name: "dry-run", kind: "flag", zh: "只校验并说明会发生什么,不替换。", en: "Verify and say what would happen; replace nothing." },
] as const satisfies Options;

// biome-ignore format: a table is read by its rows
export const migrateOptions = [
  ...common,
  { name: "backup-folder", kind: "text", default: null, zh: "备份存放的文件夹;不填则为数据文件夹中的 backups。", en: "Folder of backups; none: backups in the data folder." },
] as const satisfies Options;
