import { randomUUID } from "node:crypto";
import { defaultDueDays } from "../core/alarm-life-state.ts";
import type { AccessStore } from "../ports/access-store.ts";
import { promised } from "../ports/commit.ts";
import type { NoticeStore } from "../ports/notice-store.ts";
import type { DestinationState, Outbox, OutboxDebt, OutboxRow, Standing } from "../ports/outbox.ts";
import type { ReadingUpkeep } from "../ports/readings.ts";
import type { Expiry } from "../ports/retention.ts";
import type { Store } from "../ports/store.ts";
import type { WebhookStore } from "../ports/webhook-store.ts";
import { createChangeTicks } from "./change-ticks.ts";
import { createFoundItems } from "./found-items.ts";
import type { AlarmRules } from "./message.ts";
import { noticesBy } from "./notice-reads.ts";
import { openReaderClient } from "./reader-client.ts";
import { type StartThread, startThread } from "./thread.ts";
import { openWriterClient } from "./writer-client.ts";

export type SqliteStoreOptions = {
  /** Path of the database; made when missing. */ readonly file: string;
  /** Changes kept in the feed. */ readonly changes: number;
  /** Refused frames kept. */ readonly undecodable: number;
  /** Key of the audit chain, at least 32 bytes (SEC-AUD-04). */ readonly auditKey: Uint8Array;
  /** Default: every platform's alarms are dealt with elsewhere but the hub's own, in the times of the requirements. */
  readonly alarms?: AlarmRules;
  /** Upper bound of the file in pages of 4 KiB; default what the disk has. The last of it is for alarms. */ readonly maxPages?: number;
  /** Told after each transaction: how many commits shared it, and its milliseconds. */
  readonly committed?: (jobs: number, ms: number) => void;
  /** What stands for the two threads and for `setImmediate`: a simulation has its own. */
  readonly threads?: StartThread;
  readonly soon?: (run: () => void) => void;
};

/** The ports that one database serves. Closing the store closes all. */
export type SqliteStore = {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly access: AccessStore;
  readonly webhooks: WebhookStore;
  readonly notices: NoticeStore;
  readonly expiry: Expiry;
  readonly readings: ReadingUpkeep;
};

/**
 * Opens the embedded store: one thread that writes, one that reads.
 *
 * @throws StoreError failed when the file cannot be opened or was written by a later release
 */
export const openSqliteStore = async ({
  file,
  changes,
  undecodable,
  auditKey,
  alarms = { platformCode: "", due: defaultDueDays },
  maxPages = 0,
  committed = () => {},
  threads = startThread,
  soon = setImmediate,
}: SqliteStoreOptions): Promise<SqliteStore> => {
  const writer = await openWriterClient(
    { file, epoch: randomUUID(), changes, undecodable, auditKey, alarms, maxPages },
    committed,
    threads,
    soon,
  );
  const reader = openReaderClient(file, threads);
  const found = createFoundItems();
  const ticks = createChangeTicks();

  const commitThen: Store["commitThen"] = (batch, done) => {
    if (ticks.isHarmless(batch)) return writer.batch(batch, done);
    found.changed(batch.writes);
    const written = ticks.begun(batch);
    writer.batch(batch, (error, receipt) => {
      written();
      found.changed(batch.writes);
      done(error, receipt);
    });
  };

  const store: Store = {
    commit: promised(commitThen),
    commitThen,
    record: (tenant, kind, id) => reader.ask("record", tenant, kind, id) as ReturnType<Store["record"]>,
    records: (tenant, kind, ids) => reader.ask("records", tenant, kind, ids) as ReturnType<Store["records"]>,
    sentVersion: (tenant, kind, id, sender) =>
      reader.ask("sentVersion", tenant, kind, id, sender) as ReturnType<Store["sentVersion"]>,
    page: (tenant, query) => reader.ask("page", tenant, query) as ReturnType<Store["page"]>,
    inOrder: (tenant, query) => reader.ask("inOrder", tenant, query) as ReturnType<Store["inOrder"]>,
    digests: (tenant, query) => reader.ask("digests", tenant, query) as ReturnType<Store["digests"]>,
    readings: (tenant, query) => reader.ask("readings", tenant, query) as ReturnType<Store["readings"]>,
    readingSeries: (tenant, query) => reader.ask("readingSeries", tenant, query) as ReturnType<Store["readingSeries"]>,
    latestReadings: (tenant, devices, until) =>
      reader.ask("latestReadings", tenant, devices, until ?? Number.MAX_SAFE_INTEGER) as ReturnType<
        Store["latestReadings"]
      >,
    changes: (tenant, after, limit) => reader.ask("changes", tenant, after, limit) as ReturnType<Store["changes"]>,
    history: (tenant, kind, id, page) => reader.ask("history", tenant, kind, id, page) as ReturnType<Store["history"]>,
    presenceChanges: (tenant, query) =>
      reader.ask("presenceChanges", tenant, query) as ReturnType<Store["presenceChanges"]>,
    presenceMarks: (tenant, devices, from) =>
      reader.ask("presenceMarks", tenant, devices, from) as ReturnType<Store["presenceMarks"]>,
    presenceCounts: (tenant) => reader.ask("presenceCounts", tenant) as ReturnType<Store["presenceCounts"]>,
    presenceFigures: (tenant, query) =>
      reader.ask("presenceFigures", tenant, query) as ReturnType<Store["presenceFigures"]>,
    unitsWith: (tenant, type) => reader.ask("unitsWith", tenant, type) as ReturnType<Store["unitsWith"]>,
    feed: (tenant) => reader.ask("feed", tenant) as ReturnType<Store["feed"]>,
    registered: (tenant) => reader.ask("registered", tenant) as ReturnType<Store["registered"]>,
    components: (tenant, deviceId) => reader.ask("components", tenant, deviceId) as ReturnType<Store["components"]>,
    deviceStates: (tenant) => reader.ask("deviceStates", tenant) as ReturnType<Store["deviceStates"]>,
    deviceState: (tenant, key) => reader.ask("deviceState", tenant, key) as ReturnType<Store["deviceState"]>,
    strangers: (tenant, limit) => reader.ask("strangers", tenant, limit) as ReturnType<Store["strangers"]>,
    undecodable: (tenant, limit) => reader.ask("undecodable", tenant, limit) as ReturnType<Store["undecodable"]>,
    stranger: (tenant, protocol, wireAddress) =>
      reader.ask("stranger", tenant, protocol, wireAddress) as ReturnType<Store["stranger"]>,
    refusedFrame: (tenant, id) => reader.ask("refusedFrame", tenant, id) as ReturnType<Store["refusedFrame"]>,
    frames: (tenant, query) => reader.ask("frames", tenant, query) as ReturnType<Store["frames"]>,
    frame: (tenant, id) => reader.ask("frame", tenant, id) as ReturnType<Store["frame"]>,
    alarmEntries: (tenant, id, after, limit) =>
      reader.ask("alarmEntries", tenant, id, after, limit) as ReturnType<Store["alarmEntries"]>,
    alarmGroups: (tenant, rootIds) => reader.ask("alarmGroups", tenant, rootIds) as ReturnType<Store["alarmGroups"]>,
    alarmTallies: (tenant, now) => reader.ask("alarmTallies", tenant, now) as ReturnType<Store["alarmTallies"]>,
    alarmsDue: (tenant, now, limit) => reader.ask("alarmsDue", tenant, now, limit) as ReturnType<Store["alarmsDue"]>,
    alarmsDueAt: (tenant) => reader.ask("alarmsDueAt", tenant) as ReturnType<Store["alarmsDueAt"]>,
    alarmFigures: (tenant, query) => reader.ask("alarmFigures", tenant, query) as ReturnType<Store["alarmFigures"]>,
    alarmsOfCell: (tenant, query) => reader.ask("alarmsOfCell", tenant, query) as ReturnType<Store["alarmsOfCell"]>,
    alarmQuality: (tenant, query) => reader.ask("alarmQuality", tenant, query) as ReturnType<Store["alarmQuality"]>,
    latencyFigures: (tenant, query) =>
      reader.ask("latencyFigures", tenant, query) as ReturnType<Store["latencyFigures"]>,
    session: (tenant, id) => reader.ask("session", tenant, id) as ReturnType<Store["session"]>,
    sessions: (tenant, query) => reader.ask("sessions", tenant, query) as ReturnType<Store["sessions"]>,
    chargingUnits: (tenant, after, limit) =>
      reader.ask("chargingUnits", tenant, after, limit) as ReturnType<Store["chargingUnits"]>,
    chargingPorts: (tenant, units) => reader.ask("chargingPorts", tenant, units) as ReturnType<Store["chargingPorts"]>,
    chargingFigures: (tenant, query) =>
      reader.ask("chargingFigures", tenant, query) as ReturnType<Store["chargingFigures"]>,
    freshness: (tenant) => reader.ask("freshness", tenant) as ReturnType<Store["freshness"]>,
    figures: (tenant) => reader.ask("figures", tenant) as ReturnType<Store["figures"]>,
    ticks,
    close: async () => {
      // The writer last: whoever closes a database last folds its log into it.
      await reader.close();
      await writer.close();
    },
  };

  const known = <T>(destination: string, found: T | null): T => {
    if (found === null) throw new RangeError(`outbox: ${destination} is no destination`);
    return found;
  };
  const outbox: Outbox = {
    setDestinations: async (tenant, destinations, at) => {
      await writer.side({ kind: "setDestinations", tenant, destinations: [...destinations], at });
    },
    next: async (tenant, destination, lane, limit, until) =>
      (await reader.ask("due", tenant, destination, lane, limit, until)) as readonly OutboxRow[],
    oweMore: async (tenant, destination) => (await writer.side({ kind: "oweMore", tenant, destination })) as boolean,
    failed: async (tenant, destination, lane, nextAt, error) => {
      await writer.side({ kind: "failed", tenant, destination, lane, nextAt, error });
    },
    standing: async (tenant, destination, lane) =>
      known(destination, (await reader.ask("standing", tenant, destination, lane)) as Standing | null),
    state: async (tenant, destination) =>
      known(destination, (await reader.ask("destination", tenant, destination)) as DestinationState | null),
    debt: async (tenant, destination) =>
      known(destination, (await reader.ask("debt", tenant, destination)) as OutboxDebt | null),
    rows: (tenant, destination, query) =>
      reader.ask("owedRows", tenant, destination, query) as ReturnType<Outbox["rows"]>,
    owedOf: (tenant, destination, kind, ids) =>
      reader.ask("owedOf", tenant, destination, kind, ids) as ReturnType<Outbox["owedOf"]>,
  };

  const access: AccessStore = {
    item: (tenant, kind, id) => reader.ask("accessItem", tenant, kind, id) as ReturnType<AccessStore["item"]>,
    find: (kind, lookup) =>
      found.find(kind, lookup, () => reader.ask("accessFind", kind, lookup) as ReturnType<AccessStore["find"]>),
    items: (tenant, kind, after, limit) =>
      reader.ask("accessItems", tenant, kind, after, limit) as ReturnType<AccessStore["items"]>,
    count: async (tenant, kind) => (await reader.ask("accessCount", tenant, kind)) as number,
    tenants: () => reader.ask("tenants") as ReturnType<AccessStore["tenants"]>,
    sweep: async (now) => {
      // Each part is a transaction of its own: between them frames are committed.
      while (Number(await ticks.aroundAny(() => writer.side({ kind: "sweepItems", now }))) > 0);
    },
    audit: (tenant, query) => reader.ask("audit", tenant, query) as ReturnType<AccessStore["audit"]>,
  };

  const webhooks: WebhookStore = {
    states: () => reader.ask("webhookStates") as ReturnType<WebhookStore["states"]>,
    state: (tenant, id) => reader.ask("webhookState", tenant, id) as ReturnType<WebhookStore["state"]>,
    due: (tenant, id, now, limit, tests) =>
      reader.ask("dueDeliveries", tenant, id, now, limit, tests) as ReturnType<WebhookStore["due"]>,
    nextDue: (tenant, id, tests) => reader.ask("nextDue", tenant, id, tests) as ReturnType<WebhookStore["nextDue"]>,
    deliveries: (tenant, id, query) =>
      reader.ask("deliveries", tenant, id, query) as ReturnType<WebhookStore["deliveries"]>,
    delivery: (tenant, id, eventId) =>
      reader.ask("delivery", tenant, id, eventId) as ReturnType<WebhookStore["delivery"]>,
  };
  const expiry: Expiry = {
    expire: async (part) =>
      (await ticks.aroundAny(() => writer.side({ kind: "expire", part }))) as Awaited<ReturnType<Expiry["expire"]>>,
  };
  const readings: ReadingUpkeep = {
    pack: async (now, isAll) => (await writer.side({ kind: "packReadings", now, isAll })) === true,
  };
  return { store, outbox, access, webhooks, notices: noticesBy(reader), expiry, readings };
};
