import type { Instant } from "@dianan/model";
import { expect, test } from "vitest";
import { defaultLimits } from "../config.ts";
import { WAIT_MS, WINDOW_MIN } from "../core/read-window.ts";
import { createFigures } from "../ports/figures.ts";
import { createReadTurns, type ReadTurns } from "./read-turns.ts";

/** Links that always have something to read, and a store that commits so many frames each time. */
const world = (pendingFrames = defaultLimits.pendingFrames) => {
  const figures = createFigures();
  let now = 0;
  const turns: ReadTurns = createReadTurns({
    ...{ figures, clock: () => now as Instant },
    limits: { ...defaultLimits, pendingFrames },
  });
  const queue: number[] = [];
  const called = new Map<number, number>();
  const taken = new Map<number, number>();
  /** It begins to send. */
  const link = (id: number, framesPerTurn = 1, isUrgent = false): void => {
    const turn = (): void => {
      const share = Math.min(framesPerTurn, turns.share());
      for (let n = 0; n < share; n += 1) {
        turns.taken();
        queue.push(id);
      }
      taken.set(id, (taken.get(id) ?? 0) + share);
      called.set(id, (called.get(id) ?? 0) + 1);
      if (turns.isCrowded()) turns.wait(turn, isUrgent);
      else queueMicrotask(read);
    };
    const read = (): void => {
      if (turns.isCrowded()) turns.wait(turn, isUrgent);
      else turn();
    };
    read();
  };
  const commit = async (frames: number, ms: number): Promise<number> => {
    now += ms;
    const done = queue.splice(0, frames);
    for (const _ of done) turns.settled();
    // Turns are called after all answers of a commit.
    for (let n = 0; n < 5; n += 1) await null;
    return done.length;
  };
  return { figures, turns, queue, called, taken, link, commit };
};

test("while the store keeps up nobody waits", () => {
  const { turns, figures } = world();
  for (let n = 0; n < 1_000; n += 1) turns.taken();
  expect(turns.isCrowded()).toBe(false);
  expect(figures.snapshot()).toMatchObject({ linksWaiting: 0 });
});

test("EF-4.4.3: in an overload what waits is bounded by time, whatever the disk's pace", async () => {
  for (const perCommit of [10, 100, 1_000]) {
    const { queue, link, commit } = world();
    for (let id = 0; id < 200; id += 1) link(id);
    for (let n = 0; n < 400; n += 1) await commit(perCommit, 20);
    // At least WINDOW_MIN, so that the disk is not idle.
    expect(queue.length).toBeLessThan(1.2 * Math.max(WINDOW_MIN, (perCommit / 20) * WAIT_MS));
    expect(queue.length).toBeGreaterThan(perCommit);
  }
});

test("no link is starved by others that always have more: all have the same number of turns", async () => {
  const { called, taken, link, commit } = world();
  for (let id = 0; id < 300; id += 1) link(id, id < 10 ? 2_000 : 1);
  for (let n = 0; n < 1_000; n += 1) await commit(20, 20);
  const turns = [...called.values()];
  expect(Math.min(...turns)).toBeGreaterThan(10);
  expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(2);
  // Until it was known how many come, some brought more.
  const perTurn = [...taken].map(([id, count]) => count / (called.get(id) ?? 1));
  expect(Math.max(...perTurn)).toBeLessThan(10);
});

test("EF-4.4.1: who has brought an alarm is soon called again, and takes no more than half of the turns from the others", async () => {
  const { called, link, commit } = world(100);
  for (let id = 0; id < 400; id += 1) link(id, 1, id % 4 === 0);
  for (let n = 0; n < 800; n += 1) await commit(40, 20);
  let [urgent, ordinary] = [0, 0];
  for (const [id, count] of called)
    if (id % 4 === 0) urgent += count;
    else ordinary += count;
  expect(urgent / ordinary).toBeGreaterThan(0.9);
  expect(urgent / ordinary).toBeLessThan(1.1);
});

test("who is alone brings as much as one commit takes of an address, and a row of many brings one frame each", () => {
  const { turns } = world();
  expect(turns.share()).toBe(64);
  for (let n = 0; n < 999; n += 1) turns.wait(() => {}, false);
  expect(turns.share()).toBe(4);
  for (let n = 0; n < 20_000; n += 1) turns.wait(() => {}, false);
  expect(turns.share()).toBe(1);
});

test("a link that comes with one frame in an overload is read at once, and waits for no more than what is let in", async () => {
  const { turns, queue, link, commit } = world();
  for (let id = 0; id < 500; id += 1) link(id);
  for (let n = 0; n < 200; n += 1) await commit(100, 20);
  turns.taken();
  queue.push(-1);
  let waitedMs = 0;
  for (; queue.includes(-1); waitedMs += 20) await commit(100, 20);
  expect(waitedMs).toBeLessThan(2 * WAIT_MS);
});

test("who has nothing to read when its turn comes does not hold up the others, to the last", async () => {
  const { turns, commit, queue, figures } = world(100);
  for (let n = 0; n < 100; n += 1) {
    turns.taken();
    queue.push(n);
  }
  let count = 0;
  const turn = (): (() => void) => () => {
    count += 1;
  };
  for (let n = 0; n < 5_000; n += 1) turns.wait(turn(), false);
  while (queue.length > 0) await commit(10, 20);
  expect(count).toBe(5_000);
  expect(figures.snapshot()).toMatchObject({ linksWaiting: 0, linksPausedTotal: 5_000 });
});

test("who has left is not called, and who comes when nothing is on its way is called all the same", async () => {
  const { turns } = world();
  const called: string[] = [];
  const gone = (): void => void called.push("gone");
  turns.wait(gone, false);
  turns.wait(() => void called.push("there"), false);
  turns.leave(gone);
  await null;
  expect(called).toEqual(["there"]);
});

test("the limit of an administrator holds where it is smaller than the window", async () => {
  const { turns, queue, link, commit } = world(100);
  for (let id = 0; id < 150; id += 1) link(id, 1);
  expect(turns.isCrowded()).toBe(true);
  for (let n = 0; n < 100; n += 1) {
    await commit(40, 20);
    expect(queue.length).toBeLessThanOrEqual(100);
  }
});
