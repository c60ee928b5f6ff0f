import type { AlarmClass } from "@dianan/model";
import type { AlarmRow } from "./alarm-row.ts";
import { compareAlarms, placeOf } from "./order.ts";

/** Alarms of each class that nobody has acknowledged, shelved ones apart; events that happened (各类未确认数量). */
export type Tallies = { readonly [C in AlarmClass]: number };

/** Alarms of each part of the list that are not over; what is shelved is in no other part. */
export type Parts = { open: number; unacknowledged: number; mine: number; overdue: number; shelved: number };

/** Hears each change of one alarm: as it was, and as it is. Undefined: it was not there, or it is gone. */
export type StoreWatch = {
  changed(before: AlarmRow | undefined, after: AlarmRow | undefined): void;
  /** Any alarm may be another one. */ replaced(): void;
};

/** The alarms of the page: a map by id and one sorted array, changed by one binary insert or remove per event. */
export type AlarmStore = {
  /** Takes a record unless a later version is known. @returns whether anything changed */ put(row: AlarmRow): boolean;
  /** @returns whether it was there */ remove(id: string): boolean;
  /** A new snapshot: what is not in it is gone. */ replaceAll(rows: Iterable<AlarmRow>): void;
  get(id: string): AlarmRow | undefined;
  /** In the order of the list; a live view that changes with the next call, not to be kept. */ sorted(): readonly AlarmRow[];
  tallies(): Tallies;
  /** By class, those that nobody has and that are not shelved: what may be heard. */ unacknowledged(): Tallies;
  /** @param me - account of who looks; null for none */ parts(me: string | null): Parts;
  /** @returns what ends it */ watch(watch: StoreWatch): () => void;
};

/** Alarms that are over and stay in the list; open ones have no limit. */
export const OVER_MAX = 200;

/** Waits for somebody; an event waits for nobody and counts while it is shown. */
export const isWaiting = (row: AlarmRow): boolean =>
  row.shelvedUntil === null && (row.rank === 0 || (row.rank === 1 && row.stage === "closed"));

const none = (): { [C in AlarmClass]: number } => ({ alarm: 0, warning: 0, fault: 0, offline: 0, event: 0 });

/** What is counted of alarms, one at a time. */
const createCounts = () => {
  const waiting = none();
  const unacknowledged = none();
  const parts = { open: 0, unacknowledged: 0, overdue: 0, shelved: 0 };
  const heldBy = new Map<string, number>();
  return {
    ...{ waiting, unacknowledged },
    over: 0,
    of: (me: string | null): Parts => ({ ...parts, mine: me === null ? 0 : (heldBy.get(me) ?? 0) }),
    count(row: AlarmRow, by: 1 | -1): void {
      if (row.rank === 2) {
        this.over += by;
        return;
      }
      if (isWaiting(row)) waiting[row.class] += by;
      if (row.shelvedUntil !== null) {
        parts.shelved += by;
        return;
      }
      parts.open += by;
      if (row.isOverdue) parts.overdue += by;
      if (row.rank === 0) {
        parts.unacknowledged += by;
        unacknowledged[row.class] += by;
      }
      const { id = null } = row.holder ?? {};
      if (id !== null) heldBy.set(id, (heldBy.get(id) ?? 0) + by);
      if (id !== null && heldBy.get(id) === 0) heldBy.delete(id);
    },
  };
};

export const createAlarmStore = (overMax: number = OVER_MAX): AlarmStore => {
  const byId = new Map<string, AlarmRow>();
  const watches = new Set<StoreWatch>();
  let sorted: AlarmRow[] = [];
  let counts = createCounts();

  const tell = (before: AlarmRow | undefined, after: AlarmRow | undefined): void => {
    for (const { changed } of watches) changed(before, after);
  };
  const take = (row: AlarmRow): void => {
    sorted.splice(placeOf(sorted, row), 1);
    byId.delete(row.id);
    counts.count(row, -1);
  };
  /** What is over stands last, so the last row is the one to go. */
  const trim = (): void => {
    while (counts.over > overMax) {
      const last = sorted.at(-1) as AlarmRow;
      take(last);
      tell(last, undefined);
    }
  };

  return {
    put: (row) => {
      const known = byId.get(row.id);
      if (known !== undefined && known.version >= row.version) return false;
      if (known !== undefined) take(known);
      sorted.splice(placeOf(sorted, row), 0, row);
      byId.set(row.id, row);
      counts.count(row, 1);
      tell(known, row);
      trim();
      return true;
    },
    remove: (id) => {
      const row = byId.get(id);
      if (row === undefined) return false;
      take(row);
      tell(row, undefined);
      return true;
    },
    replaceAll: (rows) => {
      byId.clear();
      counts = createCounts();
      for (const row of rows) {
        const known = byId.get(row.id);
        if (known === undefined || known.version < row.version) byId.set(row.id, row);
      }
      sorted = [...byId.values()].sort(compareAlarms);
      for (const row of sorted) counts.count(row, 1);
      trim();
      for (const { replaced } of watches) replaced();
    },
    get: (id) => byId.get(id),
    sorted: () => sorted,
    tallies: () => ({ ...counts.waiting }),
    unacknowledged: () => counts.unacknowledged,
    parts: (me) => counts.of(me),
    watch: (watch) => {
      watches.add(watch);
      return () => void watches.delete(watch);
    },
  };
};
