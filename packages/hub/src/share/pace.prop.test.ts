import fc from "fast-check";
import { expect, test } from "vitest";
import { createPace } from "./pace.ts";

const NOW = 1_800_000_000_000;
const rates = fc.record(
  {
    pushesPerSecond: fc.integer({ min: 1, max: 10_000 }).map((n) => n / 100),
    recordsPerSecond: fc.integer({ min: 1, max: 5_000 }),
  },
  { requiredKeys: [] },
);
const lanes = fc.constantFrom("alarms" as const, "records" as const);

test("EF-N.4: whoever waits as told never sends faster than was agreed, whatever waits on which way", () => {
  fc.assert(
    fc.property(rates, fc.array(fc.tuple(lanes, fc.nat(500)), { minLength: 2, maxLength: 60 }), (rate, pushes) => {
      const pace = createPace(rate);
      let now = NOW;
      const sent: { at: number; records: number }[] = [];
      for (const [lane, many] of pushes) {
        now += pace.waitMs(lane, now);
        const records = Math.max(1, Math.min(many, pace.groupMax));
        pace.used(lane, records, now);
        sent.push({ at: now, records });
      }
      for (const [from, { at: begin }] of sent.entries())
        for (const [place, { at }] of sent.slice(from + 1).entries()) {
          const seconds = (at - begin) / 1_000;
          // All that began before the last of them, the last one not counted: its own time is still to come.
          const before = sent.slice(from, from + 1 + place);
          if (rate.pushesPerSecond !== undefined)
            expect(before.length).toBeLessThanOrEqual(seconds * rate.pushesPerSecond + 1e-6);
          if (rate.recordsPerSecond !== undefined)
            expect(before.reduce((sum, { records }) => sum + records, 0)).toBeLessThanOrEqual(
              seconds * rate.recordsPerSecond + 1e-6,
            );
        }
    }),
  );
});

test("SH-5: an alarm waits for one push at most, and records that come beside it wait for the alarm", () => {
  fc.assert(
    fc.property(rates, fc.integer({ min: 1, max: 500 }), fc.nat(2_000), (rate, many, later) => {
      const pace = createPace(rate);
      const records = Math.min(many, pace.groupMax);
      pace.used("records", records, NOW);
      const now = NOW + later;
      const wait = pace.waitMs("alarms", now);
      expect(wait).toBeLessThanOrEqual(Math.ceil(Math.max(1_000 / (rate.pushesPerSecond ?? Infinity), 1_000)));
      if (wait === 0) return;
      expect(pace.waitMs("records", now + wait)).toBeGreaterThan(0);
      expect(pace.waitMs("alarms", now + wait)).toBe(0);
      pace.used("alarms", 1, now + wait);
      const rest = pace.waitMs("records", now + wait);
      expect(pace.waitMs("records", now + wait + rest)).toBe(0);
    }),
  );
});

test("EF-N.5: an alarm that waited and went away keeps records back for a second and no longer; nor does a clock that is set back", () => {
  const pace = createPace({ pushesPerSecond: 2 });
  pace.used("records", 1, NOW);
  expect(pace.waitMs("alarms", NOW)).toBe(500);
  expect(pace.waitMs("records", NOW + 1_499)).toBe(1);
  expect(pace.waitMs("records", NOW + 1_500)).toBe(0);
  expect(pace.waitMs("records", NOW - 3_600_000)).toBeLessThanOrEqual(500);
  expect(createPace(null).waitMs("alarms", NOW)).toBe(0);
});
