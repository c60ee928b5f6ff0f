import { type Instant, tenantId } from "@dianan/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "./store.ts";
import type { Write } from "./write.ts";
import { AT, frame, id, later, type OpenStore, pageOf, put, reading, tenant } from "./writes.contract.ts";

/** What every store must do; an adapter's test is one call of this. */
export const storeContract = (name: string, open: OpenStore): void => {
  describe(`Store ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      ({ store } = await open({ changes: 1_000_000, undecodable: 100 }));
    });
    afterAll(() => store.close());
    const commit = (...writes: readonly Write[]) => store.commit({ tenant, writes });
    const ids = async (query: Parameters<Store["page"]>[1]) =>
      (await store.page(tenant, query)).items.map((one) => one.id);

    test("a batch applied twice is the same as once", async () => {
      const batch: readonly Write[] = [
        frame(1),
        reading(1),
        put("operator", "twice", { name: "one" }),
        { kind: "deviceState", row: { key: "gb26875/1", state: { version: 1 } } },
        { kind: "stranger", protocol: "gb26875", wireAddress: "7", seenAt: AT, frames: 3, alarms: [{ id: "a-twice" }] },
      ];
      const first = await commit(...batch);
      const second = await commit(...batch);
      expect(first.puts).toEqual([{ record: "operator", id: "twice", status: "created", version: 1 }]);
      expect(second.puts).toEqual([{ record: "operator", id: "twice", status: "unchanged", version: 1 }]);
      expect(second.head).toBe(first.head);
      const page = await store.readings(tenant, { deviceId: "d1", from: null, to: null, after: null, limit: 10 });
      expect(page.items).toHaveLength(1);
      const [stranger] = await store.strangers(tenant, 10);
      expect(stranger).toMatchObject({ wireAddress: "7", frames: 3, alarms: [{ id: "a-twice" }] });
    });

    test("a key twice in a batch counts as two changes, the last of which stands", async () => {
      const { puts } = await commit(
        put("operator", "double", { name: "one" }),
        put("operator", "double", { name: "two" }),
        put("operator", "double", { name: "two" }),
      );
      expect(puts.map(({ status, version }) => [status, version])).toEqual([
        ["created", 1],
        ["updated", 2],
        ["unchanged", 2],
      ]);
      expect((await store.record(tenant, "operator", "double"))?.body).toEqual({ name: "two" });
    });

    test("records are looked up together, in the order that is asked for, and only the tenant's own", async () => {
      await commit(put("unit", "many-1", { n: 1 }), put("unit", "many-2", { n: 2 }), put("unit", "many-gone", {}));
      await commit({ kind: "delete", record: "unit", id: "many-gone", at: AT });
      const asked = ["many-2", "nobody", "many-gone", "many-1", "many-2"];
      const found = await store.records(tenant, "unit", asked);
      expect(found).toEqual(await Promise.all(asked.map((one) => store.record(tenant, "unit", one))));
      expect(found.map((one) => one?.id ?? null)).toEqual(["many-2", null, "many-gone", "many-1", "many-2"]);
      expect(found[2]?.deleted).toBe(true);
      expect(await store.records(tenant, "operator", asked)).toEqual(asked.map(() => null));
      expect(await store.records(tenantId("t2"), "unit", asked)).toEqual(asked.map(() => null));
      expect(await store.records(tenant, "unit", [])).toEqual([]);
    });

    test("the history of a record is its versions, newest first, with who made them; alarms have none here", async () => {
      const by = { kind: "machine", id: "k", name: "平台" } as const;
      const at = (n: number) => (AT + n) as typeof AT;
      const set = (n: number): Write => ({
        kind: "put",
        record: "operator",
        id: "told",
        set: { n },
        at: at(n),
        how: "replace",
      });
      await commit({ ...set(1), by } as Write, set(2));
      await commit(
        set(2),
        { kind: "delete", record: "operator", id: "told", at: at(3), by },
        put("operator", "untold", { n: 1 }),
      );
      await commit(put("alarm", "told", { n: 1 }));
      const of = async (page: Partial<Parameters<Store["history"]>[3]> = {}, whose = tenant) =>
        store.history(whose, "operator", "told", { before: null, until: null, limit: 10, ...page });
      expect(await of()).toEqual([
        { version: 3, at: at(3), deleted: true, body: { n: 2 }, by },
        { version: 2, at: at(2), deleted: false, body: { n: 2 }, by: null },
        { version: 1, at: at(1), deleted: false, body: { n: 1 }, by },
      ]);
      const versions = async (page: Parameters<typeof of>[0]) => (await of(page)).map(({ version }) => version);
      expect([await versions({ limit: 1 }), await versions({ before: 3 }), await versions({ until: at(2) })]).toEqual([
        [3],
        [2, 1],
        [1],
      ]);
      expect(await of({}, tenantId("other"))).toEqual([]);
      expect(
        await store.history(tenant, "alarm" as "operator", "told", { before: null, until: null, limit: 10 }),
      ).toEqual([]);
    });

    test("text with U+0000 or a lone surrogate is refused with bad-text and nothing of its batch is written", async () => {
      for (const bad of ["a\u0000b", "a\ud800b", "\\\u0000"])
        await expect(
          commit(put("operator", "before-bad", { name: "x" }), put("operator", "bad", { name: bad })),
        ).rejects.toMatchObject({ name: "StoreError", code: "bad-text" });
      expect(await store.record(tenant, "operator", "before-bad")).toBeNull();
      await commit(put("operator", "backslash", { name: "\\u0000 as text" }));
      expect((await store.record(tenant, "operator", "backslash"))?.body).toEqual({ name: "\\u0000 as text" });
    });

    test("a batch that fails does not fail the batches that share its transaction", async () => {
      const broken = { ...(frame(900) as Extract<Write, { kind: "frame" }>) };
      const results = await Promise.allSettled([
        commit(put("operator", "good-1", { name: "x" })),
        commit(put("operator", "poisoned", { name: "x" }), {
          ...broken,
          frame: { ...broken.frame, receivedAt: 0.5 as Instant },
        }),
        commit(put("operator", "good-2", { name: "x" })),
      ]);
      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      expect(results[1]).toMatchObject({ reason: { name: "StoreError", code: "failed" } });
      expect(await store.record(tenant, "operator", "good-2")).not.toBeNull();
      expect(await store.record(tenant, "operator", "poisoned")).toBeNull();
    });

    test("SH-6: members nobody knows are kept; merge keeps the others and null removes one", async () => {
      await commit(put("operator", "merge", { name: "x", later: { deep: [1] }, gone: 1 }));
      await commit(put("operator", "merge", { name: "y", gone: null }, "merge"));
      expect((await store.record(tenant, "operator", "merge"))?.body).toEqual({ name: "y", later: { deep: [1] } });
    });

    test("merge of an absent record writes nothing, create leaves one that is there", async () => {
      const { puts } = await commit(put("operator", "absent", { name: "x" }, "merge"));
      expect(puts[0]).toMatchObject({ status: "unchanged", version: 0 });
      expect(await store.record(tenant, "operator", "absent")).toBeNull();
      await commit(put("operator", "there", { name: "x" }), put("operator", "there", { name: "y" }, "create"));
      expect((await store.record(tenant, "operator", "there"))?.body).toEqual({ name: "x" });
    });

    test("the same content with members in another order makes no new version", async () => {
      await commit(put("operator", "order", { a: 1, b: { c: 1, d: 2 } }));
      const { puts } = await commit(put("operator", "order", { b: { d: 2, c: 1 }, a: 1 }));
      expect(puts[0]).toMatchObject({ status: "unchanged", version: 1 });
    });

    test("a deleted record leaves a tombstone with its version and comes back with the next one", async () => {
      await commit(put("operator", "tomb", { name: "x" }));
      await commit({ kind: "delete", record: "operator", id: "tomb", at: later(5) });
      expect(await store.record(tenant, "operator", "tomb")).toMatchObject({
        version: 2,
        deleted: true,
        updatedAt: later(5),
      });
      expect(await ids(pageOf("operator"))).not.toContain("tomb");
      expect(await ids(pageOf("operator", { withDeleted: true }))).toContain("tomb");
      const again = await commit(
        { kind: "delete", record: "operator", id: "tomb", at: AT },
        put("operator", "tomb", { name: "x" }),
      );
      expect(again.puts.map(({ status, version }) => [status, version])).toEqual([
        ["unchanged", 2],
        ["created", 3],
      ]);
    });

    test("SH-1, SH-3: deviceCount and componentCount follow the children, whatever a body says", async () => {
      await commit(put("unit", "u1", { name: "u", deviceCount: 99 }), put("unit", "u2", { name: "v" }));
      await commit(
        put("device", "cd1", { unitId: "u1" }),
        put("device", "cd2", { unitId: "u1" }),
        put("component", "cc1", { deviceId: "cd1" }),
      );
      expect((await store.record(tenant, "unit", "u1"))?.body.deviceCount).toBe(2);
      expect(await store.record(tenant, "device", "cd1")).toMatchObject({ body: { componentCount: 1 }, version: 2 });
      await commit(put("device", "cd2", { unitId: "u2" }));
      expect((await store.record(tenant, "unit", "u1"))?.body.deviceCount).toBe(1);
      expect((await store.record(tenant, "unit", "u2"))?.body.deviceCount).toBe(1);
      const before = (await store.record(tenant, "unit", "u1"))?.version;
      await commit(put("unit", "u1", { name: "u", deviceCount: 7 }));
      expect((await store.record(tenant, "unit", "u1"))?.version).toBe(before);
      await commit({ kind: "delete", record: "device", id: "cd1", at: AT });
      expect((await store.record(tenant, "unit", "u1"))?.body.deviceCount).toBe(0);
    });

    test("SEC-DEV-01: unclaimed alarms become the device's with the batch that registers it, and only then", async () => {
      const alarms = [
        { id: "un-1", type: "fireAlarm" },
        { id: "un-2", type: "deviceFault" },
      ];
      await commit({ kind: "stranger", protocol: "gb26875", wireAddress: "42", seenAt: AT, frames: 2, alarms });
      expect(await store.record(tenant, "alarm", "un-1")).toBeNull();
      const before = (await store.feed(tenant)).head;
      await commit(put("device", "claimer", { unitId: "u9", protocol: "gb26875", wireAddress: "42" }), {
        kind: "claim",
        protocol: "gb26875",
        wireAddress: "42",
        deviceId: "claimer",
        unitId: "u9",
        at: AT,
      });
      expect((await store.record(tenant, "alarm", "un-1"))?.body).toEqual({
        type: "fireAlarm",
        deviceId: "claimer",
        unitId: "u9",
      });
      expect((await store.strangers(tenant, 100)).map(({ wireAddress }) => wireAddress)).not.toContain("42");
      const kinds = (await store.changes(tenant, before, 10)).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(["alarm", "alarm", "device"]);
      expect(await store.registered(tenant)).toContainEqual(
        expect.objectContaining({ protocol: "gb26875", wireAddress: "42", deviceId: "claimer" }),
      );
    });

    test("tenants do not see each other's records, frames or feed", async () => {
      const other = tenantId("t2");
      await store.commit({ tenant: other, writes: [put("operator", "twice", { name: "theirs" }), reading(1)] });
      expect((await store.record(other, "operator", "twice"))?.body).toEqual({ name: "theirs" });
      expect((await store.record(tenant, "operator", "twice"))?.body).toEqual({ name: "one" });
      expect((await store.feed(other)).head).toBe(1);
      expect(await store.frame(other, id(1))).toBeNull();
    });
  });
};
