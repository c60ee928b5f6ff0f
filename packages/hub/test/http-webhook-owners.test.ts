import { afterEach, beforeEach, expect, test } from "vitest";
import { device, openTestHub, operator, putPlace, type TestHub, unit, until } from "./http-fixture.ts";
import { openPeople } from "./http-people.ts";
import { ALL, addKey, createAsk, endKey, type Json, putTenant } from "./webhook-fixture.ts";
import { accept, openReceiver, type Receiver, status } from "./webhook-receiver.ts";

let hub: TestHub;
let receiver: Receiver;
beforeEach(async () => {
  hub = await openTestHub({ outboundAllow: "127.0.0.1" });
  receiver = await openReceiver();
}, 20_000);
afterEach(async () => {
  await hub?.end();
  await receiver?.close();
});

const { ask, post, one, of, subscribe, isState, put, raise } = createAsk(
  () => hub,
  () => receiver,
);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

test("SEC-AZ-03: who may see more changes a webhook, and no more is sent to its address than before", async () => {
  await putPlace(hub);
  await put("units", { ...unit, id: "unit-2" });
  await put("devices", { ...device, id: "dev-2", unitId: "unit-2" });
  const narrow = addKey(hub, { units: ["unit-2"] });
  const { webhook } = await subscribe({ eventTypes: ["com.dianan.alarm.raised"] }, narrow.secret);
  await isState(webhook.id, "active");
  // The first key may see the whole tenant.
  const set = { eventTypes: ALL, description: "值班", isDisabled: false };
  expect((await one(webhook.id, "PATCH", set, { "if-match": '"1"' })).status).toBe(200);
  const wider = await one(webhook.id, "PATCH", { unitIds: ["unit-0001"] }, { "if-match": '"2"' });
  expect([wider.status, (wider.value.errors as Json[])[0]?.path]).toEqual([422, "/unitIds/0"]);
  await raise("al-1");
  await raise("al-2", { deviceId: "dev-2", unitId: "unit-2" });
  await until(receiver.events, (events) => events.length >= 1);
  await settled();
  expect(new Set(receiver.events().map(({ subject }) => subject))).toEqual(new Set(["al-2"]));

  endKey(hub, narrow.id);
  const ended = await isState(webhook.id, "disabled");
  const goOn = await one(webhook.id, "PATCH", { isDisabled: false }, { "if-match": `"${ended.version}"` });
  expect(goOn.status).toBe(200);
  await isState(webhook.id, "disabled");
  const units = await one(webhook.id, "PATCH", { unitIds: ["unit-2"] }, { "if-match": `"${goOn.value.version}"` });
  expect(units.status).toBe(403);
}, 30_000);

test("SEC-AZ-01: another tenant has webhooks of its own, and of this one neither sight nor event", async () => {
  await putPlace(hub);
  const { webhook } = await subscribe();
  putTenant(hub, "t2", "active");
  const other = addKey(hub, {}, null, "t2").secret;
  const elsewhere = await subscribe({ url: `${receiver.url}?t2` }, other);
  await isState(webhook.id, "active");
  await until(
    async () => (await one(elsewhere.webhook.id, "GET", undefined, {}, other)).value,
    ({ state }) => state === "active",
  );
  const list = await ask("GET", "/api/v1/webhooks", "/api/v1/webhooks", undefined, {}, other);
  expect((list.value.items as Json[]).map(({ id }) => id)).toEqual([elsewhere.webhook.id]);
  for (const rest of ["", "/deliveries"]) {
    const foreign = await hub.call("GET", `/api/v1/webhooks/${webhook.id}${rest}`, undefined, {
      authorization: `Bearer ${other}`,
    });
    expect(foreign.status).toBe(404);
    await foreign.body?.cancel();
  }
  expect((await one(webhook.id, "DELETE", undefined, {}, other)).status).toBe(404);
  expect((await one(elsewhere.webhook.id)).status).toBe(404);
  await raise("al-1");
  const theirs = { items: [{ ...operator, id: "op-t2" }] };
  const told = await hub.call("POST", "/api/v1/operators", theirs, { authorization: `Bearer ${other}` });
  expect((await told.json()) as Json).toMatchObject({ results: [{ status: "created" }] });
  await until(receiver.events, (events) => events.some(({ subject }) => subject === "op-t2"));
  await settled();
  const sources = receiver.events().map(({ body, subject }) => [subject, JSON.parse(body).source]);
  expect(sources).toEqual(
    expect.arrayContaining([
      ["al-1", "/hubs/JJLY01"],
      ["op-t2", "/hubs/JJLY01/tenants/t2"],
    ]),
  );
  expect(sources.filter(([subject]) => subject === "al-1").length).toBe(1);
  expect(sources.filter(([subject]) => subject === "op-t2").length).toBe(1);
}, 30_000);

test("SEC-AZ-07: what happens while an organisation is suspended waits, and is told when it is back", async () => {
  putTenant(hub, "t2", "active");
  const { secret } = addKey(hub, {}, null, "t2");
  const { webhook } = await subscribe({}, secret);
  await until(
    async () => (await one(webhook.id, "GET", undefined, {}, secret)).value,
    ({ state }) => state === "active",
  );
  const theirs = (id: string) =>
    hub.call("POST", "/api/v1/operators", { items: [{ ...operator, id }] }, { authorization: `Bearer ${secret}` });
  expect((await theirs("op-before")).status).toBe(200);
  await until(receiver.events, (events) => events.length === 1);
  receiver.answer = status(500);
  expect((await theirs("op-waits")).status).toBe(200);
  await until(receiver.events, (events) => events.length >= 3);
  putTenant(hub, "t2", "suspended");
  expect((await theirs("op-refused")).status).toBe(403);
  // What a line goes by is looked up again within seconds; the next attempts would be 4 and 8 s after the last.
  await new Promise((resolve) => setTimeout(resolve, 5_500));
  receiver.answer = accept;
  const told = receiver.events().length;
  await new Promise((resolve) => setTimeout(resolve, 7_000));
  expect(receiver.events().length).toBe(told);
  putTenant(hub, "t2", "active");
  await until(receiver.events, (events) => events.length === told + 1, 20_000);
  expect(receiver.events().at(-1)?.subject).toBe("op-waits");
}, 60_000);

test("SEC-AZ-05, SEC-AZ-07: a system administrator may have a webhook, a duty officer none, and disabling the account ends it", async () => {
  const people = await openPeople(hub);
  const system = await people.invited("systemAdministrator");
  // The last of a role cannot be disabled.
  await people.invited("systemAdministrator");
  const duty = await people.invited("dutyOfficer");
  const draft = { url: receiver.url, eventTypes: ALL };
  for (const who of [duty, people.security])
    expect((await people.ask("POST", "/api/v1/webhooks", draft, who.headers)).status).toBe(403);
  const made = await people.ask("POST", "/api/v1/webhooks", draft, system.headers);
  expect(made.status).toBe(201);
  const { id } = (made.body as { webhook: { id: string } }).webhook;
  await isState(id, "active");
  const off = await people.ask(
    "POST",
    `/api/v1/users/${system.id}/disable`,
    { reason: "离职" },
    people.security.headers,
    "/api/v1/users/{id}/disable",
  );
  expect(off.status).toBe(200);
  expect(await isState(id, "disabled")).toMatchObject({ disabledBecause: "owner" });
}, 60_000);

test("SEC-LIM-01: a tenant has 100 webhooks and not one more", async () => {
  const drafts = Array.from({ length: 100 }, (_, n) => ({ url: `${receiver.url}?${n}`, eventTypes: ALL }));
  for (const draft of drafts) expect((await post(draft)).status).toBe(201);
  const over = await post(drafts[0]);
  expect([over.status, over.value.code]).toEqual([422, "out-of-range"]);
  const list = await ask("GET", "/api/v1/webhooks?limit=7", "/api/v1/webhooks");
  expect((list.value.items as Json[]).length).toBe(7);
  expect(list.headers.get("link")).toContain('rel="next"');
  const [first] = list.value.items as { id: string }[];
  expect((await one(first?.id ?? "", "DELETE")).status).toBe(204);
  expect((await post(drafts[0])).status).toBe(201);
  await until(
    () => receiver.all.length,
    (count) => count >= 101,
    20_000,
  );
  await putPlace(hub);
  await raise("al-1");
  // Each of them once: whoever has many webhooks gets each event as often.
  await until(
    () => receiver.events().filter(({ subject }) => subject === "al-1").length,
    (count) => count === 100,
    20_000,
  );
  expect((await of(first?.id ?? "", "GET", "deliveries")).status).toBe(404);
}, 90_000);
