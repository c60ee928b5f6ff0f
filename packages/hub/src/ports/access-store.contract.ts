import { randomUUID } from "node:crypto";
import { type Instant, tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import { AUDIT_START, type AuditDraft, type AuditHash, walkAudit } from "../core/audit-entry.ts";
import type { AccessDraft, AccessStore, AuditQuery } from "./access-store.ts";
import type { Store } from "./store.ts";
import type { Write } from "./write.ts";

const one = tenantId("t1");
const other = tenantId("t2");
const anItem = (more: Partial<AccessDraft> = {}): AccessDraft => ({
  kind: "account",
  id: "a1",
  body: { name: "陈" },
  lookup: null,
  expiresAt: null,
  ...more,
});
const put = (item: AccessDraft, ifVersion: number | null = null): Write => ({ kind: "item", item, ifVersion });
const anEntry = (more: Partial<AuditDraft> = {}): AuditDraft => ({
  id: randomUUID(),
  at: 1_000 as Instant,
  actor: "account:a1",
  role: "security",
  source: "192.0.2.1",
  act: "account.disable",
  object: "account:a2",
  result: "done",
  reason: "left",
  requestId: randomUUID(),
  ...more,
});
const audit = (entry: AuditDraft): Write => ({ kind: "audit", entry });
const all: AuditQuery = {
  ...{ first: "oldest", from: null, to: null, actor: null, act: null, result: null, object: null, after: null },
  limit: 100,
};

type Opened = { readonly store: Store; readonly access: AccessStore };

/**
 * What every store of who may do what must do; an adapter's test is one call of this.
 *
 * @param hashOf - the keyed hash of the store that `open` opens
 */
export const accessStoreContract = (name: string, open: () => Promise<Opened>, hashOf: AuditHash): void => {
  test(`AccessStore ${name}: an item belongs to its tenant, its versions count, its expiry sweeps it`, async () => {
    const { store, access } = await open();
    await store.commit({ tenant: one, writes: [put(anItem(), 0)] });
    await store.commit({ tenant: one, writes: [put(anItem({ body: { name: "林" } }), 1)] });
    expect(await access.item(one, "account", "a1")).toEqual({
      ...anItem({ body: { name: "林" } }),
      tenant: one,
      version: 2,
    });
    expect(await access.item(other, "account", "a1")).toBeNull();
    expect(await access.item(one, "key", "a1")).toBeNull();
    await store.commit({ tenant: one, writes: [put(anItem({ id: "a2", expiresAt: 50 as Instant }))] });
    expect((await access.items(one, "account", "", 10)).map(({ id }) => id)).toEqual(["a1", "a2"]);
    expect((await access.items(one, "account", "a1", 10)).map(({ id }) => id)).toEqual(["a2"]);
    await access.sweep(49 as Instant);
    expect(await access.count(one, "account")).toBe(2);
    await access.sweep(50 as Instant);
    expect(await access.count(one, "account")).toBe(1);
    expect(await access.count(other, "account")).toBe(0);
    await store.close();
  });

  test(`AccessStore ${name}: a conflict undoes its whole batch and nothing else`, async () => {
    const { store, access } = await open();
    await store.commit({ tenant: one, writes: [put(anItem({ lookup: Uint8Array.of(1) }), 0)] });
    const operator: Write = { kind: "put", record: "operator", id: "o", set: {}, at: 1 as Instant, how: "replace" };
    const refused: readonly (readonly Write[])[] = [
      [operator, put(anItem(), 0)],
      [operator, audit(anEntry()), put(anItem(), 7)],
      [operator, put(anItem({ id: "a3", lookup: Uint8Array.of(1) }))],
      [operator, { kind: "dropItem", item: "code", id: "none", must: true }],
      [{ ...operator, ifVersion: 3 }, audit(anEntry())],
      [{ kind: "delete", record: "operator", id: "o", at: 1 as Instant, ifVersion: 1 }, audit(anEntry())],
    ];
    const beside = put(anItem({ kind: "key", id: "k1" }));
    const outcomes = await Promise.allSettled([
      ...refused.map((writes) => store.commit({ tenant: one, writes })),
      store.commit({ tenant: one, writes: [beside] }),
    ]);
    expect(outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason.code : "done"))).toEqual([
      ...refused.map(() => "conflict"),
      "done",
    ]);
    expect(await store.record(one, "operator", "o")).toBeNull();
    expect((await access.audit(one, all)).items).toEqual([]);
    expect(await access.count(one, "key")).toBe(1);
    await store.commit({ tenant: one, writes: [operator] });
    await store.commit({ tenant: one, writes: [{ ...operator, set: { n: 1 }, ifVersion: 1 }] });
    expect((await store.record(one, "operator", "o"))?.version).toBe(2);
    await store.close();
  });

  test(`AccessStore ${name}: a lookup finds across tenants and goes with its item`, async () => {
    const { store, access } = await open();
    const lookup = new Uint8Array(32).fill(7);
    await store.commit({ tenant: other, writes: [put(anItem({ kind: "key", id: "k", lookup }))] });
    expect(await access.find("key", lookup)).toMatchObject({ tenant: other, id: "k" });
    expect(await access.find("session", lookup)).toBeNull();
    await store.commit({ tenant: other, writes: [{ kind: "dropItem", item: "key", id: "k", must: true }] });
    expect(await access.find("key", lookup)).toBeNull();
    await store.commit({ tenant: one, writes: [put(anItem({ kind: "tenant", id: "t1", body: { name: "晋江" } }))] });
    expect((await access.tenants()).map(({ tenant, body }) => [tenant, body.name])).toEqual([[one, "晋江"]]);
    await store.close();
  });

  test(`SEC-AUD-04: AccessStore ${name}: each tenant has a chain of its own without gaps; an entry counts once`, async () => {
    const { store, access } = await open();
    const twice = anEntry();
    await Promise.all(
      [twice, anEntry({ act: "key.create", at: 2_000 as Instant }), twice].map((entry) =>
        store.commit({ tenant: one, writes: [audit(entry)] }),
      ),
    );
    await store.commit({ tenant: other, writes: [audit(anEntry({ reason: "行\n2 \u202e \u001b[2J" }))] });
    const { items } = await access.audit(one, all);
    expect(items.map(({ sequence, act }) => [sequence, act])).toEqual([
      [1, "account.disable"],
      [2, "key.create"],
    ]);
    expect(walkAudit(one, items, hashOf)).toEqual({ ok: true, sequence: 2, hash: items[1]?.hash });
    expect(walkAudit(other, items, hashOf)).toEqual({ ok: false, sequence: 1, why: "hash" });
    const theirs = await access.audit(other, all);
    expect(walkAudit(other, theirs.items, hashOf).ok).toBe(true);
    const page = await access.audit(one, { ...all, limit: 1 });
    expect([page.items.length, page.next]).toEqual([1, "1"]);
    expect((await access.audit(one, { ...all, after: 1 })).items.map(({ sequence }) => sequence)).toEqual([2]);
    expect((await access.audit(one, { ...all, act: "key.create" })).items.length).toBe(1);
    expect((await access.audit(one, { ...all, from: 1_500 as Instant })).items.length).toBe(1);
    expect((await access.audit(one, { ...all, actor: "nobody" })).items).toEqual([]);
    const newest = await access.audit(one, { ...all, first: "newest", limit: 1 });
    expect([newest.items.map(({ sequence }) => sequence), newest.next]).toEqual([[2], "2"]);
    const before = await access.audit(one, { ...all, first: "newest", after: 2 });
    expect(before.items.map(({ sequence }) => sequence)).toEqual([1]);
    expect((await access.audit(one, { ...all, result: "denied" })).items).toEqual([]);
    expect((await access.audit(one, { ...all, object: "account:a2" })).items).toHaveLength(2);
    expect(AUDIT_START).toHaveLength(64);
    await store.close();
  });
};
