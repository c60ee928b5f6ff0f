/** Waits after the first failures in a row; from then on the wait doubles up to {@link BACKOFF_MAX_MS}. Seconds. */
const FIRST_WAITS_S = [0, 1, 2, 4, 8, 15, 30, 60] as const;
/** A city that comes back is asked again within this, because alarms are waiting (5 s and 20 s budgets of its plan). */
export const BACKOFF_MAX_MS = 300_000;
/** Up to this part of the wait is taken off at random, so that many hubs do not come back in one instant. */
const JITTER = 0.1;

/**
 * How long a destination is left alone (退避).
 *
 * @param fails - failures in a row; 0 waits not at all
 * @param random - 0 to 1, an input so that this stays pure
 * @returns milliseconds, 0 to {@link BACKOFF_MAX_MS}
 */
export const backoffMs = (fails: number, random: number): number => {
  const doublings = Math.min(20, fails - (FIRST_WAITS_S.length - 1));
  const seconds = FIRST_WAITS_S[fails] ?? FIRST_WAITS_S[7] * 2 ** doublings;
  return Math.round(Math.min(BACKOFF_MAX_MS, seconds * 1000) * (1 - JITTER * random));
};

/**
 * When to try again: the back-off, or later when the receiver asks for it, but never later than {@link BACKOFF_MAX_MS}.
 *
 * @param retryAfterMs - what the receiver asked for, null for nothing
 */
export const nextAttemptAt = (now: number, fails: number, retryAfterMs: number | null, random: number): number =>
  now + Math.min(BACKOFF_MAX_MS, Math.max(backoffMs(fails, random), retryAfterMs ?? 0));

/** Milliseconds of a Retry-After header: whole seconds or an HTTP date. Null when absent or neither. */
export const retryAfterMs = (header: string | null, now: number): number | null => {
  const text = header?.trim() ?? "";
  if (/^[0-9]{1,9}$/.test(text)) return Number(text) * 1000;
  const at = /GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
};
