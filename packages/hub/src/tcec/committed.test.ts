import { tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import { type Committed as Done, noReceipt } from "../ports/commit.ts";
import type { Store } from "../ports/store.ts";
import type { Batch, Write } from "../ports/write.ts";
import { createWatchedStore } from "./committed.ts";

const tenant = tenantId("t");
const row = (id: string): Write => ({ kind: "delete", record: "unit", id, at: 0 }) as Write;
const batch: Batch = { tenant, writes: [row("own")] };

/** A store that takes what it is given, or fails. */
const open = (error: Error | null) => {
  const written: (readonly Write[])[] = [];
  const base = {
    commitThen: (all: Batch, done: Done) => {
      written.push(all.writes);
      queueMicrotask(() => done(error, noReceipt));
    },
  } as unknown as Store;
  const told: (readonly [writes: number, queued: number])[] = [];
  const watched = createWatchedStore(base);
  const connect = (more: readonly Write[]): void =>
    watched.connect({ writesFor: () => more, done: ({ writes }, queued) => void told.push([writes.length, queued]) });
  return { store: watched.store, connect, written, told };
};
const byCallback = (store: Store): Promise<Error | null> =>
  new Promise((resolve) => store.commitThen(batch, (error) => resolve(error)));
const byPromise = (store: Store): Promise<Error | null> =>
  store.commit(batch).then(
    () => null,
    (error: Error) => error,
  );

// Frames come by the callback, what is asked over the API by the promise: a charge that a pile tells is told on like any other.
test.each([
  ["what devices send", byCallback],
  ["what the API takes", byPromise],
])("%s is seen: what partners are owed is written with it, and they are told once it is durable", async (_, commit) => {
  const { store, connect, written, told } = open(null);
  expect(await commit(store)).toBeNull();
  expect([written, told]).toEqual([[[row("own")]], []]);
  connect([row("owed")]);
  expect(await commit(store)).toBeNull();
  expect(written.at(-1)).toEqual([row("own"), row("owed")]);
  expect(told).toEqual([[1, 1]]);
  connect([]);
  expect(await commit(store)).toBeNull();
  expect(told.at(-1)).toEqual([1, 0]);
});

test.each([
  ["devices", byCallback],
  ["the API", byPromise],
])("of what could not be stored for %s nobody is told", async (_, commit) => {
  const { store, connect, told } = open(new Error("disk full"));
  connect([row("owed")]);
  expect((await commit(store))?.message).toBe("disk full");
  expect(told).toEqual([]);
});
