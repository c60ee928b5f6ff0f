import fc from "fast-check";
import { expect, test } from "vitest";
import { BACKOFF_MAX_MS } from "../core/backoff.ts";
import { createBackingOff } from "./backing-off.ts";

const NOW = 1_000_000;

test("SEC-OUT-05: waits grow with failures, a success ends them, and what stood when the hub ended goes on", () => {
  const one = createBackingOff();
  one.begin(3, NOW + 4_000);
  expect([one.waitMs(NOW), one.waitMs(NOW + 3_999), one.waitMs(NOW + 4_000)]).toEqual([4_000, 1, 0]);
  expect(one.failed(NOW, null, 0)).toEqual({ fails: 4, nextAt: NOW + 8_000 });
  expect(one.worked()).toBe(true);
  expect([one.waitMs(NOW), one.worked()]).toEqual([0, false]);
  expect(one.failed(NOW, null, 0).fails).toBe(1);
});

test("SEC-OUT-05: what stood is heard once: it does not bring back a wait that is over", () => {
  const one = createBackingOff();
  one.begin(1, NOW);
  one.worked();
  one.begin(7, NOW + 240_000);
  expect(one.waitMs(NOW)).toBe(0);
});

test("SEC-OUT-05: a release gives one attempt; fails it too, the wait is no shorter for it", () => {
  const one = createBackingOff();
  for (let n = 0; n < 5; n += 1) one.failed(NOW, null, 0);
  one.release();
  expect([one.waitMs(NOW), one.isFailing()]).toEqual([0, true]);
  expect(one.failed(NOW, null, 0)).toEqual({ fails: 6, nextAt: NOW + 30_000 });
});

test("EF-N.5: what failed before the hub started is no failure of this way: another may have been meant", () => {
  const one = createBackingOff();
  one.begin(9, NOW + 1);
  expect(one.isFailing()).toBe(false);
  one.failed(NOW, null, 0);
  expect(one.isFailing()).toBe(true);
});

test("SEC-OUT-05: wherever the clock is set, no wait is longer than the longest there is", () => {
  fc.assert(
    fc.property(fc.nat(20), fc.integer({ min: -1e9, max: 1e9 }), fc.option(fc.nat(1e9)), (fails, moved, asked) => {
      const one = createBackingOff();
      for (let n = 0; n <= fails; n += 1) one.failed(NOW, asked, 0);
      const wait = one.waitMs(NOW + moved);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(BACKOFF_MAX_MS);
      // Looked at once, the time that is left only falls.
      expect(one.waitMs(NOW + moved + 1)).toBeLessThanOrEqual(wait);
    }),
  );
});
