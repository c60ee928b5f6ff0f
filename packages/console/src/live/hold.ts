import type { AlarmRow } from "./alarm-row.ts";
import { compareAlarms, placeOf } from "./order.ts";

/** One place of the list as it is shown. */
export type Shown = {
  readonly row: AlarmRow;
  /** It left or changed its place; it is kept where it is, so that nothing moves. */ readonly isGhost: boolean;
};

/** What the list shows, and how many rows wait above because a person holds the list. */
export type View = {
  readonly length: number;
  /** The row at a place, 0 the top; undefined beyond the end. */ at(place: number): Shown | undefined;
  /** Where the row of an alarm is; -1: nowhere. */ placeOf(id: string): number;
  readonly newAbove: number;
};

/** The rows under a person's hand: all from the top to the last one that was visible, as they were when each was first held. */
export type Hold = {
  readonly rows: readonly AlarmRow[];
  placeOf(id: string): number | undefined;
  /** Held ones that are not as they were. */ readonly changed: ReadonlySet<string>;
  /** Holds what is shown down to a place. @returns whether anything more is held */ through(
    view: View,
    lastVisible: number,
  ): boolean;
  /** Somebody's rows may have changed; null: any. */ touched(ids: ReadonlySet<string> | null): void;
  letGo(): void;
};

export const createHold = (): Hold => {
  let rows: AlarmRow[] = [];
  const places = new Map<string, number>();
  const changed = new Set<string>();
  return {
    get rows() {
      return rows;
    },
    placeOf: (id) => places.get(id),
    changed,
    through: (view, lastVisible) => {
      const before = rows.length;
      for (let place = before; place <= lastVisible; place += 1) {
        const shown = view.at(place);
        if (shown === undefined) break;
        places.set(shown.row.id, place);
        rows.push(shown.row);
      }
      return rows.length > before;
    },
    touched: (ids) => {
      for (const id of ids ?? places.keys()) if (places.has(id)) changed.add(id);
    },
    letGo: () => {
      rows = [];
      places.clear();
      changed.clear();
    },
  };
};

/** The row of the order at a place from which so many, at those places, are left out. */
const placePast = (left: readonly number[], place: number): number => {
  let low = 0;
  let high = left.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((left[middle] as number) - middle <= place) low = middle + 1;
    else high = middle;
  }
  return place + low;
};

/**
 * The list while a person holds it: the held rows stay exactly where they are, whatever happens. What would stand among them
 * is counted instead of shown; what stands below them follows them live. Costs as much as held rows have changed, however
 * many there are.
 *
 * @param sorted - the alarms now, in list order
 * @param hold - what a person holds; without any row nothing is held, and the list is simply the order
 * @param latest - the alarm as it is now; undefined when it is gone
 * @param isShown - whether the list as it is filtered now has it: `sorted` holds exactly those
 */
export const heldView = (
  sorted: readonly AlarmRow[],
  hold: Hold,
  latest: (id: string) => AlarmRow | undefined,
  isShown: (row: AlarmRow) => boolean = () => true,
): View => {
  const held = hold.rows;
  const { length } = held;
  const last = held[length - 1];
  const from = last === undefined ? 0 : placeOf(sorted, last);
  /** Places of held rows that stand below the others now, the last one's own too. */ const below: number[] = [];
  let absent = 0;
  if (last !== undefined && !hold.changed.has(last.id)) below.push(from);
  for (const id of hold.changed) {
    const now = latest(id);
    if (now === undefined || !isShown(now)) absent += 1;
    else {
      const place = placeOf(sorted, now);
      if (place >= from) below.push(place);
    }
  }
  below.sort((a, b) => a - b);
  const tail = sorted.length - from - below.length;
  return {
    length: length + tail,
    at: (place) => {
      const old = place < length ? held[place] : undefined;
      if (old === undefined) {
        const row = place >= length + tail ? undefined : sorted[placePast(below, from + place - length)];
        return row === undefined ? undefined : { row, isGhost: false };
      }
      const now = latest(old.id);
      return { row: now ?? old, isGhost: now === undefined || compareAlarms(now, old) !== 0 || !isShown(now) };
    },
    placeOf: (id) => {
      const place = hold.placeOf(id);
      if (place !== undefined && place < length) return place;
      const now = latest(id);
      if (now === undefined || !isShown(now)) return -1;
      // Changed since it was drawn, it still stands where it was.
      const at = placeOf(sorted, now);
      const own = sorted[at]?.id === id ? at : sorted.findIndex((row) => row.id === id);
      if (own < from) return -1;
      return length + own - from - below.filter((one) => one < own).length;
    },
    // Held rows that still stand above the last one are the only ones there that are shown.
    newAbove: from - (length - below.length - absent),
  };
};
