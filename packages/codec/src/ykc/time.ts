import { type Cp56Time, type KeptBytes, rawOf } from "@dianan/layout";
import type { Instant } from "@dianan/model";

const MINUTE_MS = 60_000;

/** The instant of a pile's time in a zone; null when there is none or its bytes are no time. `utcOffsetMinutes`: 480 is China. */
export const instantOf = (time: Cp56Time | KeptBytes | null, utcOffsetMinutes: number): Instant | null => {
  if (time === null || rawOf(time) !== null) return null;
  const { year, month, day, hour, minute, millisecond } = time as Cp56Time;
  return (Date.UTC(year, month - 1, day, hour, minute) + millisecond - utcOffsetMinutes * MINUTE_MS) as Instant;
};

/** The pile's time of an instant in a zone, with its weekday. @throws RangeError outside 2000 to 2099 */
export const timeOf = (at: number, utcOffsetMinutes: number): Cp56Time => {
  const local = new Date(at + utcOffsetMinutes * MINUTE_MS);
  const year = local.getUTCFullYear();
  if (!(year >= 2000 && year <= 2099)) throw new RangeError(`time: the year ${year} has no place in a pile's time`);
  return {
    year,
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay() === 0 ? 7 : local.getUTCDay(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    millisecond: local.getUTCSeconds() * 1_000 + local.getUTCMilliseconds(),
  };
};
