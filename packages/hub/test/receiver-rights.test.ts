import { afterAll, beforeAll, expect, test } from "vitest";
import { type DoorCall, openDoorCall } from "./door-call.ts";

let door: DoorCall;
let id = "";
const payload = { kind: "members", readings: [{ member: "/t", quantity: "temperature" }] };
const draft = { name: "x", platform: "ctwing", deviceKey: "imei", payload };
beforeAll(async () => {
  door = await openDoorCall();
  id = (await door.call("POST", "/api/v1/receivers", draft)).body.receiver.id;
}, 20_000);
afterAll(() => door?.end());

const all = [
  ["GET", "receivers", undefined],
  ["POST", "receivers", draft],
  ["GET", "receivers/{id}", undefined],
  ["PATCH", "receivers/{id}", { name: "y" }],
  ["DELETE", "receivers/{id}", undefined],
  ["POST", "receivers/{id}/address", undefined],
  ["GET", "receivers/{id}/pushes", undefined],
] as const;
const statuses = async (key: string): Promise<readonly number[]> => {
  const found: number[] = [];
  for (const [method, path, body] of all) {
    const headers = method === "PATCH" ? { "if-match": '"1"' } : {};
    found.push((await door.call(method, `/api/v1/${path.replace("{id}", id)}`, body, { key, headers })).status);
  }
  return found;
};

test.each(["dutyOfficer", "unitUser", "operatorUser", "vendorEngineer", "securityAdministrator", "auditAdministrator"])(
  "SEC-AZ-05: %s neither reads nor changes receivers",
  async (role) => {
    expect(await statuses(await door.door.addKey({ role }))).toEqual(all.map(() => 403));
  },
);

test("SEC-API-02: a key without the scope devices:keys is refused", async () => {
  expect(await statuses(await door.door.addKey({ scopes: ["records:read"] }))).toEqual(all.map(() => 403));
});

test("SEC-AZ-03: who sees some units alone finds no receiver and makes none", async () => {
  const key = await door.door.addKey({ scope: { units: ["unit-0001"] } });
  expect(await statuses(key)).toEqual([200, 403, 404, 403, 403, 403, 404]);
  expect((await door.call("GET", "/api/v1/receivers", undefined, { key })).body.items).toEqual([]);
});

test("SEC-AZ-05: the system administrator does all of it", async () => {
  expect(await statuses(await door.door.addKey({ role: "systemAdministrator" }))).toEqual([
    ...[200, 201, 200, 200, 204, 404, 404],
  ]);
});
