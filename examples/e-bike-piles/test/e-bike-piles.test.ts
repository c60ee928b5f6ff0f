import { join } from "node:path";
import { type ExampleHub, openExampleHub, promisedBy, runExample } from "@dianan/example-hub";
import { afterAll, beforeAll, expect, test } from "vitest";
import { piles } from "../src/piles.ts";

const folder = join(import.meta.dirname, "..");
let hub: ExampleHub;
beforeAll(async () => {
  hub = await openExampleHub({ doors: [{ protocol: "auto", host: "127.0.0.1", port: 0 }] });
  await hub.register(
    ...Object.entries(piles).map(([protocol, pile]) => ({
      ...{ id: protocol, name: protocol, type: "chargingPile", protocol, wireAddress: pile().wireAddress },
    })),
  );
}, 60_000);
afterAll(() => hub?.close());

test("EF-N.1: an AP3000 device says what the README says, and its session is there", async () => {
  const { code, said } = await runExample(folder, "ap3000", "127.0.0.1", String(hub.doorPorts[0]));
  expect([code, said]).toEqual([0, promisedBy(folder)]);
  expect(await hub.items("charging-sessions?deviceId=ap3000")).toMatchObject([{ order: "A-1", state: "ended" }]);
});

test("EF-N.1: a BKV gateway is answered, a JUY pile is taken and answered nothing; both are online", async () => {
  const port = String(hub.doorPorts[0]);
  expect(await runExample(folder, "bkv", "127.0.0.1", port)).toEqual({ code: 0, said: "heartbeat: heartbeatAnswer\n" });
  const { code, said } = await runExample(folder, "juy", "127.0.0.1", port);
  expect([code, said.match(/not answered/g)?.length]).toEqual([0, 2]);
  for (const id of ["bkv", "juy"])
    await expect.poll(async () => (await hub.call(`devices/${id}`)).presence, { timeout: 20_000 }).toBe("online");
});

test("another protocol, and no hub: it says what to do", async () => {
  expect(await runExample(folder, "tesla")).toMatchObject({ code: 2, said: expect.stringContaining("ap3000") });
  expect(await runExample(folder, "bkv", "127.0.0.1", "9")).toMatchObject({
    ...{ code: 1, said: expect.stringContaining("--doors auto=9") },
  });
});
