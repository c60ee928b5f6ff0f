import { expect, test } from "vitest";
import { decode, encode } from "./codec.ts";
import { describeLayout } from "./describe.ts";
import { named } from "./field.ts";
import { frameTree } from "./frame-tree.ts";
import { f32be, f32le, u8, u16be } from "./integers.ts";
import { missingAt } from "./missing-at.ts";
import { struct } from "./struct.ts";

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const celsius = named(missingAt(f32le, -200), { unit: "°C" });
const layout = struct("sensor §1", { celsius, count: missingAt(u16be, 0xffff) });

test.each<[string, number | null, number | null]>([
  ["000048c30001", null, 1],
  ["0000c841ffff", 25, null],
  ["000048430000", 200, 0],
])("%s: the mark is no number, every other value is", (text, temperature, count) => {
  const value = { celsius: temperature, count };
  expect(decode(layout, bytes(text))).toEqual({ ok: true, value });
  expect(hex(encode(layout, value))).toBe(text);
});

test.each<[unknown, unknown, RegExp]>([
  [-200, 1, /^celsius: -200 means that there is no value/],
  [25, 65_535, /^count: 65535 means/],
  [25, 65_536, /^count: 65536/],
  [1e39, 1, /^celsius: 1e\+39/],
])("%s and %s cannot be sent as numbers", (temperature, count, message) => {
  expect(() => encode(layout, { celsius: temperature, count } as never)).toThrow(message);
  expect(() => encode(layout, { celsius: temperature, count } as never)).toThrow(RangeError);
});

test("text and nothing at all are the wrong type", () => {
  expect(() => encode(layout, { celsius: "25", count: 1 } as never)).toThrow(TypeError);
  expect(() => encode(layout, { count: 1 } as never)).toThrow(TypeError);
});

test.each([
  [f32be, 0.1],
  [u8, 256],
  [u16be, -1],
])("a mark that the number cannot hold is refused when the table is made", (base, mark) => {
  expect(() => missingAt(base, mark)).toThrow(RangeError);
});

test("a cut number is truncated", () => {
  expect(decode(layout, bytes("000048"))).toMatchObject({ ok: false, error: { code: "truncated", path: "celsius" } });
});

test("single precision is shown with the digits that it keeps, what is missing as a dash", () => {
  const frequency = struct("grid §1", { frequency: named(f32le, { unit: "Hz" }), ...layout.shape.fields });
  const values = frameTree(frequency, bytes("c3f54742000048c3ffff")).map(({ value }) => value);
  expect(values).toEqual(["49.99 Hz", "—", "—"]);
  expect(describeLayout(layout).map(({ type }) => type)).toEqual(["f32le, -200: none", "u16be, 65535: none"]);
});
