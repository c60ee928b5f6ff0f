import { kindOfPlural, masked } from "@dianan/sharing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createHttpApp, type HttpApp } from "../src/http/app.ts";
import { type DoorDeps, openDoorDeps } from "./door-fixture.ts";
import { component, device, operator, samples, unit } from "./http-fixture.ts";
import { checkAnswer } from "./http-schema.ts";

const MERGE = "application/merge-patch+json";

let door: DoorDeps;
let http: HttpApp;
let whole = "";
/** A key that sees the unit `unit-0001` and what is in it. */ let scoped = "";
beforeAll(async () => {
  door = await openDoorDeps();
  http = createHttpApp({ ...door.deps, requestRateFactor: 1_000 });
  whole = await door.addKey();
  scoped = await door.addKey({ scope: { units: ["unit-0001"] } });
}, 20_000);
afterAll(async () => {
  http?.close();
  await door?.end();
});

type Answer = {
  readonly status: number;
  readonly tag: string;
  readonly location: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what is tested
  readonly body: any;
};
const call = async (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  key = whole,
): Promise<Answer> => {
  const response = await http.app.request(path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": method === "PATCH" ? MERGE : "application/json",
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const value: unknown = text === "" ? null : JSON.parse(text);
  const row = path.replace(/^(\/api\/v1\/\w+)\/[^/]+$/, "$1/{id}");
  if (method !== "DELETE" || response.status >= 400) checkAnswer(method, row, response.status, value);
  const { status } = response;
  return { status, tag: response.headers.get("etag") ?? "", location: response.headers.get("location"), body: value };
};
const create = { "if-none-match": "*" };
const any = { "if-match": "*" };
const at = (plural: string, id: string): string => `/api/v1/${plural}/${id}`;
const codeOf = ({ status, body }: Answer): readonly [number, string] => [status, body.code];

beforeEach(async () => {
  for (const plural of ["operators", "units", "devices", "components"] as const) {
    const others = plural === "units" ? [{ ...unit, id: "unit-2", name: "别的单位" }] : [];
    const more = plural === "devices" ? [{ ...device, id: "dev-2", unitId: "unit-2" }] : [];
    await call("POST", `/api/v1/${plural}`, { items: [samples[plural], ...others, ...more] });
  }
});

test("EF-N.3: If-None-Match: * creates once, with ETag and Location; the second one is refused", async () => {
  for (const [plural, sample] of Object.entries({
    operators: operator,
    units: unit,
    devices: device,
    components: component,
  })) {
    const id = `new-${plural}`;
    const made = await call("PUT", at(plural, id), { ...sample, id }, create);
    expect([made.status, made.tag, made.location], plural).toEqual([201, '"1"', at(plural, id)]);
    expect(made.body).toMatchObject(masked(kindOfPlural(plural) ?? "unit", { ...sample, id, version: 1 }));
    const read = await call("GET", at(plural, id));
    expect([read.body, read.tag]).toEqual([made.body, made.tag]);
    expect(codeOf(await call("PUT", at(plural, id), { ...sample, id }, create))).toEqual([412, "precondition-failed"]);
  }
});

test("EF-N.3: If-Match replaces the whole record, and a stale one is refused and changes nothing", async () => {
  const { tag } = await call("GET", at("units", "unit-0001"));
  const put = await call(
    "PUT",
    at("units", "unit-0001"),
    { ...unit, name: "改名", floorArea: 900 },
    { "if-match": tag },
  );
  expect([put.status, put.body.name, put.body.floorArea]).toEqual([200, "改名", 900]);
  const stale = await call("PUT", at("units", "unit-0001"), unit, { "if-match": tag });
  expect(codeOf(stale)).toEqual([412, "precondition-failed"]);
  expect((await call("GET", at("units", "unit-0001"))).body).toEqual(put.body);
  // What is left out is removed; the same again is no new version.
  const bare = await call("PUT", at("units", "unit-0001"), unit, { "if-match": put.tag });
  expect(bare.body).not.toHaveProperty("floorArea");
  const same = await call("PUT", at("units", "unit-0001"), unit, { "if-match": bare.tag });
  expect([same.status, same.tag]).toEqual([200, bare.tag]);
});

test("of many who read the same version one changes it", async () => {
  const { tag } = await call("GET", at("operators", "op-01"));
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      call("PATCH", at("operators", "op-01"), { name: `第 ${n} 个` }, { "if-match": tag }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
  const all = await Promise.all(
    Array.from({ length: 4 }, (_, n) => call("PATCH", at("operators", "op-01"), { [`x${n}`]: n }, any)),
  );
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await call("GET", at("operators", "op-01"))).body).toMatchObject({ x0: 0, x1: 1, x2: 2, x3: 3 });
});

test("RFC 7396: a merge patch changes what it names; null removes; the result must fit the schema", async () => {
  const first = await call(
    "PATCH",
    at("devices", "dev-889"),
    { simCard: { iccid: "8986", slot: 1 }, name: "新名" },
    any,
  );
  const { componentCount: _derived, ...kept } = device;
  expect(first.body).toMatchObject({ ...kept, name: "新名", simCard: { iccid: "8986", slot: 1 } });
  const second = await call("PATCH", at("devices", "dev-889"), { simCard: { slot: null } }, { "if-match": first.tag });
  expect(second.body.simCard).toEqual({ iccid: "8986" });
  const broken = await call("PATCH", at("devices", "dev-889"), { latitude: "24.7", address: null }, any);
  expect(codeOf(broken)).toEqual([422, "invalid"]);
  expect(broken.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(["/address", "/latitude"]);
  expect((await call("GET", at("devices", "dev-889"))).body).toEqual(second.body);
});

test("a change without a version is refused with 428, and one with a header that is none with 422", async () => {
  const path = at("units", "unit-0001");
  for (const method of ["PUT", "PATCH"]) {
    expect(codeOf(await call(method, path, unit))).toEqual([428, "precondition-required"]);
    for (const headers of [
      { "if-match": "3" },
      { "if-match": 'W/"1"' },
      { "if-match": '"1", "2"' },
      { "if-none-match": '"1"' },
      { "if-match": "*", "if-none-match": "*" },
    ])
      expect(
        codeOf(await call(method, path, unit, headers as Record<string, string>)),
        JSON.stringify(headers),
      ).toEqual([422, "invalid"]);
    for (const tag of ['"0"', '"999"', '"1.0"', '"x"'])
      expect(codeOf(await call(method, path, unit, { "if-match": tag })), tag).toEqual([412, "precondition-failed"]);
  }
  expect(codeOf(await call("PATCH", path, { name: "x" }, create))).toEqual([422, "invalid"]);
});

test("an id that nobody has, has had, or could have is 404, whatever is sent", async () => {
  await call("PUT", at("units", "gone"), { ...unit, id: "gone" }, create);
  expect((await call("DELETE", at("units", "gone"))).status).toBe(204);
  for (const id of ["nobody", "gone", "a%20b", "x".repeat(65)])
    for (const [method, headers] of [
      ["PUT", any],
      ["PUT", {}],
      ["PATCH", { "if-match": '"1"' }],
    ] as const)
      expect((await call(method, at("units", id), unit, headers)).status, `${method} ${id}`).toBe(404);
  expect((await call("PUT", at("units", "a%20b"), unit, create)).status).toBe(404);
  const again = await call("PUT", at("units", "gone"), { ...unit, id: "gone" }, create);
  expect([again.status, again.body.version]).toEqual([201, 3]);
});

test("bodies that do not fit are refused: another id, a tombstone, other types, missing or unknown parts", async () => {
  const path = at("devices", "dev-889");
  const refusals: readonly (readonly [number, string, string, unknown, Record<string, string>?])[] = [
    [422, "id-mismatch", "PUT", { ...device, id: "dev-2" }],
    [422, "id-mismatch", "PATCH", { id: "dev-2" }],
    [422, "invalid", "PUT", { ...device, deleted: true }],
    [422, "invalid", "PATCH", { deleted: true }],
    [422, "invalid", "PATCH", { id: null }],
    [422, "invalid", "PUT", { id: "dev-889" }],
    [422, "invalid", "PATCH", {}],
    [422, "invalid", "PATCH", []],
    [422, "invalid", "PATCH", "null"],
    [422, "invalid", "PUT", { ...device, unitId: "nobody" }],
    [422, "invalid", "PATCH", { operatorId: "nobody" }],
    [415, "wrong-media-type", "PATCH", { name: "x" }, { "content-type": "application/json" }],
    [415, "wrong-media-type", "PUT", device, { "content-type": MERGE }],
    [400, "bad-json", "PUT", "{"],
    [400, "bad-json", "PATCH", '{"name":"a","name":"b"}'],
    [413, "too-large", "PUT", { ...device, note: "x".repeat(1024 * 1024) }],
  ];
  const before = (await call("GET", path)).body;
  for (const [status, code, method, body, headers] of refusals)
    expect(
      codeOf(await call(method, path, body, { ...any, ...headers })),
      `${method} ${JSON.stringify(body).slice(0, 80)}`,
    ).toEqual([status, code]);
  expect((await call("GET", path)).body).toEqual(before);
});

test("what the sender says of version and time is not believed", async () => {
  const put = await call(
    "PATCH",
    at("units", "unit-0001"),
    { version: 77, updatedAt: "2001-01-01T00:00:00Z", note: `${Date.now()}` },
    any,
  );
  expect(put.body.version).toBeLessThan(77);
  expect(put.body.updatedAt).toMatch(/^20[23]/);
});

test("EF-4.1.4: one address, one device: the second one is a 409; a component does not move", async () => {
  const wire = { protocol: "gb26875", wireAddress: "0a0b0c0d0e0f" };
  await call("PATCH", at("devices", "dev-889"), wire, any);
  expect(codeOf(await call("PATCH", at("devices", "dev-2"), wire, any))).toEqual([409, "address-taken"]);
  const moved = await call("PATCH", at("components", component.id.replace(":", "%3A")), { deviceId: "dev-2" }, any);
  expect([...codeOf(moved), moved.body.errors[0].path]).toEqual([422, "invalid", "/deviceId"]);
});

test("SEC-AZ-02, -03: outside of its scope a key finds nothing, changes nothing and moves nothing out", async () => {
  const mine = await call("PATCH", at("devices", "dev-889"), { name: "我的" }, any, scoped);
  expect([mine.status, mine.body.name]).toEqual([200, "我的"]);
  const foreign = (await call("GET", at("devices", "dev-2"))).body;
  for (const [method, headers] of [
    ["PUT", any],
    ["PUT", create],
    ["PUT", {}],
    ["PATCH", any],
  ] as const)
    expect((await call(method, at("devices", "dev-2"), { ...device, id: "dev-2" }, headers, scoped)).status).toBe(404);
  expect((await call("DELETE", at("devices", "dev-2"), undefined, {}, scoped)).status).toBe(404);
  expect(codeOf(await call("PATCH", at("devices", "dev-889"), { unitId: "unit-2" }, any, scoped))).toEqual([
    403,
    "forbidden",
  ]);
  expect(
    codeOf(await call("PUT", at("devices", "dev-9"), { ...device, id: "dev-9", unitId: "unit-2" }, create, scoped)),
  ).toEqual([403, "forbidden"]);
  expect(codeOf(await call("PUT", at("operators", "op-9"), { ...operator, id: "op-9" }, create, scoped))).toEqual([
    403,
    "forbidden",
  ]);
  expect((await call("GET", at("devices", "dev-2"))).body).toEqual(foreign);
  const own = await call("PUT", at("devices", "dev-own"), { ...device, id: "dev-own" }, create, scoped);
  expect(own.status).toBe(201);
});

test("SEC-AZ-03: a bulk upsert, a tombstone and readings stop at the scope too", async () => {
  const items = [
    { ...device, id: "dev-3" },
    { ...device, id: "dev-2" },
    { ...device, id: "dev-4", unitId: "unit-2" },
    { id: "dev-2", deleted: true },
  ];
  const { body } = await call("POST", "/api/v1/devices", { items }, {}, scoped);
  expect(
    body.results.map((one: { status: string; problem?: { code: string } }) => one.problem?.code ?? one.status),
  ).toEqual(["created", "not-found", "out-of-scope", "not-found"]);
  expect((await call("GET", at("devices", "dev-2"))).body.unitId).toBe("unit-2");
  const reading = { quantity: "temperature", value: 21.5, at: "2026-01-02T11:04:05+08:00" };
  const read = await call(
    "POST",
    "/api/v1/readings",
    {
      items: [
        { ...reading, deviceId: "dev-889" },
        { ...reading, deviceId: "dev-2" },
      ],
    },
    {},
    scoped,
  );
  expect(read.body.results.map(({ status }: { status: string }) => status)).toEqual(["created", "refused"]);
});

test("SEC-AZ-05: a role that may only read changes nothing", async () => {
  const guide = await door.addKey({ role: "departmentGuide" });
  for (const method of ["PUT", "PATCH"])
    expect((await call(method, at("units", "unit-0001"), unit, any, guide)).status).toBe(403);
});
