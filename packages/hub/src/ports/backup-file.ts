/**
 * Why a backup was refused or could not be made or put back. Public: one may be added.
 * `not-a-backup`: other bytes; `truncated`: it ends before its end; `altered`: a byte of it was changed; `wrong-key`: made under another
 * master key; `newer`: made by a later release; `unsound`: what came out is no sound database, or not what the manifest says;
 * `no-base`: it holds only what changed since another one, and that one is not beside it; `in-use`: a hub runs on the folder; `no-data`: there is no database in it; `no-key`: there is no master key.
 */
export type BackupFault =
  | "not-a-backup"
  | "truncated"
  | "altered"
  | "wrong-key"
  | "newer"
  | "unsound"
  | "no-base"
  | "in-use"
  | "no-data"
  | "no-key";

/** A backup that is refused (备份被拒绝). The message says where, in English; whoever shows it to people has words for each code. */
export class BackupError extends Error {
  readonly code: BackupFault;
  constructor(code: BackupFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "BackupError";
    this.code = code;
  }
}

/** What can be read of a backup without its key. Changing it is found out with the key. */
export type BackupHeader = {
  /** Form of the file: 1; 2: an increment. */ readonly format: number;
  readonly id: string;
  /** Milliseconds UTC. */ readonly createdAt: number;
  /** Schema of the database in it. */ readonly schema: number;
  /** Feed of the database in it and its head for each tenant, up to which changes are in it. */ readonly epoch: string;
  readonly feeds: { readonly [tenant: string]: number };
  /** Names the key, so that another one is told from damage. */ readonly keyId: string;
  /** Base64 of 32 random bytes: each file has a key of its own. */ readonly salt: string;
  /** Of an increment (增量备份): the backup without which it cannot be restored, and that one's salt. */
  readonly base?: { readonly id: string; readonly salt: string };
};

/** A file in a backup. */
export type BackupEntry = { readonly name: string; readonly bytes: number; readonly sha256: string };

/** What a backup holds (备份清单): at its end, under its key. */
export type BackupManifest = {
  readonly id: string;
  readonly schema: number;
  readonly epoch: string;
  /** Rows of each table. */ readonly counts: { readonly [table: string]: number };
  readonly entries: readonly BackupEntry[];
  /** Of an increment: all that is there when it was put onto its base. */ readonly whole?: readonly BackupEntry[];
};

/** The database's name in the data folder and in backups. */
export const DATABASE_NAME = "hub.db";
/** In an increment: the pages of the database that are not as in its base. */
export const DELTA_NAME = "hub.db-delta";
/** The file of checkpoints of the audit log, where it lies in the data folder. */
export const CHECKPOINTS_NAME = "audit-checkpoints.jsonl";
/** The folder of uploaded files. */
export const FILES_NAME = "files";
