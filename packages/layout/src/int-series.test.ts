import { expect, test } from "vitest";
import { decode, encode } from "./codec.ts";
import { intSeries, widthOf } from "./int-series.ts";
import { struct } from "./struct.ts";

const layout = struct("series §1", { series: intSeries });

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const series = (width: number, ...values: (number | null)[]) => ({ series: { width, values } });

test.each<[string, ReturnType<typeof series>]>([
  ["0105", series(1, 5)],
  ["0180", series(1, null)],
  ["1201f48000", series(2, 500, null)],
  ["02ffff", series(2, -1)],
  ["03010000", series(3, 65_536)],
  ["067fffffffffff", series(6, 140_737_488_355_327)],
  ["06800000000001", series(6, -140_737_488_355_327)],
])("%s", (text, value) => {
  expect(decode(layout, bytes(text))).toEqual({ ok: true, value });
  expect(hex(encode(layout, value))).toBe(text);
});

test.each([
  ["00", "bad-value", 0],
  ["0700", "bad-value", 0],
  ["ff", "bad-value", 0],
  ["", "truncated", 0],
  ["12ff", "truncated", 1],
  ["0100ff", "bad-length", 2],
])("%s is refused as %s at byte %i", (text, code, offset) => {
  expect(decode(layout, bytes(text))).toMatchObject({ ok: false, error: { code, offset } });
});

test.each<[ReturnType<typeof series>, RegExp]>([
  [series(1, 128), /^series: values\[0\]: 128/],
  [series(1, 0, -128), /^series: values\[1\]: -128/],
  [series(2, 0.5), /0\.5 is no whole number/],
  [series(0, 1), /^series: width 0/],
  [series(7, 1), /^series: width 7/],
  [series(1), /^series: 0 values/],
  [series(1, ...Array.from({ length: 17 }, () => 0)), /^series: 17 values/],
])("%j does not fit", (value, message) => {
  expect(() => encode(layout, value)).toThrow(message);
});

test("the narrowest width that holds every value", () => {
  expect(widthOf([0, -127, 127])).toBe(1);
  expect(widthOf([128])).toBe(2);
  expect(widthOf([-128])).toBe(2);
  expect(widthOf([null])).toBe(1);
  expect(widthOf([32_768])).toBe(3);
  expect(widthOf([2 ** 40])).toBe(6);
});
