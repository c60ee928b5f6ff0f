import { expect, test } from "vitest";
import { type AlarmRecord, type AlarmRow, alarmRow } from "./alarm-row.ts";
import { areaTiles } from "./area-tiles.ts";
import type { UnitRecord } from "./directory.ts";

const unit = (id: string, community?: string): UnitRecord =>
  ({ id, ...(community === undefined ? {} : { community }) }) as UnitRecord;
const row = (unitId: string, more: Partial<AlarmRecord> = {}): AlarmRow =>
  alarmRow({
    ...{ id: "al-1", deviceId: "dev-1", unitId, occurredAt: "2026-01-02T11:04:05+08:00", version: 1 },
    ...{ receivedAt: "2026-01-02T11:04:06+08:00", description: "x", type: "commFault", platformCode: "JJLY01" },
    handling: { stage: "unacknowledged" },
    ...more,
  });
const units = [unit("u1", "灵水"), unit("u2", "灵水"), unit("u3", "曾林"), unit("u4")];
const told = (rows: readonly AlarmRow[]) =>
  areaTiles(units, rows).map(({ community, worst, inHand }) => [community, worst, inHand]);

test("EF-4.3: abnormal communities stand first, the worst class on top; normal ones are there too", () => {
  const rows = [row("u1"), row("u2"), row("u3", { class: "alarm" })];
  expect(told(rows)).toEqual([
    ["曾林", "alarm", 0],
    ["灵水", "fault", 0],
    ["", null, 0],
  ]);
  expect(areaTiles(units, rows)[1]).toMatchObject({ units: 2, waiting: { fault: 2, alarm: 0 } });
});

test("an alarm of a unit that is not known here is not missing", () => {
  expect(told([row("somewhere", { class: "alarm" })])[0]).toEqual(["", "alarm", 0]);
});

test.each([
  ["closed", { handling: { stage: "closed" }, state: "cleared" }, 0],
  ["an event", { class: "event", handling: { stage: "closed" } }, 0],
  ["shelved", { handling: { stage: "unacknowledged", shelvedUntil: "2026-01-02T12:04:05+08:00" } }, 0],
  ["in hand", { handling: { stage: "acknowledged" } }, 1],
] as const)("what is %s does not wait for anybody", (_, more, inHand) => {
  const tile = areaTiles(units, [row("u1", more as Partial<AlarmRecord>)]).find(
    ({ community }) => community === "灵水",
  );
  expect([tile?.worst, tile?.inHand]).toEqual([null, inHand]);
});
