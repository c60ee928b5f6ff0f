import { type AlarmType, type AlarmTypeRow, alarmTypes } from "@dianan/model";
import { expect, test } from "vitest";
import { adviceFor, hazardAdvice } from "./hazard-advice.ts";

const general: readonly string[] = ["hazardFound", "unmapped"];

test("EF-4.3: every kind of alarm that people deal with has advice of its own; others have the general one", () => {
  for (const [type, row] of Object.entries(alarmTypes) as [AlarmType, AlarmTypeRow][]) {
    const isOther = adviceFor(type) === hazardAdvice.other;
    expect(isOther, type).toBe(row.class === "event" || general.includes(type));
  }
});

test.each(["", "toString", "__proto__", "不认识的"])("an alarm of the type %j gets what holds for any", (type) => {
  expect(adviceFor(type)).toBe(hazardAdvice.other);
});

test("no advice has anybody raise a set point, bridge a protector or reset again and again", () => {
  for (const [kind, { causes, advice }] of Object.entries(hazardAdvice)) {
    expect(advice.zh, kind).not.toMatch(/调高|提高.{0,4}(设定|阈)|反复复位|带电(作业|检查|测量)/);
    expect(advice.en, kind).not.toMatch(/(raise|increase) the set point|live work|reset (it )?again/i);
    for (const words of [causes, advice]) expect([words.zh, words.en].every((text) => text.length > 5)).toBe(true);
    expect(/可能|待现场/.test(causes.zh), `${kind}: a cause is possible, not certain`).toBe(true);
  }
});
