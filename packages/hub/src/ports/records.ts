import type { Instant } from "@dianan/model";
import type { Actor } from "../core/actor.ts";
import type { AlarmLife } from "../core/alarm-life-state.ts";

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
  /** True: without alarms that are grouped under another one. */ readonly isTop?: boolean;
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

/** Members by which a page may be filtered; an alarm's `placeType` is its unit's, `stage`, `assigneeId` and `rootId` are of its life. The adapter keeps an index for each. */
export const filterable: { readonly [K in RecordKind]: readonly string[] } = {
  operator: [],
  unit: ["operatorId", "placeType"],
  device: ["unitId", "operatorId", "presence", "status", "type", "modelId"],
  component: ["deviceId", "status"],
  alarm: ["deviceId", "unitId", "state", "class", "type", "severity", "placeType", "stage", "assigneeId", "rootId"],
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
