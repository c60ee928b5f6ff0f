/** Work that must not overlap: at most one job per key at a time, in the order in which the jobs came. */
export type Lanes = {
  /** Runs the job once it is first in all its lanes. Joining all lanes at once, in one order for all, excludes a deadlock. */
  run<T>(keys: readonly string[], job: () => Promise<T>): Promise<T>;
  /** Resolves when no job runs or waits. */ idle(): Promise<void>;
};

type Job = { ahead: number; readonly start: () => void };

export const createLanes = (): Lanes => {
  const lanes = new Map<string, Job[]>();
  let running = 0;
  let whenIdle: (() => void)[] = [];

  const leave = (keys: readonly string[]): void => {
    for (const key of keys) {
      const lane = lanes.get(key);
      lane?.shift();
      const next = lane?.[0];
      if (next === undefined) lanes.delete(key);
      else if (--next.ahead === 0) next.start();
    }
    running -= 1;
    if (running > 0) return;
    for (const resolve of whenIdle) resolve();
    whenIdle = [];
  };

  return {
    run: async (keys, job) => {
      const own = [...new Set(keys)];
      running += 1;
      await new Promise<void>((resolve) => {
        const mine: Job = { ahead: 0, start: resolve };
        for (const key of own) {
          const lane = lanes.get(key);
          if (lane) {
            lane.push(mine);
            mine.ahead += 1;
          } else lanes.set(key, [mine]);
        }
        if (mine.ahead === 0) resolve();
      });
      try {
        return await job();
      } finally {
        leave(own);
      }
    },
    idle: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve))),
  };
};
