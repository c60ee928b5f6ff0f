import { isDeepStrictEqual } from "node:util";
import type { Instant, TenantId } from "@dianan/model";
import { masked, withoutPersons } from "@dianan/sharing";
import { CLOCK_TOLERANCE_MS } from "../core/alarm-slot.ts";
import type { AlarmEntryRow, AlarmTallyRow } from "../ports/alarm-reads.ts";
import { type Caller, getsPersonal } from "../ports/caller.ts";
import type { FrameQuery, FrameRow } from "../ports/evidence.ts";
import type { LatestReading } from "../ports/latest-readings.ts";
import type { PresenceChange, PresenceCount, PresenceMark, PresenceQuery } from "../ports/presence-history.ts";
import type { ReadingQuery, ReadingRow, ReadingSeries, SeriesQuery } from "../ports/readings.ts";
import { digestRow } from "../ports/record-digest.ts";
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
} from "../ports/records.ts";
import type { Store } from "../ports/store.ts";
import { filledPage } from "./filled-page.ts";
import { holdsUnit, isWholeTenant, textOf } from "./scope-bounds.ts";

/** A version of a record as a caller sees it. */
export type SeenVersion = RecordVersion & {
  /** Members that this version changed, also where both are masked alike; null: what was before is no longer kept. */
  readonly changed: readonly string[] | null;
};

/**
 * What a caller may see of the store: its tenant and nothing else, and of that only what its scope names (SEC-AZ-01, -03), persons
 * masked (SEC-PII-03). Handlers have no other way to the data, so none can forget it. What is foreign is as if it did not exist
 * (SEC-AZ-02).
 */
export type TenantView = {
  readonly tenant: TenantId;
  /** True: the whole tenant. */ readonly isWhole: boolean;
  /** True: personal data in full, see {@link getsPersonal}. */ readonly isPersonal: boolean;
  /** How persons are shown: in full, masked, or not at all. */ readonly persons: "full" | "masked" | "none";
  /** How many records this view gave in full in which there is a person; each answer of it is told to the audit log. */
  personsGiven(): number;
  /** Of what is registered beside the records: as this caller sees it, `without` being the same with its persons masked. */
  person(whole: JsonObject, without: JsonObject): JsonObject;
  record(kind: RecordKind, id: string): Promise<StoredRecord | null>;
  /**
   * For changes, which must not touch what is foreign: null when there is none, or only a tombstone that the caller may see. Persons
   * are in it in full: it is what a change begins with, never an answer.
   */
  stored(kind: RecordKind, id: string): Promise<CurrentRecord | "foreign" | null>;
  /** A page may be shorter than asked, even empty, and have a next one all the same. */
  page(query: PageQuery): Promise<Page<StoredRecord>>;
  /** Digests along the ids, tombstones too; a page may be shorter than asked and have a next one all the same. */
  digests(query: OrderedQuery): Promise<Page<DigestRow>>;
  readings(query: ReadingQuery): Promise<Page<ReadingRow>>;
  readingSeries(query: SeriesQuery): Promise<readonly ReadingSeries[]>;
  /** Of devices that the caller may see. @param now - what is stamped well ahead of it is no newest value */
  latestReadings(devices: readonly string[], now: Instant): Promise<readonly LatestReading[]>;
  /** Of `limit` changes after a position those that the caller may see, and the position of the last that was looked at. */
  changes(after: number, limit: number): Promise<{ readonly items: readonly Change[]; readonly position: number }>;
  /** As of the store, back to the first version that the caller may not see. */
  history(
    kind: Exclude<RecordKind, "alarm">,
    id: string,
    page: Parameters<Store["history"]>[3],
  ): Promise<readonly SeenVersion[]>;
  /** As a page of records: those of devices that were in a unit that the caller may see. */
  presenceChanges(query: PresenceQuery): Promise<Page<PresenceChange>>;
  /** As of the store; what was in another unit is as if nobody had said it. */
  presenceMarks(devices: readonly string[], from: PresenceMark["at"]): ReturnType<Store["presenceMarks"]>;
  presenceCounts(): Promise<readonly PresenceCount[]>;
  feed(): Promise<FeedState>;
  /** Whether a record, deleted or not, is one that the caller may see. */
  sees(record: Pick<StoredRecord, "kind" | "id" | "body">): Promise<boolean>;
  frame(id: string): Promise<FrameRow | null>;
  /** As a page of records. Frames of addresses that are nobody's are for who may see the whole tenant. */
  frames(query: FrameQuery): Promise<Page<FrameRow>>;
  /** Of an alarm that the caller may see; else empty. */
  alarmEntries(id: string, after: string | null, limit: number): Promise<Page<AlarmEntryRow>>;
  alarmTallies(now: Instant): Promise<readonly AlarmTallyRow[]>;
  /** As of the store, in units that the caller may see. */ alarmGroups(
    ids: readonly string[],
  ): ReturnType<Store["alarmGroups"]>;
};

const own = (body: JsonObject, member: string): unknown => (Object.hasOwn(body, member) ? body[member] : undefined);

/** A tombstone keeps its body, and changes none of it. */
const changedMembers = (now: RecordVersion, before: RecordVersion | null): readonly string[] | null => {
  if (before === null && now.version !== 1) return null;
  if (now.deleted) return [];
  const old = before === null || before.deleted ? {} : before.body;
  return [...new Set([...Object.keys(old), ...Object.keys(now.body)])].filter(
    (member) => !isDeepStrictEqual(own(old, member), own(now.body, member)),
  );
};

/** Who looks. */
export type Viewer = Pick<Caller, "tenant" | "scope" | "by" | "scopes"> & Partial<Pick<Caller, "role">>;

/** SEC-USR-07: it hangs where anybody may look, so it has no personal fields, not even masked ones. */
const isDisplay = ({ role }: Viewer): boolean => role === "wallDisplay";

export const createTenantView = (store: Store, viewer: Viewer): TenantView => {
  const { tenant, scope } = viewer;
  const isWhole = isWholeTenant(scope);
  const persons = isDisplay(viewer) ? "none" : getsPersonal(viewer) ? "full" : "masked";
  const isPersonal = persons === "full";
  let personsGiven = 0;
  const known = new Map<string, Promise<boolean>>();

  const once = (key: string, look: () => Promise<boolean>): Promise<boolean> => {
    let answer = known.get(key);
    if (answer === undefined) {
      answer = look();
      known.set(key, answer);
    }
    return answer;
  };
  const seesUnit = (id: string): Promise<boolean> =>
    once(`unit ${id}`, async () => {
      const unit = await store.record(tenant, "unit", id);
      return unit !== null && holdsUnit(scope, id, unit.body);
    });
  const seesDevice = (id: string): Promise<boolean> =>
    once(`device ${id}`, async () => {
      const device = await store.record(tenant, "device", id);
      return device !== null && seesUnit(textOf(device.body, "unitId"));
    });
  /** An operator is seen by who may see one of its units. */
  const seesOperator = (id: string): Promise<boolean> =>
    once(`operator ${id}`, async () => {
      if (scope.operators?.includes(id)) return true;
      const where = { operatorId: id };
      const range = { updatedFrom: null, updatedTo: null, withDeleted: false };
      let after: string | null = null;
      do {
        const page: Page<StoredRecord> = await store.page(tenant, { kind: "unit", after, limit: 500, where, ...range });
        if (page.items.some((unit) => holdsUnit(scope, unit.id, unit.body))) return true;
        after = page.next;
      } while (after !== null);
      return false;
    });

  const sees: TenantView["sees"] = async ({ kind, id, body }) => {
    if (isWhole) return true;
    switch (kind) {
      case "operator":
        return seesOperator(id);
      case "unit":
        return holdsUnit(scope, id, body);
      case "device":
      case "alarm":
        return seesUnit(textOf(body, "unitId"));
      case "component":
        return seesDevice(textOf(body, "deviceId"));
    }
  };
  const seen = async <T>(items: readonly T[], recordOf: (item: T) => StoredRecord): Promise<readonly T[]> => {
    if (isWhole) return items;
    const flags = await Promise.all(items.map((item) => sees(recordOf(item))));
    return items.filter((_, i) => flags[i]);
  };

  const seesFrame = async ({ deviceId }: FrameRow): Promise<boolean> =>
    isWhole || (deviceId !== null && (await seesDevice(deviceId)));
  const seenByUnit = async <T extends { readonly unitId: string }>(items: readonly T[]): Promise<readonly T[]> => {
    if (isWhole) return items;
    const flags = await Promise.all(items.map(({ unitId }) => seesUnit(unitId)));
    return items.filter((_, i) => flags[i]);
  };
  const person: TenantView["person"] = (whole, without) => {
    if (!isPersonal || without === whole) return without;
    personsGiven += 1;
    return whole;
  };
  const shownBody = (kind: RecordKind, body: JsonObject): JsonObject =>
    persons === "none" ? withoutPersons(kind, body) : person(body, masked(kind, body));
  const shown = (record: StoredRecord): StoredRecord => ({ ...record, body: shownBody(record.kind, record.body) });

  return {
    tenant,
    isWhole,
    isPersonal,
    persons,
    personsGiven: () => personsGiven,
    person,
    sees,
    record: async (kind, id) => {
      const record = await store.record(tenant, kind, id);
      return record !== null && (await sees(record)) ? shown(record) : null;
    },
    stored: async (kind, id) => {
      const record = await store.record(tenant, kind, id);
      if (record !== null && !(await sees(record))) return "foreign";
      return record === null || record.deleted ? null : record;
    },
    page: async (query) => {
      const page = await filledPage(
        (after) => store.page(tenant, { ...query, after }),
        (items) => seen(items, (record) => record),
        query.after,
      );
      return { ...page, items: page.items.map(shown) };
    },
    digests: async (query) => {
      const asked = { ...query, limit: query.limit + 1 };
      // Whoever sees everything leaves the work to the store's own thread.
      const rows = isWhole ? await store.digests(tenant, asked) : await store.inOrder(tenant, asked);
      const page = rows.slice(0, query.limit);
      const items = page.every((row) => "digest" in row)
        ? (page as readonly DigestRow[])
        : (await seen(page as readonly StoredRecord[], (record) => record)).map(digestRow);
      return { items, next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null };
    },
    presenceChanges: (query) =>
      filledPage((after) => store.presenceChanges(tenant, { ...query, after }), seenByUnit, query.after),
    presenceMarks: async (devices, from) => {
      const marks = await store.presenceMarks(tenant, devices, from);
      if (isWhole) return marks;
      return Promise.all(
        marks.map((own) =>
          Promise.all(own.map(async (mark) => ((await seesUnit(mark.unitId)) ? mark : { ...mark, presence: "" }))),
        ),
      );
    },
    presenceCounts: async () => seenByUnit(await store.presenceCounts(tenant)),
    readings: async (query) =>
      isWhole || (await seesDevice(query.deviceId)) ? store.readings(tenant, query) : { items: [], next: null },
    readingSeries: async (query) =>
      isWhole || (await seesDevice(query.deviceId)) ? store.readingSeries(tenant, query) : [],
    latestReadings: async (devices, now) => {
      const flags = await Promise.all(devices.map((id) => isWhole || seesDevice(id)));
      return store.latestReadings(
        tenant,
        devices.filter((_, n) => flags[n]),
        (now + CLOCK_TOLERANCE_MS) as Instant,
      );
    },
    changes: async (after, limit) => {
      const all = await store.changes(tenant, after, limit);
      const items = (await seen(all, ({ record }) => record)).map((change) => ({
        ...change,
        record: shown(change.record),
      }));
      return { items, position: all.at(-1)?.position ?? after };
    },
    history: async (kind, id, page) => {
      const versions = await store.history(tenant, kind, id, page);
      const flags = await Promise.all(versions.map(({ body }) => isWhole || sees({ kind, id, body })));
      const hidden = flags.indexOf(false);
      const told = versions.slice(0, hidden === -1 ? versions.length : hidden);
      return told.map((version, n) => ({
        ...version,
        body: shownBody(kind, version.body),
        changed: changedMembers(version, told[n + 1] ?? null),
      }));
    },
    feed: () => store.feed(tenant),
    frame: async (id) => {
      const frame = await store.frame(tenant, id);
      return frame !== null && (await seesFrame(frame)) ? frame : null;
    },
    frames: (query) =>
      filledPage(
        (after) => store.frames(tenant, { ...query, after }),
        async (frames) => {
          const flags = await Promise.all(frames.map(seesFrame));
          return frames.filter((_, i) => flags[i]);
        },
        query.after,
      ),
    alarmEntries: async (id, after, limit) => {
      const alarm = await store.record(tenant, "alarm", id);
      if (alarm === null || !(await sees(alarm))) return { items: [], next: null };
      return store.alarmEntries(tenant, id, after, limit);
    },
    alarmGroups: async (ids) => seenByUnit(await store.alarmGroups(tenant, ids)),
    alarmTallies: async (now) => {
      const rows = await store.alarmTallies(tenant, now);
      return isWhole ? rows : rows.filter(({ unitId, unit }) => holdsUnit(scope, unitId, unit));
    },
  };
};
