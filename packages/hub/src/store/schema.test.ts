import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Instant, tenantId } from "@dianan/model";
import { afterAll, expect, test } from "vitest";
import { packedReadings } from "./schema/13-packed-readings.ts";
import { destinationLanes } from "./schema/22-destination-lanes.ts";
import { steps } from "./schema/steps.ts";
import { migrate } from "./schema.ts";
import { shardOf } from "./shard.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const folder = mkdtempSync(join(tmpdir(), "dianan-schema-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tenant = tenantId("t1");
const AT = 1_764_000_000_000;
const DAY = 86_400_000;
/** The schema before alarms had a life. */
const beforeLives = (): number => {
  for (let version = 1; ; version += 1) {
    const database = new DatabaseSync(":memory:");
    migrate(database, "epoch", version);
    if (database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'alarm_entry'").get()) return version - 1;
  }
};

test("alarms of an older database get a life: what stood is due, what was cleared is closed", async () => {
  const file = join(folder, "old.db");
  const old = new DatabaseSync(file);
  migrate(old, "epoch-1", beforeLives());
  const device = old.prepare(
    "INSERT INTO device (tenant, id, body, version, updated_at, deleted, unit_id, operator_id, presence, status, wire_address) VALUES ('t1', ?, ?, 1, 0, 0, 'u1', '', '', '', '')",
  );
  device.run("pile", JSON.stringify({ type: "chargingPile" }));
  const alarm = old.prepare(
    "INSERT INTO alarm (tenant, id, body, version, updated_at, deleted, received_at, device_id, unit_id, state, class) VALUES ('t1', ?, ?, 2, ?, ?, ?, ?, 'u1', ?, ?)",
  );
  const give = (id: string, deviceId: string, state: string, kind: string, deleted = 0) => {
    const body = JSON.stringify({ deviceId, state, class: kind, type: "residualCurrentOver" });
    alarm.run(id, body, AT + 5, deleted, AT, deviceId, state, kind);
  };
  give("stands", "d1", "raised", "alarm");
  give("charges", "pile", "raised", "fault");
  give("over", "d1", "cleared", "alarm");
  give("silent", "d1", "raised", "offline");
  give("deleted", "d1", "raised", "alarm", 1);
  old.prepare("INSERT INTO change VALUES ('t1', 0, 1, 'alarm', 'stands', 2, 0, 0, '{}', NULL)").run();
  old.close();

  const { store } = await openSqliteStore({ file, changes: 100, undecodable: 10, auditKey: new Uint8Array(32) });
  const life = async (id: string) => (await store.record(tenant, "alarm", id))?.life;
  expect(await life("stands")).toMatchObject({ stage: "unacknowledged", dueAt: AT + 7 * DAY, closure: null });
  expect(await life("charges")).toMatchObject({ stage: "unacknowledged", dueAt: AT + 3 * DAY });
  expect(await life("over")).toMatchObject({
    stage: "closed",
    dueAt: null,
    closure: { at: AT + 5, hasCleared: false },
  });
  expect(await life("silent")).toMatchObject({ stage: "unacknowledged", dueAt: null });
  expect((await store.alarmEntries(tenant, "over", null, 10)).items).toMatchObject([{ kind: "raised", at: AT }]);
  expect(await store.alarmsDue(tenant, (AT + 8 * DAY) as Instant, 10)).toEqual(["charges", "stands"]);
  expect((await store.alarmTallies(tenant, AT as Instant)).map((row) => [row.class, row.shown]).sort()).toEqual([
    ["alarm", 1],
    ["fault", 1],
    ["offline", 1],
  ]);
  const [change] = await store.changes(tenant, 0, 10);
  expect(change?.record.life).toBe(undefined);
  // A device's word after the change of schema makes a version only when it says something new.
  const merge = { kind: "put", record: "alarm", id: "stands", set: {}, at: AT as Instant, how: "merge" } as const;
  expect((await store.commit({ tenant, writes: [merge] })).puts).toMatchObject([{ status: "unchanged", version: 2 }]);
  await store.close();
});

test("EF-4.1: readings of an older database are packed: every value, its place and its summaries", async () => {
  const file = join(folder, "readings.db");
  const old = new DatabaseSync(file);
  migrate(old, "epoch-1", steps.indexOf(packedReadings));
  const insert = old.prepare("INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?, ?)");
  const HOUR = 3_600_000;
  old.exec("BEGIN");
  for (let n = 0; n < 3_000; n += 1) {
    const device = `d${n % 3}`;
    const measured: [string | null, string, number, string][] = [[null, "temperature", 200 + n, "good"]];
    if (n % 5 === 0) measured.push([`${device}:1`, "current", -n, n % 2 === 0 ? "good" : "uncertain"]);
    const row = [AT + n * 60_000, n % 4, AT + n * 60_000 + 250, JSON.stringify(measured)] as const;
    insert.run(shardOf(device), n % 2 === 0 ? "t1" : "t2", device, ...row);
  }
  old.exec("COMMIT");
  old.close();
  const { store } = await openSqliteStore({ file, changes: 100, undecodable: 10, auditKey: new Uint8Array(32) });
  for (const [name, odd] of [
    ["t1", 0],
    ["t2", 1],
  ] as const)
    for (const device of [0, 1, 2]) {
      const numbers = Array.from({ length: 3_000 }, (_, n) => n).filter((n) => n % 2 === odd && n % 3 === device);
      const deviceId = `d${device}`;
      const query = { deviceId, from: null, to: null, after: null, limit: 10_000 };
      const { items } = await store.readings(tenantId(name), query);
      expect(items.map(({ at, part, values }) => [at, part, values[0]?.value, values.length])).toEqual(
        numbers.map((n) => [AT + n * 60_000, n % 4, 200 + n, n % 5 === 0 ? 2 : 1]).reverse(),
      );
      const [from, to] = [AT - (AT % HOUR), AT + 60 * HOUR].map((at) => at as Instant) as [Instant, Instant];
      const ask = { deviceId, component: null, quantity: null, from, to: (to - (to % HOUR)) as Instant };
      const hours = await store.readingSeries(tenantId(name), { ...ask, stepMs: HOUR });
      const minutes = await store.readingSeries(tenantId(name), { ...ask, stepMs: 60_000 });
      const counts = (all: typeof hours) => all.map(({ steps: own }) => own.reduce((sum, { count }) => sum + count, 0));
      expect(counts(hours)).toEqual(counts(minutes));
      expect(counts(hours)[0]).toBe(numbers.length);
    }
  await store.close();
});

test("EF-N.5: what an older database knew of a destination is known of both its ways, and what it owes is owed", async () => {
  const file = join(folder, "destinations.db");
  const old = new DatabaseSync(file);
  migrate(old, "epoch-1", steps.indexOf(destinationLanes));
  const put = old.prepare(
    "INSERT INTO destination (tenant, name, url, fails, next_at, last_ok_at, last_error) VALUES ('t1', ?, 'https://city.example', ?, ?, ?, ?)",
  );
  put.run("away", 3, AT + 4_000, AT, "HTTP 503");
  put.run("new", 0, 0, null, null);
  const owe = old.prepare("INSERT INTO outbox VALUES (?, 't1', 'away', ?, 'x', 1, ?, 0, NULL)");
  for (const kind of ["alarm", "unit"]) owe.run(shardOf("x"), kind, AT);
  old.close();
  const { store, outbox } = await openSqliteStore({
    file,
    changes: 100,
    undecodable: 10,
    auditKey: new Uint8Array(32),
  });
  const lane = { fails: 3, nextAt: AT + 4_000, lastOkAt: AT, lastError: "HTTP 503", pending: 1, oldestPendingAt: AT };
  expect((await outbox.state(tenant, "away")).lanes).toEqual({ alarms: lane, records: lane });
  expect(await outbox.state(tenant, "new")).toMatchObject({ fails: 0, lastOkAt: null, lastError: null, pending: 0 });
  await expect(outbox.state(tenant, "nobody")).rejects.toThrow("no destination");
  await store.close();
});

test("a history is not changed", async () => {
  const file = join(folder, "history.db");
  const { store } = await openSqliteStore({ file, changes: 100, undecodable: 10, auditKey: new Uint8Array(32) });
  await store.commit({
    tenant,
    writes: [{ kind: "put", record: "alarm", id: "a", set: { class: "alarm" }, at: AT as Instant, how: "create" }],
  });
  await store.close();
  const database = new DatabaseSync(file);
  expect(() => database.exec("UPDATE alarm_entry SET at = 0")).toThrow("history is not changed");
  database.close();
});
