import { offsetTime } from "./offset-time.ts";
import { dayNamed, dueAfter } from "./report-days.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Waits before a letter is tried again: a mail server may be away for most of a day. */
const waits: readonly number[] = [
  ...[1, 5, 15].map((minutes) => minutes * MINUTE_MS),
  ...[1, 3, 6, 12].map((hours) => hours * HOUR_MS),
];

/** When a letter is tried again after so many tries; null: it is given up. */
export const retryAfter = (tries: number): number | null => waits[tries - 1] ?? null;

/** Hour of the zone's clock at which people are reminded. */
const REMIND_HOUR_MS = 9 * HOUR_MS;

/**
 * The return (报送) of which people are to be reminded now: from nine o'clock on so many days before the 24th, to its end (PL-1).
 *
 * @returns its month and when it is due; null: it is not yet time
 */
export const returnDue = (
  at: number,
  daysBefore: number,
  utcOffsetMinutes: number,
): { readonly month: string; readonly dueAt: number } | null => {
  const dueAt = dueAfter(dayNamed(at, utcOffsetMinutes), utcOffsetMinutes);
  const lastDay = dueAt + 1_000 - DAY_MS;
  if (at < lastDay - daysBefore * DAY_MS + REMIND_HOUR_MS) return null;
  return { month: offsetTime(dueAt, utcOffsetMinutes).slice(0, 7), dueAt };
};
