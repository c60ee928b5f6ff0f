import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { verifyWebhook } from "@dianan/open-api";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestHub, putPlace, type TestHub, until } from "./http-fixture.ts";
import { actsOn, createAsk, type Json } from "./webhook-fixture.ts";

type Got = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };

let hub: TestHub;
let server: Server;
let got: Got[];
let url: string;
beforeEach(async () => {
  hub = await openTestHub({ outboundAllow: "127.0.0.0/8" });
  await putPlace(hub);
  got = [];
  // A platform that knows nothing of CloudEvents.
  server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    got.push({ path: request.url ?? "", headers: request.headers, body });
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
}, 30_000);
afterEach(async () => {
  await hub?.end();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

const { ask, post, one, of, deliveries, isState, raise } = createAsk(
  () => hub,
  () => ({ url, secrets: [] }) as never,
);
const RAISED = ["com.dianan.alarm.raised"];
const webhook = async (mapping: Json, more: Json = {}): Promise<{ id: string; secret: string }> => {
  const made = await post({ url, eventTypes: RAISED, mapping, ...more });
  if (made.status !== 201) throw new Error(JSON.stringify(made.value));
  const { webhook: view, secret } = made.value as { webhook: { id: string }; secret: { secret: string } };
  return { id: view.id, secret: secret.secret };
};
const settled = (id: string, count: number): Promise<readonly Json[]> =>
  until(
    () => deliveries(id),
    (all) => all.length === count && all.every(({ state }) => state !== "pending"),
    20_000,
  );

test("EF-N.3: an event goes in the receiver's own form, to a path of its own, with its token; it is signed as any other", async () => {
  const expression = `{ "variables": { "id": type = "com.dianan.webhook.test" ? "test" : data.record.deviceId & "/x" },
    "headers": { "X-Kind": type }, "body": { "code": data.record.type, "at": $toMillis(time) } }`;
  const { id, secret } = await webhook(
    { expression, path: "/d/{id}?k={id}" },
    { headers: { "X-Token": "secret-token-1" } },
  );
  await isState(id, "active");
  await raise("al-1");
  await until(
    () => got,
    (all) => all.length === 2,
  );
  const [test, event] = got;
  expect(test?.path).toBe("/in/d/test?k=test");
  // What is filled in is one step of the path, whatever it holds.
  expect(event?.path).toBe("/in/d/dev-889%2Fx?k=dev-889%2Fx");
  expect(event?.headers).toMatchObject({
    ...{ "x-kind": "com.dianan.alarm.raised", "x-token": "secret-token-1" },
    "content-type": "application/json; charset=utf-8",
  });
  expect(JSON.parse(event?.body ?? "")).toMatchObject({ code: "residualCurrentOver", at: expect.any(Number) });
  const signed = { headers: event?.headers ?? {}, body: Buffer.from(event?.body ?? ""), now: Date.now() };
  expect((await verifyWebhook({ ...signed, secrets: [secret] })).ok).toBe(true);
  // SEC-KEY-02: the token went in and never comes out.
  const view = (await one(id)).value;
  expect(view).toMatchObject({ headerNames: ["X-Token"], mapping: { path: "/d/{id}?k={id}" } });
  expect(JSON.stringify([view, actsOn(hub, `webhook:${id}`)])).not.toContain("secret-token-1");
});

test("SEC-OUT-05: a mapping that fails is a dead letter with its place, stops nothing else, and is replayed once it is mended", async () => {
  const broken = `type = "com.dianan.webhook.test" ? { "body": {} } : { "body": { "v": $number(data.record.description) } }`;
  const { id } = await webhook({ expression: broken });
  await isState(id, "active");
  await raise("al-1");
  const [dead] = await settled(id, 2);
  expect(dead).toMatchObject({
    ...{ eventType: "com.dianan.alarm.raised", state: "failed", lastStatus: null, lastError: "mappingFailed" },
    mappingFault: { code: "mapping-failed", path: "", position: broken.indexOf("data.record") },
  });
  // It is nobody's fault there: the webhook is well.
  expect((await one(id)).value).toMatchObject({ state: "active", failingSince: null, pending: 0 });
  expect((await deliveries(id, "?state=failed")).length).toBe(1);
  const mapping = { expression: broken.replace("$number(data.record.description)", "data.record.description") };
  expect((await one(id, "PATCH", { mapping }, { "if-match": '"1"' })).status).toBe(200);
  expect((await of(id, "POST", `deliveries/${String(dead?.id)}/replay`, "deliveries/{deliveryId}/replay")).status).toBe(
    202,
  );
  await until(
    () => got,
    (all) => all.length === 2,
  );
  const [again] = await settled(id, 2);
  expect(again).toMatchObject({
    id: dead?.id,
    state: "delivered",
    lastStatus: 200,
    lastError: null,
    mappingFault: null,
  });
});

test("an event that the mapping skips is settled without a request; a test that it skips verifies nothing", async () => {
  const { id } = await webhook({ expression: `type = "com.dianan.webhook.test" ? { "body": 1 } : { "skip": true }` });
  await isState(id, "active");
  await raise("al-1");
  expect((await settled(id, 2))[0]).toMatchObject({ state: "delivered", lastStatus: null, lastError: "skipped" });
  expect(got).toHaveLength(1);
  const silent = await webhook({ expression: `{ "skip": true }` });
  expect((await settled(silent.id, 1))[0]).toMatchObject({ state: "failed", lastError: "skipped" });
  expect((await of(silent.id, "POST", "test")).value).toMatchObject({ state: "failed", lastError: "skipped" });
  expect((await one(silent.id)).value).toMatchObject({ state: "unverified" });
  expect(got).toHaveLength(1);
});

test("SEC-OUT-01: what a mapping makes cannot lead elsewhere or speak for the hub: each is a dead letter", async () => {
  const cases: readonly (readonly [string, string])[] = [
    [`{ "body": 1, "variables": { "id": ".." } }`, "/variables/id"],
    [`{ "body": 1, "variables": { "id": "" } }`, "/variables/id"],
    [`{ "body": 1 }`, "/variables/id"],
    [`{ "body": 1, "variables": { "id": {} } }`, "/variables/id"],
    [`{ "body": 1, "variables": { "id": "a" }, "headers": { "Host": "evil.example" } }`, "/headers/Host"],
    [`{ "body": 1, "variables": { "id": "a" }, "headers": { "webhook-id": "x" } }`, "/headers/webhook-id"],
    [`{ "body": 1, "variables": { "id": "a" }, "headers": { "X-A": "a\\r\\nB: c" } }`, "/headers/X-A"],
    [`{ "variables": { "id": "a" } }`, "/body"],
    [`{ "body": 1, "skip": true }`, "/skip"],
    [`{ "body": 1, "url": "http://evil.example" }`, "/url"],
    [`[1]`, ""],
  ];
  for (const [expression, path] of cases) {
    const trial = await ask("POST", "/api/v1/mapping-trials/events", "/api/v1/mapping-trials/events", {
      ...{ expression, path: "/d/{id}", event: { type: "t" } },
    });
    expect(trial.value, expression).toMatchObject({
      ...{ request: null, isSkipped: false, faults: [{ code: "mapping-result", path }] },
    });
  }
  const { id } = await webhook({ expression: String(cases[0]?.[0]), path: "/d/{id}" });
  expect((await settled(id, 1))[0]).toMatchObject({
    ...{ state: "failed", lastError: "mappingFailed", mappingFault: { code: "mapping-result", path: "/variables/id" } },
  });
  expect(got).toEqual([]);
});

test("SEC-API-05: a webhook that cannot work is refused with the member that is wrong; one without a mapping is as it was", async () => {
  const good = { expression: `{ "body": $ }` };
  const cases: readonly (readonly [Json, string])[] = [
    [{ mapping: {} }, "/mapping/expression"],
    [{ mapping: { ...good, preset: "generic-event" } }, "/mapping/expression"],
    [{ mapping: { expression: "{ 'a': " } }, "/mapping/expression"],
    [{ mapping: { preset: "generic-flat" } }, "/mapping/preset"],
    [{ mapping: { ...good, path: "/{" } }, "/mapping/path"],
    [{ mapping: { ...good, path: "/{a-b}" } }, "/mapping/path"],
    [{ mapping: { ...good, path: "no" } }, "/mapping/path"],
    [{ mapping: { ...good, parameters: { a: "x".repeat(17_000) } } }, "/mapping/parameters"],
    [{ mapping: good, headers: { Host: "a" } }, "/headers/Host"],
    [{ mapping: good, headers: { "webhook-signature": "a" } }, "/headers/webhook-signature"],
    [{ mapping: good, headers: { "X-A": "a\nb" } }, "/headers/X-A"],
  ];
  for (const [more, path] of cases) {
    const made = await post({ url, eventTypes: RAISED, ...more });
    const [first] = (made.value.errors ?? []) as readonly { path: string }[];
    expect([made.status, first?.path], JSON.stringify(more).slice(0, 120)).toEqual([422, path]);
  }
  const made = await post({ url, eventTypes: RAISED });
  const { id } = made.value.webhook as { id: string };
  await isState(id, "active");
  expect((await one(id)).value).not.toHaveProperty("mapping");
  expect(got[0]?.headers["content-type"]).toBe("application/cloudevents+json; charset=utf-8");
  // Another path is another address: it is tested before it gets events.
  expect((await one(id, "PATCH", { mapping: { ...good, path: "/new" } }, { "if-match": '"1"' })).value).toMatchObject({
    mapping: { path: "/new" },
  });
  await isState(id, "active");
  await until(
    () => got,
    (all) => all.some(({ path }) => path === "/in/new"),
  );
  expect((await one(id, "PATCH", { mapping: null, headers: null }, { "if-match": '"2"' })).value).not.toHaveProperty(
    "mapping",
  );
});

test("EF-N.3: a mapping is tried with an event: the request that would be sent, or why there is none; nothing is sent", async () => {
  const trial = (body: Json) => ask("POST", "/api/v1/mapping-trials/events", "/api/v1/mapping-trials/events", body);
  const parameters = { devices: { "dev-1": "uuid-1" }, testDevice: "dev-1", others: "skip" };
  const presence = (deviceId: string): Json => ({
    ...{
      type: "com.dianan.presence.changed",
      time: "2026-11-27T08:00:00+08:00",
      data: { deviceId, presence: "online" },
    },
  });
  expect((await trial({ preset: "thingsboard-telemetry", parameters, event: presence("dev-1") })).value).toMatchObject({
    isSkipped: false,
    request: {
      path: "/api/plugins/telemetry/DEVICE/uuid-1/timeseries/ANY?scope=ANY",
      body: { ts: 1795737600000, values: { online: true } },
    },
  });
  expect((await trial({ preset: "thingsboard-telemetry", parameters, event: presence("dev-2") })).value).toMatchObject({
    ...{ isSkipped: true, request: null, faults: [] },
  });
  const wrong: readonly (readonly [string, string])[] = [
    ["nobody", "mapping-empty"],
    ["{ 'a': ", "mapping-syntax"],
    ["$sum", "mapping-function"],
    ["$number('x')", "mapping-failed"],
    ["($f := function($x) { $f($x) }; $f(1))", "mapping-steps"],
  ];
  for (const [expression, code] of wrong)
    expect((await trial({ expression, event: {} })).value, expression).toMatchObject({
      request: null,
      faults: [{ code }],
    });
  for (const body of [
    { event: {} },
    { expression: "1" },
    { expression: "1", event: 5 },
    { preset: "nobody", event: {} },
  ])
    expect((await trial(body)).status, JSON.stringify(body)).toBe(422);
  expect(got).toEqual([]);
}, 60_000);
