import { join } from "node:path";
import { type ExampleHub, openExampleHub, promisedBy, runExample } from "@dianan/example-hub";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
let hub: ExampleHub;
beforeAll(async () => {
  hub = await openExampleHub({ doors: [{ protocol: "dianan", host: "127.0.0.1", port: 0 }] });
  await hub.register({ id: "d-1", name: "剩余电流监测", protocol: "dianan", wireAddress: "889" });
}, 60_000);
afterAll(() => hub?.close());

test("EF-N.2: by the open protocol it says what its README says; its reading and its alarm are there, and who it is", async () => {
  const ran = await runExample(folder, "889", "127.0.0.1", String(hub.doorPorts[0]));
  expect([ran.code, ran.said]).toEqual([0, promisedBy(folder)]);
  expect(await hub.items("readings?deviceId=d-1")).toMatchObject([{ quantity: "residualCurrent", value: 689 }]);
  const alarms = (await hub.items("alarms?deviceId=d-1")).filter(({ class: kind }) => kind !== "offline");
  // A recovery is the device's word: it is noted, and clears nothing (SEC-DEV-03).
  expect(alarms).toMatchObject([{ type: "residualCurrentOver", recoveredAt: expect.any(String) }]);
});

test("without a hub it says what to do", async () => {
  expect(await runExample(folder, "889", "127.0.0.1", "9")).toMatchObject({
    ...{ code: 1, said: expect.stringContaining("Is the hub running?") },
  });
});
