import fc from "fast-check";
import { expect, test } from "vitest";
import { type Attempts, accountGuard, afterFailure, NO_ATTEMPTS, sourceGuard, waitOf } from "./sign-in-guard.ts";

const MINUTE = 60_000;
const failing = (times: readonly number[], limits = accountGuard): Attempts =>
  times.reduce((attempts, at) => afterFailure(attempts, limits, at), NO_ATTEMPTS);

test("SEC-USR-05: the fifth failure in 15 minutes closes for 15 minutes", () => {
  expect(waitOf(failing([0, 1, 2, 3]), 3)).toBe(0);
  const closed = failing([0, 1, 2, 3, 4]);
  expect(waitOf(closed, 4)).toBe(15 * MINUTE);
  expect(waitOf(closed, 4 + 15 * MINUTE - 1)).toBe(1);
  expect(waitOf(closed, 4 + 15 * MINUTE)).toBe(0);
});

test("SEC-USR-05: failures further apart than the window do not close", () => {
  expect(waitOf(failing([0, 4, 8, 12, 15].map((minute) => minute * MINUTE)), 15 * MINUTE)).toBe(0);
  expect(waitOf(failing([0, 4, 8, 12, 14.9].map((minute) => minute * MINUTE)), 15 * MINUTE)).toBeGreaterThan(0);
});

test("SEC-USR-05: tries while it is closed do not prolong it, and what is kept stays small", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(3 * MINUTE), { maxLength: 200 }),
      fc.constantFrom(accountGuard, sourceGuard),
      (gaps, limits) => {
        let now = 0;
        let attempts = NO_ATTEMPTS;
        for (const gap of gaps) {
          now += gap;
          const before = attempts;
          attempts = afterFailure(attempts, limits, now);
          if (waitOf(before, now) > 0) expect(attempts).toEqual(before);
          expect(attempts.failedAt.length).toBeLessThan(limits.failures);
          expect(waitOf(attempts, now)).toBeLessThanOrEqual(limits.lockMs);
        }
      },
    ),
  );
});
