import fc from "fast-check";
import { expect, test } from "vitest";
import { dialectOptions } from "./dialect.ts";
import { gb26875 } from "./protocol.ts";

const LARGEST = 2 ** 48 - 1;
const { oneOf: forms } = dialectOptions.addressText;

test.each([
  ["decimal", 889, "889"],
  ["wire", 889, "790300000000"],
  ["reversed", 889, "000000000379"],
  // Digits that travel as BCD, first pair first.
  ["wire", 0x9078_5634_1213, "131234567890"],
  ["ipv4Port", 0x2823_0a01_a8c0, "192.168.1.10:10275"],
  ["decimal", LARGEST, "281474976710655"],
  ["ipv4Port", LARGEST, "255.255.255.255:65535"],
  ["reversed", 0, "000000000000"],
] as const)("%s: %i is %s", (addressText, address, text) => {
  expect(gb26875.addressText(address, { addressText })).toBe(text);
  expect(gb26875.addressNumber(text, { addressText })).toBe(address);
});

test("any address has its text in every form, and back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: LARGEST }), fc.constantFrom(...forms), (address, addressText) => {
      expect(gb26875.addressNumber(gb26875.addressText(address, { addressText }), { addressText })).toBe(address);
    }),
  );
});

test.each([
  ["decimal", "281474976710656"],
  ["decimal", "-1"],
  ["decimal", "0x10"],
  ["decimal", ""],
  ["wire", "7903000000"],
  ["wire", "79030000000g"],
  ["reversed", "0000000003790"],
  ["ipv4Port", "192.168.1.256:1"],
  ["ipv4Port", "192.168.1.1:65536"],
  ["ipv4Port", "192.168.1.1"],
] as const)("%s: %j is no address", (addressText, text) => {
  expect(() => gb26875.addressNumber(text, { addressText })).toThrow(RangeError);
});

test("the platform's address in the field is all zeros or all ones", () => {
  expect([0, LARGEST, 1, 889].map(gb26875.isPlatformAddress)).toEqual([true, true, false, false]);
});
