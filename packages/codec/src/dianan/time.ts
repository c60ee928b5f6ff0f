import type { Instant } from "@dianan/model";
import { instant } from "@dianan/model";

/** 2000-01-01T00:00:00Z. */
const EPOCH_MS = 946_684_800_000;
const SECONDS_MAX = 0xffff_ffff;

/** Time of a frame or record: seconds since 2000-01-01T00:00:00Z; null for 0, "no clock". Lasts until 2136. */
export const instantOf = (seconds: number): Instant | null =>
  seconds === 0 ? null : instant(EPOCH_MS + seconds * 1_000);

/**
 * Seconds of a point in time, rounded down.
 *
 * @throws RangeError before 2000-01-01T00:00:01Z or after 2136
 */
export const secondsOf = (ms: number): number => {
  const seconds = Math.floor((ms - EPOCH_MS) / 1_000);
  if (!(seconds > 0 && seconds <= SECONDS_MAX)) throw new RangeError(`time: ${ms} ms is not between 2000 and 2136`);
  return seconds;
};
