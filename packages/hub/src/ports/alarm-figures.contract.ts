import type { Instant } from "@dianan/model";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AlarmLife } from "../core/alarm-life-state.ts";
import type { AlarmFigureQuery, Dimension } from "./alarm-figures.ts";
import type { Store } from "./store.ts";
import type { Write } from "./write.ts";
import { type OpenStore, put, tenant } from "./writes.contract.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 480;
/** Midnight of 2026-01-30 in China: weeks and months end soon after. */
const START = Date.UTC(2026, 0, 29, 16);
const NOW = START + 60 * DAY;

const places = {
  u1: { regionCode: "350582101", placeType: "school", community: "灵水", operatorId: "op-1" },
  u2: { regionCode: "350582102", placeType: "industry", community: "大布林", operatorId: "op-2" },
  u3: { regionCode: "350582102", placeType: "industry" },
} as const;

type Alarm = {
  readonly id: string;
  readonly unit: keyof typeof places;
  readonly device: "d1" | "d2";
  readonly type: string;
  readonly severity: string;
  readonly receivedAt: number;
  readonly acknowledgedAfter: number | null;
  readonly rectifiedAfter: number | null;
  readonly closedAs: "resolved" | "false" | null;
  readonly isDeleted: boolean;
};

const alarms = fc.array(
  fc.record({
    id: fc.integer({ min: 0, max: 19 }).map(String),
    unit: fc.constantFrom("u1" as const, "u2" as const, "u3" as const),
    device: fc.constantFrom("d1" as const, "d2" as const),
    type: fc.constantFrom("smoke", "heat"),
    severity: fc.constantFrom("high", "low"),
    receivedAt: fc.integer({ min: -2 * DAY, max: 40 * DAY }).map((ms) => START + ms),
    acknowledgedAfter: fc.option(fc.integer({ min: 1, max: 2 * DAY })),
    // A week is in time.
    rectifiedAfter: fc.option(fc.integer({ min: 1, max: 14 * DAY })),
    closedAs: fc.constantFrom("resolved" as const, "false" as const, null),
    isDeleted: fc.boolean(),
  }),
  { maxLength: 25 },
);

const by = { kind: "person", id: "user-1", name: "陈伟" } as const;

/** What every store must count of alarms; an adapter's test is one call of this. */
export const alarmFiguresContract = (name: string, open: OpenStore): void => {
  describe(`Store ${name}, figures of alarms`, () => {
    let store: Store;
    const commit = (...writes: readonly Write[]) => store.commit({ tenant, writes });
    beforeAll(async () => {
      ({ store } = await open({ changes: 1_000_000, undecodable: 10 }));
      await commit(...Object.entries(places).map(([id, body]) => put("unit", id, body)));
      await commit(put("device", "d1", { modelId: "m1", type: "pile" }), put("device", "d2", {}));
      const body = { entry: { vendorId: "v1" }, updatedAt: 1, deleted: false };
      await commit({
        kind: "item",
        item: { kind: "deviceModel", id: "m1", body, lookup: null, expiresAt: null },
        ifVersion: null,
      });
    });
    afterAll(() => store.close());

    const write = async (one: Alarm, id: string): Promise<void> => {
      const set = {
        ...{ deviceId: one.device, unitId: one.unit, class: "alarm", type: one.type, severity: one.severity },
        ...{ state: "raised", repeats: 0, receivedAt: new Date(one.receivedAt).toISOString() },
      };
      await commit({ ...put("alarm", id, set), at: one.receivedAt as Instant } as Write);
      const life = (await store.record(tenant, "alarm", id))?.life as AlarmLife;
      const acknowledgedAt = one.receivedAt + (one.acknowledgedAfter ?? 0);
      const next: AlarmLife = {
        ...{ ...life, stage: one.closedAs === null ? "acknowledged" : "closed" },
        acknowledged: one.acknowledgedAfter === null ? null : { at: acknowledgedAt, by, via: "web" },
        rectification:
          one.rectifiedAfter === null
            ? null
            : { at: NOW, by, text: "已更换", rectifiedAt: one.receivedAt + one.rectifiedAfter, files: [] },
        closure: one.closedAs === null ? null : { at: NOW, by, reason: one.closedAs, text: "", hasCleared: false },
      };
      await commit({
        ...{ kind: "put", record: "alarm", id, set: {}, at: NOW as Instant, how: "merge" },
        handling: { life: next, entries: [] },
      });
      if (one.isDeleted) await commit({ kind: "delete", record: "alarm", id, at: NOW as Instant });
    };
    const query = (more: Partial<AlarmFigureQuery>): AlarmFigureQuery => ({
      ...{
        from: START,
        to: START + 30 * DAY,
        now: NOW,
        by: ["month"],
        utcOffsetMinutes: ZONE,
        acknowledgeWithinMs: DAY,
      },
      ...{ type: null, class: null, units: null, limit: 5_000 },
      ...more,
    });
    const china = (at: number): string => new Date(at + ZONE * 60_000).toISOString();
    const said = (one: Alarm, dimension: Dimension): string | null => {
      const place: { readonly [member: string]: string } = places[one.unit];
      const told: { readonly [D in Dimension]?: string } = {
        ...{ month: china(one.receivedAt).slice(0, 7), day: china(one.receivedAt).slice(0, 10) },
        ...{ year: china(one.receivedAt).slice(0, 4) },
        ...{ hour: china(one.receivedAt).slice(0, 13), unitId: one.unit, type: one.type, severity: one.severity },
        ...(one.device === "d1" ? { vendorId: "v1", deviceType: "pile" } : {}),
      };
      return told[dimension] ?? place[dimension] ?? null;
    };

    const sorted = (all: readonly (number | null)[]): readonly number[] =>
      all.filter((one) => one !== null).sort((a, b) => a - b);
    /** What there is of these alarms, counted one by one. */
    const walk = (own: readonly Alarm[]): object => {
      const acknowledge = sorted(own.map((one) => one.acknowledgedAfter));
      const rectify = sorted(own.map((one) => one.rectifiedAfter));
      const rank = (all: readonly number[]): number | null => all[Math.ceil(all.length * 0.9) - 1] ?? null;
      const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
      return {
        ...{ raised: own.length, acknowledged: acknowledge.length, rectified: rectify.length },
        closed: own.filter((one) => one.closedAs !== null).length,
        asFalse: own.filter((one) => one.closedAs === "false").length,
        acknowledgedInTime: acknowledge.filter((ms) => ms <= DAY).length,
        rectifiedInTime: rectify.filter((ms) => ms <= 7 * DAY).length,
        ...{ acknowledgeMs: sum(acknowledge), rectifyMs: sum(rectify) },
        ...{ acknowledgeP90Ms: rank(acknowledge), rectifyP90Ms: rank(rectify) },
      };
    };

    test("EF-4.3: cells are what a walk through all alarms would give, by whatever dimensions", async () => {
      let round = 0;
      const cuts = fc.uniqueArray(
        fc.constantFrom<Dimension>(
          ...(["month", "regionCode", "community", "placeType", "unitId", "operatorId", "vendorId"] as const),
          ...(["deviceType", "type", "severity"] as const),
        ),
        { minLength: 1, maxLength: 4 },
      );
      const periods = fc.constantFrom<Dimension>("year", "month", "day", "hour");
      const units = fc.option(fc.subarray(["u1", "u2", "u3"]));
      await fc.assert(
        fc.asyncProperty(alarms, cuts, periods, units, async (list, cut, period, only) => {
          round += 1;
          const class_ = `class-${round}`;
          const now = new Map<string, Alarm>(list.map((one) => [`${round}-${one.id}`, one]));
          for (const [id, one] of now) {
            await write(one, id);
            await commit(put("alarm", id, { class: class_ }, "merge"));
          }
          const dimensions = cut.map((one) => (one === "month" ? period : one));
          const found = await store.alarmFigures(tenant, query({ by: dimensions, class: class_, units: only }));
          const naive = new Map<string, Alarm[]>();
          for (const one of now.values()) {
            const isIn = one.receivedAt >= START && one.receivedAt < START + 30 * DAY;
            if (one.isDeleted || !isIn || !(only?.includes(one.unit) ?? true)) continue;
            const key = JSON.stringify(dimensions.map((dimension) => said(one, dimension)));
            naive.set(key, [...(naive.get(key) ?? []), one]);
          }
          const got = found.cells.map(({ key, ...sum }) => [JSON.stringify(key), sum]);
          const walked = [...naive].map(([key, own]) => [key, expect.objectContaining(walk(own))]);
          expect(Object.fromEntries(got)).toEqual(Object.fromEntries(walked));
          expect(got.length).toBe(naive.size);
          expect(found.total).toMatchObject(walk([...naive.values()].flat()));
        }),
        { numRuns: 30 },
      );
    });

    test("EF-4.3: what was not dealt with in time is overdue, and what comes later is not", async () => {
      const one: Alarm = {
        ...{ id: "late", unit: "u1", device: "d1", type: "overdue", severity: "high", receivedAt: START },
        ...{ acknowledgedAfter: HOUR, rectifiedAfter: null, closedAs: null, isDeleted: false },
      };
      await write(one, "late");
      const overdueAt = async (now: number) =>
        (await store.alarmFigures(tenant, query({ type: "overdue", now }))).cells[0]?.overdue;
      expect([await overdueAt(START + 7 * DAY - 1), await overdueAt(START + 7 * DAY)]).toEqual([0, 1]);
      const none = { cells: [], total: expect.objectContaining({ raised: 0, acknowledgeP90Ms: null }) };
      expect(await store.alarmFigures(tenant, query({ type: "overdue", to: START }))).toEqual(none);
      expect(await store.alarmFigures("other" as typeof tenant, query({ type: "overdue" }))).toEqual(none);
    });

    test("EF-4.3, ISA-18.2: chattering counts repeats, standing counts what was not over then", async () => {
      const at = START + 100 * DAY;
      const body = { deviceId: "d9", unitId: "u9", class: "alarm", type: "smoke", state: "raised", repeats: 0 };
      const put9 = (ms: number, more: object): Write =>
        ({ ...put("alarm", "chatter", { ...body, ...more }, ms === 0 ? "replace" : "merge"), at: at + ms }) as Write;
      await commit(put9(0, { receivedAt: new Date(at).toISOString() }));
      const judge = (from: number, to: number) => store.alarmQuality(tenant, { from, to, units: ["u9"] });
      expect(await judge(at, at + HOUR)).toMatchObject({
        alarms: 1,
        ofTopClass: 1,
        chattering: 0,
        standing: 1,
        stale: 0,
      });
      await commit(put9(1_000, { repeats: 1 }));
      await commit(put9(2_000, { repeats: 2 }));
      const source = { deviceId: "d9", type: "smoke", count: 3 };
      expect(await judge(at, at + HOUR)).toMatchObject({ alarms: 1, chattering: 1, topSources: [source] });
      expect(await judge(at + 2 * DAY, at + 3 * DAY)).toMatchObject({ alarms: 0, standing: 1, stale: 1 });
      await commit(put9(2 * DAY, { state: "cleared", clearedAt: "2026-05-12T00:00:00+08:00" }));
      const over = Date.parse("2026-05-12T00:00:00+08:00");
      expect((await judge(at, over)).standing).toBe(1);
      expect((await judge(at, over + 1)).standing).toBe(0);
      expect(await store.alarmQuality(tenant, { from: at, to: at + HOUR, units: [] })).toMatchObject({ alarms: 0 });
      await commit(put9(3 * DAY, { class: "event" }));
      expect(await judge(at, over)).toMatchObject({ alarms: 0, chattering: 0, standing: 0, topSources: [] });
    });
  });
};
