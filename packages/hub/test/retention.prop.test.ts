import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { type Instant, tenantId } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createRetentions } from "../src/backup/retention.ts";
import { createIdSupply } from "../src/core/uuid-v7.ts";
import type { Caller } from "../src/ports/caller.ts";
import type { Write } from "../src/ports/write.ts";
import { openSqliteStore } from "../src/store/sqlite-store.ts";
import { storedReadings } from "./stored-readings.ts";

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const START = Date.UTC(2026, 0, 1);
const TENANT = tenantId("main");
const OTHER = tenantId("other");
const WHO = { tenant: TENANT, actor: "person-1", name: "示例", role: "systemAdministrator" } as Caller;

type Kept = {
  readonly kind: "frame" | "reading" | "session";
  readonly age: number;
  readonly clock: "right" | "1970" | "2099";
};
type Step = { readonly days: number; readonly leapDays: number };

const kept: fc.Arbitrary<Kept> = fc.record({
  kind: fc.constantFrom("frame", "reading", "session"),
  // Around the limits, and anywhere.
  age: fc.oneof(fc.integer({ min: 0, max: 2_500 }), fc.integer({ min: 360, max: 372 })),
  clock: fc.constantFrom("right", "right", "1970", "2099"),
});
const step: fc.Arbitrary<Step> = fc.record({
  days: fc.integer({ min: 1, max: 40 }),
  leapDays: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: -500, max: 30_000 })),
});

type Row = Record<string, unknown>;
const idOf = ({ tenant, id }: Row): string => `${tenant} ${id}`;

const place = (path: string) => {
  const db = new DatabaseSync(path, { readOnly: true });
  const frames = db.prepare("SELECT tenant, received_at FROM frame").all();
  // Of each port the last two stay, whatever their age.
  const sessions = db
    .prepare(
      `SELECT tenant, id, component, received_at, coalesce(ended_at, started_at) AS at, row_number() OVER (
         PARTITION BY tenant, component ORDER BY started_at DESC, id DESC) <= 2 AS is_last FROM charging_session ORDER BY id`,
    )
    .all();
  const sums = db
    .prepare("SELECT tenant, sum(sessions) AS n, sum(energy) AS energy FROM charging_hour GROUP BY 1")
    .all();
  db.close();
  const readings = storedReadings(path).map(({ tenant, receivedAt, at }) => ({ tenant, received_at: receivedAt, at }));
  return { frames, readings, sessions, sums };
};

test("SEC-BAK-08, EF-4.4.3: nothing younger than a year goes, and nothing held, whatever retention and however the clock leaps; what is old goes", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(kept, { minLength: 5, maxLength: 40 }),
      fc.integer({ min: 365, max: 1_500 }),
      fc.option(fc.integer({ min: 0, max: 2_500 })),
      fc.array(step, { minLength: 1, maxLength: 6 }),
      async (rows, days, heldDays, steps) => {
        const folder = mkdtempSync(join(tmpdir(), "dianan-retention-"));
        const file = join(folder, "hub.db");
        const opened = await openSqliteStore({ file, changes: 100, undecodable: 10, auditKey: new Uint8Array(32) });
        const { store, access, expiry } = opened;
        let truth = START;
        let leap = 0;
        const clock = (): Instant => (truth + leap) as Instant;
        const retentions = createRetentions({
          ...{ store, access, expiry, clock, home: TENANT },
          tenantsNow: async () => [TENANT],
          figures: async () => ({}),
        });
        try {
          const writesOf = (row: Kept, index: number): Write => {
            const receivedAt = (START - row.age * DAY_MS) as Instant;
            const at = (row.clock === "right" ? receivedAt : row.clock === "1970" ? 0 : Date.UTC(2099, 0)) as Instant;
            const id = createIdSupply(
              () => receivedAt,
              (bytes) => crypto.getRandomValues(bytes),
            )();
            const frame = {
              id,
              protocol: "gb26875",
              wireAddress: "1",
              deviceId: `d${index % 7}`,
              receivedAt,
              remote: "",
            };
            if (row.kind === "frame") return { kind: "frame", frame: { ...frame, bytes: new Uint8Array(3) } };
            if (row.kind === "session") {
              // A session has ended before it was told of, and an import may tell of one long ago.
              const endedAt = Math.min(at, receivedAt);
              const session = {
                ...{ id: `s${index}`, deviceId: "p", componentId: `port${index % 2}`, unitId: "u", order: null },
                ...{ startedAt: endedAt - 3_600_000, endedAt, energy: index },
                ...{ amount: null, maxPower: null, end: null, isAbnormal: false, rawCode: null },
              };
              return { kind: "session", row: session, receivedAt };
            }
            const reading = { deviceId: `d${index % 7}`, at, part: index, receivedAt, values: [] };
            return { kind: "reading", row: reading };
          };
          await store.commit({ tenant: TENANT, writes: rows.map(writesOf) });
          await store.commit({ tenant: OTHER, writes: rows.map(writesOf) });
          while (await opened.readings.pack(clock(), true));
          const all = place(file);
          const since = START - (heldDays ?? -100_000) * DAY_MS;
          const hold = heldDays === null ? null : { since: since as Instant, reason: "调查" };
          const set = new Map([
            ["readings", { days, hold }] as const,
            ["frames", { days, hold }] as const,
            ["sessions", { days, hold }] as const,
          ]);
          await retentions.put(WHO, 0, set, { now: clock(), source: "", requestId: "" });
          await retentions.advance(0);
          let isLeaping = false;
          for (const { days: passed, leapDays } of steps) {
            truth += passed * DAY_MS;
            leap = leapDays * DAY_MS;
            isLeaping ||= leapDays !== 0;
            await retentions.advance(passed * DAY_MS);
            await retentions.run();
            const now = place(file);
            const young = ({ received_at }: Record<string, unknown>): boolean => Number(received_at) > truth - YEAR_MS;
            expect(now.frames.filter(young)).toEqual(all.frames.filter(young));
            expect(now.readings.filter(young)).toEqual(all.readings.filter(young));
            const held = ({ received_at, at = 0 }: Record<string, unknown>): boolean =>
              Number(received_at) >= since || Number(at) >= since;
            expect(now.frames.filter(held)).toEqual(all.frames.filter(held));
            expect(now.readings.filter(held)).toEqual(all.readings.filter(held));
            const wasLast = new Set(all.sessions.filter(({ is_last }) => is_last === 1).map(idOf));
            const stays = (one: Row): boolean =>
              young(one) || held(one) || one.tenant === OTHER || wasLast.has(idOf(one));
            expect(now.sessions.filter(stays).map(idOf)).toEqual(all.sessions.filter(stays).map(idOf));
            // Sums are always those of the sessions that are there.
            for (const { tenant, n, energy } of now.sums) {
              const own = now.sessions.filter((one) => one.tenant === tenant);
              expect([n, energy]).toEqual([
                own.length,
                own.reduce((sum, { id }) => sum + Number(String(id).slice(1)), 0),
              ]);
            }
            // Others' rows are judged by their own retention, and here not at all.
            const others = ({ tenant }: Record<string, unknown>): boolean => tenant === OTHER;
            expect(now.readings.filter(others)).toEqual(all.readings.filter(others));
            if (isLeaping) continue;
            const limit = Math.min(since, truth - Math.max(days, 366) * DAY_MS);
            const isOld = ({ received_at, at }: Row): boolean => Number(received_at) < limit && Number(at) < limit;
            expect(now.sessions.filter((one) => isOld(one) && !stays(one))).toEqual([]);
            const mine = ({ tenant }: Record<string, unknown>): boolean => tenant === TENANT;
            expect(now.frames.filter((row) => mine(row) && Number(row.received_at) < limit)).toEqual([]);
            expect(
              now.readings.filter((row) => mine(row) && Number(row.received_at) < limit && Number(row.at) < limit),
            ).toEqual([]);
          }
        } finally {
          await store.close();
          rmSync(folder, { recursive: true });
        }
      },
    ),
    { numRuns: 25 },
  );
});

/** More than go in one part. */
const OLD = START - 2_000 * DAY_MS;
const oldReadings: readonly Write[] = Array.from({ length: 12_000 }, (_, n) => {
  const at = (OLD + n * 1_000) as Instant;
  return { kind: "reading", row: { deviceId: `d${n % 700}`, at, part: 0, receivedAt: at, values: [] } };
});

test("SEC-BAK-08: the store itself refuses a limit within the last year, whoever asks", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-retention-"));
  const opened = await openSqliteStore({
    ...{ file: join(folder, "hub.db"), changes: 100, undecodable: 10, auditKey: new Uint8Array(32) },
  });
  const part = { tenant: TENANT, now: START as Instant, after: null, limit: 10, entry: null };
  for (const dataset of ["readings", "frames", "presence", "sessions"] as const) {
    const before = (START - YEAR_MS) as Instant;
    await expect(opened.expiry.expire({ ...part, dataset, before })).rejects.toMatchObject({ code: "failed" });
    const good = (START - 366 * DAY_MS) as Instant;
    expect((await opened.expiry.expire({ ...part, dataset, before: good })).removed).toBe(0);
  }
  await opened.store.close();
  rmSync(folder, { recursive: true });
});

test("EF-4.4.3: many rows go in parts, device by device; the removal and its count stand in the audit log; what a device was is still known", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-retention-"));
  const file = join(folder, "hub.db");
  const opened = await openSqliteStore({ file, changes: 100, undecodable: 10, auditKey: new Uint8Array(32) });
  const { store, access, expiry } = opened;
  await store.commit({ tenant: TENANT, writes: oldReadings });
  while (await opened.readings.pack(START as Instant, true));
  const database = new DatabaseSync(file);
  const change = database.prepare("INSERT INTO presence_change VALUES (0, 'main', ?, ?, ?, 'u', ?, '', NULL)");
  for (let version = 1; version <= 3; version += 1)
    change.run("d1", version, OLD + version, version === 3 ? "online" : "offline");
  database.close();
  const retentions = createRetentions({
    ...{ store, access, expiry, clock: () => START as Instant, home: TENANT },
    tenantsNow: async () => [TENANT],
    figures: async () => ({}),
  });
  await retentions.run();
  expect(place(file).readings).toHaveLength(12_000);
  await retentions.advance(0);
  await retentions.run();
  expect(place(file).readings).toEqual([]);
  const after = new DatabaseSync(file, { readOnly: true });
  expect(after.prepare("SELECT version, presence FROM presence_change").all()).toEqual([
    { version: 3, presence: "online" },
  ]);
  const told = after.prepare("SELECT entry FROM audit WHERE act = 'retention.expire' ORDER BY sequence").all();
  after.close();
  expect(told.map(({ entry }) => (JSON.parse(String(entry)) as { reason: string }).reason)).toEqual([
    expect.stringMatching(/^before 2023-01-02/),
    "removed: 12000",
    expect.stringMatching(/^before 2023-01-02/),
    "removed: 2",
  ]);
  await store.close();
  rmSync(folder, { recursive: true });
}, 30_000);

test("SEC-BAK-08: a hold set while old rows are being removed holds from its answer on; when it is lifted, they go", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-retention-"));
  const file = join(folder, "hub.db");
  const opened = await openSqliteStore({ file, changes: 100, undecodable: 10, auditKey: new Uint8Array(32) });
  const { store, access } = opened;
  await store.commit({ tenant: TENANT, writes: oldReadings });
  while (await opened.readings.pack(START as Instant, true));
  const at = { now: START as Instant, source: "", requestId: "" };
  let beforePart: (() => Promise<unknown>) | null = null;
  const retentions = createRetentions({
    ...{ store, access, clock: () => START as Instant, home: TENANT },
    expiry: {
      expire: async (part) => {
        await beforePart?.();
        return opened.expiry.expire(part);
      },
    },
    tenantsNow: async () => [TENANT],
    figures: async () => ({}),
  });
  await retentions.advance(0);
  const left = () => storedReadings(file).length;
  const hold = { since: OLD as Instant, reason: "火灾事故调查" };
  const answered = new Promise<number>((resolve, reject) => {
    // The first part has its limit already; the hold is stored before it removes anything.
    beforePart = async () => {
      beforePart = null;
      const put = retentions.put(WHO, 0, new Map([["readings", { days: 400, hold }] as const]), at);
      put.then(left).then(resolve, reject);
      while ((await access.item(TENANT, "setting", "retention")) === null) await setImmediate();
    };
  });
  await retentions.run();
  const held = await answered;
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThan(12_000);
  expect(left()).toBe(held);
  await retentions.run();
  expect(left()).toBe(held);
  // Days alone leave the hold as it is.
  await retentions.put(WHO, 1, new Map([["readings", { days: 500 }] as const]), at);
  await retentions.run();
  expect(left()).toBe(held);
  await retentions.put(WHO, 2, new Map([["readings", { days: 500, hold: null }] as const]), at);
  await retentions.run();
  expect(left()).toBe(0);
  await store.close();
  rmSync(folder, { recursive: true });
}, 30_000);
