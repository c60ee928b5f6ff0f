import type { Instant } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpApp, type HttpApp } from "../src/http/app.ts";
import type { Write } from "../src/ports/write.ts";
import { type DoorDeps, openDoorDeps } from "./door-fixture.ts";
import { device, operator, unit } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";
import { span } from "./statistics-fixture.ts";

const HOUR = 3_600_000;
const START = Date.parse("2026-03-01T00:00:00+08:00");
let door: DoorDeps;
let http: HttpApp;
let key = "";
let ofSchool = "";

const read = async (name: string, query: string, as = key) => {
  const path = `/api/v1/statistics/${name}`;
  const answer = await http.app.request(`${path}?${query}`, { headers: { authorization: `Bearer ${as}` } });
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is tested
  const body = (await answer.json()) as any;
  checkAnswer("GET", path, answer.status, body);
  return { status: answer.status, body };
};
const presence = (hours: number, id: string, kind: string, unitId: string, more: object = {}): Write => ({
  ...{ kind: "put", record: "device", id, at: (START + hours * HOUR) as Instant, how: "replace" },
  set: { ...device, id, unitId, presence: kind, ...more },
});

beforeAll(async () => {
  door = await openDoorDeps();
  http = createHttpApp({ ...door.deps, requestRateFactor: 1_000 });
  key = await door.addKey();
  ofSchool = await door.addKey({ scope: { placeTypes: ["school"] } });
  const post = async (kind: string, items: readonly unknown[]): Promise<void> => {
    const answer = await http.app.request(`/api/v1/${kind}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ items }),
    });
    expect(await answer.text()).not.toContain("refused");
  };
  await post("operators", [operator]);
  const place = (id: string, placeType: string, regionCode: string) => ({ ...unit, id, placeType, regionCode });
  await post("units", [
    place("school", "school", "350582101"),
    place("factory", "industry", "350582102"),
    place("empty", "school", "350582102"),
  ]);
  const pile = { type: "chargingPile" };
  const { store, tenant } = door.deps;
  await store.commit({
    tenant,
    writes: [
      // Online for 18 hours of a day, then timed out for the next; what follows is known, too.
      presence(0, "a", "online", "school"),
      presence(18, "a", "offline", "school"),
      presence(24, "a", "timedOut", "school"),
      presence(48, "a", "online", "school"),
      // Moved from the factory to the school at noon of the first day.
      presence(0, "b", "online", "factory"),
      presence(12, "b", "online", "school", pile),
      presence(48, "b", "offline", "school", pile),
    ],
  });
}, 20_000);
afterAll(() => door.end());

const days = "from=2026-03-01T00:00:00%2B08:00&to=2026-03-03T00:00:00%2B08:00";

test("EF-4.3, EF-4.4.2: the share of the time online, by day and place, where the device was then", async () => {
  const { status, body } = await read("presence", `${days}&by=day,placeType`);
  expect(status).toBe(200);
  expect(body.items).toEqual([
    { key: { day: "2026-03-01", placeType: "industry" }, devices: 1, onlineShare: 1, timedOutDevices: 0 },
    { key: { day: "2026-03-01", placeType: "school" }, devices: 2, onlineShare: 30 / 36, timedOutDevices: 0 },
    { key: { day: "2026-03-02", placeType: "school" }, devices: 2, onlineShare: 0.5, timedOutDevices: 1 },
  ]);
  const month = await read("presence", days);
  expect(month.body.items).toEqual([
    { key: { month: "2026-03" }, devices: 2, onlineShare: (18 + 48) / 96, timedOutDevices: 1 },
  ]);
  const regions = await read("presence", `${days}&by=regionCode&unitId=school`);
  expect(regions.body.items.map(({ key, devices }: Record<string, unknown>) => [key, devices])).toEqual([
    [{ regionCode: "350582101" }, 2],
  ]);
  expect((await read("presence", `${days}&by=vendorId,community&placeType=industry`)).body.items).toEqual([
    { key: { vendorId: null, community: null }, devices: 1, onlineShare: 1, timedOutDevices: 0 },
  ]);
  const before = "from=2026-02-01T00:00:00%2B08:00&to=2026-02-02T00:00:00%2B08:00";
  expect((await read("presence", before)).body.items).toEqual([]);
});

test("SEC-AZ-03: who sees a part is told of the part, and of no time elsewhere", async () => {
  const own = await read("presence", `${days}&by=unitId`, ofSchool);
  expect(own.body.items).toEqual([
    { key: { unitId: "school" }, devices: 2, onlineShare: (18 + 36) / (48 + 36), timedOutDevices: 1 },
  ]);
  expect((await read("presence", `${days}&unitId=factory`, ofSchool)).body.items).toEqual([]);
  const rows = (await read("coverage", "", ofSchool)).body.items as { base: number; category: string }[];
  expect(rows.filter(({ base }) => base > 0).map(({ category }) => category)).toEqual(["fireCare", "chargingCare"]);
});

test("PL-3, RF-4: coverage of every category, by what is registered", async () => {
  const { status, body } = await read("coverage", "");
  expect([status, body.regionCode, body.items.length]).toEqual([200, null, 12]);
  const told = (all: typeof body) =>
    all.items
      .filter(({ base }: { base: number }) => base > 0)
      .map(({ category, base, done, percent }: Record<string, unknown>) => [category, base, done, percent]);
  expect(told(body)).toEqual([
    ["fireCare", 2, 1, 50],
    ["fireIndustry", 1, 0, 0],
    ["chargingCare", 2, 1, 50],
  ]);
  expect(body.items.find(({ base }: { base: number }) => base === 0).percent).toBeNull();
  const town = (await read("coverage", "regionCode=350582101")).body;
  expect([town.regionCode, told(town)]).toEqual([
    "350582101",
    [
      ["fireCare", 1, 1, 100],
      ["chargingCare", 1, 1, 100],
    ],
  ]);
});

test("EF-4.3, PL-3: what cannot be told is refused, and told why", async () => {
  const refused = async (name: string, query: string): Promise<string> => {
    const { status, body } = await read(name, query);
    expect([query, status]).toEqual([query, 422]);
    return body.errors[0].path;
  };
  const from = "from=2026-03-01T00:00:00%2B08:00";
  expect(await refused("presence", "")).toBe("/query/from");
  expect(await refused("presence", `from=yesterday&to=2026-03-01T00:00:00Z`)).toBe("/query/from");
  expect(await refused("presence", from)).toBe("/query/to");
  expect(await refused("presence", `${from}&to=2026-02-01T00:00:00Z`)).toBe("/query/to");
  expect(await refused("presence", `${from}&to=2027-03-03T00:00:00Z&by=day`)).toBe("/query/to");
  expect(await refused("presence", `${from}&to=2026-04-02T00:00:00Z&by=hour`)).toBe("/query/to");
  expect(await refused("presence", `${span}&by=type`)).toBe("/query/by");
  expect(await refused("presence", `${span}&by=severity,month`)).toBe("/query/by");
  expect(await refused("presence", `${span}&by=week,month`)).toBe("/query/by");
  expect(await refused("presence", `${span}&by=unitId,unitId`)).toBe("/query/by");
  expect(await refused("presence", `${span}&by=`)).toBe("/query/by");
  expect(await refused("presence", `${span}&regionCode=3505`)).toBe("/query/regionCode");
  expect(await refused("presence", `${span}&unitId=%2F`)).toBe("/query/unitId");
  expect(await refused("presence", `${span}&operatorId=op-01`)).toBe("/query/");
  expect(await refused("coverage", "regionCode=35058210")).toBe("/query/regionCode");
  expect(await refused("coverage", "regionCode=350582&regionCode=350583")).toBe("/query/regionCode");
  expect(await refused("coverage", "from=2026-03-01T00:00:00Z")).toBe("/query/");
  expect((await read("coverage", "", "da_00000000")).status).toBe(401);
  expect((await read("presence", span, "da_00000000")).status).toBe(401);
});
