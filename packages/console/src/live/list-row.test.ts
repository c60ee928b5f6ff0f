import { expect, test } from "vitest";
import { type AlarmRecord, alarmRow } from "./alarm-row.ts";
import { createRowMaker } from "./list-row.ts";

const record = (more: Partial<AlarmRecord> = {}): AlarmRecord => ({
  ...{ id: "al-1", version: 3, deviceId: "dev-1", unitId: "unit-1", type: "residualCurrentOver", class: "alarm" },
  ...{ occurredAt: "2026-01-02T11:04:05+08:00", receivedAt: "2026-01-02T11:04:06+08:00", state: "raised" },
  ...{ updatedAt: "2026-01-02T11:04:07+08:00", description: "x", platformCode: "JJLY01", severity: "critical" },
  ...more,
});
const advice = { text: "换线", at: "2026-01-02T11:05:00+08:00", by: { kind: "person", id: "u-1", name: "林静" } };

test("EF-4.1: a row of the list says all that a row of the whole record says", () => {
  const handling = {
    ...{ stage: "acknowledged", dueAt: "2026-01-09T11:04:06+08:00", isOverdue: true, commentCount: 2, rootId: "al-0" },
    ...{ isChattering: true, shelvedUntil: "2026-01-02T12:00:00+08:00", shelvedReason: "检修", advice },
  } as AlarmRecord["handling"] & object;
  const whole = record({ handling, value: 689, threshold: 500, unit: "mA", componentId: "c-1", evidence: "f-1" });
  const { record: kept, ...own } = createRowMaker()(whole);
  const { record: _, ...wanted } = alarmRow(whole);
  expect(own).toEqual(wanted);
  const { value, threshold, unit, componentId, evidence, severity, description } = kept;
  expect({ value, threshold, unit, componentId, evidence, severity, description }).toEqual({
    ...{ value: 689, threshold: 500, unit: "mA", componentId: "c-1", evidence: "f-1" },
    ...{ severity: "critical", description: "x" },
  });
  expect(kept.handling).toEqual({ stage: "acknowledged", isChattering: true, shelvedReason: "检修", advice });
});

test("of the record nothing is kept that the row has or nobody shows", () => {
  const kept = createRowMaker()(record({ handling: { stage: "unacknowledged", isOverdue: false } })).record;
  expect(Object.keys(kept).sort()).toEqual(
    ["description", "deviceId", "id", "occurredAt", "platformCode", "severity", "type", "unitId"].sort(),
  );
  // Where the hub says nothing, nothing is made up.
  const { severity: _, ...without } = record();
  expect(Object.keys(createRowMaker()(without).record)).not.toContain("severity");
});
