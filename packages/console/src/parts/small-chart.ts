/** One measured value. Milliseconds UTC, and the value in its unit. */
export type Point = { readonly at: number; readonly value: number };

/** Paths of a chart of 300 × 80: a gap stays a gap, nothing is smoothed or averaged. */
export type Chart = {
  readonly line: string;
  /** Across, at the set point; null without one. */ readonly limit: string | null;
  /** Down, where the alarm was. */ readonly mark: string;
  /** Least and greatest value, the set point apart. */ readonly low: number;
  readonly high: number;
};

export const WIDTH = 300;
export const HEIGHT = 80;
const MARGIN = 4;
/** A break of so many usual steps is a gap. */
const GAP_STEPS = 5;

const one = (n: number): string => String(Math.round(n * 10) / 10);

/** The usual time between two points: their median. */
const usualStep = (points: readonly Point[]): number => {
  const steps = points.slice(1).map(({ at }, n) => at - (points[n] as Point).at);
  return [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
};

/** @param points - at least one, in order of time; @param alarmAt - milliseconds UTC */
export const chartOf = (points: readonly Point[], limit: number | null, alarmAt: number): Chart => {
  const values = points.map(({ value }) => value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const [bottom, top] = limit === null ? [low, high] : [Math.min(low, limit), Math.max(high, limit)];
  const first = Math.min(points[0]?.at ?? alarmAt, alarmAt);
  const last = Math.max(points.at(-1)?.at ?? alarmAt, alarmAt);
  const x = (at: number): string => one(last === first ? WIDTH / 2 : ((at - first) / (last - first)) * WIDTH);
  const y = (value: number): string =>
    one(top === bottom ? HEIGHT / 2 : HEIGHT - MARGIN - ((value - bottom) / (top - bottom)) * (HEIGHT - 2 * MARGIN));
  const gap = usualStep(points) * GAP_STEPS;
  const line = points
    .map(({ at, value }, n) => {
      const before = points[n - 1];
      const isBroken = before === undefined || at - before.at > gap;
      // A point alone is a dot: a line of no length with round ends.
      return `${isBroken ? "M" : "L"}${x(at)} ${y(value)}${isBroken ? "h0" : ""}`;
    })
    .join("");
  return {
    line,
    limit: limit === null ? null : `M0 ${y(limit)}H${WIDTH}`,
    mark: `M${x(alarmAt)} 0V${HEIGHT}`,
    low,
    high,
  };
};
