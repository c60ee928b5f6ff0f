import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, type DoorCall, openDoorCall } from "./door-call.ts";
import { alarm, component, device, operator, unit } from "./http-fixture.ts";

let door: DoorCall;
const put = async (plural: string, ...items: readonly object[]): Promise<void> => {
  const { body } = await door.call("POST", `/api/v1/${plural}`, { items });
  const refused = body.results.filter(({ status }: { status: string }) => status === "refused");
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
};
beforeAll(async () => {
  door = await openDoorCall();
  await put("operators", operator);
  await put("units", unit, { ...unit, id: "unit-2" });
}, 20_000);
afterAll(() => door?.end());

const ask = (id = "unit-0001", key?: string): Promise<Answer> =>
  door.call("GET", `/api/v1/units/${id}/acceptance`, undefined, key === undefined ? {} : { key });
type Found = { readonly reason: string; readonly isBlocking: boolean; readonly requirement: string };
const blocking = ({ body }: Answer): string[] =>
  body.findings.filter(({ isBlocking }: Found) => isBlocking).map(({ reason }: Found) => reason);
const advised = ({ body }: Answer): readonly (readonly [string, string])[] =>
  body.findings
    .filter(({ isBlocking }: Found) => !isBlocking)
    .map(({ reason, requirement }: Found) => [reason, requirement]);

test("EF-5.1: every fault that is open is named, and the unit is refused until there is none", async () => {
  expect(blocking(await ask())).toEqual(["noDevices"]);
  await put("devices", { ...device, status: "fault" }, { ...device, id: "dev-2", presence: "timedOut" });
  await put("components", { ...component, status: "fault" });
  const fault = { ...alarm, type: "commFault", state: "raised" };
  await put(
    "alarms",
    { ...fault, id: "al-1" },
    { ...fault, id: "al-2", deviceId: "dev-2", type: "offline", class: "offline" },
    { ...alarm, id: "al-3", class: "alarm" },
    { ...alarm, id: "al-4", type: "chargeFull", class: "event" },
    { ...fault, id: "al-5", state: "cleared" },
    { ...fault, id: "al-6", unitId: "unit-2", deviceId: "elsewhere" },
  );
  const refused = await ask();
  expect(refused.body).toMatchObject({ isReady: false, deviceFaults: 2, openAlarms: 1, hasOperator: true });
  const named = refused.body.findings
    .filter(({ isBlocking }: Found) => isBlocking)
    .map((one: Record<string, string>) => [one.reason, one.deviceId, one.componentId, one.alarmId].join(" "));
  expect(named.sort()).toEqual([
    "componentFault dev-889 dev-889:1 ",
    "deviceFault dev-889  ",
    "deviceOffline dev-2  ",
    "openAlarm dev-889  al-3",
    "openFault dev-2  al-2",
    "openFault dev-889  al-1",
  ]);

  await put("devices", device, { ...device, id: "dev-2" });
  expect(blocking(await ask()).sort()).toEqual(["componentFault", "openAlarm", "openFault", "openFault"]);
  await put("components", component);
  await put(
    "alarms",
    { ...fault, id: "al-1", state: "cleared" },
    { ...alarm, id: "al-3", class: "alarm", state: "cleared" },
  );
  expect(await ask()).toMatchObject({ body: { isReady: false, deviceFaults: 1, openAlarms: 0 } });
  await put("alarms", { ...fault, id: "al-2", deviceId: "dev-2", type: "offline", class: "offline", state: "cleared" });
  expect(await ask()).toMatchObject({ body: { isReady: true, deviceFaults: 0, openAlarms: 0 } });
});

test("EF-1.1, EF-5.2, EF-5.6, EF-5.7, EF-3.2: what else is not as it should be is advised, and goes when it is", async () => {
  await put("units", { ...unit, id: "unit-3" });
  await put("devices", { ...device, id: "dev-3", unitId: "unit-3" });
  expect(advised(await ask("unit-3"))).toEqual([
    ["noInstallationFile", "EF-5.2"],
    ["noModel", "EF-1.1"],
  ]);
  const file = { deviceId: "dev-3", installedOn: "2026-03-18" };
  const write = (more: object) =>
    door.call("PUT", "/api/v1/devices/dev-3/installation", { ...file, ...more }, { headers: { "if-match": "*" } });
  expect((await door.call("PUT", "/api/v1/devices/dev-3/installation", file)).status).toBe(200);
  await put("vendors", { id: "vendor-01", name: "示例电气" });
  const certificate = { number: "CCC-1", standard: "GB 14287.4-2014", validUntil: "2020-12-31" };
  const model = { id: "model-1", vendorId: "vendor-01", name: "EF-100", deviceType: "electricalFireMonitor" };
  await put("device-models", { ...model, certificates: [certificate] });
  await put("devices", { ...device, id: "dev-3", unitId: "unit-3", modelId: "model-1" });
  expect(advised(await ask("unit-3"))).toEqual([
    ["wiringNotChecked", "EF-5.6"],
    ["noProtection", "EF-3.2"],
    ["noInstaller", "EF-5.7"],
    ["noCertificate", "EF-1.1"],
  ]);
  await write({ vendorRepairUntil: "2027-01-01", installers: [{ name: "学徒", isElectrician: false }] });
  expect(advised(await ask("unit-3")).map(([reason]) => reason)).toEqual([
    ...["wiringNotChecked", "noProtection", "unqualifiedInstaller", "shortWarranty", "noCertificate"],
  ]);
  await write({
    isWiringChecked: true,
    protection: ["dustproof"],
    installers: [{ name: "学徒", isElectrician: false, accompaniedBy: "电工" }],
  });
  await put("device-models", { ...model, certificates: [{ ...certificate, validUntil: "2099-12-31" }] });
  expect((await ask("unit-3")).body).toMatchObject({ isReady: true, findings: [] });
});

test("CP-1.4, CP-4.3: a pile is asked by its own rules; one that became a pile in a stairwell keeps the unit from acceptance", async () => {
  await put("units", { ...unit, id: "unit-4" });
  await put("devices", { ...device, id: "dev-4", unitId: "unit-4" });
  const file = { deviceId: "dev-4", installedOn: "2026-03-18", spot: "stairwell" };
  expect((await door.call("PUT", "/api/v1/devices/dev-4/installation", file)).status).toBe(200);
  await put("devices", { ...device, id: "dev-4", unitId: "unit-4", type: "chargingPile" });
  const refused = await ask("unit-4");
  expect(blocking(refused)).toEqual(["forbiddenPlace"]);
  expect(advised(refused)).toEqual([
    ["noProtection", "EF-3.2"],
    ["noInstaller", "CP-4.4"],
    ["noModel", "CP-1.1"],
  ]);
});

test("SEC-AZ-02, -03: a unit that is foreign, deleted or not there is a 404; a role without the right is a 403", async () => {
  const scoped = await door.door.addKey({ scope: { units: ["unit-2"] } });
  expect((await ask("unit-2", scoped)).status).toBe(200);
  for (const [id, key] of [
    ["unit-0001", scoped],
    ["nobody", undefined],
    ["a%20b", undefined],
  ] as const)
    expect((await ask(id, key)).status).toBe(404);
  expect((await ask("unit-2", await door.door.addKey({ role: "vendorEngineer" }))).status).toBe(403);
  expect((await ask("unit-2", "")).status).toBe(401);
});

test("EF-5.10: a unit whose operator is gone is not ready, and says so", async () => {
  await put("operators", { ...operator, id: "op-gone" });
  await put("units", { ...unit, id: "unit-5", operatorId: "op-gone" });
  await put("devices", { ...device, id: "dev-5", unitId: "unit-5" });
  expect((await ask("unit-5")).body).toMatchObject({ isReady: true, hasOperator: true });
  expect((await door.call("DELETE", "/api/v1/operators/op-gone")).status).toBe(204);
  expect((await ask("unit-5")).body).toMatchObject({ isReady: false, hasOperator: false });
  expect(blocking(await ask("unit-5"))).toEqual(["noOperator"]);
});

test("EF-5.1: an alarm with written advice stands against nothing; a fault does until it is gone", async () => {
  await put("units", { ...unit, id: "unit-6" });
  await put("devices", { ...device, id: "dev-6", unitId: "unit-6" });
  const there = { unitId: "unit-6", deviceId: "dev-6", state: "raised" };
  await put("alarms", { ...alarm, ...there, id: "al-warm", class: "warning" });
  await put("alarms", { ...alarm, ...there, id: "al-fault", type: "commFault", class: "fault" });
  const advise = async (id: string): Promise<void> => {
    const headers = { "if-match": "*", "idempotency-key": `advise-${id}-0123456789` };
    const { status } = await door.call("POST", `/api/v1/alarms/${id}/advise`, { text: "更换老化线缆" }, { headers });
    expect(status).toBe(200);
  };
  expect(blocking(await ask("unit-6")).sort()).toEqual(["openAlarm", "openFault"]);
  await advise("al-warm");
  await advise("al-fault");
  expect(blocking(await ask("unit-6"))).toEqual(["openFault"]);
  expect((await ask("unit-6")).body).toMatchObject({ openAlarms: 0, deviceFaults: 1, isReady: false });
});
