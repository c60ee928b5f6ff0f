import type { AlarmClass } from "@dianan/model";
import type { AlarmRow } from "./alarm-row.ts";
import { compareAlarms, placeOf } from "./order.ts";

/** Alarms of each class that nobody has acknowledged, shelved ones apart; events that happened (各类未确认数量). */
export type Tallies = { readonly [C in AlarmClass]: number };

/** The alarms of the page: a map by id and one sorted array, changed by one binary insert or remove per event. */
export type AlarmStore = {
  /** Takes a record unless a later version is known. @returns whether anything changed */ put(row: AlarmRow): boolean;
  /** @returns whether it was there */ remove(id: string): boolean;
  /** A new snapshot: what is not in it is gone. */ replaceAll(rows: Iterable<AlarmRow>): void;
  get(id: string): AlarmRow | undefined;
  /** In the order of the list; a live view that changes with the next call, not to be kept. */ sorted(): readonly AlarmRow[];
  tallies(): Tallies;
};

/** Alarms that are over and stay in the list; open ones have no limit. */
export const OVER_MAX = 200;

/** Waits for somebody; an event waits for nobody and counts while it is shown. */
export const isWaiting = (row: AlarmRow): boolean =>
  row.shelvedUntil === null && (row.rank === 0 || (row.rank === 1 && row.stage === "closed"));

export const createAlarmStore = (overMax: number = OVER_MAX): AlarmStore => {
  const byId = new Map<string, AlarmRow>();
  let sorted: AlarmRow[] = [];
  let over = 0;
  const waiting = { alarm: 0, warning: 0, fault: 0, offline: 0, event: 0 };

  const count = (row: AlarmRow, by: 1 | -1): void => {
    if (row.rank === 2) over += by;
    else if (isWaiting(row)) waiting[row.class] += by;
  };
  const take = (row: AlarmRow): void => {
    sorted.splice(placeOf(sorted, row), 1);
    byId.delete(row.id);
    count(row, -1);
  };
  const remove = (id: string): boolean => {
    const row = byId.get(id);
    if (row === undefined) return false;
    take(row);
    return true;
  };
  const trim = (): void => {
    // What is over stands last, so the last row is the one to go.
    while (over > overMax) take(sorted.at(-1) as AlarmRow);
  };

  return {
    put: (row) => {
      const known = byId.get(row.id);
      if (known !== undefined && known.version >= row.version) return false;
      if (known !== undefined) take(known);
      sorted.splice(placeOf(sorted, row), 0, row);
      byId.set(row.id, row);
      count(row, 1);
      trim();
      return true;
    },
    remove,
    replaceAll: (rows) => {
      byId.clear();
      over = 0;
      for (const name of Object.keys(waiting) as AlarmClass[]) waiting[name] = 0;
      for (const row of rows) {
        const known = byId.get(row.id);
        if (known === undefined || known.version < row.version) byId.set(row.id, row);
      }
      sorted = [...byId.values()].sort(compareAlarms);
      for (const row of sorted) count(row, 1);
      trim();
    },
    get: (id) => byId.get(id),
    sorted: () => sorted,
    tallies: () => ({ ...waiting }),
  };
};
