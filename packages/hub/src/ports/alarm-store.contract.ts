import type { TenantId } from "@dianan/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AlarmEntry } from "../core/alarm-entry.ts";
import type { AlarmLife } from "../core/alarm-life-state.ts";
import type { JsonObject, RecordActor } from "./records.ts";
import type { Store } from "./store.ts";
import type { Write } from "./write.ts";
import { AT, later, type OpenStore, put, tenant } from "./writes.contract.ts";

const DAY = 86_400_000;
const officer: RecordActor = { kind: "person", id: "user-1", name: "陈伟" };
const body = (more: JsonObject = {}): JsonObject => ({
  ...{ deviceId: "d1", unitId: "u1", class: "alarm", type: "residualCurrentOver", state: "raised", repeats: 0 },
  receivedAt: new Date(AT).toISOString(),
  ...more,
});
const entry = (kind: AlarmEntry["kind"], text: string | null = null): AlarmEntry => ({
  ...{ kind, at: AT, by: officer, via: "web", text, files: [] },
});

/** What every store does with the lives of alarms; an adapter's test is one call of this. */
export const alarmStoreContract = (name: string, open: OpenStore): void => {
  describe(`alarms in Store ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      ({ store } = await open({ changes: 1_000_000, undecodable: 100 }));
    });
    afterAll(() => store.close());
    const commit = (...writes: readonly Write[]) => store.commit({ tenant, writes });
    const lifeOf = async (id: string): Promise<AlarmLife> => {
      const life = (await store.record(tenant, "alarm", id))?.life;
      if (life === undefined) throw new Error(`${id} has no life`);
      return life;
    };
    /** An act, as the engine writes it. */
    const act = (id: string, life: AlarmLife, kind: AlarmEntry["kind"], set: JsonObject = {}): Write => ({
      ...{ kind: "put", record: "alarm", id, set, at: AT, how: "merge", by: officer },
      handling: { life: { ...life, acts: life.acts + 1 }, entries: [entry(kind)] },
    });
    const kinds = async (id: string) => (await store.alarmEntries(tenant, id, null, 100)).items.map((one) => one.kind);

    test("EF-4.2: a new alarm is unacknowledged, due in a week, and its history begins", async () => {
      await commit(put("alarm", "new", body()));
      expect(await lifeOf("new")).toMatchObject({ stage: "unacknowledged", dueAt: AT + 7 * DAY, sender: null });
      expect(await kinds("new")).toEqual(["raised"]);
      await commit(put("device", "pile", { type: "chargingPile", unitId: "u1" }));
      await commit(put("alarm", "charging", body({ deviceId: "pile" })));
      expect((await lifeOf("charging")).dueAt).toBe(AT + 3 * DAY);
    });

    test("EF-4.2: an act is a version of the record, a place in the feed and a line of the history, all at once", async () => {
      await commit(put("alarm", "acted", body()));
      const { head } = await store.feed(tenant);
      const life: AlarmLife = { ...(await lifeOf("acted")), stage: "acknowledged" };
      const { puts } = await commit(act("acted", life, "acknowledged"));
      expect(puts).toMatchObject([{ id: "acted", status: "updated", version: 2 }]);
      const [change] = await store.changes(tenant, head, 10);
      expect(change).toMatchObject({ id: "acted", version: 2, record: { life: { stage: "acknowledged" } } });
      expect(change?.record.body).toEqual(body());
      expect((await store.record(tenant, "alarm", "acted"))?.body).toEqual(body());
      expect(await kinds("acted")).toEqual(["raised", "acknowledged"]);
    });

    test("the same act written twice is one version and one line", async () => {
      await commit(put("alarm", "twice", body()));
      const write = act("twice", { ...(await lifeOf("twice")), stage: "acknowledged" }, "acknowledged");
      await commit(write);
      expect((await commit(write)).puts).toMatchObject([{ status: "unchanged", version: 2 }]);
      expect(await kinds("twice")).toEqual(["raised", "acknowledged"]);
    });

    test("a batch that fails writes neither life nor history", async () => {
      await commit(put("alarm", "undone", body()));
      const write = act("undone", { ...(await lifeOf("undone")), stage: "acknowledged" }, "acknowledged");
      const spoilt = { ...put("alarm", "new", body({ n: 1 })), ifVersion: 99 } as Write;
      await expect(commit(write, spoilt)).rejects.toMatchObject({ code: "conflict" });
      expect((await lifeOf("undone")).stage).toBe("unacknowledged");
      expect(await kinds("undone")).toEqual(["raised"]);
    });

    test("EF-4.2: what a device says changes the record and keeps what people did", async () => {
      await commit(put("alarm", "kept", body()));
      await commit(act("kept", { ...(await lifeOf("kept")), stage: "acknowledged" }, "acknowledged"));
      await commit(put("alarm", "kept", { repeats: 1 }, "merge"), put("alarm", "kept", { recoveredAt: "x" }, "merge"));
      await commit(put("alarm", "kept", body({ description: "again" })));
      expect((await lifeOf("kept")).stage).toBe("acknowledged");
      expect(await kinds("kept")).toEqual(["raised", "acknowledged", "repeated", "recovered"]);
    });

    test("EF-4.2: a history comes in pages, oldest first, without gaps; a foreign position is refused", async () => {
      await commit(put("alarm", "long", body()));
      for (let n = 1; n <= 7; n += 1) await commit(put("alarm", "long", { repeats: n }, "merge"));
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<Store["alarmEntries"]>> = await store.alarmEntries(tenant, "long", after, 3);
        ids.push(...page.items.map((one) => one.id));
        after = page.next;
      } while (after !== null);
      expect(ids).toEqual(Array.from({ length: 8 }, (_, n) => `entry-${n + 1}-0`));
      for (const bad of ["x", "1", "1.x", "' OR 1=1"])
        await expect(store.alarmEntries(tenant, "long", bad, 3)).rejects.toMatchObject({ code: "bad-position" });
      expect(await store.alarmEntries("t2" as typeof tenant, "long", null, 3)).toEqual({ items: [], next: null });
    });

    test("SEC-PII-07: a person who is removed has no name in what they did; what they did stays", async () => {
      await commit(put("alarm", "erased", body()));
      const told = { at: AT, by: officer, text: "检查线缆" };
      const life: AlarmLife = { ...(await lifeOf("erased")), stage: "acknowledged", advice: told };
      await commit(act("erased", { ...life, acknowledged: { at: AT, by: officer, via: "web" } }, "acknowledged"));
      const { head } = await store.feed(tenant);
      await commit({ kind: "eraseActor", id: "user-1", name: "已删除" });
      const now = await lifeOf("erased");
      expect(now.acknowledged?.by).toEqual({ ...officer, name: "已删除" });
      expect(now.advice).toEqual({ ...told, by: { ...officer, name: "已删除" } });
      const { items } = await store.alarmEntries(tenant, "erased", null, 10);
      expect(items.map(({ kind, by }) => [kind, by.name])).toEqual([
        ["raised", "d1"],
        ["acknowledged", "已删除"],
      ]);
      const [change] = await store.changes(tenant, head - 1, 1);
      expect(JSON.stringify(change)).not.toContain("陈伟");
    });

    test("EF-4.2: the clock is given what is due and nothing else, soonest first", async () => {
      const { store: own } = await open({ changes: 100, undecodable: 10 });
      const give = (id: string, set: Partial<AlarmLife>, more: JsonObject = {}) =>
        own.record(tenant, "alarm", "a").then((record) => ({
          ...put("alarm", id, body(more)),
          handling: { life: { ...(record?.life as AlarmLife), ...set }, entries: [] },
        }));
      await own.commit({ tenant, writes: [put("alarm", "a", body())] });
      const shelf = (minutes: number) => ({ shelf: { until: AT + minutes, reason: "r" } });
      const writes = [await give("b", shelf(20)), await give("c", shelf(10)), await give("d", { dueAt: AT + 30 })];
      await own.commit({ tenant, writes: [...writes, await give("e", { ...shelf(5), dueAt: null })] });
      await own.commit({ tenant, writes: [{ kind: "delete", record: "alarm", id: "e", at: AT }] });
      expect(await own.alarmsDueAt(tenant)).toBe(later(10));
      expect(await own.alarmsDueAt("nobody" as TenantId)).toBe(null);
      expect(await own.alarmsDue(tenant, later(4), 10)).toEqual([]);
      expect(await own.alarmsDue(tenant, later(30), 10)).toEqual(["c", "b", "d"]);
      expect(await own.alarmsDue(tenant, later(30), 1)).toEqual(["c"]);
      await own.close();
    });

    test("EF-4.3: tallies hold each open alarm once, with where its unit is", async () => {
      const { store: own } = await open({ changes: 100, undecodable: 10 });
      const of = async (id: string) => (await own.record(tenant, "alarm", id))?.life as AlarmLife;
      await own.commit({
        tenant,
        writes: [
          put("unit", "u1", { community: "灵水", operatorId: "op" }),
          ...["a", "b", "c", "d", "gone"].map((id) => put("alarm", id, body())),
          put("alarm", "f", body({ class: "fault", unitId: "u2" })),
          { kind: "delete", record: "alarm", id: "gone", at: AT },
        ],
      });
      const life = await of("a");
      const change = (id: string, set: Partial<AlarmLife>): Write => ({
        ...{ kind: "put", record: "alarm", id, set: {}, at: AT, how: "merge" },
        handling: { life: { ...life, ...set }, entries: [] },
      });
      const shelf = { until: AT + 1_000, reason: "r" };
      const writes = [change("b", { stage: "acknowledged", dueAt: AT + 1 }), change("c", { shelf })];
      await own.commit({ tenant, writes: [...writes, change("d", { stage: "closed" })] });
      const rows = await own.alarmTallies(tenant, later(10));
      expect([...rows].sort((x, y) => (x.class + x.stage < y.class + y.stage ? -1 : 1))).toMatchObject([
        { class: "alarm", stage: "acknowledged", unitId: "u1", shown: 1, shelved: 0, overdue: 1 },
        { class: "alarm", stage: "unacknowledged", unit: { community: "灵水" }, shown: 1, shelved: 1, oldestAt: AT },
        { class: "fault", stage: "unacknowledged", unitId: "u2", unit: {}, shown: 1, overdue: 0 },
      ]);
      expect(await own.alarmTallies("t2" as typeof tenant, later(10))).toEqual([]);
      await own.close();
    });

    test("EF-4.2: what a storm has grouped is found under its root, by unit, with the first of each", async () => {
      const { store: own } = await open({ changes: 100, undecodable: 10 });
      const at = (n: number) => new Date(AT + n * 1_000).toISOString();
      const raised = (id: string, n: number, unitId: string, rootId?: string): Write => ({
        ...put("alarm", id, body({ unitId, receivedAt: at(n) }), "create"),
        ...(rootId === undefined ? {} : { rootId }),
      });
      await own.commit({ tenant, writes: [raised("root", 0, "u1"), raised("x", 1, "u1"), raised("alone", 1, "u1")] });
      const under = [raised("b", 3, "u2", "root"), raised("a", 2, "u2", "root"), raised("c", 4, "u3", "root")];
      await own.commit({ tenant, writes: [...under, raised("d", 5, "u3", "root")] });
      const life = (await own.record(tenant, "alarm", "x"))?.life as AlarmLife;
      const moved = { life: { ...life, rootId: "root" }, entries: [] };
      await own.commit({
        tenant,
        writes: [{ kind: "put", record: "alarm", id: "x", set: {}, at: AT, how: "merge", handling: moved }],
      });
      await own.commit({ tenant, writes: [{ kind: "delete", record: "alarm", id: "d", at: AT }] });
      const rows = await own.alarmGroups(tenant, ["root", "alone", "nobody"]);
      expect([...rows].sort((x, y) => (x.unitId < y.unitId ? -1 : 1))).toEqual([
        { rootId: "root", unitId: "u1", members: 1, firstId: "x", firstAt: AT + 1_000 },
        { rootId: "root", unitId: "u2", members: 2, firstId: "a", firstAt: AT + 2_000 },
        { rootId: "root", unitId: "u3", members: 1, firstId: "c", firstAt: AT + 4_000 },
      ]);
      const range = { kind: "alarm", after: null, limit: 10, updatedFrom: null, updatedTo: null } as const;
      const ids = async (more: object) =>
        (await own.page(tenant, { ...range, where: {}, withDeleted: false, ...more })).items.map(({ id }) => id);
      expect(await ids({ where: { rootId: "root" } })).toEqual(["c", "b", "a", "x"]);
      expect(await ids({ isTop: true })).toEqual(["alone", "root"]);
      expect(await ids({ where: { rootId: "" } })).toEqual([]);
      expect((await own.record(tenant, "alarm", "a"))?.life?.rootId).toBe("root");
      expect(await own.alarmGroups("t2" as typeof tenant, ["root"])).toEqual([]);
      await own.close();
    });
  });
};
