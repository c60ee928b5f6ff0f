import { afterAll, beforeAll, expect, test } from "vitest";
import { EVERYTHING, openPlatform, type Platform, READ_AND_WRITE } from "./connected-hubs.ts";
import { alarm, component, device, operator, unit, until } from "./http-fixture.ts";
import { type Answer, enrolAt } from "./http-people.ts";

const SLOW = 180_000;
const PASSWORD = "a long enough sentence";
const ends: (() => Promise<void>)[] = [];
let city: Platform;
let senders: readonly Platform[];
/** The administrator of each sender's organisation at the city. */ const theirs = new Map<
  string,
  Record<string, string>
>();

/** The same ids at both: what keeps them apart is whose they are. */
const fill = async ({ hub, code }: Platform): Promise<void> => {
  const items = [
    ["operators", { ...operator, name: `运维 ${code}` }],
    ["units", { ...unit, name: `单位 ${code}`, platformCode: code }],
    ["devices", { ...device, name: `设备 ${code}`, platformCode: code }],
    ["components", { ...component, name: `部件 ${code}` }],
    ["alarms", { ...alarm, description: `告警 ${code}`, platformCode: code }],
  ] as const;
  for (const [plural, item] of items) {
    const answer = await hub.call("POST", `/api/v1/${plural}`, { items: [item] });
    expect(answer.status, await answer.text()).toBe(200);
  }
};
const sendersSeenBy = async (headers: Record<string, string>): Promise<readonly Answer["body"][]> =>
  (await city.people.ask("GET", "/api/v1/senders", undefined, headers)).body.items as readonly Answer["body"][];
const system = async (): Promise<readonly Answer["body"][]> =>
  (await city.system("GET", "/api/v1/senders")).body.items as readonly Answer["body"][];

beforeAll(async () => {
  city = await openPlatform(ends, "CITY0001");
  senders = [await openPlatform(ends, "ALPHA01"), await openPlatform(ends, "BRAVO01")];
  for (const sender of senders) {
    const { code } = sender;
    const made = await city.system("POST", "/api/v1/tenants", { name: `平台 ${code}`, platformCode: code });
    const draft = { account: `admin-${code.toLowerCase()}`, name: "示例", password: PASSWORD, code: made.body.code };
    const headers = await enrolAt(city.people.ask, (await city.people.ask("POST", "/api/v1/setup", draft)).body.ticket);
    theirs.set(code, headers);
    const invitation = { name: `平台 ${code}`, platformCode: code, scopes: READ_AND_WRITE };
    const { token, versionsUrl } = (await city.people.ask("POST", "/api/v1/parties", invitation, headers)).body;
    const exchange = { push: { kinds: EVERYTHING, periodSeconds: 1 } };
    const joined = await sender.ask("POST", "/api/v1/party-connections", {
      ...{ versionsUrl, token, scopes: ["records:read"], exchange },
    });
    expect(joined.status, JSON.stringify(joined.body)).toBe(201);
    await fill(sender);
  }
}, SLOW);
afterAll(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

test("EF-N.4, SEC-AZ-01: a city's hub takes shares of many platforms and keeps apart what has the same ids", {
  timeout: SLOW,
}, async () => {
  for (const sender of senders) expect(await sender.settled()).toMatchObject({ refused: 0, lastError: null });
  for (const { code } of senders) {
    const headers = theirs.get(code) ?? {};
    const scopes = ["records:read", "alarms:read"];
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const key = await city.people.ask("POST", "/api/v1/api-keys", { name: "读", scopes, expiresAt }, headers);
    const reader = { authorization: `Bearer ${String(key.body.secret)}` };
    for (const [path, member, value] of [
      ["units/unit-0001", "name", `单位 ${code}`],
      ["devices/dev-889", "name", `设备 ${code}`],
      ["components/dev-889:1", "name", `部件 ${code}`],
      ["alarms/al-1", "description", `告警 ${code}`],
    ] as const) {
      const [plural] = path.split("/");
      const read = await city.people.ask("GET", `/api/v1/${path}`, undefined, reader, `/api/v1/${plural}/{id}`);
      expect([path, read.body[member]]).toEqual([path, value]);
    }
    const list = await city.people.ask("GET", "/api/v1/units", undefined, reader);
    expect(list.body.items).toHaveLength(1);
  }
  // The city's own has none of it.
  expect(((await (await city.hub.call("GET", "/api/v1/units")).json()) as { items: unknown[] }).items).toEqual([]);
});

test("EF-N.5: the city sees who shares, how much of each kind, when it last came and through which platform", {
  timeout: SLOW,
}, async () => {
  for (const sender of senders) await sender.settled();
  const all = await until(system, (items) => items.length === 3);
  for (const { code } of senders) {
    const one = all.find(({ platformCode }) => platformCode === code);
    expect(one).toMatchObject({
      name: `平台 ${code}`,
      state: "active",
      parties: [{ platformCode: code, state: "connected" }],
    });
    const counts = (one?.kinds as { kind: string; count: number; lastChangedAt: string | null }[]) ?? [];
    expect(counts.map(({ kind, count }) => `${kind} ${count}`)).toEqual(EVERYTHING.map((kind) => `${kind} 1`));
    expect(counts.every(({ lastChangedAt }) => lastChangedAt !== null)).toBe(true);
    expect(one?.ageSeconds).toBeLessThan(180);
    expect(Date.parse(String(one?.heardAt))).toBeGreaterThan(Date.now() - 180_000);
  }
  expect(all.find(({ platformCode }) => platformCode === "CITY0001")).toMatchObject({
    lastChangedAt: null,
    parties: [],
  });
  // A change and an end are seen: the newest time moves, the count goes down.
  const [alpha] = senders as [Platform];
  const before = all.find(({ platformCode }) => platformCode === "ALPHA01");
  await alpha.hub.call("DELETE", "/api/v1/components/dev-889:1");
  const after = await until(
    async () => (await system()).find(({ platformCode }) => platformCode === "ALPHA01"),
    (one) => (one?.kinds as { count: number }[] | undefined)?.[3]?.count === 0,
    20_000,
  );
  expect(String(after?.lastChangedAt) > String(before?.lastChangedAt)).toBe(true);
});

test("SEC-AZ-01, SEC-AZ-05: a sender's people see their own alone, a platform and a narrow key nothing of others", {
  timeout: SLOW,
}, async () => {
  for (const { code } of senders) {
    const headers = theirs.get(code) ?? {};
    expect((await sendersSeenBy(headers)).map(({ platformCode }) => platformCode)).toEqual([code]);
  }
  const ownKey = { authorization: `Bearer ${city.hub.key}` };
  expect((await sendersSeenBy(ownKey)).map(({ platformCode }) => platformCode)).toEqual(["CITY0001"]);
  const guide = await city.people.invited("operatorUser");
  expect((await city.people.ask("GET", "/api/v1/senders", undefined, guide.headers)).status).toBe(403);
  const bare = await city.people.ask("GET", "/api/v1/senders", undefined, {});
  expect(bare.status).toBe(401);
  for (const query of ["limit=0", "limit=501", "cursor=%00", "state=active"])
    expect((await city.system("GET", `/api/v1/senders?${query}`, undefined, "/api/v1/senders")).status, query).toBe(
      422,
    );
  const page = await city.system("GET", "/api/v1/senders?limit=2", undefined, "/api/v1/senders");
  expect(page.body.items).toHaveLength(2);
  expect(page.body.next).not.toBe(null);
});
