import { type Instant, tenantId } from "@dianan/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outbox } from "./outbox.ts";
import type { JsonObject, RecordKind, Store, Write } from "./store.ts";

/** An adapter under test; each call opens a new, empty database. */
export type OpenStore = (limits: { readonly changes: number; readonly undecodable: number }) => Promise<{
  readonly store: Store;
  readonly outbox: Outbox;
}>;

const tenant = tenantId("t1");
const AT = 1_764_000_000_000 as Instant;
const later = (ms: number): Instant => (AT + ms) as Instant;

const put = (
  record: RecordKind,
  id: string,
  set: JsonObject,
  how: "replace" | "merge" | "create" = "replace",
): Write => ({
  kind: "put",
  record,
  id,
  set,
  at: AT,
  how,
});
const id = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
const frame = (n: number, deviceId: string | null = "d1"): Write => ({
  kind: "frame",
  frame: {
    id: id(n),
    protocol: "gb26875",
    wireAddress: "889",
    deviceId,
    receivedAt: later(n),
    remote: "127.0.0.1:5",
    bytes: Uint8Array.of(n & 255, 2, 3),
  },
});
const reading = (n: number, at = later(n)): Write => ({
  kind: "reading",
  row: {
    deviceId: "d1",
    at,
    part: n,
    receivedAt: at,
    values: [{ component: null, quantity: "temperature", value: n, quality: "good" }],
  },
});
const pageOf = (kind: RecordKind, more: Partial<Parameters<Store["page"]>[1]> = {}): Parameters<Store["page"]>[1] => ({
  kind,
  after: null,
  limit: 100,
  updatedFrom: null,
  updatedTo: null,
  where: {},
  withDeleted: false,
  ...more,
});

/** What every store must do; an adapter's test is one call of this. */
export const storeContract = (name: string, open: OpenStore): void => {
  describe(`Store ${name}`, () => {
    let store: Store;
    let outbox: Outbox;
    beforeAll(async () => {
      ({ store, outbox } = await open({ changes: 1_000_000, undecodable: 100 }));
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

    test("EF-N.5: what is owed is written with the change, once per record, and goes when its version was sent", async () => {
      await outbox.setDestinations(tenant, [{ name: "city", url: "https://city.example/api/v1" }]);
      const owedAtFirst = (await outbox.state(tenant, "city")).pending;
      expect(owedAtFirst).toBeGreaterThan(0);
      for (;;) {
        const rows = await outbox.next(tenant, "city", 500);
        if (rows.length === 0) break;
        await outbox.settle(
          tenant,
          "city",
          AT,
          rows.map((row) => ({ row, outcome: "sent", error: null })),
        );
      }
      await commit(
        put("unit", "owed", { name: "1" }),
        put("unit", "owed", { name: "2" }),
        put("alarm", "owed-alarm", {}),
      );
      const [alarm] = await outbox.next(tenant, "city", 10);
      expect(alarm).toMatchObject({ kind: "alarm", id: "owed-alarm", version: 1 });
      await outbox.settle(tenant, "city", AT, [{ row: alarm as never, outcome: "dead", error: "no" }]);
      const [unit] = await outbox.next(tenant, "city", 10);
      expect(unit).toMatchObject({ kind: "unit", id: "owed", version: 2 });
      await commit(put("unit", "owed", { name: "3" }));
      await outbox.settle(tenant, "city", AT, [{ row: unit as never, outcome: "sent", error: null }]);
      expect(await outbox.next(tenant, "city", 10)).toMatchObject([{ id: "owed", version: 3 }]);
      expect(await outbox.state(tenant, "city")).toMatchObject({ pending: 1, dead: 1, fails: 0, lastOkAt: AT });
      await outbox.failed(tenant, "city", AT, later(1_000), "away");
      expect(await outbox.state(tenant, "city")).toMatchObject({ fails: 1, nextAt: later(1_000), lastError: "away" });
      await outbox.setDestinations(tenant, []);
      await expect(outbox.state(tenant, "city")).rejects.toThrow("no destination");
    });

    test("tenants do not see each other's records, frames or feed", async () => {
      const other = tenantId("t2");
      await store.commit({ tenant: other, writes: [put("operator", "twice", { name: "theirs" }), reading(1)] });
      expect((await store.record(other, "operator", "twice"))?.body).toEqual({ name: "theirs" });
      expect((await store.record(tenant, "operator", "twice"))?.body).toEqual({ name: "one" });
      expect((await store.feed(other)).head).toBe(1);
      expect(await store.frame(other, id(1))).toBeNull();
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
