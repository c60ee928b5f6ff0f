import type { DatabaseSync } from "node:sqlite";
import type { Destination, OutboxWrite } from "../ports/outbox.ts";
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
  failed(tenant: string, name: string, nextAt: number, error: string): void;
};

type Owing = { readonly owing: string; readonly owing_after: string; readonly owing_since: number };

/** Rows owed in one transaction: what existed before is owed in parts, so that no frame waits for a year of alarms. */
const PART = 2_000;

const kindsOf = (text: string): readonly RecordKind[] => recordKinds.filter((kind) => text.split(" ").includes(kind));

export const createOutboxWriter = (database: DatabaseSync, feed: FeedWriter): OutboxWriter => {
  const known = database.prepare("SELECT name FROM destination WHERE tenant = ?");
  const one = database.prepare("SELECT owing, owing_after, owing_since FROM destination WHERE tenant = ? AND name = ?");
  const put = database.prepare(
    `INSERT INTO destination (tenant, name, url, kinds, fails, next_at) VALUES (?, ?, ?, ?, 0, 0)
     ON CONFLICT (tenant, name) DO UPDATE SET url = excluded.url, kinds = excluded.kinds`,
  );
  const setOwing = database.prepare(
    "UPDATE destination SET owing = ?, owing_after = ?, owing_since = ? WHERE tenant = ? AND name = ?",
  );
  const atOnce = database.prepare("UPDATE destination SET next_at = 0 WHERE tenant = ? AND name = ?");
  const drop = database.prepare("DELETE FROM destination WHERE tenant = ? AND name = ?");
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
    "UPDATE destination SET fails = 0, next_at = ?, last_ok_at = ?, last_error = NULL WHERE tenant = ? AND name = ?",
  );
  const heard = database.prepare("UPDATE destination SET last_ok_at = ? WHERE tenant = ? AND name = ?");
  const failed = database.prepare(
    "UPDATE destination SET fails = fails + 1, next_at = ?, last_error = ? WHERE tenant = ? AND name = ?",
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
    dropOwed.run(tenant, name);
    feed.forgetDestinations(tenant);
  };
  const settle = (
    tenant: string,
    { name, at, results, keepsFails = false }: Extract<OutboxWrite, { readonly act: "settle" }>,
  ): void => {
    for (const { row, outcome, error } of results) {
      const key = [shardOf(row.id), tenant, name, row.kind, row.id, row.version] as const;
      if (outcome === "sent") sent.run(...key);
      else dead.run(error ?? "refused", ...key);
    }
    if (keepsFails) heard.run(at, tenant, name);
    else worked.run(at, at, tenant, name);
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
      }
    },
    setAll: (tenant, destinations, at) => {
      const before = new Set(known.all(tenant).map((row) => String(row.name)));
      for (const destination of destinations)
        set(tenant, destination, before.delete(destination.name) ? [] : destination.kinds, at);
      for (const name of before) remove(tenant, name);
    },
    oweMore,
    failed: (tenant, name, nextAt, error) => void failed.run(nextAt, error, tenant, name),
  };
};
