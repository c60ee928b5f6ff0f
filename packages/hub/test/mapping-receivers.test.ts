import { createHmac } from "node:crypto";
import { signWebhook } from "@dianan/open-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { device, openTestHub, type TestHub, until } from "./http-fixture.ts";
import { frameOf, MEASURED, openReceiving, type Platform, type Receiving, type Told } from "./receiver-fixture.ts";

let hub: TestHub;
let receiving: Receiving;
const isoOf = (ms: number): string => new Date(ms).toISOString();
const AT = isoOf(MEASURED);

beforeAll(async () => {
  hub = await openTestHub();
  receiving = await openReceiving(() => hub);
  const wire = (id: string, protocol: string, wireAddress: string, more: object = {}) => ({
    ...{ ...device, id, protocol, wireAddress, ...more },
  });
  await receiving.register(
    ...["m1", "m2", "m3", "m4"].map((id) => wire(id, "json", id)),
    wire("smoke", "gb26875", "701"),
    wire("known", "json", "known", { imei: "861000000000018" }),
  );
}, 30_000);
afterAll(() => hub?.end());

const simple = `{ "device": id, "readings": [t.{ "quantity": "temperature", "value": $, "at": $$.at }],
  "conditions": [$exists(leak) ? { "type": "residualCurrentOver", "present": leak, "at": $$.at }] }`;
const draft = (expression: string, more: object = {}) => ({
  ...{ name: "外部平台", platform: "mapping", payload: { kind: "mapping", expression } },
  ...more,
});
const values = async (id: string): Promise<readonly number[]> =>
  (await receiving.list(`readings?deviceId=${id}&limit=500`)).map(({ value }) => value).sort((a, b) => a - b);
const withoutTime = ({ message: _, ...fault }: { message: unknown }) => fault;

test("EF-N.1: a push of any JSON becomes values and alarms by an expression; the push shows of whom it tells", async () => {
  const to = await receiving.receiver(draft(simple));
  expect((await receiving.push(to, { id: "m1", t: 41.5, leak: true, at: AT })).body.status).toBe("accepted");
  expect(await receiving.newest(to)).toMatchObject({
    state: "taken",
    taken: 1,
    device: "m1",
    kind: "data",
    faults: [],
  });
  expect(await values("m1")).toEqual([41.5]);
  expect(await receiving.list("alarms?deviceId=m1")).toMatchObject([{ type: "residualCurrentOver" }]);
  // SEC-DEV-03: what it says is gone stays until somebody confirms it.
  await receiving.push(to, { id: "m1", leak: false, at: isoOf(MEASURED + 1_000) });
  await receiving.newest(to);
  expect(await receiving.list("alarms?deviceId=m1&state=raised")).toHaveLength(1);
  expect((await receiving.ask("GET", "devices/m1")).body).toMatchObject({ presence: "online" });
});

test("EF-N.2: lists, frames in hex and base64 of any protocol, a device that is only named, and [] for nothing", async () => {
  const to = await receiving.receiver(draft("$"));
  const [hex, base64] = [frameOf(701, 1, 300).toString("hex"), frameOf(701, 2, 310).toString("base64")];
  const frames = [
    { protocol: "gb26875", hex },
    { protocol: "gb26875", base64 },
  ];
  await receiving.push(to, [
    { device: "m2" },
    { frames },
    { device: "m2", readings: { quantity: "temperature", value: 7 } },
  ]);
  expect(await receiving.newest(to)).toMatchObject({ state: "taken", taken: 4, device: "m2" });
  expect(await values("smoke")).toEqual([30, 31]);
  expect(await values("m2")).toEqual([7]);
  await receiving.push(to, []);
  expect(await receiving.newest(to)).toMatchObject({ state: "taken", taken: 0, faults: [] });
});

test("SEC-DEV-12: what is wrong in a result is refused by itself with its place; an alarm beside it is taken", async () => {
  const to = await receiving.receiver(draft("$"));
  await receiving.push(to, [
    {
      ...{ device: "m3", more: 1 },
      readings: [{ quantity: "temperature", value: "warm" }, { quantity: "nothing", value: 1 }, 5],
      conditions: [{ type: "smokeAlarm", present: true, at: AT }, { type: "smokeAlarm" }],
    },
    "text",
    { device: "no spaces", readings: [] },
    { readings: [{ quantity: "temperature", value: 1 }] },
    {
      device: "m3",
      frames: [{ protocol: "gb26875" }, { protocol: "gb26875", hex: "4040" }, { protocol: "none", hex: "40" }],
    },
  ]);
  const push = await receiving.newest(to);
  expect(push).toMatchObject({ state: "refused", taken: 1 });
  expect(push.faults.map((one: { code: string; path: string }) => [one.code, one.path])).toEqual([
    ["mapping-result", "/0/more"],
    ["mapping-result", "/0/readings/0/value"],
    ["mapping-result", "/0/readings/1/quantity"],
    ["mapping-result", "/0/readings/2"],
    ["mapping-result", "/0/conditions/1/present"],
    ["mapping-result", "/1"],
    ["mapping-result", "/2/device"],
    ["mapping-result", "/3/device"],
    ["mapping-result", "/4/frames/0"],
    ["not-one-frame", "/4/frames/1"],
  ]);
  expect(await receiving.list("alarms?deviceId=m3")).toMatchObject([{ type: "smokeAlarm" }]);
  expect(await values("m3")).toEqual([]);
});

test("SEC-DEV-12: a mapping that fails keeps the push, says where in the expression, and is replayed once it is mended", async () => {
  const broken = `{ "device": id, "readings": [{ "quantity": "temperature", "value": $number(t), "at": at }] }`;
  const to = await receiving.receiver(draft(broken));
  const sent = { id: "m4", t: "41,5", at: AT };
  expect((await receiving.push(to, sent)).body.status).toBe("accepted");
  const push = await receiving.newest(to);
  expect(push).toMatchObject({ state: "refused", taken: 0, device: "" });
  expect(JSON.parse(push.body)).toEqual(sent);
  expect(push.faults.map(withoutTime)).toEqual([
    { code: "mapping-failed", path: "", position: broken.indexOf("t), ") },
  ]);
  const path = `receivers/${to.id}/pushes/${push.id}/replay`;
  // Read again as it is, it is refused again.
  expect(await receiving.ask("POST", path)).toMatchObject({ status: 202, body: { state: "pending", id: push.id } });
  expect(await receiving.newest(to)).toMatchObject({ state: "refused", id: push.id });
  const { tag } = await receiving.ask("GET", `receivers/${to.id}`);
  const mended = broken.replace("$number(t)", `$number($replace(t, ",", "."))`);
  const payload = { kind: "mapping", expression: mended };
  expect((await receiving.ask("PATCH", `receivers/${to.id}`, { payload }, { "if-match": tag })).status).toBe(200);
  expect((await receiving.ask("POST", path)).status).toBe(202);
  expect(await receiving.newest(to)).toMatchObject({ state: "taken", id: push.id, device: "m4", taken: 1, faults: [] });
  expect(await values("m4")).toEqual([41.5]);
  // What was taken is not read again; nor is what is not there.
  expect((await receiving.ask("POST", path)).status).toBe(409);
  for (const [id, pushId] of [
    [to.id, "push-1"],
    ["nobody", push.id],
    [to.id, "..%2f"],
  ])
    expect((await receiving.ask("POST", `receivers/${id}/pushes/${pushId}/replay`)).status).toBe(404);
});

test("a replay of a push that was taken in part takes what is new, and raises nothing twice", async () => {
  // The same value stands in both: it is there once.
  const beside = `{ "quantity": "voltage", "value": 221, "at": "${AT}" }`;
  const expression = (quantity: string) =>
    `{ "device": "m4", "conditions": [{ "type": "smokeAlarm", "present": true }], "readings": [${beside}, { "quantity": "${quantity}", "value": 3 }] }`;
  const to = await receiving.receiver(draft(expression("temprature")));
  await receiving.push(to, {});
  const push = await receiving.newest(to);
  expect(push).toMatchObject({ state: "refused", taken: 1 });
  const before = await receiving.list("alarms?deviceId=m4");
  const { tag } = await receiving.ask("GET", `receivers/${to.id}`);
  const payload = { kind: "mapping", expression: expression("temperature") };
  await receiving.ask("PATCH", `receivers/${to.id}`, { payload }, { "if-match": tag });
  await receiving.ask("POST", `receivers/${to.id}/pushes/${push.id}/replay`);
  expect(await receiving.newest(to)).toMatchObject({ state: "taken", taken: 1 });
  expect(await values("m4")).toContain(3);
  expect((await values("m4")).filter((value) => value === 221)).toHaveLength(1);
  const after = await receiving.list("alarms?deviceId=m4");
  expect(after.map(({ id, count }) => [id, count])).toEqual(before.map(({ id, count }) => [id, count]));
});

test("SEC-API-05: an expression without end is stopped; the push is kept, and pushes of other receivers are taken meanwhile", async () => {
  const endless = await receiving.receiver(draft("($f := function($x) { $f($x) }; $f(1))"));
  const good = await receiving.receiver(draft(simple));
  for (let n = 0; n < 3; n += 1) await receiving.push(endless, { n });
  await receiving.push(good, { id: "m2", t: 8, at: AT });
  expect(await receiving.newest(good)).toMatchObject({ state: "taken" });
  const pushes = await until(
    () => receiving.list(`receivers/${endless.id}/pushes`),
    (all) => all.length === 3 && all.every(({ state }) => state === "refused"),
    30_000,
  );
  expect(pushes.map(({ faults }) => faults[0].code)).toEqual(Array(3).fill("mapping-steps"));
}, 60_000);

const HMAC_KEY = "example-hmac-key-0000";
const hmacOf = (text: string, encoding: "hex" | "base64" = "hex", algorithm = "sha256"): string =>
  createHmac(algorithm, HMAC_KEY).update(text).digest(encoding);
const body = JSON.stringify({ id: "m1", t: 1, at: AT });
const codes = async (to: Platform, cases: readonly (readonly [Record<string, string>, number])[]): Promise<void> => {
  for (const [headers, status] of cases) {
    const { status: got }: Told = await receiving.push(to, body, headers);
    expect(got, JSON.stringify(headers)).toBe(status);
  }
};

test("SEC-API-03: bearer, header, HMAC: what was agreed must be there and right, else nothing is stored", async () => {
  const bearer = await receiving.receiver(draft(simple, { secrets: { bearerToken: "example-bearer-0000" } }));
  await codes(bearer, [
    [{ authorization: "Bearer example-bearer-0000" }, 200],
    [{ authorization: "bearer example-bearer-0000" }, 200],
    [{ authorization: "Bearer example-bearer-0001" }, 401],
    [{ authorization: "Basic example-bearer-0000" }, 401],
    [{ authorization: "Bearer example-bearer-0000 x" }, 401],
    [{}, 401],
  ]);
  expect(await receiving.list(`receivers/${bearer.id}/pushes`)).toHaveLength(2);
  const hmac = await receiving.receiver(
    draft(simple, { switches: { hmacHeader: "X-Signature", hmacPrefix: "sha256=" }, secrets: { hmacKey: HMAC_KEY } }),
  );
  await codes(hmac, [
    [{ "x-signature": `sha256=${hmacOf(body)}` }, 200],
    [{ "x-signature": `sha256=${hmacOf(body).toUpperCase()}` }, 200],
    [{ "x-signature": hmacOf(body) }, 401],
    [{ "x-signature": `sha256=${hmacOf(`${body} `)}` }, 401],
    [{ "x-signature": `sha256=${hmacOf(body)}zz` }, 401],
    [{ "x-signature": `sha256=${hmacOf(body).slice(0, 62)}` }, 401],
    [{ "x-signature": "sha256=" }, 401],
    [{}, 401],
  ]);
  const other = await receiving.receiver(
    draft(simple, {
      switches: { hmacHeader: "X-Sum", hmacAlgorithm: "sha512", hmacEncoding: "base64", header: "X-Token" },
      secrets: { hmacKey: HMAC_KEY, headerValue: "example-value-0000" },
    }),
  );
  const sum = hmacOf(body, "base64", "sha512");
  await codes(other, [
    [{ "x-sum": sum, "x-token": "example-value-0000" }, 200],
    [{ "x-sum": sum }, 401],
    [{ "x-sum": hmacOf(body, "base64"), "x-token": "example-value-0000" }, 401],
  ]);
  expect((await receiving.ask("GET", `receivers/${hmac.id}`)).body).toMatchObject({
    ...{ refused: 6, lastRefusal: "signature", secretsSet: ["hmacKey"], deviceKey: "deviceId" },
  });
});

test("SEC-DEV-06: Standard Webhooks: signed within 5 minutes; its id tells a resend", async () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
  const to = await receiving.receiver(draft(simple, { secrets: { webhookSecret: secret } }));
  const signed = async (id: string, timestamp = Date.now(), text = body, key = secret) => ({
    ...(await signWebhook({ id, timestamp, body: text, secret: key })),
  });
  await codes(to, [
    [await signed("one"), 200],
    [await signed("one", Date.now() - 400_000), 401],
    [await signed("two", Date.now(), `${body} `), 401],
    [await signed("two", Date.now(), body, `whsec_${Buffer.alloc(32, 8).toString("base64")}`), 401],
    [{}, 401],
  ]);
  expect((await receiving.push(to, body, await signed("one"))).body.status).toBe("duplicate");
  expect((await receiving.push(to, body, await signed("two"))).body.status).toBe("accepted");
});

test("SEC-DEV-06: a resend is told by a header or a member; without one the same words are a second report", async () => {
  const byHeader = await receiving.receiver(draft(simple, { switches: { idHeader: "X-Id" } }));
  const byMember = await receiving.receiver(draft(simple, { switches: { idMember: "/n" } }));
  const byNothing = await receiving.receiver(draft(simple));
  const told = async (to: Platform, sent: object, headers = {}): Promise<string> =>
    (await receiving.push(to, sent, headers)).body.status;
  expect(await told(byHeader, { a: 1 }, { "x-id": "1" })).toBe("accepted");
  expect(await told(byHeader, { a: 2 }, { "x-id": "1" })).toBe("duplicate");
  expect(await told(byHeader, { a: 1 }, { "x-id": "2" })).toBe("accepted");
  expect(await told(byMember, { n: 1, a: 1 })).toBe("accepted");
  expect(await told(byMember, { n: 1, a: 2 })).toBe("duplicate");
  expect(await told(byMember, { n: 2 })).toBe("accepted");
  for (let n = 0; n < 2; n += 1) expect(await told(byNothing, { id: "m1", t: 1 })).toBe("accepted");
  for (let n = 0; n < 2; n += 1) expect(await told(byMember, { a: 1 })).toBe("accepted");
});

test("SEC-DEV-18: a push that names another IMEI than the record does not speak for the device", async () => {
  const to = await receiving.receiver(draft("$"));
  const said = (imei: string) => ({ device: "known", imei, readings: [{ quantity: "temperature", value: 9 }] });
  await receiving.push(to, said("861000000000091"));
  expect((await receiving.newest(to)).faults).toMatchObject([{ code: "wrong-device", path: "" }]);
  expect(await values("known")).toEqual([]);
  await receiving.push(to, said("861000000000018"));
  expect(await receiving.newest(to)).toMatchObject({ state: "taken" });
});

test("EF-N.1: a preset with parameters and the headers that it reads; no other header is kept", async () => {
  const to = await receiving.receiver({
    ...{ name: "TB", platform: "mapping", secrets: { bearerToken: "example-bearer-0000" } },
    payload: {
      ...{ kind: "mapping", preset: "thingsboard-rule-chain", headers: ["X-Site"] },
      parameters: {
        readings: { temperature: { quantity: "temperature" } },
        alarms: { Leak: { type: "residualCurrentOver" } },
      },
    },
  });
  const headers = {
    ...{ authorization: "Bearer example-bearer-0000", "x-device-name": "m3", "x-ts": String(MEASURED), "x-other": "o" },
  };
  await receiving.push(to, { temperature: 12.5, humidity: 4 }, headers);
  expect(await receiving.newest(to)).toMatchObject({ state: "taken", device: "m3" });
  expect(await values("m3")).toEqual([12.5]);
  await receiving.push(to, { type: "Leak", severity: "MAJOR", status: "ACTIVE_UNACK", startTs: MEASURED }, headers);
  expect(await receiving.newest(to)).toMatchObject({ state: "taken" });
  expect((await receiving.list("alarms?deviceId=m3")).map(({ type }) => type)).toContain("residualCurrentOver");
});
