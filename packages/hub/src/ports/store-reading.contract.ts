import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "./store.ts";
import type { Write } from "./write.ts";
import { frame, id, later, type OpenStore, pageOf, put, reading, tenant } from "./writes.contract.ts";

/** What every store must do when it is read: pages, the feed, bounds, what is owed. */
export const storeReadingContract = (name: string, open: OpenStore): void => {
  describe(`Store ${name}, reading`, () => {
    let store: Store;
    beforeAll(async () => {
      ({ store } = await open({ changes: 1_000_000, undecodable: 100 }));
    });
    afterAll(() => store.close());
    const commit = (...writes: readonly Write[]) => store.commit({ tenant, writes });
    const ids = async (query: Parameters<Store["page"]>[1]) =>
      (await store.page(tenant, query)).items.map((one) => one.id);

    test("pages of records keep their place while records are added before and behind it", async () => {
      await commit(...["p1", "p3", "p5"].map((one) => put("unit", one, { operatorId: "paged" })));
      const first = await store.page(tenant, pageOf("unit", { limit: 2, where: { operatorId: "paged" } }));
      expect(first.items.map((one) => one.id)).toEqual(["p1", "p3"]);
      await commit(put("unit", "p2", { operatorId: "paged" }), put("unit", "p4", { operatorId: "paged" }));
      const rest = await store.page(tenant, pageOf("unit", { after: first.next, where: { operatorId: "paged" } }));
      expect(rest.items.map((one) => one.id)).toEqual(["p4", "p5"]);
      expect(rest.next).toBeNull();
    });

    test("alarms come newest first, and their pages keep their place", async () => {
      const alarm = (n: number, minute: number) =>
        put("alarm", `al-${n}`, { deviceId: "ad", state: "raised", receivedAt: `2026-01-02T11:0${minute}:00+08:00` });
      await commit(alarm(1, 1), alarm(2, 3), alarm(3, 3), alarm(4, 5));
      const where = { deviceId: "ad" };
      const first = await store.page(tenant, pageOf("alarm", { limit: 2, where }));
      expect(first.items.map((one) => one.id)).toEqual(["al-4", "al-2"]);
      await commit(alarm(9, 9));
      const rest = await store.page(tenant, pageOf("alarm", { after: first.next, where }));
      expect(rest.items.map((one) => one.id)).toEqual(["al-3", "al-1"]);
    });

    test("pages filter by members and by the half-open time of change, and refuse what is no position or no filter", async () => {
      await store.commit({
        tenant,
        writes: [
          {
            kind: "put",
            record: "device",
            id: "f1",
            set: { unitId: "fu", presence: "online" },
            at: later(10),
            how: "replace",
          },
          {
            kind: "put",
            record: "device",
            id: "f2",
            set: { unitId: "fu", presence: "offline" },
            at: later(20),
            how: "replace",
          },
        ],
      });
      expect(await ids(pageOf("device", { where: { unitId: "fu", presence: "offline" } }))).toEqual(["f2"]);
      const where = { unitId: "fu" };
      expect(await ids(pageOf("device", { where, updatedFrom: later(10), updatedTo: later(20) }))).toEqual(["f1"]);
      await expect(store.page(tenant, pageOf("alarm", { after: "forged" }))).rejects.toMatchObject({
        code: "bad-position",
      });
      await expect(store.page(tenant, pageOf("device", { where: { "name = 'x' OR name": "y" } }))).rejects.toThrow();
    });

    test("readings are newest first; a forged position is refused", async () => {
      await commit(...[11, 12, 13].map((n) => reading(n)));
      const query = { deviceId: "d1", from: later(11), to: later(14), after: null, limit: 2 };
      const first = await store.readings(tenant, query);
      expect(first.items.map((row) => row.part)).toEqual([13, 12]);
      const rest = await store.readings(tenant, { ...query, after: first.next });
      expect(rest.items.map((row) => row.part)).toEqual([11]);
      await expect(store.readings(tenant, { ...query, after: "x/y" })).rejects.toMatchObject({ code: "bad-position" });
    });

    test("frames and states come back as they were written", async () => {
      await commit(frame(77), { kind: "deviceState", row: { key: "gb26875/77", state: { version: 1, a: [1] } } });
      expect(await store.frame(tenant, id(77))).toEqual((frame(77) as Extract<Write, { kind: "frame" }>).frame);
      expect(await store.frame(tenant, id(78))).toBeNull();
      expect(await store.deviceState(tenant, "gb26875/77")).toEqual({
        key: "gb26875/77",
        state: { version: 1, a: [1] },
      });
      await commit({ kind: "dropState", key: "gb26875/77" });
      expect(await store.deviceState(tenant, "gb26875/77")).toBeNull();
    });

    test("refused frames are bounded, the newest are kept", async () => {
      const row = (n: number): Write => ({
        kind: "undecodable",
        row: {
          id: id(n),
          protocol: "gb26875",
          receivedAt: later(n),
          remote: "r",
          bytes: Uint8Array.of(1),
          error: { code: "x" },
        },
      });
      await commit(...Array.from({ length: 130 }, (_, n) => row(1_000 + n)));
      const rows = await store.undecodable(tenant, 1_000);
      expect(rows).toHaveLength(100);
      expect(rows[0]?.id).toBe(id(1_129));
    });

    test("eight writers and a reader by cursor: positions have no gap and none is missed", async () => {
      const from = (await store.feed(tenant)).head;
      const seen: number[] = [];
      let writing = true;
      const reader = (async () => {
        let after = from;
        for (;;) {
          const done = !writing;
          const changes = await store.changes(tenant, after, 50);
          for (const change of changes) seen.push(change.position);
          after = changes.at(-1)?.position ?? after;
          if (done && changes.length === 0) return;
        }
      })();
      await Promise.all(
        Array.from({ length: 8 }, async (_, writer) => {
          for (let n = 0; n < 50; n += 1)
            await commit(put("operator", `w${writer}-${n}`, { n }), put("operator", `x${writer}`, { n }));
        }),
      );
      writing = false;
      await reader;
      expect(seen).toEqual(Array.from({ length: 800 }, (_, n) => from + 1 + n));
    });

    test("the feed keeps its bound and says where it begins", async () => {
      const small = await open({ changes: 20, undecodable: 100 });
      for (let n = 0; n < 50; n += 1) await small.store.commit({ tenant, writes: [put("operator", "o", { n })] });
      const { head, oldest } = await small.store.feed(tenant);
      expect(head).toBe(50);
      expect(head - oldest + 1).toBeGreaterThanOrEqual(20);
      expect(head - oldest + 1).toBeLessThanOrEqual(22);
      expect((await small.store.changes(tenant, 0, 100)).map(({ position }) => position)[0]).toBe(oldest);
      await small.store.close();
    });

    test("a closed store refuses with closed", async () => {
      const other = await open({ changes: 20, undecodable: 100 });
      await other.store.close();
      await expect(other.store.commit({ tenant, writes: [] })).rejects.toMatchObject({ code: "closed" });
      await expect(other.store.feed(tenant)).rejects.toMatchObject({ code: "closed" });
    });
  });
};
