import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instant, tenantId } from "@dianan/model";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { ReadingRow, ReadingSeries } from "../ports/readings.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const HOUR = 3_600_000;
const AT = 1_764_000_000_000 - (1_764_000_000_000 % (24 * HOUR));
const tenant = tenantId("t1");
const folder = mkdtempSync(join(tmpdir(), "dianan-readings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const open = () => {
  files += 1;
  const file = join(folder, `${files}.db`);
  return openSqliteStore({ file, changes: 100, undecodable: 10, auditKey: new Uint8Array(32) });
};

const aRow: fc.Arbitrary<ReadingRow> = fc
  .record({
    device: fc.integer({ min: 1, max: 2 }),
    minute: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 40 * 60 })),
    part: fc.integer({ min: 0, max: 1 }),
    values: fc.array(
      fc.record({
        component: fc.constantFrom(null, "c1", "c2"),
        quantity: fc.constantFrom("temperature", "current"),
        value: fc.integer({ min: -500, max: 70_000 }),
        quality: fc.constantFrom("good", "good", "good", "uncertain"),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ device, minute, part, values }) => {
    const at = (AT + minute * 60_000) as Instant;
    return { deviceId: `d${device}`, at, part, receivedAt: (at + 300) as Instant, values };
  });
type Step = { readonly rows: readonly ReadingRow[] } | { readonly pack: number };
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.array(aRow, { minLength: 1, maxLength: 25 }).map((rows) => ({ rows })) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 9 }).map((pack) => ({ pack })) },
  ),
  { minLength: 1, maxLength: 12 },
);

/** The series of rows, worked out one value at a time. */
const seriesOf = (rows: readonly ReadingRow[], from: number, to: number, stepMs: number) => {
  const found = new Map<string, Map<number, number[]>>();
  for (const { at, values } of rows)
    for (const { component, quantity, value, quality } of values) {
      if (quality !== "good" || at < from || at >= to) continue;
      const name = `${component} ${quantity}`;
      const own = found.get(name) ?? new Map<number, number[]>();
      const step = from + Math.floor((at - from) / stepMs) * stepMs;
      own.set(step, [...(own.get(step) ?? []), value]);
      found.set(name, own);
    }
  return Object.fromEntries(
    [...found].map(([name, own]) => [
      name,
      [...own]
        .sort(([a], [b]) => a - b)
        .map(([step, all]) => ({
          ...{ from: step, count: all.length, min: Math.min(...all), max: Math.max(...all), last: all.at(-1) },
          mean: all.reduce((sum, one) => sum + one, 0) / all.length,
        })),
    ]),
  );
};
const shown = (all: readonly ReadingSeries[]) =>
  Object.fromEntries(all.map(({ component, quantity, steps: own }) => [`${component} ${quantity}`, own]));

test("EF-4.1, EF-4.3: law: whatever came in whatever order, twice or late, packed or not: pages and series say the same", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { store, readings } = await open();
      const kept = new Map<string, ReadingRow>();
      try {
        for (const step of all) {
          if ("pack" in step) {
            for (let n = 0; n < step.pack; n += 1) await readings.pack(AT as Instant, true);
            continue;
          }
          await store.commit({ tenant, writes: step.rows.map((row) => ({ kind: "reading", row })) });
          for (const row of step.rows) {
            const place = `${row.deviceId} ${row.at} ${row.part}`;
            if (!kept.has(place)) kept.set(place, row);
          }
          for (const deviceId of ["d1", "d2"]) {
            const rows = [...kept.values()]
              .filter((row) => row.deviceId === deviceId)
              .sort((a, b) => a.at - b.at || a.part - b.part);
            const page = await store.readings(tenant, { deviceId, from: null, to: null, after: null, limit: 10_000 });
            expect(page.items).toEqual([...rows].reverse());
            for (const [from, to, stepMs] of [
              [AT, AT + 48 * HOUR, HOUR],
              [AT - 8 * HOUR, AT + 40 * HOUR, 24 * HOUR],
              [AT, AT + HOUR, 60_000],
              [AT + 600_000, AT + 20 * HOUR, 900_000],
            ] as const) {
              const query = {
                deviceId,
                component: null,
                quantity: null,
                from: from as Instant,
                to: to as Instant,
                stepMs,
              };
              expect(shown(await store.readingSeries(tenant, query))).toEqual(seriesOf(rows, from, to, stepMs));
            }
          }
        }
      } finally {
        await store.close();
      }
    }),
    { numRuns: 12 },
  );
});

test("EF-4.1: a step of packing that shares its transaction with a batch that fails loses nothing", async () => {
  const { store, readings } = await open();
  const row = (n: number): ReadingRow => ({
    ...{ deviceId: `d${n % 70}`, at: (AT + n * 1_000) as Instant, part: 0, receivedAt: AT as Instant },
    values: [{ component: null, quantity: "temperature", value: n, quality: "good" }],
  });
  await store.commit({ tenant, writes: Array.from({ length: 400 }, (_, n) => ({ kind: "reading", row: row(n) })) });
  const bad = { kind: "dismiss", protocol: "p", wireAddress: "nowhere", at: AT as Instant } as const;
  for (let n = 0; n < 12; n += 1) {
    // While the first is under way the others wait; they share the next transaction, the step before what fails.
    const first = store.commit({ tenant, writes: [] });
    const step = readings.pack(AT as Instant, true);
    const failing = store.commit({ tenant, writes: [bad] });
    await expect(failing).rejects.toMatchObject({ code: "conflict" });
    await first;
    await step;
  }
  while (await readings.pack(AT as Instant, true));
  let found = 0;
  for (let device = 0; device < 70; device += 1) {
    const query = { deviceId: `d${device}`, from: null, to: null, after: null, limit: 100 };
    found += (await store.readings(tenant, query)).items.length;
  }
  expect(found).toBe(400);
  await store.close();
});

test("a value that is no scaled integer is refused, with all of its batch", async () => {
  const { store } = await open();
  const row = (value: number): ReadingRow => ({
    ...{ deviceId: "d1", at: AT as Instant, part: 0, receivedAt: AT as Instant },
    values: [{ component: null, quantity: "temperature", value, quality: "good" }],
  });
  for (const value of [1.5, 2 ** 50 + 2, -(2 ** 51), Number.NaN, Number.POSITIVE_INFINITY]) {
    const writes = [row(7), row(value)].map((one) => ({ kind: "reading", row: one }) as const);
    await expect(store.commit({ tenant, writes })).rejects.toMatchObject({ code: "failed" });
  }
  const query = { deviceId: "d1", from: null, to: null, after: null, limit: 10 };
  expect((await store.readings(tenant, query)).items).toEqual([]);
  await store.commit({ tenant, writes: [{ kind: "reading", row: row(-(2 ** 50)) }] });
  expect((await store.readings(tenant, query)).items).toEqual([row(-(2 ** 50))]);
  await store.close();
});
