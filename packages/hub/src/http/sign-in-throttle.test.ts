import { expect, test } from "vitest";
import { createSignInThrottle, waitAfter } from "./sign-in-throttle.ts";

test("SEC-API-08: the first three failures cost nothing, then the wait doubles up to a minute", () => {
  expect([1, 2, 3, 4, 5, 6, 9, 10, 11, 99].map(waitAfter)).toEqual([
    0, 0, 0, 1000, 2000, 4000, 32_000, 60_000, 60_000, 60_000,
  ]);
});

test("SEC-API-08: one source waits, another does not, success and 15 quiet minutes forgive", () => {
  const throttle = createSignInThrottle();
  for (let n = 0; n < 5; n += 1) throttle.failed("a", 1000);
  expect([throttle.waitMs("a", 1000), throttle.waitMs("a", 2999), throttle.waitMs("a", 3000)]).toEqual([2000, 1, 0]);
  expect(throttle.waitMs("b", 1000)).toBe(0);
  throttle.failed("a", 1000 + 16 * 60_000);
  expect(throttle.waitMs("a", 1000 + 16 * 60_000)).toBe(0);
  for (let n = 0; n < 9; n += 1) throttle.failed("a", 5_000_000);
  throttle.succeeded("a");
  expect(throttle.waitMs("a", 5_000_000)).toBe(0);
});

test("SEC-LIM-01: sources are remembered up to a bound; the one that failed longest ago is forgotten", () => {
  const throttle = createSignInThrottle();
  for (let n = 0; n < 5; n += 1) throttle.failed("first", 0);
  for (let n = 0; n < 5; n += 1) throttle.failed("last", 0);
  for (let n = 0; n < 9_999; n += 1) throttle.failed(`source-${n}`, 0);
  expect(throttle.waitMs("first", 0)).toBe(0);
  expect(throttle.waitMs("last", 0)).toBe(2000);
});
