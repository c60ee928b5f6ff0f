import { expect, test } from "vitest";
import { createWaiting } from "./waiting.ts";

const HALF = 5_000;
const MIB = 1024 * 1024;

test("SEC-API-08: a receiver that floods fills its half and is asked to come again; another one is taken", () => {
  const waiting = createWaiting();
  for (let n = 0; n < HALF; n += 1) {
    expect(waiting.mayCome("a", 10, 0)).toBe(true);
    waiting.add("a", 10);
  }
  expect([waiting.mayCome("a", 10, 0), waiting.mayCome("b", 10, 0)]).toEqual([false, true]);
  waiting.remove("a", 10);
  expect(waiting.mayCome("a", 10, 0)).toBe(true);
});

test("SEC-API-08: so it is by what the pushes hold; one that is too long for its half is not taken at all", () => {
  const waiting = createWaiting();
  waiting.add("a", 31 * MIB);
  expect([waiting.mayCome("a", 2 * MIB, 0), waiting.mayCome("a", MIB, 0), waiting.mayCome("b", 2 * MIB, 0)]).toEqual([
    ...[false, true, true],
  ]);
  expect(waiting.mayCome("c", 33 * MIB, 0)).toBe(false);
});

test("all together have a bound too, and what waits for the store counts", () => {
  const waiting = createWaiting();
  for (const id of ["a", "b", "c"]) for (let n = 0; n < 3_000; n += 1) waiting.add(id, 1);
  expect(waiting.mayCome("d", 1, 999)).toBe(true);
  expect(waiting.mayCome("d", 1, 1_000)).toBe(false);
  for (let n = 0; n < 3_000; n += 1) waiting.remove("a", 1);
  expect(waiting.mayCome("d", 1, 1_000)).toBe(true);
});
