import { expect, test } from "vitest";
import { valueBar } from "./value-bar.ts";

test("a value stands at its share of the bar, the set point at four fifths while it is not reached", () => {
  expect(valueBar(250, 500)).toEqual({ value: 40, limit: 80 });
  expect(valueBar(0, 500)).toEqual({ value: 0, limit: 80 });
});

test("EF-4.1: over its set point a value stands behind it, and inside the bar however great it is", () => {
  expect(valueBar(1_000, 500)).toEqual({ value: 80, limit: 40 });
  expect(valueBar(50_000, 500)?.limit).toBeLessThan(1);
});

test.each([
  [null, 500],
  [12, null],
  [12, 0],
  [-5, 20],
  [12, -1],
])("of %j with the set point %j no bar is drawn", (value, limit) => {
  expect(valueBar(value, limit)).toBeNull();
});
