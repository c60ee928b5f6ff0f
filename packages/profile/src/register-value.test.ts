import { expect, test } from "vitest";
import { registersOf, registerValue } from "./register-value.ts";

const at = { function: 4, address: 0 } as const;

test.each([
  ["u16", undefined, [0xffd0], 65_488],
  ["i16", undefined, [0xffd0], -48],
  ["u32", "abcd", [0x0001, 0x0002], 65_538],
  ["u32", "cdab", [0x0002, 0x0001], 65_538],
  ["u32", "badc", [0x0100, 0x0200], 65_538],
  ["u32", "dcba", [0x0200, 0x0100], 65_538],
  ["i32", "abcd", [0xffff, 0xfffe], -2],
  ["i32", undefined, [0x7fff, 0xffff], 2_147_483_647],
  ["f32", "abcd", [0x4234, 0x0000], 45],
  ["f32", "cdab", [0x0000, 0x4234], 45],
  ["f32", "badc", [0x3442, 0x0000], 45],
  ["f32", "dcba", [0x0000, 0x3442], 45],
  ["f32", "abcd", [0xc348, 0x0000], -200],
] as const)("§2.2: %s %s of %j is %d", (type, order, words, value) => {
  const register = { ...at, type, ...(order === undefined ? {} : { order }) };
  expect(registersOf(register)).toBe(words.length);
  expect(registerValue(register, words)).toBe(value);
});

test.each([
  ["not a number", [0x7fc0, 0]],
  ["infinite", [0x7f80, 0]],
  ["minus infinite", [0xff80, 0]],
] as const)("a float that is %s is no value", (_, words) => {
  expect(registerValue({ ...at, type: "f32" }, words)).toBeNull();
});
