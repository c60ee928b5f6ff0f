import { alarmClasses } from "@dianan/model";
import { offsetTime } from "../core/offset-time.ts";
import type { AlarmTallyRow } from "../ports/alarm-reads.ts";
import type { JsonObject } from "../ports/records.ts";
import { type HttpDeps, json, type Route } from "./http-deps.ts";
import { readFilter, readQuery } from "./query.ts";

/** Communities shown; the busiest ones when there are more. */
const AREAS_MAX = 1_000;
const COMMUNITY_MAX = 100;

const text = (body: JsonObject, member: string): string => {
  const value = body[member];
  return typeof value === "string" ? value : "";
};

/** Rank of a class: the most urgent first, an unknown one last. */
const rankOf = (name: string): number =>
  Object.hasOwn(alarmClasses, name) ? alarmClasses[name as keyof typeof alarmClasses].code : Number.MAX_SAFE_INTEGER;

const sum = (rows: readonly AlarmTallyRow[], of: (row: AlarmTallyRow) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

const isNew = ({ stage }: AlarmTallyRow): boolean => stage === "unacknowledged";

const grouped = (
  rows: readonly AlarmTallyRow[],
  keyOf: (row: AlarmTallyRow) => string,
): (readonly [string, readonly AlarmTallyRow[]])[] => {
  const groups = new Map<string, AlarmTallyRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups];
};

/** Classes that the answer holds; platforms may send any code, and then the last place is for all that are left. */
const CLASSES_MAX = 20;
const OTHER = "other";

const tallyOf = (name: string, own: readonly AlarmTallyRow[]) => ({
  class: name,
  unacknowledged: sum(own, (row) => (isNew(row) ? row.shown : 0)),
  acknowledged: sum(own, (row) => (isNew(row) ? 0 : row.shown)),
  shelved: sum(own, (row) => row.shelved),
  overdue: sum(own, (row) => row.overdue),
});

/** Counts by class: what is shelved is counted apart, so that the four columns hold each open alarm once. */
export const classTallies = (rows: readonly AlarmTallyRow[]) => {
  const groups = grouped(rows, (row) => row.class).sort(([a], [b]) => rankOf(a) - rankOf(b));
  const isFull = groups.length > CLASSES_MAX;
  const named = isFull ? groups.slice(0, CLASSES_MAX - 1) : groups;
  const rest = groups.slice(named.length).flatMap(([, own]) => own);
  return [...named.map(([name, own]) => tallyOf(name, own)), ...(isFull ? [tallyOf(OTHER, rest)] : [])];
};

const areaTallies = (rows: readonly AlarmTallyRow[]) =>
  grouped(rows, ({ unit }) => text(unit, "community").slice(0, COMMUNITY_MAX))
    .map(([community, own]) => ({
      community,
      unacknowledged: sum(own, (row) => (isNew(row) ? row.shown : 0)),
      open: sum(own, (row) => row.shown + row.shelved),
      worstClass: own.map((row) => row.class).sort((a, b) => rankOf(a) - rankOf(b))[0] ?? null,
    }))
    .sort((a, b) => b.unacknowledged - a.unacknowledged || b.open - a.open)
    .slice(0, AREAS_MAX);

/** Open alarms by class and by community (未关闭告警计数), for the overview. */
export const alarmTallyRoutes = (deps: HttpDeps): readonly Route[] => [
  {
    method: "GET",
    path: "/api/v1/alarm-tallies",
    handle: async ({ url, view, circumstance }) => {
      const query = readQuery(url, ["unitId", "regionCode", "placeType"]);
      if (!query.ok) return query.error;
      const unitId = readFilter(query.value, "unitId");
      if (!unitId.ok) return unitId.error;
      const region = readFilter(query.value, "regionCode");
      if (!region.ok) return region.error;
      const placeType = readFilter(query.value, "placeType");
      if (!placeType.ok) return placeType.error;
      const below = region.value?.replace(/(00)+$/, "") ?? "";
      const rows = (await view.alarmTallies(circumstance.now)).filter(
        (row) =>
          (unitId.value === null || row.unitId === unitId.value) &&
          (below === "" || text(row.unit, "regionCode").startsWith(below)) &&
          (placeType.value === null || text(row.unit, "placeType") === placeType.value),
      );
      const waiting = rows.filter(isNew).flatMap(({ oldestAt }) => (oldestAt === null ? [] : [oldestAt]));
      const oldest = waiting.reduce<number | null>((least, at) => (least === null || at < least ? at : least), null);
      const time = (at: number): string => offsetTime(at, deps.utcOffsetMinutes);
      return json({
        at: time(circumstance.now),
        oldestUnacknowledgedAt: oldest === null ? null : time(oldest),
        classes: classTallies(rows),
        areas: areaTallies(rows),
      });
    },
  },
];
