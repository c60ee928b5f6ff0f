/** The hub's clock and zone as its beats tell them. */
export type HubClock = { readonly aheadMs: number; readonly utcOffsetMinutes: number };

/** Until the first beat: this computer's clock, and China's zone. */
export const unknownClock: HubClock = { aheadMs: 0, utcOffsetMinutes: 480 };

/** @param now - the beat's RFC 3339 time with offset; @param at - this computer's clock at that moment, milliseconds */
export const clockOf = (now: string, at: number): HubClock | null => {
  const ms = Date.parse(now);
  if (Number.isNaN(ms)) return null;
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(now) ?? [];
  const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return { aheadMs: ms - at, utcOffsetMinutes: offset };
};

const two = (n: number): string => String(n).padStart(2, "0");
const wall = (at: number, clock: HubClock): Date => new Date(at + clock.utcOffsetMinutes * 60_000);

/** `21:07:32` in the hub's zone. */
export const timeText = (at: number, clock: HubClock): string => {
  const d = wall(at, clock);
  return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())}`;
};

/** `2026-11-24` in the hub's zone. */
export const dateText = (at: number, clock: HubClock): string => {
  const d = wall(at, clock);
  return `${d.getUTCFullYear()}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())}`;
};

/** Time alone when it is of the same day as `now`, else month and day before it: `11-23 21:07:32`. */
export const dayTimeText = (at: number, now: number, clock: HubClock): string => {
  const date = dateText(at, clock);
  const time = timeText(at, clock);
  const today = dateText(now, clock);
  if (date === today) return time;
  return `${date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date} ${time}`;
};

/** `00:00:14`: how long, for a counter that runs. */
export const counterText = (ms: number): string => {
  const s = Math.max(0, Math.floor(ms / 1000));
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
};

/** `2026-11-24T21:07` in the hub's zone, as a field for date and time has it. */
export const fieldText = (at: number, clock: HubClock): string =>
  `${dateText(at, clock)}T${timeText(at, clock).slice(0, 5)}`;

/**
 * A time of a field, which knows minutes, that is meant to be no earlier than something known to the second: within that minute it is
 * the later of the two. RFC 3339.
 */
export const notBefore = (time: string | null, earliest: number): string | null => {
  const at = time === null ? Number.NaN : Date.parse(time);
  return at < earliest && earliest - at < 60_000 ? new Date(earliest).toISOString() : time;
};

/** RFC 3339 of what a field for date and time says, in the hub's zone; null when it says nothing. */
export const fieldTime = (text: string, { utcOffsetMinutes: offset }: HubClock): string | null => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null;
  const size = Math.abs(offset);
  return `${text}:00${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};
