import type { Instant, TenantId } from "@dianan/model";
import type { SecurityRule } from "../core/alert-rules.ts";
import type { AuditCheckpoint } from "../core/audit-lines.ts";
import type { Caller, Circumstance } from "./caller.ts";
import type { Page } from "./records.ts";

/** Where checkpoints are written outside of the database (SEC-AUD-04), so that who rewrites it does not rewrite them too. */
export type CheckpointSink = {
  /** Resolves when it is durable. */ append(line: string): Promise<void>;
  /** The newest of each tenant, by tenant; empty when there is none. */
  newest(): Promise<ReadonlyMap<string, AuditCheckpoint>>;
};

/** A verification of a part of the chain (审计链校验) and how far it is. */
export type AuditVerification = {
  readonly id: string;
  readonly fromSequence: number;
  readonly toSequence: number;
  readonly state: "queued" | "running" | "done" | "failed";
  readonly doneItems: number;
  readonly verdict: "intact" | "broken" | null;
  readonly firstBad: number | null;
  readonly why: "hash" | "gap" | "order" | null;
  readonly createdAt: Instant;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  /** As in the audit log. */ readonly createdBy: string;
};

/** Checkpoints, verification and export of the audit log (SEC-AUD-04 to -06). */
export type AuditBooks = {
  /** With which the hub signs: whoever verifies offline compares it. */
  readonly key: { readonly keyId: string; readonly publicKey: string };
  /** Newest first. @param after - sequence below which the page begins; null: the newest */
  checkpoints(
    tenant: TenantId,
    page: {
      readonly after: number | null;
      readonly from: Instant | null;
      readonly to: Instant | null;
      readonly limit: number;
    },
  ): Promise<Page<AuditCheckpoint>>;
  verify(
    who: Caller,
    range: { readonly fromSequence: number; readonly toSequence: number },
    at: Circumstance,
  ): Promise<AuditVerification>;
  verification(tenant: TenantId, id: string): Promise<AuditVerification | null>;
  /**
   * The lines of an export, of whole stretches between checkpoints around the time that was asked for. The audit entry of the export
   * is written first. Breaks off where the chain does not hold: then the end is missing.
   */
  export(
    who: Caller,
    time: { readonly from: Instant; readonly to: Instant },
    at: Circumstance,
  ): Promise<AsyncIterable<string>>;
};

/** A security alert (安全告警) as it is kept. */
export type SecurityAlert = {
  readonly id: string;
  readonly rule: SecurityRule;
  /** What it is about; see Sighting. */ readonly subject: string;
  readonly at: Instant;
  /** As in the audit log. */ readonly actor: string | null;
  readonly source: string | null;
  /** How often since it is open. */ readonly count: number;
  readonly text: string;
  readonly state: "open" | "handled";
  readonly handledBy: { readonly actor: string; readonly name: string } | null;
};

export type SecurityAlerts = {
  /** Newest first. @param after - id behind which the page begins; null: the newest */
  list(
    tenant: TenantId,
    page: {
      readonly after: string | null;
      readonly from: Instant | null;
      readonly to: Instant | null;
      readonly limit: number;
    },
  ): Promise<Page<SecurityAlert>>;
  handle(
    who: Caller,
    id: string,
    reason: string,
    at: Circumstance,
  ): Promise<SecurityAlert | "absent" | "handled" | "conflict">;
};
