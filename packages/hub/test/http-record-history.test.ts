import { type Instant, tenantId } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpApp, type HttpApp } from "../src/http/app.ts";
import { type DoorDeps, openDoorDeps } from "./door-fixture.ts";
import { device, operator, unit } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";

type Change = {
  readonly version: number;
  readonly at: string;
  readonly by: { readonly kind: string; readonly id: string | null; readonly name: string };
  readonly changes: readonly { readonly member: string; readonly before: unknown; readonly after: unknown }[];
};

let door: DoorDeps;
let http: HttpApp;
let key = "";
const call = (method: string, path: string, body?: unknown, as = key): Promise<Response> =>
  Promise.resolve(
    http.app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${as}`,
        "content-type": method === "PATCH" ? "application/merge-patch+json" : "application/json",
        ...(method === "PATCH" ? { "if-match": "*" } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
const history = async (plural: string, id: string, query = "", as = key) => {
  const response = await call("GET", `/api/v1/${plural}/${id}/changes${query}`, undefined, as);
  const body = (await response.json()) as {
    readonly items: readonly Change[];
    readonly next: string | null;
    code?: string;
  };
  checkAnswer("GET", `/api/v1/${plural}/{id}/changes`, response.status, body);
  return { status: response.status, link: response.headers.get("link"), ...body };
};
const versions = ({ items }: { readonly items: readonly Change[] }): number[] => items.map(({ version }) => version);

beforeAll(async () => {
  door = await openDoorDeps();
  http = createHttpApp({ ...door.deps, requestRateFactor: 1_000 });
  key = await door.addKey();
  await call("POST", "/api/v1/operators", { items: [operator] });
  await call("POST", "/api/v1/units", { items: [unit, { ...unit, id: "unit-2" }] });
}, 20_000);
afterAll(async () => {
  http?.close();
  await door?.end();
});

test("EF-N.3: each version says what it changed, newest first, and who did it; what follows from others is the hub's", async () => {
  await call("POST", "/api/v1/units", { items: [{ ...unit, id: "u-told", floorArea: 10 }] });
  await call("PATCH", "/api/v1/units/u-told", { address: "新址", floorArea: null });
  await call("POST", "/api/v1/devices", { items: [{ ...device, id: "d-told", unitId: "u-told" }] });
  await call("DELETE", "/api/v1/units/u-told");
  const { items, next } = await history("units", "u-told");
  expect(next).toBe(null);
  expect(items.map(({ version, by }) => [version, by.kind])).toEqual([
    [4, "machine"],
    [3, "system"],
    [2, "machine"],
    [1, "machine"],
  ]);
  expect(items[0]?.changes).toEqual([{ member: "deleted", before: false, after: true }]);
  expect(items[1]).toMatchObject({
    by: { id: null, name: "DianAn" },
    changes: [{ member: "deviceCount", before: 0, after: 1 }],
  });
  expect(items[2]?.changes).toEqual([
    { member: "address", before: unit.address, after: "新址" },
    { member: "floorArea", before: 10, after: null },
  ]);
  expect(items[2]?.by).toMatchObject({ name: "test", id: expect.any(String) });
  expect(items[3]?.changes).toContainEqual({ member: "name", before: null, after: unit.name });
  expect(items.every(({ at }) => at.endsWith("+08:00"))).toBe(true);
});

test("a record made anew after its deletion starts from nothing", async () => {
  for (const name of ["第一次", "第二次"]) {
    await call("POST", "/api/v1/operators", { items: [{ ...operator, id: "op-twice", name }] });
    await call("DELETE", "/api/v1/operators/op-twice");
  }
  const { items } = await history("operators", "op-twice");
  expect(items[1]?.changes).toContainEqual({ member: "name", before: null, after: "第二次" });
});

test("pages have no gap and no repeat, and times bound them", async () => {
  await call("POST", "/api/v1/operators", { items: [{ ...operator, id: "op-paged" }] });
  for (let n = 0; n < 6; n += 1) await call("PATCH", "/api/v1/operators/op-paged", { note: `第 ${n} 次` });
  const first = await history("operators", "op-paged", "?limit=3");
  expect([versions(first), first.link]).toEqual([[7, 6, 5], expect.stringContaining('rel="next"')]);
  const second = await history("operators", "op-paged", `?limit=3&cursor=${first.next}`);
  const third = await history("operators", "op-paged", `?limit=3&cursor=${second.next}`);
  expect([versions(second), versions(third), third.next]).toEqual([[4, 3, 2], [1], null]);
  const future = encodeURIComponent("2099-01-01T00:00:00+08:00");
  expect(versions(await history("operators", "op-paged", `?from=${future}`))).toEqual([]);
  expect(versions(await history("operators", "op-paged", `?to=${future}`))).toHaveLength(7);
  expect(versions(await history("operators", "op-paged", "?to=2001-01-01T00:00:00Z"))).toEqual([]);
});

test("wrong parameters, another record's cursor and a forged one are refused", async () => {
  const { next } = await history("units", "unit-0001", "?limit=1").then(async (one) =>
    one.next === null ? history("operators", "op-paged", "?limit=1") : one,
  );
  const forged = (position: string): string =>
    Buffer.from(JSON.stringify({ l: "unit unit-0001 changes", a: position })).toString("base64url");
  for (const query of [
    `?cursor=${next}`,
    `?cursor=${forged("x")}`,
    `?cursor=${forged("-1")}`,
    `?cursor=${forged("1e9")}`,
    "?limit=0",
    "?limit=501",
    "?from=yesterday",
    "?nobody=1",
  ]) {
    const { status, code } = await history("units", "unit-2", query);
    expect([status, code], query).toEqual([422, "invalid"]);
  }
});

test("SEC-AZ-02, -03: a foreign record has no history, and one that came into the scope none from before", async () => {
  const scoped = await door.addKey({ scope: { units: ["unit-0001"] } });
  await call("POST", "/api/v1/devices", { items: [{ ...device, id: "d-moved", unitId: "unit-2", name: "别处" }] });
  expect((await history("devices", "d-moved", "", scoped)).status).toBe(404);
  await call("PATCH", "/api/v1/devices/d-moved", { unitId: "unit-0001" });
  await call("PATCH", "/api/v1/devices/d-moved", { name: "这里" });
  const { items } = await history("devices", "d-moved", "", scoped);
  expect(items.map(({ changes }) => changes.map(({ member }) => member))).toEqual([["name"]]);
  expect((await history("devices", "nobody", "", scoped)).status).toBe(404);
  expect((await history("devices", "a%20b")).status).toBe(404);
});

test("SEC-PII-03: the name of a person is masked for others", async () => {
  const at = Date.now() as Instant;
  const by = { kind: "person", id: "user-01", name: "林小明" } as const;
  const { id, ...set } = { ...operator, id: "op-person" };
  await door.deps.store.commit({
    tenant: tenantId("t"),
    writes: [{ kind: "put", record: "operator", id, set, at, how: "replace", by }],
  });
  expect((await history("operators", id)).items[0]?.by).toEqual({ ...by, name: "林*" });
});

test("SEC-AZ-05: no credential, no history; changes are read, never written", async () => {
  expect((await http.app.request("/api/v1/units/unit-0001/changes")).status).toBe(401);
  expect((await call("DELETE", "/api/v1/units/unit-0001/changes")).status).toBe(405);
});
