import type { DatabaseSync } from "node:sqlite";
import type { JsonObject, RecordKind } from "../ports/records.ts";
import { createAccessQueries } from "./access-queries.ts";
import { createAlarmCellQueries } from "./alarm-cell-queries.ts";
import { createAlarmFigureQueries } from "./alarm-figure-queries.ts";
import { createAlarmQueries } from "./alarm-queries.ts";
import { createChargingQueries } from "./charging-queries.ts";
import { createEvidenceQueries } from "./evidence-queries.ts";
import { FEED } from "./feed-writer.ts";
import { createLatencyQueries } from "./latency-queries.ts";
import { createLatestQueries } from "./latest-queries.ts";
import { createNoticeQueries } from "./notice-queries.ts";
import { createOrderedQueries } from "./ordered-queries.ts";
import { createOutboxQueries } from "./outbox-queries.ts";
import { createPageQuery, type RecordColumns, storedRecord } from "./page-query.ts";
import { createPlaceFigureQueries } from "./place-figure-queries.ts";
import { createPresenceQueries } from "./presence-queries.ts";
import { createReadingSource, createReadingsQuery } from "./reading-queries.ts";
import { createReadingSeriesQuery } from "./reading-series.ts";
import { recordKinds } from "./record-table.ts";
import { shardOf } from "./shard.ts";
import { createWebhookQueries } from "./webhook-queries.ts";

type Row = { readonly [column: string]: unknown };

/** Everything that is read, as plain functions of plain arguments: they are called from another thread. */
export const createQueries = (database: DatabaseSync) => {
  const all = (sql: string): ((...args: (string | number | Uint8Array)[]) => Row[]) => {
    const statement = database.prepare(sql);
    return (...args) => statement.all(...args) as Row[];
  };
  const record = Object.fromEntries(
    recordKinds.map((kind) => [
      kind,
      all(
        `SELECT id, body, version, updated_at, deleted, edited${kind === "alarm" ? ", handling" : ""} FROM ${kind} WHERE tenant = ? AND id = ?`,
      ),
    ]),
  );
  const sentVersion = all(
    `SELECT version, updated_at AS updatedAt FROM sent_version WHERE tenant = ? AND kind = ? AND id = ? AND sender = ?`,
  );
  // In one statement, so that what one page of the database holds is read once.
  const records = Object.fromEntries(
    recordKinds.map((kind) => [
      kind,
      all(
        `SELECT id, body, version, updated_at, deleted, edited${kind === "alarm" ? ", handling" : ""} FROM ${kind}
         WHERE tenant = ? AND id IN (SELECT value FROM json_each(?))`,
      ),
    ]),
  );
  const changes = all("SELECT * FROM change WHERE tenant = ? AND feed = ? AND position > ? ORDER BY position LIMIT ?");
  const perKind = (sql: (kind: RecordKind) => string) =>
    Object.fromEntries(recordKinds.map((kind) => [kind, all(sql(kind))]));
  const alive = perKind((kind) => `SELECT count(*) AS n FROM ${kind} WHERE tenant = ? AND deleted = 0`);
  const newest = perKind(
    (kind) => `SELECT max(updated_at) AS at FROM ${kind} INDEXED BY ${kind}_updated WHERE tenant = ?`,
  );
  const history = all(
    `SELECT version, at, deleted, body, actor FROM change INDEXED BY change_record
     WHERE tenant = ? AND kind = ? AND kind <> 'alarm' AND id = ? AND version < ? AND at < ? ORDER BY version DESC LIMIT ?`,
  );
  const feed = all("SELECT head, oldest FROM feed WHERE tenant = ? AND feed = ?");
  const epoch = all("SELECT value FROM meta WHERE name = 'epoch'");
  const registered = all("SELECT id, body FROM device WHERE tenant = ? AND wire_address <> '' AND deleted = 0");
  const components = all(
    "SELECT id, device_id, component_key, body FROM component WHERE tenant = ? AND component_key <> '' AND deleted = 0",
  );
  const componentsOf = all(
    `SELECT id, device_id, component_key, body FROM component INDEXED BY component_device_id
     WHERE tenant = ? AND device_id = ? AND component_key <> '' AND deleted = 0`,
  );
  const states = all("SELECT key, state FROM device_state WHERE shard BETWEEN 0 AND 255 AND tenant = ?");
  const state = all("SELECT key, state FROM device_state WHERE shard = ? AND tenant = ? AND key = ?");
  const counts = Object.fromEntries(
    [...recordKinds, "stranger", "unclaimed_alarm", "undecodable", "outbox"].map((table) => [
      table,
      all(`SELECT count(*) AS n FROM ${table} WHERE tenant = ?`),
    ]),
  );
  const readings = createReadingSource(database);
  const pages = all("SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()");

  const componentRow = ({ id, device_id, component_key, body }: Row) => ({
    id,
    deviceId: device_id,
    componentKey: component_key,
    status: String((JSON.parse(body as string) as JsonObject).status),
  });
  const stateRow = (row: Row) => ({ key: row.key, state: JSON.parse(row.state as string) as JsonObject });

  return {
    record: (tenant: string, kind: RecordKind, id: string) => {
      const row = record[kind]?.(tenant, id)[0];
      return row ? { ...storedRecord(kind, row as RecordColumns), editedVersion: row.edited } : null;
    },
    sentVersion: (tenant: string, kind: RecordKind, id: string, sender: string) => {
      const row = sentVersion(tenant, kind, id, sender)[0];
      return row ? { ...row } : null;
    },
    records: (tenant: string, kind: RecordKind, ids: readonly string[]) => {
      const rows = records[kind]?.(tenant, JSON.stringify(ids)) ?? [];
      const found = new Map(
        rows.map((row) => [row.id, { ...storedRecord(kind, row as RecordColumns), editedVersion: row.edited }]),
      );
      return ids.map((id) => found.get(id) ?? null);
    },
    page: createPageQuery(database),
    readings: createReadingsQuery(readings),
    readingSeries: createReadingSeriesQuery(database, readings),
    changes: (tenant: string, after: number, limit: number) =>
      changes(tenant, FEED, after, limit).map((row) => ({
        position: row.position,
        kind: row.kind,
        id: row.id,
        version: row.version,
        at: row.at,
        record: storedRecord(row.kind as RecordKind, { ...row, updated_at: row.at } as unknown as RecordColumns),
      })),
    history: (
      tenant: string,
      kind: string,
      id: string,
      { before, until, limit }: { before: number | null; until: number | null; limit: number },
    ) =>
      history(tenant, kind, id, before ?? Number.MAX_SAFE_INTEGER, until ?? Number.MAX_SAFE_INTEGER, limit).map(
        (row) => ({
          version: row.version,
          at: row.at,
          deleted: row.deleted === 1,
          body: JSON.parse(row.body as string),
          by: row.actor === null ? null : JSON.parse(row.actor as string),
        }),
      ),
    feed: (tenant: string) => ({
      epoch: epoch()[0]?.value,
      head: feed(tenant, FEED)[0]?.head ?? 0,
      oldest: feed(tenant, FEED)[0]?.oldest ?? 1,
    }),
    registered: (tenant: string) =>
      registered(tenant).map(({ id, body }) => {
        const device = JSON.parse(body as string) as JsonObject;
        return { protocol: device.protocol ?? "", wireAddress: device.wireAddress, deviceId: id, body: device };
      }),
    components: (tenant: string, deviceId: string | null) =>
      (deviceId === null ? components(tenant) : componentsOf(tenant, deviceId)).map(componentRow),
    deviceStates: (tenant: string) => states(tenant).map(stateRow),
    deviceState: (tenant: string, name: string) => state(shardOf(name), tenant, name).map(stateRow)[0] ?? null,
    freshness: (tenant: string) =>
      recordKinds.map((kind) => ({
        kind,
        count: Number(alive[kind]?.(tenant)[0]?.n ?? 0),
        lastChangedAt: newest[kind]?.(tenant)[0]?.at ?? null,
      })),
    figures: (tenant: string) => ({
      ...Object.fromEntries(
        Object.entries(counts).map(([table, count]) => [`${camel(table)}Rows`, Number(count(tenant)[0]?.n)]),
      ),
      databaseBytes: Number(pages()[0]?.bytes),
    }),
    ...createAccessQueries(database),
    ...createEvidenceQueries(database),
    ...createPresenceQueries(database),
    ...createPlaceFigureQueries(database),
    ...createLatestQueries(database, readings),
    ...createWebhookQueries(database),
    ...createNoticeQueries(database),
    ...createOutboxQueries(database),
    ...createOrderedQueries(database),
    ...createAlarmQueries(database),
    ...createAlarmCellQueries(database),
    ...createAlarmFigureQueries(database),
    ...createLatencyQueries(database),
    ...createChargingQueries(database),
  };
};

export type Queries = ReturnType<typeof createQueries>;

const camel = (table: string): string => table.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
