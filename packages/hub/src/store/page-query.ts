import type { DatabaseSync, StatementSync } from "node:sqlite";
import {
  filterable,
  type JsonObject,
  type Page,
  type PageQuery,
  type ReadingQuery,
  type ReadingRow,
  type RecordKind,
  type StoredRecord,
} from "../ports/store.ts";
import { columnOf } from "./record-table.ts";
import { shardOf } from "./shard.ts";

export type RecordColumns = {
  readonly id: string;
  readonly body: string;
  readonly version: number;
  readonly updated_at: number;
  readonly deleted: number;
};

export const storedRecord = (kind: RecordKind, row: RecordColumns): StoredRecord => ({
  kind,
  id: row.id,
  body: JSON.parse(row.body) as JsonObject,
  version: row.version,
  updatedAt: row.updated_at as StoredRecord["updatedAt"],
  deleted: row.deleted === 1,
});

type Value = string | number;

/** Pages of records. Alarms are newest first, the others by id; both orders keep their place while records are added. */
export const createPageQuery = (database: DatabaseSync) => {
  const prepared = new Map<string, StatementSync>();

  return (tenant: string, query: PageQuery): Page<StoredRecord> => {
    const { kind } = query;
    const newestFirst = kind === "alarm";
    const conditions = ["tenant = ?"];
    const values: Value[] = [tenant];
    const add = (condition: string, ...more: Value[]): void => {
      conditions.push(condition);
      values.push(...more);
    };
    if (!query.withDeleted) add("deleted = 0");
    if (query.updatedFrom !== null) add("updated_at >= ?", query.updatedFrom);
    if (query.updatedTo !== null) add("updated_at < ?", query.updatedTo);
    for (const [member, value] of Object.entries(query.where)) {
      if (!filterable[kind].includes(member)) throw new RangeError(`page: ${kind} has no filter ${member}`);
      add(`${columnOf(member)} = ?`, value);
    }
    if (query.after !== null) {
      if (newestFirst) {
        const [at, id] = splitPosition(query.after);
        add("(received_at < ? OR (received_at = ? AND id > ?))", at, at, id);
      } else add("id > ?", query.after);
    }
    // Without statistics the planner would rather walk the whole tenant than use the filter's index.
    const [filter] = Object.keys(query.where);
    const index = filter === undefined ? "" : `INDEXED BY ${kind}_${columnOf(filter)}`;
    const order = newestFirst ? "received_at DESC, id" : "id";
    const sql = `SELECT id, body, version, updated_at, deleted${newestFirst ? ", received_at" : ""}
      FROM ${kind} ${index} WHERE ${conditions.join(" AND ")} ORDER BY ${order} LIMIT ?`;
    let statement = prepared.get(sql);
    if (!statement) {
      statement = database.prepare(sql);
      prepared.set(sql, statement);
    }
    const rows = statement.all(...values, query.limit + 1) as (RecordColumns & { received_at?: number })[];
    const kept = rows.slice(0, query.limit);
    const last = kept.at(-1);
    const position = newestFirst ? `${last?.received_at}/${last?.id}` : last?.id;
    return {
      items: kept.map((row) => storedRecord(kind, row)),
      next: rows.length > query.limit ? (position ?? null) : null,
    };
  };
};

/** Pages of readings of one device, newest first. */
export const createReadingsQuery = (database: DatabaseSync) => {
  const statement = database.prepare(
    `SELECT at, part, received_at, measured FROM reading
     WHERE shard = ? AND tenant = ? AND device = ? AND at >= ? AND at < ? AND (at < ? OR (at = ? AND part < ?))
     ORDER BY at DESC, part DESC LIMIT ?`,
  );
  return (tenant: string, query: ReadingQuery): Page<ReadingRow> => {
    const [at, part] = query.after === null ? [Number.MAX_SAFE_INTEGER, "0"] : splitPosition(query.after);
    const from = query.from ?? Number.MIN_SAFE_INTEGER;
    const to = query.to ?? Number.MAX_SAFE_INTEGER;
    const shard = shardOf(query.deviceId);
    const rows = statement.all(shard, tenant, query.deviceId, from, to, at, at, partOf(part), query.limit + 1) as {
      at: number;
      part: number;
      received_at: number;
      measured: string;
    }[];
    const kept = rows.slice(0, query.limit);
    const last = kept.at(-1);
    return {
      items: kept.map((row) => ({
        deviceId: query.deviceId,
        at: row.at as ReadingRow["at"],
        part: row.part,
        receivedAt: row.received_at as ReadingRow["receivedAt"],
        values: (JSON.parse(row.measured) as [string | null, string, number, string][]).map(
          ([component, quantity, value, quality]) => ({ component, quantity, value, quality }),
        ),
      })),
      next: rows.length > query.limit && last ? `${last.at}/${last.part}` : null,
    };
  };
};

/** A page was asked after something that is no position of this store. */
export class PositionError extends Error {}

/** Takes `<milliseconds>/<id or part>` apart. @throws PositionError for another text */
const splitPosition = (position: string): readonly [at: number, rest: string] => {
  const [, at, rest] = /^(-?\d{1,16})\/(.{1,64})$/.exec(position) ?? [];
  if (at === undefined || rest === undefined || !Number.isSafeInteger(Number(at)))
    throw new PositionError(`page: ${JSON.stringify(position)} is no position`);
  return [Number(at), rest];
};

const partOf = (text: string): number => {
  const part = Number(text);
  if (!Number.isInteger(part)) throw new PositionError(`readings: ${JSON.stringify(text)} is no position`);
  return part;
};
