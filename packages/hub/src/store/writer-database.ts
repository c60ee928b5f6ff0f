import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { JsonObject, RecordKind } from "../ports/records.ts";
import { StoreError } from "../ports/store-error.ts";
import type { PutResult } from "../ports/write.ts";
import { createAccessWriter } from "./access-writer.ts";
import { createAlarmWriter } from "./alarm-writer.ts";
import { createChargingWriter } from "./charging-writer.ts";
import { createEraser } from "./eraser.ts";
import { createEvidenceWriter } from "./evidence-writer.ts";
import { createExpiryWriter } from "./expiry-writer.ts";
import { createFeedWriter } from "./feed-writer.ts";
import { createLatencyWriter } from "./latency-queries.ts";
import { createLatestWriter } from "./latest-writer.ts";
import { readLightBatch } from "./light-batch.ts";
import type { BatchResult, Job, JobResult, PackedJob, PackedWrite, WriterOptions } from "./message.ts";
import { createNoticeWriter } from "./notice-writer.ts";
import { createOutboxWriter } from "./outbox-writer.ts";
import { createPresenceWriter } from "./presence-writer.ts";
import { createReadingWriter } from "./reading-writer.ts";
import { createRecordWriter } from "./record-writer.ts";
import { createRoom, mayTakeReserve } from "./room.ts";
import { migrate } from "./schema.ts";
import { createSideWriter } from "./side-writer.ts";
import { createWebhookWriter } from "./webhook-writer.ts";

export type Writer = {
  readonly epoch: string;
  /**
   * One transaction for all; when one job fails, each job gets a transaction of its own, so that only it fails. When
   * room ends, jobs with an alarm still have their reserve.
   */
  run(packed: readonly PackedJob[], bytes: Uint8Array): readonly JobResult[];
  close(): void;
};

const freeBeside = (file: string) => (): number => {
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize;
};

/**
 * Opens the database for writing and brings its schema up to date.
 *
 * @param freeBytes - what the disk has left; default as the system says
 * @throws Error when it cannot
 */
export const openWriter = (options: WriterOptions, freeBytes = freeBeside(options.file)): Writer => {
  const { file, epoch, changes, undecodable, auditKey, alarms, maxPages } = options;
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 1000");
  database.exec("PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536");
  // What is replaced within a page that is written anyway is overwritten: a changed row leaves no older self behind (SEC-KEY-06).
  database.exec("PRAGMA secure_delete = FAST");
  migrate(database, epoch);
  const room = createRoom(database, freeBytes, maxPages);
  const feed = createFeedWriter(database, changes);
  const notices = createNoticeWriter(database);
  const records = createRecordWriter(
    database,
    feed,
    createPresenceWriter(database),
    createAlarmWriter(database, alarms),
    notices,
  );
  const evidence = createEvidenceWriter(database, undecodable);
  const readings = createReadingWriter(database);
  const latest = createLatestWriter(database);
  const charging = createChargingWriter(database);
  const latency = createLatencyWriter(database);
  const access = createAccessWriter(database, auditKey);
  const eraser = createEraser(database);
  const webhooks = createWebhookWriter(database);
  const outbox = createOutboxWriter(database, feed);
  const side = createSideWriter(outbox, access, webhooks, createExpiryWriter(database, readings, charging), readings);
  const sentVersion = database.prepare("INSERT OR REPLACE INTO sent_version VALUES (?, ?, ?, ?, ?, ?)");
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const rollback = database.prepare("ROLLBACK");

  const runBatch = (tenant: string, writes: readonly PackedWrite[], bytes: Uint8Array): BatchResult => {
    const puts: PutResult[] = [];
    for (const write of writes) {
      switch (write[0]) {
        case "frame":
          evidence.frame(tenant, write, slice(bytes, write[7]));
          break;
        case "reading":
          readings.append(tenant, write[1], write[4], write[5], slice(bytes, write[6]));
          if (write[7]) latest.put(tenant, write, slice(bytes, write[6]));
          break;
        case "session":
          charging.put(tenant, write[1], write[2]);
          break;
        case "latestNotAfter":
          latest.notAfter(tenant, write[1]);
          break;
        case "alarmTimes":
          latency(tenant, write[1], write[2]);
          break;
        case "state":
          evidence.state(tenant, write);
          break;
        case "dropState":
          evidence.dropState(tenant, write);
          break;
        case "undecodable":
          evidence.undecodable(tenant, write, slice(bytes, write[5]));
          break;
        case "stranger":
          evidence.stranger(tenant, write);
          break;
        case "dismiss":
          evidence.dismiss(tenant, write);
          break;
        case "claim": {
          const [, protocol, wireAddress, deviceId, unitId, at] = write;
          for (const { id, body } of evidence.claimed(tenant, protocol, wireAddress))
            records.put(tenant, "alarm", id, { ...claimedBody(body), deviceId, unitId }, at, "create", null);
          break;
        }
        case "put": {
          const [, kind, id, set, at, how, ifVersion, actor, handling] = write;
          if (ifVersion !== null) records.mustHave(tenant, kind as RecordKind, id, ifVersion);
          const body = JSON.parse(set) as JsonObject;
          puts.push(records.put(tenant, kind as RecordKind, id, body, at, how, actor, handling));
          break;
        }
        case "delete": {
          const [, kind, id, at, ifVersion, actor] = write;
          if (ifVersion !== null) records.mustHave(tenant, kind as RecordKind, id, ifVersion);
          puts.push(records.remove(tenant, kind as RecordKind, id, at, actor));
          break;
        }
        case "sent": {
          const [, kind, id, sender, version, updatedAt] = write;
          sentVersion.run(tenant, kind, id, sender, version, updatedAt);
          break;
        }
        case "erase": {
          const [, kind, id, at, actor] = write;
          const body = eraser.record(tenant, kind as RecordKind, id);
          if (body !== null) puts.push(records.put(tenant, kind as RecordKind, id, body, at, "replace", actor));
          break;
        }
        case "eraseActor":
          eraser.actor(tenant, write[1], write[2]);
          break;
        case "item":
          access.put(tenant, write);
          break;
        case "dropItem":
          access.drop(tenant, write);
          break;
        case "webhook":
          webhooks.act(tenant, write[1], write[2]);
          break;
        case "notice":
          notices.act(tenant, write[1]);
          break;
        case "outbox":
          outbox.write(tenant, write[1]);
          break;
        case "audit":
          access.audit(tenant, write[1]);
          break;
      }
    }
    records.settleParents();
    return { puts, head: feed.head(tenant) };
  };

  const runJob = (job: Job, bytes: Uint8Array): unknown =>
    job.kind !== "batch"
      ? side(job)
      : job.writes.some(([op]) => op === "erase" || op === "eraseActor")
        ? eraser.overwriting(() => runBatch(job.tenant, job.writes, bytes))
        : runBatch(job.tenant, job.writes, bytes);

  const transaction = (jobs: readonly Job[], bytes: Uint8Array): readonly JobResult[] => {
    try {
      begin.run();
      const results = jobs.map((job): JobResult => ({ ok: true, value: runJob(job, bytes) }));
      evidence.trim();
      feed.finish();
      commit.run();
      return results;
    } catch (error) {
      // SQLite ends the transaction itself on some failures, such as a full disk.
      if (database.isTransaction) rollback.run();
      feed.reset();
      records.reset();
      evidence.reset();
      readings.reset();
      access.reset();
      notices.reset();
      throw error;
    }
  };

  const alone = (job: Job, bytes: Uint8Array): JobResult => {
    try {
      if (mayTakeReserve(job)) room.all();
      else room.ordinary();
      return transaction([job], bytes)[0] as JobResult;
    } catch (error) {
      return failure(error);
    }
  };

  return {
    epoch: String(database.prepare("SELECT value FROM meta WHERE name = 'epoch'").get()?.value),
    run: (packed, bytes) => {
      const jobs = packed.map((job) => (typeof job === "number" ? readLightBatch(bytes, job) : job));
      try {
        room.ordinary();
        return transaction(jobs, bytes);
      } catch (error) {
        const [only] = jobs;
        const again = jobs.length > 1 || (only !== undefined && isFull(error) && mayTakeReserve(only));
        return again ? jobs.map((job) => alone(job, bytes)) : [failure(error)];
      }
    },
    close: () => database.close(),
  };
};

const slice = (bytes: Uint8Array, [offset, length]: readonly [number, number]): Uint8Array =>
  bytes.subarray(offset, offset + length);

/** An unclaimed alarm as a record's body: its id is beside the body there. */
const claimedBody = (text: string): JsonObject => {
  const { id: _, ...body } = JSON.parse(text) as { id?: string } & JsonObject;
  return body;
};

const SQLITE_FULL = 13;
const isFull = (error: unknown): boolean => (error as { errcode?: number }).errcode === SQLITE_FULL;

const failure = (error: unknown): JobResult => {
  if (error instanceof StoreError) return { ok: false, code: error.code, message: error.message };
  const { message } = error as { message?: string };
  const code: StoreError["code"] = isFull(error) ? "full" : "failed";
  return { ok: false, code, message: message ?? String(error) };
};
