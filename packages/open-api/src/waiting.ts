/** Resolves after so many milliseconds; rejects with the signal's reason when that comes first. */
export const wait = (ms: number, signal?: AbortSignal | null): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });

/**
 * What `Retry-After` asks for (RFC 9110 §10.2.3): seconds, or a date.
 *
 * @param now - milliseconds since 1970 UTC
 * @returns milliseconds of 0 or more; null when there is none that can be read
 */
export const retryAfterMs = (value: string | null, now: number): number | null => {
  if (value === null) return null;
  if (/^[0-9]{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const at = /^[A-Z][a-z]+, /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
};

/** A delay that doubles with each try, spread so that clients who failed together do not come back together. Milliseconds. */
export const backoffMs = (tries: number, firstMs: number, mostMs: number, random: () => number): number =>
  Math.min(mostMs, firstMs * 2 ** tries) * (0.5 + random() / 2);
