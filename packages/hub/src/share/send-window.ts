/**
 * When records other than alarms go (约定周期): at once after a quiet period, and from then on once per period everything that was
 * owed when it began. Times are the hub's clock, milliseconds.
 */
export type SendWindow = {
  /** Owed since when a record may go now; null: the period is not over. */ open(now: number): number | null;
  /** Something went. */ used(): void;
  /** Everything went that was owed when it opened. */ close(): void;
  /** How long until records may go again; for ever when they may go now. */ waitMs(now: number): number;
  /** The period is over, because somebody said so. */ reset(): void;
};

/** Of alarms: they go at once, always. */
export const alwaysOpen: SendWindow = {
  open: () => Number.MAX_SAFE_INTEGER,
  used: () => {},
  close: () => {},
  waitMs: () => Number.POSITIVE_INFINITY,
  reset: () => {},
};

export const createSendWindow = (periodMs: number): SendWindow => {
  let until: number | null = null;
  let isUsed = false;
  let nextFrom = 0;
  const restMs = (now: number): number => {
    // A clock that was set back must not silence us for longer than the period.
    if (nextFrom - now > periodMs) nextFrom = now + periodMs;
    return nextFrom - now;
  };
  return {
    open: (now) => {
      if (until === null && restMs(now) <= 0) until = now;
      return until;
    },
    used: () => {
      isUsed = true;
    },
    close: () => {
      if (until !== null && isUsed) nextFrom = until + periodMs;
      until = null;
      isUsed = false;
    },
    waitMs: (now) => {
      const ms = restMs(now);
      return ms > 0 ? ms : Number.POSITIVE_INFINITY;
    },
    reset: () => {
      until = null;
      nextFrom = 0;
    },
  };
};
