/** Work that must not overlap: at most one job per key at a time, in the order in which the jobs came. */
export type Lanes = {
  /** Runs the job once it is first in all its lanes. Joining all lanes at once, in one order for all, excludes a deadlock. */
  run<T>(keys: readonly string[], job: () => Promise<T>): Promise<T>;
  /** The same for one lane, without a promise: starts at once when the lane is free. Whoever was started leaves, once. */
  enter(key: string, start: () => void): void;
  leave(key: string): void;
  /** Resolves when no job runs or waits. */ idle(): Promise<void>;
};

/** @property ahead - lanes in which another one is before it */
type Waiting = { ahead: number; readonly start: () => void };

export const createLanes = (): Lanes => {
  /** Lanes in use, with who waits there; null: nobody. */ const lanes = new Map<string, Waiting[] | null>();
  /** How many wait, in all lanes. */ let waits = 0;
  let running = 0;
  let whenIdle: (() => void)[] = [];

  /** Whether the lane was free. */
  const join = (key: string, one: Waiting): boolean => {
    const waiting = lanes.get(key);
    if (waiting === undefined) {
      lanes.set(key, null);
      return true;
    }
    if (waiting === null) lanes.set(key, [one]);
    else waiting.push(one);
    waits += 1;
    one.ahead += 1;
    return false;
  };

  const pass = (key: string): void => {
    const next = waits === 0 ? undefined : lanes.get(key)?.shift();
    if (next === undefined) {
      lanes.delete(key);
      return;
    }
    waits -= 1;
    if (--next.ahead === 0) next.start();
  };

  const ended = (): void => {
    running -= 1;
    if (running > 0) return;
    const all = whenIdle;
    whenIdle = [];
    for (const resolve of all) resolve();
  };

  return {
    run: async (keys, job) => {
      const own = [...new Set(keys)];
      running += 1;
      await new Promise<void>((resolve) => {
        const mine: Waiting = { ahead: 0, start: resolve };
        for (const key of own) join(key, mine);
        if (mine.ahead === 0) resolve();
      });
      try {
        return await job();
      } finally {
        for (const key of own) pass(key);
        ended();
      }
    },
    enter: (key, start) => {
      running += 1;
      if (lanes.has(key)) join(key, { ahead: 0, start });
      else {
        lanes.set(key, null);
        start();
      }
    },
    leave: (key) => {
      pass(key);
      ended();
    },
    idle: async () => {
      // What has ended may let others in at once.
      while (running > 0) await new Promise<void>((resolve) => whenIdle.push(resolve));
    },
  };
};
