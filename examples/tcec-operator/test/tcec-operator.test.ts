import { join } from "node:path";
import { type ExampleHub, openExampleHub, promisedBy, runExample } from "@dianan/example-hub";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
let hub: ExampleHub;
beforeAll(async () => {
  hub = await openExampleHub({ outboundAllow: "127.0.0.1" });
  await hub.register({ id: "d1", name: "d1" });
}, 60_000);
afterAll(() => hub?.close());

test("it says what its README says, and what it told is there once", async () => {
  const { said, code } = await runExample(folder, hub.key, hub.url);
  expect([code, said]).toEqual([0, promisedBy(folder)]);
  expect(await hub.call("units/S1")).toMatchObject({ name: "车棚", platformCode: "PILE01", coordinateSystem: "GCJ02" });
  expect(await hub.call("components/P1-1")).toMatchObject({ deviceId: "P1", status: "charging" });
  expect(await hub.items("charging-sessions")).toMatchObject([
    { componentId: "P1-2", order: "MA0000002000000000000000007", energyKwh: 0.82, amountFen: 120, end: "full" },
  ]);
});

test("a second one with the same OperatorID, a wrong key, or no hub: it says what to do", async () => {
  expect(await runExample(folder, hub.key, hub.url)).toMatchObject({
    ...{ code: 1, said: expect.stringContaining("wrong-state") },
  });
  expect(await runExample(folder, "da_wrongwrong", hub.url)).toMatchObject({
    ...{ code: 1, said: expect.stringContaining("unauthorized") },
  });
  expect(await runExample(folder, "da_wrongwrong", "http://127.0.0.1:9")).toMatchObject({
    ...{ code: 1, said: expect.stringContaining("Is the hub running?") },
  });
});
