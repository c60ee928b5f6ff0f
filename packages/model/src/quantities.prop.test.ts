import fc from "fast-check";
import { expect, test } from "vitest";
import { fromScaled, isPlausible, isQuantity, type Quantity, quantities, quantityText, toScaled } from "./index.ts";

const names = Object.keys(quantities) as Quantity[];
const aQuantity = fc.constantFrom(...names);
/** A quantity with a scaled integer of its range, limits included. */
const aScaled = aQuantity.chain((quantity) => {
  const { min, max, perUnit } = quantities[quantity];
  return fc.tuple(fc.constant(quantity), fc.integer({ min: min * perUnit, max: max * perUnit }));
});

test("EF-2.1: what an electrical fire monitor senses has a quantity and a scale", () => {
  for (const name of [
    "residualCurrent",
    "temperature",
    "current",
    "voltage",
    "arcCount",
    "smoke",
    "staticVoltage",
    "insulationResistance",
  ])
    expect(isQuantity(name), name).toBe(true);
  expect(quantities.residualCurrent).toMatchObject({ unit: "mA", perUnit: 10 });
  expect(quantities.temperature).toMatchObject({ unit: "Cel", perUnit: 10 });
  expect(quantities.voltage).toMatchObject({ unit: "V", perUnit: 10 });
  expect(quantities.current).toMatchObject({ unit: "A", perUnit: 1000 });
});

test("the limits of every quantity are whole scaled integers, far below 2^53", () => {
  for (const name of names) {
    const { min, max, perUnit } = quantities[name];
    expect(Number.isSafeInteger(min * perUnit) && Number.isSafeInteger(max * perUnit), name).toBe(true);
    expect(min, name).toBeLessThan(max);
  }
});

test("a scaled integer survives the way to its unit and back", () => {
  fc.assert(
    fc.property(aScaled, ([quantity, scaled]) => {
      expect(toScaled(quantity, fromScaled(quantity, scaled))).toBe(scaled + 0);
    }),
  );
});

test("a value loses at most half a step", () => {
  fc.assert(
    fc.property(aQuantity, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (quantity, value) => {
      const back = fromScaled(quantity, toScaled(quantity, value));
      expect(Math.abs(back - value)).toBeLessThanOrEqual(0.5 / quantities[quantity].perUnit + 1e-9);
    }),
  );
});

test("what people read is the value that is stored", () => {
  fc.assert(
    fc.property(aScaled, ([quantity, scaled]) => {
      const text = quantityText(quantity, scaled);
      expect(toScaled(quantity, Number.parseFloat(text))).toBe(scaled + 0);
      expect(text.endsWith(quantities[quantity].symbol)).toBe(true);
    }),
  );
});

test("a value is plausible exactly between the limits of its quantity", () => {
  fc.assert(fc.property(aScaled, ([quantity, scaled]) => isPlausible(quantity, scaled)));
  for (const name of names) {
    const { min, max, perUnit } = quantities[name];
    expect(isPlausible(name, min * perUnit - 1), name).toBe(false);
    expect(isPlausible(name, max * perUnit + 1), name).toBe(false);
  }
});

test("no number, infinity and a value beyond 2^53 are refused, and -0 becomes 0", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300])
    for (const name of names) expect(() => toScaled(name, value), name).toThrow(RangeError);
  expect(Object.is(toScaled("current", -0), 0)).toBe(true);
  expect(Object.is(toScaled("current", -0.0001), 0)).toBe(true);
});
