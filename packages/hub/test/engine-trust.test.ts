import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { openPeople, type People } from "./http-people.ts";
import { list, register } from "./registry.ts";
import { analogFrame, CONFIRM, openWire, statusFrame, type Wire } from "./wire.ts";

const SLOW = 60_000;
let hub: TestHub;
let people: People;
let system: Record<string, string>;
let wire: Wire;
beforeAll(async () => {
  hub = await openTestHub();
  await register(hub, [889, 890]);
  people = await openPeople(() => hub);
  system = (await people.invited("systemAdministrator")).headers;
  wire = await openWire(hub.hub.gb26875Port);
}, SLOW);
afterAll(async () => {
  await wire?.end();
  await hub?.end();
});

const setLeastTrust = async (leastTrust: string): Promise<void> => {
  const path = "/api/v1/tenants/main";
  const read = await people.ask("GET", path, undefined, system, "/api/v1/tenants/{id}");
  const headers = { ...system, "if-match": read.headers.get("etag") ?? "" };
  const set = await people.ask("PATCH", path, { leastTrust }, headers, "/api/v1/tenants/{id}");
  expect(set.status, JSON.stringify(set.body)).toBe(200);
};

test("SEC-DEV-02: below the least trust of the tenant only alarms are taken, marked unverified", {
  timeout: SLOW,
}, async () => {
  const at = Date.now();
  await wire.ask(analogFrame(889, 1, 256));
  expect(await list(hub, "readings?deviceId=d889")).toHaveLength(1);
  await setLeastTrust("T1");
  expect((await wire.ask(analogFrame(889, 2, 300))).command).toBe(CONFIRM);
  expect(await list(hub, "readings?deviceId=d889")).toHaveLength(1);
  expect((await wire.ask(statusFrame(890, 3, { fire: true }, at - 60_000))).command).toBe(CONFIRM);
  const [alarm] = await list(hub, "alarms?deviceId=d890");
  expect(alarm).toMatchObject({ type: "residualCurrentOver", state: "raised", unverified: true });
  // Its frame is kept as evidence, as every frame is.
  expect((await hub.call("GET", `/api/v1/frames/${alarm?.evidence}`)).status).toBe(200);
  expect((await wire.ask(statusFrame(890, 4, { fire: false }, at))).command).toBe(CONFIRM);
  const [still] = await list(hub, "alarms?deviceId=d890");
  expect([still?.state, still?.recoveredAt]).toEqual(["raised", undefined]);
  await setLeastTrust("T0");
  await wire.ask(analogFrame(889, 5, 310));
  expect(await list(hub, "readings?deviceId=d889")).toHaveLength(2);
});

test("SEC-DEV-02: what a tenant asks for holds after a restart, from the first frame on", {
  timeout: SLOW,
}, async () => {
  await setLeastTrust("T3");
  await wire.end();
  hub = await hub.restart();
  wire = await openWire(hub.hub.gb26875Port);
  expect((await wire.ask(analogFrame(889, 9, 320))).command).toBe(CONFIRM);
  expect(await list(hub, "readings?deviceId=d889")).toHaveLength(2);
});
