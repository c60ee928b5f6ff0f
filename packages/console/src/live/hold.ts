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
  readonly newAbove: number;
};

/** The rows under a person's hand, in the order in which they were when the hand came. */
export type Held = readonly AlarmRow[];

const live = (row: AlarmRow | undefined): Shown | undefined =>
  row === undefined ? undefined : { row, isGhost: false };

/** Nobody holds the list: it is simply the order. */
export const freeView = (sorted: readonly AlarmRow[]): View => ({
  length: sorted.length,
  at: (place) => live(sorted[place]),
  newAbove: 0,
});

/**
 * The list while a person holds it: the held rows stay exactly where they are, whatever happens. What would stand among them
 * is counted instead of shown; what stands below them follows them live.
 *
 * @param sorted - the alarms now, in list order
 * @param held - what was shown from the top to the last visible row; empty means nothing is held
 * @param latest - the alarm as it is now; undefined when it is gone
 * @param isShown - whether the list as it is filtered now has it: `sorted` holds exactly those
 */
export const heldView = (
  sorted: readonly AlarmRow[],
  held: Held,
  latest: (id: string) => AlarmRow | undefined,
  isShown: (row: AlarmRow) => boolean = () => true,
): View => {
  const last = held.at(-1);
  if (last === undefined) return freeView(sorted);
  const ids = new Set(held.map(({ id }) => id));
  const from = placeOf(sorted, last);
  const tail = sorted.slice(from).filter(({ id }) => !ids.has(id));
  return {
    length: held.length + tail.length,
    at: (place) => {
      const old = held[place];
      if (old === undefined) return live(tail[place - held.length]);
      const now = latest(old.id);
      const isGhost = now === undefined || compareAlarms(now, old) !== 0 || !isShown(now);
      return { row: now ?? old, isGhost };
    },
    // Held rows that still stand above the last one are the only ones there that are shown.
    newAbove: from - (held.length - (sorted.length - from - tail.length) - absent(held, latest, isShown)),
  };
};

const absent = (
  held: Held,
  latest: (id: string) => AlarmRow | undefined,
  isShown: (row: AlarmRow) => boolean,
): number =>
  held.filter(({ id }) => {
    const now = latest(id);
    return now === undefined || !isShown(now);
  }).length;

/** Rows to hold: all that is shown down to the last visible one, each as it was when it was first held. */
export const holdThrough = (view: View, held: Held, lastVisible: number): Held => {
  const rows = [...held];
  for (let place = held.length; place <= lastVisible; place += 1) {
    const shown = view.at(place);
    if (shown !== undefined) rows.push(shown.row);
  }
  return rows;
};
