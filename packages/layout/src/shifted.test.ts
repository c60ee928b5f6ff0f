import { expect, test } from "vitest";
import { bcdNumber } from "./bcd-number.ts";
import { bcdWildcard } from "./bcd-wildcard.ts";
import { bytesUntilEnd } from "./bytes.ts";
import { bytesBefore } from "./bytes-before.ts";
import { checksum } from "./checksum.ts";
import { decode, encode } from "./codec.ts";
import { lengthOf, tagOf } from "./derived.ts";
import { describeLayout } from "./describe.ts";
import { frameTree } from "./frame-tree.ts";
import { u8, u16le } from "./integers.ts";
import { shifted } from "./shifted.ts";
import { struct } from "./struct.ts";
import { union } from "./union.ts";

const inner = struct("data §2", { id: u16le, value: bcdNumber(2, { signed: true }), rest: bytesUntilEnd });
const layout = struct("frame §1", {
  size: lengthOf("data", u8),
  data: shifted(inner, 0x33),
  sum: checksum("sum8", { from: "size", to: "data" }),
});

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

test("bytes of a region travel 33H higher, the checksum counts what travels", () => {
  const value = { data: { id: 0x0102, value: -1234, rest: Uint8Array.of(0xff) } };
  const wire = encode(layout, value);
  expect(hex(wire)).toBe("05353467c532cc");
  expect(decode(layout, wire)).toEqual({ ok: true, value });
});

test.each([
  ["0535343dd532b2", "bad-value", 3, "data.value"],
  ["0353", "truncated", 1, "data.id"],
  ["033534670b", "bad-length", 3, "data.value"],
  ["0535346745324d", "bad-checksum", 6, "sum"],
])("%s is %s at %i: offsets are those of the whole input", (text, code, offset, path) => {
  const result = decode(layout, bytes(text));
  expect(result.ok ? null : result.error).toMatchObject({ code, offset, path });
});

test("a shifted region is described and shown field by field, with the bytes that travelled", () => {
  expect(describeLayout(layout).map(({ path, type }) => [path, type])).toContainEqual([
    "data.value",
    "bcd 4 low first, signed",
  ]);
  const node = frameTree(layout, bytes("05353467c532cc")).find(({ path }) => path === "data.value");
  expect(node).toMatchObject({ offset: 3, value: "-1234", bytes: bytes("67c5") });
});

test.each<[string, number | null]>([
  ["0000", 0],
  ["9979", 7999],
  ["99f9", -7999],
  ["0080", -0],
  ["ffff", null],
])("signed bcd %s is %s and back", (text, value) => {
  const number = bcdNumber(2, { signed: true });
  expect(decode(number, bytes(text))).toEqual({ ok: true, value });
  expect(hex(encode(number, value))).toBe(text);
});

test.each([["0a00"], ["a000"], ["00fa"], ["ff7f"], ["feff"]])("signed bcd %s has a nibble that is no digit", (text) => {
  const result = decode(bcdNumber(2, { signed: true }), bytes(text));
  expect(result.ok ? null : result.error).toMatchObject({ code: "bad-value", offset: 0 });
});

test("unsigned bcd takes the top bit as a digit", () => {
  expect(decode(bcdNumber(2), bytes("0099"))).toEqual({ ok: true, value: 9900 });
  expect(decode(bcdNumber(2), bytes("00a0")).ok).toBe(false);
});

test.each([[8000], [-8000], [1.5], [Number.NaN]])("signed bcd of two bytes refuses %s", (value) => {
  expect(() => encode(bcdNumber(2, { signed: true }), value)).toThrow(RangeError);
});

test("unsigned bcd refuses a sign, and text", () => {
  expect(() => encode(bcdNumber(2), -1)).toThrow(RangeError);
  expect(() => encode(bcdNumber(2), "1" as never)).toThrow(TypeError);
});

test.each([
  ["005144181117", "171118445100"],
  ["341200aaaaaa", "AAAAAA001234"],
  ["aaaaaaaaaaaa", "AAAAAAAAAAAA"],
  ["999999999999", "999999999999"],
])("address %s is %s and back", (text, value) => {
  const address = bcdWildcard(6, 0xaa);
  expect(decode(address, bytes(text))).toEqual({ ok: true, value });
  expect(hex(encode(address, value))).toBe(text);
});

test.each([["aa0000000000"], ["0000aa000000"], ["0000000000ab"], ["00000000000f"], ["aaaaaaaa00aa"]])(
  "address %s is no digits behind wildcards",
  (text) => {
    const result = decode(bcdWildcard(6, 0xaa), bytes(text));
    expect(result.ok ? null : result.error).toMatchObject({ code: "bad-value", offset: 0 });
  },
);

test.each([["AAA000000000"], ["00AA00000000"], ["12345"], ["AAAAAAAAAAA1"], ["aaaaaaaaaaaa"]])(
  "address %s cannot be sent",
  (value) => {
    expect(() => encode(bcdWildcard(6, 0xaa), value)).toThrow(RangeError);
  },
);

const tailed = struct("tail §1", { head: u8, bytes: bytesBefore(1), last: u8 });

test.each([
  ["0102", ""],
  ["01aabb02", "aabb"],
])("%s: bytes before the last one are %s", (text, between) => {
  const value = { head: 1, bytes: bytes(between), last: 2 };
  expect(decode(tailed, bytes(text))).toEqual({ ok: true, value });
  expect(hex(encode(tailed, value))).toBe(text);
});

test("nothing left for the tail is the tail's fault", () => {
  const result = decode(tailed, bytes("01"));
  expect(result.ok ? null : result.error).toMatchObject({ code: "truncated", offset: 1, path: "last" });
});

const tagged = struct("tag §1", {
  tag: tagOf("body", u8),
  size: lengthOf("body", u8),
  body: shifted(
    union("tag", { pair: [1, struct("tag §2", { a: u8, rest: bytesUntilEnd })] }, { unknown: "tag" }),
    0x33,
  ),
});

test.each([
  ["01024134", { body: { kind: "pair", a: 0x0e, rest: Uint8Array.of(1) } }],
  ["07013f", { body: { kind: "unknown", tag: 7, bytes: Uint8Array.of(12) } }],
])("a tag in front of a shifted region tells what is in it: %s", (text, value) => {
  expect(decode(tagged, bytes(text))).toEqual({ ok: true, value });
  expect(hex(encode(tagged, value as never))).toBe(text);
});

test("a shifted region that has no union cannot be tagged", () => {
  expect(() => struct("tag §3", { tag: tagOf("body", u8), body: shifted(bytesUntilEnd, 1) })).toThrow(TypeError);
});
