import type { DatabaseSync } from "node:sqlite";
import type { Destination, OutboxLane, OutboxWrite } from "../ports/outbox.ts";
import type { RecordKind } from "../ports/records.ts";
import type { FeedWriter } from "./feed-writer.ts";
import { recordKinds } from "./record-table.ts";
import { shardOf } from "./shard.ts";

/** What is owed to destinations (共享待送). */
export type OutboxWriter = {
  write(tenant: string, write: OutboxWrite): void;
  /** Exactly these from now on. */ setAll(tenant: string, destinations: readonly Destination[], at: number): void;
  /** Owes the next part of what existed before; false when all of it is owed. */
  oweMore(tenant: string, name: string): boolean;
  failed(tenant: string, name: string, lane: OutboxLane, nextAt: number, error: string): void;
};

type Owing = { readonly owing: string; readonly owing_after: string; readonly owing_since: number };

/** Rows owed in one transaction: what existed before is owed in parts, so that no frame waits for a year of alarms. */
const PART = 2_000;

const kindsOf = (text: string): readonly RecordKind[] => recordKinds.filter((kind) => text.split(" ").includes(kind));

export const createOutboxWriter = (database: DatabaseSync, feed: FeedWriter): OutboxWriter => {
  const known = database.prepare("SELECT name FROM destination WHERE tenant = ?");
  const one = database.prepare("SELECT owing, owing_after, owing_since FROM destination WHERE tenant = ? AND name = ?");
  const put = database.prepare(
    `INSERT INTO destination (tenant, name, url, kinds) VALUES (?, ?, ?, ?)
     ON CONFLICT (tenant, name) DO UPDATE SET url = excluded.url, kinds = excluded.kinds`,
  );
  const setOwing = database.prepare(
    "UPDATE destination SET owing = ?, owing_after = ?, owing_since = ? WHERE tenant = ? AND name = ?",
  );
  const atOnce = database.prepare("UPDATE destination_lane SET next_at = 0 WHERE tenant = ? AND name = ?");
  const drop = database.prepare("DELETE FROM destination WHERE tenant = ? AND name = ?");
  const dropLanes = database.prepare("DELETE FROM destination_lane WHERE tenant = ? AND name = ?");
  const dropOwed = database.prepare("DELETE FROM outbox WHERE tenant = ? AND destination = ?");
  const dropKind = database.prepare("DELETE FROM outbox WHERE tenant = ? AND destination = ? AND kind = ?");
  const owe = database.prepare(
    `INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, 0, NULL)
     ON CONFLICT (shard, tenant, destination, kind, id) DO UPDATE SET dead = 0, error = NULL`,
  );
  const revive = database.prepare(
    "UPDATE outbox SET dead = 0, error = NULL WHERE tenant = ? AND destination = ? AND dead = 1",
  );
  const sent = database.prepare(
    "DELETE FROM outbox WHERE shard = ? AND tenant = ? AND destination = ? AND kind = ? AND id = ? AND version <= ?",
  );
  const dead = database.prepare(
    `UPDATE outbox SET dead = 1, error = ?
     WHERE shard = ? AND tenant = ? AND destination = ? AND kind = ? AND id = ? AND version <= ?`,
  );
  const worked = database.prepare(
    `INSERT INTO destination_lane SELECT tenant, name, ?, 0, 0, ?, NULL FROM destination WHERE tenant = ? AND name = ?
     ON CONFLICT (tenant, name, lane) DO UPDATE
     SET fails = 0, next_at = 0, last_ok_at = excluded.last_ok_at, last_error = NULL`,
  );
  const failed = database.prepare(
    `INSERT INTO destination_lane SELECT tenant, name, ?, 1, ?, NULL, ? FROM destination WHERE tenant = ? AND name = ?
     ON CONFLICT (tenant, name, lane) DO UPDATE
     SET fails = fails + 1, next_at = excluded.next_at, last_error = excluded.last_error`,
  );
  const calmed = database.prepare(
    "UPDATE destination_lane SET fails = 0, next_at = 0, last_error = NULL WHERE tenant = ? AND name = ? AND lane = ?",
  );
  const part = new Map(
    recordKinds.map((kind) => [
      kind,
      // A tombstone of what it never had is not owed.
      database.prepare(
        `SELECT id, version FROM ${kind} WHERE tenant = ? AND id > ? AND deleted = 0 ORDER BY id LIMIT ?`,
      ),
    ]),
  );
  const version = new Map(
    recordKinds.map((kind) => [kind, database.prepare(`SELECT version FROM ${kind} WHERE tenant = ? AND id = ?`)]),
  );

  const oweMore = (tenant: string, name: string): boolean => {
    const row = one.get(tenant, name) as Owing | undefined;
    let kinds = kindsOf(row?.owing ?? "");
    if (row === undefined || kinds.length === 0) return false;
    let after = row.owing_after;
    let left = PART;
    for (let [kind] = kinds; kind !== undefined && left > 0; [kind] = kinds) {
      const rows = (part.get(kind)?.all(tenant, after, left) ?? []) as { id: string; version: number }[];
      for (const { id, version: now } of rows) owe.run(shardOf(id), tenant, name, kind, id, now, row.owing_since);
      const isWhole = rows.length < left;
      if (isWhole) kinds = kinds.slice(1);
      after = isWhole ? "" : (rows.at(-1)?.id ?? "");
      left -= rows.length;
    }
    setOwing.run(kinds.join(" "), after, row.owing_since, tenant, name);
    return left < PART;
  };

  const set = (tenant: string, { name, url, kinds }: Destination, asked: readonly RecordKind[], at: number): void => {
    put.run(tenant, name, url, recordKinds.filter((kind) => kinds.includes(kind)).join(" "));
    for (const kind of recordKinds) if (!kinds.includes(kind)) dropKind.run(tenant, name, kind);
    const { owing, owing_after, owing_since } = one.get(tenant, name) as Owing;
    const before = kindsOf(owing);
    const after = recordKinds.filter((kind) => kinds.includes(kind) && (before.includes(kind) || asked.includes(kind)));
    const goesOn = asked.length === 0 && after[0] === before[0];
    setOwing.run(after.join(" "), goesOn ? owing_after : "", asked.length > 0 ? at : owing_since, tenant, name);
    if (asked.length > 0) {
      atOnce.run(tenant, name);
      // The first part at once: of a small hub that is all, and nothing that changes meanwhile goes twice.
      oweMore(tenant, name);
    }
    feed.forgetDestinations(tenant);
  };
  const remove = (tenant: string, name: string): void => {
    drop.run(tenant, name);
    dropLanes.run(tenant, name);
    dropOwed.run(tenant, name);
    feed.forgetDestinations(tenant);
  };
  const settle = (
    tenant: string,
    { name, at, results, answered }: Extract<OutboxWrite, { readonly act: "settle" }>,
  ): void => {
    for (const { row, outcome, error } of results) {
      const key = [shardOf(row.id), tenant, name, row.kind, row.id, row.version] as const;
      if (outcome === "sent") sent.run(...key);
      else dead.run(error ?? "refused", ...key);
    }
    if (answered !== undefined) worked.run(answered, at, tenant, name);
  };

  return {
    write: (tenant, write) => {
      switch (write.act) {
        case "set":
          return set(tenant, write.destination, write.owe, write.at);
        case "drop":
          return remove(tenant, write.name);
        case "owe": {
          const row = version.get(write.record)?.get(tenant, write.id);
          if (row === undefined || one.get(tenant, write.name) === undefined) return;
          owe.run(shardOf(write.id), tenant, write.name, write.record, write.id, Number(row.version), write.at);
          return;
        }
        case "retry":
          revive.run(tenant, write.name);
          atOnce.run(tenant, write.name);
          return;
        case "settle":
          return settle(tenant, write);
        case "calm":
          calmed.run(tenant, write.name, write.lane);
          return;
      }
    },
    setAll: (tenant, destinations, at) => {
      const before = new Set(known.all(tenant).map((row) => String(row.name)));
      for (const destination of destinations)
        set(tenant, destination, before.delete(destination.name) ? [] : destination.kinds, at);
      for (const name of before) remove(tenant, name);
    },
    oweMore,
    failed: (tenant, name, lane, nextAt, error) => void failed.run(lane, nextAt, error, tenant, name),
  };
};
