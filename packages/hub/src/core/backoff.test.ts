import fc from "fast-check";
import { expect, test } from "vitest";
import { BACKOFF_MAX_MS, backoffMs, nextAttemptAt, retryAfterMs } from "./backoff.ts";

test("SH-6: a city that is away is asked again after 0, 1, 2, 4, 8, 15, 30, 60 s and so on up to 5 minutes", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1000].map((fails) => backoffMs(fails, 0) / 1000)).toEqual([
    0, 1, 2, 4, 8, 15, 30, 60, 120, 240, 300, 300,
  ]);
});

test("SEC-OUT-05: the wait never shrinks with more failures, is bounded, and jitter takes at most a tenth", () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, noNaN: true }), (fails, random) => {
      const wait = backoffMs(fails, random);
      expect(wait).toBeLessThanOrEqual(backoffMs(fails, 0));
      expect(wait).toBeGreaterThanOrEqual(Math.floor(backoffMs(fails, 0) * 0.9));
      expect(backoffMs(fails + 1, 0)).toBeGreaterThanOrEqual(backoffMs(fails, 0));
      expect(wait).toBeLessThanOrEqual(BACKOFF_MAX_MS);
    }),
  );
});

test("SEC-OUT-05: Retry-After is honoured, but neither shortens the back-off nor silences us for long", () => {
  expect(nextAttemptAt(1000, 1, 20_000, 0)).toBe(21_000);
  expect(nextAttemptAt(1000, 5, 1_000, 0)).toBe(16_000);
  expect(nextAttemptAt(1000, 1, 86_400_000, 0)).toBe(1000 + BACKOFF_MAX_MS);
});

test("SEC-OUT-05: Retry-After is seconds or a date, and nothing else", () => {
  const now = Date.parse("2026-01-02T03:04:05Z");
  expect(retryAfterMs("7", now)).toBe(7000);
  expect(retryAfterMs("Fri, 02 Jan 2026 03:04:35 GMT", now)).toBe(30_000);
  expect(retryAfterMs("Fri, 02 Jan 2026 03:00:00 GMT", now)).toBe(0);
  for (const text of [null, "", "-1", "1.5", "soon", "99999999999", "x GMT"])
    expect(retryAfterMs(text, now)).toBe(null);
});
