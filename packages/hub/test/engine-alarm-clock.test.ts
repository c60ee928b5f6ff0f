// The clock of alarms with a clock that the test sets, on a real store.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Instant } from "@dianan/model";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { AlarmAct } from "../src/core/alarm-act.ts";

import type { Engine } from "../src/ingest/engine.ts";

import type { SqliteStore } from "../src/store/sqlite-store.ts";
import { startClocked, tenant } from "./clocked-engine.ts";
import { until } from "./http-fixture.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const officer = { kind: "person", id: "user-1", name: "陈伟" } as const;
const here = {
  who: { actor: "account:user-1", role: "dutyOfficer" },
  circumstance: { source: "192.0.2.1", requestId: "r" },
};

let folder: string;
let sqlite: SqliteStore;
let engine: Engine;
let now: number;
const start = async (): Promise<void> => {
  ({ engine, sqlite } = await startClocked(folder, () => now));
};
beforeEach(async () => {
  now = 1_764_000_000_000;
  folder = mkdtempSync(join(tmpdir(), "dianan-clock-"));
  await start();
});
afterEach(async () => {
  await engine.idle();
  await sqlite.store.close();
  rmSync(folder, { recursive: true, force: true });
});

const raise = (id: string) =>
  engine.intake.apply([
    {
      ...{ kind: "upsert", record: "alarm", id },
      body: {
        deviceId: "d1",
        unitId: "u1",
        class: "alarm",
        type: "smokeAlarm",
        state: "raised",
        occurredAt: new Date(now).toISOString(),
      },
    },
  ]);
const act = (id: string, what: AlarmAct) =>
  engine.intake.apply([{ kind: "act", id, act: what, by: officer, via: "web", ...here }]);
const lifeOf = async (id: string) => (await sqlite.store.record(tenant, "alarm", id))?.life;
const kinds = async (id: string) =>
  (await sqlite.store.alarmEntries(tenant, id, null, 100)).items.map(({ kind }) => kind);
const tickUntil = (id: string, kind: string) =>
  until(
    () => {
      engine.tick();
      return kinds(id);
    },
    (told) => (told as readonly string[]).includes(kind),
  );

test("EF-4.2: a shelf ends in time, also when the hub was down then; the alarm comes back as new", async () => {
  await raise("a");
  await act("a", { kind: "acknowledge", via: "web", note: null });
  await act("a", { kind: "shelve", minutes: 10, reason: "施工" });
  now += 10 * MINUTE - 1;
  engine.tick();
  await engine.idle();
  expect((await lifeOf("a"))?.shelf).not.toBe(null);
  await sqlite.store.close();
  now += DAY;
  await start();
  await tickUntil("a", "unshelved");
  expect(await lifeOf("a")).toMatchObject({ stage: "unacknowledged", shelf: null, acknowledged: null });
  const { head } = await sqlite.store.feed(tenant);
  engine.tick();
  await engine.idle();
  expect((await sqlite.store.feed(tenant)).head).toBe(head);
});

test("EF-5.3: what is overdue is said once, in the history, the feed and the audit log", async () => {
  await raise("b");
  await act("b", { kind: "acknowledge", via: "web", note: null });
  now += 7 * DAY - 1;
  engine.tick();
  await engine.idle();
  expect(await kinds("b")).toEqual(["raised", "acknowledged"]);
  now += 1;
  await tickUntil("b", "escalated");
  expect((await lifeOf("b"))?.escalatedAt).toBe(now);
  const told = await sqlite.access.audit(tenant, {
    ...{ first: "newest", from: null, to: null, actor: "hub", act: null, result: null, object: "alarm:b" },
    ...{ after: null, limit: 10 },
  });
  expect(told.items.map(({ act: what }) => what)).toEqual(["alarm.tick"]);
});

test("EF-4.2: hundreds of shelves that end at once all come back, whatever one look holds", async () => {
  const ids = Array.from({ length: 250 }, (_, n) => `m${n}`);
  for (const id of ids) await raise(id);
  await engine.intake.apply(
    ids.map((id) => ({
      kind: "act",
      id,
      act: { kind: "shelve", minutes: 1, reason: "r" },
      by: officer,
      via: "web",
      ...here,
    })),
  );
  now += MINUTE;
  await tickUntil("m249", "unshelved");
  await until(
    () => {
      engine.tick();
      return sqlite.store.alarmsDue(tenant, now as Instant, 10);
    },
    (due) => due.length === 0,
  );
  for (const id of ids) expect((await lifeOf(id))?.shelf).toBe(null);
});

test("an act on what is not there is refused, and nothing is told of it", async () => {
  const [result] = await act("nobody", { kind: "acknowledge", via: "web", note: null });
  expect(result).toMatchObject({ id: "nobody", status: "refused", code: "not-found" });
  expect(await kinds("nobody")).toEqual([]);
  const [twice] = [await raise("c"), await act("c", { kind: "acknowledge", via: "web", note: null })].slice(1);
  expect(twice).toMatchObject([{ status: "updated", version: 2 }]);
  expect(await act("c", { kind: "acknowledge", via: "web", note: null })).toMatchObject([{ status: "unchanged" }]);
});
