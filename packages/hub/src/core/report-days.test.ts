import * as fc from "fast-check";
import { expect, test } from "vitest";
import { offsetTime } from "./offset-time.ts";
import {
  dayNamed,
  dayStart,
  dueAfter,
  nextRun,
  periodBefore,
  periodSoFar,
  type SchedulePeriod,
  spanOfDays,
} from "./report-days.ts";

const ZONE = 480;
const at = (text: string): number => Date.parse(`${text}+08:00`);

test.each([
  ["2026-01-31", "2026-02-24"],
  ["2026-01-24", "2026-01-24"],
  ["2026-01-25", "2026-02-24"],
  ["2026-12-31", "2027-01-24"],
])("PL-1: a form whose last day is %s is due by the end of %s", (to, due) => {
  expect(offsetTime(dueAfter(to, ZONE), ZONE)).toContain(`${due}T23:59:59`);
});

test.each(["2026-02-29", "2026-13-01", "2026-1-1", "", "x", "2026-00-10"])("%j is no day", (day) => {
  expect(dayStart(day, ZONE)).toBeNaN();
});

test("a day begins at midnight of the zone, and a span ends with its last day", () => {
  expect(dayStart("2028-02-29", ZONE)).toBe(at("2028-02-29T00:00:00"));
  expect(spanOfDays("2026-01-01", "2026-01-31", ZONE)).toEqual({
    from: at("2026-01-01T00:00:00"),
    to: at("2026-02-01T00:00:00"),
  });
  expect(dayNamed(at("2026-01-01T00:00:00"), ZONE)).toBe("2026-01-01");
});

test.each<[SchedulePeriod, number, string, string]>([
  ["month", 17, "2026-01-05T12:00:00", "2026-01-17T06:00:00"],
  ["month", 17, "2026-01-17T06:00:00", "2026-02-17T06:00:00"],
  ["month", 31, "2026-02-01T00:00:00", "2026-02-28T06:00:00"],
  ["week", 1, "2026-01-07T00:00:00", "2026-01-12T06:00:00"],
  ["week", 31, "2026-01-07T00:00:00", "2026-01-11T06:00:00"],
  ["quarter", 2, "2026-01-07T00:00:00", "2026-04-02T06:00:00"],
  ["year", 5, "2026-01-07T00:00:00", "2027-01-05T06:00:00"],
])("a report of each %s on its day %i, asked at %s, is made at %s", (period, day, after, next) => {
  expect(nextRun(period, day, at(after), ZONE)).toBe(at(next));
});

test("the period before, and the one that runs", () => {
  expect(periodBefore("month", at("2026-03-17T06:00:00"), ZONE)).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(periodBefore("week", at("2026-01-07T06:00:00"), ZONE)).toEqual({ from: "2025-12-29", to: "2026-01-04" });
  expect(periodBefore("quarter", at("2026-01-07T06:00:00"), ZONE)).toEqual({ from: "2025-10-01", to: "2025-12-31" });
  expect(periodSoFar("month", at("2026-03-17T06:00:00"), ZONE)).toEqual({ from: "2026-03-01", to: "2026-03-17" });
});

test("every run is later than the one before, once in each period, whatever the day", () => {
  const periods = fc.constantFrom<SchedulePeriod>("week", "month", "quarter", "year");
  const times = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2060, 0) });
  fc.assert(
    fc.property(
      periods,
      fc.integer({ min: 1, max: 31 }),
      times,
      fc.integer({ min: -720, max: 840 }),
      (period, day, from, zone) => {
        const first = nextRun(period, day, from, zone);
        const second = nextRun(period, day, first, zone);
        expect(first).toBeGreaterThan(from);
        expect(second).toBeGreaterThan(first);
        expect(periodBefore(period, second, zone).from <= dayNamed(first, zone)).toBe(true);
        expect(periodBefore(period, second, zone).to >= dayNamed(first, zone)).toBe(true);
      },
    ),
  );
});
