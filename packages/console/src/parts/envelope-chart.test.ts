import fc from "fast-check";
import { expect, test } from "vitest";
import { type Bucket, envelopeOf } from "./envelope-chart.ts";
import { HEIGHT, WIDTH } from "./small-chart.ts";

const HOUR = 3_600_000;
const bucket = (hour: number, min: number | null, max: number | null, limit: number | null = null): Bucket => ({
  ...{ at: hour * HOUR, min, max, limit },
});

test("EF-4.1: a peak is drawn whatever the step, a gap is not drawn, the set point is what it was then", () => {
  const chart = envelopeOf(
    [bucket(0, 60, 92, 70), bucket(1, null, null, 70), bucket(2, 61, 62, 80)],
    HOUR,
    0,
    3 * HOUR,
  );
  expect([chart?.low, chart?.high]).toEqual([60, 92]);
  expect(chart?.bars.match(/M/g)).toHaveLength(2);
  expect(chart?.bars.startsWith("M0 4H100V76H0z")).toBe(true);
  const heights = [...(chart?.limits ?? "").matchAll(/M\S+ (\S+)H/g)].map(([, y]) => y);
  expect(heights[0]).toBe(heights[1]);
  expect(heights[2]).not.toBe(heights[1]);
});

test.each([
  ["nothing was measured", [bucket(0, null, null, 70)], 0, HOUR],
  ["there is no series", [], 0, HOUR],
  ["the range is none", [bucket(0, 1, 2)], HOUR, HOUR],
] as const)("there is no chart where %s", (_, buckets, from, to) => {
  expect(envelopeOf(buckets, HOUR, from, to)).toBeNull();
});

test("whatever the hub answers, all is inside the picture", () => {
  const value = fc.float({ noNaN: true, noDefaultInfinity: true });
  const some = fc.array(
    fc
      .tuple(fc.integer({ min: -2, max: 30 }), value, value, fc.option(value))
      .map(([hour, a, b, limit]) => bucket(hour, Math.min(a, b), Math.max(a, b), limit)),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(some, (buckets) => {
      const chart = envelopeOf(buckets, HOUR, 0, 24 * HOUR);
      const text = `${chart?.bars}${chart?.limits}`;
      expect(text).not.toMatch(/NaN|Infinity|null/);
      for (const [, x] of text.matchAll(/[MH](-?[\d.]+)/g)) expect(Number(x) >= 0 && Number(x) <= WIDTH).toBe(true);
      for (const [, y] of text.matchAll(/M\S+ (-?[\d.]+)/g)) expect(Number(y) >= 0 && Number(y) <= HEIGHT).toBe(true);
    }),
  );
});
