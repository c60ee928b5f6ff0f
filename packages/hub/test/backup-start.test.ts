import { closeSync, existsSync, mkdirSync, openSync, readdirSync, utimesSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Instant, tenantId } from "@dianan/model";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createBackups } from "../src/backup/backups.ts";
import { restoreData, verifyData } from "../src/backup-data.ts";
import type { Caller } from "../src/ports/caller.ts";
import { SCHEMA_VERSION } from "../src/store/database-file.ts";
import { migrate } from "../src/store/schema.ts";
import { openSqliteStore } from "../src/store/sqlite-store.ts";
import { MASTER, makeData, scratch } from "./backup-fixture.ts";
import { openTestHub, until } from "./http-fixture.ts";
import { openPeople } from "./http-people.ts";

const SLOW = { timeout: 90_000 };

let folder = scratch();
beforeEach(() => {
  folder = scratch();
});
afterEach(() => folder.remove());

test("a hub of a new release backs up what a former one left before it migrates it, and only then", SLOW, async () => {
  const dataDir = join(folder.path, "data");
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, "master.key"), MASTER);
  const old = new DatabaseSync(join(dataDir, "hub.db"));
  migrate(old, "epoch-of-before", SCHEMA_VERSION - 1);
  old.exec("PRAGMA journal_mode = WAL");
  old.exec("INSERT INTO meta VALUES ('left', 'by a former release')");
  old.close();
  let hub = await openTestHub({ dataDir });
  try {
    const [name = ""] = readdirSync(join(dataDir, "backups"));
    const path = join(dataDir, "backups", name);
    const proven = verifyData({ dataDir, masterKey: "" }, path, null);
    expect([proven.header.schema, proven.counts.meta]).toEqual([SCHEMA_VERSION - 1, 2]);
    expect(hub.log.filter((line) => line.includes("升级前已备份"))).toHaveLength(1);
    hub = await hub.restart();
    expect(readdirSync(join(dataDir, "backups"))).toEqual([name]);
    await hub.hub.close();
    expect((await restoreData({ dataDir, masterKey: "" }, path, false)).counts).toEqual(proven.counts);
  } finally {
    await hub.end();
  }
});

test(
  "SEC-OPS-04: damage of the database is found by the check after the start: an alert, and the overview says so",
  SLOW,
  async () => {
    let hub = await openTestHub();
    try {
      const people = await openPeople(() => hub);
      const system = await people.invited("systemAdministrator");
      await hub.hub.close();
      const file = join(hub.dataDir, "hub.db");
      const database = new DatabaseSync(file);
      // Rows that nobody reads, and one of their pages overwritten.
      const put = database.prepare(
        "INSERT INTO presence_change VALUES (0, 'nobody', ?, 1, 1, 'u', 'online', '', NULL)",
      );
      for (let n = 0; n < 2_000; n += 1) put.run(`device-${String(n).padStart(8, "0")}`);
      const { rootpage } = database
        .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'presence_change'")
        .get() as {
        rootpage: number;
      };
      const pages = database.prepare("PRAGMA page_count").get() as { page_count: number };
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      database.close();
      expect(pages.page_count).toBeGreaterThan(rootpage);
      const handle = openSync(file, "r+");
      writeSync(handle, Buffer.alloc(200, 0x55), 0, 200, (pages.page_count - 3) * 4_096);
      closeSync(handle);
      hub = await hub.restart();
      const system1 = () => people.ask("GET", "/api/v1/system", undefined, system.headers);
      const { body } = await until(
        system1,
        (one) => (one.body.nodes as { state: string }[])[0]?.state === "degraded",
        40_000,
      );
      expect((body.nodes as { text: string }[])[0]?.text).toContain("数据库完整性检查发现损坏");
      await until(system1, (one) => Number(one.body.openSecurityAlerts) > 0);
      const alerts = await people.ask("GET", "/api/v1/security-alerts", undefined, people.security.headers);
      expect(alerts.body.items).toContainEqual(expect.objectContaining({ rule: "databaseDamaged" }));
    } finally {
      await hub.end();
    }
  },
);

test("what a killed backup left in the folder goes after a day, not before; other files stay", SLOW, async () => {
  const dataDir = await makeData(join(folder.path, "data"), "old", 0, 0);
  const backups = join(dataDir, "backups");
  mkdirSync(backups);
  const names = ["backup-1.dianan.part", "backup-2.dianan.part", "notes.txt"];
  for (const name of names) writeFileSync(join(backups, name), "x");
  for (const name of ["backup-1.dianan.part", "notes.txt"]) utimesSync(join(backups, name), 1, 1);
  const hub = await openTestHub({ dataDir });
  await until(
    () => existsSync(join(backups, "backup-1.dianan.part")),
    (there) => !there,
  );
  expect(readdirSync(backups).sort()).toEqual(["backup-2.dianan.part", "notes.txt"]);
  await hub.hub.close();
});

test("SEC-AZ-02: backups of the hub do not exist for another tenant, and are not made by it", async () => {
  const dataDir = await makeData(join(folder.path, "data"), "old", 0, 0);
  const opened = await openSqliteStore({
    ...{ file: join(dataDir, "hub.db"), changes: 100, undecodable: 10, auditKey: new Uint8Array(32) },
  });
  const { store, access } = opened;
  const never = (): never => {
    throw new Error("nothing is to be done");
  };
  const backups = createBackups({
    ...{ store, access, home: tenantId("main"), clock: () => 1 as Instant, keep: 1, log: never },
    work: {
      ...{ newId: never, make: never, verify: never, drop: never },
      found: () => [{ header: { id: "backup-1", createdAt: 1, epoch: "e", feeds: {} } as never, bytes: 1 }],
    },
  });
  await backups.settle();
  const at = { now: 1 as Instant, source: "", requestId: "" };
  const who = { tenant: tenantId("other"), actor: "person-1", role: "systemAdministrator" } as Caller;
  expect((await backups.list(tenantId("main"), null, 10)).items).toHaveLength(1);
  expect((await backups.list(tenantId("other"), null, 10)).items).toEqual([]);
  expect(await backups.create(who, at)).toBe("foreign");
  expect(await backups.drill(who, "backup-1", at)).toBe("absent");
  await store.close();
});
