import fc from "fast-check";
import { expect, test } from "vitest";
import {
  highByte,
  lowByte,
  type RegisterType,
  registerCount,
  registersOf,
  registerValue,
  type WordOrder,
} from "./registers.ts";

const value = (registers: readonly number[], type: RegisterType, index = 0): number | string => {
  const read = registerValue(registers, index, type);
  return read.quality === "good" ? read.value : read.quality;
};

test.each<[string, readonly number[], RegisterType, number]>([
  ["unsigned, lowest", [0], { type: "u16" }, 0],
  ["unsigned, highest", [65_535], { type: "u16" }, 65_535],
  ["signed: FFD0 is -48, seen in a real capture", [0xffd0], { type: "i16" }, -48],
  ["signed, lowest", [0x8000], { type: "i16" }, -32_768],
  ["signed, highest", [0x7fff], { type: "i16" }, 32_767],
  ["one register, bytes swapped", [0x3412], { type: "u16", order: "BADC" }, 0x1234],
  ["one register, words cannot be swapped", [0x1234], { type: "u16", order: "CDAB" }, 0x1234],
  ["one register, all swapped", [0x3412], { type: "i16", order: "DCBA" }, 0x1234],
  ["ABCD", [0x1234, 0x5678], { type: "u32", order: "ABCD" }, 0x12345678],
  ["the default is ABCD", [0x1234, 0x5678], { type: "u32" }, 0x12345678],
  ["CDAB", [0x5678, 0x1234], { type: "u32", order: "CDAB" }, 0x12345678],
  ["BADC", [0x3412, 0x7856], { type: "u32", order: "BADC" }, 0x12345678],
  ["DCBA", [0x7856, 0x3412], { type: "u32", order: "DCBA" }, 0x12345678],
  ["u32, highest", [0xffff, 0xffff], { type: "u32" }, 4_294_967_295],
  ["i32, -1", [0xffff, 0xffff], { type: "i32" }, -1],
  ["i32, lowest", [0x0000, 0x8000], { type: "i32", order: "CDAB" }, -2_147_483_648],
  ["f32 220.5 ABCD", [0x435c, 0x8000], { type: "f32" }, 220.5],
  ["f32 220.5 CDAB", [0x8000, 0x435c], { type: "f32", order: "CDAB" }, 220.5],
  ["f32 220.5 BADC", [0x5c43, 0x0080], { type: "f32", order: "BADC" }, 220.5],
  ["f32 220.5 DCBA", [0x0080, 0x5c43], { type: "f32", order: "DCBA" }, 220.5],
  ["energy of a breaker: 32 bit, high word first", [0x0001, 0xe240], { type: "u32" }, 123_456],
  ["divisor 100: 22073 is 220.73 V", [22_073], { type: "u16", divisor: 100 }, 220.73],
  ["divisor 800, which one meter has", [0, 4_000], { type: "u32", divisor: 800 }, 5],
  ["multiplier 10", [3], { type: "u16", multiplier: 10 }, 30],
  ["multiplier, divisor and offset", [100], { type: "u16", multiplier: 3, divisor: 2, offset: -50 }, 100],
  ["high byte of a status: 01 is locked", [0x01f0], { type: "u16", bits: highByte }, 1],
  ["low byte of a status: F0 is closed", [0x01f0], { type: "u16", bits: lowByte }, 0xf0],
  ["one bit", [0x0100], { type: "u16", bits: { from: 8, count: 1 } }, 1],
  ["a nibble", [0x2000], { type: "u16", bits: { from: 12, count: 4 } }, 2],
  ["the highest bit of two registers", [0x8000, 0], { type: "u32", bits: { from: 31, count: 1 } }, 1],
  ["all bits", [0xffff, 0xffff], { type: "u32", bits: { from: 0, count: 32 } }, 4_294_967_295],
  ["a signed byte packed high", [0xf60a], { type: "i16", bits: highByte }, -10],
  ["a signed byte packed low", [0xf60a], { type: "i16", bits: lowByte }, 10],
  ["a swapped register's low byte", [0x0102], { type: "u16", order: "BADC", bits: lowByte }, 1],
])("%s", (_, registers, type, expected) => {
  expect(value(registers, type)).toBe(expected);
});

test("the index is the number's place among the registers", () => {
  expect(value([1, 2, 3], { type: "u16" }, 2)).toBe(3);
  expect(value([1, 0, 7], { type: "u32" }, 1)).toBe(7);
  expect([registerCount({ type: "u16" }), registerCount({ type: "f32" })]).toEqual([1, 2]);
});

test.each<[string, readonly number[], RegisterType, "sentinel" | "missing"]>([
  ["a mark for no value", [0xffff], { type: "u16", sentinels: [65_535] }, "sentinel"],
  ["a signed mark, before scaling", [0x8000], { type: "i16", divisor: 10, sentinels: [-32_768] }, "sentinel"],
  ["a float as a mark", [0xc348, 0], { type: "f32", sentinels: [-200] }, "sentinel"],
  ["a float that is no number", [0x7fc0, 0], { type: "f32" }, "missing"],
  ["an infinite float", [0x7f80, 0], { type: "f32" }, "missing"],
  ["an infinite float below zero", [0x0000, 0xff80], { type: "f32", order: "CDAB" }, "missing"],
])("%s never becomes a number", (_, registers, type, quality) => {
  expect(registerValue(registers, 0, type)).toMatchObject({ quality });
  expect(registerValue(registers, 0, type)).not.toHaveProperty("value");
});

test.each<[string, readonly number[], number, RegisterType, RegExp]>([
  ["a register that is not there", [1], 1, { type: "u16" }, /^registers\[1\]: u16 needs 1, there are 1/],
  ["half a number", [1], 0, { type: "u32" }, /^registers\[0\]: u32 needs 2/],
  ["a place before the first", [1], -1, { type: "u16" }, /^registers\[-1\]/],
  ["no register at all", [], 0, { type: "f32" }, /^registers/],
  ["another type", [1], 0, { type: "u8" } as never, /^type: there is no "u8"/],
  ["another order", [1, 2], 0, { type: "u32", order: "ABDC" } as never, /^order: there is no "ABDC"/],
  ["a divisor of 0", [1], 0, { type: "u16", divisor: 0 }, /^divisor: 0/],
  ["a multiplier of 0", [1], 0, { type: "u16", multiplier: 0 }, /^multiplier: 0/],
  ["a bit over the highest", [1], 0, { type: "u16", bits: { from: 9, count: 8 } }, /^bits: 8 from 9/],
  ["no bits", [1], 0, { type: "u16", bits: { from: 0, count: 0 } }, /^bits: 0/],
  ["bits of a float", [1, 2], 0, { type: "f32", bits: lowByte }, /^bits: /],
  ["a register that is no 16 bits", [65_536], 0, { type: "u16" }, /65536/],
])("refused: %s", (_, registers, index, type, message) => {
  expect(() => registerValue(registers, index, type)).toThrow(message);
  expect(() => registerValue(registers, index, type)).toThrow(RangeError);
});

const orders: readonly WordOrder[] = ["ABCD", "CDAB", "BADC", "DCBA"];
const limits = {
  u16: [0, 65_535],
  i16: [-32_768, 32_767],
  u32: [0, 2 ** 32 - 1],
  i32: [-(2 ** 31), 2 ** 31 - 1],
} as const;

test("every number of every type and order is written and read back", () => {
  const types = fc.constantFrom("u16" as const, "i16" as const, "u32" as const, "i32" as const);
  fc.assert(
    fc.property(types, fc.constantFrom(...orders), fc.double({ min: 0, max: 1, noNaN: true }), (type, order, part) => {
      const [low, high] = limits[type];
      const number = low + Math.round(part * (high - low));
      const registers = registersOf(number, { type, order });
      expect(registers).toHaveLength(registerCount({ type }));
      // Adding 0 turns -0 into 0, as reading does.
      expect(value(registers, { type, order })).toBe(number + 0);
    }),
  );
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(...orders), (number, order) => {
      expect(value(registersOf(number, { type: "f32", order }), { type: "f32", order })).toBe(number + 0);
    }),
  );
});

test("a scaled value is written to the nearest number", () => {
  expect(registersOf(220.73, { type: "u16", divisor: 100 })).toEqual([22_073]);
  expect(registersOf(-4.8, { type: "i16", divisor: 10 })).toEqual([0xffd0]);
  expect(registersOf(100, { type: "u16", multiplier: 3, divisor: 2, offset: -50 })).toEqual([100]);
});

test.each<[string, number, RegisterType]>([
  ["over the highest", 65_536, { type: "u16" }],
  ["below the lowest", -1, { type: "u16" }],
  ["below the lowest, signed", -32_769, { type: "i16" }],
  ["no number", Number.NaN, { type: "u16" }],
  ["a float beyond single precision", 1e300, { type: "f32" }],
  ["a value that would be read as none", 65_535, { type: "u16", sentinels: [65_535] }],
  ["some bits of a register", 1, { type: "u16", bits: lowByte }],
])("not written: %s", (_, number, type) => {
  expect(() => registersOf(number, type)).toThrow(RangeError);
});
