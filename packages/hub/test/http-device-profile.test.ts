import { shippedProfiles } from "@dianan/profile/shipped";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DoorCall, openDoorCall } from "./door-call.ts";
import { device, operator, unit } from "./http-fixture.ts";

let door: DoorCall;
const put = async (plural: string, ...items: readonly object[]): Promise<readonly Record<string, unknown>[]> =>
  (await door.call("POST", `/api/v1/${plural}`, { items })).body.results as Record<string, unknown>[];
beforeAll(async () => {
  door = await openDoorCall();
  await put("operators", operator);
  await put("units", unit);
}, 20_000);
afterAll(() => door?.end());

const withProfile = (profileId: unknown, protocol?: string, more: object = {}): object => ({
  ...{ ...device, id: `d-${String(profileId)}`, profileId },
  ...(protocol === undefined ? {} : { protocol, wireAddress: String(profileId) }),
  ...more,
});

test("EF-N.2: a device keeps its profile, whichever of those that the hub has", async () => {
  for (const { id, transport } of Object.values(shippedProfiles)) {
    expect(await put("devices", withProfile(id, transport.protocol))).toMatchObject([{ status: "created" }]);
    expect((await door.call("GET", `/api/v1/devices/d-${id}`)).body).toMatchObject({ profileId: id });
  }
});

test.each([
  ["nowhere", "gb26875", {}, "unknown-profile"],
  ["constructor", "gb26875", {}, "unknown-profile"],
  ["wem3080t", "gb26875", {}, "wrong-profile"],
  ["dlt645-meter", "modbus-tcp", {}, "wrong-profile"],
  ["wem3080t", undefined, {}, "wrong-profile"],
])("a device with profile %s and protocol %s is refused at the member", async (profile, protocol, more, code) => {
  const [result] = await put("devices", withProfile(profile, protocol, { id: "d-refused", ...more }));
  expect(result).toMatchObject({ status: "refused", problem: { code, errors: [{ path: "/profileId" }] } });
});

test("registers of a serial line are the same behind a gateway of Modbus TCP", async () => {
  const [result] = await put("devices", withProfile("wem3080t", "modbus-tcp", { id: "d-tcp", wireAddress: "plc1/3" }));
  expect(result).toMatchObject({ status: "created" });
});

test("another platform's device is read by that platform: its profile may be one that this hub does not have", async () => {
  const [result] = await put("devices", withProfile("theirs", "gb26875", { platformCode: "ELSE01" }));
  expect(result).toMatchObject({ status: "created" });
});
