import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestHub, putPlace, type TestHub, until } from "./http-fixture.ts";
import { ALL, actsOn, addKey, createAsk } from "./webhook-fixture.ts";
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

const { ask, post, one, of, deliveries, subscribe, isState, raise } = createAsk(
  () => hub,
  () => receiver,
);

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
