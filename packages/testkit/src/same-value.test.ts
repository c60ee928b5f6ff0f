import { expect, test } from "vitest";
import { holdsNaN, sameValue } from "./same-value.ts";

const value = () => ({ n: 1, list: [{ a: null, b: "x" }], bytes: Uint8Array.of(1, 2), nothing: undefined });

test.each<readonly [string, unknown, unknown]>([
  ["copies", value(), value()],
  ["members in another order", { a: 1, b: 2 }, { b: 2, a: 1 }],
  ["NaN", { a: Number.NaN }, { a: Number.NaN }],
  ["frozen and not", Object.freeze({ a: true }), { a: true }],
])("%s are the same", (_, a, b) => {
  expect(sameValue(a, b) && sameValue(b, a)).toBe(true);
});

test.each<readonly [string, unknown, unknown]>([
  ["0 and -0", 0, -0],
  ["a number and its text", 1, "1"],
  ["null and undefined", { a: null }, { a: undefined }],
  ["absent and undefined", {}, { a: undefined }],
  ["another name", { a: undefined }, { b: undefined }],
  ["one byte", value(), { ...value(), bytes: Uint8Array.of(1, 3) }],
  ["one byte more", Uint8Array.of(1), Uint8Array.of(1, 0)],
  ["bytes and a list", Uint8Array.of(1), [1]],
  ["a list and an object", [1], { 0: 1 }],
  ["a list that is longer", [1], [1, 2]],
  ["null and an object", null, {}],
])("%s are not", (_, a, b) => {
  expect(sameValue(a, b) || sameValue(b, a)).toBe(false);
});

test("a NaN is found wherever it is", () => {
  expect(holdsNaN({ a: [{ b: Number.NaN }] })).toBe(true);
  expect([1, null, "NaN", { a: [0] }, Uint8Array.of(1)].some(holdsNaN)).toBe(false);
});
