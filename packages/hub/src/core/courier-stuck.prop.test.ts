import fc from "fast-check";
import { expect, test } from "vitest";
import { ALARMS_STUCK_MS, type CourierDebt, RECORDS_STUCK_MS, stuckSince } from "./courier-stuck.ts";

const NOW = Date.UTC(2026, 10, 27);
const HOUR = 3_600_000;
const time = fc.integer({ min: NOW - 100 * HOUR, max: NOW + HOUR });
const maybe = fc.option(time);
const debts = fc.record({ since: maybe, lastOkAt: maybe });
const limits = fc.constantFrom(ALARMS_STUCK_MS, RECORDS_STUCK_MS, RECORDS_STUCK_MS + 24 * HOUR);

test("EF-N.5: who owes nothing, or has just brought something, is never stuck", () => {
  fc.assert(
    fc.property(debts, limits, time, (debt, limit, now) => {
      expect(stuckSince({ ...debt, since: null }, limit, now)).toBe(null);
      expect(stuckSince({ ...debt, lastOkAt: now }, limit, now)).toBe(null);
    }),
  );
});

test("EF-N.5: who is stuck stays so until something gets through, since a time at which it owed and after which nothing did", () => {
  fc.assert(
    fc.property(debts, limits, time, fc.nat(50 * HOUR), (debt, limit, now, later) => {
      const since = stuckSince(debt, limit, now);
      if (since === null) return;
      expect(stuckSince(debt, limit, now + later)).toBe(since);
      expect(since).toBeGreaterThanOrEqual(debt.since ?? Infinity);
      expect(since).toBeGreaterThanOrEqual(debt.lastOkAt ?? 0);
      expect(now - since).toBeGreaterThan(limit);
    }),
  );
});

test("EF-N.5: it may wait for its limit and not a millisecond more; what is brought slowly is not stuck", () => {
  const debt: CourierDebt = { since: NOW, lastOkAt: null };
  expect(stuckSince(debt, ALARMS_STUCK_MS, NOW + ALARMS_STUCK_MS)).toBe(null);
  expect(stuckSince(debt, ALARMS_STUCK_MS, NOW + ALARMS_STUCK_MS + 1)).toBe(NOW);
  expect(stuckSince({ ...debt, lastOkAt: NOW + HOUR }, ALARMS_STUCK_MS, NOW + HOUR + ALARMS_STUCK_MS)).toBe(null);
  // What got through before it was owed says nothing of it.
  expect(stuckSince({ since: NOW, lastOkAt: NOW - 9 * HOUR }, ALARMS_STUCK_MS, NOW + HOUR)).toBe(NOW);
  // The clock was set back.
  expect(stuckSince(debt, ALARMS_STUCK_MS, NOW - HOUR)).toBe(null);
});
