import { expect, test } from "vitest";
import { bitFields } from "./bit-fields.ts";
import { decode, encode } from "./codec.ts";
import { describeLayout } from "./describe.ts";
import { frameTree } from "./frame-tree.ts";
import { u8, u16le } from "./integers.ts";
import { struct } from "./struct.ts";

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const periods = { off: { code: 0, zh: "关闭" }, day: { code: 1, zh: "24 小时" } } as const;
const grades = bitFields(u8, {
  period: { low: 0, width: 2, codes: periods },
  delay: { low: 2, width: 2 },
  limit: { low: 5, width: 3 },
});

test.each([
  ["00", { period: 0, delay: 0, limit: 0, reserved: 0 }],
  ["ff", { period: 3, delay: 3, limit: 7, reserved: 16 }],
  ["ad", { period: 1, delay: 3, limit: 5, reserved: 0 }],
])("numbers that share the byte %s come apart and back", (text, value) => {
  expect(decode(grades, bytes(text))).toEqual({ ok: true, value });
  expect(hex(encode(grades, value))).toBe(text);
});

test("numbers that share a word take the bytes of its integer", () => {
  const word = bitFields(u16le, { low: { low: 0, width: 12 }, high: { low: 12, width: 4 } });
  expect(decode(word, bytes("34f2"))).toEqual({ ok: true, value: { low: 0x234, high: 15, reserved: 0 } });
  expect(decode(word, bytes("34")).ok).toBe(false);
});

test.each([
  [{ period: 4, delay: 0, limit: 0, reserved: 0 }, "period 4"],
  [{ period: 0, delay: -1, limit: 0, reserved: 0 }, "delay -1"],
  [{ period: 0, delay: 0, limit: 1.5, reserved: 0 }, "limit 1.5"],
  [{ period: 0, delay: 0, limit: 0, reserved: 4 }, "reserved 4 sets a bit of delay"],
  [{ period: 0, delay: 0, limit: 0, reserved: 256 }, "reserved 256"],
])("%o does not fit", (value, message) => {
  expect(() => encode(grades, value)).toThrow(message);
});

test("a number that is missing or text is the wrong type", () => {
  expect(() => encode(grades, { period: "1", delay: 0, limit: 0, reserved: 0 } as never)).toThrow(TypeError);
  expect(() => encode(grades, null as never)).toThrow(TypeError);
});

test.each([
  ["overlap", { a: { low: 0, width: 2 }, b: { low: 1, width: 1 } }],
  ["lie outside", { a: { low: 7, width: 2 } }],
  ["have no bits", { a: { low: 0, width: 0 } }],
  ["are called reserved", { reserved: { low: 0, width: 1 } }],
])("fields that %s are refused when the table is made", (_, parts) => {
  expect(() => bitFields(u8, parts as never)).toThrow(RangeError);
});

test("the parts of a word are described, and shown with their codes", () => {
  const layout = struct("grades §1", { grades });
  expect(describeLayout(layout)[0]?.type).toBe("bits u8: period 1-0, delay 3-2, limit 7-5");
  expect(frameTree(layout, bytes("01"))[0]?.value).toBe("period 1 24 小时 + delay 0 + limit 0");
  expect(frameTree(layout, bytes("10"))[0]?.value).toBe("period 0 关闭 + delay 0 + limit 0 + reserved 16");
});
