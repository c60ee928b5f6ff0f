import type { AlarmClass } from "@dianan/model";
import type { AlarmRow } from "./alarm-row.ts";
import { compareAlarms, placeOf } from "./order.ts";

/** Standing alarms of each class (各类未消除数量). */
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

/** Cleared alarms that stay in the list; standing ones have no limit. */
export const CLEARED_MAX = 200;

export const createAlarmStore = (clearedMax: number = CLEARED_MAX): AlarmStore => {
  const byId = new Map<string, AlarmRow>();
  let sorted: AlarmRow[] = [];
  let cleared = 0;
  const standing = { alarm: 0, warning: 0, fault: 0, offline: 0, event: 0 };

  const count = (row: AlarmRow, by: 1 | -1): void => {
    if (row.isCleared) cleared += by;
    else standing[row.class] += by;
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
    // Cleared ones stand last, so the last row is the one to go.
    while (cleared > clearedMax) take(sorted.at(-1) as AlarmRow);
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
      cleared = 0;
      for (const name of Object.keys(standing) as AlarmClass[]) standing[name] = 0;
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
    tallies: () => ({ ...standing }),
  };
};
