/** The last measured times from "hub received" to "painted" (显示时延): the proof of EF-4.4.1 and CP-3.4.1. */
export type LatencyMeter = {
  /** @param ms - shown minus received, both in the hub's clock; below 0 counts as 0 */ add(ms: number): void;
  /** Milliseconds that 99 of 100 alarms did not exceed, nearest rank; null before the first. */ p99(): number | null;
  count(): number;
};

export const createLatencyMeter = (size = 500): LatencyMeter => {
  const ring: number[] = [];
  let next = 0;
  return {
    add: (ms) => {
      ring[next] = Math.max(0, ms);
      next = (next + 1) % size;
    },
    p99: () => {
      if (ring.length === 0) return null;
      const sorted = [...ring].sort((a, b) => a - b);
      return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? null;
    },
    count: () => ring.length,
  };
};
