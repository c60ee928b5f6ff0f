import { type Instant, tenantId } from "@dianan/model";
import { expect, test } from "vitest";
import type { KeyStore, StoredKey } from "./key-store.ts";

const aKey = (n: number, more: Partial<StoredKey> = {}): StoredKey => ({
  id: `k${n}`,
  tenant: tenantId("t1"),
  name: "n",
  use: "key",
  hash: new Uint8Array(32).fill(n),
  createdAt: 1 as Instant,
  expiresAt: 100 as Instant,
  ...more,
});

/** What every key store must do; an adapter's test is one call of this. */
export const keyStoreContract = (
  name: string,
  open: () => Promise<{ readonly keys: KeyStore; close(): Promise<void> }>,
): void => {
  test(`KeyStore ${name}: a key is found by its hash, removed once, and gone when it has expired`, async () => {
    const { keys, close } = await open();
    await keys.add(aKey(1));
    await keys.add(aKey(2, { use: "code", expiresAt: 50 as Instant }));
    expect(await keys.find(aKey(1).hash)).toEqual(aKey(1));
    expect(await keys.find(new Uint8Array(32).fill(9))).toBeNull();
    expect(await keys.count(tenantId("t1"), "key")).toBe(1);
    expect(await keys.count(tenantId("t2"), "key")).toBe(0);
    expect(await keys.remove("k1")).toBe(true);
    expect(await keys.remove("k1")).toBe(false);
    await keys.sweep(49 as Instant);
    expect(await keys.count(tenantId("t1"), "code")).toBe(1);
    await keys.sweep(50 as Instant);
    expect(await keys.count(tenantId("t1"), "code")).toBe(0);
    await close();
  });

  test(`KeyStore ${name}: of two who use a one-time code at once, one has it; a hash is taken once`, async () => {
    const { keys, close } = await open();
    await keys.add(aKey(1, { use: "code" }));
    expect((await Promise.all([keys.remove("k1"), keys.remove("k1")])).sort()).toEqual([false, true]);
    await keys.add(aKey(3));
    await expect(keys.add(aKey(4, { hash: aKey(3).hash }))).rejects.toThrow();
    await close();
  });
};
