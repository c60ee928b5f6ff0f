import { expect, test } from "vitest";
import { bcdNumber } from "./bcd-number.ts";
import { decode, encode } from "./codec.ts";
import { describeLayout } from "./describe.ts";
import { named } from "./field.ts";
import { frameTree } from "./frame-tree.ts";
import { u8, u32le } from "./integers.ts";
import { repeats } from "./repeats.ts";
import { struct } from "./struct.ts";

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const woken = struct("wake §1", {
  wake: repeats(0xfe, 4),
  id: named(u32le, { isHex: true }),
  volts: named(bcdNumber(2), { unit: "0.1 V" }),
  seconds: named(u8, { unit: "s" }),
});

test("a byte that is repeated is counted, shown, and written again", () => {
  const value = {
    wake: 3,
    id: 0x02010100,
    volts: 2314,
    seconds: 30,
  };
  const wire = "fefefe0001010214231e";
  expect(decode(woken, bytes(wire))).toEqual({ ok: true, value });
  expect(hex(encode(woken, value))).toBe(wire);
  expect(frameTree(woken, bytes(wire)).map(({ value: text }) => text)).toEqual([
    "3 ×",
    "02010100",
    "2314 × 0.1 V",
    "30 s",
  ]);
  expect(describeLayout(woken).map(({ type }) => type)).toEqual(["fe, 0 to 4 times", "u32le", "bcd 4 low first", "u8"]);
});

test("more repetitions than allowed are left for the field behind them", () => {
  const two = struct("wake §2", { wake: repeats(0xfe, 2), last: u8 });
  expect(decode(two, bytes("fefefe"))).toEqual({ ok: true, value: { wake: 2, last: 0xfe } });
  expect(() => encode(two, { wake: 3, last: 1 })).toThrow(/^wake: 3/);
  expect(() => encode(two, { wake: "2" as never, last: 1 })).toThrow(TypeError);
  expect(decode(two, bytes("fefe"))).toMatchObject({ ok: false, error: { code: "truncated", offset: 2 } });
});
