import type { Instant } from "@dianan/model";
import { offsetTime } from "./offset-time.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Midnight with which a day begins, milliseconds UTC; NaN: there is no such day. @param day - `YYYY-MM-DD` */
export const dayStart = (day: string, utcOffsetMinutes: number): number => {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(utc) && new Date(utc).toISOString().slice(0, 10) === day;
  return isDay ? utc - utcOffsetMinutes * MINUTE_MS : Number.NaN;
};

/** The day on which the people of a zone are, `YYYY-MM-DD`. */
export const dayNamed = (at: number, utcOffsetMinutes: number): string => offsetTime(at, utcOffsetMinutes).slice(0, 10);

/** A span of whole days: the start of the first and the end of the last. */
export const spanOfDays = (from: string, to: string, utcOffsetMinutes: number) => ({
  from: dayStart(from, utcOffsetMinutes) as Instant,
  to: (dayStart(to, utcOffsetMinutes) + DAY_MS) as Instant,
});

/** Day of the month by which a form is due (每月 24 日前), RF-4 to RF-6, PL-1. */
const DUE_DAY = 24;

/** End of the day by which a form whose last day is `to` must be sent: the 24th of that month, or of the next. Milliseconds UTC. */
export const dueAfter = (to: string, utcOffsetMinutes: number): number => {
  const [year = 0, month = 1, day = 1] = to.split("-").map(Number);
  const due = Date.UTC(year, month - 1 + (day > DUE_DAY ? 1 : 0), DUE_DAY + 1);
  return due - utcOffsetMinutes * MINUTE_MS - 1_000;
};

export type SchedulePeriod = "week" | "month" | "quarter" | "year";

const MONTHS: { readonly [P in Exclude<SchedulePeriod, "week">]: number } = { month: 1, quarter: 3, year: 12 };
/** The first of January 1970 was a Thursday. */
const MONDAY_MS = -3 * DAY_MS;

/** Start of the period `more` periods behind the one that holds an instant, both of the zone's clock. */
const localStart = (period: SchedulePeriod, local: number, more: number): number => {
  if (period === "week") return MONDAY_MS + (Math.floor((local - MONDAY_MS) / (7 * DAY_MS)) + more) * 7 * DAY_MS;
  const date = new Date(local);
  const months = MONTHS[period];
  const first = Math.floor(date.getUTCMonth() / months) * months;
  return Date.UTC(date.getUTCFullYear(), first + more * months, 1);
};

/** Hour of the zone's clock at which scheduled reports are made: the night's readings are in by then. */
const HOUR_MS = 6 * 3_600_000;

/**
 * When a scheduled report is made next (下次生成时间).
 *
 * @param dayOfPeriod - from 1; beyond the period's end: its last day
 * @param after - milliseconds UTC; the result is later
 */
export const nextRun = (
  period: SchedulePeriod,
  dayOfPeriod: number,
  after: number,
  utcOffsetMinutes: number,
): number => {
  const zone = utcOffsetMinutes * MINUTE_MS;
  for (let more = 0; ; more += 1) {
    const start = localStart(period, after + zone, more);
    const end = localStart(period, start, 1);
    const day = Math.min(start + (dayOfPeriod - 1) * DAY_MS, end - DAY_MS);
    const at = day + HOUR_MS - zone;
    if (at > after) return at;
  }
};

/** The last whole period before an instant, as its first and last day (上一周期). */
export const periodBefore = (period: SchedulePeriod, at: number, utcOffsetMinutes: number) => {
  const zone = utcOffsetMinutes * MINUTE_MS;
  const from = localStart(period, at + zone, -1);
  const to = localStart(period, at + zone, 0) - DAY_MS;
  return { from: new Date(from).toISOString().slice(0, 10), to: new Date(to).toISOString().slice(0, 10) };
};

/** The period that holds an instant, from its first day to the day of the instant: what a form reports of. */
export const periodSoFar = (period: SchedulePeriod, at: number, utcOffsetMinutes: number) => {
  const from = localStart(period, at + utcOffsetMinutes * MINUTE_MS, 0);
  return { from: new Date(from).toISOString().slice(0, 10), to: dayNamed(at, utcOffsetMinutes) };
};
