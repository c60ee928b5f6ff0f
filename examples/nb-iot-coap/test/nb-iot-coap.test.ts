import { join } from "node:path";
import { type ExampleHub, openExampleHub, promisedBy, runExample } from "@dianan/example-hub";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");
let hub: ExampleHub;
beforeAll(async () => {
  hub = await openExampleHub({ doors: [{ protocol: "coap", host: "127.0.0.1", port: 0 }] });
}, 60_000);
afterAll(() => hub?.close());

test("EF-N.1, SEC-DEV-14: it says what its README says; its reading and alarm are there, its command is done", async () => {
  await hub.register({ id: "nb-1", name: "NB-IoT 设备", protocol: "json", wireAddress: "nb-1" });
  const { secret } = await hub.call("devices/nb-1/enrolments", {});
  const { secret: key } = await hub.call("uplink/enrolment", { secret });
  const wish = { action: "mute", parameters: { minutes: 10 }, reason: "夜间扰民" };
  const { id } = await hub.call("devices/nb-1/commands", wish);
  const { said, code } = await runExample(folder, String(key), `coap://127.0.0.1:${hub.doorPorts[0]}`);
  expect([code, said]).toEqual([0, promisedBy(folder)]);
  const readings = await hub.items("readings?deviceId=nb-1");
  expect(readings.map(({ quantity, value }) => `${quantity} ${value}`)).toEqual(["residualCurrent 689"]);
  expect(await hub.items("alarms?deviceId=nb-1")).toMatchObject([{ type: "residualCurrentOver", value: 689 }]);
  expect(await hub.call(`commands/${id}`)).toMatchObject({ state: "done", result: "已消音" });
}, 60_000);

test("SEC-API-01: with a key that is none it is refused, and says so", async () => {
  const { said, code } = await runExample(folder, "dd_no-key-at-all-0000", `coap://127.0.0.1:${hub.doorPorts[0]}`);
  expect([code, said]).toEqual([1, expect.stringContaining("4.01")]);
}, 60_000);
