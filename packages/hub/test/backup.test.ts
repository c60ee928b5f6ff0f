import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backupData, migrateFolder, restoreData, verifyData } from "../src/backup-data.ts";
import { databaseFaults, SCHEMA_VERSION } from "../src/store/database-file.ts";
import { migrate } from "../src/store/schema.ts";
import { MASTER, makeData, scratch } from "./backup-fixture.ts";
import { alarm, openTestHub, operator, putPlace } from "./http-fixture.ts";

const SLOW = { timeout: 60_000 };

let folder = scratch();
beforeEach(() => {
  folder = scratch();
});
afterEach(() => folder.remove());

/** Every row of what a restore would replace. */
const rowsIn = (dataDir: string): unknown => {
  const database = new DatabaseSync(join(dataDir, "hub.db"), { readOnly: true });
  const tables = ["operator", "change", "feed", "meta", "access", "audit"];
  const rows = tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all());
  database.close();
  return rows;
};
const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

test(
  "SEC-BAK-03, SEC-BAK-05: a hub that takes writes is backed up; restored, it is as it was at one instant; cursors of before are a 410",
  SLOW,
  async () => {
    let hub = await openTestHub();
    const data = { dataDir: hub.dataDir, masterKey: "" };
    try {
      await putPlace(hub);
      const uploaded = await hub.call("POST", "/api/v1/alarms", { items: [alarm] });
      expect(uploaded.status).toBe(200);
      // Writes go on while it is backed up.
      let isEnded = false;
      let written = 0;
      const writing = (async () => {
        while (!isEnded) {
          const body = { items: [{ ...operator, id: `op-live-${written}`, name: "并发" }] };
          await (await hub.call("POST", "/api/v1/operators", body)).body?.cancel();
          written += 1;
        }
      })();
      const report = await setTimeout(300).then(() => backupData(data, join(folder.path, "out")));
      expect(statSync(report.path).mode & 0o077).toBe(0);
      expect(verifyData(data, report.path, null).counts).toEqual(report.counts);

      const after = { items: [{ ...operator, id: "op-after", name: "备份之后" }] };
      expect((await hub.call("POST", "/api/v1/operators", after)).status).toBe(200);
      isEnded = true;
      await writing;
      const cursor = ((await (await hub.call("GET", "/api/v1/operators")).json()) as { feedCursor: string }).feedCursor;
      await expect(restoreData(data, report.path, false)).rejects.toMatchObject({ code: "in-use" });
      expect((await hub.call("GET", "/api/v1/operators/op-after")).status).toBe(200);

      await hub.hub.close();
      const asked = await restoreData(data, report.path, true);
      expect([asked.aside, (asked.before?.operator ?? 0) > (report.counts.operator ?? 0)]).toEqual([null, true]);
      const done = await restoreData(data, report.path, false);
      expect(existsSync(join(hub.dataDir, done.aside ?? "", "hub.db"))).toBe(true);
      hub = await hub.restart();
      expect((await hub.call("GET", "/api/v1/operators/op-after")).status).toBe(404);
      expect((await hub.call("GET", "/api/v1/alarms/al-1")).status).toBe(200);
      expect((await hub.call("GET", `/api/v1/changes?after=${cursor}`)).status).toBe(410);
      // It goes on from there, and its audit chain holds behind the restore.
      expect((await hub.call("POST", "/api/v1/operators", after)).status).toBe(200);
      const database = new DatabaseSync(join(hub.dataDir, "hub.db"), { readOnly: true });
      const entry = database.prepare("SELECT entry FROM audit WHERE act = 'backup.restore'").all();
      expect(entry).toHaveLength(1);
      expect(String(entry[0]?.entry)).toContain(report.header.id);
      expect(database.prepare("SELECT count(*) AS n FROM access WHERE kind = 'session'").get()).toEqual({ n: 0 });
      database.close();
      expect(hub.log.filter((line) => line.includes("chain"))).toEqual([]);
    } finally {
      await hub.end();
    }
  },
);

test(
  "SEC-BAK-05: a refused restore changes nothing: truncated, altered, another key, no key, no backup",
  SLOW,
  async () => {
    const dataDir = await makeData(join(folder.path, "data"), "old", 2, 1_000);
    const data = { dataDir, masterKey: "" };
    const { path } = await backupData(data, join(folder.path, "out"));
    const before = rowsIn(dataDir);
    const whole = readFileSync(path);
    const bad = join(folder.path, "bad.dianan");
    const refused = async (bytes: Uint8Array, key = ""): Promise<unknown> => {
      writeFileSync(bad, bytes);
      return restoreData({ dataDir, masterKey: key }, bad, false).then(() => "none", codeOf);
    };
    const flipped = Buffer.from(whole);
    flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 1;
    expect(await refused(whole.subarray(0, whole.length >> 1))).toBe("truncated");
    expect(await refused(flipped)).toBe("altered");
    expect(await refused(whole, Buffer.alloc(32, 8).toString("base64"))).toBe("wrong-key");
    expect(await refused(Buffer.from("no backup"))).toBe("not-a-backup");
    rmSync(join(dataDir, "master.key"));
    expect(await refused(whole)).toBe("no-key");
    expect(existsSync(join(dataDir, "master.key")), "no key is made up").toBe(false);
    expect(rowsIn(dataDir)).toEqual(before);
    expect(databaseFaults(join(dataDir, "hub.db"), "full")).toEqual([]);
    expect(readdirSync(join(dataDir, "backup-work"))).toEqual([]);
    // With the right key from elsewhere it goes in again, also into an empty folder.
    const empty = mkdtempSync(join(tmpdir(), "dianan-backup-"));
    expect((await restoreData({ dataDir: empty, masterKey: MASTER }, path, false)).before).toBe(null);
    expect(databaseFaults(join(empty, "hub.db"), "full")).toEqual([]);
    expect(readdirSync(join(empty, "files", "main"))).toEqual(["old-0", "old-1"]);
    rmSync(empty, { recursive: true });
  },
);

test("a damaged database is replaced too: that is what a backup is for", SLOW, async () => {
  const dataDir = await makeData(join(folder.path, "data"), "old", 0, 0);
  const data = { dataDir, masterKey: "" };
  const { path } = await backupData(data, join(folder.path, "out"));
  writeFileSync(join(dataDir, "hub.db"), readFileSync(join(dataDir, "hub.db")).fill(0x55, 3_000));
  expect(databaseFaults(join(dataDir, "hub.db"), "quick")).not.toEqual([]);
  expect((await restoreData(data, path, false)).before).toBe(null);
  expect(databaseFaults(join(dataDir, "hub.db"), "full")).toEqual([]);
});

test("migrate: a proven backup, then one step; restored, the former schema is there again", SLOW, async () => {
  const dataDir = join(folder.path, "data");
  const file = join(dataDir, "hub.db");
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, "master.key"), MASTER);
  const old = new DatabaseSync(file);
  migrate(old, "epoch-of-before", 3);
  const put = old.prepare("INSERT INTO operator VALUES ('main', ?, ?, 1, 1, 0)");
  for (let n = 0; n < 100; n += 1) put.run(`op-${n}`, JSON.stringify({ name: `旧 ${n}` }));
  old.close();
  const data = { dataDir, masterKey: "" };
  const report = await migrateFolder(data, join(dataDir, "backups"));
  expect([report.from, report.to]).toEqual([3, SCHEMA_VERSION]);
  const path = report.backup?.path ?? "";
  expect(verifyData(data, path, null)).toMatchObject({ header: { schema: 3 }, counts: { operator: 100 } });
  const now = new DatabaseSync(file, { readOnly: true });
  expect(now.prepare("PRAGMA user_version").get()).toEqual({ user_version: SCHEMA_VERSION });
  expect(now.prepare("SELECT value FROM meta WHERE name = 'epoch'").get()).toEqual({ value: "epoch-of-before" });
  expect(now.prepare("SELECT count(*) AS n FROM operator WHERE search <> ''").get()).toEqual({ n: 100 });
  now.close();
  expect((await migrateFolder(data, join(dataDir, "backups"))).backup).toBe(null);
  expect(readdirSync(dataDir).sort()).toEqual(
    expect.arrayContaining(["backup-work", "backups", "hub.db", "master.key"]),
  );
  expect((await restoreData(data, path, false)).counts.operator).toBe(100);
});

test("migrate refuses without a database, and one of a later release, and changes nothing", async () => {
  const dataDir = join(folder.path, "data");
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, "master.key"), MASTER);
  const attempt = async (): Promise<unknown> => {
    try {
      await migrateFolder({ dataDir, masterKey: "" }, join(dataDir, "backups"));
      return "none";
    } catch (error) {
      return codeOf(error);
    }
  };
  expect(await attempt()).toBe("no-data");
  const later = new DatabaseSync(join(dataDir, "hub.db"));
  later.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
  later.close();
  expect(await attempt()).toBe("newer");
  expect(existsSync(join(dataDir, "backups"))).toBe(false);
});
