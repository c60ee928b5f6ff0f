/** Failed sign-ins of one source. */
export type SignInFailures = { readonly count: number; readonly blockedUntil: number; readonly lastAt: number };

/** Failures that cost nothing: people mistype. */
const FREE_FAILURES = 3;
const WAIT_MAX_MS = 60_000;
/** A source that fails no more is forgotten after this. */
const FORGET_MS = 15 * 60_000;
/** Sources remembered; above it the oldest are forgotten, so that nobody can fill the memory. */
const SOURCES_MAX = 10_000;

/** Wait after the n-th failure in a row: none for the first three, then 1, 2, 4 … 60 s. */
export const waitAfter = (failures: number): number =>
  failures <= FREE_FAILURES ? 0 : Math.min(WAIT_MAX_MS, 1000 * 2 ** (failures - FREE_FAILURES - 1));

export const failedOnceMore = (before: SignInFailures | null, now: number): SignInFailures => {
  const count = before === null || now - before.lastAt > FORGET_MS ? 1 : before.count + 1;
  return { count, blockedUntil: now + waitAfter(count), lastAt: now };
};

/** Back-off for failed sign-ins per source address, in memory and bounded. */
export type SignInThrottle = {
  /** Milliseconds to wait, 0 when an attempt may be made. */ waitMs(source: string, now: number): number;
  failed(source: string, now: number): void;
  succeeded(source: string): void;
};

export const createSignInThrottle = (): SignInThrottle => {
  const failures = new Map<string, SignInFailures>();
  return {
    waitMs: (source, now) => Math.max(0, (failures.get(source)?.blockedUntil ?? 0) - now),
    failed: (source, now) => {
      const next = failedOnceMore(failures.get(source) ?? null, now);
      // Deleted first: a Map keeps the order of insertion, so the first entry is the one that failed longest ago.
      failures.delete(source);
      failures.set(source, next);
      for (const [oldest] of failures) {
        if (failures.size <= SOURCES_MAX) break;
        failures.delete(oldest);
      }
    },
    succeeded: (source) => void failures.delete(source),
  };
};
