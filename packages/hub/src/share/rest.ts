/** How a courier waits: a hint ends an idle wait, a kick any wait, an end all of them. */
export type Rest = {
  /** What wakes from now on ends the next wait, even before it begins. */ begin(): void;
  sleep(ms: number, untilWoken: boolean): Promise<void>;
  /** Something may be owed. */ wake(): void;
  /** Up at once. */ rouse(): void;
  /** Never sleeps again. */ end(): void;
};

/** @param timer - runs something once after real milliseconds and returns its cancellation */
export const createRest = (timer: (run: () => void, ms: number) => () => void): Rest => {
  let isOver = false;
  let isWoken = false;
  let wait: { readonly untilWoken: boolean; readonly up: () => void } | null = null;
  const wake = (): void => {
    isWoken = true;
    if (wait?.untilWoken) wait.up();
  };
  const rouse = (): void => {
    isWoken = true;
    wait?.up();
  };
  return {
    begin: () => {
      isWoken = false;
    },
    sleep: async (ms, untilWoken) => {
      if (isOver || (untilWoken && isWoken)) return;
      await new Promise<void>((resolve) => {
        const cancel = timer(resolve, ms);
        wait = {
          untilWoken,
          up: () => {
            cancel();
            resolve();
          },
        };
      });
      wait = null;
    },
    wake,
    rouse,
    end: () => {
      isOver = true;
      rouse();
    },
  };
};
