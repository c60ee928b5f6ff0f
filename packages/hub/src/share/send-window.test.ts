import fc from "fast-check";
import { expect, test } from "vitest";
import { createSendWindow } from "./send-window.ts";

test("EF-N.5: the first record goes at once, what follows when the period is over, all together", () => {
  const window = createSendWindow(60_000);
  expect(window.open(1_000)).toBe(1_000);
  // What is owed later than the window opened waits, however long the window stays open.
  expect(window.open(5_000)).toBe(1_000);
  window.used();
  window.close();
  expect(window.open(60_999)).toBe(null);
  expect(window.waitMs(60_999)).toBe(1);
  expect(window.open(61_000)).toBe(61_000);
});

test("EF-N.5: a window in which nothing went costs no period", () => {
  const window = createSendWindow(21_600_000);
  expect(window.open(1_000)).toBe(1_000);
  window.close();
  expect(window.open(1_001)).toBe(1_001);
});

test("EF-N.5: whatever the clock does, nothing waits for longer than a period, and no window opens early while it is true", () => {
  const steps = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 50 });
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 60_000 }), steps, (period, moves) => {
      const window = createSendWindow(period);
      let now = 1_000_000;
      let opened = Number.NEGATIVE_INFINITY;
      for (const move of moves) {
        now += move;
        if (move < 0) opened = Number.NEGATIVE_INFINITY;
        const waitMs = window.waitMs(now);
        expect(waitMs === Number.POSITIVE_INFINITY || (waitMs > 0 && waitMs <= period)).toBe(true);
        const until = window.open(now);
        if (until === null) expect(now).toBeLessThan(opened === Number.NEGATIVE_INFINITY ? now + 1 : opened + period);
        else {
          expect(until - opened).toBeGreaterThanOrEqual(period);
          opened = until;
          window.used();
          window.close();
        }
      }
    }),
  );
});

test("EF-N.5: a retry does not wait for the period", () => {
  const window = createSendWindow(21_600_000);
  window.open(1_000);
  window.used();
  window.close();
  expect(window.open(2_000)).toBe(null);
  window.reset();
  expect(window.open(2_001)).toBe(2_001);
});
