import type { Instant, TenantId } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";
import type { Page } from "./records.ts";
import type { Retentions } from "./retention.ts";

/** A backup (备份) as the hub keeps account of it. `restoredGood`, `restoredBad`: what its last drill came to. */
export type Backup = {
  readonly id: string;
  readonly state: "running" | "good" | "failed" | "restoredGood" | "restoredBad";
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
  readonly bytes: number;
  /** The whole one that an increment (增量备份) needs; null: it is whole. */ readonly base: string | null;
  /** Where the feed stood; head 0 while it runs. */ readonly epoch: string;
  readonly head: number;
  /** When a restore of it was proven. */ readonly restoredAt: Instant | null;
  /** Chinese, then English. */ readonly error: string | null;
};

/** Backups of the whole hub: they belong to its own tenant, and to others they do not exist. */
export type Backups = {
  /** Newest first. @param after - id behind which the page begins; null: the newest */
  list(tenant: TenantId, after: string | null, limit: number): Promise<Page<Backup>>;
  /** One at a time: while one runs, that one is the answer. `foreign`: the caller is of another tenant. */
  create(who: Caller, at: Circumstance): Promise<Backup | "foreign">;
  /** Proves one by restoring it beside the hub. `busy`: one is made or proven just now; `unfit`: it never became a backup. */
  drill(who: Caller, id: string, at: Circumstance): Promise<Backup | "absent" | "busy" | "unfit">;
};

/** Disk now and ahead (存储与预测). */
export type Storage = {
  readonly totalBytes: number;
  readonly freeBytes: number;
  readonly usedByHub: number;
  /** Over the last week. */ readonly bytesPerDay: number;
  /** Until the warning; null: it does not grow. */ readonly daysLeft: number | null;
  readonly state: "good" | "warning";
};

/** What the hub knows of itself (平台自身状态). */
export type HubHealth = {
  readonly version: string;
  readonly startedAt: Instant;
  /** What is wrong, Chinese, then English; none: nothing is. */ readonly troubles: readonly string[];
  readonly framesPerSecond: number;
};

/** How the hub is kept in order (运行维护). */
export type Upkeep = {
  readonly backups: Backups;
  readonly retention: Retentions;
  storage(): Promise<Storage>;
  health(): HubHealth;
  /** When the last backup goes that has what is there now (SEC-KEY-06); null: there is none, or the hub makes none by itself. */
  backupsGoneAt(): Promise<Instant | null>;
  /** When the newest usable backup was made and when a restore was last proven. */
  backupTimes(): Promise<{ readonly madeAt: Instant | null; readonly provenAt: Instant | null }>;
};
