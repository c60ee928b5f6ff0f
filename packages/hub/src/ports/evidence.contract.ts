import { tenantId } from "@dianan/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FrameQuery } from "./evidence.ts";
import type { Store } from "./store.ts";
import type { Write } from "./write.ts";
import { AT, frame, id, later, type OpenStore, tenant } from "./writes.contract.ts";

/** An id as an id supply makes it: its first 48 bits are the time. */
const madeAt = (n: number): string => {
  const hex = later(n).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${n.toString(16).padStart(12, "0")}`;
};
const received = (n: number, deviceId: string | null = "d1"): Write => {
  const write = frame(n, deviceId) as Extract<Write, { readonly kind: "frame" }>;
  return { ...write, frame: { ...write.frame, id: madeAt(n) } };
};

/** What every store must do with what arrived as it arrived; an adapter's test is one call of this. */
export const evidenceContract = (name: string, open: OpenStore): void => {
  describe(`Store ${name}, evidence`, () => {
    let store: Store;
    beforeAll(async () => {
      ({ store } = await open({ changes: 1_000, undecodable: 10 }));
    });
    afterAll(() => store.close());
    const commit = (...writes: readonly Write[]) => store.commit({ tenant, writes });
    const frames = (more: Partial<FrameQuery> = {}, whose = tenant) =>
      store.frames(whose, { deviceId: null, protocol: null, from: null, to: null, after: null, limit: 10, ...more });
    const numbers = async (more: Partial<FrameQuery>) =>
      (await frames(more)).items.map(({ receivedAt }) => receivedAt - AT);

    test("EF-N.2: frames are newest first, by device, protocol and time, and pages keep their place", async () => {
      await commit(...[1, 2, 3, 4, 5].map((n) => received(n * 1_000, n % 2 === 0 ? "even" : "odd")));
      expect(await numbers({})).toEqual([5_000, 4_000, 3_000, 2_000, 1_000]);
      expect(await numbers({ deviceId: "even" })).toEqual([4_000, 2_000]);
      expect(await numbers({ from: later(2_000), to: later(4_000) })).toEqual([3_000, 2_000]);
      expect(await numbers({ protocol: "ykc" })).toEqual([]);
      const first = await frames({ limit: 2 });
      await commit(received(9_000));
      expect(await numbers({ after: first.next, limit: 2 })).toEqual([3_000, 2_000]);
      expect((await frames({}, tenantId("other"))).items).toEqual([]);
      for (const after of ["", "x", id(1).slice(1)])
        await expect(frames({ after })).rejects.toMatchObject({ code: "bad-position" });
    });

    test("a page looks through a bounded part: what lies behind it is on a later page", async () => {
      await commit(received(10_000, "rare"));
      await commit(...Array.from({ length: 50_001 }, (_, n) => received(11_000 + n, "busy")));
      const first = await frames({ deviceId: "rare" });
      expect([first.items.length, first.next !== null]).toEqual([0, true]);
      const second = await frames({ deviceId: "rare", after: first.next });
      expect([second.items.map(({ deviceId }) => deviceId), second.next]).toEqual([["rare"], null]);
    }, 30_000);

    test("SEC-DEV-01: a dismissed stranger is off the list, keeps its alarms, and is on it again with another alarm", async () => {
      const speaks = (frames: number, ...alarms: readonly string[]): Write => ({
        kind: "stranger",
        protocol: "gb26875",
        wireAddress: "70",
        seenAt: later(frames),
        frames,
        alarms: alarms.map((one) => ({ id: one })),
      });
      const dismiss: Write = { kind: "dismiss", protocol: "gb26875", wireAddress: "70", at: later(7) };
      const listed = async () => (await store.strangers(tenant, 10)).map(({ wireAddress }) => wireAddress);
      await expect(commit(dismiss)).rejects.toMatchObject({ code: "conflict" });
      await commit(speaks(1, "s-1"));
      await commit(dismiss);
      await commit(speaks(2));
      expect(await listed()).toEqual([]);
      const kept = { frames: 2, alarms: [{ id: "s-1" }], dismissedAt: later(7) };
      expect(await store.stranger(tenant, "gb26875", "70")).toMatchObject(kept);
      await expect(commit(dismiss)).rejects.toMatchObject({ code: "conflict" });
      await commit(speaks(3, "s-2"));
      expect(await listed()).toEqual(["70"]);
      expect(await store.stranger(tenant, "gb26875", "71")).toBeNull();
      expect(await store.stranger(tenantId("other"), "gb26875", "70")).toBeNull();
    });

    test("refused bytes are found by their id, by nobody else", async () => {
      const row = {
        id: id(77),
        protocol: "gb26875",
        receivedAt: AT,
        remote: "r",
        bytes: Uint8Array.of(1),
        error: { code: "c" },
      };
      await commit({ kind: "undecodable", row });
      expect(await store.refusedFrame(tenant, id(77))).toEqual(row);
      expect(await store.refusedFrame(tenantId("other"), id(77))).toBeNull();
      expect(await store.refusedFrame(tenant, id(78))).toBeNull();
    });
  });
};
