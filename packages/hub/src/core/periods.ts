/** Lengths of time by which figures are told apart (统计周期). */
export const periods = ["year", "quarter", "month", "week", "day", "hour"] as const;
export type Period = (typeof periods)[number];

export const isPeriod = (word: string): word is Period => (periods as readonly string[]).includes(word);

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;
/** The first of January 1970 was a Thursday. */
const MONDAY_MS = -3 * DAY_MS;

const lengths = { week: 7 * DAY_MS, day: DAY_MS, hour: HOUR_MS } as const;
/** Months of those that have no length of their own. */
const months = { year: 12, quarter: 3, month: 1 } as const;

/** Whether all periods of the kind are of one length. */
export const isEven = (period: Period): period is keyof typeof lengths => Object.hasOwn(lengths, period);

/** Start of the period that holds an instant of a zone, both as milliseconds of that zone's clock. */
const startOf = (period: Period, local: number): number => {
  if (!isEven(period)) {
    const date = new Date(local);
    return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months[period]) * months[period], 1);
  }
  const first = period === "week" ? MONDAY_MS : 0;
  return first + Math.floor((local - first) / lengths[period]) * lengths[period];
};

/**
 * Where the periods of a span begin: years, quarters, months, weeks from Monday, days, hours of the zone's clock.
 *
 * @param from - milliseconds UTC, within the first period
 * @param to - milliseconds UTC, later; the last period holds what is just before it
 * @returns milliseconds UTC, growing; behind the last start its end, so one more than there are periods
 */
export const periodStarts = (period: Period, from: number, to: number, utcOffsetMinutes: number): readonly number[] => {
  const zone = utcOffsetMinutes * MINUTE_MS;
  const starts: number[] = [];
  let at = startOf(period, from + zone);
  for (; at - zone < to; at = after(period, at)) starts.push(at - zone);
  return [...starts, at - zone];
};

const after = (period: Period, start: number): number => {
  if (isEven(period)) return start + lengths[period];
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months[period], 1);
};

/** Name of the period that begins at an instant: `2026`, `2026-Q1`, `2026-01`, `2026-W05` (ISO 8601), `2026-01-26`, `2026-01-26T13`. */
export const periodName = (period: Period, start: number, utcOffsetMinutes: number): string => {
  const local = start + utcOffsetMinutes * MINUTE_MS;
  if (period === "quarter") {
    const date = new Date(local);
    return `${date.getUTCFullYear()}-Q${Math.floor(date.getUTCMonth() / months.quarter) + 1}`;
  }
  if (period !== "week")
    return new Date(local).toISOString().slice(0, { year: 4, month: 7, day: 10, hour: 13 }[period]);
  // A week is of the year that its Thursday is in.
  const thursday = new Date(local + 3 * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / lengths.week) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
};
