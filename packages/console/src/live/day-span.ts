import type { HubClock } from "./hub-clock.ts";

/** First and last day, `2026-11-01`. */
export type DaySpan = { readonly from: string; readonly to: string };
/** RFC 3339; the end is not in it. */
export type TimeSpan = { readonly from: string; readonly to: string };

const DAY_MS = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Whether a text is a day that there is. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(utc(text)) && dayOf(utc(text)) === text;

/** The day that is so many days later. */
export const dayAfter = (day: string, days: number): string => dayOf(utc(day) + days * DAY_MS);

/** The first day of the month that is so many months after that of a day. */
const monthStart = (day: string, months: number): string =>
  dayOf(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1));

const quarterBack = (day: string): number => -((Number(day.slice(5, 7)) - 1) % 3);

/** Spans that people ask for again and again. */
export const usualSpans = {
  week: (today: string): DaySpan => ({ from: dayAfter(today, -6), to: today }),
  month: (today: string): DaySpan => ({ from: monthStart(today, 0), to: today }),
  lastMonth: (today: string): DaySpan => ({ from: monthStart(today, -1), to: dayAfter(monthStart(today, 0), -1) }),
  quarter: (today: string): DaySpan => ({ from: monthStart(today, quarterBack(today)), to: today }),
  year: (today: string): DaySpan => ({ from: `${today.slice(0, 4)}-01-01`, to: today }),
} as const;
export type UsualSpan = keyof typeof usualSpans;

/** The span that an address asks for; what is no span is this month. */
export const spanAsked = (asked: { readonly [name: string]: string }, today: string): DaySpan => {
  const { from = "", to = "" } = asked;
  return isDay(from) && isDay(to) && from <= to ? { from, to } : usualSpans.month(today);
};

const two = (n: number): string => String(n).padStart(2, "0");

/** When a day begins in the hub's zone. RFC 3339. */
export const dayBegins = (day: string, { utcOffsetMinutes: offset }: HubClock): string => {
  const size = Math.abs(offset);
  return `${day}T00:00:00${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

/** The times of whole days. */
export const timesOf = ({ from, to }: DaySpan, clock: HubClock): TimeSpan => ({
  from: dayBegins(from, clock),
  to: dayBegins(dayAfter(to, 1), clock),
});
