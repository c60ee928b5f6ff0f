import { tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import type { Change } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";
import { createFeedTail } from "./feed-tail.ts";

/** A feed whose queries a test answers when it likes: the order of answers is what is tested here. */
const openFeed = () => {
  let head = 0;
  const asked: number[] = [];
  let gate: Promise<void> = Promise.resolve();
  const changes: Store["changes"] = async (_tenant, after, limit) => {
    asked.push(after);
    // What the query sees is decided when it runs, not when its answer arrives.
    const found = Array.from(
      { length: Math.max(0, Math.min(limit, head - after)) },
      (_, n) => ({ position: after + n + 1 }) as Change,
    );
    await gate;
    return found;
  };
  const tail = createFeedTail({ changes } as Store, tenantId("t"), ({ position }) => `<${position}>`);
  return {
    asked,
    positions: async (after: number) => (await tail.after(after)).map(({ position }) => position),
    grow: (to: number) => {
      head = to;
    },
    hold: (): (() => void) => {
      let release = (): void => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
};
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n);

test("SEC-API-13: readers at the head share one query", async () => {
  const feed = openFeed();
  feed.grow(10);
  expect(await feed.positions(10)).toEqual([]);
  feed.grow(13);
  const before = feed.asked.length;
  const all = await Promise.all(Array.from({ length: 50 }, () => feed.positions(10)));
  expect(all.every((one) => one.join() === "11,12,13")).toBe(true);
  expect(feed.asked.length - before).toBe(1);
});

test("SEC-API-13: a reader woken while a query is under way does not miss what came after that query", async () => {
  const feed = openFeed();
  feed.grow(10);
  await feed.positions(10);
  const release = feed.hold();
  const early = feed.positions(10);
  feed.grow(11);
  const woken = feed.positions(10);
  release();
  expect(await early).toEqual([]);
  expect(await woken).toEqual([11]);
});

test("SEC-API-13: readers of any age get every position once, in order, in bounded pieces", async () => {
  const feed = openFeed();
  feed.grow(5_000);
  await feed.positions(5_000);
  feed.grow(9_000);
  for (const start of [0, 4_999, 5_000, 7_500]) {
    const seen: number[] = [];
    for (let more = await feed.positions(start); more.length > 0; more = await feed.positions(seen.at(-1) ?? 0)) {
      expect(more.length).toBeLessThanOrEqual(500);
      seen.push(...more);
    }
    expect(seen).toEqual(range(start + 1, 9_000));
  }
});

test("SEC-API-13: a reader that begins ahead of the tail does not disturb one that is behind it", async () => {
  const feed = openFeed();
  feed.grow(10);
  await feed.positions(10);
  feed.grow(20);
  const release = feed.hold();
  const behind = feed.positions(10);
  const ahead = feed.positions(20);
  release();
  expect(await behind).toEqual(range(11, 20));
  expect(await ahead).toEqual([]);
});
