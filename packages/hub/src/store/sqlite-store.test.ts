import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Instant, tenantId } from "@dianan/model";
import { afterAll, expect, test } from "vitest";
import { defaultDueDays } from "../core/alarm-life-state.ts";
import { accessStoreContract } from "../ports/access-store.contract.ts";
import { alarmFiguresContract } from "../ports/alarm-figures.contract.ts";
import { alarmStoreContract } from "../ports/alarm-store.contract.ts";
import { chargingContract } from "../ports/charging.contract.ts";
import { evidenceContract } from "../ports/evidence.contract.ts";
import { latencyContract } from "../ports/latency.contract.ts";
import { latestReadingsContract } from "../ports/latest-readings.contract.ts";
import { noticeStoreContract } from "../ports/notice-store.contract.ts";
import { outboxContract } from "../ports/outbox.contract.ts";
import { presenceHistoryContract } from "../ports/presence-history.contract.ts";
import { sentVersionContract } from "../ports/sent-version.contract.ts";
import { storeContract } from "../ports/store.contract.ts";
import { storeReadingContract } from "../ports/store-reading.contract.ts";
import { webhookStoreContract } from "../ports/webhook-store.contract.ts";
import type { Write } from "../ports/write.ts";
import { migrate, SCHEMA_VERSION } from "./schema.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const folder = mkdtempSync(join(tmpdir(), "dianan-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = (): string => join(folder, `${files++}.db`);
const auditKey = new Uint8Array(32).fill(5);
const limits = { changes: 1_000, undecodable: 100, auditKey };
const tenant = tenantId("t1");

storeContract("sqlite", (own) => openSqliteStore({ file: newFile(), auditKey, ...own }));
outboxContract("sqlite", (own) => openSqliteStore({ file: newFile(), auditKey, ...own }));
alarmStoreContract("sqlite", (own) =>
  openSqliteStore({ file: newFile(), auditKey, alarms: { platformCode: "", due: defaultDueDays }, ...own }),
);
alarmFiguresContract("sqlite", (own) => openSqliteStore({ file: newFile(), auditKey, ...own }));
sentVersionContract("sqlite", (own) => openSqliteStore({ file: newFile(), auditKey, ...own }));
latencyContract("sqlite", (own) => openSqliteStore({ file: newFile(), auditKey, ...own }));
storeReadingContract("sqlite", (own) => openSqliteStore({ file: newFile(), auditKey, ...own }));
evidenceContract("sqlite", (own) => openSqliteStore({ file: newFile(), auditKey, ...own }));
chargingContract("sqlite", (own) => openSqliteStore({ file: newFile(), auditKey, ...own }));
latestReadingsContract("sqlite", (own) => openSqliteStore({ file: newFile(), auditKey, ...own }));
presenceHistoryContract("sqlite", (own) => openSqliteStore({ file: newFile(), auditKey, ...own }));
noticeStoreContract("sqlite", () => openSqliteStore({ file: newFile(), ...limits }));
webhookStoreContract("sqlite", () => openSqliteStore({ file: newFile(), ...limits }));
accessStoreContract(
  "sqlite",
  () => openSqliteStore({ file: newFile(), ...limits }),
  (text) => createHmac("sha256", auditKey).update(text).digest("hex"),
);
test("what was committed is there after closing and opening again, with the same epoch", async () => {
  const file = newFile();
  const write: Write = { kind: "put", record: "operator", id: "o", set: { n: 1 }, at: 1 as Instant, how: "replace" };
  const first = await openSqliteStore({ file, ...limits });
  await first.store.commit({ tenant, writes: [write] });
  const { epoch } = await first.store.feed(tenant);
  await first.store.close();
  const second = await openSqliteStore({ file, ...limits });
  expect(await second.store.feed(tenant)).toEqual({ epoch, head: 1, oldest: 1 });
  expect((await second.store.record(tenant, "operator", "o"))?.body).toEqual({ n: 1 });
  await second.store.close();
});

test("commits that come while one is under way share the next transaction", async () => {
  const shared: number[] = [];
  const { store } = await openSqliteStore({ file: newFile(), ...limits, committed: (jobs) => shared.push(jobs) });
  const write = (n: number): Write => ({
    kind: "put",
    record: "operator",
    id: `o${n}`,
    set: { n },
    at: 1 as Instant,
    how: "replace",
  });
  const receipts = await Promise.all(
    Array.from({ length: 100 }, (_, n) => store.commit({ tenant, writes: [write(n)] })),
  );
  expect(shared).toEqual([100]);
  expect(receipts.map(({ head }) => head)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  await store.close();
});

test("a full disk refuses with full, and the store goes on when there is room again", async () => {
  const { store } = await openSqliteStore({ file: newFile(), ...limits, maxPages: 200 });
  const big = (n: number): Write => ({
    kind: "put",
    record: "operator",
    id: `big${n}`,
    set: { text: "x".repeat(100_000) },
    at: 1 as Instant,
    how: "replace",
  });
  let refusal: unknown = null;
  for (let n = 0; n < 20 && refusal === null; n += 1)
    await store.commit({ tenant, writes: [big(n)] }).catch((error: unknown) => {
      refusal = error;
    });
  expect(refusal).toMatchObject({ name: "StoreError", code: "full" });
  const small: Write = { kind: "put", record: "operator", id: "big0", set: {}, at: 2 as Instant, how: "replace" };
  await store.commit({ tenant, writes: [small] });
  expect((await store.record(tenant, "operator", "big0"))?.body).toEqual({});
  await store.close();
});

test("a database of a later release is refused and left as it is", async () => {
  const file = newFile();
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
  database.close();
  await expect(openSqliteStore({ file, ...limits })).rejects.toMatchObject({ name: "StoreError", code: "failed" });
});

test("devices of an older schema begin their presence with what they are; what was read of them still matches", async () => {
  const file = newFile();
  const database = new DatabaseSync(file);
  migrate(database, "e", 3);
  const insert = database.prepare("INSERT INTO device VALUES ('t1', ?, '{}', 7, 5, ?, 'u1', 'op', ?, 'normal', '')");
  for (const [id, deleted, presence] of [
    ["on", 0, "online"],
    ["gone", 1, "online"],
    ["mute", 0, ""],
  ] as const)
    insert.run(id, deleted, presence);
  database.close();
  const { store } = await openSqliteStore({ file, ...limits });
  expect(await store.presenceMarks(tenant, ["on", "gone", "mute"], 9 as Instant)).toEqual([
    [{ at: 5, unitId: "u1", presence: "online" }],
    [],
    [],
  ]);
  expect(await store.record(tenant, "device", "on")).toMatchObject({ version: 7, editedVersion: 7 });
  await store.close();
});

test("a file that is no database is refused", async () => {
  await expect(openSqliteStore({ file: folder, ...limits })).rejects.toMatchObject({ code: "failed" });
});
