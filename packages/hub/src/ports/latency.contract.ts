import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AlarmTimes } from "./latency.ts";
import type { Store } from "./store.ts";
import { AT, later, type OpenStore, put, tenant } from "./writes.contract.ts";

const unsaid: AlarmTimes = { storedAt: null, pushedAt: null, shownAt: null };

/** What every store must keep of how alarms went; an adapter's test is one call of this. */
export const latencyContract = (name: string, open: OpenStore): void => {
  describe(`Store ${name}, latency`, () => {
    let store: Store;
    beforeAll(async () => {
      ({ store } = await open({ changes: 1_000, undecodable: 10 }));
    });
    afterAll(() => store.close());
    const raise = (id: string, more: object = {}) =>
      store.commit({
        tenant,
        writes: [put("alarm", id, { unitId: id, class: "alarm", receivedAt: new Date(AT).toISOString(), ...more })],
      });
    const note = (id: string, times: Partial<AlarmTimes>, whose = tenant) =>
      store.commit({ tenant: whose, writes: [{ kind: "alarmTimes", id, times: { ...unsaid, ...times } }] });
    /** Greatest times of the legs of the one alarm in a unit. */
    const legs = async (unit: string, to = AT + 1) =>
      Object.fromEntries(
        (await store.latencyFigures(tenant, { from: AT, to, units: [unit] })).map(({ leg, maxMs }) => [leg, maxMs]),
      );

    test("EF-4.4.1: the first time of each counts, of what is painted the earliest", async () => {
      await raise("a");
      await note("a", { shownAt: later(5) });
      expect(await legs("a")).toEqual({});
      await note("a", { storedAt: later(10) });
      await note("a", { storedAt: later(99), pushedAt: later(30) });
      await note("a", { pushedAt: later(20), shownAt: later(500) });
      const first = { receivedToStored: 10, storedToPushed: 20, storedToShown: 490, receivedToShown: 500 };
      expect(await legs("a")).toEqual(first);
      await note("a", { shownAt: later(400) });
      await note("a", { shownAt: later(600) });
      expect(await legs("a")).toMatchObject({ receivedToShown: 400 });
      await note("a", { shownAt: later(1) });
      expect(await legs("a")).toMatchObject({ storedToShown: 0, receivedToShown: 10 });
    });

    test("EF-4.4.1: it is no change of the record, and stays through the record's changes", async () => {
      await raise("b");
      const { head } = await store.feed(tenant);
      const before = await store.record(tenant, "alarm", "b");
      await note("b", { storedAt: later(10) });
      expect(await store.record(tenant, "alarm", "b")).toEqual(before);
      expect((await store.feed(tenant)).head).toBe(head);
      await store.commit({ tenant, writes: [put("alarm", "b", { repeats: 1 }, "merge")] });
      expect(await legs("b")).toEqual({ receivedToStored: 10 });
    });

    test("EF-4.4.1: a device's own time counts where it is earlier and believed", async () => {
      const earlier = new Date(AT - 3_000).toISOString();
      const all = {
        ...{ c1: { occurredAt: earlier }, c2: { occurredAt: earlier, class: "offline" } },
        ...{ c3: { occurredAt: earlier, deviceTime: earlier }, c4: { occurredAt: new Date(AT + 9_000).toISOString() } },
      };
      for (const [id, more] of Object.entries(all)) {
        await raise(id, more);
        await note(id, { storedAt: later(1) });
      }
      const found = await Promise.all(Object.keys(all).map(async (id) => (await legs(id)).deviceToReceived));
      expect(found).toEqual([3_000, undefined, undefined, undefined]);
    });

    test("what is not there, foreign, deleted or out of the span tells nothing", async () => {
      await note("nothing", { storedAt: later(1) });
      expect(await store.record(tenant, "alarm", "nothing")).toBeNull();
      await raise("d");
      await note("d", { storedAt: later(1) }, "other" as typeof tenant);
      expect(await legs("d")).toEqual({});
      await note("d", { storedAt: later(1) });
      expect(await legs("d", AT)).toEqual({});
      await store.commit({ tenant, writes: [{ kind: "delete", record: "alarm", id: "d", at: AT }] });
      expect(await legs("d")).toEqual({});
    });
  });
};
