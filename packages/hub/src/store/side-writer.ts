import type { DatabaseSync } from "node:sqlite";
import type { AccessWriter } from "./access-writer.ts";
import type { FeedWriter } from "./feed-writer.ts";
import type { Job } from "./message.ts";
import { recordKinds } from "./record-table.ts";
import { shardOf } from "./shard.ts";
import type { WebhookWriter } from "./webhook-writer.ts";

type SideJob = Exclude<Job, { readonly kind: "batch" }>;

/** Writes what is owed to destinations, and sweeps. Returns the job's value. */
export const createSideWriter = (
  database: DatabaseSync,
  feed: FeedWriter,
  access: AccessWriter,
  webhooks: WebhookWriter,
): ((job: SideJob) => unknown) => {
  const known = database.prepare("SELECT name FROM destination WHERE tenant = ?");
  const addDestination = database.prepare(
    `INSERT INTO destination VALUES (?, ?, ?, 0, 0, NULL, NULL)
     ON CONFLICT (tenant, name) DO UPDATE SET url = excluded.url`,
  );
  const dropDestination = database.prepare("DELETE FROM destination WHERE tenant = ? AND name = ?");
  const dropOwed = database.prepare("DELETE FROM outbox WHERE tenant = ? AND destination = ?");
  const owe = database.prepare(
    `INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, 0, NULL)
     ON CONFLICT (shard, tenant, destination, kind, id) DO NOTHING`,
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
  const failed = database.prepare(
    "UPDATE destination SET fails = fails + 1, next_at = ?, last_error = ? WHERE tenant = ? AND name = ?",
  );

  /** A new destination is owed every record that exists; a tombstone of what it never had is not owed. */
  const oweAll = (tenant: string, destination: string): void => {
    for (const kind of recordKinds) {
      const rows = database.prepare(`SELECT id, version, updated_at FROM ${kind} WHERE tenant = ? AND deleted = 0`);
      for (const row of rows.iterate(tenant)) {
        const { id, version, updated_at: since } = row as { id: string; version: number; updated_at: number };
        owe.run(shardOf(id), tenant, destination, kind, id, version, since);
      }
    }
  };

  return (job) => {
    switch (job.kind) {
      case "sweepItems":
        access.sweep(job.now);
        webhooks.sweep(job.now);
        return null;
      case "setDestinations": {
        const before = new Set(known.all(job.tenant).map((row) => String(row.name)));
        for (const { name, url } of job.destinations) {
          addDestination.run(job.tenant, name, url);
          if (!before.delete(name)) oweAll(job.tenant, name);
        }
        for (const name of before) {
          dropDestination.run(job.tenant, name);
          dropOwed.run(job.tenant, name);
        }
        feed.reset();
        return null;
      }
      case "settle":
        for (const { row, outcome, error } of job.results) {
          const key = [shardOf(row.id), job.tenant, job.destination, row.kind, row.id, row.version] as const;
          if (outcome === "sent") sent.run(...key);
          else dead.run(error ?? "refused", ...key);
        }
        worked.run(job.at, job.at, job.tenant, job.destination);
        return null;
      case "failed":
        failed.run(job.nextAt, job.error, job.tenant, job.destination);
        return null;
    }
  };
};
