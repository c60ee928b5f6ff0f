import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { openReceiving, type Receiving } from "./receiver-fixture.ts";

let hub: TestHub;
let receiving: Receiving;
beforeAll(async () => {
  hub = await openTestHub();
  receiving = await openReceiving(() => hub);
}, 30_000);
afterAll(() => hub?.end());

const good = { name: "外部平台", platform: "mapping", payload: { kind: "mapping", expression: "[]" } };
const refused = async (draft: object): Promise<readonly [number, string | undefined]> => {
  const { status, body } = await receiving.ask("POST", "receivers", draft);
  return [status, body.errors?.[0]?.path];
};

test("SEC-API-05: a receiver that cannot work is refused with the member that is wrong", async () => {
  const payload = (more: object) => ({ ...good, payload: { kind: "mapping", ...more } });
  const cases: readonly (readonly [object, string])[] = [
    [payload({}), "/payload/expression"],
    [payload({ expression: "[]", preset: "generic-flat" }), "/payload/expression"],
    [payload({ expression: "{ 'a': " }), "/payload/expression"],
    [payload({ expression: "x".repeat(16_385) }), "/payload/expression"],
    [payload({ preset: "nobody" }), "/payload/preset"],
    [payload({ expression: "[]", member: "/a" }), "/payload/member"],
    [payload({ expression: "[]", protocol: "gb26875" }), "/payload/protocol"],
    [payload({ expression: "[]", parameters: { a: "x".repeat(17_000) } }), "/payload/parameters"],
    [payload({ expression: "[]", headers: ["Authorization"] }), "/payload/headers/0"],
    [payload({ expression: "[]", headers: ["X-A", "Cookie"] }), "/payload/headers/1"],
    [payload({ expression: "[]", headers: ["X A"] }), "/payload/headers/0"],
    [{ ...good, payload: { kind: "members", readings: [{ member: "/t", quantity: "temperature" }] } }, "/payload/kind"],
    [{ ...good, platform: "ctwing", deviceKey: "imei" }, "/payload/kind"],
    [{ ...good, deviceKey: "imei" }, "/deviceKey"],
    [{ ...good, switches: { hmacHeader: "X-S" } }, "/switches/hmacHeader"],
    [{ ...good, secrets: { hmacKey: "example-hmac-key-0000" } }, "/switches/hmacHeader"],
    [{ ...good, switches: { hmacPrefix: "a" } }, "/switches/hmacPrefix"],
    [
      { ...good, switches: { hmacHeader: "Authorization" }, secrets: { hmacKey: "example-hmac-key-0000" } },
      "/switches/hmacHeader",
    ],
    [{ ...good, switches: { idHeader: "X-Id", idMember: "/id" } }, "/switches/idMember"],
    [{ ...good, secrets: { webhookSecret: `whsec_${"A".repeat(90)}` } }, "/secrets/webhookSecret"],
    [{ ...good, secrets: { webhookSecret: "whsec_short" } }, "/secrets/webhookSecret"],
    [{ ...good, secrets: { token: "t" } }, "/secrets"],
    [{ ...good, commands: { url: "https://a.example" } }, "/commands"],
  ];
  for (const [draft, path] of cases)
    expect([...(await refused(draft))], JSON.stringify(draft).slice(0, 200)).toEqual([422, path]);
  const frames = { kind: "frames", protocol: "gb26875", member: "/a", encoding: "hex" };
  const ctwing = { name: "x", platform: "ctwing", deviceKey: "imei", payload: frames };
  const foreign: readonly (readonly [object, string])[] = [
    [{ ...ctwing, payload: { ...frames, expression: "[]" } }, "/payload/expression"],
    [{ ...ctwing, payload: { ...frames, preset: "generic-flat" } }, "/payload/preset"],
    [{ ...ctwing, switches: { idMember: "/a" } }, "/switches/idMember"],
    [{ ...ctwing, secrets: { bearerToken: "example-bearer-0000" } }, "/secrets/bearerToken"],
    [{ ...ctwing, deviceKey: undefined }, "/deviceKey"],
  ];
  for (const [draft, path] of foreign) expect([...(await refused(draft))]).toEqual([422, path]);
  const { body } = await receiving.ask("POST", "receivers", payload({ expression: "{ 'a': " }));
  expect(body.errors[0].message).toMatchObject({
    en: expect.stringContaining("@7"),
    zh: expect.stringContaining("@7"),
  });
});

test("EF-N.1: a mapping is tried with a sample: what it makes, what would be taken, what would be refused; nothing is stored", async () => {
  const trial = async (ask: object) => receiving.ask("POST", "mapping-trials/pushes", ask);
  const parameters = { device: "d", readings: { t: { quantity: "temperature" } } };
  expect((await trial({ preset: "generic-flat", parameters, body: { d: "x1", t: "4" } })).body).toEqual({
    result: [{ device: "x1", readings: [{ quantity: "temperature", value: 4 }], conditions: [] }],
    facts: [
      { device: "x1", imei: null, readings: [{ quantity: "temperature", value: 4 }], conditions: [], frames: [] },
    ],
    faults: [],
  });
  expect(await receiving.list("unclaimed")).toEqual([]);
  const refusedPart = await trial({
    expression: "{ 'device': h, 'readings': [{ 'quantity': 'temperature', 'value': t }] }",
    body: { h: "a" },
  });
  expect(refusedPart.body).toMatchObject({
    facts: [{ device: "a", readings: [] }],
    faults: [{ path: "/readings/0/value" }],
  });
  const header = await trial({ expression: "{ 'device': $headers.\"x-d\" }", body: {}, headers: { "X-D": "b" } });
  expect(header.body.facts).toMatchObject([{ device: "b" }]);
  const wrong: readonly (readonly [string, string])[] = [
    ["nobody", "mapping-empty"],
    ["{ 'a': ", "mapping-syntax"],
    ["$sum", "mapping-function"],
    ["1 + 'a'", "mapping-failed"],
    ["5", "mapping-result"],
    ["null", "mapping-result"],
  ];
  for (const [expression, code] of wrong)
    expect((await trial({ expression, body: {} })).body.faults[0].code, expression).toBe(code);
  const bad: readonly object[] = [
    { body: {} },
    { expression: "1" },
    { expression: "1", preset: "generic-flat", body: {} },
    { preset: "nobody", body: {} },
    { expression: "1", body: "text" },
    { expression: "1", body: {}, more: 1 },
  ];
  for (const ask of bad) expect((await trial(ask)).status, JSON.stringify(ask)).toBe(422);
});

test("SEC-AZ-05: the presets are listed with what is known of each; without a credential or a scope nothing is tried", async () => {
  const { items } = (await receiving.ask("GET", "mapping-presets")).body;
  expect(items.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(["generic-flat", "thingsboard-rule-chain"]),
  );
  expect((await receiving.ask("GET", "mapping-presets?limit=1")).status).toBe(422);
  const url = `${hub.hub.httpUrl}/api/v1/mapping-trials/pushes`;
  expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(401);
  const made = await receiving.ask("POST", "keys", { name: "只读", scopes: ["records:read"], expiresInDays: 30 });
  const key = made.body.secret ?? made.body.key;
  const asReader = await hub.call(
    "POST",
    "/api/v1/mapping-trials/pushes",
    { expression: "1", body: {} },
    { authorization: `Bearer ${key}` },
  );
  expect([401, 403]).toContain(asReader.status);
});
