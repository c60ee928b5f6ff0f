import type { Instant, TenantId } from "@dianan/model";
import type { AuditDraft } from "../core/audit-entry.ts";
import type { Dataset, ExpiringDataset, Hold } from "../core/retention.ts";
import type { Caller, Circumstance } from "./caller.ts";

/** How far a walk has come; null: from the start. */
export type ExpiryPosition = { readonly shard: number; readonly device: string } | null;

/** A part of the removal of what is old. */
export type ExpiryPart = {
  readonly tenant: TenantId;
  readonly dataset: ExpiringDataset;
  /** What was received, and measured, before this. Never younger than a year at `now`. */ readonly before: Instant;
  readonly now: Instant;
  readonly after: ExpiryPosition;
  /** Rows of one transaction. */ readonly limit: number;
  /** Written with it when it removes something. */ readonly entry: AuditDraft | null;
};

/** Removes what is older than its retention, a part at a time (SEC-BAK-08). */
export type Expiry = {
  /** @throws StoreError failed for a limit within the last year. `next` null: nothing is left */
  expire(part: ExpiryPart): Promise<{ readonly removed: number; readonly next: ExpiryPosition | "again" }>;
};

/** What there is of a data set, as last counted. */
export type DatasetFigures = { readonly rows: number; readonly bytes: number; readonly oldestAt: Instant | null };

/** How long one data set is kept, and what there is of it. */
export type RetentionRow = DatasetFigures & {
  readonly dataset: Dataset;
  readonly days: number;
  readonly hold: Hold | null;
  /** When its oldest row may go; null: nothing goes, or not while it is held. */ readonly nextExpiryAt: Instant | null;
};
export type Retention = { readonly items: readonly RetentionRow[] /** 0: as it comes. */; readonly version: number };

/** What is set for a data set. `hold` left out: as it was; null: lifted. */
export type RetentionChange = { readonly days: number; readonly hold?: Hold | null };

export type Retentions = {
  find(tenant: TenantId): Promise<Retention>;
  /** Changes those that are named. When it answers, nothing goes any more that it says is held. */
  put(
    who: Caller,
    version: number,
    changes: ReadonlyMap<ExpiringDataset, RetentionChange>,
    at: Circumstance,
  ): Promise<Retention | "conflict">;
};
