import { type Instant, isSessionEnd, sessionEnds } from "@dianan/model";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FigureQuery, SessionRow } from "./charging.ts";
import type { Store } from "./store.ts";
import { type OpenStore, tenant } from "./writes.contract.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 480;
/** Monday 2026-11-02 00:00 in China. */
const MONDAY = Date.UTC(2026, 10, 1, 16);

const row = (id: string, more: Partial<SessionRow> = {}): SessionRow => ({
  ...{ id, deviceId: "d1", componentId: "p1", unitId: "u1", order: null, startedAt: MONDAY, endedAt: null },
  ...{ energy: null, amount: null, maxPower: null, end: null, isAbnormal: false, rawCode: null },
  ...more,
});
const query = (more: Partial<FigureQuery> = {}): FigureQuery => ({
  ...{ from: MONDAY, to: MONDAY + 60 * DAY, bucket: "day", utcOffsetMinutes: ZONE, perPort: false, units: null },
  ...{ componentId: null, after: null, limit: 500 },
  ...more,
});

/** What every store must know of charging; an adapter's test is one call of this. */
export const chargingContract = (name: string, open: OpenStore): void => {
  describe(`Store ${name}, charging`, () => {
    let store: Store;
    beforeAll(async () => {
      ({ store } = await open({ changes: 1_000, undecodable: 10 }));
    });
    afterAll(() => store.close());
    const put = (...rows: readonly SessionRow[]) =>
      store.commit({
        tenant,
        writes: rows.map((one) => ({ kind: "session", row: one, receivedAt: MONDAY as Instant }) as const),
      });
    const figures = async (more: Partial<FigureQuery> = {}) => (await store.chargingFigures(tenant, query(more))).items;

    test("a session is read as it was written, and the same again replaces", async () => {
      const first = row("s1", { order: "o", startedAt: MONDAY + HOUR });
      await put(first);
      expect(await store.session(tenant, "s1")).toEqual(first);
      const ended = {
        ...first,
        endedAt: MONDAY + 2 * HOUR,
        energy: 8_200,
        amount: 120,
        maxPower: 1_860,
        end: "full" as const,
      };
      await put(ended, ended);
      expect(await store.session(tenant, "s1")).toEqual(ended);
      expect(await store.session("other" as typeof tenant, "s1")).toBeNull();
      expect(await figures({ units: ["u1"] })).toEqual([
        ...[
          {
            from: MONDAY,
            unitId: "u1",
            componentId: null,
            sessions: 1,
            abnormal: 0,
            energy: 8_200,
            chargedMs: HOUR,
            ends: { full: 1 },
          },
        ],
      ]);
    });

    test("pages go from new to old, filtered, without gap or repeat", async () => {
      const rows = Array.from({ length: 25 }, (_, n) =>
        row(`page-${String(n).padStart(2, "0")}`, {
          ...{ unitId: n % 2 === 0 ? "u-even" : "u-odd", deviceId: `d-${n % 3}`, componentId: `p-${n % 5}` },
          ...{ startedAt: MONDAY + 40 * DAY + Math.floor(n / 3) * HOUR, isAbnormal: n % 4 === 0 },
        }),
      );
      await put(...rows);
      const span = { from: (MONDAY + 40 * DAY) as Instant, to: (MONDAY + 41 * DAY) as Instant };
      const none = { unitId: null, deviceId: null, componentId: null, abnormal: null };
      const all = async (filter: object): Promise<readonly string[]> => {
        const ids: string[] = [];
        let after: string | null = null;
        do {
          const page = await store.sessions(tenant, { ...span, ...none, ...filter, after, limit: 4 });
          ids.push(...page.items.map(({ id }) => id));
          after = page.next;
        } while (after !== null);
        return ids;
      };
      const sorted = [...rows].sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1));
      const idsOf = (keep: (one: SessionRow) => boolean) => sorted.filter(keep).map(({ id }) => id);
      expect(await all({})).toEqual(idsOf(() => true));
      expect(await all({ unitId: "u-odd" })).toEqual(idsOf(({ unitId }) => unitId === "u-odd"));
      expect(await all({ deviceId: "d-1", abnormal: true })).toEqual(
        idsOf((one) => one.deviceId === "d-1" && one.isAbnormal),
      );
      expect(await all({ componentId: "p-3", unitId: "u-even" })).toEqual(
        idsOf((one) => one.componentId === "p-3" && one.unitId === "u-even"),
      );
      expect(await all({ abnormal: true })).toEqual(idsOf(({ isAbnormal }) => isAbnormal));
      expect(await all({ abnormal: false })).toEqual(idsOf(({ isAbnormal }) => !isAbnormal));
      await expect(store.sessions(tenant, { ...span, ...none, after: "x", limit: 1 })).rejects.toMatchObject({
        code: "bad-position",
      });
    });

    test("sums are what a walk through all sessions would give, whatever was written again, by every period", async () => {
      const starts = { hour: HOUR, day: DAY, week: 7 * DAY };
      const written = fc.array(
        fc.record({
          id: fc.integer({ min: 0, max: 9 }),
          unit: fc.constantFrom("x1", "x2"),
          port: fc.constantFrom("q1", "q2", "q3"),
          hours: fc.integer({ min: 0, max: 24 * 50 }),
          minutes: fc.option(fc.integer({ min: 0, max: 600 })),
          energy: fc.option(fc.nat(9_999)),
          end: fc.constantFrom(...Object.keys(sessionEnds).filter(isSessionEnd)),
        }),
        { minLength: 1, maxLength: 20 },
      );
      let round = 0;
      await fc.assert(
        fc.asyncProperty(written, async (list) => {
          round += 1;
          const unitOf = (unit: string): string => `${unit}-${round}`;
          const now = new Map<string, SessionRow>();
          for (const one of list) {
            const startedAt = MONDAY + one.hours * HOUR + 1_234;
            const isEnded = one.minutes !== null;
            const next = row(`sum-${round}-${one.id}`, {
              ...{ unitId: unitOf(one.unit), componentId: one.port, startedAt, energy: one.energy },
              endedAt: one.minutes === null ? null : startedAt + one.minutes * 60_000,
              end: isEnded ? one.end : null,
              isAbnormal: isEnded && sessionEnds[one.end].isAbnormal,
            });
            now.set(next.id, next);
            await put(next);
          }
          const units = [unitOf("x1"), unitOf("x2")];
          for (const bucket of ["hour", "day", "week", "month"] as const)
            for (const perPort of [false, true]) {
              const found = await figures({ bucket, perPort, units });
              const startOf = (at: number): number =>
                bucket === "month"
                  ? Date.UTC(new Date(at + 8 * HOUR).getUTCFullYear(), new Date(at + 8 * HOUR).getUTCMonth(), 1) -
                    8 * HOUR
                  : MONDAY + Math.floor((at - MONDAY) / starts[bucket]) * starts[bucket];
              const naive = new Map<
                string,
                { sessions: number; abnormal: number; energy: number; chargedMs: number; ends: Record<string, number> }
              >();
              for (const one of now.values()) {
                const key = `${startOf(one.startedAt)} ${one.unitId} ${perPort ? one.componentId : null}`;
                const sum = naive.get(key) ?? { sessions: 0, abnormal: 0, energy: 0, chargedMs: 0, ends: {} };
                sum.sessions += 1;
                sum.abnormal += one.isAbnormal ? 1 : 0;
                sum.energy += one.energy ?? 0;
                sum.chargedMs += one.endedAt === null ? 0 : one.endedAt - one.startedAt;
                if (one.end !== null) sum.ends[one.end] = (sum.ends[one.end] ?? 0) + 1;
                naive.set(key, sum);
              }
              const got = new Map(
                found.map(
                  ({ from, unitId, componentId, ...sum }) => [`${from} ${unitId} ${componentId}`, sum] as const,
                ),
              );
              expect(Object.fromEntries(got), bucket).toEqual(Object.fromEntries(naive));
            }
        }),
        { numRuns: 15 },
      );
    });

    test("pages of sums join to the whole, and a page of a site or port is its part", async () => {
      await put(
        ...Array.from({ length: 30 }, (_, n) =>
          row(`f-${n}`, { unitId: `fu-${n % 3}`, componentId: `fp-${n % 6}`, startedAt: MONDAY + (n % 5) * DAY }),
        ),
      );
      const units = ["fu-0", "fu-1", "fu-2"];
      const whole = await figures({ units, perPort: true });
      const joined: unknown[] = [];
      let after: string | null = null;
      do {
        const page = await store.chargingFigures(tenant, query({ units, perPort: true, after, limit: 4 }));
        joined.push(...page.items);
        after = page.next;
      } while (after !== null);
      expect(joined).toEqual(whole);
      expect(await figures({ units: ["fu-1"], perPort: true })).toEqual(
        whole.filter(({ unitId }) => unitId === "fu-1"),
      );
      expect(await figures({ units, componentId: "fp-2", perPort: true })).toEqual(
        whole.filter(({ componentId }) => componentId === "fp-2"),
      );
      expect(await figures({ units: [] })).toEqual([]);
      await expect(figures({ after: "nonsense" })).rejects.toMatchObject({ code: "bad-position" });
    });
  });
};
