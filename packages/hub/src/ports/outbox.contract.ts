import { beforeAll, describe, expect, test } from "vitest";
import type { Destination, Outbox, OutboxResult, OutboxRow, OutboxWrite } from "./outbox.ts";
import type { RecordKind } from "./records.ts";
import type { Store } from "./store.ts";
import type { Write } from "./write.ts";
import { AT, later, type OpenStore, put, tenant } from "./writes.contract.ts";

const all: readonly RecordKind[] = ["operator", "unit", "device", "component", "alarm"];
const city: Destination = { name: "city", url: "https://city.example/api/v1", kinds: all };

const refusedOf = (rows: readonly OutboxRow[]): readonly OutboxResult[] =>
  rows.map((row) => ({ row, outcome: "dead", error: "no" }));

/** What every adapter keeps of what is owed to destinations (共享待送). */
export const outboxContract = (name: string, open: OpenStore): void => {
  describe(`Outbox ${name}`, () => {
    let store: Store;
    let outbox: Outbox;
    beforeAll(async () => {
      ({ store, outbox } = await open({ changes: 1_000_000, undecodable: 100 }));
    });
    const commit = (...writes: Write[]) => store.commit({ tenant, writes });
    const act = (write: OutboxWrite) => commit({ kind: "outbox", write });
    /** Alarms first, then records. */
    const next = async (limit = 10, until = later(1)): Promise<readonly OutboxRow[]> => {
      const alarms = await outbox.next(tenant, "city", "alarms", limit, until);
      return alarms.length > 0 ? alarms : outbox.next(tenant, "city", "records", limit, until);
    };
    const drain = async (): Promise<string[]> => {
      const sent: string[] = [];
      for (;;) {
        const rows = await next(500);
        if (rows.length === 0 && !(await outbox.oweMore(tenant, "city"))) return sent;
        sent.push(...rows.map(({ kind, id }) => `${kind} ${id}`));
        await act({
          act: "settle",
          name: "city",
          at: AT,
          results: rows.map((row) => ({ row, outcome: "sent", error: null })),
          answered: rows[0]?.kind === "alarm" ? "alarms" : "records",
        });
      }
    };

    test("EF-N.5: a new destination is owed what exists, in parts, in push order and without tombstones", async () => {
      for (let from = 0; from < 4_500; from += 500)
        await commit(...Array.from({ length: 500 }, (_, n) => put("operator", `o${from + n}`, { n })));
      await commit(put("unit", "u", {}), put("alarm", "a", {}), put("unit", "gone", {}));
      await commit({ kind: "delete", record: "unit", id: "gone", at: AT });
      await outbox.setDestinations(tenant, [city], AT);
      expect(await outbox.state(tenant, "city")).toMatchObject({ pending: 4_503, oldestPendingAt: AT, dead: 0 });
      expect(await outbox.owedOf(tenant, "city", "unit", ["u", "nobody"])).toContain("u");
      // A new alarm does not wait until everything else is owed.
      await commit(put("alarm", "new", {}));
      expect(await next()).toMatchObject([{ kind: "alarm", id: "new" }]);
      const sent = await drain();
      // What changed meanwhile may go twice, nothing else does.
      expect(sent.filter((one) => one !== "alarm new").length).toBe(4_502);
      expect(new Set(sent).size).toBe(4_503);
      expect(sent.indexOf("unit u")).toBeGreaterThan(sent.indexOf("operator o999"));
      expect(sent.indexOf("unit u")).toBeGreaterThan(sent.lastIndexOf("operator o4499"));
      expect(await outbox.state(tenant, "city")).toMatchObject({ pending: 0, oldestPendingAt: null });
      expect((await outbox.standing(tenant, "city", "records")).isOwing).toBe(false);
    });

    test("EF-N.5: what is owed is written with the change, once per record, and goes when its version was sent", async () => {
      await commit(
        put("unit", "owed", { name: "1" }),
        put("unit", "owed", { name: "2" }),
        put("alarm", "owed-alarm", {}),
      );
      const [alarm] = await next();
      expect(alarm).toMatchObject({ kind: "alarm", id: "owed-alarm", version: 1 });
      const settle = (row: unknown, outcome: "sent" | "dead") =>
        act({
          act: "settle",
          name: "city",
          at: AT,
          results: [{ row: row as never, outcome, error: "no" }],
          answered: "alarms",
        });
      await settle(alarm, "dead");
      const [unit] = await next();
      expect(unit).toMatchObject({ kind: "unit", id: "owed", version: 2 });
      await commit(put("unit", "owed", { name: "3" }));
      await settle(unit, "sent");
      expect(await next()).toMatchObject([{ id: "owed", version: 3 }]);
      expect(await outbox.state(tenant, "city")).toMatchObject({
        ...{ pending: 1, dead: 1, fails: 0, lastOkAt: AT },
        refused: [{ kind: "alarm", id: "owed-alarm", version: 1, error: "no" }],
      });
      await outbox.failed(tenant, "city", "records", later(1_000), "away");
      expect(await outbox.state(tenant, "city")).toMatchObject({ fails: 1, nextAt: later(1_000), lastError: "away" });
    });

    test("EF-N.5: rows are paged, owed before refused; a retry owes the refused again and ends the back-off", async () => {
      const first = await outbox.rows(tenant, "city", { state: null, after: null, limit: 1 });
      expect(first.items).toMatchObject([{ kind: "unit", id: "owed", error: null }]);
      const second = await outbox.rows(tenant, "city", { state: null, after: first.next, limit: 1 });
      expect([second.items, second.next]).toMatchObject([[{ id: "owed-alarm", error: "no" }], null]);
      const refused = await outbox.rows(tenant, "city", { state: "refused", after: null, limit: 9 });
      expect(refused.items.map(({ id }) => id)).toEqual(["owed-alarm"]);
      const bad = outbox.rows(tenant, "city", { state: null, after: "x", limit: 1 });
      await expect(bad).rejects.toMatchObject({ code: "bad-position" });
      await act({ act: "retry", name: "city" });
      expect(await outbox.state(tenant, "city")).toMatchObject({ dead: 0, pending: 2, nextAt: 0 });
      expect(await next()).toMatchObject([{ kind: "alarm", id: "owed-alarm" }]);
    });

    test("EF-N.5: alarms and records are owed apart, and what is owed since later is not part of it", async () => {
      const lane = async (name: "alarms" | "records", until = AT, limit = 9) =>
        (await outbox.next(tenant, "city", name, limit, until)).map(({ kind, id }) => `${kind} ${id}`);
      expect(await lane("alarms")).toEqual(["alarm owed-alarm"]);
      expect(await lane("records")).toEqual(["unit owed"]);
      await drain();
      await commit(
        put("unit", "late", {}),
        put("operator", "late", {}),
        put("alarm", "late", {}),
        put("unit", "b", {}),
      );
      expect(await lane("records", later(-1))).toEqual([]);
      expect(await lane("alarms", later(-1))).toEqual([]);
      // One kind at a time, in push order: a unit names its operator.
      expect(await lane("records")).toEqual(["operator late"]);
      await act({ act: "settle", name: "city", at: AT, results: refusedOf(await next(9, AT)) });
      await act({ act: "settle", name: "city", at: AT, results: refusedOf(await next(9, AT)) });
      expect(await lane("alarms")).toEqual([]);
      expect(await lane("records", AT, 1)).toEqual(["unit b"]);
      expect(await lane("records")).toEqual(["unit b", "unit late"]);
      await act({ act: "retry", name: "city" });
    });

    test("EF-N.5: each way keeps its own failures, wait and success; what fails speaks for both", async () => {
      await commit(put("unit", "late", { name: "2" }), put("alarm", "late", { name: "2" }));
      for (const wait of [4_000, 9_000]) await outbox.failed(tenant, "city", "records", later(wait), "HTTP 500");
      const results = (await next()).map((row) => ({ row, outcome: "sent", error: null }) as const);
      await act({ act: "settle", name: "city", at: later(3), results, answered: "alarms" });
      const { lanes, ...both } = await outbox.state(tenant, "city");
      expect(lanes).toMatchObject({
        alarms: { fails: 0, nextAt: 0, lastError: null, lastOkAt: later(3), pending: 0, oldestPendingAt: null },
        records: { fails: 2, nextAt: later(9_000), lastError: "HTTP 500", pending: 3, oldestPendingAt: AT },
      });
      expect(lanes.records.lastOkAt).not.toBe(later(3));
      expect(both).toMatchObject({ fails: 2, nextAt: later(9_000), lastError: "HTTP 500", lastOkAt: later(3) });
      await outbox.failed(tenant, "city", "alarms", later(1_000), "HTTP 429");
      // The one that is tried next.
      expect(await outbox.state(tenant, "city")).toMatchObject({
        fails: 2,
        nextAt: later(1_000),
        lastError: "HTTP 429",
      });
      expect(await outbox.standing(tenant, "city", "alarms")).toMatchObject({ fails: 1, nextAt: later(1_000) });
      expect(await outbox.standing(tenant, "city", "records")).toMatchObject({ fails: 2, nextAt: later(9_000) });
      await act({ act: "retry", name: "city" });
      expect((await outbox.state(tenant, "city")).lanes).toMatchObject({
        ...{ alarms: { fails: 1, nextAt: 0 }, records: { fails: 2, nextAt: 0 } },
      });
      // What is settled without having been sent says nothing of the receiver.
      await act({ act: "settle", name: "city", at: later(8), results: [] });
      expect(await outbox.state(tenant, "city")).toMatchObject({ fails: 2, lastOkAt: later(3) });
      await act({ act: "calm", name: "city", lane: "alarms" });
      await act({ act: "settle", name: "city", at: later(4), results: [], answered: "records" });
      expect(await outbox.state(tenant, "city")).toMatchObject({ fails: 0, lastError: null, lastOkAt: later(4) });
      expect((await outbox.state(tenant, "city")).lanes.alarms.lastOkAt).toBe(later(3));
      await drain();
    });

    test("EF-N.5: kinds that it no longer takes are owed no more; new ones are, and a record that is asked for", async () => {
      await act({ act: "set", destination: { ...city, kinds: ["operator", "alarm"] }, owe: [], at: AT });
      await commit(put("unit", "late", { name: "x" }));
      expect(await outbox.state(tenant, "city")).toMatchObject({ pending: 0 });
      await act({ act: "owe", name: "city", record: "operator", id: "o1", at: AT });
      await act({ act: "owe", name: "city", record: "operator", id: "nobody", at: AT });
      expect(await next()).toMatchObject([{ kind: "operator", id: "o1", version: 1 }]);
      await drain();
      await act({ act: "set", destination: { ...city, kinds: ["operator", "unit", "alarm"] }, owe: ["unit"], at: AT });
      expect(await drain()).toEqual(["unit b", "unit late", "unit owed", "unit u"]);
    });

    test("EF-N.5: since when it is owed alarms, and other records, and when something last got through", async () => {
      await drain();
      const debt = () => outbox.debt(tenant, "city");
      const clear = { since: null, lastOkAt: expect.any(Number) };
      expect(await debt()).toEqual({ alarms: clear, records: clear });
      await commit(put("unit", "debt", {}), put("alarm", "debt", {}));
      expect(await debt()).toMatchObject({ alarms: { since: AT }, records: { since: AT } });
      await act({ act: "settle", name: "city", at: later(5), results: refusedOf(await next()), answered: "alarms" });
      expect(await debt()).toEqual({
        alarms: { since: null, lastOkAt: later(5) },
        records: { since: AT, lastOkAt: AT },
      });
      // What it is to be owed again counts before a row is there.
      await drain();
      await act({ act: "set", destination: city, owe: ["operator"], at: later(7) });
      expect(await debt()).toMatchObject({ alarms: { since: null }, records: { since: later(7) } });
      await drain();
      await expect(outbox.debt(tenant, "nobody")).rejects.toThrow("no destination");
    });

    test("EF-N.5: a destination that goes is owed nothing and leaves nothing", async () => {
      await commit(put("operator", "o1", { name: "changed" }));
      await act({ act: "drop", name: "city" });
      await expect(outbox.state(tenant, "city")).rejects.toThrow("no destination");
      await act({ act: "set", destination: city, owe: [], at: AT });
      const { pending, fails, lastOkAt } = await outbox.state(tenant, "city");
      expect([pending, fails, lastOkAt]).toEqual([0, 0, null]);
      await outbox.setDestinations(tenant, [], AT);
      // Nothing is kept of one that is no longer there.
      await outbox.failed(tenant, "city", "alarms", later(1), "late");
      await expect(outbox.standing(tenant, "city", "alarms")).rejects.toThrow("no destination");
    });
  });
};
