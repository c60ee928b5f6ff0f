import { type Instant, tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import type { AccessStore } from "./access-store.ts";
import type { Store } from "./store.ts";
import {
  type Delivery,
  type DeliveryDraft,
  SETTLED_KEPT_MAX,
  type WebhookAct,
  type WebhookStore,
} from "./webhook-store.ts";
import type { Write } from "./write.ts";

const one = tenantId("t1");
const other = tenantId("t2");
const DAY_MS = 86_400_000;

type Opened = { readonly store: Store; readonly webhooks: WebhookStore; readonly access: AccessStore };

const act = (id: string, what: WebhookAct): Write => ({ kind: "webhook", id, act: what });
const begin = (id: string, position = 7): Write => act(id, { do: "open", position, at: 5 as Instant });
const anEvent = (id: string, more: Partial<DeliveryDraft> = {}): DeliveryDraft => ({
  ...{ id, type: "com.dianan.alarm.raised", subject: `s-${id}`, rank: 1, at: 10 as Instant, notBefore: 10 as Instant },
  ...{ of: { kind: "alarm", version: 1, position: 8 }, data: null },
  ...more,
});
const queue = (id: string, events: readonly DeliveryDraft[], bound = 100): Write =>
  act(id, { do: "queue", events, bound });
const attempt = (sequence: number, more: Partial<Delivery> = {}): WebhookAct => ({
  do: "attempt",
  sequence,
  set: {
    ...{ state: "delivered", attempts: 1, refusals: 0, nextAt: 20 as Instant, lastAt: 20 as Instant },
    ...{ lastStatus: 200, lastError: null, lastMs: 3 },
    ...more,
  },
});
const all = { state: null, from: null, to: null, before: null, limit: 100 } as const;
const ids = (rows: readonly Delivery[]): readonly string[] => rows.map(({ id }) => id);

/** What every store of webhooks' queues must do; an adapter's test is one call of this. */
export const webhookStoreContract = (name: string, open: () => Promise<Opened>): void => {
  const commit = ({ store }: Opened, ...writes: readonly Write[]): Promise<unknown> =>
    store.commit({ tenant: one, writes });
  const due = ({ webhooks }: Opened, now = 100, tests = false): Promise<readonly Delivery[]> =>
    webhooks.due(one, "w", now as Instant, 100, tests);

  test(`WebhookStore ${name}: a queue belongs to its tenant and webhook, and begins where it was begun`, async () => {
    const opened = await open();
    await commit(opened, begin("w"), queue("w", [anEvent("a")]));
    expect(await opened.webhooks.state(one, "w")).toEqual({
      ...{ tenant: one, id: "w", position: 7, positionAt: 5, pending: 1, dropped: 0, fails: 0, failingSince: null },
      ...{ nextAt: 0, lastOkAt: null, lastStatus: null, isVerified: false, endedBecause: null },
    });
    expect(await opened.webhooks.state(other, "w")).toBeNull();
    expect(await opened.webhooks.delivery(other, "w", "a")).toBeNull();
    expect(await opened.webhooks.delivery(one, "v", "a")).toBeNull();
    expect(await opened.webhooks.delivery(one, "w", "a")).toMatchObject({
      ...{ sequence: 1, id: "a", rank: 1, state: "pending", attempts: 0, lastError: null },
      of: { kind: "alarm", version: 1, position: 8 },
    });
    await opened.store.commit({ tenant: other, writes: [begin("x")] });
    expect((await opened.webhooks.states()).map(({ tenant, id }) => `${tenant} ${id}`)).toEqual(["t1 w", "t2 x"]);
    // Nobody's queue takes nothing.
    await commit(opened, queue("nobody", [anEvent("a")]));
    expect(await opened.webhooks.deliveries(one, "nobody", all)).toEqual([]);
  });

  test(`WebhookStore ${name}: an event that is queued again stays as it is; what is undone leaves nothing`, async () => {
    const opened = await open();
    await commit(opened, begin("w"), queue("w", [anEvent("a"), anEvent("b")]));
    await commit(opened, act("w", attempt(1)));
    await commit(opened, queue("w", [anEvent("a"), anEvent("b"), anEvent("c")]));
    expect((await opened.webhooks.state(one, "w"))?.pending).toBe(2);
    expect(ids(await opened.webhooks.deliveries(one, "w", all))).toEqual(["c", "b", "a"]);
    const undone = commit(opened, queue("w", [anEvent("d")]), {
      kind: "dropItem",
      item: "webhook",
      id: "w",
      must: true,
    });
    await expect(undone).rejects.toMatchObject({ code: "conflict" });
    expect((await opened.webhooks.state(one, "w"))?.pending).toBe(2);
    expect(await opened.webhooks.delivery(one, "w", "d")).toBeNull();
  });

  test(`WebhookStore ${name}: what is due goes by rank, then by attempts, then by age, and none before its time`, async () => {
    const opened = await open();
    const later = { notBefore: 500 as Instant };
    await commit(
      opened,
      begin("w"),
      queue("w", [anEvent("r1", { rank: 0 }), anEvent("a1"), anEvent("a2"), anEvent("late", later)]),
      queue("w", [anEvent("test", { rank: 2, of: null, data: { webhookId: "w" } })]),
    );
    expect(ids(await due(opened))).toEqual(["test", "a1", "a2", "r1"]);
    expect(ids(await due(opened, 500))).toEqual(["test", "a1", "a2", "late", "r1"]);
    expect(ids(await due(opened, 500, true))).toEqual(["test"]);
    await commit(opened, act("w", attempt(2, { state: "pending", attempts: 3, nextAt: 50 as Instant })));
    expect(ids(await due(opened))).toEqual(["test", "a2", "a1", "r1"]);
    expect(ids(await due(opened, 49))).toEqual(["test", "a2", "r1"]);
    expect(await opened.webhooks.nextDue(one, "w", false)).toBe(10);
    for (const sequence of [1, 2, 3, 5]) await commit(opened, act("w", attempt(sequence)));
    expect(await opened.webhooks.nextDue(one, "w", false)).toBe(500);
    expect(await opened.webhooks.nextDue(one, "w", true)).toBeNull();
  });

  test(`WebhookStore ${name}: above its bound a queue gives up the oldest of rank 0, and nothing else`, async () => {
    const opened = await open();
    const plain = (n: number): DeliveryDraft => anEvent(`r${n}`, { rank: 0 });
    await commit(opened, begin("w"), queue("w", [plain(1), anEvent("a1"), plain(2), plain(3)], 4));
    await commit(opened, queue("w", [anEvent("a2"), plain(4)], 4));
    expect(await opened.webhooks.state(one, "w")).toMatchObject({ pending: 4, dropped: 2 });
    const failed = await opened.webhooks.deliveries(one, "w", { ...all, state: "failed" });
    expect(failed.map(({ id, lastError }) => [id, lastError])).toEqual([
      ["r2", "dropped"],
      ["r1", "dropped"],
    ]);
    await commit(opened, queue("w", [anEvent("a3"), anEvent("a4"), anEvent("a5")], 2));
    expect(await opened.webhooks.state(one, "w")).toMatchObject({ pending: 5, dropped: 4 });
    expect(ids(await due(opened))).toEqual(["a1", "a2", "a3", "a4", "a5"]);
  });

  test(`WebhookStore ${name}: members of a state are set alone; attempts and replays keep the count of what waits`, async () => {
    const opened = await open();
    await commit(opened, begin("w"), queue("w", [anEvent("a"), anEvent("b")]));
    const set = { fails: 2, failingSince: 9 as Instant, endedBecause: "gone", isVerified: true, position: 12 } as const;
    await commit(opened, act("w", { do: "set", set }), act("w", { do: "set", set: {} }));
    expect(await opened.webhooks.state(one, "w")).toMatchObject({
      ...set,
      positionAt: 5,
      lastStatus: null,
      pending: 2,
    });
    await commit(opened, act("w", attempt(1)), act("w", attempt(1)), act("w", attempt(9)));
    expect((await opened.webhooks.state(one, "w"))?.pending).toBe(1);
    expect(ids(await opened.webhooks.deliveries(one, "w", { ...all, state: "delivered" }))).toEqual(["a"]);
    await commit(opened, act("w", { do: "replay", eventId: "a", at: 90 as Instant }));
    await commit(opened, act("w", { do: "replay", eventId: "a", at: 91 as Instant }));
    expect(await opened.webhooks.state(one, "w")).toMatchObject({ pending: 2 });
    expect(await opened.webhooks.delivery(one, "w", "a")).toMatchObject({ state: "pending", attempts: 1, nextAt: 91 });
    const unknown = commit(opened, act("w", { do: "replay", eventId: "z", at: 90 as Instant }));
    await expect(unknown).rejects.toMatchObject({ code: "conflict" });
  });

  test(`WebhookStore ${name}: the log is read in parts, by state and time, newest first`, async () => {
    const opened = await open();
    const events = Array.from({ length: 9 }, (_, n) => anEvent(`e${n}`, { at: (n * 10) as Instant }));
    await commit(opened, begin("w"), queue("w", events));
    const read = (more: object) => opened.webhooks.deliveries(one, "w", { ...all, ...more });
    expect(ids(await read({ limit: 2 }))).toEqual(["e8", "e7"]);
    expect(ids(await read({ limit: 2, before: 8 }))).toEqual(["e6", "e5"]);
    expect(ids(await read({ from: 20, to: 40 }))).toEqual(["e3", "e2"]);
    expect(await read({ state: "failed" })).toEqual([]);
  });

  test(`WebhookStore ${name}: of what was delivered the latest are kept, and all that is not`, async () => {
    const opened = await open();
    const events = Array.from({ length: SETTLED_KEPT_MAX + 3 }, (_, n) => anEvent(`e${n}`));
    await commit(opened, begin("w"), queue("w", events, events.length));
    const rest = events.map((_, n) => n + 1).filter((sequence) => sequence !== 2);
    await commit(opened, ...rest.map((sequence) => act("w", attempt(sequence))));
    const first = await opened.webhooks.deliveries(one, "w", { ...all, before: 6 });
    expect(first.map(({ sequence, state }) => `${sequence} ${state}`)).toEqual([
      "5 delivered",
      "4 delivered",
      "2 pending",
    ]);
    expect(await opened.webhooks.state(one, "w")).toMatchObject({ pending: 1 });

    const plain = Array.from({ length: SETTLED_KEPT_MAX + 9 }, (_, n) => anEvent(`p${n}`, { rank: 0 }));
    await commit(opened, begin("v"), queue("v", plain, 4));
    const dropped = await opened.webhooks.deliveries(one, "v", { ...all, before: 8 });
    expect(dropped.map(({ sequence, lastError }) => `${sequence} ${lastError}`)).toEqual(["7 dropped", "6 dropped"]);
    expect(await opened.webhooks.state(one, "v")).toMatchObject({ pending: 4, dropped: SETTLED_KEPT_MAX + 5 });
  });

  test(`WebhookStore ${name}: what was settled long ago is swept, what waits is not; a closed queue goes as a whole`, async () => {
    const opened = await open();
    const kept = anEvent("waits");
    await commit(opened, begin("w"), begin("v"), queue("w", [anEvent("done"), anEvent("lost"), kept]));
    await commit(opened, queue("v", [anEvent("a"), anEvent("b")]));
    await commit(opened, act("w", attempt(1)), act("w", attempt(2, { state: "failed" })));
    await opened.access.sweep((7 * DAY_MS) as Instant);
    expect(ids(await opened.webhooks.deliveries(one, "w", all))).toEqual(["waits", "lost", "done"]);
    await opened.access.sweep((7 * DAY_MS + 11) as Instant);
    expect(ids(await opened.webhooks.deliveries(one, "w", all))).toEqual(["waits", "lost"]);
    await opened.access.sweep((400 * DAY_MS) as Instant);
    expect(ids(await opened.webhooks.deliveries(one, "w", all))).toEqual(["waits"]);
    await commit(opened, act("v", { do: "close" }));
    expect(await opened.webhooks.state(one, "v")).toBeNull();
    await opened.access.sweep((400 * DAY_MS) as Instant);
    expect(await opened.webhooks.deliveries(one, "v", all)).toEqual([]);
    expect(await opened.webhooks.state(one, "w")).toMatchObject({ pending: 1 });
  });
};
