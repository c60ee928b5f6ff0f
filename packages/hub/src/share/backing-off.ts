import { BACKOFF_MAX_MS, nextAttemptAt } from "../core/backoff.ts";

/** How one way to a destination is left alone after failures (退避). Times: the hub's clock, milliseconds. */
export type BackingOff = {
  /** Where it stood when the hub ended; heard once. */ begin(fails: number, nextAt: number): void;
  /** Until the next attempt; 0: now. */ waitMs(now: number): number;
  /** It has failed since the hub started, and not got through since. */ isFailing(): boolean;
  failed(now: number, retryAfterMs: number | null, random: number): { readonly fails: number; readonly nextAt: number };
  /** True when it had failed before. */ worked(): boolean;
  /** One attempt at once; fails it too, the wait is as long as it would have been. */ release(): void;
};

export const createBackingOff = (): BackingOff => {
  let hasBegun = false;
  let isFailing = false;
  let fails = 0;
  let nextAt = 0;
  return {
    begin: (failsBefore, before) => {
      if (hasBegun) return;
      hasBegun = true;
      fails = failsBefore;
      nextAt = before;
    },
    waitMs: (now) => {
      // A clock that was set back must not silence us for longer than any wait.
      if (nextAt - now > BACKOFF_MAX_MS) nextAt = now + BACKOFF_MAX_MS;
      return Math.max(0, nextAt - now);
    },
    isFailing: () => isFailing,
    failed: (now, retryAfterMs, random) => {
      fails += 1;
      isFailing = true;
      nextAt = nextAttemptAt(now, fails, retryAfterMs, random);
      return { fails, nextAt };
    },
    worked: () => {
      const hadFailed = fails > 0;
      isFailing = false;
      fails = 0;
      nextAt = 0;
      return hadFailed;
    },
    release: () => {
      nextAt = 0;
    },
  };
};
