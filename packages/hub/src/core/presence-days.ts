import type { Presence } from "@dianan/model";

/** From `at` on the device was this; empty: not known, or not there. Milliseconds UTC. */
export type PresenceFrom = { readonly at: number; readonly presence: string };

/** Presence of one device within one day. The seconds add up to what is known of the day. */
export type PresenceDay = {
  /** Start of the day, milliseconds UTC. */ readonly from: number;
  readonly seconds: { readonly [P in Presence]: number };
  /** How often it went from online to offline or timed-out. */ readonly outages: number;
};

type Counted = { seconds: { [P in Presence]: number }; outages: number };

const isPresence = (text: string): text is Presence => text === "online" || text === "offline" || text === "timedOut";

/**
 * Presence by day (按日在线时长), EF-4.1.
 *
 * @param marks - in the order in which they were written. A clock that was set back or forth between them counts no second
 *   twice: what was counted stays counted, and what lies after `now` is not believed
 * @param starts - starts of consecutive days and the end of the last one, milliseconds UTC, growing
 * @param now - nothing is known of later
 * @returns one for each day, also when nothing is known of it
 */
export const presenceDays = (
  marks: readonly PresenceFrom[],
  starts: readonly number[],
  now: number,
): readonly PresenceDay[] => {
  const days = starts
    .slice(0, -1)
    .map((): Counted => ({ seconds: { online: 0, offline: 0, timedOut: 0 }, outages: 0 }));
  const believed = marks.filter(({ at }) => at <= now);
  const first = starts[0] ?? 0;
  const last = Math.min(starts.at(-1) ?? 0, now);
  let counted = first;
  for (const [n, { at, presence }] of believed.entries()) {
    const from = Math.max(at, counted);
    const until = Math.min(believed[n + 1]?.at ?? now, last);
    const isOutage = believed[n - 1]?.presence === "online" && (presence === "offline" || presence === "timedOut");
    if (isOutage && at >= first && at < last) bump(days[dayOf(starts, at)]);
    if (until <= from) continue;
    counted = until;
    if (isPresence(presence)) spread(days, starts, from, until, presence);
  }
  return days.map((day, n) => ({ from: starts[n] ?? 0, ...day }));
};

const bump = (day: Counted | undefined): void => {
  if (day) day.outages += 1;
};

/** Index of the day that holds an instant; -1 before the first. */
const dayOf = (starts: readonly number[], at: number): number => {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** Whole seconds, cut at the same places for all, so that a whole day has as many as it has. */
const spread = (
  days: readonly Counted[],
  starts: readonly number[],
  from: number,
  until: number,
  presence: Presence,
): void => {
  for (let n = Math.max(0, dayOf(starts, from)); n < days.length; n += 1) {
    const [start = 0, end = 0] = [starts[n], starts[n + 1]];
    const day = days[n];
    if (day === undefined || start >= until) return;
    const seconds = Math.round(Math.min(until, end) / 1_000) - Math.round(Math.max(from, start) / 1_000);
    day.seconds[presence] += seconds;
  }
};
