import fc from "fast-check";
import { expect, test } from "vitest";
import { hubActor } from "./actor.ts";
import { newLife } from "./alarm-life-state.ts";
import { alarmTimesNotAfter, lifeNotAfter, slotNotAfter } from "./alarm-set-back.ts";

const NOW = 1_764_000_000_000;
const DAY = 86_400_000;
const time = fc.integer({ min: NOW - 400 * DAY, max: NOW + 30_000 * DAY });

test("EF-5.3: whatever a clock that was ahead has written, nothing of a life lies ahead, and the due date is no later than people have time", () => {
  fc.assert(
    fc.property(time, time, time, fc.option(fc.integer({ min: DAY, max: 7 * DAY })), (at, escalatedAt, seen, due) => {
      const life = {
        ...newLife(at, due, null),
        escalatedAt,
        acknowledged: { at: seen, by: hubActor, via: "web" as const },
        shelf: { until: seen, reason: "a" },
        chatter: { at: seen, returns: 3 },
      };
      const put = lifeNotAfter(life, NOW, due);
      expect(Math.max(put.acknowledged?.at ?? 0, put.chatter?.at ?? 0, put.escalatedAt ?? 0)).toBeLessThanOrEqual(NOW);
      expect(put.dueAt).toBe(due === null ? null : Math.min(at + due, NOW + due));
      expect(put.shelf?.until).toBeLessThanOrEqual(NOW + DAY);
      // Done once, it is done.
      expect(lifeNotAfter(put, NOW, due)).toEqual(put);
    }),
  );
});

test("EF-5.3: who was late before the clock was wrong is still late", () => {
  const life = { ...newLife(NOW - 10 * DAY, 7 * DAY, null), escalatedAt: NOW - 3 * DAY };
  expect(lifeNotAfter(life, NOW, 7 * DAY)).toEqual(life);
  // It became late while the clock was ahead, and would have by now.
  const since = { ...newLife(NOW - 8 * DAY, 7 * DAY, null), escalatedAt: NOW + 100 * DAY };
  expect(lifeNotAfter(since, NOW, 7 * DAY).escalatedAt).toBe(NOW);
  const early = { ...newLife(NOW - DAY, 7 * DAY, null), escalatedAt: NOW + 100 * DAY };
  expect(lifeNotAfter(early, NOW, 7 * DAY)).toMatchObject({ escalatedAt: null, dueAt: NOW + 6 * DAY });
});

test("only the hub's own times of a record are put back, and only those ahead", () => {
  const body = {
    ...{ receivedAt: "2099-01-01T00:00:00+08:00", occurredAt: "2020-01-01T00:00:00+08:00", clearedAt: "no time" },
    ...{ deviceTime: "2099-01-01T00:00:00+08:00", description: "2099-01-01T00:00:00+08:00" },
  };
  expect(alarmTimesNotAfter(body, NOW, "now")).toEqual({ receivedAt: "now" });
});

test("SEC-DEV-06: an alarm of a wrong clock can recover and come again; what its device said lately is still known", () => {
  const open = {
    id: "a",
    occurredAt: NOW + DAY,
    lastOccurredAt: NOW + DAY,
    repeats: 1,
    recoveredAt: null,
    by: "device" as const,
  };
  const slot = { open, heard: [NOW - 5, NOW + 5, NOW + DAY], lastAt: NOW - 5 };
  expect(slotNotAfter(slot, NOW)).toEqual({
    open: { ...open, occurredAt: NOW, lastOccurredAt: NOW },
    heard: [NOW - 5, NOW + 5],
    lastAt: NOW - 5,
  });
  expect(slotNotAfter({ ...slot, open: null }, NOW).open).toBeNull();
});
