/** What one way of those who bring things to others (共享目的地、推送订阅) owes, as the store says. Times: milliseconds UTC. */
export type CourierDebt = {
  /** Since when the oldest of it is owed; null: nothing is. */ readonly since: number | null;
  /** When something of it last got through; null: never. */ readonly lastOkAt: number | null;
};

/** An alarm that has not got through for so long is trouble; a first retry comes within seconds. */
export const ALARMS_STUCK_MS = 15 * 60_000;
/** Records may wait for their period, and for so long. */
export const RECORDS_STUCK_MS = 2 * 3_600_000;

/**
 * Since when a way is stuck: something is owed on it and nothing of it has got through; null: it is not. What gets through slowly is
 * not stuck. A clock that was set back makes nobody stuck.
 *
 * @param limitMs - how long it may be without
 * @param now - milliseconds UTC
 */
export const stuckSince = ({ since, lastOkAt }: CourierDebt, limitMs: number, now: number): number | null => {
  if (since === null) return null;
  const from = Math.max(since, lastOkAt ?? since);
  return now - from > limitMs ? from : null;
};
