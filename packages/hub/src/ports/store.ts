import type { Instant, TenantId } from "@dianan/model";
import type { Actor } from "../core/actor.ts";
import type { AlarmEntry } from "../core/alarm-entry.ts";
import type { AlarmLife } from "../core/alarm-life-state.ts";
import type { AuditDraft } from "../core/audit-entry.ts";
import type { AccessDraft, AccessKind } from "./access-store.ts";
import type { AlarmReads } from "./alarm-reads.ts";
import type { EvidenceReads, FrameRow, UndecodableRow } from "./evidence.ts";
import type { LatestReading } from "./latest-readings.ts";
import type { OutboxWrite } from "./outbox.ts";
import type { PresenceChange, PresenceCount, PresenceMark, PresenceQuery } from "./presence-history.ts";
import type { WebhookAct } from "./webhook-store.ts";

/**
 * Why the store refused or failed. `bad-text`: U+0000 or a lone surrogate in a text; `full`: no space left;
 * `bad-position`: a page was asked after something that is no position of this store; `conflict`: something of the batch
 * no longer is as the writer saw it, and nothing of it was written; `failed`: the database said no; `closed`: the store is closing or its thread has ended.
 */
export class StoreError extends Error {
  readonly code: "bad-text" | "bad-position" | "conflict" | "full" | "failed" | "closed";
  constructor(code: StoreError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }
}

/** The five shared kinds (五类记录), SH-1 to SH-5, in the order in which they are pushed: what is referred to goes first. */
export type RecordKind = "operator" | "unit" | "device" | "component" | "alarm";

/** A JSON object as it came in or goes out. Unknown members are kept (SH-6). */
export type JsonObject = { readonly [member: string]: unknown };

/** A record as stored: `body` is the sharing record without its meta members; the meta is beside it. */
export type StoredRecord = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly body: JsonObject;
  /** Starts at 1 and grows by 1 with each change. */ readonly version: number;
  readonly updatedAt: Instant;
  readonly deleted: boolean;
  /** Of alarms: what people did about it. Not part of the record that is shared. */ readonly life?: AlarmLife;
};

/** A record as it is now. */
export type CurrentRecord = StoredRecord & {
  /** Version of the last change that was not the hub's own keeping of presence, status and counts. */
  readonly editedVersion: number;
};

/** Who changed a record (操作者). */
export type RecordActor = Actor;

/** A version of a record, as the feed still has it. */
export type RecordVersion = {
  readonly version: number;
  readonly at: Instant;
  readonly deleted: boolean;
  readonly body: JsonObject;
  /** Null: the hub itself. */ readonly by: RecordActor | null;
};

/** Where a page begins and which records it may hold. `after` is the store's own opaque position. */
export type PageQuery = {
  readonly kind: RecordKind;
  readonly after: string | null;
  readonly limit: number;
  readonly updatedFrom: Instant | null;
  readonly updatedTo: Instant | null;
  /** Members of the body that must equal these values, such as `{ unitId: "u1" }`. Only the members of `filterable`. */
  readonly where: { readonly [member: string]: string };
  readonly withDeleted: boolean;
  /** Code of a region: only units in it and alarms of such units, smaller regions inside included. */
  readonly regionCode?: string | null;
  /** Words that an operator, a unit or a device must hold, each of them, as `searchWords` gives them. */
  readonly words?: readonly string[];
  /** Alarms that happened from this time on; with a bound of these two alarms come in the order of occurrence. */
  readonly occurredFrom?: Instant | null;
  /** Alarms that happened before this time. */
  readonly occurredTo?: Instant | null;
  /** Alarms that are overdue (逾期) at a time, or that are not. */ readonly overdue?: AtTime | null;
  /** Alarms that are shelved (搁置) at a time, or that are not. */ readonly shelved?: AtTime | null;
};

/** Records of one kind in the order of their ids, whatever the kind, tombstones too: for comparing two sides. */
export type OrderedQuery = {
  readonly kind: RecordKind;
  /** The last id of the page before; empty: from the start. */ readonly after: string;
  readonly limit: number;
  readonly updatedFrom: Instant | null;
  readonly updatedTo: Instant | null;
};

/** What a record is, in short: see `recordDigest`. */
export type DigestRow = Pick<StoredRecord, "id" | "version" | "updatedAt" | "deleted"> & { readonly digest: string };

/** Whether something is so at a time. */
export type AtTime = { readonly at: Instant; readonly is: boolean };

/** A page may be shorter than asked, even empty, and have a next one all the same: how far one page looks is bounded. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

/** Members by which a page may be filtered; an alarm's `placeType` is its unit's, `stage` and `assigneeId` are of its life. The adapter keeps an index for each. */
export const filterable: { readonly [K in RecordKind]: readonly string[] } = {
  operator: [],
  unit: ["operatorId", "placeType"],
  device: ["unitId", "operatorId", "presence", "status", "type", "modelId"],
  component: ["deviceId", "status"],
  alarm: ["deviceId", "unitId", "state", "class", "type", "severity", "placeType", "stage", "assigneeId"],
};

/** One position of the change feed: the same log feeds SSE, webhooks and sharing. Positions have no gaps. */
export type Change = {
  readonly position: number;
  readonly kind: RecordKind;
  readonly id: string;
  readonly version: number;
  readonly at: Instant;
  /** The record as it was after this change. */ readonly record: StoredRecord;
};

/** Where the feed stands. `epoch` changes when a database is restored: cursors of another epoch are refused with 410. */
export type FeedState = { readonly epoch: string; readonly head: number; readonly oldest: number };

/** One row per device and instant (遥测). Values are the quantity's scaled integers. */
export type ReadingRow = {
  readonly deviceId: string;
  readonly at: Instant;
  /** Tells rows of one instant apart: the serial of the frame, or the item's place in an upload. 0 to 65535. */
  readonly part: number;
  readonly receivedAt: Instant;
  readonly values: readonly ReadingValue[];
};
export type ReadingValue = {
  readonly component: string | null;
  readonly quantity: string;
  readonly value: number;
  readonly quality: string;
};
export type ReadingQuery = {
  readonly deviceId: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly after: string | null;
  readonly limit: number;
};

/** What the core keeps per device (or stranger) between two frames. Plain JSON, written whole. */
export type DeviceStateRow = { readonly key: string; readonly state: JsonObject };

/** A component as the core needs it: where it is and what its record says. */
export type ComponentRow = {
  readonly deviceId: string;
  readonly componentKey: string;
  readonly id: string;
  readonly status: string;
};

/** One thing to write. A batch is data: an adapter may apply it again after an unclear failure. */
export type Write =
  | { readonly kind: "frame"; readonly frame: FrameRow }
  | { readonly kind: "undecodable"; readonly row: UndecodableRow }
  | { readonly kind: "reading"; readonly row: ReadingRow }
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
  readonly puts: readonly PutResult[] /** Head of the feed after this batch. */;
  readonly head: number;
};

/** A device with an address on the wire, and what new records about it need to know. */
export type RegisteredDevice = {
  readonly protocol: string;
  readonly wireAddress: string;
  readonly deviceId: string;
  /** The device's record. */ readonly body: JsonObject;
};

/** The system of record. `commit` resolves only when the batch is durable; all or nothing, idempotent. */
export type Store = AlarmReads &
  EvidenceReads & {
    commit(batch: Batch): Promise<Receipt>;
    record(tenant: TenantId, kind: RecordKind, id: string): Promise<CurrentRecord | null>;
    page(tenant: TenantId, query: PageQuery): Promise<Page<StoredRecord>>;
    inOrder(tenant: TenantId, query: OrderedQuery): Promise<readonly StoredRecord[]>;
    digests(tenant: TenantId, query: OrderedQuery): Promise<readonly DigestRow[]>;
    /** Newest first. */ readings(tenant: TenantId, query: ReadingQuery): Promise<Page<ReadingRow>>;
    /** Device by device, the newest value of each component and quantity. */
    latestReadings(tenant: TenantId, devices: readonly string[]): Promise<readonly LatestReading[]>;
    /** After `after`, oldest first, gap-free, in commit order. */
    changes(tenant: TenantId, after: number, limit: number): Promise<readonly Change[]>;
    /**
     * Versions of one record that the feed still has, newest first. Alarms have an account of their own: of them none.
     *
     * @param before - only versions below this one
     * @param until - only versions from before this time
     */
    history(
      tenant: TenantId,
      kind: Exclude<RecordKind, "alarm">,
      id: string,
      page: { readonly before: number | null; readonly until: Instant | null; readonly limit: number },
    ): Promise<readonly RecordVersion[]>;
    /** Newest first. Every change of a device record's presence is one, in the transaction that made it. */
    presenceChanges(tenant: TenantId, query: PresenceQuery): Promise<Page<PresenceChange>>;
    /** Of each device, oldest first: from the last one at or before `from` on. */
    presenceMarks(
      tenant: TenantId,
      devices: readonly string[],
      from: Instant,
    ): Promise<readonly (readonly PresenceMark[])[]>;
    presenceCounts(tenant: TenantId): Promise<readonly PresenceCount[]>;
    feed(tenant: TenantId): Promise<FeedState>;
    /** Registered addresses, loaded at start: every device with a protocol and wireAddress. */
    registered(tenant: TenantId): Promise<readonly RegisteredDevice[]>;
    deviceStates(tenant: TenantId): Promise<readonly DeviceStateRow[]>;
    deviceState(tenant: TenantId, key: string): Promise<DeviceStateRow | null>;
    /** Components that have a component key: of one device, or of all (null). */
    components(tenant: TenantId, deviceId: string | null): Promise<readonly ComponentRow[]>;
    /** Row counts and database size, for metrics. */ figures(
      tenant: TenantId,
    ): Promise<{ readonly [name: string]: number }>;
    close(): Promise<void>;
  };
