import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { device, openTestHub, operator, putPlace, type TestHub, unit, until } from "./http-fixture.ts";
import { ALL, actsOn, addKey, createAsk, endKey, type Json } from "./webhook-fixture.ts";
import { openReceiver, type Receiver, status } from "./webhook-receiver.ts";

const LOCAL = "127.0.0.0/8";

let hub: TestHub;
let receiver: Receiver;
beforeEach(async () => {
  hub = await openTestHub({ outboundAllow: LOCAL });
  receiver = await openReceiver();
}, 20_000);
afterEach(async () => {
  await hub?.end();
  await receiver?.close();
});

const { ask, post, one, of, deliveries, subscribe, isState, put, raise } = createAsk(
  () => hub,
  () => receiver,
);

test("EF-N.3, SEC-OUT-04: a webhook is tested, then told of every change as a signed CloudEvent", async () => {
  await putPlace(hub);
  const { webhook, secret } = await subscribe();
  expect(webhook).toMatchObject({ state: expect.stringMatching(/unverified|active/), pending: expect.any(Number) });
  await isState(webhook.id, "active");
  await raise("al-1");
  await raise("al-1", { state: "cleared", clearedAt: "2026-01-02T11:10:00+08:00" });
  await until(receiver.events, (events) => events.length >= 2);
  const [raised, changed] = receiver.events();
  expect(raised).toMatchObject({
    type: "com.dianan.alarm.raised",
    subject: "al-1",
    signedBy: [secret.secret],
    data: { kind: "alarm", id: "al-1", version: 1, record: { id: "al-1", version: 1, deviceId: "dev-889" } },
  });
  expect(changed).toMatchObject({
    type: "com.dianan.alarm.changed",
    data: { version: 2, record: { state: "cleared" } },
  });
  expect(raised?.headers["webhook-id"]).toBe(raised?.id);
  expect(JSON.parse(raised?.body ?? "")).toMatchObject({ specversion: "1.0", source: "/hubs/JJLY01" });
  const sequence = String(JSON.parse(changed?.body ?? "").sequence);
  const after = await ask("GET", `/api/v1/changes?after=${sequence}`, "/api/v1/changes");
  expect(after).toMatchObject({ status: 200, value: { items: [], isMore: false } });
  const log = await deliveries(webhook.id);
  expect(log.map(({ eventType, state, attempts }) => [eventType, state, attempts])).toEqual([
    ["com.dianan.alarm.changed", "delivered", 1],
    ["com.dianan.alarm.raised", "delivered", 1],
    ["com.dianan.webhook.test", "delivered", 1],
  ]);
});

test("SEC-OUT-01: an address that must not be called is refused at registration and at a change", async () => {
  const { webhook } = await subscribe();
  for (const url of [
    "http://10.0.0.1/",
    "https://10.0.0.1/",
    "https://[::1]/",
    "https://u:p@1.1.1.1/",
    "http://1.1.1.1/",
  ]) {
    const made = await post({ url, eventTypes: ALL });
    expect([made.status, made.value.code], url).toEqual([422, "address-forbidden"]);
    const { version } = (await one(webhook.id)).value;
    const changed = await one(webhook.id, "PATCH", { url }, { "if-match": `"${version}"` });
    expect([changed.status, changed.value.code], url).toEqual([422, "address-forbidden"]);
  }
  for (const body of [
    { url: receiver.url, eventTypes: [] },
    { url: receiver.url, eventTypes: ["com.dianan.everything"] },
    { url: receiver.url, eventTypes: [ALL[0], ALL[0]] },
    { url: "ftp://x.example.org/", eventTypes: ALL },
    { url: receiver.url, eventTypes: ALL, unitIds: ["unit-nobody"] },
    { url: receiver.url, eventTypes: ALL, secret: "mine" },
    { eventTypes: ALL },
  ])
    expect((await post(body)).status, JSON.stringify(body)).toBe(422);
  const list = await ask("GET", "/api/v1/webhooks", "/api/v1/webhooks");
  expect((list.value.items as unknown[]).length).toBe(1);
});

test("SEC-OUT-03: without an allowed range a hub calls nobody at home", async () => {
  hub = await hub.restart({ outboundAllow: "" });
  expect((await post({ url: receiver.url, eventTypes: ALL })).value.code).toBe("address-forbidden");
  expect(receiver.all).toEqual([]);
});

test("SEC-OUT-04: during rotation both secrets sign; a third ends the oldest; none is in the database or its log", async () => {
  await putPlace(hub);
  const { webhook, secret } = await subscribe();
  await isState(webhook.id, "active");
  const second = await of(webhook.id, "POST", "secrets");
  expect(second.status).toBe(201);
  receiver.secrets.push(String(second.value.secret));
  await raise("al-1");
  await until(receiver.events, (events) => events.length === 1);
  expect(receiver.events()[0]?.signedBy).toEqual([secret.secret, second.value.secret]);
  const third = await of(webhook.id, "POST", "secrets");
  receiver.secrets.push(String(third.value.secret));
  await raise("al-2");
  await until(receiver.events, (events) => events.length === 2);
  expect(receiver.events()[1]?.signedBy).toEqual([second.value.secret, third.value.secret]);
  const raw = ["hub.db", "hub.db-wal"].map((name) => readFileSync(join(hub.dataDir, name)));
  for (const text of receiver.secrets)
    for (const form of [text, text.slice(6), Buffer.from(text.slice(6), "base64")])
      expect(raw.some((bytes) => bytes.includes(form))).toBe(false);
  expect(hub.log.join("\n")).not.toContain("whsec_");
});

test("SEC-PII-03, SEC-PII-05: contact names and phones are masked on their way to a receiver", async () => {
  const { webhook } = await subscribe();
  await isState(webhook.id, "active");
  await putPlace(hub);
  await until(receiver.events, (events) => events.length >= 5);
  const told = receiver.events().find(({ subject }) => subject === operator.id);
  expect(told?.data).toMatchObject({ record: { name: operator.name, contactName: "联*", contactPhone: "****0000" } });
  for (const { body } of receiver.all) {
    expect(body).not.toContain(operator.contactPhone);
    expect(body).not.toContain(operator.contactName);
  }
});

test("SEC-OUT-02, SEC-OUT-05: a redirect, an error and a refusal are tried again with the same id; the answer is shown to nobody", async () => {
  await putPlace(hub);
  const { webhook } = await subscribe();
  await isState(webhook.id, "active");
  const answers = [status(302, { location: receiver.url }), status(500), status(404)];
  receiver.answer = (request, response) => (answers.shift() ?? status(200))(request, response);
  await raise("al-1");
  await until(
    () => deliveries(webhook.id, "?state=delivered"),
    (items) => items.some(({ subject }) => subject === "al-1"),
    20_000,
  );
  expect(receiver.events().map(({ id }) => id)).toEqual(Array(4).fill(receiver.events()[0]?.id));
  const [item] = await deliveries(webhook.id);
  expect(item).toMatchObject({ attempts: 4, state: "delivered", lastStatus: 200, nextAt: null });
}, 30_000);

test("SEC-OUT-05: what waits is visible, and 410 ends the subscription until it is asked to go on", async () => {
  await putPlace(hub);
  const { webhook } = await subscribe();
  await isState(webhook.id, "active");
  receiver.answer = status(410);
  await raise("al-1");
  const ended = await isState(webhook.id, "disabled");
  expect(ended).toMatchObject({ disabledBecause: "gone", pending: 1, lastStatus: 410, nextAt: null });
  await raise("al-2");
  receiver.answer = status(204);
  const goOn = await one(webhook.id, "PATCH", { isDisabled: false }, { "if-match": `"${ended.version}"` });
  expect(goOn).toMatchObject({ status: 200, value: { state: "active", disabledBecause: null } });
  await until(receiver.events, (events) => events.length === 3);
  const subjects = receiver.events().map(({ subject }) => subject);
  expect(subjects.sort()).toEqual(["al-1", "al-1", "al-2"]);
});

test("EF-N.3: a stopped webhook gets nothing, and what happened meanwhile when it goes on", async () => {
  await putPlace(hub);
  const { webhook } = await subscribe({ eventTypes: ["com.dianan.alarm.raised"], description: "值班系统" });
  await isState(webhook.id, "active");
  const stopped = await one(webhook.id, "PATCH", { isDisabled: true }, { "if-match": '"1"' });
  expect(stopped.value).toMatchObject({
    state: "disabled",
    disabledBecause: "asked",
    version: 2,
    description: "值班系统",
  });
  await raise("al-1");
  hub = await hub.restart();
  expect(receiver.events()).toEqual([]);
  expect((await one(webhook.id, "PATCH", { isDisabled: false }, { "if-match": '"1"' })).status).toBe(412);
  expect((await one(webhook.id, "PATCH", { isDisabled: false })).status).toBe(428);
  expect((await one(webhook.id, "PATCH", {}, { "if-match": '"2"' })).status).toBe(422);
  await one(webhook.id, "PATCH", { isDisabled: false }, { "if-match": '"2"' });
  await until(receiver.events, (events) => events.length === 1);
});

test("another address is tested before it gets events; the test's outcome is told", async () => {
  await putPlace(hub);
  receiver.answer = status(500);
  const { webhook } = await subscribe();
  await raise("al-1");
  const failed = await of(webhook.id, "POST", "test");
  expect(failed.value).toMatchObject({ eventType: "com.dianan.webhook.test", state: "failed", lastStatus: 500 });
  expect((await one(webhook.id)).value).toMatchObject({ state: "unverified" });
  expect(receiver.events()).toEqual([]);
  receiver.answer = status(200);
  const passed = await of(webhook.id, "POST", "test");
  expect(passed.value).toMatchObject({ state: "delivered", lastStatus: 200, lastError: null });
  await until(receiver.events, (events) => events.length === 1);
  await receiver.close();
  const away = await of(webhook.id, "POST", "test");
  expect(away.value).toMatchObject({ state: "failed", lastStatus: null, lastError: "noConnection" });
});

test("SEC-AZ-01, SEC-AZ-02: a caller manages its own webhooks; another's is a 404 everywhere", async () => {
  const { webhook } = await subscribe();
  const narrow = addKey(hub, { units: ["unit-0001"] }).secret;
  const before = await of(webhook.id, "GET", "deliveries");
  const [event] = before.value.items as { id: string }[];
  for (const [method, rest] of [
    ["GET", ""],
    ["PATCH", ""],
    ["DELETE", ""],
    ["POST", "/secrets"],
    ["GET", "/deliveries"],
    ["POST", "/test"],
    ["POST", `/deliveries/${event?.id}/replay`],
  ] as const)
    for (const id of [webhook.id, "nobody"]) {
      const path = `/api/v1/webhooks/${id}${rest}`;
      const body = method === "PATCH" ? { isDisabled: true } : undefined;
      const response = await hub.call(method, path, body, { authorization: `Bearer ${narrow}`, "if-match": '"1"' });
      expect([method, rest, response.status]).toEqual([method, rest, 404]);
      await response.body?.cancel();
    }
  const list = await ask("GET", "/api/v1/webhooks", "/api/v1/webhooks", undefined, {}, narrow);
  expect(list.value.items).toEqual([]);
  const replay = "deliveries/{deliveryId}/replay";
  expect((await of(webhook.id, "POST", "deliveries/evt-nobody/replay", replay)).status).toBe(404);
});

test("SEC-AZ-03, SEC-AZ-07: events are those of the owner's scope, and none when its rights end", async () => {
  await putPlace(hub);
  await put("units", { ...unit, id: "unit-2" });
  await put("devices", { ...device, id: "dev-2", unitId: "unit-2" });
  const { id: keyId, secret: narrow } = addKey(hub, { units: ["unit-2"] });
  expect((await post({ url: receiver.url, eventTypes: ALL, unitIds: ["unit-0001"] }, narrow)).status).toBe(422);
  const { webhook } = await subscribe({}, narrow);
  await subscribe({ unitIds: ["unit-0001"], url: `${receiver.url}?other` });
  await isState(webhook.id, "active");
  await raise("al-1");
  await raise("al-2", { deviceId: "dev-2", unitId: "unit-2" });
  await until(receiver.events, (events) => events.length >= 2);
  expect(
    receiver
      .events()
      .map(({ subject }) => subject)
      .sort(),
  ).toEqual(["al-1", "al-2"]);
  const own = await of(webhook.id, "GET", "deliveries", "deliveries", narrow);
  expect((own.value.items as Json[]).map(({ subject }) => subject)).toEqual(["al-2", webhook.id]);

  endKey(hub, keyId);
  const ended = await isState(webhook.id, "disabled");
  expect(ended).toMatchObject({ disabledBecause: "owner" });
}, 20_000);

test("SEC-AZ-05: without the right to read events there is no webhook", async () => {
  const without = addKey(hub, {}, ["webhooks:manage"]).secret;
  const made = await post({ url: receiver.url, eventTypes: ALL }, without);
  expect(made.status).toBe(403);
  const reader = addKey(hub, {}, ["events:read"]).secret;
  expect((await post({ url: receiver.url, eventTypes: ALL }, reader)).status).toBe(403);
  expect((await ask("GET", "/api/v1/webhooks", "/api/v1/webhooks", undefined, {}, reader)).status).toBe(403);
  const session = await hub.call("POST", "/api/v1/session", { key: hub.key });
  const cookie = (session.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const crossSite = await fetch(`${hub.hub.httpUrl}/api/v1/webhooks`, {
    method: "POST",
    headers: { cookie, origin: "https://evil.example", "content-type": "application/json" },
    body: JSON.stringify({ url: receiver.url, eventTypes: ALL }),
  });
  expect(crossSite.status).toBe(403);
});

test("the log of deliveries is paged, filtered, and a delivery is replayed under its id", async () => {
  await putPlace(hub);
  const { webhook } = await subscribe({ eventTypes: ["com.dianan.alarm.raised"] });
  await isState(webhook.id, "active");
  for (let n = 0; n < 7; n += 1) await raise(`al-${n}`);
  await until(
    () => deliveries(webhook.id, "?state=delivered"),
    (items) => items.length === 8,
  );
  const seen: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const page = await of(webhook.id, "GET", `deliveries?limit=3${next === "" ? "" : `&cursor=${next}`}`, "deliveries");
    seen.push(...(page.value.items as { subject: string }[]).map(({ subject }) => subject));
    next = page.value.next as string | null;
    expect(page.headers.get("link") === null).toBe(next === null);
  }
  expect(seen).toEqual(["al-6", "al-5", "al-4", "al-3", "al-2", "al-1", "al-0", webhook.id]);
  expect(await deliveries(webhook.id, "?state=failed")).toEqual([]);
  expect(await deliveries(webhook.id, "?to=2026-01-01T00:00:00Z")).toEqual([]);
  for (const query of ["state=lost", "limit=0", "cursor=x", "from=now", "nobody=1"])
    expect((await of(webhook.id, "GET", `deliveries?${query}`, "deliveries")).status, query).toBe(422);

  const { id } = receiver.events()[0] ?? { id: "" };
  const again = await of(webhook.id, "POST", `deliveries/${id}/replay`, "deliveries/{deliveryId}/replay");
  expect(again).toMatchObject({ status: 202, value: { id, state: "pending" } });
  await until(receiver.events, (events) => events.length === 8);
  expect(receiver.events()[7]?.id).toBe(id);
  expect((await one(webhook.id, "DELETE")).status).toBe(204);
  expect((await one(webhook.id)).status).toBe(404);
  await raise("al-9");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(receiver.events().length).toBe(8);
});

test("SEC-AUD-03: what was done to a webhook stands in the audit log", async () => {
  const { webhook } = await subscribe();
  await of(webhook.id, "POST", "secrets");
  await of(webhook.id, "POST", "test");
  await one(webhook.id, "PATCH", { description: "x" }, { "if-match": '"2"' });
  await one(webhook.id, "DELETE");
  expect(actsOn(hub, `webhook:${webhook.id}`)).toEqual([
    "webhook.create",
    "webhook.rotate",
    "webhook.test",
    "webhook.change",
    "webhook.remove",
  ]);
});
