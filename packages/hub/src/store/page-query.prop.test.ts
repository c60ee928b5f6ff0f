import { DatabaseSync } from "node:sqlite";
import type { Instant } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type AlarmLife, type AlarmStage, defaultDueDays, newLife } from "../core/alarm-life-state.ts";
import { regionPrefix } from "../core/region.ts";
import { searchWords } from "../core/search-text.ts";
import type { JsonObject, PageQuery, RecordKind } from "../ports/records.ts";
import { createAlarmWriter } from "./alarm-writer.ts";
import { createPageQuery, pageStatements } from "./page-query.ts";
import { createPresenceWriter } from "./presence-writer.ts";
import { columnOf } from "./record-table.ts";
import { createRecordWriter } from "./record-writer.ts";
import { migrate } from "./schema.ts";

const open = () => {
  const database = new DatabaseSync(":memory:");
  migrate(database, "e");
  const noFeed = { append: () => {} } as unknown as Parameters<typeof createRecordWriter>[1];
  const alarms = createAlarmWriter(database, { platformCode: "", due: defaultDueDays });
  const noNotices = { follow: () => {} };
  return { database, records: createRecordWriter(database, noFeed, createPresenceWriter(database), alarms, noNotices) };
};
const query = (kind: RecordKind, more: Partial<PageQuery> = {}): PageQuery => ({
  kind,
  after: null,
  limit: 3,
  updatedFrom: null,
  updatedTo: null,
  where: {},
  withDeleted: false,
  ...more,
});

const places = [
  { regionCode: "350582101200", placeType: "school" },
  { regionCode: "350582101", placeType: "industry" },
  { regionCode: "350582", placeType: "school" },
  { regionCode: "350583", placeType: "other" },
  { regionCode: "360000", placeType: "other" },
];
const minute = (n: number): string => `2026-01-02T11:${String(n).padStart(2, "0")}:00+08:00`;
const alarms = fc.array(
  fc.record({
    unit: fc.nat(4),
    type: fc.constantFrom("commFault", "smokeAlarm"),
    severity: fc.constantFrom("critical", "medium"),
    state: fc.constantFrom("raised", "cleared"),
    received: fc.nat(9),
    occurred: fc.nat(9),
    stage: fc.constantFrom<AlarmStage[]>("unacknowledged", "acknowledged", "closed"),
    due: fc.nat(9),
    shelf: fc.option(fc.nat(9)),
    isDeleted: fc.boolean(),
  }),
  { maxLength: 60 },
);
/** When the lists are asked for, as `minute` has it. */
const NOW = 5;
const handlingOf = ({
  stage,
  due,
  shelf,
}: {
  readonly stage: AlarmStage;
  readonly due: number;
  readonly shelf: number | null;
}): string => {
  const at = (n: number): number => Date.parse(minute(n));
  const own = { stage, dueAt: at(due), shelf: shelf === null ? null : { until: at(shelf), reason: "r" } };
  const life: AlarmLife = { ...newLife(0, null, null), ...own };
  return JSON.stringify({ life, entries: [] });
};
const filters = fc.record(
  {
    type: fc.constantFrom("commFault", "smokeAlarm"),
    severity: fc.constantFrom("critical", "medium"),
    state: fc.constantFrom("raised", "cleared"),
    placeType: fc.constantFrom("school", "industry", "nowhere"),
    unitId: fc.constantFrom("u0", "u1"),
    stage: fc.constantFrom("unacknowledged", "acknowledged", "closed"),
  },
  { requiredKeys: [] },
);
const regions = fc.constantFrom(null, "350000", "350500", "350582", "350582101", "350582101000", "350582101200");

test("filtered pages of alarms hold what the filters name, all of it, once and in order, however short the walk", () => {
  fc.assert(
    fc.property(
      alarms,
      filters,
      regions,
      fc.option(fc.nat(9)),
      fc.option(fc.nat(9)),
      fc.integer({ min: 1, max: 7 }),
      fc.record({ overdue: fc.option(fc.boolean()), shelved: fc.option(fc.boolean()) }),
      (list, where, regionCode, from, to, walk, { overdue, shelved }) => {
        const { database, records } = open();
        const stored = list.map((one, n): JsonObject & { id: string; isDeleted: boolean } => ({
          id: `al-${n}`,
          unitId: `u${one.unit}`,
          type: one.type,
          severity: one.severity,
          state: one.state,
          receivedAt: minute(one.received),
          occurredAt: minute(one.occurred),
          isDeleted: one.isDeleted,
        }));
        // Half of the alarms come before their units do.
        const write = (half: number): void => {
          for (const [n, alarm] of stored.entries())
            if (n % 2 === half)
              records.put("t", "alarm", alarm.id, alarm, 1, "replace", null, handlingOf(list[n] as (typeof list)[0]));
        };
        write(0);
        for (const [n, place] of places.entries()) records.put("t", "unit", `u${n}`, { ...place }, 1, "replace", null);
        write(1);
        for (const alarm of stored) if (alarm.isDeleted) records.remove("t", "alarm", alarm.id, 2, null);

        const isIn = (alarm: JsonObject): boolean => {
          const place = places[Number(String(alarm.unitId).slice(1))];
          const own = list[stored.indexOf(alarm as (typeof stored)[0])] as (typeof list)[0];
          const has: JsonObject = { ...alarm, ...place, stage: own.stage };
          return (
            (overdue === null || overdue === (own.stage !== "closed" && own.due <= NOW)) &&
            (shelved === null || shelved === (own.shelf !== null && own.shelf > NOW)) &&
            alarm.isDeleted === false &&
            Object.entries(where).every(([member, value]) => has[member] === value) &&
            (regionCode === null || place?.regionCode.startsWith(regionPrefix(regionCode)) === true) &&
            (from === null || String(alarm.occurredAt) >= minute(from)) &&
            (to === null || String(alarm.occurredAt) < minute(to))
          );
        };
        const by = from === null && to === null ? "receivedAt" : "occurredAt";
        const wanted = stored
          .filter(isIn)
          .sort((a, b) => String(b[by]).localeCompare(String(a[by])) || (a.id < b.id ? -1 : 1))
          .map(({ id }) => id);
        const time = (n: number | null): Instant | null => (n === null ? null : (Date.parse(minute(n)) as Instant));
        const page = createPageQuery(database, walk);
        const found: string[] = [];
        let after: string | null = null;
        do {
          const at = time(NOW) as Instant;
          const lives = {
            overdue: overdue === null ? null : { at, is: overdue },
            shelved: shelved === null ? null : { at, is: shelved },
          };
          const more = { where, regionCode, occurredFrom: time(from), occurredTo: time(to), after, ...lives };
          const one = page("t", query("alarm", more));
          found.push(...one.items.map(({ id }) => id));
          after = one.next;
        } while (after !== null);
        expect(found).toEqual(wanted);
        database.close();
      },
    ),
    { numRuns: 150 },
  );
});

test("a unit that moves takes its alarms along; of another tenant nothing is seen", () => {
  const { database, records } = open();
  const page = createPageQuery(database);
  const ids = (tenant: string, more: Partial<PageQuery>) =>
    page(tenant, query("alarm", more)).items.map(({ id }) => id);
  for (const tenant of ["t", "other"]) {
    records.put(tenant, "unit", "u", { ...places[0] }, 1, "replace", null);
    records.put(tenant, "alarm", `al-${tenant}`, { unitId: "u", receivedAt: minute(1) }, 1, "replace", null);
  }
  expect(ids("t", { regionCode: "350582101" })).toEqual(["al-t"]);
  records.put("t", "unit", "u", { regionCode: "360000", placeType: "hospital" }, 2, "replace", null);
  expect(ids("t", { regionCode: "350582101" })).toEqual([]);
  expect(ids("t", { regionCode: "360000", where: { placeType: "hospital" } })).toEqual(["al-t"]);
  expect(ids("other", { regionCode: "350582101", where: { placeType: "school" } })).toEqual(["al-other"]);
  database.close();
});

test("words are found whatever their width and case, each of them, in id, name, address and wire address", () => {
  const { database, records } = open();
  const page = createPageQuery(database, 2);
  const put = (id: string, body: JsonObject) => records.put("t", "device", id, body, 1, "replace", null);
  put("dev-1", { name: "配电箱 A１", address: "灵水社区 1 号", wireAddress: "889" });
  put("dev-2", { name: "配电箱 B1", address: "曾林社区", contactPhone: "889" });
  put("dev-3", { name: "50%_off", address: "Café" });
  const found = (q: string): readonly string[] => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const one = page("t", query("device", { words: searchWords(q), after }));
      ids.push(...one.items.map(({ id }) => id));
      after = one.next;
    } while (after !== null);
    return ids;
  };
  expect(found("配电箱")).toEqual(["dev-1", "dev-2"]);
  expect(found("a1 灵水")).toEqual(["dev-1"]);
  expect(found("Ａ１")).toEqual(["dev-1"]);
  expect(found("889")).toEqual(["dev-1"]);
  expect(found("DEV-2")).toEqual(["dev-2"]);
  expect(found("0%_O")).toEqual(["dev-3"]);
  expect(found("CAFÉ")).toEqual(["dev-3"]);
  for (const nothing of ["灵水 曾林", "' OR 1=1 --", "_-"]) expect(found(nothing)).toEqual([]);
  database.close();
});

const time = 0 as Instant;
test.each<Partial<PageQuery> & { readonly kind: RecordKind }>([
  { kind: "alarm" },
  ...["deviceId", "unitId", "state", "class", "type", "severity", "placeType", "stage", "assigneeId"].flatMap(
    (member) => [
      { kind: "alarm" as const, where: { [member]: "x" } },
      { kind: "alarm" as const, where: { [member]: "x" }, after: "1/a", regionCode: "350000" },
    ],
  ),
  ...["350582", "350582101", "350582101200"].flatMap((regionCode) => [
    { kind: "alarm" as const, regionCode, after: "1/a" },
    { kind: "unit" as const, regionCode, after: "a" },
  ]),
  { kind: "alarm", regionCode: "350000" },
  ...[true, false].flatMap((is) => [
    { kind: "alarm" as const, overdue: { at: time, is }, after: "1/a" },
    { kind: "alarm" as const, shelved: { at: time, is }, regionCode: "350582" },
    {
      kind: "alarm" as const,
      shelved: { at: time, is },
      overdue: { at: time, is },
      where: { stage: "closed", class: "alarm" },
    },
  ]),
  { kind: "alarm", occurredFrom: time, occurredTo: time, after: "o1/a", where: { type: "x", unitId: "u" } },
  { kind: "alarm", occurredFrom: time, regionCode: "350582101" },
  { kind: "alarm", where: { state: "raised", type: "x", severity: "y", class: "z" }, regionCode: "350582" },
  ...["operatorId", "placeType"].map((member) => ({ kind: "unit" as const, where: { [member]: "x" }, words: ["a"] })),
  ...["unitId", "operatorId", "presence", "status", "type"].map((member) => ({
    kind: "device" as const,
    where: { [member]: "x" },
    words: ["a", "b"],
  })),
  ...["deviceId", "status"].map((member) => ({ kind: "component" as const, where: { [member]: "x" }, after: "a" })),
  { kind: "operator", words: ["a"], updatedFrom: time },
  { kind: "device", words: ["a"], updatedTo: time, after: "a" },
])("a page is one walk along one index, from where the last one ended, and nothing is sorted: %j", (asked) => {
  const { database } = open();
  const { kind, ...more } = asked;
  for (const sql of pageStatements(query(kind, more))) {
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { readonly detail: string }[];
    expect(plan.map(({ detail }) => detail.split(" ").slice(0, 2).join(" "))).toEqual([`SEARCH ${kind}`]);
    const [{ detail = "" } = {}] = plan;
    expect(detail).toMatch(/tenant=\?/);
    const members = Object.keys(more.where ?? {}).map(columnOf);
    if (members.length === 1 && more.occurredFrom === undefined) expect(detail).toContain(`${members[0]}=?`);
    if (more.after !== undefined) expect(detail).toMatch(kind === "alarm" ? /(received|occurred)_at<\?/ : /id>\?/);
  }
  database.close();
});

test("a database of the release before has its columns filled when it is opened", () => {
  const database = new DatabaseSync(":memory:");
  migrate(database, "e", 4);
  const insert = (table: string, columns: string, ...values: readonly (string | number)[]) =>
    database.prepare(`INSERT INTO ${table} (${columns}) VALUES (${values.map(() => "?").join(", ")})`).run(...values);
  const meta = "tenant, id, version, updated_at, deleted, body";
  const unit = JSON.stringify({ ...places[0], name: "示例 ＡＢ", address: "灵水" });
  insert("unit", `${meta}, operator_id`, "t", "u", 1, 1, 0, unit, "op");
  const device = JSON.stringify({ id: "d", type: "chargingPile", name: "桩", wireAddress: "889", imei: 5 });
  const deviceColumns = `${meta}, unit_id, operator_id, presence, status, wire_address`;
  insert("device", deviceColumns, "t", "d", 1, 1, 0, device, "u", "op", "online", "normal", "889");
  const part = JSON.stringify({ status: "fault" });
  insert("component", `${meta}, device_id, component_key`, "t", "c", 1, 1, 0, part, "d", "");
  const alarm = JSON.stringify({ type: "smokeAlarm", severity: "critical", occurredAt: minute(5) });
  for (const [id, unitId] of [
    ["al", "u"],
    ["lost", "nobody"],
  ] as const)
    insert(
      "alarm",
      `${meta}, received_at, device_id, unit_id, state, class`,
      "t",
      id,
      1,
      1,
      0,
      alarm,
      7,
      "d",
      unitId,
      "raised",
      "alarm",
    );
  migrate(database, "e");
  const page = createPageQuery(database);
  const ids = (asked: PageQuery) => page("t", asked).items.map(({ id }) => id);
  expect(
    ids(query("unit", { regionCode: "350582101", words: ["ab", "灵水"], where: { placeType: "school" } })),
  ).toEqual(["u"]);
  expect(ids(query("device", { where: { type: "chargingPile" }, words: ["889"] }))).toEqual(["d"]);
  expect(ids(query("component", { where: { status: "fault" } }))).toEqual(["c"]);
  expect(ids(query("alarm", { where: { type: "smokeAlarm", severity: "critical" } }))).toEqual(["al", "lost"]);
  expect(ids(query("alarm", { regionCode: "350582", where: { placeType: "school" } }))).toEqual(["al"]);
  const at = Date.parse(minute(5));
  expect(ids(query("alarm", { occurredFrom: at as Instant, occurredTo: (at + 1) as Instant }))).toEqual(["al", "lost"]);
  expect(ids(query("alarm", { occurredFrom: (at + 1) as Instant }))).toEqual([]);
  database.close();
});
