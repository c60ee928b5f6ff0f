import { existsSync } from "node:fs";
import { join } from "node:path";
import { existingMasterKey, masterKey } from "./access/key-ring.ts";
import { DATABASE_NAME } from "./ports/backup-file.ts";

/** A database is there and its master key (主密钥) is not: a new one would open no sealed secret and continue no audit chain. */
export class MasterKeyLostError extends Error {
  readonly code = "no-master-key";
  constructor(file: string) {
    super(
      `${file} is missing, and the database beside it was written under it: put the file back (it is not in backups), or set DIANAN_MASTER_KEY to go on under another key, after which sealed secrets must be given anew ` +
        "数据文件夹中有数据库而没有主密钥:请放回 master.key(备份中不含),或设置 DIANAN_MASTER_KEY 改用新密钥,此后已加密保存的密钥须重新提供",
    );
    this.name = "MasterKeyLostError";
  }
}

/**
 * The master key under which a hub starts: made at the first start, never beside a database that another one wrote (SEC-KEY-02).
 *
 * @param text - in base64; empty: that of the data folder
 * @throws MasterKeyLostError; RangeError when the text or the file is no key
 */
export const startKey = (dataDir: string, text: string): Uint8Array => {
  const file = join(dataDir, "master.key");
  if (existingMasterKey(text, file) === null && existsSync(join(dataDir, DATABASE_NAME)))
    throw new MasterKeyLostError(file);
  return masterKey(text, file);
};
