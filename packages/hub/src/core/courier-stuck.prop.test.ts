import fc from "fast-check";
import { expect, test } from "vitest";
import { ALARMS_STUCK_MS, type CourierDebt, RECORDS_STUCK_MS, stuckSince } from "./courier-stuck.ts";

const NOW = Date.UTC(2026, 10, 27);
const HOUR = 3_600_000;
const time = fc.integer({ min: NOW - 100 * HOUR, max: NOW + HOUR });
const maybe = fc.option(time);
const debts = fc.record({
  alarmsSince: maybe,
  recordsSince: maybe,
  lastOkAt: maybe,
  recordsEveryMs: fc.constantFrom(0, 60_000, 24 * HOUR),
});
const none: CourierDebt = { alarmsSince: null, recordsSince: null, lastOkAt: null, recordsEveryMs: 0 };

test("EF-N.5: who owes nothing, or has just brought something, is never stuck", () => {
  fc.assert(
    fc.property(debts, time, (debt, now) => {
      expect(stuckSince({ ...debt, alarmsSince: null, recordsSince: null }, now)).toBe(null);
      expect(stuckSince({ ...debt, lastOkAt: now }, now)).toBe(null);
    }),
  );
});

test("EF-N.5: who is stuck stays so until something gets through, since a time at which it owed and after which nothing did", () => {
  fc.assert(
    fc.property(debts, time, fc.nat(50 * HOUR), (debt, now, later) => {
      const since = stuckSince(debt, now);
      if (since === null) return;
      expect(stuckSince(debt, now + later)).toBeLessThanOrEqual(since);
      expect(since).toBeGreaterThanOrEqual(Math.min(debt.alarmsSince ?? Infinity, debt.recordsSince ?? Infinity));
      expect(since).toBeGreaterThanOrEqual(debt.lastOkAt ?? 0);
      expect(now - since).toBeGreaterThan(ALARMS_STUCK_MS);
    }),
  );
});

test("EF-N.5: an alarm may wait a quarter of an hour, a record its period and two hours, and not a millisecond more", () => {
  const alarm = { ...none, alarmsSince: NOW };
  expect(stuckSince(alarm, NOW + ALARMS_STUCK_MS)).toBe(null);
  expect(stuckSince(alarm, NOW + ALARMS_STUCK_MS + 1)).toBe(NOW);
  const record = { ...none, recordsSince: NOW, recordsEveryMs: 24 * HOUR };
  expect(stuckSince(record, NOW + 24 * HOUR + RECORDS_STUCK_MS)).toBe(null);
  expect(stuckSince(record, NOW + 24 * HOUR + RECORDS_STUCK_MS + 1)).toBe(NOW);
  // It brings something, slowly.
  expect(stuckSince({ ...alarm, lastOkAt: NOW + HOUR }, NOW + HOUR + ALARMS_STUCK_MS)).toBe(null);
  // The clock was set back.
  expect(stuckSince(alarm, NOW - HOUR)).toBe(null);
});
