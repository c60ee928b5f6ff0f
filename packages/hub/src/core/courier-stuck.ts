/** What one of those who bring things to others (共享目的地、推送订阅) owes, as the store says. Times: milliseconds UTC. */
export type CourierDebt = {
  /** Since when the oldest alarm or event is owed; null: none is. */ readonly alarmsSince: number | null;
  /** The same of other records. */ readonly recordsSince: number | null;
  /** When something last got through; null: never. */ readonly lastOkAt: number | null;
  /** How often it brings records at most. */ readonly recordsEveryMs: number;
};

/** An alarm that has not got through for so long is trouble; a first retry comes within seconds. */
export const ALARMS_STUCK_MS = 15 * 60_000;
/** Records may wait for their period, and for so long. */
export const RECORDS_STUCK_MS = 2 * 3_600_000;

/**
 * Since when a courier is stuck: something is owed and nothing has got through; null: it is not. What gets through slowly is not
 * stuck. A clock that was set back makes nobody stuck.
 *
 * @param now - milliseconds UTC
 */
export const stuckSince = (debt: CourierDebt, now: number): number | null => {
  const { alarmsSince, recordsSince, lastOkAt, recordsEveryMs } = debt;
  const stuck = [
    { since: alarmsSince, limit: ALARMS_STUCK_MS },
    { since: recordsSince, limit: recordsEveryMs + RECORDS_STUCK_MS },
  ].flatMap(({ since, limit }) => {
    if (since === null) return [];
    const from = Math.max(since, lastOkAt ?? since);
    return now - from > limit ? [from] : [];
  });
  return stuck.length === 0 ? null : Math.min(...stuck);
};
