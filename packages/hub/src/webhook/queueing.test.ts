import { type Instant, tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import type { Change } from "../ports/records.ts";
import { createFeedReader } from "./queueing.ts";

const tenant = tenantId("t");
const change = { kind: "unit", id: "u", version: 1, at: 1 as Instant } as const;
const at = (position: number): Change => ({
  ...change,
  position,
  record: { ...change, body: {}, updatedAt: 1 as Instant, deleted: false },
});

test("readers at one place share a query, but none that was asked before the change that woke them", async () => {
  const asked: ((changes: readonly Change[]) => void)[] = [];
  const store = { changes: () => new Promise<readonly Change[]>((resolve) => void asked.push(resolve)) };
  const read = createFeedReader(store as unknown as Parameters<typeof createFeedReader>[0]);
  const first = read(tenant, 0);
  const woken = [read(tenant, 0), read(tenant, 0), read(tenant, 0)];
  expect(asked.length).toBe(1);
  asked[0]?.([]);
  expect(await first).toEqual([]);
  await Promise.resolve();
  expect(asked.length).toBe(2);
  asked[1]?.([at(1)]);
  for (const one of woken) expect((await one).length).toBe(1);
  const later = read(tenant, 0);
  expect(asked.length).toBe(3);
  asked[2]?.([]);
  expect(await later).toEqual([]);
});

test("a query that fails fails those that asked it, and the next one is asked anew", async () => {
  let tries = 0;
  const store = {
    changes: async () => {
      tries += 1;
      if (tries === 1) throw new Error("closed");
      return [at(1)];
    },
  };
  const read = createFeedReader(store as unknown as Parameters<typeof createFeedReader>[0]);
  const [first, second] = [read(tenant, 0), read(tenant, 0)];
  await expect(first).rejects.toThrow("closed");
  expect((await second).length).toBe(1);
  expect((await read(tenant, 0)).length).toBe(1);
  expect(tries).toBe(3);
});
