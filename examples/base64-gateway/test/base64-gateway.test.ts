import { join } from "node:path";
import { type ExampleHub, openExampleHub, promisedBy, runExample } from "@dianan/example-hub";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
let hub: ExampleHub;
beforeAll(async () => {
  hub = await openExampleHub();
}, 60_000);
afterAll(() => hub?.close());

test("EF-N.1: it says what its README says, and what the detector measured is there", async () => {
  const detector = { protocol: "efire-7b7b", wireAddress: "12101052550001", gatewayId: "g-1" };
  const gateway = { id: "g-1", name: "网关", protocol: "json", wireAddress: "g-1" };
  await hub.register(gateway, { id: "e-1", name: "无线探测器", ...detector });
  const { secret } = await hub.call("devices/g-1/enrolments", {});
  const { said, code } = await runExample(folder, String(secret), hub.url);
  expect([code, said]).toEqual([0, promisedBy(folder)]);
  const measured = (await hub.items("readings?deviceId=e-1&limit=100")).map(({ quantity }) => quantity);
  for (const quantity of ["residualCurrent", "temperature", "voltage", "energyImport"])
    expect(measured).toContain(quantity);
});

test("with a secret that is none, or without a hub, it says what to do", async () => {
  expect(await runExample(folder, "de_nothing-nothing-nothing", hub.url)).toMatchObject({
    ...{ code: 1, said: expect.stringContaining("bad-credentials") },
  });
  expect(await runExample(folder, "de_nothing-nothing-nothing", "http://127.0.0.1:9")).toMatchObject({
    ...{ code: 1, said: expect.stringContaining("Is the hub running?") },
  });
});
