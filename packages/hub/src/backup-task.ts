import type { BackupFault } from "./ports/backup-file.ts";

/** What the thread of backups is to do. */
export type BackupTask =
  | {
      readonly kind: "make";
      readonly dataDir: string;
      readonly folder: string;
      readonly key: Uint8Array;
      readonly id: string;
      /** The whole backup on which an increment is made. */ readonly base: string | null;
      readonly now: number;
    }
  | { readonly kind: "verify"; readonly dataDir: string; readonly path: string; readonly key: Uint8Array }
  /** Counts what there is of each data set. */
  | { readonly kind: "count"; readonly file: string }
  /** Looks at every page of the database. */
  | { readonly kind: "check"; readonly file: string };

export type BackupReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: BackupFault | null; readonly message: string };
