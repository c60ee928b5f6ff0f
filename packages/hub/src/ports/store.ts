import type { Instant, TenantId } from "@dianan/model";
import type { SentVersion } from "../core/sent-version.ts";
import type { AlarmFigureReads } from "./alarm-figures.ts";
import type { AlarmReads } from "./alarm-reads.ts";
import type { ChargingReads } from "./charging.ts";
import type { Committed } from "./commit.ts";
import type { EvidenceReads } from "./evidence.ts";
import type { LatencyReads } from "./latency.ts";
import type { LatestReading } from "./latest-readings.ts";
import type { PlaceFigureReads } from "./place-figures.ts";
import type { PresenceChange, PresenceCount, PresenceMark, PresenceQuery } from "./presence-history.ts";
import type { ReadingQuery, ReadingRow, ReadingSeries, SeriesQuery } from "./readings.ts";
import type {
  Change,
  CurrentRecord,
  DigestRow,
  FeedState,
  JsonObject,
  OrderedQuery,
  Page,
  PageQuery,
  RecordKind,
  RecordVersion,
  StoredRecord,
} from "./records.ts";
import type { Ticks } from "./ticks.ts";
import type { Batch, DeviceStateRow, Receipt } from "./write.ts";

/** A component as the core needs it: where it is and what its record says. */
export type ComponentRow = {
  readonly deviceId: string;
  readonly componentKey: string;
  readonly id: string;
  readonly status: string;
};

/** A device with an address on the wire, and what new records about it need to know. */
export type RegisteredDevice = {
  readonly protocol: string;
  readonly wireAddress: string;
  readonly deviceId: string;
  /** The device's record. */ readonly body: JsonObject;
};

/** How fresh records of a kind are (数据新鲜度). */
export type KindFreshness = {
  readonly kind: RecordKind;
  readonly count: number;
  readonly lastChangedAt: Instant | null;
};

/** The system of record. `commit` resolves only when the batch is durable; all or nothing, idempotent. */
export type Store = AlarmReads &
  AlarmFigureReads &
  ChargingReads &
  PlaceFigureReads &
  LatencyReads &
  EvidenceReads & {
    commit(batch: Batch): Promise<Receipt>;
    /** The same for what comes thousands of times a second. `done` is called once, never before this returns. */
    commitThen(batch: Batch, done: Committed): void;
    record(tenant: TenantId, kind: RecordKind, id: string): Promise<CurrentRecord | null>;
    /** A few hundred at most, in the order of the ids; null where there is none. */
    records(tenant: TenantId, kind: RecordKind, ids: readonly string[]): Promise<readonly (CurrentRecord | null)[]>;
    /** The last of a record that came from a sender, by its word; null: none did. */
    sentVersion(tenant: TenantId, kind: RecordKind, id: string, sender: string): Promise<SentVersion | null>;
    page(tenant: TenantId, query: PageQuery): Promise<Page<StoredRecord>>;
    inOrder(tenant: TenantId, query: OrderedQuery): Promise<readonly StoredRecord[]>;
    digests(tenant: TenantId, query: OrderedQuery): Promise<readonly DigestRow[]>;
    /** Newest first. */ readings(tenant: TenantId, query: ReadingQuery): Promise<Page<ReadingRow>>;
    /** By component and quantity, at most 100 of them. */
    readingSeries(tenant: TenantId, query: SeriesQuery): Promise<readonly ReadingSeries[]>;
    /**
     * Device by device, the newest value of each component and quantity.
     *
     * @param until - what is stamped later is newest only where nothing else is known; absent: whatever was stamped
     */
    latestReadings(tenant: TenantId, devices: readonly string[], until?: Instant): Promise<readonly LatestReading[]>;
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
    /** How many records of each kind there are, tombstones not counted, and when the newest change of one came. */
    freshness(tenant: TenantId): Promise<readonly KindFreshness[]>;
    /** Row counts and database size, for metrics. */ figures(
      tenant: TenantId,
    ): Promise<{ readonly [name: string]: number }>;
    readonly ticks: Ticks;
    close(): Promise<void>;
  };
