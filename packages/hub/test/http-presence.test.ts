import type { Instant } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpApp, type HttpApp } from "../src/http/app.ts";
import type { Write } from "../src/ports/write.ts";
import { type DoorDeps, openDoorDeps } from "./door-fixture.ts";
import { device, openTestHub, operator, type TestHub, unit, until } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";
import { register } from "./registry.ts";
import { frameOf, openWire } from "./wire.ts";

type Body = {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
  readonly code?: string;
  readonly errors?: readonly { readonly path: string }[];
};

const DAY = 86_400_000;
const START = Date.parse("2026-03-01T00:00:00+08:00");
let door: DoorDeps;
let http: HttpApp;
let key = "";
let scoped = "";
const get = async (path: string, as = key) => {
  const response = await http.app.request(`/api/v1/${path}`, { headers: { authorization: `Bearer ${as}` } });
  const body = (await response.json()) as Body;
  checkAnswer("GET", `/api/v1/${path.replace(/\?.*$/, "")}`, response.status, body);
  return { status: response.status, link: response.headers.get("link"), ...body };
};
const all = async (path: string, as = key): Promise<readonly Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = [];
  let next: string | null = null;
  for (let page = 0; page < 50; page += 1) {
    const one: Body = await get(`${path}${next === null ? "" : `&cursor=${next}`}`, as);
    items.push(...one.items);
    next = one.next;
    if (next === null) return items;
  }
  throw new Error("the pages do not end");
};
const presence = (hours: number, id: string, members: Record<string, unknown>, unitId = "unit-0001"): Write => ({
  kind: "put",
  record: "device",
  id,
  set: { ...device, id, unitId, ...members },
  at: (START + hours * 3_600_000) as Instant,
  how: "replace",
});
const heard = (hours: number) => ({ lastSeenAt: new Date(START + hours * 3_600_000).toISOString() });

beforeAll(async () => {
  door = await openDoorDeps();
  http = createHttpApp({ ...door.deps, requestRateFactor: 1_000 });
  key = await door.addKey();
  scoped = await door.addKey({ scope: { units: ["unit-0001"] } });
  const post = (kind: string, items: readonly unknown[]) =>
    http.app.request(`/api/v1/${kind}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ items }),
    });
  await post("operators", [operator]);
  await post("units", [unit, { ...unit, id: "unit-2", regionCode: "350583", placeType: "industry" }]);
  const { store, tenant } = door.deps;
  await store.commit({
    tenant,
    writes: [
      presence(0, "a", { presence: "offline" }),
      presence(6, "a", { presence: "online", ...heard(6) }),
      presence(30, "a", { presence: "offline", ...heard(29.75) }),
      presence(36, "a", { presence: "timedOut", ...heard(29.75) }),
      presence(48, "a", { presence: "online", ...heard(48) }),
      presence(0, "b", { presence: "online", ...heard(0) }, "unit-2"),
      presence(12, "b", { presence: "online", ...heard(0) }),
      presence(24, "b", { presence: "offline", ...heard(23) }),
      presence(0, "c", { presence: "offline" }, "unit-2"),
    ],
  });
}, 20_000);
afterAll(async () => {
  http?.close();
  await door?.end();
});

test("EF-4.1, EF-4.4.2: the history tells every change, newest first, with how long the device had been silent", async () => {
  const { items } = await get("presence-changes?deviceId=a");
  expect(items.map((one) => [one.before, one.presence, one.at, one.heardAt, one.silentSeconds])).toEqual([
    ["timedOut", "online", "2026-03-03T00:00:00+08:00", "2026-03-02T05:45:00+08:00", 65_700],
    ["offline", "timedOut", "2026-03-02T12:00:00+08:00", "2026-03-02T05:45:00+08:00", 22_500],
    ["online", "offline", "2026-03-02T06:00:00+08:00", "2026-03-02T05:45:00+08:00", 900],
    ["offline", "online", "2026-03-01T06:00:00+08:00", null, null],
  ]);
  expect(await all("presence-changes?limit=1&presence=offline")).toMatchObject([{ deviceId: "a" }, { deviceId: "b" }]);
  const within = "from=2026-03-02T06:00:00%2B08:00&to=2026-03-02T12:00:00%2B08:00";
  expect(await all(`presence-changes?${within}`)).toMatchObject([{ deviceId: "a", presence: "offline" }]);
});

test("EF-4.1: days tell seconds of each presence and outages; pages may cut a device in two", async () => {
  const path = "presence-days?from=2026-03-01&to=2026-03-04";
  const row = (one: Record<string, unknown>) =>
    [one.deviceId, one.date, one.onlineSeconds, one.offlineSeconds, one.timedOutSeconds, one.outages].join(" ");
  const whole = (await all(`${path}&deviceId=a`)).map(row);
  expect(whole).toEqual([
    "a 2026-03-01 64800 21600 0 0",
    "a 2026-03-02 21600 21600 43200 1",
    "a 2026-03-03 86400 0 0 0",
    "a 2026-03-04 86400 0 0 0",
  ]);
  const every = (await all(`${path}&limit=500`)).map(row);
  for (const limit of [1, 3, 5]) expect((await all(`${path}&limit=${limit}`)).map(row)).toEqual(every);
  expect(every).toHaveLength(12);
  expect((await all(`${path}&unitId=unit-2`)).map(row)).toEqual([1, 2, 3, 4].map((n) => `c 2026-03-0${n} 0 86400 0 0`));
  expect(await all("presence-days?from=2025-01-01&to=2025-12-31")).toEqual([]);
  const tomorrow = new Date(Date.now() + 2 * DAY).toISOString().slice(0, 10);
  expect(await all(`presence-days?from=${tomorrow}&to=${tomorrow}`)).toEqual([]);
});

test("EF-4.4.4: counts now, by unit, region and place type; each device is counted once", async () => {
  expect(await get("presence-counts")).toMatchObject({ online: 1, offline: 1, timedOut: 0, neverHeard: 1 });
  for (const filter of ["unitId=unit-2", "regionCode=350583", "placeType=industry"])
    expect(await get(`presence-counts?${filter}`), filter).toMatchObject({ online: 0, offline: 0, neverHeard: 1 });
  expect(await get("presence-counts?regionCode=350500")).toMatchObject({ online: 1, offline: 1, neverHeard: 1 });
  expect(await get("presence-counts?unitId=unit-0001&placeType=industry")).toMatchObject({ online: 0, neverHeard: 0 });
});

test("SEC-AZ-02, SEC-AZ-03: what is of another unit is as if it did not exist, also of a device that moved", async () => {
  const { items } = await get("presence-changes", scoped);
  expect(new Set(items.map((one) => one.unitId))).toEqual(new Set(["unit-0001"]));
  expect((await get("presence-changes?deviceId=c", scoped)).items).toEqual([]);
  expect((await get("presence-changes?unitId=unit-2", scoped)).items).toEqual([]);
  expect((await get("presence-days?from=2026-03-01&to=2026-03-01&deviceId=c", scoped)).items).toEqual([]);
  const [moved] = (await get("presence-days?from=2026-03-01&to=2026-03-01&deviceId=b", scoped)).items;
  expect(moved).toMatchObject({ onlineSeconds: 43_200 });
  expect(await get("presence-counts", scoped)).toMatchObject({ online: 1, offline: 1, neverHeard: 0 });
  expect(await get("presence-counts?unitId=unit-2", scoped)).toMatchObject({ online: 0, offline: 0, neverHeard: 0 });
  expect(await get("presence-counts?regionCode=350583", scoped)).toMatchObject({ online: 0, neverHeard: 0 });
});

test("SEC-API-06: a day, region, cursor or limit that is none is refused by its path", async () => {
  const refused: readonly (readonly [string, string])[] = [
    ["presence-days", "/query/from"],
    ["presence-days?from=2026-03-01", "/query/to"],
    ["presence-days?from=2026-02-30&to=2026-03-01", "/query/from"],
    ["presence-days?from=2026-03-02&to=2026-03-01", "/query/to"],
    ["presence-days?from=2026-03-01&to=2027-03-03", "/query/to"],
    ["presence-days?from=2026-03-01&to=2026-03-02&cursor=abc", "/query/cursor"],
    ["presence-days?from=2026-03-01&to=2026-03-02&limit=0", "/query/limit"],
    ["presence-days?from=2026-03-01&to=2026-03-02&device=a", "/query/"],
    ["presence-counts?regionCode=x", "/query/regionCode"],
    ["presence-counts?unitId=*", "/query/unitId"],
    ["presence-changes?cursor=abc", "/query/cursor"],
    ["presence-changes?from=yesterday", "/query/from"],
    ["presence-changes?presence=*", "/query/presence"],
  ];
  for (const [path, at] of refused) {
    const answer = await get(path);
    expect([answer.status, answer.code, answer.errors?.[0]?.path], path).toEqual([422, "invalid", at]);
  }
  const other = (await get("presence-changes?limit=1")).next;
  expect((await get(`presence-days?from=2026-03-01&to=2026-03-02&cursor=${other}`)).status).toBe(422);
});

test("EF-N.3: a device that goes off and on does not spoil a person's If-Match; another person's change does", async () => {
  const hub: TestHub = await openTestHub({ expectedPeriodMs: 300 });
  try {
    await register(hub, [1]);
    const read = () => hub.call("GET", "/api/v1/devices/d1");
    const tag = (await read()).headers.get("etag") ?? "";
    const wire = await openWire(hub.hub.gb26875Port);
    await wire.ask(frameOf(1, 1));
    await wire.end();
    await until(
      async () => ((await (await read()).json()) as { presence: string }).presence,
      (now) => now === "offline",
    );
    const patch = (name: string, ifMatch: string) =>
      hub.call(
        "PATCH",
        "/api/v1/devices/d1",
        { name },
        {
          "if-match": ifMatch,
          "content-type": "application/merge-patch+json",
        },
      );
    const changed = await patch("新名", tag);
    expect(changed.status).toBe(200);
    expect(await changed.json()).toMatchObject({ name: "新名", presence: "offline", lastSeenAt: expect.any(String) });
    expect((await read()).headers.get("etag")).not.toBe(tag);
    expect((await patch("又一名", tag)).status).toBe(412);
    const { items } = (await (await hub.call("GET", "/api/v1/presence-changes")).json()) as Body;
    expect(items.map((one) => one.presence)).toEqual(["offline", "online"]);
  } finally {
    await hub.end();
  }
}, 20_000);
