import { daySpan, type OnCallSchedule, spanEnd } from "./notify-policy.ts";

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const MINUTE_MS = 60_000;

/** Start of the first turn, milliseconds UTC; NaN: the schedule says no time. */
const startOf = ({ from, handOver }: OnCallSchedule, utcOffsetMinutes: number): number =>
  Date.parse(`${from}T${handOver}:00Z`) - utcOffsetMinutes * MINUTE_MS;

type Override = NonNullable<OnCallSchedule["overrides"]>[number];
const holds = ({ from, until }: Override, at: number): boolean => Date.parse(from) <= at && at < Date.parse(until);

/** Who is on call (值班); null: nobody. An override goes before the rotation, the last one that is entered first. */
export const onCall = (schedule: OnCallSchedule, at: number, utcOffsetMinutes: number): string | null => {
  const override = schedule.overrides?.findLast((one) => holds(one, at));
  if (override !== undefined) return override.contactId;
  const since = at - startOf(schedule, utcOffsetMinutes);
  const { length } = schedule.rotation;
  if (!(since >= 0) || length === 0) return null;
  if (schedule.hours !== undefined && spanEnd(schedule.hours, at, utcOffsetMinutes) === null) return null;
  return schedule.rotation[Math.floor(since / WEEK_MS) % length] ?? null;
};

/** A time in which nobody is on call. */
export type OnCallGap = { readonly from: number; readonly until: number };

/** Times at which who is on call may change, between two times. */
const changesOf = (schedule: OnCallSchedule, from: number, until: number, utcOffsetMinutes: number): number[] => {
  const times: number[] = [from, until];
  const start = startOf(schedule, utcOffsetMinutes);
  if (!Number.isNaN(start)) times.push(start);
  for (const one of schedule.overrides ?? []) times.push(Date.parse(one.from), Date.parse(one.until));
  const span = schedule.hours === undefined ? null : daySpan(schedule.hours);
  if (span !== null)
    for (let day = Math.floor(from / DAY_MS) - 1; day * DAY_MS <= until + DAY_MS; day += 1)
      for (const minute of [span.from, span.until]) times.push(day * DAY_MS + (minute - utcOffsetMinutes) * MINUTE_MS);
  return [...new Set(times)].filter((at) => at >= from && at <= until).sort((a, b) => a - b);
};

/** Every time between two times in which nobody is on call (值班空档): a fault of the schedule. */
export const onCallGaps = (
  schedule: OnCallSchedule,
  from: number,
  until: number,
  utcOffsetMinutes: number,
): readonly OnCallGap[] => {
  const times = changesOf(schedule, from, until, utcOffsetMinutes);
  const gaps: OnCallGap[] = [];
  for (const [n, at] of times.slice(0, -1).entries()) {
    if (onCall(schedule, at, utcOffsetMinutes) !== null) continue;
    const end = times[n + 1] as number;
    const last = gaps.at(-1);
    if (last?.until === at) gaps[gaps.length - 1] = { from: last.from, until: end };
    else gaps.push({ from: at, until: end });
  }
  return gaps;
};
