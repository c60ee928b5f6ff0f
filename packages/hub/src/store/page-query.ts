import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { AlarmLife } from "../core/alarm-life-state.ts";
import type { JsonObject, Page, PageQuery, RecordKind, StoredRecord } from "../ports/records.ts";
import { type PagePlan, pagePlan } from "./page-plan.ts";

export type RecordColumns = {
  readonly id: string;
  readonly body: string;
  readonly version: number;
  readonly updated_at: number;
  readonly deleted: number;
  /** JSON of an alarm's life. */ readonly handling?: string | null;
};

export const storedRecord = (kind: RecordKind, row: RecordColumns): StoredRecord => ({
  kind,
  id: row.id,
  body: JSON.parse(row.body) as JsonObject,
  version: row.version,
  updatedAt: row.updated_at as StoredRecord["updatedAt"],
  deleted: row.deleted === 1,
  ...(typeof row.handling === "string" ? { life: JSON.parse(row.handling) as AlarmLife } : {}),
});

type Value = string | number;
type Row = RecordColumns & { readonly at?: number };

/** Rows of the list that one page looks at: what is rare comes in short pages instead of after a long wait. */
const WALK_MAX = 5_000;

/** Statements that are kept: combinations of filters are many. */
const PREPARED_MAX = 200;

/** A page as SQL: which rows of `plan`, from behind `after` up to and with `bound`. */
const pageSql = (plan: PagePlan, query: PageQuery, bound: string | null) => {
  const { kind, order } = plan;
  const conditions = ["tenant = ?"];
  const values: Value[] = [];
  const add = (sql: string, ...more: readonly Value[]): void => {
    conditions.push(sql);
    values.push(...more);
  };
  for (const { sql, values: more } of plan.keyed) add(sql, ...more);
  if (query.after !== null)
    if (order === null) add("id > ?", query.after);
    else {
      const [at, id] = splitPosition(query.after, order);
      add(`${order} <= ? AND (${order} < ? OR id > ?)`, at, at, id);
    }
  const walk = { conditions: [...conditions], values: [...values] };
  if (bound !== null)
    if (order === null) add("id <= ?", bound);
    else {
      const [at, id] = splitPosition(bound, order);
      add(`${order} >= ? AND (${order} > ? OR id <= ?)`, at, at, id);
    }
  if (!query.withDeleted) add("deleted = 0");
  for (const { sql, values: more } of plan.looked) add(sql, ...more);
  const from = `FROM ${kind}${plan.index === null ? "" : ` INDEXED BY ${plan.index}`}`;
  const sorted = order === null ? "id" : `${order} DESC, id`;
  const at = order === null ? "" : `, ${order} AS at`;
  const life = kind === "alarm" ? ", handling" : "";
  return {
    page: `SELECT id, body, version, updated_at, deleted${life}${at} ${from} WHERE ${conditions.join(" AND ")} ORDER BY ${sorted} LIMIT ?`,
    values,
    /** The row that is `OFFSET` rows ahead. */
    ahead: `SELECT id${at} ${from} WHERE ${walk.conditions.join(" AND ")} ORDER BY ${sorted} LIMIT 1 OFFSET ?`,
    aheadValues: walk.values,
  };
};

/** The statement of a page and that of its bound, for tests of how they are run. */
export const pageStatements = (query: PageQuery): readonly string[] => {
  const { page, ahead } = pageSql(pagePlan(query), query, query.after);
  return [page, ahead];
};

/**
 * Pages of records. Alarms are newest first, the others by id; both orders keep their place while records are added.
 *
 * @param walkMax - rows of the list that one page looks at
 */
export const createPageQuery = (database: DatabaseSync, walkMax = WALK_MAX) => {
  const prepared = new Map<string, StatementSync>();
  const all = (sql: string, ...values: readonly Value[]): Row[] => {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = database.prepare(sql);
      const [oldest] = prepared.keys();
      if (prepared.size >= PREPARED_MAX && oldest !== undefined) prepared.delete(oldest);
      prepared.set(sql, statement);
    }
    return statement.all(...values) as Row[];
  };
  const positionOf = (order: PagePlan["order"], { id, at }: Row): string =>
    order === null ? id : `${order === "occurred_at" ? "o" : ""}${at}/${id}`;

  /** The plan, or where few records have changed, the index of changes: those are all looked at and sorted. */
  const withFew = (tenant: string, query: PageQuery, plan: PagePlan): PagePlan => {
    if (query.updatedFrom === null || plan.order === "occurred_at") return plan;
    const index = `${query.kind}_updated`;
    const counted = all(
      `SELECT id FROM ${query.kind} INDEXED BY ${index} WHERE tenant = ? AND updated_at >= ? LIMIT 1 OFFSET ?`,
      ...[tenant, query.updatedFrom, walkMax],
    );
    if (counted.length > 0) return plan;
    const keyed = [{ sql: "updated_at >= ?", values: [query.updatedFrom] }];
    return { ...plan, index, keyed, looked: [...plan.keyed, ...plan.looked] };
  };

  return (tenant: string, query: PageQuery): Page<StoredRecord> => {
    const chosen = pagePlan(query);
    const plan = withFew(tenant, query, chosen);
    let bound: string | null = null;
    if (plan === chosen && plan.looked.length > 0) {
      const { ahead, aheadValues } = pageSql(plan, query, null);
      const [row] = all(ahead, tenant, ...aheadValues, walkMax - 1);
      bound = row === undefined ? null : positionOf(plan.order, row);
    }
    const { page, values } = pageSql(plan, query, bound);
    const rows = all(page, tenant, ...values, query.limit + 1);
    const kept = rows.slice(0, query.limit);
    const last = kept.at(-1);
    const next = rows.length > query.limit && last !== undefined ? positionOf(plan.order, last) : bound;
    return { items: kept.map((row) => storedRecord(query.kind, row)), next };
  };
};

/** A page was asked after something that is no position of this store. */
export class PositionError extends Error {}

/**
 * Takes `<milliseconds>/<id or part>` apart; `o` in front says that the list is in the order of occurrence.
 *
 * @throws PositionError for another text, and for a position of a list in another order
 */
export const splitPosition = (position: string, order: PagePlan["order"]): readonly [at: number, rest: string] => {
  const [, mark, at, rest] = /^(o?)(-?\d{1,16})\/(.{1,64})$/.exec(position) ?? [];
  if (at === undefined || rest === undefined || !Number.isSafeInteger(Number(at)))
    throw new PositionError(`page: ${JSON.stringify(position)} is no position`);
  if ((mark === "o") !== (order === "occurred_at"))
    throw new PositionError(`page: ${JSON.stringify(position)} is of a list in another order`);
  return [Number(at), rest];
};
