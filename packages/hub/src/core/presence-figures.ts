import { type PresenceFrom, presenceDays } from "./presence-days.ts";

/** A mark of one device: which unit it was in is said as well. */
export type PresenceIn = PresenceFrom & { readonly unitId: string };

/** Presence of the devices of one cell (在线率). */
export type PresenceCell = {
  /** Number of the period. */ readonly period: number;
  readonly group: string;
  /** Of which anything is known. */ readonly devices: number;
  /** Seconds of all of them together. */ readonly online: number;
  /** Online, offline and timed-out. */ readonly known: number;
  /** Timed-out at any time. */ readonly timedOut: number;
};

type Counted = { devices: number; online: number; known: number; timedOut: number };

/**
 * Sums presence by period and group, device by device (在线率统计), EF-4.3, EF-4.4.2. A device that moved counts in each of its
 * groups for the time that it was there.
 *
 * @param starts - of consecutive periods and the end of the last one, milliseconds UTC, growing
 * @param now - nothing is known of later
 */
export const createPresenceFigures = (starts: readonly number[], now: number) => {
  const groups = new Map<string, Counted[]>();
  const rowOf = (group: string): Counted[] => {
    const found = groups.get(group);
    if (found) return found;
    const row = starts.slice(1).map((): Counted => ({ devices: 0, online: 0, known: 0, timedOut: 0 }));
    groups.set(group, row);
    return row;
  };

  return {
    /**
     * @param marks - of one device, in the order in which they were written
     * @param groupOf - of the unit and device; null: it does not count there
     */
    add: (marks: readonly PresenceIn[], groupOf: (unitId: string) => string | null): void => {
      const groupIn = new Map([...new Set(marks.map(({ unitId }) => unitId))].map((unit) => [unit, groupOf(unit)]));
      const own = new Set(groupIn.values());
      for (const group of own) {
        if (group === null) continue;
        const isThere = (mark: PresenceIn): boolean => groupIn.get(mark.unitId) === group;
        // Most devices never move.
        const there = own.size === 1 ? marks : marks.map((mark) => (isThere(mark) ? mark : { ...mark, presence: "" }));
        const row = rowOf(group);
        for (const [n, { seconds }] of presenceDays(there, starts, now).entries()) {
          const known = seconds.online + seconds.offline + seconds.timedOut;
          const cell = row[n];
          if (cell === undefined || known === 0) continue;
          cell.devices += 1;
          cell.online += seconds.online;
          cell.known += known;
          cell.timedOut += seconds.timedOut > 0 ? 1 : 0;
        }
      }
    },
    /** Those of which anything is known. */
    cells: (): readonly PresenceCell[] =>
      [...groups].flatMap(([group, row]) =>
        row.map((cell, period) => ({ ...cell, period, group })).filter(({ devices }) => devices > 0),
      ),
  };
};
