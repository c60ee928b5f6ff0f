import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entityNumberOf, type ReadFunction, readPlaceOf } from "./entity-numbers.ts";
import { type ReadBlock, readPlan } from "./read-plan.ts";
import { modbusRtu } from "./rtu-protocol.ts";
import { modbusTcp } from "./tcp-protocol.ts";

const input = (address: number, quantity = 1): ReadBlock => ({ function: 4, address, quantity });

describe("entity numbers count from 1, wire addresses from 0", () => {
  test.each<[string, ReadFunction, number]>([
    ["30009", 4, 8],
    ["40014", 3, 13],
    ["00002", 1, 1],
    ["30001", 4, 0],
    ["10001", 2, 0],
    ["09999", 1, 9_998],
    ["49999", 3, 9_998],
    ["410000", 3, 9_999],
    ["465536", 3, 65_535],
    ["065536", 1, 65_535],
  ])("%s is function %i, address %i, and back", (text, read, address) => {
    expect(readPlaceOf(text)).toEqual({ function: read, address });
    expect(entityNumberOf({ function: read, address })).toBe(text);
  });

  test("the trap: 30009 is not address 30008, and not 9", () => {
    expect(readPlaceOf("30009")?.address).toBe(8);
    expect(entityNumberOf({ function: 4, address: 9 })).toBe("30010");
    expect(entityNumberOf({ function: 4, address: 30_008 })).toBe("330009");
  });

  test("six digits may begin with zeros", () => {
    expect(readPlaceOf("300009")).toEqual({ function: 4, address: 8 });
  });

  test.each([
    "",
    "0",
    "00000",
    "30000",
    "300000",
    "20001",
    "50001",
    "3009",
    "465537",
    "499999",
    "3000009",
    "3 0009",
    "0x0008",
    "-0001",
  ])("%s is no entity number", (text) => {
    expect(readPlaceOf(text)).toBeNull();
  });

  test("an address that is none has no number", () => {
    for (const address of [-1, 65_536, 1.5, Number.NaN])
      expect(() => entityNumberOf({ function: 4, address })).toThrow(/^address: /);
    expect(() => entityNumberOf({ function: 5 as ReadFunction, address: 0 })).toThrow(/^function: 5/);
  });

  test("every place has a number and comes back from it", () => {
    fc.assert(
      fc.property(fc.constantFrom<ReadFunction>(1, 2, 3, 4), fc.nat(65_535), (read, address) => {
        expect(readPlaceOf(entityNumberOf({ function: read, address }))).toEqual({ function: read, address });
      }),
    );
  });
});

describe("what is wanted is read with the fewest requests", () => {
  test("neighbours are one request", () => {
    expect(readPlan([input(9), input(8), input(10, 2)])).toEqual([input(8, 4)]);
  });

  test("a gap is read along only when it is allowed", () => {
    expect(readPlan([input(0), input(3)])).toEqual([input(0), input(3)]);
    expect(readPlan([input(0), input(3)], { gapMax: 1 })).toEqual([input(0), input(3)]);
    expect(readPlan([input(0), input(3)], { gapMax: 2 })).toEqual([input(0, 4)]);
  });

  test("a value in two registers is never torn", () => {
    expect(readPlan([input(0, 9), input(9, 2)], { registersMax: 10 })).toEqual([input(0, 9), input(9, 2)]);
  });

  test("what is longer than the device gives at once is split", () => {
    expect(readPlan([input(0, 300)])).toEqual([input(0, 125), input(125, 125), input(250, 50)]);
    expect(readPlan([input(0, 39)], { registersMax: 16 })).toEqual([input(0, 16), input(16, 16), input(32, 7)]);
  });

  test("overlapping ranges are read together", () => {
    expect(readPlan([input(0, 10), input(2, 3), input(8, 4)])).toEqual([input(0, 12)]);
  });

  test("functions are kept apart, coils have their own limit", () => {
    const plan = readPlan([
      { function: 1, address: 0, quantity: 2_001 },
      { function: 3, address: 0, quantity: 1 },
      { function: 4, address: 1, quantity: 1 },
    ]);
    expect(plan).toEqual([
      { function: 1, address: 0, quantity: 2_000 },
      { function: 1, address: 2_000, quantity: 1 },
      { function: 3, address: 0, quantity: 1 },
      { function: 4, address: 1, quantity: 1 },
    ]);
    expect(readPlan([{ function: 2, address: 0, quantity: 100 }], { coilsMax: 64 })).toHaveLength(2);
    expect(readPlan([])).toEqual([]);
  });

  test.each<[string, () => unknown, RegExp]>([
    ["more registers than a frame holds", () => readPlan([], { registersMax: 126 }), /^registersMax: 126/],
    ["no registers", () => readPlan([], { registersMax: 0 }), /^registersMax: 0/],
    ["more coils than a frame holds", () => readPlan([], { coilsMax: 2_001 }), /^coilsMax: 2001/],
    ["a gap below zero", () => readPlan([], { gapMax: -1 }), /^gapMax: -1/],
    [
      "a function that reads nothing",
      () => readPlan([{ ...input(0), function: 5 as never }]),
      /^wanted\[0\]\.function: 5/,
    ],
    ["an address over the last", () => readPlan([input(0), input(65_536)]), /^wanted\[1\]\.address: 65536/],
    ["a range over the last address", () => readPlan([input(65_535, 2)]), /^wanted\[0\]\.quantity: 2/],
    ["nothing of a range", () => readPlan([input(0, 0)]), /^wanted\[0\]\.quantity: 0/],
  ])("refused: %s", (_, plan, message) => {
    expect(plan).toThrow(message);
  });

  const blocks = fc.array(
    fc.record({
      function: fc.constantFrom<ReadFunction>(1, 2, 3, 4),
      address: fc.nat(600),
      quantity: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 20 },
  );
  test("every wanted range lies in one request, no request is over its limit, and each can be sent", () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 40, max: 125 }), fc.nat(20), (wanted, most, gapMax) => {
        const plan = readPlan(wanted, { registersMax: most, coilsMax: most, gapMax });
        const holds = (outer: ReadBlock, inner: ReadBlock): boolean =>
          outer.function === inner.function &&
          outer.address <= inner.address &&
          inner.address + inner.quantity <= outer.address + outer.quantity;
        for (const one of wanted) expect(plan.some((block) => holds(block, one))).toBe(true);
        for (const block of plan) {
          expect(block.quantity).toBeLessThanOrEqual(most);
          expect(modbusRtu.encodeFrame(modbusRtu.readRequest(1, block)).length).toBe(8);
        }
        expect(plan.length).toBeLessThanOrEqual(wanted.length);
      }),
    );
  });
});

test("§2.3 of the fact sheet: 39 registers of a breaker are a request of 8 and an answer of 83 bytes", () => {
  const [block] = readPlan([input(0, 0x27)]);
  const request = modbusRtu.readRequest(1, block as ReadBlock);
  expect(modbusRtu.encodeFrame(request)).toHaveLength(8);
  const registers = Array.from({ length: 0x27 }, () => 0);
  const answer = modbusRtu.encodeFrame({ unit: 1, message: { kind: "inputRegisters", address: null, registers } });
  expect(answer).toHaveLength(83);
});

test("a request on TCP has its transaction", () => {
  expect(modbusTcp.readRequest(9, 1, { function: 1, address: 1, quantity: 1 })).toEqual({
    transaction: 9,
    unit: 1,
    message: { kind: "readCoils", address: 1, quantity: 1 },
  });
});
