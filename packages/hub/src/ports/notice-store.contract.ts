import { type Instant, tenantId } from "@dianan/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AlarmLife } from "../core/alarm-life-state.ts";
import { type NotifyCase, openCase } from "../core/notify-case.ts";
import { strictRule } from "../core/notify-policy.ts";
import { BY_HAND, type NoticeAct, type NoticeDraft, type NoticeStore } from "./notice-store.ts";
import type { Store } from "./store.ts";
import type { Write } from "./write.ts";
import { AT, later, put, tenant } from "./writes.contract.ts";

const other = tenantId("t2");
const body = (id: string) => ({
  deviceId: "d1",
  unitId: "u1",
  class: "alarm",
  type: "smoke",
  state: "raised",
  description: id,
});

/** What every store of notices must do; an adapter's test is one call of this. */
export const noticeStoreContract = (
  name: string,
  open: () => Promise<{ readonly store: Store; readonly notices: NoticeStore }>,
): void => {
  describe(`NoticeStore ${name}`, () => {
    let store: Store;
    let notices: NoticeStore;
    beforeAll(async () => {
      ({ store, notices } = await open());
      await act({ do: "open" });
    });
    afterAll(() => store.close());
    const commit = (...writes: readonly Write[]) => store.commit({ tenant, writes });
    const act = (...acts: readonly NoticeAct[]) => commit(...acts.map((one): Write => ({ kind: "notice", act: one })));
    const lifeOf = async (id: string): Promise<AlarmLife> =>
      (await store.record(tenant, "alarm", id))?.life as AlarmLife;
    const live = async (id: string, set: Partial<AlarmLife>): Promise<Write> => {
      const life = await lifeOf(id);
      return {
        ...put("alarm", id, {}, "merge"),
        handling: { life: { ...life, acts: life.acts + 1, ...set }, entries: [] },
      } as Write;
    };
    const draft = (id: string, alarmId: string, more: Partial<NoticeDraft> = {}): NoticeDraft => ({
      ...{ id, alarmId, personId: "p", channel: "sms", step: 0, n: 100, class: "alarm", unitId: "u1", rootId: alarmId },
      ...{ at: AT, dueAt: AT, expiresAt: later(3_600_000), address: "sealed", target: "100****0001", note: null },
      recipient: { kind: "person", id: "c1", name: "陈*", as: "contact" },
      ...more,
    });
    const state = (alarmId: string, more: Partial<NotifyCase> = {}): NotifyCase => ({
      ...openCase({ alarmId, class: "alarm" }, strictRule, 1, AT),
      ...more,
    });
    const planned = (alarmId: string, ...rows: readonly NoticeDraft[]): NoticeAct => ({
      do: "plan",
      ...{ alarmId, generation: 1, state: state(alarmId), rows },
    });
    const begin = (id: string, others: readonly string[] = [], at = AT): NoticeAct => ({
      ...{ do: "begin", id, others, courierId: "c", at, facts: "{}" },
      sent: { at, courierId: "c", channel: "sms", class: "alarm", unitId: "u1", rootId: "r", alarmIds: [id] },
    });
    const states = async (...ids: readonly string[]) =>
      Promise.all(ids.map(async (id) => (await notices.notice(tenant, id))?.state));
    const dueOf = async (alarmId: string) =>
      (await notices.dueCases(later(0), 1_000)).find((one) => one.alarmId === alarmId);

    test("EF-4.2: a case is opened in the commit that raises the alarm; not where no policy was ever set", async () => {
      await commit(put("alarm", "raised", body("raised")));
      expect(await dueOf("raised")).toEqual({ tenant, alarmId: "raised", generation: 1, startedAt: AT, state: null });
      await store.commit({ tenant: other, writes: [put("alarm", "elsewhere", body("x"))] });
      expect(await notices.case(other, "elsewhere")).toBe(null);
      await expect(
        commit(put("alarm", "undone", body("x")), { ...put("alarm", "undone", body("y")), ifVersion: 99 } as Write),
      ).rejects.toMatchObject({ code: "conflict" });
      expect(await notices.case(tenant, "undone")).toBe(null);
    });

    test("EF-4.2: an acknowledgement cancels what waits in its own transaction; what is sent by hand stays until the alarm is closed", async () => {
      await commit(put("alarm", "acked", body("acked")));
      await act(planned("acked", draft("a1", "acked"), draft("a2", "acked", { channel: "voice" })), {
        do: "ask",
        rows: [draft("hand", "acked", { step: BY_HAND })],
      });
      expect((await notices.due(AT, 100)).filter(({ alarmId }) => alarmId === "acked").map(({ id }) => id)).toEqual([
        "a1",
        "a2",
        "hand",
      ]);
      await commit(await live("acked", { stage: "acknowledged" }));
      expect(await states("a1", "a2", "hand")).toEqual(["cancelled", "cancelled", "queued"]);
      expect(await dueOf("acked")).toBe(undefined);
      await expect(act(begin("a1"))).rejects.toMatchObject({ code: "conflict" });
      await act(planned("acked", draft("late", "acked")));
      expect(await states("late")).toEqual([undefined]);
      await commit(await live("acked", { stage: "closed" }));
      expect(await states("hand")).toEqual(["cancelled"]);
    });

    test("EF-4.2: an alarm that calls again, or whose shelf ends, is a new turn; a plan of the turn before is nothing", async () => {
      await commit(put("alarm", "again", body("again")));
      await act(planned("again", draft("g1", "again")));
      await commit(await live("again", { shelf: { until: AT + 1, reason: "r" } }));
      expect([await states("g1"), await dueOf("again")]).toEqual([["cancelled"], undefined]);
      await commit(await live("again", { shelf: null }));
      expect(await dueOf("again")).toMatchObject({ generation: 2, state: null });
      await act(planned("again", draft("old", "again")));
      expect([await states("old"), (await dueOf("again"))?.state]).toEqual([[undefined], null]);
      await commit({ kind: "delete", record: "alarm", id: "again", at: AT });
      expect(await dueOf("again")).toBe(undefined);
    });

    test("EF-4.2: what a cancelled notice stood for waits again; what is on its way stays", async () => {
      for (const id of ["m1", "m2"]) await commit(put("alarm", id, body(id)));
      await act(planned("m1", draft("x1", "m1")), planned("m2", draft("x2", "m2")));
      await act(begin("x1", ["x2"]));
      expect(await states("x1", "x2")).toEqual(["sending", "merged"]);
      expect((await notices.ledBy(tenant, "x1")).map(({ id }) => id)).toEqual(["x2"]);
      expect((await notices.notice(tenant, "x1"))?.count).toBe(2);
      await commit(await live("m1", { stage: "acknowledged" }));
      expect(await states("x1", "x2")).toEqual(["sending", "merged"]);
      // Nobody knows whether it got through; the alarm is in hand, so it is not sent again, and what it stood for is.
      await act({ do: "settle", id: "x1", at: later(1), set: { state: "queued", dueAt: later(10), unknowns: 1 } });
      expect(await states("x1", "x2")).toEqual(["cancelled", "queued"]);
    });

    test("EF-4.2: the same notice is asked for once; an attempt counts from when it is begun; receipts only grow", async () => {
      await commit(put("alarm", "once", body("once")));
      const row = draft("0123456789abcdef", "once");
      await act(planned("once", row));
      await act(planned("once", { ...row, target: "other" }));
      await act(begin(row.id, [], later(5)));
      expect(await notices.sending()).toContainEqual(
        expect.objectContaining({ id: row.id, tries: 1, target: "100****0001", sentAt: later(5) }),
      );
      expect(await notices.sentTo(tenant, "p", later(5))).toEqual([
        expect.objectContaining({ courierId: "c", alarmIds: [row.id] }),
      ]);
      expect(await notices.sentTo(tenant, "p", later(6))).toEqual([]);
      expect(await notices.sentTo(other, "p", AT)).toEqual([]);
      await act({ do: "settle", id: row.id, at: AT, set: { state: "accepted", providerId: "biz" } });
      await act({ do: "settle", id: row.id, at: AT, set: { state: "failed" } });
      const by = (key: { id?: string; providerId?: string }, courier = "c", of = tenant) =>
        notices.byProvider(of, courier, key);
      expect((await by({ providerId: "biz" }))?.id).toBe(row.id);
      expect((await by({ id: "0123456789abcde" }))?.id).toBe(row.id);
      for (const wrong of [
        by({ id: "0123" }),
        by({ providerId: "x" }),
        by({ providerId: "biz" }, "d"),
        by({ providerId: "biz" }, "c", other),
        by({}),
      ])
        expect(await wrong).toBe(null);
      const receipt = { at: AT, state: "delivered", code: "OK", key: null, rawHash: "00" };
      await act(
        { do: "receipt", id: row.id, receipt, state: "delivered" },
        { do: "receipt", id: row.id, receipt: { ...receipt, state: "heard" }, state: "answered" },
      );
      expect((await notices.receipts(tenant, row.id)).map((one) => one.state)).toEqual(["delivered", "heard"]);
      expect(await states(row.id)).toEqual(["answered"]);
      expect(await notices.receipts(other, row.id)).toEqual([]);
    });

    test("EF-4.2: lists are newest first, by alarm, unit, channel and time, and go on behind a row", async () => {
      const rows = [1, 2, 3].map((n) =>
        draft(`l${n}`, "listed", { at: later(n), unitId: `lu${n % 2}`, channel: n === 3 ? "voice" : "sms" }),
      );
      await act({ do: "ask", rows });
      const all = { alarmId: "listed", unitId: null, channel: null, from: null, to: null, before: null, limit: 10 };
      const ids = async (more: object) => (await notices.page(tenant, { ...all, ...more })).map(({ id }) => id);
      expect(await ids({})).toEqual(["l3", "l2", "l1"]);
      expect(await ids({ before: { at: later(2), id: "l2" } })).toEqual(["l1"]);
      expect(await ids({ unitId: "lu1" })).toEqual(["l3", "l1"]);
      expect(await ids({ channel: "voice", alarmId: null })).toContain("l3");
      expect(await ids({ from: later(2), to: later(3) })).toEqual(["l2"]);
      expect(await ids({ limit: 1 })).toEqual(["l3"]);
      expect(await notices.page(other, all)).toEqual([]);
    });

    test("EF-4.2: what waits says when: cases and notices, soonest first", async () => {
      const own = await open();
      expect(await own.notices.nextAt()).toBe(null);
      const row = draft("n1", "none", { dueAt: later(50) });
      await own.store.commit({ tenant, writes: [{ kind: "notice", act: { do: "ask", rows: [row] } }] });
      expect(await own.notices.nextAt()).toBe(later(50));
      expect(await own.notices.due(later(49) as Instant, 10)).toEqual([]);
      const move: NoticeAct = {
        do: "move",
        ids: ["n1", "gone"],
        from: ["queued"],
        set: { state: "expired", endedAt: later(60) },
      };
      await own.store.commit({
        tenant,
        writes: [
          { kind: "notice", act: move },
          { kind: "notice", act: { ...move, set: { state: "queued" } } },
        ],
      });
      expect([(await own.notices.notice(tenant, "n1"))?.state, await own.notices.nextAt()]).toEqual(["expired", null]);
      await own.store.close();
    });
  });
};
