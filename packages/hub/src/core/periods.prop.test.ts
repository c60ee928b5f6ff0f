import fc from "fast-check";
import { expect, test } from "vitest";
import { periodName, periodStarts, periods } from "./periods.ts";

const CHINA = 480;
const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) });
const spans = fc.tuple(instants, fc.integer({ min: 1, max: 100 * 86_400_000 }));
const china = (text: string): number => Date.parse(`${text}+08:00`);

test("EF-4.3: periods follow one another without gap, hold the span, and each has a name of its own", () => {
  fc.assert(
    fc.property(fc.constantFrom(...periods), spans, fc.constantFrom(CHINA, 0, -330), (period, [from, long], zone) => {
      const starts = periodStarts(period, from, from + long, zone);
      expect(starts.every((start, n) => n === 0 || start > (starts[n - 1] ?? start))).toBe(true);
      expect(starts[0]).toBeLessThanOrEqual(from);
      expect(starts[1]).toBeGreaterThan(from);
      expect(starts.at(-2)).toBeLessThan(from + long);
      expect(starts.at(-1)).toBeGreaterThanOrEqual(from + long);
      const names = starts.map((start) => periodName(period, start, zone));
      expect(new Set(names).size).toBe(names.length);
      expect([...names].sort()).toEqual(names);
    }),
    { numRuns: 200 },
  );
});

test("EF-4.3: an hour, a day, a week, a month, a quarter and a year begin by the clock of the zone", () => {
  const at = china("2026-03-04T05:06:07");
  const starts = Object.fromEntries(periods.map((period) => [period, periodStarts(period, at, at + 1, CHINA)[0]]));
  expect(starts).toEqual({
    year: china("2026-01-01T00:00:00"),
    quarter: china("2026-01-01T00:00:00"),
    month: china("2026-03-01T00:00:00"),
    week: china("2026-03-02T00:00:00"),
    day: china("2026-03-04T00:00:00"),
    hour: china("2026-03-04T05:00:00"),
  });
});

test.each([
  ["2026-01-01", "2026-Q1"],
  ["2026-03-31", "2026-Q1"],
  ["2026-04-01", "2026-Q2"],
  ["2026-12-31", "2026-Q4"],
])("%s lies in %s, and in 2026", (day, quarter) => {
  const at = china(`${day}T23:00:00`);
  const named = (period: "quarter" | "year") =>
    periodName(period, periodStarts(period, at, at + 1, CHINA)[0] ?? 0, CHINA);
  expect([named("quarter"), named("year")]).toEqual([quarter, "2026"]);
});

test("a week is named by the year of its Thursday (ISO 8601)", () => {
  const named = (day: string): string => periodName("week", china(`${day}T00:00:00`), CHINA);
  expect([named("2025-12-29"), named("2024-12-30"), named("2026-12-28"), named("2027-01-04")]).toEqual([
    ...["2026-W01", "2025-W01", "2026-W53", "2027-W01"],
  ]);
});
