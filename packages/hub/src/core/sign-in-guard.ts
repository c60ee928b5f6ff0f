/** Failures of one person from one place, or of one place whoever it tries (SEC-USR-05). */
export type Attempts = {
  /** When they failed, oldest first; only what is inside the window. Milliseconds. */ readonly failedAt: readonly number[];
  readonly lockedUntil: number;
};

/** Nothing failed. */
export const NO_ATTEMPTS: Attempts = { failedAt: [], lockedUntil: 0 };

export type GuardLimits = {
  /** So many failures … */ readonly failures: number;
  /** … within this time … */ readonly windowMs: number;
  /** … close it for this time. */ readonly lockMs: number;
};

const MINUTE_MS = 60_000;

/** One account from one source: 5 failures in 15 minutes, closed for 15 minutes. */
export const accountGuard: GuardLimits = { failures: 5, windowMs: 15 * MINUTE_MS, lockMs: 15 * MINUTE_MS };
/** One source, whatever the accounts: guessing one password for many names. */
export const sourceGuard: GuardLimits = { failures: 30, windowMs: 15 * MINUTE_MS, lockMs: 15 * MINUTE_MS };

/** How long a try has to wait. Milliseconds; 0: it may go on. */
export const waitOf = ({ lockedUntil }: Attempts, now: number): number => Math.max(0, lockedUntil - now);

/** After a failure. A try while it is closed does not count: whoever waits is let in. */
export const afterFailure = (attempts: Attempts, limits: GuardLimits, now: number): Attempts => {
  if (waitOf(attempts, now) > 0) return attempts;
  const failedAt = [...attempts.failedAt.filter((at) => now - at < limits.windowMs), now];
  return failedAt.length >= limits.failures
    ? { failedAt: [], lockedUntil: now + limits.lockMs }
    : { failedAt, lockedUntil: 0 };
};
