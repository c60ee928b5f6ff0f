import { expect, test } from "vitest";
import {
  type AlarmType,
  type AlarmTypeRow,
  alarmClasses,
  alarmText,
  alarmTypeOfCode,
  alarmTypes,
  isAlarmType,
  quantities,
  severityOfLevel,
} from "./index.ts";

const rows = Object.entries(alarmTypes) as [AlarmType, AlarmTypeRow][];

test("SH-5: every alarm type has a class, a severity and a kind of device that sends it", () => {
  for (const [type, row] of rows) {
    expect(Object.keys(alarmClasses), type).toContain(row.class);
    expect([1, 2, 3, 4], type).toContain(row.severity);
    expect(row.fire || row.eBike, type).toBe(true);
    if (row.quantity !== null) expect(Object.keys(quantities), type).toContain(row.quantity);
  }
});

test("the severity follows the class: alarms 1 or 2, warnings 3, faults 2 or 3, offline 2, events 4", () => {
  const allowed = { alarm: [1, 2], warning: [3], fault: [2, 3], offline: [2], event: [4] };
  for (const [type, row] of rows) expect(allowed[row.class], type).toContain(row.severity);
});

test("a code that no type fits is a fault of level 3, never an invented alarm", () => {
  expect(alarmTypes.unmapped).toMatchObject({ class: "fault", severity: 3, quantity: null });
  expect(severityOfLevel(alarmTypes.unmapped.severity)).toBe("medium");
});

test.each([
  [
    "residualCurrentOver",
    6890,
    5000,
    "剩余电流报警:689 mA(设定值 500 mA)",
    "Residual current alarm: 689 mA (set point 500 mA)",
  ],
  ["temperatureOver", 653, undefined, "温度报警:65.3 °C", "Temperature alarm: 65.3 °C"],
  ["temperatureOver", -5, undefined, "温度报警:-0.5 °C", "Temperature alarm: -0.5 °C"],
  ["overCurrent", undefined, 63_000, "过流过载报警(设定值 63 A)", "Over-current alarm (set point 63 A)"],
  ["overVoltage", 0, 0, "过压报警:0 V(设定值 0 V)", "Over-voltage alarm: 0 V (set point 0 V)"],
  ["arcDetected", 14, undefined, "故障电弧报警:14", "Arc fault alarm: 14"],
  ["lowBattery", undefined, undefined, "电量低", "Low battery"],
  ["fireAlarm", 12, 34, "火警", "Fire alarm"],
] as const)("an alarm's text names what, how much and the set point: %s %s %s", (type, value, threshold, zh, en) => {
  expect(alarmText(type, value, threshold)).toEqual({ zh, en });
});

test("an alarm type is told from other text and found by its code", () => {
  for (const [type, { code }] of rows) {
    expect(isAlarmType(type)).toBe(true);
    expect(alarmTypeOfCode(code)).toBe(type);
  }
  for (const other of ["", "FireAlarm", "hasOwnProperty", "火警", 1, null]) expect(isAlarmType(other)).toBe(false);
  expect(alarmTypeOfCode(0)).toBeNull();
});
