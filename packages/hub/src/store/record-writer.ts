import type { DatabaseSync, StatementSync } from "node:sqlite";
import { isDeepStrictEqual } from "node:util";
import type { JsonObject, RecordKind } from "../ports/records.ts";
import { StoreError } from "../ports/store-error.ts";
import type { PutResult } from "../ports/write.ts";
import { type AlarmWriter, alarmColumns } from "./alarm-writer.ts";
import type { FeedWriter } from "./feed-writer.ts";
import { figureColumns, figureValues } from "./figure-columns.ts";
import type { NoticeWriter } from "./notice-writer.ts";
import type { PresenceWriter } from "./presence-writer.ts";
import { createRecordColumns, findingColumns } from "./record-columns.ts";
import { columnOf, keptValue, recordKinds } from "./record-table.ts";

type Row = {
  readonly body: string;
  readonly version: number;
  readonly deleted: number;
  /** Version of the last change that was not the hub's own. */ readonly edited: number;
  /** JSON of a life, of alarms only. */ readonly handling?: string;
};
type Statements = {
  readonly select: StatementSync;
  readonly upsert: StatementSync;
  /** Where nothing by which it is found has changed: few indexes are touched. */ readonly rewrite: StatementSync;
  readonly count: StatementSync | null;
};

/** The member that counts children, by kind of the parent; derived here, whatever a body says. */
const childCount: {
  readonly [K in RecordKind]?: { readonly member: string; readonly child: RecordKind; readonly by: string };
} = {
  unit: { member: "deviceCount", child: "device", by: "unitId" },
  device: { member: "componentCount", child: "component", by: "deviceId" },
};
const parentOf: { readonly [K in RecordKind]?: { readonly kind: RecordKind; readonly by: string } } = {
  device: { kind: "unit", by: "unitId" },
  component: { kind: "device", by: "deviceId" },
};

export type RecordWriter = {
  put(
    tenant: string,
    kind: RecordKind,
    id: string,
    set: JsonObject,
    at: number,
    how: "replace" | "merge" | "create",
    /** JSON of a RecordActor; null: the hub itself. */ actor: string | null,
    /** JSON of an alarm's life and entries after an act; absent or null: none was made. */ handling?: string | null,
  ): PutResult;
  remove(tenant: string, kind: RecordKind, id: string, at: number, actor: string | null): PutResult;
  /** @throws StoreError conflict when somebody but the hub has changed the record since this version; 0: it must not be there */
  mustHave(tenant: string, kind: RecordKind, id: string, version: number): void;
  /** Brings the counts of touched parents up to date: once per batch, however many children it holds. */
  settleParents(): void;
  /** Forgets touched parents after a rollback. */ reset(): void;
};

/** Writes the five kinds of records, each change with its version, its place in the feed and what is owed of it. */
export const createRecordWriter = (
  database: DatabaseSync,
  feed: FeedWriter,
  presence: PresenceWriter,
  alarms: AlarmWriter,
  notices: Pick<NoticeWriter, "follow">,
): RecordWriter => {
  const statements = Object.fromEntries(recordKinds.map((kind) => [kind, prepare(database, kind)])) as {
    readonly [K in RecordKind]: Statements;
  };
  const columns = createRecordColumns(database);
  let touched = new Map<
    string,
    { readonly tenant: string; readonly kind: RecordKind; readonly id: string; readonly at: number }
  >();

  const touch = (tenant: string, kind: RecordKind, body: JsonObject, at: number): void => {
    const parent = parentOf[kind];
    if (!parent) return;
    const id = keptValue(body, parent.by);
    touched.set(`${tenant} ${parent.kind} ${id}`, { tenant, kind: parent.kind, id, at });
  };

  const write = (
    tenant: string,
    kind: RecordKind,
    id: string,
    body: JsonObject,
    version: number,
    at: number,
    deleted: boolean,
    actor: string | null,
    edited: number,
    /** What stood there alive, or null. */ before: JsonObject | null,
    /** JSON of an alarm's life, as it was and as it is. */ [lifeBefore, life]: readonly [
      string | undefined,
      string | undefined,
    ] = [undefined, undefined],
  ): void => {
    const text = JSON.stringify(body);
    const foundBy = (own: JsonObject, ownLife: string | undefined, isDeleted: boolean) => [
      ...columns.of(tenant, kind, own, id, at),
      ...alarms.columns(ownLife, isDeleted),
      ...figureValues(own, ownLife, at),
    ];
    const found = foundBy(body, life, deleted);
    const isFoundAlike = !deleted && before !== null && isSame(found, foundBy(before, lifeBefore, false));
    if (isFoundAlike) statements[kind].rewrite.run(text, version, at, edited, tenant, id);
    else statements[kind].upsert.run(tenant, id, text, version, at, deleted ? 1 : 0, edited, ...found);
    if (kind === "unit") columns.placeAlarms(tenant, id, body, before);
    if (kind === "device") presence.follow(tenant, id, version, at, deleted ? null : body, before);
    if (kind === "alarm") notices.follow(tenant, id, before === null ? undefined : lifeBefore, life, deleted, at);
    feed.append({ tenant, kind, id, version, at, deleted, body: text, handling: life ?? null, actor });
  };

  /** The body with its derived count: a platform's own idea of it is not ours. */
  const withCount = (tenant: string, kind: RecordKind, id: string, body: JsonObject): JsonObject => {
    const rule = childCount[kind];
    if (!rule) return body;
    const counted = statements[rule.child].count?.get(tenant, id);
    return { ...body, [rule.member]: Number(counted?.n ?? 0) };
  };

  const read = (tenant: string, kind: RecordKind, id: string): Row | undefined =>
    statements[kind].select.get(tenant, id) as Row | undefined;

  const put: RecordWriter["put"] = (tenant, kind, id, set, at, how, actor, handling = null) => {
    const row = read(tenant, kind, id);
    const alive = row !== undefined && row.deleted === 0;
    if (how === "merge" ? !alive : how === "create" && alive)
      return { record: kind, id, status: "unchanged", version: row?.version ?? 0 };
    const old = alive ? (JSON.parse(row.body) as JsonObject) : null;
    const body = withCount(tenant, kind, id, how === "merge" && old ? merged(old, set) : set);
    const life = kind === "alarm" ? alarms.next(tenant, alive ? row : null, old, body, at, actor, handling) : null;
    if (row && old && isDeepStrictEqual(old, body) && (life === null || life.text === row.handling))
      return { record: kind, id, status: "unchanged", version: row.version };
    const version = (row?.version ?? 0) + 1;
    // Of an alarm nothing is derived anew when it is replaced, so every change of it counts.
    const isOwnDoing = how === "merge" && actor === null && kind !== "alarm";
    const edited = isOwnDoing && row ? row.edited : version;
    write(tenant, kind, id, body, version, at, false, actor, edited, old, [row?.handling, life?.text]);
    if (life !== null) alarms.tell(tenant, id, version, life.entries);
    const parent = parentOf[kind];
    if (parent && (!old || keptValue(old, parent.by) !== keptValue(body, parent.by))) {
      touch(tenant, kind, body, at);
      if (old) touch(tenant, kind, old, at);
    }
    return { record: kind, id, status: old ? "updated" : "created", version };
  };

  return {
    put,
    remove: (tenant, kind, id, at, actor) => {
      const row = read(tenant, kind, id);
      if (!row || row.deleted === 1) return { record: kind, id, status: "unchanged", version: row?.version ?? 0 };
      const body = JSON.parse(row.body) as JsonObject;
      const lives = [row.handling, row.handling] as const;
      write(tenant, kind, id, body, row.version + 1, at, true, actor, row.version + 1, body, lives);
      touch(tenant, kind, body, at);
      return { record: kind, id, status: "updated", version: row.version + 1 };
    },
    mustHave: (tenant, kind, id, version) => {
      const row = read(tenant, kind, id);
      const isThere = row !== undefined && row.deleted === 0;
      if (isThere ? version < row.edited || version > row.version : version !== 0)
        throw new StoreError("conflict", `${kind} ${id} has version ${isThere ? row.version : 0}, not ${version}`);
    },
    settleParents: () => {
      const parents = touched;
      touched = new Map();
      // A merge of nothing counts again, and writes only when the count has changed.
      for (const { tenant, kind, id, at } of parents.values()) put(tenant, kind, id, {}, at, "merge", null);
      // A device that was counted has touched its unit again, which changes nothing more.
      touched.clear();
    },
    reset: () => touched.clear(),
  };
};

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((value, index) => value === b[index]);

const merged = (old: JsonObject, set: JsonObject): JsonObject => {
  const body: Record<string, unknown> = { ...old };
  for (const [member, value] of Object.entries(set))
    if (value === null) delete body[member];
    else body[member] = value;
  return body;
};

const prepare = (database: DatabaseSync, kind: RecordKind): Statements => {
  const columns = [
    ...["tenant", "id", "body", "version", "updated_at", "deleted", "edited", ...findingColumns(kind)],
    ...(kind === "alarm" ? [...alarmColumns, ...figureColumns] : []),
  ];
  const changing = columns.slice(2).map((column) => `${column} = excluded.${column}`);
  const parent = parentOf[kind];
  const life = kind === "alarm" ? ", handling" : "";
  return {
    select: database.prepare(`SELECT body, version, deleted, edited${life} FROM ${kind} WHERE tenant = ? AND id = ?`),
    upsert: database.prepare(
      `INSERT INTO ${kind} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})
       ON CONFLICT (tenant, id) DO UPDATE SET ${changing.join(", ")}`,
    ),
    rewrite: database.prepare(
      `UPDATE ${kind} SET body = ?, version = ?, updated_at = ?, edited = ? WHERE tenant = ? AND id = ?`,
    ),
    count: parent
      ? database.prepare(
          // Without statistics the planner would walk the whole tenant.
          `SELECT count(*) AS n FROM ${kind} INDEXED BY ${kind}_${columnOf(parent.by)}
           WHERE tenant = ? AND ${columnOf(parent.by)} = ? AND deleted = 0`,
        )
      : null,
  };
};
