/** Something that is done again and again while the hub runs (定时任务). */
export type Round = {
  readonly everyMs: number;
  /** Run at each turn; what it throws or rejects with is given to `failed`. */ readonly run: () => unknown;
  /** Absent: nobody is told, the next turn tries again. */ readonly failed?: (error: unknown) => void;
};

/** Starts the rounds; what it returns ends all of them. A round that takes longer than its period is not run twice at once. */
export const startRounds = (rounds: readonly Round[]): (() => void) => {
  const timers = rounds.map(({ everyMs, run, failed = () => {} }) => {
    let isRunning = false;
    return setInterval(() => {
      if (isRunning) return;
      isRunning = true;
      Promise.resolve()
        .then(run)
        .catch(failed)
        .finally(() => {
          isRunning = false;
        });
    }, everyMs);
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
};
