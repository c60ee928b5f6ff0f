import { join } from "node:path";
import { type ExampleHub, openExampleHub, promisedBy, runExample } from "@dianan/example-hub";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
let hub: ExampleHub;
beforeAll(async () => {
  hub = await openExampleHub();
}, 60_000);
afterAll(() => hub?.close());

test("it says what its README says, and its reading and alarm are there", async () => {
  await hub.register({ id: "d-1", name: "直报设备", protocol: "json", wireAddress: "d-1" });
  const { secret } = await hub.call("devices/d-1/enrolments", {});
  const { said, code } = await runExample(folder, String(secret), hub.url);
  expect([code, said]).toEqual([0, promisedBy(folder)]);
  const readings = await hub.items("readings?deviceId=d-1");
  expect(readings.map(({ quantity, value }) => `${quantity} ${value}`).sort()).toEqual([
    "residualCurrent 689",
    "temperature 41.5",
  ]);
  expect(await hub.items("alarms?deviceId=d-1")).toMatchObject([{ type: "residualCurrentOver", value: 689 }]);
  expect(await runExample(folder, String(secret), hub.url)).toMatchObject({
    code: 1,
    said: expect.stringContaining("bad-credentials"),
  });
});

test("without a hub it says what to do", async () => {
  const { code, said } = await runExample(folder, "de_nothing-nothing", "http://127.0.0.1:9");
  expect([code, said]).toEqual([1, expect.stringContaining("Is the hub running?")]);
});
