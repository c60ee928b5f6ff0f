import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { invite } from "./alarm-people.ts";
import { device, openTestHub, operator, putPlace, type TestHub, unit, until } from "./http-fixture.ts";
import { openPeople } from "./http-people.ts";
import { checkShape } from "./http-schema.ts";
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
  // Whatever the test was about: what was sent is what the document says.
  for (const { body } of receiver.all) checkShape("CloudEvent", JSON.parse(body));
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

test("EF-4.2, SEC-PII-03: what people do about an alarm is told too, with their names masked", async () => {
  await putPlace(hub);
  const { webhook } = await subscribe({ eventTypes: ["com.dianan.alarm.changed"] });
  await isState(webhook.id, "active");
  const officer = await invite(await openPeople(hub), "陈伟", "dutyOfficer");
  await raise("al-1");
  await officer.act("al-1", "acknowledge", {});
  await until(receiver.events, (events) => events.length >= 1);
  const [told] = receiver.events();
  const handling = { stage: "acknowledged", acknowledgedBy: { id: officer.id, name: "陈*" } };
  expect(told?.data).toMatchObject({ id: "al-1", version: 2, record: { handling } });
  expect(told?.body).not.toContain("陈伟");
});

test("EF-4.4.2: a device that goes and comes is told as such, with how long it was silent", async () => {
  await putPlace(hub);
  const { webhook } = await subscribe({ eventTypes: ["com.dianan.presence.changed"] });
  await isState(webhook.id, "active");
  const heard = "2026-01-02T11:00:00+08:00";
  await put("devices", { ...device, presence: "online", lastSeenAt: heard });
  await put("devices", { ...device, presence: "online", lastSeenAt: heard, name: "改名" });
  await put("devices", { ...device, presence: "offline", lastSeenAt: heard });
  await until(receiver.events, (events) => events.length >= 2);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const [first, second, ...more] = receiver.events().map(({ data }) => data);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ deviceId: device.id, unitId: device.unitId, presence: "online", heardAt: null });
  expect(second).toMatchObject({ presence: "offline", before: "online", heardAt: heard });
  expect(Number(second?.silentSeconds)).toBeGreaterThan(0);
});

test("EF-N.3: the end of a job is told in the commit that ends it, once, and to those who may see the whole tenant", async () => {
  await putPlace(hub);
  const eventTypes = ["com.dianan.job.ended"];
  const { webhook } = await subscribe({ eventTypes });
  const narrow = addKey(hub, { units: ["unit-0001"] }).secret;
  const other = await subscribe({ eventTypes, url: `${receiver.url}?narrow` }, narrow);
  await isState(webhook.id, "active");
  await isState(other.webhook.id, "active");
  const csv = `id,name,operatorId,address,latitude,longitude,regionCode,placeType\nunit-a,小学,op-01,路,24.7,118.5,350582,school\n`;
  const type = { "content-type": "application/octet-stream" };
  const file = (await (await hub.call("POST", "/api/v1/files?name=units.csv", csv, type)).json()) as { id: string };
  const made = await hub.call("POST", "/api/v1/imports", { fileId: file.id, kind: "unit" });
  expect(made.status).toBe(202);
  const { id } = (await made.json()) as { id: string };
  await until(receiver.events, (events) => events.length >= 1);
  expect((await hub.call("POST", `/api/v1/imports/${id}/commit`)).status).toBe(202);
  await until(receiver.events, (events) => events.length >= 2);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(receiver.events().map(({ data }) => [data.job, data.id, (data.progress as Json).state])).toEqual([
    ["import", id, "done"],
    ["import", id, "done"],
  ]);
  expect((await deliveries(webhook.id)).length).toBe(3);
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

test("SEC-PII-05: in full only for a key that names the scope, and each transfer is told to the audit log", async () => {
  const full = addKey(hub, {}, ["webhooks:manage", "events:read", "pii:read"]).secret;
  const { webhook } = await subscribe({}, full);
  await isState(webhook.id, "active");
  await putPlace(hub);
  await until(receiver.events, (events) => events.length >= 5);
  const told = receiver.events().find(({ subject }) => subject === operator.id);
  expect(told?.data).toMatchObject({ record: { contactName: "联系人", contactPhone: operator.contactPhone } });
  expect(actsOn(hub, `webhook:${webhook.id}`)).toEqual(["webhook.create", "personalData.transfer"]);
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
