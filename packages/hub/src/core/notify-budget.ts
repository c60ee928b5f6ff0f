import { spanEnd } from "./notify-policy.ts";

/** How often one number may be used by one provider (呼叫额度). */
export type CallCap = {
  readonly max: number;
  readonly windowMs: number;
  /** Only in this span of the day; absent: always. */ readonly hours?: string;
};

/** A message that went out, or is going out. */
export type SentNotice = {
  readonly at: number;
  /** Of the channel setting. */ readonly courierId: string;
  readonly channel: string;
  readonly class: string;
  readonly unitId: string;
  readonly rootId: string;
  readonly alarmIds: readonly string[];
  /** It told of a storm of its class. Absent: it did not. */ readonly isStorm?: boolean;
};

/** Of caps this wide so many calls are left to an alarm of another unit. */
const RESERVED = 2;
const RESERVE_FROM = 5;

/**
 * When a number may be used again by a provider; not after `at`: now. A call counts from when it was begun, whether it was answered
 * or not. The last calls of a wide cap are for alarms of class alarm of another unit.
 *
 * @param sent - by this provider to this number, in any order
 */
export const freeAt = (
  caps: readonly CallCap[],
  sent: readonly SentNotice[],
  ask: { readonly class: string; readonly unitId: string },
  at: number,
  utcOffsetMinutes: number,
): number => {
  let free = at;
  for (const { max, windowMs, hours } of caps) {
    if (hours !== undefined && spanEnd(hours, at, utcOffsetMinutes) === null) continue;
    const isIn = (one: SentNotice): boolean =>
      one.at > at - windowMs && (hours === undefined || spanEnd(hours, one.at, utcOffsetMinutes) !== null);
    const within = sent.filter(isIn).sort((a, b) => a.at - b.at);
    const isNew = ask.class === "alarm" && within.every(({ unitId }) => unitId !== ask.unitId);
    const limit = max >= RESERVE_FROM && !isNew ? max - RESERVED : max;
    if (within.length < limit) continue;
    // Free again when so many have left the window that the limit leaves room for one.
    const leaving = within[within.length - limit];
    if (leaving !== undefined) free = Math.max(free, leaving.at + windowMs);
  }
  return free;
};
