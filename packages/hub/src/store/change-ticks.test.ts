import { type Instant, tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import type { RecordKind } from "../ports/records.ts";
import type { Batch, Write } from "../ports/write.ts";
import { type ChangeTicks, createChangeTicks } from "./change-ticks.ts";

const tenant = tenantId("t");
const at = 0 as Instant;
const put = (record: RecordKind, id: string): Write => ({ kind: "put", record, id, set: {}, at, how: "merge" });
const done = async (): Promise<void> => {};
/** Writes a batch as the store does. */
const around = async (ticks: ChangeTicks, batch: Batch, write: () => Promise<unknown>): Promise<void> => {
  const written = ticks.isHarmless(batch) ? null : ticks.begun(batch);
  await write().finally(() => written?.());
};

test("a change counts before it is written and when it is done, also when it fails", async () => {
  const ticks = createChangeTicks();
  let during = -1;
  await around(ticks, { tenant, writes: [put("device", "d1")] }, async () => {
    during = ticks.any();
    expect(ticks.of(tenant, "device", "d1")).toBe(during);
  });
  expect(during).toBeGreaterThan(0);
  expect(ticks.of(tenant, "device", "d1")).toBeGreaterThan(during);
  const before = ticks.any();
  const failing = around(ticks, { tenant, writes: [put("device", "d1")] }, () => Promise.reject(new Error("full")));
  await expect(failing).rejects.toThrow("full");
  expect(ticks.of(tenant, "device", "d1")).toBe(before + 2);
});

test("a record's count is moved by its own changes, and by those of what is counted in it", async () => {
  const ticks = createChangeTicks();
  const moved = async (writes: readonly Write[]): Promise<readonly string[]> => {
    const seen: readonly (readonly [RecordKind, string])[] = [
      ...([
        ["operator", "o1"],
        ["unit", "u1"],
        ["device", "d1"],
        ["device", "d2"],
        ["component", "c1"],
        ["alarm", "a1"],
      ] as const),
    ];
    const before = ticks.any();
    await around(ticks, { tenant, writes }, done);
    return seen.filter(([kind, id]) => ticks.of(tenant, kind, id) > before).map(([, id]) => id);
  };
  expect(await moved([put("alarm", "a1")])).toEqual(["a1"]);
  expect(await moved([put("device", "d1")])).toEqual(["u1", "d1"]);
  expect(await moved([put("component", "c1")])).toEqual(["d1", "d2", "c1"]);
  expect(await moved([put("unit", "u1")])).toEqual(["u1"]);
  expect(await moved([{ kind: "delete", record: "operator", id: "o1", at }])).toEqual(["o1"]);
  const all = ["o1", "u1", "d1", "d2", "c1", "a1"];
  // Who may do what changes what anybody may see; an erased person may stand anywhere.
  expect(await moved([{ kind: "dropItem", item: "key", id: "k", must: false }])).toEqual(all);
  expect(await moved([{ kind: "eraseActor", id: "p", name: "x" }])).toEqual(all);
  expect(await moved([{ kind: "erase", record: "unit", id: "u9", at }])).toEqual(all);
  const before = ticks.any();
  expect(await moved([{ kind: "dropState", key: "k" }])).toEqual([]);
  expect(ticks.any()).toBe(before);
  await ticks.aroundAny(done);
  expect(ticks.of(tenant, "alarm", "a1")).toBeGreaterThan(before);
});

test("another tenant's record of the same name is another record", async () => {
  const ticks = createChangeTicks();
  await around(ticks, { tenant, writes: [put("alarm", "a1")] }, done);
  expect(ticks.of(tenantId("other"), "alarm", "a1")).toBe(0);
});

test("more changed records than are told apart count as all changed, never as unchanged", async () => {
  const ticks = createChangeTicks();
  await around(ticks, { tenant, writes: [put("alarm", "first")] }, done);
  const first = ticks.of(tenant, "alarm", "first");
  for (let n = 0; n < 21_000; n += 1) await around(ticks, { tenant, writes: [put("alarm", `a${n}`)] }, done);
  expect(ticks.of(tenant, "alarm", "first")).toBeGreaterThan(first);
});

test("what changes a record moves the count of records, also when it fails; evidence, items and what is settled do not", async () => {
  const ticks = createChangeTicks();
  const moves = async (write: Write): Promise<boolean> => {
    const before = ticks.records();
    await around(ticks, { tenant, writes: [write] }, done);
    return ticks.records() > before;
  };
  expect(await moves(put("alarm", "a1"))).toBe(true);
  expect(await moves({ kind: "delete", record: "device", id: "d1", at })).toBe(true);
  expect(await moves({ kind: "claim", protocol: "gb26875", wireAddress: "1", deviceId: "d1", unitId: "u1", at })).toBe(
    true,
  );
  const item = { id: "hearing", lookup: null, expiresAt: null, body: {} } as const;
  expect(await moves({ kind: "item", item: { kind: "setting", ...item }, ifVersion: null })).toBe(false);
  expect(await moves({ kind: "outbox", write: { act: "drop", name: "city" } })).toBe(false);
  expect(await moves({ kind: "dropState", key: "k" })).toBe(false);
  const before = ticks.records();
  const failing = around(ticks, { tenant, writes: [put("alarm", "a1")] }, () => Promise.reject(new Error("in doubt")));
  await expect(failing).rejects.toThrow("in doubt");
  expect(ticks.records()).toBeGreaterThan(before);
  await ticks.aroundAny(done);
  expect(ticks.records()).toBe(ticks.any());
});
