import { type Instant, tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import type { AccessItem } from "../ports/access-store.ts";
import type { Write } from "../ports/write.ts";
import { createFoundItems } from "./found-items.ts";

const lookup = new Uint8Array([1, 2, 3]);
const item = (version: number): AccessItem => ({
  tenant: tenantId("main"),
  kind: "key",
  id: "k1",
  body: {},
  lookup,
  expiresAt: 1 as Instant,
  version,
});
const written: readonly Write[] = [{ kind: "item", item: item(2), ifVersion: 1 }];
const dropped: readonly Write[] = [{ kind: "dropItem", item: "key", id: "k1", must: true }];

test("what was found is not looked for again, until an item of its kind changes or goes", async () => {
  for (const writes of [written, dropped]) {
    const found = createFoundItems();
    let looks = 0;
    const look = async (): Promise<AccessItem> => {
      looks += 1;
      return item(looks);
    };
    expect((await found.find("key", lookup, look))?.version).toBe(1);
    expect((await found.find("key", lookup, look))?.version).toBe(1);
    found.changed([{ kind: "dropItem", item: "session", id: "s1", must: false }]);
    expect((await found.find("key", lookup, look))?.version).toBe(1);
    found.changed(writes);
    expect((await found.find("key", lookup, look))?.version).toBe(2);
  }
});

test("SEC-API-02: what is found while a change is under way is not kept past it", async () => {
  const found = createFoundItems();
  let answer: (item: AccessItem) => void = () => {};
  const slow = found.find(
    "key",
    lookup,
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  found.changed(dropped);
  answer(item(1));
  expect((await slow)?.version).toBe(1);
  expect(await found.find("key", lookup, async () => null)).toBeNull();
});

test("what is not found is looked for each time, and other kinds and lookups are others", async () => {
  const found = createFoundItems();
  let looks = 0;
  const none = async (): Promise<null> => {
    looks += 1;
    return null;
  };
  await found.find("key", lookup, none);
  await found.find("key", lookup, none);
  await found.find("session", lookup, none);
  expect(looks).toBe(3);
  await found.find("key", lookup, async () => item(1));
  expect(await found.find("key", new Uint8Array([9]), none)).toBeNull();
  expect(await found.find("token", lookup, none)).toBeNull();
});
