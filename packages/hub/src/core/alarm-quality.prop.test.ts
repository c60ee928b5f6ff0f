import fc from "fast-check";
import { expect, test } from "vitest";
import { type AlarmArrival, alarmQuality } from "./alarm-quality.ts";

const arrival = (at: number, more: Partial<AlarmArrival> = {}): AlarmArrival => ({
  ...{ at, deviceId: "d1", type: "smoke", class: "warning", isRepeat: false, times: 1 },
  ...more,
});
const MINUTE = 60_000;
const every = (ms: number, count: number, from = 0) => Array.from({ length: count }, (_, n) => arrival(from + n * ms));

test("EF-4.3: more than ten in ten minutes is one flood until fewer than five are left (ISA-18.2)", () => {
  expect(alarmQuality(every(MINUTE, 10)).floods).toBe(0);
  // Each minute one: ten at any time.
  expect(alarmQuality(every(MINUTE, 100)).floods).toBe(0);
  expect(alarmQuality(every(MINUTE - 1, 11)).floods).toBe(1);
  expect(alarmQuality(every(MINUTE / 2, 200)).floods).toBe(1);
  const second = every(1_000, 11, 11 * MINUTE);
  expect(alarmQuality([...every(1_000, 11), ...second]).floods).toBe(2);
  // Eight minutes later all of the first are still within ten minutes: the same flood.
  expect(alarmQuality([...every(1_000, 11), ...every(1_000, 11, 8 * MINUTE)]).floods).toBe(1);
});

test("EF-4.3: a source chatters when one type comes three times within a minute, repeats counted", () => {
  expect(alarmQuality(every(30_000, 3)).chattering).toBe(1);
  expect(alarmQuality(every(30_001, 3)).chattering).toBe(0);
  const again = { isRepeat: true, times: 0 };
  expect(alarmQuality([arrival(0, { times: 3 }), arrival(1, again), arrival(2, again)])).toMatchObject({
    ...{ alarms: 1, chattering: 1, topSources: [{ deviceId: "d1", type: "smoke", count: 3 }] },
  });
  expect(alarmQuality([arrival(0), arrival(1, { type: "heat" }), arrival(2, { deviceId: "d2" })]).chattering).toBe(0);
});

test("no alarms are no figures", () => {
  expect(alarmQuality([])).toEqual({ alarms: 0, ofTopClass: 0, floods: 0, chattering: 0, topSources: [] });
});

test("EF-4.3: the figures are those of a count by hand", () => {
  const arrivals = fc
    .array(
      fc.record({
        at: fc.integer({ min: 0, max: 30 * MINUTE }),
        deviceId: fc.constantFrom("d1", "d2", "d3"),
        type: fc.constantFrom("smoke", "heat"),
        class: fc.constantFrom("alarm", "warning"),
        isRepeat: fc.boolean(),
      }),
      { maxLength: 60 },
    )
    .map((all) => all.sort((a, b) => a.at - b.at).map((one) => ({ ...one, times: one.isRepeat ? 0 : 1 })));
  fc.assert(
    fc.property(arrivals, (all) => {
      const found = alarmQuality(all);
      const fresh = all.filter(({ isRepeat }) => !isRepeat);
      expect(found.alarms).toBe(fresh.length);
      expect(found.ofTopClass).toBe(fresh.filter((one) => one.class === "alarm").length);
      const keys = new Set(all.map(({ deviceId, type }) => `${deviceId} ${type}`));
      const own = (key: string) => all.filter(({ deviceId, type }) => `${deviceId} ${type}` === key);
      const chatters = [...keys].filter((key) =>
        own(key).some(({ at }) => own(key).filter((one) => one.at >= at && one.at <= at + MINUTE).length >= 3),
      );
      expect(found.chattering).toBe(chatters.length);
      const isFull = fresh.some(
        ({ at }) => fresh.filter((one) => one.at >= at && one.at < at + 10 * MINUTE).length > 10,
      );
      expect(found.floods > 0).toBe(isFull);
      for (const { deviceId, type, count } of found.topSources)
        expect(count).toBe(own(`${deviceId} ${type}`).filter(({ isRepeat }) => !isRepeat).length);
    }),
    { numRuns: 200 },
  );
});
