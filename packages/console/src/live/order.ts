import { alarmClasses } from "@dianan/model";
import type { AlarmRow } from "./alarm-row.ts";

/**
 * Order of the alarm list: what nobody has before what somebody has before what is over, then class, then newest received, then
 * id. It is total and the same on every screen, so that two officers on the phone mean the same "third row".
 *
 * @returns below 0 when `a` stands above `b`; 0 only for the same alarm
 */
export const compareAlarms = (a: AlarmRow, b: AlarmRow): number =>
  a.rank - b.rank ||
  alarmClasses[a.class].code - alarmClasses[b.class].code ||
  b.receivedAt - a.receivedAt ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Index of the first row that does not stand above `row`: its own place when it is in the list. */
export const placeOf = (sorted: readonly AlarmRow[], row: AlarmRow): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareAlarms(sorted[middle] as AlarmRow, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};
