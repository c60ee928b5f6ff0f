import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpApp, type HttpApp } from "../src/http/app.ts";
import { type DoorDeps, openDoorDeps } from "./door-fixture.ts";
import { component, device, operator, unit } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";

let door: DoorDeps;
let http: HttpApp;
let key = "";
let scoped = "";
let noReadings = "";
type Item = Record<string, unknown>;
const call = async (method: string, path: string, body?: unknown, as = key) => {
  const response = await http.app.request(`/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${as}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as { items: Item[]; code?: string } };
};
const latest = async (query: string, as = key) => {
  const answer = await call("GET", `latest-readings${query}`, undefined, as);
  checkAnswer("GET", "/api/v1/latest-readings", answer.status, answer.body);
  return answer;
};
const shown = (items: readonly Item[]): string[] =>
  items.map((one) => `${one.deviceId} ${one.componentId} ${one.quantity} ${one.value} ${one.unit}`);
const at = (minute: number): string => `2026-03-01T11:${String(minute).padStart(2, "0")}:00+08:00`;

beforeAll(async () => {
  door = await openDoorDeps();
  http = createHttpApp({ ...door.deps, requestRateFactor: 1_000 });
  key = await door.addKey();
  scoped = await door.addKey({ scope: { units: ["unit-0001"] } });
  noReadings = await door.addKey({ role: "securityAdministrator" });
  await call("POST", "operators", { items: [operator] });
  await call("POST", "units", { items: [unit, { ...unit, id: "unit-2" }] });
  await call("POST", "devices", {
    items: [device, { ...device, id: "dev-2" }, { ...device, id: "dev-3", unitId: "unit-2" }],
  });
  await call("POST", "components", { items: [component] });
  const value = (minute: number, more: Item) => ({ quantity: "temperature", value: minute, at: at(minute), ...more });
  await call("POST", "readings", {
    items: [
      value(3, { deviceId: "dev-889" }),
      value(1, { deviceId: "dev-889" }),
      value(2, { deviceId: "dev-889", componentId: "dev-889:1" }),
      { ...value(2, { deviceId: "dev-889" }), quantity: "residualCurrent", value: 68.9 },
      value(5, { deviceId: "dev-2" }),
      value(6, { deviceId: "dev-3" }),
    ],
  });
}, 20_000);
afterAll(async () => {
  http?.close();
  await door?.end();
});

test("EF-4.1: a device's newest value of each component and quantity, whatever the order in which they came", async () => {
  const { body } = await latest("?deviceId=dev-889");
  expect(shown(body.items)).toEqual([
    "dev-889 null residualCurrent 68.9 mA",
    "dev-889 null temperature 3 Cel",
    "dev-889 dev-889:1 temperature 2 Cel",
  ]);
  expect(body.items[1]).toMatchObject({ at: at(3), quality: "good" });
});

test("EF-4.1: a unit's devices, one quantity of them, and a device only where it is in the unit", async () => {
  expect(shown((await latest("?unitId=unit-0001&quantity=temperature")).body.items)).toEqual([
    "dev-2 null temperature 5 Cel",
    "dev-889 null temperature 3 Cel",
    "dev-889 dev-889:1 temperature 2 Cel",
  ]);
  expect((await latest("?unitId=unit-2&deviceId=dev-889")).body.items).toEqual([]);
  expect(shown((await latest("?unitId=unit-2&deviceId=dev-3")).body.items)).toEqual(["dev-3 null temperature 6 Cel"]);
});

test("SEC-AZ-02, SEC-AZ-05: what is foreign, deleted or not for the caller is not told", async () => {
  expect((await latest("?deviceId=dev-3", scoped)).body.items).toEqual([]);
  expect((await latest("?unitId=unit-2", scoped)).body.items).toEqual([]);
  expect((await latest("?unitId=unit-0001", scoped)).body.items).toHaveLength(4);
  expect((await latest("?deviceId=nobody")).body.items).toEqual([]);
  expect((await latest("?deviceId=dev-889", noReadings)).status).toBe(403);
  await http.app.request("/api/v1/devices/dev-2", { method: "DELETE", headers: { authorization: `Bearer ${key}` } });
  expect((await latest("?deviceId=dev-2")).body.items).toEqual([]);
});

test("SEC-API-06: without a filter, or with one that is none, it is refused", async () => {
  for (const [query, code] of [
    ["", "missing-filter"],
    ["?quantity=temperature", "missing-filter"],
    ["?deviceId=*", "invalid"],
    ["?unitId=", "invalid"],
    ["?deviceId=dev-889&quantity=a%20b", "invalid"],
    ["?deviceId=dev-889&limit=5", "invalid"],
    ["?deviceId=dev-889&deviceId=dev-2", "invalid"],
  ] as const) {
    const { status, body } = await latest(query);
    expect([status, body.code], query).toEqual([422, code]);
  }
});
