import type { DatabaseSync } from "node:sqlite";
import type {
  DestinationState,
  OutboxDebt,
  OutboxLane,
  OutboxRow,
  OwedRow,
  RefusedRow,
  Standing,
} from "../ports/outbox.ts";
import type { Page } from "../ports/records.ts";
import { PositionError } from "./page-query.ts";
import { recordKinds } from "./record-table.ts";
import { shardOf } from "./shard.ts";

/** Refused records shown with their reasons. */
const REFUSED_SHOWN = 20;

/** Alarms do not wait behind the records they refer to: a receiver parks them. */
const kindsOf: { readonly [L in OutboxLane]: readonly string[] } = {
  alarms: ["alarm"],
  records: recordKinds.filter((kind) => kind !== "alarm"),
};

type Row = { readonly [column: string]: unknown };
type Position = readonly [dead: number, kind: string, since: number, id: string];

const positionOf = (text: string): Position => {
  const [, dead, kind, since, id] = /^([01])\/([a-z]{1,16})\/(\d{1,16})\/(.{1,64})$/.exec(text) ?? [];
  if (kind === undefined || id === undefined) throw new PositionError(`outbox: ${JSON.stringify(text)} is no position`);
  return [Number(dead), kind, Number(since), id];
};

/** What is read of what is owed, as plain functions of plain arguments. */
export const createOutboxQueries = (database: DatabaseSync) => {
  const due = database.prepare(
    `SELECT kind, id, version, since FROM outbox
     WHERE tenant = ? AND destination = ? AND dead = 0 AND kind = ? AND since <= ? ORDER BY since, id LIMIT ?`,
  );
  const any = database.prepare("SELECT 1 AS n FROM outbox WHERE tenant = ? AND destination = ? AND dead = 0 LIMIT 1");
  const counted = database.prepare(
    "SELECT dead, count(*) AS n FROM outbox WHERE tenant = ? AND destination = ? GROUP BY dead",
  );
  const oldest = database.prepare(
    `SELECT since FROM outbox WHERE tenant = ? AND destination = ? AND dead = 0 AND kind = ?
     ORDER BY since, id LIMIT 1`,
  );
  const refused = database.prepare(
    `SELECT kind, id, version, since, error FROM outbox
     WHERE tenant = ? AND destination = ? AND dead = 1 ORDER BY since DESC, id LIMIT ${REFUSED_SHOWN}`,
  );
  const destination = database.prepare("SELECT * FROM destination WHERE tenant = ? AND name = ?");
  const rows = database.prepare(
    `SELECT kind, id, version, since, dead, error FROM outbox INDEXED BY outbox_due
     WHERE tenant = ? AND destination = ? AND dead BETWEEN ? AND ? AND (dead, kind, since, id) > (?, ?, ?, ?)
     ORDER BY dead, kind, since, id LIMIT ?`,
  );
  const owed = database.prepare(
    "SELECT dead FROM outbox WHERE shard = ? AND tenant = ? AND destination = ? AND kind = ? AND id = ?",
  );
  const toOwe = new Map(
    recordKinds.map((kind) => [
      kind as string,
      // The narrow index: records are wide, and this only counts.
      database.prepare(`SELECT count(*) AS n FROM ${kind} INDEXED BY ${kind}_updated WHERE tenant = ? AND id > ?`),
    ]),
  );
  const sinceOf = (tenant: string, name: string, kind: string): number | undefined =>
    oldest.get(tenant, name, kind)?.since as number | undefined;
  const earliest = (times: readonly (number | undefined)[]): number | null => {
    const known = times.filter((one) => one !== undefined);
    return known.length === 0 ? null : Math.min(...known);
  };
  const owingOf = (row: Row): readonly string[] => String(row.owing).split(" ").filter(Boolean);

  return {
    due: (tenant: string, name: string, lane: OutboxLane, limit: number, until: number): readonly OutboxRow[] => {
      // Mostly nothing is owed: one look then, not one for each kind.
      if (any.get(tenant, name) === undefined) return [];
      for (const kind of kindsOf[lane]) {
        const found = due.all(tenant, name, kind, until, limit);
        if (found.length > 0) return found.map((row) => ({ destination: name, ...row })) as unknown as OutboxRow[];
      }
      return [];
    },
    standing: (tenant: string, name: string): Standing | null => {
      const row = destination.get(tenant, name) as Row | undefined;
      return row
        ? ({ fails: row.fails, nextAt: row.next_at, isOwing: owingOf(row).length > 0 } as unknown as Standing)
        : null;
    },
    destination: (tenant: string, name: string): DestinationState | null => {
      const row = destination.get(tenant, name) as Row | undefined;
      if (!row) return null;
      const counts = counted.all(tenant, name) as Row[];
      const count = (dead: number): number => Number(counts.find((one) => one.dead === dead)?.n ?? 0);
      const toCome = owingOf(row).map((kind, n) =>
        Number(toOwe.get(kind)?.get(tenant, n === 0 ? String(row.owing_after) : "")?.n ?? 0),
      );
      const later = toCome.reduce((sum, n) => sum + n, 0);
      const sinces = recordKinds.map((kind) => sinceOf(tenant, name, kind));
      const laterSince = later > 0 ? (row.owing_since as number) : undefined;
      return {
        destination: name,
        fails: row.fails,
        nextAt: row.next_at,
        lastOkAt: row.last_ok_at,
        lastError: row.last_error,
        pending: count(0) + later,
        oldestPendingAt: earliest([...sinces, laterSince]),
        dead: count(1),
        refused: refused.all(tenant, name) as unknown as RefusedRow[],
      } as DestinationState;
    },
    debt: (tenant: string, name: string): OutboxDebt | null => {
      const row = destination.get(tenant, name) as Row | undefined;
      if (!row) return null;
      const others = recordKinds.filter((kind) => kind !== "alarm").map((kind) => sinceOf(tenant, name, kind));
      const laterSince = owingOf(row).length > 0 ? (row.owing_since as number) : undefined;
      return {
        lastOkAt: row.last_ok_at,
        alarmsSince: earliest([sinceOf(tenant, name, "alarm")]),
        recordsSince: earliest([...others, laterSince]),
      } as OutboxDebt;
    },
    owedRows: (
      tenant: string,
      name: string,
      query: { readonly state: "pending" | "refused" | null; readonly after: string | null; readonly limit: number },
    ): Page<OwedRow> => {
      const from = query.state === "refused" ? 1 : 0;
      const to = query.state === "pending" ? 0 : 1;
      const after: Position = query.after === null ? [-1, "", 0, ""] : positionOf(query.after);
      const found = rows.all(tenant, name, from, to, ...after, query.limit + 1) as Row[];
      const kept = found.slice(0, query.limit);
      const last = kept.at(-1);
      return {
        items: kept.map(({ kind, id, version, since, error }) => ({ kind, id, version, since, error })) as OwedRow[],
        next: found.length > query.limit && last ? `${last.dead}/${last.kind}/${last.since}/${last.id}` : null,
      };
    },
    owedOf: (tenant: string, name: string, kind: string, ids: readonly string[]): readonly string[] => {
      const row = destination.get(tenant, name) as Row | undefined;
      if (!row) return [];
      const owing = owingOf(row);
      const place = owing.indexOf(kind);
      const isToCome = (id: string): boolean => place > 0 || (place === 0 && id > String(row.owing_after));
      return ids.filter((id) => isToCome(id) || owed.get(shardOf(id), tenant, name, kind, id)?.dead === 0);
    },
  };
};
