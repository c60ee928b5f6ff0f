import fc from "fast-check";
import { expect, test } from "vitest";
import { type AlarmWay, latencyFigures, latencySystemOf } from "./latency.ts";

const way = (more: Partial<AlarmWay> = {}): AlarmWay => ({
  ...{ system: "electricalFire", deviceMs: null, receivedAt: 1_000, storedAt: 1_010, pushedAt: null, shownAt: null },
  ...more,
});
const told = (all: readonly AlarmWay[]) =>
  Object.fromEntries(latencyFigures(all).map((one) => [`${one.leg} ${one.system}`, [one.count, one.maxMs, one.over]]));

test("EF-4.4.1, CP-3.4.1: each leg is counted by its system, what is not known is not", () => {
  const fire = way({ deviceMs: 3_000, pushedAt: 1_015, shownAt: 21_001 });
  const charging = way({ system: "charging", shownAt: 6_001 });
  expect(told([fire, charging, way()])).toEqual({
    "deviceToReceived electricalFire": [1, 3_000, 0],
    "receivedToStored electricalFire": [2, 10, 0],
    "receivedToStored charging": [1, 10, 0],
    "storedToPushed electricalFire": [1, 5, 0],
    "storedToShown electricalFire": [1, 19_991, 0],
    "storedToShown charging": [1, 4_991, 0],
    "receivedToShown electricalFire": [1, 20_001, 1],
    "receivedToShown charging": [1, 5_001, 1],
  });
  expect(latencyFigures([])).toEqual([]);
  // A clock set back.
  expect(told([way({ storedAt: 900 })])).toEqual({ "receivedToStored electricalFire": [1, 0, 0] });
});

test("CP-3.4.1: the device's type decides the limit; where it says neither, the alarm's type", () => {
  expect(latencySystemOf("residualCurrentOver", "chargingPile")).toBe("charging");
  expect(latencySystemOf("residualCurrentOver", "electricalFireMonitor")).toBe("electricalFire");
  expect(latencySystemOf("what nobody knows", "gateway")).toBe("electricalFire");
});

test("EF-4.4.1: percentiles are those of a count by hand", () => {
  const times = fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(times, (all) => {
      const figures = latencyFigures(all.map((ms) => way({ storedAt: 1_000, shownAt: 1_000 + ms })));
      const found = figures.find(({ leg }) => leg === "receivedToShown");
      const reaches = (value: number | undefined, share: number): boolean => {
        const within = all.filter((ms) => ms <= (value ?? -1)).length;
        const below = all.filter((ms) => ms < (value ?? -1)).length;
        return within >= share * all.length && below < share * all.length;
      };
      expect(reaches(found?.p50Ms, 0.5)).toBe(true);
      expect(reaches(found?.p99Ms, 0.99)).toBe(true);
      expect(found).toMatchObject({
        ...{ count: all.length, maxMs: Math.max(...all), limitMs: 20_000 },
        over: all.filter((ms) => ms > 20_000).length,
      });
    }),
  );
});
