import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import { openPeople, type People, type Person } from "./http-people.ts";
import { openPeer, type PeerPlatform } from "./peer-platform.ts";

const SLOW = 60_000;
let hub: TestHub;
let people: People;
let admin: Person;
let peer: PeerPlatform;
beforeAll(async () => {
  hub = await openTestHub({ publicUrl: "https://hub.example/", outboundAllow: "127.0.0.1" });
  people = await openPeople(hub);
  admin = people.security;
  peer = await openPeer();
}, SLOW);
afterAll(async () => {
  await peer?.stop();
  await hub?.end();
});

const bearer = (token: unknown) => ({ authorization: `Bearer ${String(token)}` });
const ask: People["ask"] = (...all) => people.ask(...all);
let codes = 0;
const invitation = (more: object = {}) => {
  codes += 1;
  return { name: "示例第三方平台", platformCode: `PARTNER${codes}`, scopes: ["records:read", "sharing:read"], ...more };
};
/** Somebody who is invited: the id of the party, its code and token A. */
const invite = async (more: object = {}) => {
  const draft = invitation(more);
  const made = await ask("POST", "/api/v1/parties", draft, admin.headers);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return { ...(made.body as { partyId: string; token: string; expiresAt: string }), platformCode: draft.platformCode };
};
const given = (platformCode: string, more: object = {}) => ({
  ...{ token: peer.token, url: peer.url, platformCode, name: "示例第三方平台" },
  ...more,
});
const register = async (more: object = {}) => {
  const { token, platformCode, partyId } = await invite(more);
  const done = await ask("POST", "/api/v1/credentials", given(platformCode), bearer(token));
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  return { partyId, platformCode, a: token, token: String(done.body.token), body: done.body };
};
const partyPath = "/api/v1/parties/{id}";
const party = (id: string, who: Record<string, string> = admin.headers) =>
  ask("GET", `/api/v1/parties/${id}`, undefined, who, partyPath);
const act = (id: string, word: "suspend" | "restore", who = admin.headers) =>
  ask("POST", `/api/v1/parties/${id}/${word}`, { reason: "核查" }, who, `${partyPath}/${word}`);

test("EF-N.3: a platform is invited, reads /versions, registers, reads records; all the hub tells of itself is there", async () => {
  const { partyId, token: a, platformCode } = await invite();
  expect((await party(partyId)).body).toMatchObject({ state: "invited", url: null, version: null, lastSeenAt: null });
  const versions = await ask("GET", "/versions", undefined, bearer(a));
  expect(versions.body).toEqual({ items: [{ version: "1", url: "https://hub.example/versions/1" }] });
  const details = await ask("GET", "/versions/1", undefined, bearer(a), "/versions/{version}");
  const endpoints = details.body.endpoints as { module: string; role: string; url: string }[];
  expect(endpoints).toContainEqual({ module: "alarms", role: "receiver", url: "https://hub.example/api/v1/alarms" });
  for (const { url } of endpoints) {
    const found = await hub.call("OPTIONS", new URL(url).pathname);
    expect([url, found.status]).toEqual([url, 405]);
  }
  expect((await ask("GET", "/api/v1/units", undefined, bearer(a))).status).toBe(403);
  expect((await ask("GET", "/api/v1/credentials", undefined, bearer(a))).body.code).toBe("not-registered");

  const done = await ask("POST", "/api/v1/credentials", given(platformCode), bearer(a));
  expect(done.body).toMatchObject({ url: "https://hub.example/versions", platformCode: "JJLY01", name: "测试平台" });
  expect(done.body).toMatchObject({ scopes: ["records:read", "sharing:read"], within: null });
  const c = bearer(done.body.token);
  expect((await ask("GET", "/api/v1/units", undefined, c)).status).toBe(200);
  expect((await ask("GET", "/api/v1/alarms", undefined, c)).status).toBe(403);
  const own = await ask("GET", "/api/v1/credentials", undefined, c);
  expect(own.body).toMatchObject({ platformCode: "JJLY01", expiresAt: done.body.expiresAt });
  expect(JSON.stringify(own.body)).not.toContain(String(done.body.token));
  expect((await party(partyId)).body).toMatchObject({
    ...{ state: "connected", url: peer.url, version: "1" },
    endpoints: [{ module: "alarms", role: "receiver" }],
  });
  expect((await ask("GET", "/versions", undefined, bearer(a))).status).toBe(401);
});

test("EF-N.3: POST when registered, PUT and DELETE when not are a 405 that says which to use", async () => {
  const { token: a, platformCode } = await invite();
  const unregistered = [
    await ask("PUT", "/api/v1/credentials", given(platformCode), bearer(a)),
    await ask("DELETE", "/api/v1/credentials", undefined, bearer(a)),
    await ask("GET", "/api/v1/credentials", undefined, bearer(a)),
    await ask("GET", "/api/v1/credentials", undefined, bearer(hub.key)),
    await ask("DELETE", "/api/v1/credentials", undefined, bearer(hub.key)),
  ];
  expect(unregistered.map(({ status, body }) => [status, body.code])).toEqual(Array(5).fill([405, "not-registered"]));
  const done = await ask("POST", "/api/v1/credentials", given(platformCode), bearer(a));
  const again = await ask("POST", "/api/v1/credentials", given(platformCode), bearer(done.body.token));
  expect([again.status, again.body.code]).toEqual([405, "already-registered"]);
  for (const method of ["POST", "PUT"])
    expect((await ask(method, "/api/v1/credentials", given("PARTNER1"), bearer(hub.key))).status).toBe(403);
});

test("SEC-API-04: PUT gives a new token beside the old one; DELETE ends both", async () => {
  const { platformCode, token: old, partyId } = await register();
  peer.token = `${peer.token}-new`;
  const stale = await ask("PUT", "/api/v1/credentials", given(platformCode, { token: "an-old-token" }), bearer(old));
  expect([stale.status, stale.body.code]).toEqual([422, "peer-unreachable"]);
  const done = await ask("PUT", "/api/v1/credentials", given(platformCode, { name: "改名平台" }), bearer(old));
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  for (const token of [old, done.body.token])
    expect((await ask("GET", "/api/v1/units", undefined, bearer(token))).status).toBe(200);
  expect((await party(partyId)).body).toMatchObject({ name: "改名平台", state: "connected" });
  expect((await ask("DELETE", "/api/v1/credentials", undefined, bearer(done.body.token))).status).toBe(204);
  for (const token of [old, done.body.token])
    expect((await ask("GET", "/api/v1/units", undefined, bearer(token))).status).toBe(401);
  expect((await party(partyId)).status).toBe(404);
});

test("SEC-AZ-07: a suspended platform is refused at once, its stream ends; restored it is in again; removed it is out", {
  timeout: SLOW,
}, async () => {
  const { partyId, token } = await register({ scopes: ["records:read", "events:read"] });
  const stream = await fetch(`${hub.hub.httpUrl}/api/v1/events`, { headers: bearer(token) });
  expect(stream.status).toBe(200);
  let isOver = false;
  const reading = (async () => {
    for await (const _ of stream.body ?? []);
    isOver = true;
  })();
  expect((await act(partyId, "suspend")).body).toMatchObject({ id: partyId, state: "suspended" });
  const refused = await ask("GET", "/api/v1/units", undefined, bearer(token));
  expect([refused.status, refused.body.code]).toEqual([403, "forbidden"]);
  expect((await ask("DELETE", "/api/v1/credentials", undefined, bearer(token))).status).toBe(403);
  await until(
    () => isOver,
    (over) => over,
    20_000,
  );
  await reading;
  expect((await act(partyId, "restore")).body).toMatchObject({ state: "connected" });
  expect((await ask("GET", "/api/v1/units", undefined, bearer(token))).status).toBe(200);
  expect((await ask("DELETE", `/api/v1/parties/${partyId}`, undefined, admin.headers, partyPath)).status).toBe(204);
  expect((await ask("GET", "/api/v1/units", undefined, bearer(token))).status).toBe(401);
  for (const word of ["suspend", "restore"] as const) expect((await act(partyId, word)).status).toBe(404);
  expect((await ask("DELETE", `/api/v1/parties/${partyId}`, undefined, admin.headers, partyPath)).status).toBe(404);
});

test("SEC-AZ-05, SEC-AZ-06: who is no security administrator invites, suspends and removes nobody", {
  timeout: SLOW,
}, async () => {
  const { partyId } = await invite();
  const { token, partyId: own } = await register({ scopes: ["records:read", "records:write", "sharing:read"] });
  const system = await people.invited("systemAdministrator");
  expect((await party(partyId, bearer(token))).status).toBe(404);
  expect((await ask("GET", "/api/v1/parties", undefined, bearer(token))).body.items).toMatchObject([{ id: own }]);
  for (const who of [bearer(hub.key), bearer(token), system.headers]) {
    expect((await ask("POST", "/api/v1/parties", invitation(), who)).status).toBe(403);
    expect((await act(partyId, "suspend", who)).status).toBe(403);
    expect((await act(partyId, "restore", who)).status).toBe(403);
    expect((await ask("DELETE", `/api/v1/parties/${partyId}`, undefined, who, partyPath)).status).toBe(403);
    expect((await party(own, who)).status).toBe(200);
  }
  const officer = await people.invited("dutyOfficer");
  expect((await ask("GET", "/api/v1/parties", undefined, officer.headers)).status).toBe(403);
  expect((await ask("GET", "/versions", undefined, officer.headers)).status).toBe(403);
  const cross = { ...admin.headers, "sec-fetch-site": "cross-site" };
  expect((await ask("POST", "/api/v1/parties", invitation(), cross)).status).toBe(403);
  expect((await ask("POST", "/api/v1/session", { key: token })).status).toBe(401);
});

test("SEC-AZ-06: an invitation names scopes that exist and are for platforms, and a code that is free", async () => {
  const { platformCode } = await register();
  const tries: readonly (readonly [number, string, object])[] = [
    [400, "bad-scope", { scopes: ["nothing:here"] }],
    [422, "beyond-own-rights", { scopes: ["records:read", "accounts:manage"] }],
    [422, "beyond-own-rights", { scopes: ["platforms:manage"] }],
    [409, "already-exists", { platformCode }],
    [409, "already-exists", { platformCode: "JJLY01" }],
    [422, "invalid", { scopes: [] }],
    [422, "invalid", { scopes: ["records:read", "records:read"] }],
    [422, "invalid", { platformCode: "a b" }],
    [422, "invalid", { name: "" }],
    [422, "invalid", { within: {} }],
    [422, "invalid", { token: "da_mine0000" }],
  ];
  for (const [status, code, more] of tries) {
    const answer = await ask("POST", "/api/v1/parties", invitation(more), admin.headers);
    expect([answer.status, answer.body.code, more]).toEqual([status, code, more]);
  }
});

test("SEC-AZ-03: a platform that is let in within bounds sees nothing beyond them", async () => {
  const { partyId, token, body } = await register({ within: { units: ["unit-of-nobody"] } });
  expect(body.within).toEqual({ units: ["unit-of-nobody"] });
  await hub.call("POST", "/api/v1/operators", {
    items: [
      {
        id: "op-9",
        name: "示例运维",
        code: "91350100M000100Y43",
        address: "晋江",
        contactName: "某",
        contactPhone: "+86-595-85600000",
      },
    ],
  });
  expect((await ask("GET", "/api/v1/operators", undefined, bearer(hub.key))).body.items).toHaveLength(1);
  expect((await ask("GET", "/api/v1/operators", undefined, bearer(token))).body.items).toEqual([]);
  expect((await party(partyId)).body.within).toEqual({ units: ["unit-of-nobody"] });
});

test("SEC-PII-05: a platform reads persons masked, in full only when its invitation says so", async () => {
  const plain = await register();
  const trusted = await register({ scopes: ["records:read", "pii:read"] });
  const names = async (token: string) =>
    ((await ask("GET", "/api/v1/operators", undefined, bearer(token))).body.items as { contactPhone: string }[]).map(
      ({ contactPhone }) => contactPhone,
    );
  expect(await names(trusted.token)).toEqual(["+86-595-85600000"]);
  expect(JSON.stringify(await names(plain.token))).not.toContain("85600000");
});

test("EF-N.4: parties are listed page by page; wrong pages, filters and cursors are refused", async () => {
  const all: string[] = [];
  let cursor = "";
  do {
    const page = await ask("GET", `/api/v1/parties?limit=2${cursor}`, undefined, admin.headers);
    all.push(...(page.body.items as { id: string }[]).map(({ id }) => id));
    cursor = page.body.next === null ? "" : `&cursor=${String(page.body.next)}`;
  } while (cursor !== "");
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(4);
  for (const query of ["limit=0", "limit=x", "state=invited", "cursor=%00", "cursor=bm9wZQ"])
    expect((await ask("GET", `/api/v1/parties?${query}`, undefined, admin.headers)).status, query).toBe(422);
  expect((await party("party-of-nobody")).status).toBe(404);
});

test("SEC-API-05: what a platform gives of itself is checked before anything is called", async () => {
  const { token, platformCode } = await invite();
  const before = peer.asked.length;
  const tries: readonly (readonly [string, object])[] = [
    ["/url", { url: "ftp://partner.example/versions" }],
    ["/url", { url: "partner" }],
    ["/token", { token: "short" }],
    ["/token", { token: "a token\r\nX-Evil: 1" }],
    ["/name", { name: "" }],
    ["/platformCode", { platformCode: "OTHER" }],
    ["/signingSecret", { signingSecret: "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz" }],
  ];
  for (const [path, more] of tries) {
    const answer = await ask("POST", "/api/v1/credentials", given(platformCode, more), bearer(token));
    const paths = (answer.body.errors as { path: string }[]).map((one) => one.path);
    expect([answer.status, paths.includes(path), more]).toEqual([422, true, more]);
  }
  expect(peer.asked).toHaveLength(before);
});

test("SEC-OUT-01, SEC-OUT-03: an address that must not be called is refused, and nothing is called", async () => {
  const { token, platformCode } = await invite();
  const port = new URL(peer.url).port;
  const before = peer.asked.length;
  for (const url of [
    "https://10.0.0.1/versions",
    "http://169.254.169.254/latest/meta-data",
    `http://localhost:${port}/versions`,
    `http://[::1]:${port}/versions`,
    `http://127.0.0.2:${port}/versions`,
    `http://user:password@127.0.0.1:${port}/versions`,
    "http://partner.example/versions",
  ]) {
    const answer = await ask("POST", "/api/v1/credentials", given(platformCode, { url }), bearer(token));
    expect([url, answer.status, answer.body.code]).toEqual([
      url,
      422,
      expect.stringMatching(/^(address-forbidden|peer-unreachable)$/),
    ]);
  }
  expect(peer.asked).toHaveLength(before);
  peer.versions = { items: [{ version: "1", url: "http://169.254.169.254/versions/1" }] };
  const detour = await ask("POST", "/api/v1/credentials", given(platformCode), bearer(token));
  peer.versions = null;
  expect(detour.body.code).toBe("address-forbidden");
});

test("SEC-AUD-01: every act on a platform is in the audit log, without a secret", {
  timeout: SLOW,
}, async () => {
  const { partyId, platformCode, token, a } = await register();
  await ask("PUT", "/api/v1/credentials", given(platformCode, { token: "wrong-token" }), bearer(token));
  await ask("PUT", "/api/v1/credentials", given(platformCode), bearer(token));
  await act(partyId, "suspend");
  await act(partyId, "restore");
  await ask("DELETE", "/api/v1/credentials", undefined, bearer(token));
  const auditor = await people.invited("auditAdministrator");
  const log = await ask("GET", `/api/v1/audit?object=party:${partyId}`, undefined, auditor.headers);
  const entries = log.body.items as { act: string; result: string; reason: string; actor: string }[];
  expect(entries.reverse().map(({ act, result, reason }) => `${act} ${result} ${reason}`.trim())).toEqual([
    `party.invite done ${platformCode}`,
    "party.register done",
    "party.renew failed peer-unreachable",
    "party.renew done",
    "party.suspend done 核查",
    "party.restore done 核查",
    "party.leave done",
  ]);
  expect(entries[1]?.actor).toBe(`party:${partyId}`);
  for (const secret of [a, token, peer.token]) expect(JSON.stringify(log.body)).not.toContain(secret);
});

test("EF-N.3: two hubs connect with each other: each reads the other's /versions with a key that it got", {
  timeout: SLOW,
}, async () => {
  const city = await openTestHub({ platformCode: "CITY01", platformName: "示例城市平台" });
  const { token, platformCode } = await invite({ platformCode: "CITY01" });
  const mine = { token: city.key, url: `${city.hub.httpUrl}/versions`, platformCode, name: "示例城市平台" };
  const done = await ask("POST", "/api/v1/credentials", mine, bearer(token));
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  await city.end();
});
