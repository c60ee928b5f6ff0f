import { afterAll, beforeAll, expect, test } from "vitest";
import { alarm, openTestHub, putPlace, type TestHub, until } from "./http-fixture.ts";
import { openPeople, type People, type Person } from "./http-people.ts";
import { openPeer, type PeerPlatform } from "./peer-platform.ts";
import { openReceiver, type Receiver } from "./webhook-receiver.ts";

const SLOW = 60_000;
let hub: TestHub;
let people: People;
let admin: Person;
let peer: PeerPlatform;
let receiver: Receiver;
beforeAll(async () => {
  hub = await openTestHub({ outboundAllow: "127.0.0.1" });
  people = await openPeople(hub);
  admin = people.security;
  peer = await openPeer();
  receiver = await openReceiver();
  await putPlace(hub);
}, SLOW);
afterAll(async () => {
  await hub?.end();
  await peer?.stop();
  await receiver?.close();
});

const bearer = (token: unknown) => ({ authorization: `Bearer ${String(token)}` });
const path = "/api/v1/webhooks/{id}";
const registered = async (platformCode: string, scopes: readonly string[]) => {
  const draft = { name: "示例第三方平台", platformCode, scopes };
  const invited = await people.ask("POST", "/api/v1/parties", draft, admin.headers);
  const given = { token: peer.token, url: peer.url, platformCode, name: draft.name };
  const done = await people.ask("POST", "/api/v1/credentials", given, bearer(invited.body.token));
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return { id: String(invited.body.partyId), who: bearer(done.body.token) };
};
const subscribe = (who: Record<string, string>) =>
  people.ask("POST", "/api/v1/webhooks", { url: receiver.url, eventTypes: ["com.dianan.alarm.raised"] }, who);
const suspension = (id: string, word: "suspend" | "restore") =>
  people.ask(
    "POST",
    `/api/v1/parties/${id}/${word}`,
    { reason: "核查" },
    admin.headers,
    `/api/v1/parties/{id}/${word}`,
  );
const raise = async (id: string): Promise<void> => {
  const response = await hub.call("POST", "/api/v1/alarms", { items: [{ ...alarm, id }] });
  expect(response.status, await response.text()).toBe(200);
};
const subjects = (): readonly (string | null)[] => receiver.events().map(({ subject }) => subject);
const SCOPES = ["webhooks:manage", "events:read"];

test("SEC-AZ-07: a platform's webhook rests while it is suspended, goes on when it is restored, ends when it is removed", {
  timeout: SLOW,
}, async () => {
  const { id, who } = await registered("PARTNER1", SCOPES);
  const { webhook } = (await subscribe(who)).body as { webhook: { id: string } };
  await raise("al-before");
  await until(subjects, (all) => all.includes("al-before"));
  await suspension(id, "suspend");
  // What is known of its rights is looked at anew every five seconds.
  await new Promise((resolve) => setTimeout(resolve, 5_500));
  await raise("al-meanwhile");
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(subjects()).toEqual(["al-before"]);
  await suspension(id, "restore");
  await until(subjects, (all) => all.includes("al-meanwhile"), 15_000);
  const own = await people.ask("GET", `/api/v1/webhooks/${webhook.id}`, undefined, who, path);
  expect(own.body.state).toBe("active");
  await people.ask("DELETE", `/api/v1/parties/${id}`, undefined, admin.headers, "/api/v1/parties/{id}");
  await until(
    async () => people.ask("GET", `/api/v1/webhooks/${webhook.id}`, undefined, bearer(hub.key), path),
    ({ body }) => body.state === "disabled",
    15_000,
  );
  await raise("al-after");
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(subjects()).toEqual(["al-before", "al-meanwhile"]);
});

test("SEC-AZ-02: a platform has no other platform's webhooks, however much it may see", async () => {
  const [one, two] = [await registered("PARTNER2", SCOPES), await registered("PARTNER3", SCOPES)];
  const { webhook } = (await subscribe(one.who)).body as { webhook: { id: string } };
  const at = `/api/v1/webhooks/${webhook.id}`;
  expect((await people.ask("GET", at, undefined, one.who, path)).status).toBe(200);
  expect((await people.ask("GET", at, undefined, two.who, path)).status).toBe(404);
  expect((await people.ask("DELETE", at, undefined, two.who, path)).status).toBe(404);
  const change = { ...two.who, "if-match": '"1"' };
  expect((await people.ask("PATCH", at, { isDisabled: true }, change, path)).status).toBe(404);
  for (const more of ["secrets", "test"])
    expect((await people.ask("POST", `${at}/${more}`, undefined, two.who, `${path}/${more}`)).status).toBe(404);
  expect((await people.ask("GET", `${at}/deliveries`, undefined, two.who, `${path}/deliveries`)).status).toBe(404);
  expect((await people.ask("GET", "/api/v1/webhooks", undefined, two.who)).body.items).toEqual([]);
});

test("SEC-AZ-05: a platform that may not read events makes no webhook, and one that is invited only neither", async () => {
  const { who } = await registered("PARTNER4", ["webhooks:manage"]);
  expect((await subscribe(who)).status).toBe(403);
  const draft = { name: "示例第三方平台", platformCode: "PARTNER5", scopes: SCOPES };
  const invited = await people.ask("POST", "/api/v1/parties", draft, admin.headers);
  expect((await subscribe(bearer(invited.body.token))).status).toBe(403);
});

test("a hub that closes does not wait for a platform that is silent", { timeout: SLOW }, async () => {
  const own = await openTestHub({ outboundAllow: "127.0.0.1" });
  const { ask, security } = await openPeople(own);
  const draft = { name: "示例第三方平台", platformCode: "PARTNER1", scopes: SCOPES };
  const { body } = await ask("POST", "/api/v1/parties", draft, security.headers);
  peer.isMute = true;
  const before = peer.asked.length;
  const given = { token: peer.token, url: peer.url, platformCode: "PARTNER1", name: draft.name };
  const waiting = ask("POST", "/api/v1/credentials", given, bearer(body.token)).catch(() => null);
  await until(
    () => peer.asked.length,
    (count) => count > before,
  );
  const started = performance.now();
  await own.end();
  expect(performance.now() - started).toBeLessThan(2_500);
  peer.isMute = false;
  expect((await waiting)?.body.code ?? "cut").toMatch(/^(peer-unreachable|cut|internal|busy)$/);
});

test("SEC-BAK-01: tokens and a suspension outlive a restart", { timeout: SLOW }, async () => {
  const [free, held] = [await registered("PARTNER6", ["records:read"]), await registered("PARTNER7", ["records:read"])];
  expect((await suspension(held.id, "suspend")).status).toBe(200);
  hub = await hub.restart();
  const status = async (headers: Record<string, string>) =>
    (await fetch(`${hub.hub.httpUrl}/api/v1/units`, { headers })).status;
  expect([await status(free.who), await status(held.who), await status(bearer("dp_nobody00"))]).toEqual([
    200, 403, 401,
  ]);
});
