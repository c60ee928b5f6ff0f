import type { DatabaseSync } from "node:sqlite";
import type {
  DestinationState,
  LaneState,
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

/** What is kept of a way. */
type Fare = Pick<LaneState, "fails" | "nextAt" | "lastOkAt" | "lastError">;

/** Both ways as one: what fails, and is tried next, speaks for it. */
const together = (both: readonly Fare[]): Fare => {
  const [next] = both.filter(({ fails }) => fails > 0).sort((a, b) => a.nextAt - b.nextAt);
  const oks = both.flatMap(({ lastOkAt }) => (lastOkAt === null ? [] : [lastOkAt]));
  return {
    fails: Math.max(...both.map(({ fails }) => fails)),
    nextAt: next?.nextAt ?? (0 as LaneState["nextAt"]),
    lastOkAt: oks.length === 0 ? null : (Math.max(...oks) as LaneState["nextAt"]),
    lastError: next?.lastError ?? null,
  };
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
    "SELECT dead, kind, count(*) AS n FROM outbox WHERE tenant = ? AND destination = ? GROUP BY dead, kind",
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
  const fare = database.prepare(
    `SELECT fails, next_at AS nextAt, last_ok_at AS lastOkAt, last_error AS lastError FROM destination_lane
     WHERE tenant = ? AND name = ? AND lane = ?`,
  );
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
  const fareOf = (tenant: string, name: string, lane: OutboxLane): Fare =>
    ({
      ...(fare.get(tenant, name, lane) ?? { fails: 0, nextAt: 0, lastOkAt: null, lastError: null }),
    }) as unknown as Fare;
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
    standing: (tenant: string, name: string, lane: OutboxLane): Standing | null => {
      const row = destination.get(tenant, name) as Row | undefined;
      if (!row) return null;
      const { fails, nextAt } = fareOf(tenant, name, lane);
      return { fails, nextAt, isOwing: owingOf(row).length > 0 };
    },
    destination: (tenant: string, name: string): DestinationState | null => {
      const row = destination.get(tenant, name) as Row | undefined;
      if (!row) return null;
      const counts = counted.all(tenant, name) as Row[];
      const sum = (rows: readonly Row[]): number => rows.reduce((all, { n }) => all + Number(n), 0);
      const toCome = owingOf(row).map((kind, n) => ({
        kind,
        n: Number(toOwe.get(kind)?.get(tenant, n === 0 ? String(row.owing_after) : "")?.n ?? 0),
      }));
      const laneOf = (lane: OutboxLane): LaneState => {
        const isOf = ({ kind }: Row): boolean => kindsOf[lane].includes(String(kind));
        const later = sum(toCome.filter(isOf));
        const sinces = kindsOf[lane].map((kind) => sinceOf(tenant, name, kind));
        return {
          ...fareOf(tenant, name, lane),
          pending: sum(counts.filter((one) => one.dead === 0 && isOf(one))) + later,
          oldestPendingAt: earliest([...sinces, later > 0 ? (row.owing_since as number) : undefined]),
        } as LaneState;
      };
      const lanes = { alarms: laneOf("alarms"), records: laneOf("records") };
      const both = [lanes.alarms, lanes.records];
      return {
        ...{ destination: name, lanes, ...together(both) },
        pending: lanes.alarms.pending + lanes.records.pending,
        oldestPendingAt: earliest(both.map(({ oldestPendingAt }) => oldestPendingAt ?? undefined)),
        dead: sum(counts.filter(({ dead }) => dead === 1)),
        refused: refused.all(tenant, name) as unknown as RefusedRow[],
      } as DestinationState;
    },
    debt: (tenant: string, name: string): OutboxDebt | null => {
      const row = destination.get(tenant, name) as Row | undefined;
      if (!row) return null;
      const owing = owingOf(row);
      const debtOf = (lane: OutboxLane) => {
        const isOwing = owing.some((kind) => kindsOf[lane].includes(kind));
        const sinces = kindsOf[lane].map((kind) => sinceOf(tenant, name, kind));
        const since = earliest([...sinces, isOwing ? (row.owing_since as number) : undefined]);
        return { since, lastOkAt: fareOf(tenant, name, lane).lastOkAt };
      };
      return { alarms: debtOf("alarms"), records: debtOf("records") } as OutboxDebt;
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
