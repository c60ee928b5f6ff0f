import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { keyIdOf } from "./backup/archive-format.ts";
import { readHeader } from "./backup/archive-reader.ts";
import { BackupError, type BackupHeader } from "./ports/backup-file.ts";

/** Ending of a backup's name. */
export const BACKUP_SUFFIX = ".dianan";

/** A backup as it lies in a folder. */
export type FoundBackup = { readonly path: string; readonly header: BackupHeader; readonly bytes: number };

export const backupPath = (folder: string, id: string): string => join(folder, `${id}${BACKUP_SUFFIX}`);

/** The base of an increment, which lies beside it. @throws BackupError no-base */
export const basePath = (path: string, { id, base }: BackupHeader): string => {
  const beside = backupPath(dirname(path), base?.id ?? "");
  let found: BackupHeader;
  try {
    found = readHeader(beside);
  } catch (cause) {
    throw new BackupError("no-base", `${id} needs ${beside}`, { cause });
  }
  if (found.id !== base?.id || found.salt !== base.salt)
    throw new BackupError("no-base", `${beside} is not the one on which ${id} was made`);
  return beside;
};

/** What lies in a folder under its own name, was made under the key and, if it is an increment, has its base beside it. */
export const backupsIn = (folder: string, key: Uint8Array): readonly FoundBackup[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    if (!name.endsWith(BACKUP_SUFFIX)) return [];
    const path = join(folder, name);
    try {
      const header = readHeader(path);
      if (header.keyId !== keyIdOf(key) || backupPath(folder, header.id) !== path) return [];
      if (header.base !== undefined) basePath(path, header);
      return [{ path, header, bytes: statSync(path).size }];
    } catch {
      return [];
    }
  });
};
