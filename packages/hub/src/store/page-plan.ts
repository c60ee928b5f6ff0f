import { regionPrefix } from "../core/region.ts";
import { filterable, type PageQuery, type RecordKind } from "../ports/records.ts";
import { NEVER } from "./alarm-writer.ts";
import { columnOf } from "./record-table.ts";

type Value = string | number;
type Condition = { readonly sql: string; readonly values: readonly Value[] };

/** How a page of records is found. */
export type PagePlan = {
  readonly kind: RecordKind;
  /** Column that orders the list, newest first; null: by id. */ readonly order: "received_at" | "occurred_at" | null;
  /** Index that is walked in that order; null: the table itself. */ readonly index: string | null;
  /** What the index holds. */ readonly keyed: readonly Condition[];
  /** What is looked at row by row. */ readonly looked: readonly Condition[];
};

/**
 * Filters, those first that leave least. `raised` alarms are few beside those that are over. A region smaller than a county has
 * few units.
 */
const filters = [
  ...["rootId", "deviceId", "unitId", "modelId", "town", "assigneeId", "shelved", "owed", "stage=open", "state=raised"],
  ...["operatorId", "type", "status", "presence", "placeType", "severity", "county", "class", "state", "stage"],
];

type Filter = Condition & { readonly name: string; readonly index: string };

const filterOf = (kind: RecordKind, member: string, value: string): Filter => {
  if (!filterable[kind].includes(member)) throw new RangeError(`page: ${kind} has no filter ${member}`);
  const isFew = member === "stage" && value !== "closed";
  const name = isFew ? "stage=open" : member === "state" && value === "raised" ? "state=raised" : member;
  // Few are grouped: the index holds only those.
  const more = member === "rootId" ? " AND root_id > ''" : "";
  return { name, index: `${kind}_${columnOf(member)}`, sql: `${columnOf(member)} = ?${more}`, values: [value] };
};

/** Regions of a county and below have an index for each level. */
const regionFilter = (kind: RecordKind, code: string): Filter | Condition => {
  const prefix = regionPrefix(code);
  const sql = `substr(region_code, 1, ${prefix.length}) = ? AND length(region_code) >= ${prefix.length}`;
  if (prefix.length < 6) return { sql, values: [prefix] };
  return {
    name: prefix.length === 6 ? "county" : "town",
    index: `${kind}_region_${prefix.length}`,
    sql,
    values: [prefix],
  };
};

const range = (column: string, from: number | null, to: number | null): readonly Condition[] => [
  ...(from === null ? [] : [{ sql: `${column} >= ?`, values: [from] }]),
  ...(to === null ? [] : [{ sql: `${column} < ?`, values: [to] }]),
];

/**
 * Chooses the index for a page. Without statistics the planner would rather walk the whole tenant than use a filter's index.
 *
 * @throws RangeError for a member that is no filter of the kind
 */
export const pagePlan = (query: PageQuery): PagePlan => {
  const { kind, occurredFrom = null, occurredTo = null, regionCode = null, overdue = null, shelved = null } = query;
  const all: (Filter | Condition)[] = Object.entries(query.where).map(([name, value]) => filterOf(kind, name, value));
  if (regionCode !== null) all.push(regionFilter(kind, regionCode));
  const looked: Condition[] = [
    // The sign keeps the planner from the index of changes, which has another order.
    ...range("+updated_at", query.updatedFrom, query.updatedTo),
    ...(query.words ?? []).map((word) => ({ sql: "instr(search, ?) > 0", values: [word] })),
  ];
  if (query.isTop === true) looked.push({ sql: "root_id = ''", values: [] });
  // Their indexes hold the few that can be so; whether one is so now is looked at row by row.
  if (overdue?.is) all.push({ name: "owed", index: "alarm_owed", sql: `overdue_at < ${NEVER}`, values: [] });
  if (overdue) looked.push({ sql: `overdue_at ${overdue.is ? "<=" : ">"} ?`, values: [overdue.at] });
  if (shelved?.is) all.push({ name: "shelved", index: "alarm_on_shelf", sql: "shelved_until > 0", values: [] });
  if (shelved) looked.push({ sql: `shelved_until ${shelved.is ? ">" : "<="} ?`, values: [shelved.at] });
  const occurred = range("occurred_at", occurredFrom, occurredTo);
  if (occurred.length > 0)
    return { kind, order: "occurred_at", index: "alarm_occurred", keyed: occurred, looked: [...all, ...looked] };
  const order = kind === "alarm" ? "received_at" : null;
  const rank = (one: Filter | Condition): number => ("name" in one ? filters.indexOf(one.name) : filters.length);
  const [first, ...others] = all.sort((a, b) => rank(a) - rank(b));
  if (first === undefined || !("index" in first))
    return { kind, order, index: order === null ? null : "alarm_received", keyed: [], looked: [...all, ...looked] };
  return { kind, order, index: first.index, keyed: [first], looked: [...others, ...looked] };
};
