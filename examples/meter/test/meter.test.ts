import { join } from "node:path";
import { type ExampleHub, openExampleHub, promisedBy, runExample } from "@dianan/example-hub";
import { afterAll, beforeAll, expect, test } from "vitest";

const METER = "000123456789";
const folder = join(import.meta.dirname, "..");
let hub: ExampleHub;
beforeAll(async () => {
  hub = await openExampleHub({ doors: [{ protocol: "dlt645", host: "127.0.0.1", port: 0 }] });
}, 60_000);
afterAll(() => hub?.close());

test("it says what its README says", async () => {
  const { said, code } = await runExample(folder, "127.0.0.1", String(hub.doorPorts[0]));
  expect([code, said]).toEqual([0, promisedBy(folder)]);
  expect(await hub.items("unclaimed")).toMatchObject([{ protocol: "dlt645", wireAddress: METER }]);
});

test("registered, its readings are there in their units", async () => {
  await hub.register({ id: "meter-1", name: "电表", protocol: "dlt645", wireAddress: METER });
  await runExample(folder, "127.0.0.1", String(hub.doorPorts[0]));
  const readings = await hub.items("readings?deviceId=meter-1");
  const values = readings.map(({ quantity, value }) => `${quantity} ${value}`);
  expect(values).toEqual(expect.arrayContaining(["voltage 231.4", "current 12.345", "energyImport 8820.55"]));
  expect(values).toHaveLength(7);
});

test("without a hub it says what to do", async () => {
  const { code, said } = await runExample(folder, "127.0.0.1", "9");
  expect([code, said]).toEqual([1, expect.stringContaining("--doors dlt645=9")]);
});
