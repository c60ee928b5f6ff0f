import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { tenantId } from "@dianan/model";
import { afterAll, expect, test } from "vitest";
import type { Write } from "../ports/write.ts";
import { frame, put, reading } from "../ports/writes.contract.ts";
import { openSqliteStore } from "./sqlite-store.ts";

/** `all`: every byte, as the soak tier has it; else the edges of every page and some bytes between. */
const isEvery = process.env.DIANAN_TORN_TAIL === "all";
const STRIDE = 509;
/** Of the write-ahead log: https://www.sqlite.org/fileformat.html#walformat */
const LOG_HEADER = 32;
const LOG_FRAME = 4_096 + 24;

const folder = mkdtempSync(join(tmpdir(), "dianan-torn-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tenant = tenantId("t1");
const options = { changes: 1_000, undecodable: 10, auditKey: new Uint8Array(32) };

const whole = { deviceId: "d1", from: null, to: null, after: null, limit: 100 } as const;

const writesOf = (n: number): readonly Write[] => [
  frame(n),
  reading(n),
  put("alarm", `a${n}`, { deviceId: "d1", unitId: "u1", class: "alarm", type: "fire", state: "raised" }, "create"),
  { kind: "deviceState", row: { key: "d1", state: { version: 1, serial: n } } },
];

/** What a database holds of everything that was committed, in one word. It must be whole. */
const contentOf = (file: string): string => {
  const database = new DatabaseSync(file);
  try {
    expect(database.prepare("PRAGMA quick_check").all()).toEqual([{ quick_check: "ok" }]);
    const digest = createHash("sha256");
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
    for (const { name } of tables)
      for (const row of database.prepare(`SELECT * FROM "${name}"`).iterate())
        for (const value of Object.values(row)) digest.update(value instanceof Uint8Array ? value : String(value));
    return digest.digest("hex");
  } finally {
    database.close();
  }
};

/** Two moments of one database: before and after its last transaction, as a crash would leave its files. */
const record = async () => {
  const file = join(folder, "hub.db");
  const { store } = await openSqliteStore({ file, ...options });
  for (let n = 0; n < 20; n += 1) await store.commit({ tenant, writes: writesOf(n) });
  // So the log holds the last transaction alone, and a hundred thousand copies of it can be laid.
  const beside = new DatabaseSync(file);
  expect(beside.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()).toMatchObject({ busy: 0, log: 0 });
  beside.close();
  await store.commit({ tenant, writes: writesOf(20) });
  const crashed = { main: join(folder, "main.db"), log: readFileSync(`${file}-wal`) };
  copyFileSync(file, crashed.main);
  await store.close();
  return crashed;
};

const placesOf = (end: number): readonly number[] => {
  const places = new Set<number>();
  for (let at = 0; at < end; at += isEvery ? 1 : STRIDE) places.add(at);
  for (let edge = LOG_HEADER; edge <= end; edge += LOG_FRAME)
    for (const at of [edge - 1, edge, edge + 1, edge + 23, edge + 24, edge + 25]) if (at < end) places.add(at);
  return [...places].sort((a, b) => a - b);
};

test("EF-4.4.3: a log torn at any byte of the last transaction leaves all or nothing of it, and what came before", {
  timeout: isEvery ? 3_600_000 : 120_000,
}, async () => {
  const { main, log } = await record();
  expect((log.length - LOG_HEADER) % LOG_FRAME).toBe(0);
  const file = join(folder, "torn.db");
  const lay = (tail: Uint8Array): string => {
    rmSync(`${file}-shm`, { force: true });
    copyFileSync(main, file);
    writeFileSync(`${file}-wal`, tail);
    return file;
  };
  const before = contentOf(lay(log.subarray(0, 0)));
  const after = contentOf(lay(log));
  expect(after).not.toBe(before);

  const places = placesOf(log.length);
  let zeroed = 0;
  for (const at of places) {
    if (contentOf(lay(log.subarray(0, at))) !== before) expect.fail(`torn at byte ${at}`);
    // A file system may have made the file longer before its bytes came: zeros, or what lay there.
    if (at % 4 !== 0) continue;
    const zeros = Buffer.from(log);
    zeros.fill(0, at);
    // Bytes that were zero anyway are not missing.
    const content = contentOf(lay(zeros));
    if (content !== before && !(content === after && zeros.equals(log))) expect.fail(`zeros from byte ${at}`);
    zeroed += 1;
  }
  console.log(`torn tail: ${places.length} places of ${log.length} bytes, ${zeroed} of them with zeros behind`);

  // The device was never answered and sends again: stored once, and the store goes on.
  for (const at of [0, 1, LOG_HEADER, LOG_HEADER + LOG_FRAME, log.length - 1, log.length]) {
    const { store } = await openSqliteStore({ file: lay(log.subarray(0, at)), ...options });
    await store.commit({ tenant, writes: writesOf(20) });
    await store.commit({ tenant, writes: writesOf(21) });
    const { items } = await store.readings(tenant, whole);
    expect(items).toHaveLength(22);
    expect((await store.frames(tenant, { ...whole, protocol: null })).items).toHaveLength(22);
    await store.close();
  }
});
