import type { KeptTimeLabel, TimeLabel } from "@dianan/layout";
import type { Instant } from "@dianan/model";

const MINUTE_MS = 60_000;

/** The instant of a time label in a zone; null for a label that is missing or no time. `utcOffsetMinutes`: 480 is China. */
export const instantOf = (label: TimeLabel | KeptTimeLabel | null, utcOffsetMinutes: number): Instant | null => {
  if (label === null || "raw" in label) return null;
  const { year, month, day, hour, minute, second } = label;
  return (Date.UTC(year, month - 1, day, hour, minute, second) - utcOffsetMinutes * MINUTE_MS) as Instant;
};

/** The time label of an instant in a zone; whole seconds. @throws RangeError outside 2000 to 2099 */
export const timeLabelOf = (at: number, utcOffsetMinutes: number): TimeLabel => {
  const local = new Date(at + utcOffsetMinutes * MINUTE_MS);
  const year = local.getUTCFullYear();
  if (year < 2000 || year > 2099) throw new RangeError(`time: the year ${year} has no place in a time label`);
  return {
    year,
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
  };
};
