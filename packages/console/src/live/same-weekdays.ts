import { dayAfter } from "./day-span.ts";

/** Today beside the four days of the same weekday before it (同星期对比); a day that the table has not is one without alarms. */
export type Comparison = { readonly today: number; readonly before: readonly number[]; readonly mean: number };

export const WEEKS = 4;

/** @param counts - of each day, `2026-11-28` */
export const sameWeekdays = (counts: ReadonlyMap<string, number>, today: string): Comparison => {
  const before = Array.from({ length: WEEKS }, (_, n) => counts.get(dayAfter(today, -7 * (n + 1))) ?? 0);
  return {
    today: counts.get(today) ?? 0,
    before,
    mean: Math.round((before.reduce((sum, one) => sum + one, 0) / WEEKS) * 10) / 10,
  };
};
