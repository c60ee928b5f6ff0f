import { expect, test } from "vitest";
import type { Measure, Raw } from "./generated/types.ts";
import { measured } from "./measure.ts";
import type { Sample } from "./samples.ts";

const sample = (raw: Raw, more: Partial<Sample> = {}): Sample => ({
  raw,
  component: null,
  at: null,
  takes: [],
  ...more,
});
const good = (value: number) => ({ ok: true, value, quality: "good" });

test.each<[string, Measure, Raw, number]>([
  ["0.01 A a step", { a: 0.01 }, 1234, 12_340],
  ["an offset: raw 96 is 31 °C at -65", { b: -65 }, 96, 310],
  ["a divisor of 800", { divide: 800 }, 801, 10_013],
  ["the high byte", { bits: { first: 8, count: 8 } }, 0x1234, 0x12],
  ["the low byte", { bits: { first: 0, count: 8 } }, 0x1234, 0x34],
  ["one bit", { bits: { first: 15, count: 1 } }, 0x8000, 1],
  ["bits of a negative number", { bits: { first: 0, count: 8 } }, -1, 255],
])("%s", (name, rule, raw, value) => {
  const quantity = name.includes("A a step")
    ? "current"
    : name.includes("°C")
      ? "temperature"
      : name.includes("800")
        ? "energyImport"
        : "eventCount";
  expect(measured(rule, quantity, sample(raw))).toEqual(good(value));
});

test("a sum that floating point gets wrong is rounded to the quantity's scale", () => {
  expect(measured({ a: 0.001 }, "current", sample(1005))).toEqual(good(1005));
  expect(measured({ a: 0.1 }, "voltage", sample(2203))).toEqual(good(2203));
  expect(measured({ a: 0.1, b: 0.2 }, "voltage", sample(1))).toEqual(good(3));
});

test("minus zero is zero", () => {
  const result = measured({ a: -1 }, "temperature", sample(0));
  expect(result.ok && Object.is(result.value, 0)).toBe(true);
});

test("§8: a sentinel is never turned into a number, whatever the scale", () => {
  const rule = { a: 0.1, b: -50, sentinels: [-200, "0xFFFF"], missing: [0] };
  expect(measured(rule, "temperature", sample(-200))).toEqual({ ok: true, value: 0, quality: "sentinel" });
  expect(measured(rule, "temperature", sample(65_535))).toEqual({ ok: true, value: 0, quality: "sentinel" });
  expect(measured(rule, "temperature", sample(0))).toEqual({ ok: true, value: 0, quality: "missing" });
  expect(measured(rule, "temperature", sample(null))).toEqual({ ok: true, value: 0, quality: "missing" });
  expect(measured(rule, "temperature", sample(7, { quality: "sentinel" }))).toEqual({
    ok: true,
    value: 0,
    quality: "sentinel",
  });
});

test("outside the limits the value is kept and marked", () => {
  const rule = { min: 0, max: 100 };
  for (const raw of [0, 100]) expect(measured(rule, "voltage", sample(raw))).toMatchObject({ quality: "good" });
  expect(measured(rule, "voltage", sample(100.1))).toEqual({ ok: true, value: 1001, quality: "outOfRange" });
  expect(measured(rule, "voltage", sample(-0.1))).toEqual({ ok: true, value: -1, quality: "outOfRange" });
  expect(measured({}, "temperature", sample(-274))).toMatchObject({ value: -2740, quality: "outOfRange" });
});

test("a state is looked up; a state that is not there is told, not guessed", () => {
  const rule = { values: { "240": 1, "0x0F": 0 } };
  expect(measured(rule, "switchState", sample(240))).toEqual(good(1));
  expect(measured(rule, "switchState", sample(15))).toEqual(good(0));
  expect(measured(rule, "switchState", sample(16))).toEqual({ ok: false, code: "unknown-code", raw: 16 });
  expect(measured({ values: { on: 1 } }, "smoke", sample("on"))).toEqual(good(1));
});

test.each<[Raw]>([["12"], [Number.NaN], [Number.POSITIVE_INFINITY], [1e300]])("%s is no number to scale", (raw) => {
  expect(measured({}, "voltage", sample(raw))).toMatchObject({ ok: false, code: "not-a-number" });
});

test("a value whose registers are not all in the frame is told", () => {
  expect(measured({}, "voltage", sample(null, { isSplit: true }))).toMatchObject({ ok: false, code: "split-register" });
});
