import { expect, test } from "vitest";
import { bitFields } from "./bit-fields.ts";
import { decode, encode } from "./codec.ts";
import { decoderSource } from "./decoder-source.ts";
import { describeLayout } from "./describe.ts";
import { type WrittenDecoder, withDecoder } from "./fast.ts";
import { flags } from "./flags.ts";
import { i16le, u8, u16be } from "./integers.ts";
import { limited } from "./limited.ts";
import { list } from "./list.ts";
import { struct } from "./struct.ts";

const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const layout = struct("limits §1", {
  quantity: limited(u16be, { min: 1, max: 125 }),
  coil: limited(u16be, { only: [0, 0xff00] }),
  last: u8,
});

test.each([
  ["0001000000", { quantity: 1, coil: 0, last: 0 }],
  ["007dff00ff", { quantity: 125, coil: 0xff00, last: 255 }],
])("%s is inside the limits", (text, value) => {
  expect(decode(layout, bytes(text))).toEqual({ ok: true, value });
  expect(encode(layout, value)).toEqual(bytes(text));
});

test.each([
  ["0000000000", [["quantity", 0]]],
  ["007e000000", [["quantity", 0]]],
  ["0001000100", [["coil", 2]]],
  [
    "ffff00ff00",
    [
      ["quantity", 0],
      ["coil", 2],
    ],
  ],
])("%s is outside, and reading goes on behind it", (text, faults) => {
  const result = decode(layout, bytes(text));
  const found = result.ok ? [] : [result.error, ...(result.error.also ?? [])];
  expect(found.map(({ code, path, offset }) => [code, path, offset])).toEqual(
    faults.map(([path, offset]) => ["bad-value", path, offset]),
  );
});

test("encode refuses what is outside, and what is no number", () => {
  expect(() => encode(layout, { quantity: 126, coil: 0, last: 0 })).toThrow(/^quantity: 126 is not 1 to 125/);
  expect(() => encode(layout, { quantity: 1, coil: 1, last: 0 })).toThrow(/^coil: 1 is not 0 or 65280/);
  expect(() => encode(layout, { quantity: 1.5, coil: 0, last: 0 })).toThrow(/^quantity: 1.5/);
  expect(() => encode(layout, { quantity: "1", coil: 0, last: 0 } as never)).toThrow(TypeError);
});

test.each([
  ["a limit below the integer's own", () => limited(u8, { min: -1 })],
  ["a limit above the integer's own", () => limited(u8, { max: 256 })],
  ["limits the wrong way round", () => limited(u8, { min: 2, max: 1 })],
  ["only numbers that it has not", () => limited(u8, { only: [0, 256] })],
  ["a word of bits", () => flags(limited(u8, { max: 3 }), { on: 0 })],
  ["a word of small numbers", () => bitFields(limited(u8, { max: 3 }), { on: { low: 0, width: 1 } })],
])("%s is refused when the table is made", (_, build) => {
  expect(build).toThrow(RangeError);
});

test("signed limits, and a count that has limits", () => {
  const signed = struct("limits §2", { value: limited(i16le, { min: -40, max: 140 }) });
  expect(decode(signed, bytes("d8ff"))).toEqual({ ok: true, value: { value: -40 } });
  expect(decode(signed, bytes("d7ff"))).toMatchObject({ ok: false, error: { code: "bad-value", path: "value" } });
  const counted = struct("limits §3", { many: limited(u8, { max: 2 }), items: list(u8, { count: "many" }) });
  expect(decode(counted, bytes("020a0b"))).toEqual({ ok: true, value: { many: 2, items: [10, 11] } });
  expect(decode(counted, bytes("030a0b0c"))).toMatchObject({ ok: false, error: { path: "many" } });
  expect(encode(counted, { many: 2, items: [10, 11] })).toEqual(bytes("020a0b"));
});

test("limits are described", () => {
  expect(describeLayout(layout).map(({ type }) => type)).toEqual(["u16be 1..125", "u16be 0 or 65280", "u8"]);
});

test("a written decoder looks at the limits", () => {
  const fast = withDecoder(layout, new Function(`return ${decoderSource(layout)}`)() as WrittenDecoder);
  for (const text of ["0001000000", "007dff00ff", "0000000000", "007e000000", "0001000100", "00"])
    expect(decode(fast, bytes(text))).toEqual(decode(layout, bytes(text)));
});
