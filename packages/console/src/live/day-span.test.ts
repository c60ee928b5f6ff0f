import fc from "fast-check";
import { expect, test } from "vitest";
import { dayAfter, isDay, spanAsked, timesOf, usualSpans } from "./day-span.ts";
import { unknownClock } from "./hub-clock.ts";

test("EF-4.3: usual spans end today or with the month before", () => {
  expect(usualSpans.week("2026-03-02")).toEqual({ from: "2026-02-24", to: "2026-03-02" });
  expect(usualSpans.month("2026-03-02")).toEqual({ from: "2026-03-01", to: "2026-03-02" });
  expect(usualSpans.lastMonth("2026-01-15")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
  expect(usualSpans.lastMonth("2024-03-31")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(["2026-01-31", "2026-03-01", "2026-12-31"].map((day) => usualSpans.quarter(day).from)).toEqual([
    ...["2026-01-01", "2026-01-01", "2026-10-01"],
  ]);
  expect(usualSpans.year("2026-11-28")).toEqual({ from: "2026-01-01", to: "2026-11-28" });
});

test("the last day is in the span as a whole, in the hub's zone", () => {
  expect(timesOf({ from: "2026-02-01", to: "2026-02-28" }, unknownClock)).toEqual({
    from: "2026-02-01T00:00:00+08:00",
    to: "2026-03-01T00:00:00+08:00",
  });
  expect(timesOf({ from: "2026-02-01", to: "2026-02-01" }, { aheadMs: 0, utcOffsetMinutes: -210 })).toEqual({
    from: "2026-02-01T00:00:00-03:30",
    to: "2026-02-02T00:00:00-03:30",
  });
});

test.each([
  ["2026-02-30", "2026-03-01"],
  ["2026-03-02", "2026-03-01"],
  ["2026-3-1", "2026-03-02"],
  ["", ""],
  ["2026-03-01", undefined],
  ["__proto__", "2026-03-01"],
])("what is no span, from %j to %j, is this month", (from, to) => {
  const asked = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  expect(spanAsked(asked, "2026-03-15")).toEqual({ from: "2026-03-01", to: "2026-03-15" });
});

test("days are days: the day before the day after is the day", () => {
  const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.integer({ min: -4_000, max: 4_000 }), (at, days) => {
      const one = at.toISOString().slice(0, 10);
      expect(isDay(one)).toBe(true);
      expect(dayAfter(dayAfter(one, days), -days)).toBe(one);
    }),
  );
});
