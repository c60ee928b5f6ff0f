import type { Instant, TenantId } from "@dianan/model";
import { expect, test } from "vitest";
import type { Write } from "./write.ts";
import { AT, type OpenStore, put, tenant } from "./writes.contract.ts";

const sent = (sender: string, version: number, updatedAt: number | null = AT): Write => ({
  kind: "sent",
  record: "unit",
  id: "u1",
  sender,
  sent: { version, updatedAt },
});

/** What every store must know of the versions that senders gave; an adapter's test is one call of this. */
export const sentVersionContract = (name: string, open: OpenStore): void => {
  test(`Store ${name}, CS-ORDER-02: the last version by a sender's word is kept by record and sender, and changes no record`, async () => {
    const { store } = await open({ changes: 100, undecodable: 1 });
    const read = (sender: string, id = "u1", kind: "unit" | "device" = "unit", of: TenantId = tenant) =>
      store.sentVersion(of, kind, id, sender);
    expect(await read("a")).toBeNull();
    await store.commit({ tenant, writes: [put("unit", "u1", { name: "甲" }), sent("a", 2)] });
    await store.commit({ tenant, writes: [sent("b", 9, null)] });
    const { head } = await store.feed(tenant);
    expect(await read("a")).toEqual({ version: 2, updatedAt: AT });
    expect(await read("b")).toEqual({ version: 9, updatedAt: null });
    await store.commit({ tenant, writes: [sent("a", 1, AT + 5)] });
    expect(await read("a")).toEqual({ version: 1, updatedAt: AT + 5 });
    for (const none of [
      read("c"),
      read("a", "u2"),
      read("a", "u1", "device"),
      read("a", "u1", "unit", "t2" as TenantId),
    ])
      expect(await none).toBeNull();
    // It outlives the record: what comes late must not bring it back.
    await store.commit({ tenant, writes: [{ kind: "delete", record: "unit", id: "u1", at: (AT + 9) as Instant }] });
    expect(await read("a")).not.toBeNull();
    expect((await store.feed(tenant)).head).toBe(head + 1);
    expect((await store.record(tenant, "unit", "u1"))?.version).toBe(2);
    await store.close();
  });

  test(`Store ${name}: a batch that fails keeps no sender's version`, async () => {
    const { store } = await open({ changes: 100, undecodable: 1 });
    const failing: Write = { ...(put("unit", "u1", {}) as Extract<Write, { kind: "put" }>), ifVersion: 7 };
    await expect(store.commit({ tenant, writes: [sent("a", 2), failing] })).rejects.toMatchObject({ code: "conflict" });
    expect(await store.sentVersion(tenant, "unit", "u1", "a")).toBeNull();
    await store.close();
  });
};
