import type { ComponentKey, ModelEvent } from "@dianan/model";
import { expect, test } from "vitest";
import { conditionsOf } from "./conditions.ts";
import type { Condition, Raw } from "./generated/types.ts";

const component = "phase/a" as ComponentKey;
const sample = (raw: Raw) => ({ raw, component, at: null, takes: [] });
const said = (rule: Condition, raw: Raw, holds = true): readonly ModelEvent[] =>
  conditionsOf(rule, "04:0050", sample(raw), holds, {});
const brief = (events: readonly ModelEvent[]): readonly string[] =>
  events.map((event) =>
    event.kind === "condition"
      ? `${event.type} ${event.present} ${event.rawCode}`
      : `${event.kind} ${"text" in event ? event.text : ""}`,
  );

const flags: Condition = { flags: { "0": "overVoltage", "3": { type: "underVoltage", zh: "欠压" }, "5": null } };

test("each bit is present or gone", () => {
  expect(brief(said(flags, 0b1001))).toEqual(["overVoltage true 04:0050.bit0", "underVoltage true 04:0050.bit3"]);
  expect(brief(said(flags, 0))).toEqual(["overVoltage false 04:0050.bit0", "underVoltage false 04:0050.bit3"]);
});

test("the device's own words come along while it is present", () => {
  const [, under] = said(flags, 0b1000);
  expect(under).toMatchObject({ rawText: "欠压" });
});

test("a bit that nobody described is a fault of its own; one that is known to mean nothing is not", () => {
  expect(brief(said(flags, 0b110_0000))).toEqual([
    "overVoltage false 04:0050.bit0",
    "underVoltage false 04:0050.bit3",
    "unmapped true 04:0050.bit6",
  ]);
  expect(brief(said({ ...flags, unknown: "diagnostic" }, 0b100_0000))).toContain("diagnostic 04:0050.bit6");
});

test("bits with one meaning make one condition", () => {
  const rule: Condition = { flags: { "1": "commFault", "2": "commFault" } };
  expect(brief(said(rule, 0b100))).toEqual(["commFault true 04:0050.bit2"]);
  expect(brief(said(rule, 0))).toEqual(["commFault false 04:0050.bit1|2"]);
});

test("the highest of 32 bits counts", () => {
  expect(brief(said({ flags: { "31": "tripped" } }, 0x8000_0000))).toEqual(["tripped true 04:0050.bit31"]);
});

const codes: Condition = {
  codes: { "0": null, "1": "overCurrent", "0x0A": { type: "tripped", latching: "once" }, "4": "overCurrent" },
};

test("a code makes its condition present and the others gone; what is told once is never gone", () => {
  expect(brief(said(codes, 1))).toEqual(["overCurrent true 04:0050=1"]);
  expect(brief(said(codes, 4))).toEqual(["overCurrent true 04:0050=4"]);
  expect(brief(said(codes, 10))).toEqual(["overCurrent false 04:0050=10", "tripped true 04:0050=10"]);
  expect(brief(said(codes, 0))).toEqual(["overCurrent false 04:0050=0"]);
});

test("a code that nobody described is a fault of level 3, never an invented one", () => {
  expect(brief(said(codes, 7))).toEqual(["overCurrent false 04:0050=7", "unmapped true 04:0050=7"]);
});

test("while a guard does not hold, the conditions are gone and unknown codes mean nothing", () => {
  expect(brief(said(codes, 1, false))).toEqual(["overCurrent false 04:0050=1"]);
  expect(brief(said(codes, 7, false))).toEqual(["overCurrent false 04:0050=7"]);
});

test("GB 14287: a self-test is never an alarm, and is never gone", () => {
  const rule: Condition = { flags: { "0": { type: "residualCurrentOver", test: true } } };
  expect(brief(said(rule, 1))).toEqual(["selfCheck true 04:0050.bit0"]);
  expect(said(rule, 0)).toEqual([]);
});

test("a simple condition is there for 1 and true, or for what it says", () => {
  const rule: Condition = { type: "smokeAlarm" };
  for (const raw of [1, true]) expect(said(rule, raw)).toMatchObject([{ type: "smokeAlarm", present: true }]);
  for (const raw of [0, false, 2, "1x"]) expect(said(rule, raw)).toMatchObject([{ present: false }]);
  expect(said({ ...rule, equals: ["FF"] }, "FF")).toMatchObject([{ present: true }]);
  expect(said({ ...rule, equals: ["0xFF"] }, 255)).toMatchObject([{ present: true }]);
});

test("events of normal life are told once", () => {
  expect(said({ type: "chargeFull", equals: [1] }, 0)).toEqual([]);
});

test("a missing value says nothing; a word that is no number is told", () => {
  expect(said(flags, null)).toEqual([]);
  expect(brief(said(flags, "abc"))).toEqual(["unmapped true 04:0050.bitabc"]);
});

test("a value and a set point come along in the type's quantity", () => {
  const rule: Condition = { type: "residualCurrentOver", value: { a: 1 }, threshold: { a: 1 } };
  const [event] = conditionsOf(rule, "x", sample(1), true, { value: sample(689), threshold: sample(500) });
  expect(event).toMatchObject({ value: 6890, threshold: 5000 });
  const [absent] = conditionsOf(rule, "x", sample(1), true, { value: sample(null) });
  expect(absent).not.toHaveProperty("value");
});

test("bits of a word can be a code", () => {
  const rule: Condition = { bits: { first: 0, count: 8 }, codes: { "0xF0": null, "0x0F": "tripped" } };
  expect(brief(said(rule, 0x010f))).toEqual(["tripped true 04:0050=15"]);
  expect(brief(said(rule, 0x01f0))).toEqual(["tripped false 04:0050=240"]);
});
