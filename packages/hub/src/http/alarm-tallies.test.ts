import { expect, test } from "vitest";
import type { AlarmTallyRow } from "../ports/alarm-reads.ts";
import { classTallies } from "./alarm-tallies.ts";

const row = (name: string, shown: number): AlarmTallyRow => ({
  ...({ class: name, stage: "unacknowledged", unitId: "u1", unit: {}, shown, shelved: 0, overdue: 0 } as AlarmTallyRow),
});

test("each class has its counts, the worst first", () => {
  const tallies = classTallies([row("fault", 2), row("alarm", 1), row("own-code", 5), row("alarm", 3)]);
  expect(tallies.map((one) => [one.class, one.unacknowledged])).toEqual([
    ["alarm", 4],
    ["fault", 2],
    ["own-code", 5],
  ]);
});

test("classes that platforms make up without end are counted together, and none is left out", () => {
  const rows = [row("alarm", 7), ...Array.from({ length: 60 }, (_, n) => row(`own-${n}`, 1))];
  const tallies = classTallies(rows);
  expect(tallies).toHaveLength(20);
  expect(tallies[0]).toMatchObject({ class: "alarm", unacknowledged: 7 });
  expect(tallies.at(-1)).toMatchObject({ class: "other", unacknowledged: 42 });
  expect(tallies.reduce((total, one) => total + one.unacknowledged, 0)).toBe(67);
});
