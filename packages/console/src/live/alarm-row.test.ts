import { expect, test } from "vitest";
import { type AlarmRecord, alarmRow, classOf, millisecondsOf } from "./alarm-row.ts";
import { createHold, heldView } from "./hold.ts";
import { createAlarmStore } from "./store.ts";

const record = (more: Partial<AlarmRecord> = {}): AlarmRecord => ({
  ...{ id: "al-1", deviceId: "dev-1", unitId: "unit-1", occurredAt: "2026-01-02T11:04:05+08:00" },
  ...{ receivedAt: "2026-01-02T11:04:06+08:00", description: "x", type: "residualCurrentOver", platformCode: "JJLY01" },
  ...{ version: 1, ...more },
});

test("SH-5: an alarm without class has that of its type", () => {
  expect(classOf({ type: "residualCurrentHigh" })).toBe("warning");
  expect(classOf({ type: "offline", class: "event" })).toBe("event");
});

test.each([{ type: "not-a-type" }, { type: "constructor", class: "toString" }, { type: "", class: "" }])(
  "what cannot be classed is a fault, never dropped: %j",
  (odd) => {
    expect(classOf(odd)).toBe("fault");
  },
);

test.each([undefined, "", "yesterday", "2026-13-01T00:00:00+08:00"])("%j is no time", (text) => {
  expect(millisecondsOf(text)).toBeNull();
});

test("times keep their offset; a missing receipt is the time of the event", () => {
  const { receivedAt: _, ...without } = record();
  expect(alarmRow(without as AlarmRecord).receivedAt).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
  expect(alarmRow(record()).receivedAt).toBe(Date.UTC(2026, 0, 2, 3, 4, 6));
});

test("EF-4.4.1: latency counts from this hub: its own frame's receipt, or when a partner's record was made here", () => {
  const updatedAt = "2026-01-02T11:10:00+08:00";
  expect(alarmRow(record({ updatedAt })).hereAt).toBe(Date.UTC(2026, 0, 2, 3, 10, 0));
  expect(alarmRow(record({ updatedAt, evidence: "f-1" })).hereAt).toBe(Date.UTC(2026, 0, 2, 3, 4, 6));
});

test("an older version never overwrites a newer one, as a replayed feed would have it", () => {
  const store = createAlarmStore();
  expect(store.put(alarmRow(record({ version: 2, state: "cleared" })))).toBe(true);
  expect(store.put(alarmRow(record({ version: 1, state: "raised" })))).toBe(false);
  expect(store.put(alarmRow(record({ version: 2, state: "raised" })))).toBe(false);
  expect(store.get("al-1")?.isCleared).toBe(true);
  expect(store.remove("al-2")).toBe(false);
});

test("a held row that is cleared or removed stays in its place as a ghost", () => {
  const store = createAlarmStore();
  for (const n of [1, 2, 3]) store.put(alarmRow(record({ id: `al-${n}` })));
  const hold = createHold();
  hold.through(heldView(store.sorted(), hold, store.get), 2);
  store.put(alarmRow(record({ id: "al-1", version: 2, state: "cleared" })));
  store.remove("al-2");
  hold.touched(new Set(["al-1", "al-2"]));
  const view = heldView(store.sorted(), hold, store.get);
  expect([0, 1, 2].map((place) => [view.at(place)?.row.id, view.at(place)?.isGhost])).toEqual([
    ["al-1", true],
    ["al-2", true],
    ["al-3", false],
  ]);
  expect(view.at(3)).toBeUndefined();
});
