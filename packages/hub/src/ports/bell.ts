/** Wakes one sleeper. A ring while nobody sleeps is heard by the next. */
export type Bell = {
  ring(): void;
  /** Resolves after so many milliseconds, or when it is rung. */ sleep(ms: number): Promise<void>;
};

/** @param timer - runs something once after real milliseconds and returns its cancellation */
export const createBell = (timer: (run: () => void, ms: number) => () => void): Bell => {
  let isRung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      isRung = true;
      wake?.();
    },
    sleep: async (ms) => {
      if (!isRung && ms > 0)
        await new Promise<void>((resolve) => {
          const cancel = timer(resolve, ms);
          wake = () => {
            cancel();
            resolve();
          };
        });
      wake = null;
      isRung = false;
    },
  };
};
