import fc from "fast-check";
import { expect, test } from "vitest";
import { createPresenceFigures, type PresenceIn } from "./presence-figures.ts";

const MINUTE = 60_000;
const starts = [0, 60, 120, 240].map((minutes) => minutes * MINUTE);

const marks = fc
  .array(
    fc.record({
      at: fc.integer({ min: -100, max: 300 }).map((minutes) => minutes * MINUTE),
      unitId: fc.constantFrom("u1", "u2", "u3"),
      presence: fc.constantFrom("online", "offline", "timedOut", ""),
    }),
    { maxLength: 12 },
  )
  .map((all): readonly PresenceIn[] => all.sort((a, b) => a.at - b.at));
/** u1 and u2 are one region; u3 may not be seen. */
const groupOf = (unit: string): string | null => ({ u1: "east", u2: "east" })[unit] ?? null;

test("EF-4.3, EF-4.4.2: the sums are those of a walk through every minute", () => {
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 5 }), fc.integer({ min: 1, max: 300 }), (devices, nowMinutes) => {
      const now = nowMinutes * MINUTE;
      const figures = createPresenceFigures(starts, now);
      for (const device of devices) figures.add(device, groupOf);
      const expected = starts.slice(1).flatMap((end, period) => {
        const sum = { period, group: "east", devices: 0, online: 0, known: 0, timedOut: 0 };
        for (const device of devices) {
          const told = { online: 0, offline: 0, timedOut: 0 };
          for (let at = starts[period] ?? 0; at < Math.min(end, now); at += MINUTE) {
            const mark = device.findLast((one) => one.at <= at);
            if (mark === undefined || mark.presence === "" || groupOf(mark.unitId) === null) continue;
            told[mark.presence as keyof typeof told] += 60;
          }
          const known = told.online + told.offline + told.timedOut;
          sum.devices += known > 0 ? 1 : 0;
          sum.online += told.online;
          sum.known += known;
          sum.timedOut += told.timedOut > 0 ? 1 : 0;
        }
        return sum.devices > 0 ? [sum] : [];
      });
      expect(figures.cells()).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test("a device that moved counts where it was, and once in a region that holds both units", () => {
  const moved = [
    { at: 0, unitId: "u1", presence: "online" },
    { at: 30 * MINUTE, unitId: "u2", presence: "online" },
  ];
  const byUnit = createPresenceFigures([0, 60 * MINUTE], 60 * MINUTE);
  byUnit.add(moved, (unit) => unit);
  expect(byUnit.cells().map(({ group, devices, online }) => [group, devices, online])).toEqual([
    ["u1", 1, 1_800],
    ["u2", 1, 1_800],
  ]);
  const byRegion = createPresenceFigures([0, 60 * MINUTE], 60 * MINUTE);
  byRegion.add(moved, groupOf);
  expect(byRegion.cells().map(({ group, devices, online }) => [group, devices, online])).toEqual([["east", 1, 3_600]]);
});
