import { type Instant, tenantId } from "@dianan/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PresenceQuery } from "./presence-history.ts";
import type { JsonObject } from "./records.ts";
import type { Store } from "./store.ts";
import type { Write } from "./write.ts";
import { AT, later, type OpenStore, tenant } from "./writes.contract.ts";

const HEARD = "2025-11-24T16:00:00Z";

/** What every store must keep of presence; an adapter's test is one call of this. */
export const presenceHistoryContract = (name: string, open: OpenStore): void => {
  describe(`Store ${name}, presence`, () => {
    let store: Store;
    beforeAll(async () => {
      ({ store } = await open({ changes: 1_000, undecodable: 10 }));
      const unit = (id: string): Write => ({ kind: "put", record: "unit", id, set: {}, at: AT, how: "replace" });
      await store.commit({ tenant, writes: [unit("u1"), unit("u2")] });
    });
    afterAll(() => store.close());
    const put = (ms: number, id: string, set: JsonObject, how: "replace" | "merge" = "merge", more = {}) =>
      store.commit({ tenant, writes: [{ kind: "put", record: "device", id, set, at: later(ms), how, ...more }] });
    const changes = (more: Partial<PresenceQuery> = {}, whose = tenant) =>
      store.presenceChanges(whose, {
        deviceId: null,
        unitId: null,
        presence: null,
        from: null,
        to: null,
        after: null,
        limit: 100,
        ...more,
      });
    const told = async (more: Partial<PresenceQuery>) =>
      (await changes(more)).items.map(({ at, before, presence }) => `${at - AT} ${before} ${presence}`);
    const marks = async (device: string, from = AT) =>
      (await store.presenceMarks(tenant, [device], from))[0]?.map(
        (one) => `${one.at - AT} ${one.unitId} ${one.presence}`,
      );

    test("EF-4.1: each change of a device's presence is kept with when it was heard before; nothing else is one", async () => {
      await put(0, "a", { unitId: "u1", presence: "offline" }, "replace");
      await put(1, "a", { presence: "online", lastSeenAt: HEARD });
      await put(2, "a", { status: "alarm" });
      await put(2, "a", { presence: "online" });
      await put(3, "a", { presence: "offline", lastSeenAt: "2025-11-24T16:00:01Z" });
      await put(4, "a", { presence: "online", lastSeenAt: "2025-11-24T17:00:00Z" });
      expect((await changes({ deviceId: "a" })).items).toEqual([
        { ...change(4, "offline", "online"), heardAt: Date.parse(HEARD) + 1_000 },
        { ...change(3, "online", "offline"), heardAt: Date.parse(HEARD) + 1_000 },
        { ...change(1, "offline", "online"), heardAt: null },
      ]);
      expect(await told({ deviceId: "a", from: later(3), to: later(4) })).toEqual(["3 online offline"]);
      expect(await told({ deviceId: "a", presence: "online" })).toEqual(["4 offline online", "1 offline online"]);
      expect((await changes({ deviceId: "a" }, tenantId("other"))).items).toEqual([]);
    });
    const change = (ms: number, before: string, presence: string) => ({
      deviceId: "a",
      unitId: "u1",
      at: later(ms),
      before,
      presence,
    });

    test("a move to another unit, a deletion and a return are told apart, and are no changes of presence", async () => {
      await put(0, "m", { unitId: "u1", presence: "online" }, "replace");
      await put(1, "m", { unitId: "u2" });
      await store.commit({ tenant, writes: [{ kind: "delete", record: "device", id: "m", at: later(2) }] });
      await put(3, "m", { unitId: "u2", presence: "offline" }, "replace");
      await put(4, "m", { presence: "timedOut" });
      expect(await marks("m")).toEqual(["0 u1 online", "1 u2 online", "2 u2 ", "3 u2 offline", "4 u2 timedOut"]);
      expect(await marks("m", later(3))).toEqual(["3 u2 offline", "4 u2 timedOut"]);
      expect(await told({ deviceId: "m" })).toEqual(["4 offline timedOut"]);
      expect(await told({ deviceId: "m", unitId: "u1" })).toEqual([]);
      expect(await marks("nobody")).toEqual([]);
    });

    test("pages keep their place, also among changes of one instant; a made-up position is refused", async () => {
      for (const id of ["p1", "p2", "p3"]) await put(10, id, { unitId: "paged", presence: "offline" }, "replace");
      for (const id of ["p1", "p2", "p3"]) await put(11, id, { presence: "online" });
      await put(11, "p2", { presence: "offline" });
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await changes({ unitId: "paged", limit: 1, after });
        seen.push(...page.items.map((one) => `${one.deviceId} ${one.presence}`));
        after = page.next;
        await put(12, "p9", { unitId: "paged", presence: seen.length % 2 === 0 ? "online" : "offline" }, "replace");
      } while (after !== null);
      expect(seen).toEqual(["p3 online", "p2 offline", "p2 online", "p1 online"]);
      for (const bad of ["", "x", "1/2", "1/2/"])
        await expect(changes({ after: bad })).rejects.toMatchObject({ code: "bad-position" });
    });

    test("EF-4.4.4: counts tell online, offline, timed-out and never heard apart, by unit", async () => {
      const of = async (unitId: string) =>
        (await store.presenceCounts(tenant))
          .filter((one) => one.unitId === unitId)
          .map((one) => `${one.presence} ${one.neverHeard} ${one.devices}`)
          .sort();
      await put(0, "c1", { unitId: "counted", presence: "offline" }, "replace");
      await put(0, "c2", { unitId: "counted", presence: "offline", lastSeenAt: HEARD }, "replace");
      await put(0, "c3", { unitId: "counted", presence: "online" }, "replace");
      await put(0, "c4", { unitId: "counted" }, "replace");
      await put(0, "c5", { unitId: "counted", presence: "online" }, "replace");
      await store.commit({ tenant, writes: [{ kind: "delete", record: "device", id: "c5", at: AT }] });
      expect(await of("counted")).toEqual([" true 1", "offline false 1", "offline true 1", "online false 1"]);
    });

    test("EF-N.3: the hub's own keeping of presence and counts spoils nobody's If-Match; a person's change does", async () => {
      const by = { kind: "person", id: "p", name: "张" } as const;
      await put(0, "e", { unitId: "u1", name: "x" }, "replace", { by });
      await put(1, "e", { presence: "online" });
      await put(2, "e", { presence: "offline" });
      expect(await store.record(tenant, "device", "e")).toMatchObject({ version: 3, editedVersion: 1 });
      await put(3, "e", { unitId: "u1", name: "y", presence: "offline" }, "replace", { by, ifVersion: 1 });
      expect(await store.record(tenant, "device", "e")).toMatchObject({ version: 4, editedVersion: 4 });
      for (const ifVersion of [0, 1, 3, 5])
        await expect(put(4, "e", { name: "z" }, "replace", { by, ifVersion })).rejects.toMatchObject({
          code: "conflict",
        });
      const alarm = (set: JsonObject, how: "replace" | "merge", more = {}) =>
        store.commit({
          tenant,
          writes: [{ kind: "put", record: "alarm", id: "al", set, at: AT as Instant, how, ...more }],
        });
      await alarm({ state: "raised" }, "replace");
      await alarm({ state: "cleared" }, "merge");
      await expect(alarm({ state: "raised" }, "replace", { ifVersion: 1 })).rejects.toMatchObject({ code: "conflict" });
    });
  });
};
