import fc from "fast-check";
import { expect, test } from "vitest";
import { chartOf, HEIGHT, type Point, WIDTH } from "./small-chart.ts";

const at = (minutes: number, value: number): Point => ({ at: minutes * 60_000, value });

test("the set point and the alarm lie in the picture, and a peak is the top", () => {
  const chart = chartOf([at(0, 60), at(1, 61), at(2, 92)], 70, 120_000);
  expect([chart.low, chart.high]).toEqual([60, 92]);
  expect(chart.line.endsWith("L300 4")).toBe(true);
  expect(chart.mark).toBe("M300 0V80");
  expect(chart.limit).toMatch(/^M0 \d+(\.\d)?H300$/);
});

test("a gap stays a gap", () => {
  const chart = chartOf([at(0, 1), at(1, 1), at(2, 1), at(30, 1), at(31, 1)], null, 0);
  expect(chart.line.match(/M/g)).toHaveLength(2);
  expect(chart.limit).toBeNull();
});

test("whatever was measured, all of it is inside the picture and no number is none", () => {
  const points = fc.array(
    fc.record({ at: fc.nat(1_800_000), value: fc.float({ noNaN: true, noDefaultInfinity: true }) }),
    {
      minLength: 1,
      maxLength: 60,
    },
  );
  const limit = fc.option(fc.float({ noNaN: true, noDefaultInfinity: true }));
  fc.assert(
    fc.property(points, limit, fc.nat(1_800_000), (some, over, alarmAt) => {
      const chart = chartOf(
        [...some].sort((a, b) => a.at - b.at),
        over,
        alarmAt,
      );
      const text = `${chart.line}${chart.limit ?? ""}${chart.mark}`;
      expect(text).not.toMatch(/NaN|Infinity/);
      for (const [, x, y] of chart.line.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
        expect(Number(x) >= 0 && Number(x) <= WIDTH).toBe(true);
        expect(Number(y) >= 0 && Number(y) <= HEIGHT).toBe(true);
      }
    }),
  );
});
