import { join } from "node:path";
import { type ExampleHub, openExampleHub, promisedBy, runExample } from "@dianan/example-hub";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
let hub: ExampleHub;
beforeAll(async () => {
  hub = await openExampleHub({ doors: [{ protocol: "gb26875.bcd-time", host: "127.0.0.1", port: 0 }] });
  await hub.register(
    { id: "plain", name: "国标", protocol: "gb26875", wireAddress: "889" },
    { id: "bcd", name: "BCD 时间", protocol: "gb26875.bcd-time", wireAddress: "889" },
  );
}, 60_000);
afterAll(() => hub?.close());

test("GB/T 26875.3-2011, EF-N.1: by the standard and by a family it says what its README says, and each device has its alarm", async () => {
  const plain = await runExample(folder, "", "127.0.0.1", String(hub.gb26875Port));
  expect([plain.code, plain.said]).toEqual([0, promisedBy(folder)]);
  const bcd = await runExample(folder, "bcd-time", "127.0.0.1", String(hub.doorPorts[0]));
  expect([bcd.code, bcd.said]).toEqual([0, promisedBy(folder)]);
  for (const id of ["plain", "bcd"]) expect((await hub.items(`alarms?deviceId=${id}`)).length, id).toBeGreaterThan(0);
});

test("an unknown family, and no hub: it says what to do", async () => {
  expect(await runExample(folder, "nobody")).toMatchObject({ code: 2, said: expect.stringContaining("bcd-time") });
  expect(await runExample(folder, "", "127.0.0.1", "9")).toMatchObject({
    ...{ code: 1, said: expect.stringContaining("Is the hub running?") },
  });
});
