/** A map that forgets what was set longest ago once it holds too much, and what is older than its time. */
export type BoundedMap<V> = {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
  size(): number;
  /** Drops what is over. */ sweep(now: number): void;
};

/**
 * Tables that a stranger fills must not grow (SEC-DEV-08). All entries live equally long, so that the oldest is the first that ends.
 *
 * @param now - milliseconds that only grow
 */
export const createBoundedMap = <V>(max: number, livesMs: number, now: () => number): BoundedMap<V> => {
  const entries = new Map<string, { readonly value: V; readonly until: number }>();
  return {
    get: (key) => {
      const found = entries.get(key);
      return found !== undefined && found.until > now() ? found.value : undefined;
    },
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, { value, until: now() + livesMs });
      for (const oldest of entries.keys()) {
        if (entries.size <= max) break;
        entries.delete(oldest);
      }
    },
    delete: (key) => void entries.delete(key),
    size: () => entries.size,
    sweep: (at) => {
      for (const [key, { until }] of entries) {
        if (until > at) break;
        entries.delete(key);
      }
    },
  };
};

/** So many in the long run, and at once. */
export type Rate = { readonly perSecond: number; readonly burst: number };

const RATED_MAX = 20_000;

/** Whether one more may come of this key now; those that came longest ago are forgotten, and may. */
export const createRates = ({ perSecond, burst }: Rate, factor: () => number, now: () => number) => {
  const buckets = createBoundedMap<{ tokens: number; at: number }>(RATED_MAX, 60_000, now);
  const take = (key: string): boolean => {
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: burst, at };
    const tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1_000) * perSecond * factor());
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    return tokens >= 1;
  };
  return { take, sweep: buckets.sweep };
};
