// What a clock that was ahead has written into records is put right once, when it is found out: on a real store, with a clock that the
// test sets. Presence and rules: engine-presence-clock.test.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gb26875 } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Engine } from "../src/ingest/engine.ts";

import type { SqliteStore } from "../src/store/sqlite-store.ts";
import { startClocked, tenant } from "./clocked-engine.ts";
import { deviceBody } from "./registry.ts";
import { analogFrame, statusFrame } from "./wire.ts";

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];
const YEARS = 73 * 365 * DAY;
const TRUTH = 1_764_000_000_000;

let folder: string;
let sqlite: SqliteStore;
let engine: Engine;
let now: number;
let serial = 0;
const start = async (): Promise<void> => {
  ({ engine, sqlite } = await startClocked(folder, () => now));
};
const stop = async (): Promise<void> => {
  await engine.finish();
  await sqlite.store.close();
};
beforeEach(async () => {
  now = TRUTH;
  folder = mkdtempSync(join(tmpdir(), "dianan-set-back-"));
  await start();
  const body = deviceBody("d1", "1");
  await engine.intake.apply([
    { kind: "upsert", record: "operator", id: "op1", body: {} },
    { kind: "upsert", record: "unit", id: "u1", body: { operatorId: "op1", regionCode: "350582" } },
    { kind: "upsert", record: "device", id: body.id, body },
  ]);
  await look();
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A device whose own clock is right, whatever the hub's says. */
const send = async (...frames: readonly Parameters<typeof gb26875.encodeFrame>[0][]): Promise<void> => {
  const reader = engine.doorOf("gb26875")({
    ...{ remote: "127.0.0.1:1", send: () => {}, isOpen: () => true, pause: () => {}, resume: () => {} },
  });
  for (const frame of frames) reader.read(gb26875.encodeFrame(frame));
  await engine.idle();
};
const nextSerial = (): number => (serial += 1);
/** Two looks of the hub: the second finds all done that the first began. */
const look = async (): Promise<void> => {
  for (let n = 0; n < 2; n += 1) {
    now += SECOND;
    engine.tick();
    await engine.idle();
  }
};
/** Time passes with a look every few seconds. */
const pass = async (ms: number): Promise<void> => {
  for (const end = now + ms; now < end; ) {
    now += 5 * SECOND;
    engine.tick();
    await engine.idle();
  }
};
const alarm = async () => {
  const query = { kind: "alarm", after: null, limit: 10, updatedFrom: null, updatedTo: null } as const;
  const { items } = await sqlite.store.page(tenant, { ...query, where: { deviceId: "d1" }, withDeleted: false });
  return items.find(({ body }) => body.class !== "offline");
};
const timesOf = (body: Record<string, unknown> = {}): readonly number[] =>
  ["receivedAt", "occurredAt", "lastOccurredAt", "recoveredAt"].flatMap((member) =>
    typeof body[member] === "string" ? [Date.parse(body[member])] : [],
  );
const seenAt = async (): Promise<number> =>
  Date.parse(String((await sqlite.store.record(tenant, "device", "d1"))?.body.lastSeenAt));
const newest = async () => (await sqlite.store.latestReadings(tenant, ["d1"], (now + 5 * MINUTE) as Instant))[0];
const audited = async (): Promise<readonly string[]> => {
  const anything = { from: null, to: null, actor: null, result: null, object: null, after: null } as const;
  const query = { ...anything, first: "oldest", act: "clock.setBack", limit: 10 } as const;
  return (await sqlite.access.audit(tenant, query)).items.map(({ reason }) => reason);
};

/** Looks until it is done. */
const putRight = (): Promise<void> =>
  vi.waitFor(
    async () => {
      await look();
      expect(await audited()).toHaveLength(1);
    },
    { timeout: 30_000 },
  );

const ways = (["running", "between two starts"] as const).flatMap((way) =>
  (
    [
      ["an hour", HOUR],
      ["73 years", YEARS],
    ] as const
  ).map(([words, ms]) => [words, way, ms] as const),
);
test.each(ways)(
  "EF-4.1, EF-5.3: a clock that was %s ahead, put right %s: records say what was until then, once, and are audited",
  async (_, way, aheadMs) => {
    now += aheadMs;
    await send(analogFrame(1, nextSerial(), 215, TRUTH), statusFrame(1, nextSerial(), { fire: true }, TRUTH));
    await pass(MINUTE);
    expect(Math.min(...timesOf((await alarm())?.body))).toBeGreaterThan(TRUTH + aheadMs - 1);
    expect(await seenAt()).toBeGreaterThan(TRUTH + aheadMs - 1);
    if (way !== "running") await stop();
    now -= aheadMs;
    if (way !== "running") await start();
    await putRight();

    const put = await alarm();
    expect(timesOf(put?.body).every((at) => at <= now)).toBe(true);
    expect(put?.life).toMatchObject({ stage: "unacknowledged", escalatedAt: null });
    expect(put?.life?.dueAt).toBeGreaterThan(now);
    expect(put?.life?.dueAt).toBeLessThanOrEqual(now + 7 * DAY);
    expect(await seenAt()).toBeLessThanOrEqual(now);
    expect(await newest()).toMatchObject({ value: 215 });
    expect((await newest())?.at).toBeLessThanOrEqual(now);
    // From now on what comes is newer.
    await pass(10 * SECOND);
    await send(analogFrame(1, nextSerial(), 333, now));
    expect(await newest()).toMatchObject({ value: 333 });
    // The alarm's device is believed that it is over, and that it comes again.
    await send(statusFrame(1, nextSerial(), { fire: false }, now));
    expect((await alarm())?.body.recoveredAt).toEqual(expect.any(String));
    await pass(10 * SECOND);
    expect(await audited()).toEqual([expect.stringMatching(/^the clock was ahead: 1 devices, 1 alarms put right$/)]);
    const told = (await sqlite.store.alarmEntries(tenant, put?.id ?? "", null, 20)).items;
    expect(told.filter(({ text }) => text?.includes("was ahead"))).toHaveLength(1);
  },
  60_000,
);

test("EF-5.3: what only the wrong clock called overdue is not, and is told when it is", async () => {
  await send(statusFrame(1, nextSerial(), { fire: true }, TRUTH));
  const due = (await alarm())?.life?.dueAt;
  now += YEARS;
  await look();
  await vi.waitFor(async () => {
    await look();
    expect((await alarm())?.life?.escalatedAt).toEqual(expect.any(Number));
  });
  now -= YEARS;
  await vi.waitFor(async () => {
    await look();
    expect((await alarm())?.life).toMatchObject({ escalatedAt: null, dueAt: due });
  });
  now = Number(due) + SECOND;
  await vi.waitFor(async () => {
    await look();
    expect((await alarm())?.life?.escalatedAt).toBeGreaterThan(Number(due));
  });
});

test.each([
  ["an hour forward", HOUR],
  ["to 1970", HOUR - TRUTH],
  ["to 2000", Date.UTC(2000, 0, 2) - TRUTH],
])("a clock that is set %s puts nothing right: what is stored stays as it was", async (_, step) => {
  await send(analogFrame(1, nextSerial(), 215, TRUTH), statusFrame(1, nextSerial(), { fire: true }, TRUTH));
  await look();
  const before = [(await alarm())?.body, (await alarm())?.life, await seenAt()];
  now += step;
  for (let n = 0; n < 5; n += 1) await look();
  expect([(await alarm())?.body, (await alarm())?.life, await seenAt()]).toEqual(before);
  expect(await audited()).toEqual([]);
});

test("a clock that was ahead, then in 1970, and then right: what is owed is done when the time can be believed", async () => {
  now += YEARS;
  await send(analogFrame(1, nextSerial(), 215, TRUTH), statusFrame(1, nextSerial(), { fire: true }, TRUTH));
  await look();
  now = HOUR;
  for (let n = 0; n < 3; n += 1) await look();
  expect(await audited()).toEqual([]);
  now = TRUTH + HOUR;
  await putRight();
  expect(timesOf((await alarm())?.body).every((at) => at <= now)).toBe(true);
  expect(await seenAt()).toBeLessThanOrEqual(now);
});
