import type { DueDays } from "../core/alarm-life-state.ts";
import type { AuditDraft } from "../core/audit-entry.ts";
import type { SessionRow } from "../ports/charging.ts";
import type { AlarmTimes } from "../ports/latency.ts";
import type { NoticeAct } from "../ports/notice-store.ts";
import type { Destination, OutboxLane, OutboxWrite } from "../ports/outbox.ts";
import type { ExpiryPart } from "../ports/retention.ts";
import type { StoreError } from "../ports/store-error.ts";
import type { WebhookAct } from "../ports/webhook-store.ts";
import type { PutResult } from "../ports/write.ts";

// What travels between the main thread and the store's two threads. Tuples instead of objects: a frame costs three of
// them, and the copy between threads is most of what a commit costs the main thread.

/** Place of bytes in the message's one buffer: offset and length. */
type Bytes = readonly [offset: number, length: number];

export type PackedWrite =
  | readonly [
      op: "frame",
      id: string,
      protocol: string,
      wireAddress: string,
      deviceId: string | null,
      receivedAt: number,
      remote: string,
      bytes: Bytes,
    ]
  | readonly [
      op: "reading",
      deviceId: string,
      at: number,
      part: number,
      receivedAt: number,
      /** JSON: [component id or null, quantity, quality][] */ series: string,
      packed: Bytes,
      /** Its values are to be written down as newest. */ isLatest: boolean,
    ]
  | readonly [op: "session", row: SessionRow, receivedAt: number]
  | readonly [op: "latestNotAfter", at: number]
  | readonly [op: "alarmTimes", id: string, times: AlarmTimes]
  | readonly [op: "state", key: string, state: string]
  | readonly [op: "dropState", key: string]
  | readonly [
      op: "undecodable",
      id: string,
      protocol: string,
      receivedAt: number,
      remote: string,
      bytes: Bytes,
      error: string,
    ]
  | readonly [
      op: "stranger",
      protocol: string,
      wireAddress: string,
      seenAt: number,
      frames: number,
      alarms: readonly (readonly [id: string, body: string])[],
    ]
  | readonly [op: "dismiss", protocol: string, wireAddress: string, at: number]
  | readonly [op: "claim", protocol: string, wireAddress: string, deviceId: string, unitId: string, at: number]
  | readonly [
      op: "put",
      kind: string,
      id: string,
      set: string,
      at: number,
      how: "replace" | "merge" | "create",
      ifVersion: number | null,
      actor: string | null,
      /** JSON: { life, entries } of an alarm */ handling: string | null,
    ]
  | readonly [op: "delete", kind: string, id: string, at: number, ifVersion: number | null, actor: string | null]
  | readonly [op: "sent", kind: string, id: string, sender: string, version: number, updatedAt: number | null]
  | readonly [op: "erase", kind: string, id: string, at: number, actor: string | null]
  | readonly [op: "eraseActor", id: string, name: string]
  | readonly [
      op: "item",
      kind: string,
      id: string,
      body: string,
      lookup: Uint8Array | null,
      expiresAt: number | null,
      ifVersion: number | null,
    ]
  | readonly [op: "dropItem", kind: string, id: string, must: boolean]
  | readonly [op: "webhook", id: string, act: WebhookAct]
  | readonly [op: "notice", act: NoticeAct]
  | readonly [op: "outbox", write: OutboxWrite]
  | readonly [op: "audit", entry: AuditDraft];

/** One thing for the writer to do, all or nothing. Many of them share a transaction. */
export type Job =
  | { readonly kind: "batch"; readonly tenant: string; readonly writes: readonly PackedWrite[] }
  | { readonly kind: "expire"; readonly part: ExpiryPart }
  | { readonly kind: "packReadings"; readonly now: number; readonly isAll: boolean }
  | { readonly kind: "sweepItems"; readonly now: number }
  | {
      readonly kind: "setDestinations";
      readonly tenant: string;
      readonly destinations: readonly Destination[];
      readonly at: number;
    }
  | { readonly kind: "oweMore"; readonly tenant: string; readonly destination: string }
  | {
      readonly kind: "failed";
      readonly tenant: string;
      readonly destination: string;
      readonly lane: OutboxLane;
      readonly nextAt: number;
      readonly error: string;
    };

export type JobResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: StoreError["code"]; readonly message: string };

/** Value of a `batch` job. */
export type BatchResult = { readonly puts: readonly PutResult[]; readonly head: number };

/** A job as it travels; of a light batch only where in the message's bytes it begins. */
export type PackedJob = Job | number;

export type WriterMessage =
  | { readonly kind: "jobs"; readonly jobs: readonly PackedJob[]; readonly bytes: Uint8Array }
  | { readonly kind: "close" };
export type WriterReply =
  | { readonly kind: "ready"; readonly epoch: string }
  | { readonly kind: "refused"; readonly message: string }
  | {
      readonly kind: "done";
      /** Null: a light batch that is written. */ readonly results: readonly (JobResult | null)[];
      readonly ms: number;
    };

/** What the life of an alarm depends on beside the alarm. */
export type AlarmRules = {
  /** Whose alarms are dealt with here. */ readonly platformCode: string;
  readonly due: DueDays;
};

export type WriterOptions = {
  readonly file: string;
  readonly epoch: string;
  /** Changes kept in the feed. */ readonly changes: number;
  /** Refused frames kept. */ readonly undecodable: number;
  /** Key of the audit chain. */ readonly auditKey: Uint8Array;
  readonly alarms: AlarmRules;
  /** Upper bound of the file, in pages of 4 KiB; 0: what the disk has. The last of it is for alarms. */ readonly maxPages: number;
};

/** `null`: close. */
export type ReaderMessage = ReaderQuestion | null;
export type ReaderQuestion = { readonly id: number; readonly query: string; readonly args: readonly unknown[] };
export type ReaderReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly code: StoreError["code"]; readonly message: string };
