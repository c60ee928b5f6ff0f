import type { AlarmClass } from "@dianan/model";
import { expect, test } from "vitest";
import { type AlarmRow, alarmRow, type Stage } from "./alarm-row.ts";
import { createSilence } from "./silence.ts";
import { createAlarmStore } from "./store.ts";

const row = (
  id: string,
  of: AlarmClass,
  stage: Stage = "unacknowledged",
  version = 1,
  shelvedUntil?: string,
): AlarmRow =>
  alarmRow({
    ...{ id, version, class: of, deviceId: "dev-1", unitId: "unit-1", type: "offline", platformCode: "JJLY01" },
    ...{ description: "x", occurredAt: "2026-01-02T11:04:05+08:00", receivedAt: "2026-01-02T11:04:05+08:00" },
    handling: { stage, ...(shelvedUntil === undefined ? {} : { shelvedUntil }) },
  });
const withAlarms = (...rows: readonly AlarmRow[]) => {
  const store = createAlarmStore();
  for (const one of rows) store.put(one);
  const silence = createSilence(store);
  return { store, silence, left: () => [...silence.left()].sort() };
};

test("EF-4.2: silence is for present alarms only: the next one of the same class is heard", () => {
  const { store, silence, left } = withAlarms(row("a", "alarm"), row("b", "fault"));
  expect(left()).toEqual(["alarm", "fault"]);
  silence.hush();
  expect(left()).toEqual([]);
  store.put(row("c", "alarm"));
  expect(left()).toEqual(["alarm"]);
});

test("what somebody acknowledged, shelved or removed is neither heard nor takes another one's sound", () => {
  const { store, silence, left } = withAlarms(
    row("a", "alarm"),
    row("b", "alarm"),
    row("c", "alarm"),
    row("d", "alarm"),
  );
  silence.hush();
  store.put(row("a", "alarm", "acknowledged", 2));
  store.put(row("b", "alarm", "unacknowledged", 2, "2026-01-02T12:04:05+08:00"));
  store.remove("c");
  expect(left()).toEqual([]);
  store.put(row("e", "alarm"));
  expect(left()).toEqual(["alarm"]);
  // Reopened, or back from its shelf: it is heard again.
  store.remove("e");
  store.put(row("b", "alarm", "unacknowledged", 3));
  expect(left()).toEqual(["alarm"]);
});

test("a silenced one that turns into another class stays silenced, and its old class does not", () => {
  const { store, silence, left } = withAlarms(row("a", "warning"));
  silence.hush();
  store.put(row("a", "alarm", "unacknowledged", 2));
  store.put(row("b", "warning"));
  expect(left()).toEqual(["warning"]);
});

test("a new snapshot forgets whom it does not have, and keeps silent about those it has", () => {
  const { store, silence, left } = withAlarms(row("a", "alarm"), row("b", "alarm"));
  silence.hush();
  store.replaceAll([row("a", "alarm", "unacknowledged", 5)]);
  expect(left()).toEqual([]);
  store.put(row("b", "alarm", "unacknowledged", 6));
  expect(left()).toEqual(["alarm"]);
});
