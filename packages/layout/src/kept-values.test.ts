// Fields that keep what is not of their kind instead of refusing it.
import { expect, test } from "vitest";
import { bcdKeeping } from "./bcd-keeping.ts";
import { bytesUntilEnd, type KeptBytes } from "./bytes.ts";
import { decode, encode } from "./codec.ts";
import { type Cp56Time, cp56Time } from "./cp56-time.ts";
import { lengthOf } from "./derived.ts";
import { describeLayout } from "./describe.ts";
import { named } from "./field.ts";
import { frameTree } from "./frame-tree.ts";
import { u8, u40le } from "./integers.ts";
import { uintUntilEnd } from "./sized-uint.ts";
import { struct } from "./struct.ts";

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const raw = (text: string): KeptBytes => ({ raw: bytes(text) });

test.each<[string, string | KeptBytes]>([
  ["55031412782305", "55031412782305"],
  ["00000000000000", "00000000000000"],
  ["ffffffffffffff", raw("ffffffffffffff")],
  ["5503141278230a", raw("5503141278230a")],
  ["a5031412782305", raw("a5031412782305")],
])("digits %s", (text, value) => {
  expect(decode(bcdKeeping(7), bytes(text))).toEqual({ ok: true, value });
  expect(hex(encode(bcdKeeping(7), value))).toBe(text);
});

const tag = struct("tag §1", { size: lengthOf("digits", u8), digits: bcdKeeping(null) });

test.each<[string, string | KeptBytes]>([
  ["00", ""],
  ["0212ab", raw("12ab")],
  ["021234", "1234"],
])("digits to the end of the region: %s", (text, digits) => {
  expect(decode(tag, bytes(text))).toEqual({ ok: true, value: { digits } });
  expect(hex(encode(tag, { digits }))).toBe(text);
});

test("a region that is cut is truncated", () => {
  expect(decode(tag, bytes("0312"))).toMatchObject({ ok: false, error: { code: "truncated", path: "digits" } });
  expect(decode(bcdKeeping(2), bytes("12")).ok).toBe(false);
});

test.each([
  [bcdKeeping(2), "123", RangeError],
  [bcdKeeping(2), "12", RangeError],
  [bcdKeeping(2), "12ab", RangeError],
  [bcdKeeping(2), raw("1234"), RangeError],
  [bcdKeeping(2), raw("ff"), RangeError],
  [bcdKeeping(null), "123", RangeError],
  [bcdKeeping(null), 12, TypeError],
  [bcdKeeping(2), null, TypeError],
])("digits that cannot be sent: %#", (field, value, error) => {
  expect(() => encode(field, value as string)).toThrow(error);
});

const at = (year: number, month: number, day: number, hour: number, minute: number, ms: number): Cp56Time => ({
  ...{ year, month, day, weekday: 0, hour, minute },
  millisecond: ms,
});

test.each<[string, Cp56Time | null | KeptBytes]>([
  ["98b70e11100314", at(2020, 3, 16, 17, 14, 47_000)],
  ["00000000000000", null],
  ["00000000010100", at(2000, 1, 1, 0, 0, 0)],
  ["5fea3b171f0c63", at(2099, 12, 31, 23, 59, 59_999)],
  ["000000007d0218", { ...at(2024, 2, 29, 0, 0, 0), weekday: 3 }],
  // second 60, minute 60, 31 February, year 2100, the bits for "invalid" and summer time
  ["60ea0000010118", raw("60ea0000010118")],
  ["00003c00010118", raw("00003c00010118")],
  ["000000001f0218", raw("000000001f0218")],
  ["00000000010164", raw("00000000010164")],
  ["00008000010118", raw("00008000010118")],
  ["00000080010118", raw("00000080010118")],
  ["ffffffffffffff", raw("ffffffffffffff")],
])("CP56Time2a %s", (text, value) => {
  expect(decode(cp56Time, bytes(text))).toEqual({ ok: true, value });
  expect(hex(encode(cp56Time, value))).toBe(text);
});

test.each([
  [{ ...at(2026, 2, 29, 0, 0, 0) }, RangeError],
  [{ ...at(1999, 1, 1, 0, 0, 0) }, RangeError],
  [{ ...at(2100, 1, 1, 0, 0, 0) }, RangeError],
  [{ ...at(2026, 1, 1, 0, 0, 60_000) }, RangeError],
  [{ ...at(2026, 1, 1, 0, 0, 0.5) }, RangeError],
  [{ ...at(2026, 1, 1, 0, 0, 0), weekday: 8 }, RangeError],
  [{ ...at(2026, 1, 1, 0, 0, 0), hour: "1" }, TypeError],
  [{}, TypeError],
  ["2026", TypeError],
  [raw("98b70e11100314"), RangeError],
  [raw("98"), RangeError],
])("a time that cannot be sent: %#", (value, error) => {
  expect(() => encode(cp56Time, value as Cp56Time)).toThrow(error);
});

test("a time that is cut is truncated", () => {
  expect(decode(struct("§1", { at: cp56Time }), bytes("98b70e111003"))).toMatchObject({
    error: { code: "truncated", offset: 0, path: "at" },
  });
});

const number = struct("number §1", { size: lengthOf("value", u8), value: uintUntilEnd });

test.each([
  ["0100", { width: 1, value: 0 }],
  ["020050", { width: 2, value: 80 }],
  ["03010000", { width: 3, value: 65_536 }],
  ["06ffffffffffff", { width: 6, value: 281_474_976_710_655 }],
  ["00", raw("")],
  ["0700000000000001", raw("00000000000001")],
])("a number as wide as its region: %s", (text, value) => {
  expect(decode(number, bytes(text))).toEqual({ ok: true, value: { value } });
  expect(hex(encode(number, { value }))).toBe(text);
});

test.each([
  [{ width: 1, value: 256 }, /^value: 256/],
  [{ width: 2, value: -1 }, /^value: -1/],
  [{ width: 2, value: 1.5 }, /^value: 1\.5/],
  [{ width: 7, value: 1 }, /^value: width 7/],
  [{ width: 0, value: 0 }, /^value: width 0/],
  [raw("0102"), /^value: 2 raw bytes are a number/],
  [5, /^value: a number takes/],
])("a number that cannot be sent: %j", (value, message) => {
  expect(() => encode(number, { value: value as KeptBytes })).toThrow(message);
});

test("a number whose region is cut is truncated", () => {
  expect(decode(number, bytes("0201"))).toMatchObject({ error: { code: "truncated", offset: 1, path: "value" } });
});

test("u40le holds every value of five bytes", () => {
  for (const [text, value] of [
    ["0000000000", 0],
    ["0100000080", 549_755_813_889],
    ["ffffffffff", 1_099_511_627_775],
  ] as const) {
    expect(decode(struct("§1", { a: u40le }), bytes(text))).toEqual({ ok: true, value: { a: value } });
    expect(hex(encode(u40le, value))).toBe(text);
  }
  expect(() => encode(u40le, 2 ** 40)).toThrow(RangeError);
});

test("people read the digits, the time and the number; what was kept is marked", () => {
  const layout = struct("all §1", { id: bcdKeeping(2), at: cp56Time, rest: uintUntilEnd });
  expect(describeLayout(layout).map(({ type }) => type)).toEqual(["bcd 4", "CP56Time2a", "unsigned of 1 to 6 bytes"]);
  const values = (text: string) => frameTree(layout, bytes(text)).map(({ value }) => value);
  expect(values("123498b70e111003140050")).toEqual(["1234", "2020-03-16 17:14:47.000", "80"]);
  expect(values("12340000000000000000")).toEqual(["1234", "—", "0"]);
  expect(values("fffffffffffffffffe00000000000000")).toEqual(["✗", "✗", "7 bytes"]);
});

test("people read a number of any width with its unit or its code, and no line for a rest that is not there", () => {
  const idle = { idle: { code: 2, zh: "空闲" } };
  const layout = struct("all §1", {
    size: lengthOf("voltage", u8),
    voltage: named(uintUntilEnd, { unit: "0.1 V", codes: idle }),
    rest: bytesUntilEnd,
  });
  const lines = (text: string) => frameTree(layout, bytes(text)).map(({ path, value }) => [path, value]);
  expect(lines("020903")).toEqual([
    ["size", "2"],
    ["voltage", "2307 × 0.1 V"],
  ]);
  expect(lines("0102ff").slice(1)).toEqual([
    ["voltage", "2 × 0.1 V 空闲"],
    ["rest", "1 bytes"],
  ]);
});
