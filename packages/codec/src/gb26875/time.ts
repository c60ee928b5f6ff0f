import type { TimeLabel } from "@dianan/layout";
import type { Instant, ModelEvent } from "@dianan/model";
import type { Time } from "./fields.ts";

const MINUTE_MS = 60_000;
const NO_FAULT: readonly ModelEvent[] = [];

/** The instant of a time label in a zone; null for one that is missing, zeros or no time. `utcOffsetMinutes`: 480 is China. */
export const instantOf = (label: Time | undefined, utcOffsetMinutes: number): Instant | null => {
  if (label === null || label === undefined || "raw" in label) return null;
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

/** Six bytes that are no time: the message counts all the same, and its maker should hear of it. */
export const clockFault = (time: Time | undefined): readonly ModelEvent[] =>
  time !== null && time !== undefined && "raw" in time
    ? [{ kind: "diagnostic", code: "bad-time", text: `time label is no time: ${[...time.raw].join(" ")}` }]
    : NO_FAULT;
