import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Instant } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLatencyTrace } from "./latency-trace.ts";
import { bothWays } from "./ports/commit.ts";
import type { Store } from "./ports/store.ts";
import { AT, later, put, tenant } from "./ports/writes.contract.ts";
import { openSqliteStore } from "./store/sqlite-store.ts";

const folder = mkdtempSync(join(tmpdir(), "dianan-latency-"));
const file = join(folder, "hub.db");
const open = async (): Promise<Store> =>
  (await openSqliteStore({ file, changes: 1_000, undecodable: 10, auditKey: new Uint8Array(32) })).store;
let kept: Store;
let isFull = false;
let now = AT;
let traced: ReturnType<typeof createLatencyTrace>;
beforeAll(async () => {
  kept = await open();
  const commit: Store["commit"] = (batch) =>
    isFull && batch.writes.some(({ kind }) => kind === "alarmTimes")
      ? Promise.reject(new Error("no room"))
      : kept.commit(batch);
  traced = createLatencyTrace({ ...kept, ...bothWays(commit) }, () => now);
});
afterAll(async () => {
  await kept.close();
  rmSync(folder, { recursive: true, force: true });
});

const raise = (id: string, by: object = {}) => {
  const set = { unitId: id, class: "alarm", receivedAt: new Date(AT).toISOString() };
  return traced.store.commit({ tenant, writes: [{ ...put("alarm", id, set, "create"), ...by }] });
};
const legs = async (unit: string, store = kept) =>
  Object.fromEntries(
    (await store.latencyFigures(tenant, { from: AT, to: AT + 1, units: [unit] })).map(({ leg, maxMs }) => [leg, maxMs]),
  );

test("EF-4.4.1: what could not be written waits, and the first times stay the first", async () => {
  now = later(7);
  await raise("a");
  isFull = true;
  await expect(traced.trace.flush()).rejects.toThrow("no room");
  now = later(9);
  traced.trace.pushed(tenant, "a");
  traced.trace.shown(tenant, "a", later(20));
  await expect(traced.trace.flush()).rejects.toThrow("no room");
  traced.trace.shown(tenant, "a", later(15));
  traced.trace.shown(tenant, "a", later(30));
  isFull = false;
  await traced.trace.flush();
  expect(await legs("a")).toEqual({ receivedToStored: 7, storedToPushed: 2, storedToShown: 8, receivedToShown: 15 });
});

test("EF-4.4.1: a repeat, a replay and what somebody sent are no alarm on its way", async () => {
  now = later(100);
  await raise("a");
  await raise("sent", { by: { kind: "machine", id: "key-1", name: "平台" } });
  traced.trace.pushed(tenant, "a");
  traced.trace.pushed(tenant, "sent");
  await traced.trace.flush();
  expect(await legs("a")).toMatchObject({ receivedToStored: 7, storedToPushed: 2 });
  expect(await legs("sent")).toEqual({});
});

test("EF-4.4.1: closing writes what waits", async () => {
  now = later(3) as Instant;
  await raise("last");
  await traced.store.close();
  kept = await open();
  expect(await legs("last")).toEqual({ receivedToStored: 3 });
});
