// Times several ways of doing the same in turns, so that a machine that is busy now and then slows all of them alike.

/** One way: called with rising numbers, so that it may take its inputs in turns. */
export type Way = (turn: number) => unknown;

const WARM_UP_ROUNDS = 10;
const ROUNDS = 101;
/** Each way runs about so long in each round: less than the turn that a busy machine gives to others. */
const ROUND_MS = 1.5;

let kept: unknown = null;

const millisecondsOf = (way: Way, calls: number): number => {
  const started = performance.now();
  // Kept, so that no work is optimised away.
  for (let turn = 0; turn < calls; turn += 1) kept = way(turn);
  return performance.now() - started;
};

/** What was measured: nanoseconds per call of each way, one number for each round. */
export type Timings = Readonly<Record<string, readonly number[]>>;

/** Times every way in every round. */
export const compare = (ways: Readonly<Record<string, Way>>): Timings => {
  const runs = Object.entries(ways).map(([name, way]) => ({ name, way, calls: 2_000, times: [] as number[] }));
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1)
    for (const run of runs) {
      const spent = millisecondsOf(run.way, run.calls);
      if (round >= 0) run.times.push((spent * 1e6) / run.calls);
      else run.calls = Math.max(100, Math.round((run.calls * ROUND_MS) / Math.max(spent, 0.01)));
    }
  if (kept === undefined) throw new TypeError("a way of decoding gave nothing");
  return Object.fromEntries(runs.map(({ name, times }) => [name, times]));
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** Median of one way, nanoseconds; `undefined` for one that was not measured. */
export const medianOf = (timings: Timings, name: string): number | undefined =>
  timings[name] === undefined ? undefined : median(timings[name]);

/** Median of the ratios of two ways within each round: what slows one slows the other, and falls out. */
export const medianRatio = (timings: Timings, name: string, base: string): number | undefined => {
  const [a, b] = [timings[name], timings[base]];
  return a === undefined || b === undefined ? undefined : median(a.map((time, round) => time / (b[round] as number)));
};
