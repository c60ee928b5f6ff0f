import { expect, test } from "vitest";
import { sameWeekdays } from "./same-weekdays.ts";

test("EF-4.3: today stands beside the mean of the four same weekdays before it, over the end of a month", () => {
  const counts = new Map([
    ...([
      ["2026-12-05", 9],
      ["2026-11-28", 4],
      ["2026-11-21", 2],
      ["2026-11-14", 1],
      ["2026-11-07", 3],
    ] as const),
    // Other weekdays, and one too long ago, are not compared.
    ...([
      ["2026-12-04", 100],
      ["2026-10-31", 100],
    ] as const),
  ]);
  expect(sameWeekdays(counts, "2026-12-05")).toEqual({ today: 9, before: [4, 2, 1, 3], mean: 2.5 });
});

test("days without alarms count as none, today too", () => {
  expect(sameWeekdays(new Map([["2026-11-21", 1]]), "2026-11-28")).toEqual({
    today: 0,
    before: [1, 0, 0, 0],
    mean: 0.3,
  });
});
