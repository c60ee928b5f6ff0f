import { expect, test } from "vitest";
import { type AlarmFilter, isListed, isSameFilter } from "./alarm-filter.ts";
import { type AlarmRecord, type AlarmRow, alarmRow } from "./alarm-row.ts";

type Handling = NonNullable<AlarmRecord["handling"]>;
const row = (id: string, handling: Partial<Handling> = {}, more: Partial<AlarmRecord> = {}): AlarmRow =>
  alarmRow({
    ...{ id, deviceId: "dev-1", unitId: "unit-1", occurredAt: "2026-01-02T11:04:05+08:00", version: 1 },
    ...{ receivedAt: "2026-01-02T11:04:06+08:00", description: "x", type: "offline", platformCode: "JJLY01" },
    ...more,
    handling: { stage: "unacknowledged", ...handling },
  });
const me = { kind: "person", id: "user-1", name: "林静" } as const;
const other = { kind: "person", id: "user-2", name: "陈*" } as const;
const open: AlarmFilter = { view: "open", classes: [], find: "", me: me.id };

const listed = (rows: readonly AlarmRow[], filter: Partial<AlarmFilter> = {}): readonly string[] => {
  const byId = new Map(rows.map((one) => [one.id, one]));
  const scene = { textOf: (one: AlarmRow) => one.id, latest: (id: string) => byId.get(id) };
  return rows.filter((one) => isListed(one, { ...open, ...filter }, scene)).map(({ id }) => id);
};

test("EF-4.2: shelved alarms are out of the list and have their own", () => {
  const rows = [row("a"), row("b", { shelvedUntil: "2026-01-02T12:04:05+08:00" })];
  expect(listed(rows)).toEqual(["a"]);
  expect(listed(rows, { view: "shelved" })).toEqual(["b"]);
});

test("mine is what was given to me, or what I acknowledged and nobody was given", () => {
  const rows = [
    row("given", { stage: "acknowledged", acknowledgedBy: other, assignee: me }),
    row("acknowledged", { stage: "acknowledged", acknowledgedBy: me }),
    row("passed on", { stage: "acknowledged", acknowledgedBy: me, assignee: other }),
    row("closed", { stage: "closed", assignee: me }, { state: "cleared" }),
  ];
  expect(listed(rows, { view: "mine" })).toEqual(["given", "acknowledged"]);
  expect(listed(rows, { view: "mine", me: null })).toEqual([]);
});

test("EF-5.3: overdue is what is open and late; unacknowledged is what nobody has", () => {
  const rows = [
    row("late", { stage: "acknowledged", isOverdue: true }),
    row("new"),
    row("done", { stage: "closed", isOverdue: true }, { state: "cleared" }),
  ];
  expect(listed(rows, { view: "overdue" })).toEqual(["late"]);
  expect(listed(rows, { view: "unacknowledged" })).toEqual(["new"]);
});

test("EF-4.2: members of a storm stand under their root", () => {
  const rows = [row("root"), row("m1", { rootId: "root" }), row("m2", { rootId: "root" })];
  expect(listed(rows)).toEqual(["root"]);
});

test("EF-4.2: what nobody acknowledged never hides under a root that somebody has", () => {
  const rows = [row("root", { stage: "acknowledged" }), row("m1", { rootId: "root" })];
  expect(listed(rows)).toEqual(["root", "m1"]);
});

test.each([
  ["a root that is not there", {}, [row("m1", { rootId: "gone" })]],
  ["a root that is shelved", {}, [row("r", { shelvedUntil: "2026-01-02T12:04:05+08:00" }), row("m1", { rootId: "r" })]],
  [
    "a root of another class than asked for",
    { classes: ["offline"] },
    [row("r", {}, { class: "fault" }), row("m1", { rootId: "r" })],
  ],
  ["a search", { find: "m1" }, [row("r"), row("m1", { rootId: "r" })]],
  ["a root that is its own", {}, [row("m1", { rootId: "m1" })]],
] as const)("a member is a row of its own under %s", (_, filter, rows) => {
  expect(listed(rows, filter as Partial<AlarmFilter>)).toContain("m1");
});

test("an event stands without anybody's doing; what is closed and cleared is over; what no one handles counts by its state", () => {
  const rank = (handling: Partial<Handling>, state: "raised" | "cleared") => row("a", handling, { state }).rank;
  expect(rank({ stage: "closed" }, "raised")).toBe(1);
  expect(rank({ stage: "closed" }, "cleared")).toBe(2);
  expect(rank({ stage: "rectified" }, "cleared")).toBe(1);
  expect(rank({ stage: "unacknowledged" }, "cleared")).toBe(0);
  const { handling: _, ...plain } = row("a").record;
  expect([alarmRow(plain).rank, alarmRow({ ...plain, state: "cleared" }).rank]).toEqual([0, 2]);
});

test("two filters are the same when they ask for the same, and not when one thing differs", () => {
  expect(isSameFilter(open, { ...open, classes: [] })).toBe(true);
  const others: readonly Partial<AlarmFilter>[] = [
    { view: "mine" },
    { classes: ["alarm"] },
    { find: "x" },
    { me: null },
  ];
  for (const other of others) expect(isSameFilter(open, { ...open, ...other })).toBe(false);
});
