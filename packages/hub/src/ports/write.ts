import type { Instant, TenantId } from "@dianan/model";
import type { AlarmEntry } from "../core/alarm-entry.ts";
import type { AlarmLife } from "../core/alarm-life-state.ts";
import type { AuditDraft } from "../core/audit-entry.ts";
import type { SentVersion } from "../core/sent-version.ts";
import type { AccessDraft, AccessKind } from "./access-store.ts";
import type { SessionRow } from "./charging.ts";
import type { FrameRow, UndecodableRow } from "./evidence.ts";
import type { AlarmTimes } from "./latency.ts";
import type { NoticeAct } from "./notice-store.ts";
import type { OutboxWrite } from "./outbox.ts";
import type { ReadingRow } from "./readings.ts";
import type { JsonObject, RecordActor, RecordKind } from "./records.ts";
import type { WebhookAct } from "./webhook-store.ts";

/** What the core keeps per device (or stranger) between two frames. Plain JSON, written whole. */
export type DeviceStateRow = { readonly key: string; readonly state: JsonObject };

/** One thing to write. A batch is data: an adapter may apply it again after an unclear failure. */
export type Write =
  | { readonly kind: "frame"; readonly frame: FrameRow }
  | { readonly kind: "undecodable"; readonly row: UndecodableRow }
  | { readonly kind: "reading"; readonly row: ReadingRow }
  /** A charging session as it is now: the same one again replaces, and its sums follow. `receivedAt`: when this was told. */
  | { readonly kind: "session"; readonly row: SessionRow; readonly receivedAt: Instant }
  /** No newest value is later than this: the hub's clock was ahead. */
  | { readonly kind: "latestNotAfter"; readonly at: Instant }
  /** How far an alarm got, see {@link AlarmTimes}: no change of its record. Of an alarm that is not there nothing is kept. */
  | { readonly kind: "alarmTimes"; readonly id: string; readonly times: AlarmTimes }
  | { readonly kind: "deviceState"; readonly row: DeviceStateRow }
  | {
      readonly kind: "stranger";
      readonly protocol: string;
      readonly wireAddress: string;
      readonly seenAt: Instant;
      /** Total so far, so that writing it twice counts nothing twice. */ readonly frames: number;
      /** Kept as unclaimed alarms under their own ids; same id again replaces. */ readonly alarms: readonly JsonObject[];
    }
  /** Removes what the core kept under this key. */
  | { readonly kind: "dropState"; readonly key: string }
  /** Takes an address off the list until it raises another alarm; a `conflict` when it is not on it. */
  | { readonly kind: "dismiss"; readonly protocol: string; readonly wireAddress: string; readonly at: Instant }
  /** The address becomes this device's: its unclaimed alarms become alarm records, and it leaves the list of strangers. */
  | {
      readonly kind: "claim";
      readonly protocol: string;
      readonly wireAddress: string;
      readonly deviceId: string;
      readonly unitId: string;
      readonly at: Instant;
    }
  /** Create or change a record. Unchanged content makes no new version. */
  | {
      readonly kind: "put";
      readonly record: RecordKind;
      readonly id: string;
      readonly set: JsonObject;
      readonly at: Instant;
      /**
       * `replace`: the body becomes `set`; `merge`: members of `set` replace, null removes, others stay, and nothing
       * happens when the record is absent or deleted; `create`: only when absent or deleted.
       */
      readonly how: "replace" | "merge" | "create";
      /** Only when nobody but the hub has changed it since this version (If-Match); else the batch is a `conflict`. */
      readonly ifVersion?: number;
      /** Absent: the hub itself. */ readonly by?: RecordActor;
      /** Of a new alarm: the alarm under which a storm groups it. */ readonly rootId?: string;
      /** Of an alarm: its life after an act, and what is told of it. Absent: what follows from the record alone. */
      readonly handling?: { readonly life: AlarmLife; readonly entries: readonly AlarmEntry[] };
    }
  | {
      readonly kind: "delete";
      readonly record: RecordKind;
      readonly id: string;
      readonly at: Instant;
      readonly ifVersion?: number;
      readonly by?: RecordActor;
    }
  /** What the sender of a record says of its age. Kept as it comes, whether or not there is such a record. */
  | {
      readonly kind: "sent";
      readonly record: RecordKind;
      readonly id: string;
      /** Id of the platform or key. */ readonly sender: string;
      readonly sent: SentVersion;
    }
  /** Takes the persons out of a record, also of its tombstone and of every version that is kept (SEC-PII-07). A change of its own. */
  | {
      readonly kind: "erase";
      readonly record: Exclude<RecordKind, "alarm">;
      readonly id: string;
      readonly at: Instant;
      readonly by?: RecordActor;
    }
  /** Puts another name in the place of that of a person who changed records. */
  | { readonly kind: "eraseActor"; readonly id: string; readonly name: string }
  /** Creates or changes an item of who may do what; see {@link AccessItem}. */
  | { readonly kind: "item"; readonly item: AccessDraft; readonly ifVersion: number | null }
  /** Removes one; `must`: that it is not there is a `conflict` (a one-time code used twice). */
  | { readonly kind: "dropItem"; readonly item: AccessKind; readonly id: string; readonly must: boolean }
  /** What becomes of a webhook's queue; see {@link WebhookAct}. */
  | { readonly kind: "webhook"; readonly id: string; readonly act: WebhookAct }
  /** What becomes of notices to people; see {@link NoticeAct}. */
  | { readonly kind: "notice"; readonly act: NoticeAct }
  /** What is owed to whom; see {@link OutboxWrite}. */
  | { readonly kind: "outbox"; readonly write: OutboxWrite }
  /** An entry of the audit log (审计日志), durable together with the act that it tells (SEC-AUD-03). */
  | { readonly kind: "audit"; readonly entry: AuditDraft };

export type Batch = { readonly tenant: TenantId; readonly writes: readonly Write[] };

/** What became of each `put` and `delete` of a batch, in their order. */
export type PutResult = {
  readonly record: RecordKind;
  readonly id: string;
  readonly status: "created" | "updated" | "unchanged";
  /** 0 when there is no such record. */ readonly version: number;
};

export type Receipt = {
  readonly puts: readonly PutResult[];
  /** Head of the feed after this batch; of one without puts it says nothing. */ readonly head: number;
};
