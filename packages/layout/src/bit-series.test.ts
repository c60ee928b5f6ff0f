import { expect, test } from "vitest";
import { type BitSeries, bitSeries, firstBits } from "./bit-series.ts";
import { decode, encode } from "./codec.ts";
import { decoderSource } from "./decoder-source.ts";
import { countOf, lengthOf } from "./derived.ts";
import { describeLayout } from "./describe.ts";
import { type WrittenDecoder, withDecoder } from "./fast.ts";
import { frameTree } from "./frame-tree.ts";
import { u8, u16be } from "./integers.ts";
import { limited } from "./limited.ts";
import { struct } from "./struct.ts";

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const bits = (row: string, padding = 0): BitSeries => ({ values: [...row].map((one) => one === "1"), padding });

const counted = struct("bits §1", {
  many: countOf("coils", limited(u16be, { min: 1, max: 1968 })),
  size: lengthOf("coils", u8),
  coils: bitSeries({ count: "many" }),
});
const open = struct("bits §2", { size: lengthOf("coils", u8), coils: bitSeries({ count: "untilEnd", min: 1 }) });

test.each<[string, BitSeries]>([
  ["00010101", bits("1")],
  ["0001017f", bits("1", 63)],
  ["00080180", bits("00000001")],
  ["000a02cd01", bits("1011001110")],
  ["000a02cdff", bits("1011001111", 63)],
])("counted bits %s", (text, coils) => {
  expect(decode(counted, bytes(text))).toEqual({ ok: true, value: { coils } });
  expect(hex(encode(counted, { coils }))).toBe(text);
});

test("bits to the end are eight of every byte, lowest first; any number is written", () => {
  expect(decode(open, bytes("02cd01"))).toEqual({ ok: true, value: { coils: bits("1011001110000000") } });
  expect(hex(encode(open, { coils: bits("1011001110") }))).toBe("02cd01");
});

test.each([
  ["a byte too few for the count", counted, "000901ff", "bad-length", 3, "coils"],
  ["a byte too many for the count", counted, "000802ffff", "bad-length", 4, "coils"],
  ["cut", counted, "000a02cd", "truncated", 3, "coils"],
  ["a count of none", counted, "000000", "bad-value", 0, "many"],
  ["a count over the limit", counted, "07b1f6", "bad-value", 0, "many"],
  ["no byte at all where one is needed", open, "00", "bad-length", 1, "coils"],
])("%s is refused", (_, layout, text, code, offset, path) => {
  expect(decode(layout, bytes(text))).toMatchObject({ ok: false, error: { code, offset, path } });
});

test.each<[string, unknown, RegExp]>([
  ["padding that is wider than what is spare", bits("1".repeat(7), 2), /^coils: padding 2/],
  ["padding of full bytes", bits("1".repeat(8), 1), /^coils: padding 1/],
  ["no padding", { values: [true] }, /^coils: padding takes a number/],
  ["numbers", { values: [1], padding: 0 }, /^coils: values\[0\]: a bit is a boolean/],
  ["a list alone", [true], /^coils: bits take/],
  ["no bits", bits(""), /^coils: 0 bits|^many: 0 is not/],
])("encode refuses %s", (_, coils, message) => {
  expect(() => encode(counted, { coils } as never)).toThrow(message);
});

test("bits to the end need one byte", () => {
  expect(() => encode(open, { coils: bits("") })).toThrow(/^coils: 0 bits, at least 1/);
});

test("the first bits of a series leave the others as padding, and lose none", () => {
  expect(firstBits(bits("1011001110000001"), 10)).toEqual(bits("1011001110", 32));
  expect(firstBits(bits("10110011"), 8)).toEqual(bits("10110011"));
  expect(firstBits(bits("1011", 9), 2)).toEqual(bits("10", 39));
  expect(() => firstBits(bits("1011001110000001"), 8)).toThrow(/^count: 8/);
  expect(() => firstBits(bits("1"), 2)).toThrow(RangeError);
});

test("bits are described, and shown in their order", () => {
  expect(describeLayout(counted).map(({ type }) => type)).toEqual([
    "u16be 1..1968 count of coils",
    "u8 length of coils",
    "bits, many of them",
  ]);
  expect(describeLayout(open)[1]?.type).toBe("bits");
  expect(frameTree(counted, bytes("000a02cdff")).at(-1)).toMatchObject({ value: "1011001111 + padding 63" });
  expect(frameTree(counted, bytes("000801cd")).at(-1)).toMatchObject({ value: "10110011" });
});

test("a written decoder reads bits and limits as the table does", () => {
  const written = new Function(`return ${decoderSource(counted)}`)() as WrittenDecoder;
  const fast = withDecoder(counted, written);
  for (const text of ["00010101", "000a02cdff", "000901ff", "000000", "07b1f6", "000a02cd", ""])
    expect(decode(fast, bytes(text))).toEqual(decode(counted, bytes(text)));
  expect(decode(fast, bytes("000a02cd01")).ok).toBe(true);
});
