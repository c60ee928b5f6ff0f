import { expect, test } from "vitest";
import { alarmRow } from "./alarm-row.ts";
import type { DeviceRecord, UnitRecord } from "./directory.ts";
import { isFound, unitRows } from "./unit-rows.ts";

const unit = (id: string, name: string): UnitRecord =>
  ({ id, name, address: `${name} 1 号`, community: "灵水" }) as UnitRecord;
const device = (id: string, unitId: string, presence: string): DeviceRecord =>
  ({ id, unitId, presence }) as DeviceRecord;
const alarm = (id: string, unitId: string, type: string, more: object = {}) =>
  alarmRow({
    ...{ id, unitId, type, deviceId: "d", occurredAt: "2026-01-02T03:04:05Z", receivedAt: "2026-01-02T03:04:05Z" },
    ...{ state: "raised", description: "", version: 1, handling: { stage: "unacknowledged" } },
    ...more,
  } as unknown as Parameters<typeof alarmRow>[0]);

const units = [
  unit("u-1", "灵水制衣厂"),
  unit("u-2", "林口养老院"),
  unit("u-3", "曾林出租屋"),
  unit("u-4", "大布林小学"),
];

test("SH-1: units with the worst class come first, silent ones before those where all is well", () => {
  const rows = unitRows(
    units,
    [device("a", "u-3", "offline"), device("b", "u-1", "online")],
    [
      alarm("x", "u-2", "residualCurrentOver"),
      alarm("y", "u-1", "commFault"),
      alarm("z", "u-1", "residualCurrentOver", {
        handling: { stage: "unacknowledged", shelvedUntil: "2099-01-01T00:00:00Z" },
      }),
    ],
  );
  expect(rows.map(({ unit: { id }, worst, alarms, silent }) => [id, worst, alarms, silent])).toEqual([
    ["u-2", "alarm", 1, 0],
    ["u-1", "fault", 1, 0],
    ["u-3", null, 0, 1],
    ["u-4", null, 0, 0],
  ]);
});

test("what is closed, shelved or only happened makes no unit abnormal", () => {
  const rows = unitRows(
    units.slice(0, 1),
    [],
    [
      alarm("x", "u-1", "residualCurrentOver", { state: "cleared", handling: { stage: "closed" } }),
      alarm("y", "u-1", "selfCheck", { handling: { stage: "closed" } }),
      alarm("z", "u-9", "residualCurrentOver"),
    ],
  );
  expect([rows[0]?.worst, rows[0]?.alarms, rows.length]).toEqual([null, 0, 1]);
});

test.each([
  ["灵水", true],
  ["制衣厂 1", true],
  ["U-1", true],
  ["", true],
  ["养老院", false],
  ["灵水 养老院", false],
])("%j finds the unit: %j", (find, wanted) => {
  const [row] = unitRows(units.slice(0, 1), [], []);
  expect(row === undefined ? null : isFound(row, find)).toBe(wanted);
});
