import { HEIGHT, WIDTH } from "./small-chart.ts";

/** One step of a series: from when, least, greatest, set point then; null where nothing was measured or known. */
export type Bucket = {
  readonly at: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly limit: number | null;
};

/** Paths of a chart of 300 × 80: least to greatest of each step, never an average that hides a peak; gaps stay gaps. */
export type EnvelopeChart = {
  readonly bars: string;
  /** The set point as it was, in steps. */ readonly limits: string;
  readonly low: number;
  readonly high: number;
};

const MARGIN = 4;
const one = (n: number): string => String(Math.round(n * 10) / 10);

/** @returns null where nothing was measured; @param stepMs - length of a step */
export const envelopeOf = (
  buckets: readonly Bucket[],
  stepMs: number,
  from: number,
  to: number,
): EnvelopeChart | null => {
  const measured = buckets.filter(({ min, max }) => min !== null && max !== null);
  if (measured.length === 0 || to <= from) return null;
  const low = Math.min(...measured.map(({ min }) => min as number));
  const high = Math.max(...measured.map(({ max }) => max as number));
  const limits = buckets.flatMap(({ limit }) => (limit === null ? [] : [limit]));
  const bottom = Math.min(low, ...limits);
  const top = Math.max(high, ...limits);
  // A step may begin before the range and end behind it.
  const x = (at: number): string => one(Math.min(WIDTH, Math.max(0, ((at - from) / (to - from)) * WIDTH)));
  const y = (value: number): string =>
    one(top === bottom ? HEIGHT / 2 : HEIGHT - MARGIN - ((value - bottom) / (top - bottom)) * (HEIGHT - 2 * MARGIN));
  const bars = measured
    .map(({ at, min, max }) => {
      const [left, right] = [x(at), x(at + stepMs)];
      // A value that never moved is a line all the same.
      return `M${left} ${y(max as number)}H${right}V${y(min as number)}H${left}z`;
    })
    .join("");
  const steps = buckets.flatMap(({ at, limit }) => (limit === null ? [] : [`M${x(at)} ${y(limit)}H${x(at + stepMs)}`]));
  return { bars, limits: steps.join(""), low, high };
};
