import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openTestHub, type TestHub } from "./http-fixture.ts";

let hub: TestHub | null = null;
afterEach(async () => {
  await hub?.end();
});

test("SEC-KEY-02: a hub whose master key is gone does not start, says what to do, makes no key, and goes on with either", async () => {
  hub = await openTestHub();
  const { dataDir } = hub;
  const file = join(dataDir, "master.key");
  const key = readFileSync(file);
  await hub.hub.close();
  rmSync(file);
  await expect(hub.restart()).rejects.toThrow(
    /master\.key is missing.*DIANAN_MASTER_KEY.*DIANAN_MASTER_KEY 改用新密钥/s,
  );
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, key, { mode: 0o400 });
  hub = await hub.restart();
  expect((await hub.call("GET", "/api/v1/units")).status).toBe(200);
  await hub.hub.close();
  rmSync(file);
  hub = await hub.restart({ masterKey: Buffer.alloc(32, 9).toString("base64") });
  expect((await hub.call("GET", "/api/v1/units")).status).toBe(200);
});

test("at the first start a key is made, for its owner only", async () => {
  hub = await openTestHub();
  expect(existsSync(join(hub.dataDir, "master.key"))).toBe(true);
});
