/** Work in the background (后台任务), one job after the other: a large one makes others wait, never the hub. */
export type JobLane = {
  /** @param work - must not reject; looks at the signal often */
  run(id: string, work: (signal: AbortSignal) => Promise<void>): void;
  /** Ends a job that runs, or takes it out of the line. Resolves when it no longer runs. */ cancel(
    id: string,
  ): Promise<void>;
  /** Ends all of them. Resolves when none runs. */ close(): Promise<void>;
};
