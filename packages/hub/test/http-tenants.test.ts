import { afterAll, beforeAll, expect, test } from "vitest";
import { alarm, openTestHub, operator, putPlace, type TestHub, unit } from "./http-fixture.ts";
import { enrolAt, openPeople, type People } from "./http-people.ts";

const SLOW = 90_000;
const PATH = "/api/v1/tenants";
const ONE = `${PATH}/{id}`;

let hub: TestHub;
let people: People;
type Headers = Record<string, string>;
/** The hub's own. */ let system: Headers;
/** Of the tenant `other`. */ let otherSecurity: Headers;
let otherSystem: Headers;
let otherKey: Headers;
let other = "";

const create = (body: object, headers: Headers = system) => people.ask("POST", PATH, body, headers);
const patch = async (id: string, body: object, headers: Headers = system, tag?: string) => {
  const read = await people.ask("GET", `${PATH}/${id}`, undefined, headers, ONE);
  const ifMatch = tag ?? read.headers.get("etag") ?? '"1"';
  return people.ask("PATCH", `${PATH}/${id}`, body, { ...headers, "if-match": ifMatch }, ONE);
};
/** Invites somebody of the other tenant and signs them in. */
const invitedThere = async (role: string): Promise<Headers> => {
  const draft = { account: `there-${role.toLowerCase()}`, name: "示例", grant: { role } };
  const made = await people.ask("POST", "/api/v1/users", draft, otherSecurity);
  const password = "a long enough sentence";
  const step = await people.ask("POST", "/api/v1/session/invitation", { code: made.body.code, password });
  return enrolAt(people.ask, step.body.ticket);
};

beforeAll(async () => {
  hub = await openTestHub();
  await putPlace(hub);
  people = await openPeople(() => hub);
  system = (await people.invited("systemAdministrator")).headers;
  const made = await create({ name: "街道乙平台", platformCode: "JJLY02" });
  other = (made.body.tenant as { id: string }).id;
  const draft = { account: "there-first", name: "乙管理员", password: "a long enough sentence", code: made.body.code };
  otherSecurity = await enrolAt(people.ask, (await people.ask("POST", "/api/v1/setup", draft)).body.ticket);
  otherSystem = await invitedThere("systemAdministrator");
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const scopes = ["records:read", "records:write", "alarms:read", "alarms:write", "events:read"];
  const key = await people.ask("POST", "/api/v1/api-keys", { name: "乙", scopes, expiresAt }, otherSecurity);
  otherKey = { authorization: `Bearer ${key.body.secret}` };
}, SLOW);
afterAll(() => hub?.end());

test("SEC-AZ-01: a tenant is made with a code for its first administrator, and starts empty", {
  timeout: SLOW,
}, async () => {
  const list = await people.ask("GET", PATH, undefined, system);
  expect((list.body.items as { platformCode: string }[]).map(({ platformCode }) => platformCode).sort()).toEqual([
    "JJLY01",
    "JJLY02",
  ]);
  const session = await people.ask("GET", "/api/v1/session", undefined, otherSystem);
  expect(session.body.platformCode).toBe("JJLY02");
  const units = await people.ask("GET", "/api/v1/units", undefined, otherKey);
  expect([units.status, units.body.items]).toEqual([200, []]);
  const put = async (plural: string, item: object) =>
    (await people.ask("POST", `/api/v1/${plural}`, { items: [item] }, otherKey)).status;
  expect(await put("operators", operator)).toBe(200);
  expect(await put("units", { ...unit, name: "乙单位", platformCode: "JJLY02" })).toBe(200);
  expect(
    (await people.ask("GET", "/api/v1/units/unit-0001", undefined, otherKey, "/api/v1/units/{id}")).body.name,
  ).toBe("乙单位");
  expect(await (await hub.call("GET", "/api/v1/units/unit-0001")).json()).toMatchObject({ name: unit.name });
});

test("SEC-AZ-02: administrators of another tenant see and change their own alone", { timeout: SLOW }, async () => {
  const list = await people.ask("GET", PATH, undefined, otherSystem);
  expect((list.body.items as { id: string }[]).map(({ id }) => id)).toEqual([other]);
  for (const id of ["main", "nobody"]) {
    expect((await people.ask("GET", `${PATH}/${id}`, undefined, otherSystem, ONE)).status).toBe(404);
    expect((await patch(id, { name: "改名" }, otherSystem)).status).toBe(404);
    const code = await people.ask("POST", `${PATH}/${id}/setup-code`, undefined, otherSystem, `${ONE}/setup-code`);
    expect(code.status).toBe(404);
  }
  expect((await create({ name: "丙", platformCode: "JJLY03" }, otherSystem)).status).toBe(403);
  expect((await patch(other, { state: "suspended" }, otherSystem)).status).toBe(403);
  const named = await patch(other, { name: "乙平台", leastTrust: "T1" }, otherSystem);
  expect(named.body).toMatchObject({ name: "乙平台", leastTrust: "T1", state: "active", platformCode: "JJLY02" });
  expect((await people.ask("GET", PATH, undefined, otherKey)).status).toBe(403);
  expect((await people.ask("GET", PATH, undefined, otherSecurity)).status).toBe(403);
  expect((await people.ask("GET", `${PATH}/${other}`, undefined, otherSecurity, ONE)).status).toBe(200);
});

test("SEC-API-05: a code that is taken, a wrong body, a version that was not read are refused", {
  timeout: SLOW,
}, async () => {
  for (const platformCode of ["JJLY01", "JJLY02"])
    expect((await create({ name: "丁", platformCode })).body.code).toBe("already-exists");
  for (const body of [{}, { name: "丁" }, { name: " ", platformCode: "JJLY09" }, { name: "丁", platformCode: "small" }])
    expect((await create(body)).status).toBe(422);
  for (const body of [{}, { state: "gone" }, { leastTrust: "T9" }, { platformCode: "JJLY09" }])
    expect((await patch(other, body)).status).toBe(422);
  expect((await patch(other, { name: "x" }, system, '"99"')).status).toBe(412);
  expect((await people.ask("PATCH", `${PATH}/${other}`, { name: "x" }, system, ONE)).status).toBe(428);
  expect((await patch("main", { state: "suspended" })).status).toBe(422);
  expect((await patch("main", { name: "x" })).status).toBe(422);
  const over = await people.ask("POST", `${PATH}/${other}/setup-code`, undefined, system, `${ONE}/setup-code`);
  expect([over.status, over.body.code]).toEqual([409, "setup-over"]);
});

test("SEC-USR-01: a code is good once and for a tenant that nobody has set up; another can be issued", {
  timeout: SLOW,
}, async () => {
  const made = await create({ name: "戊平台", platformCode: "JJLY05" });
  const id = (made.body.tenant as { id: string }).id;
  const again = await people.ask("POST", `${PATH}/${id}/setup-code`, undefined, system, `${ONE}/setup-code`);
  expect(again.status).toBe(200);
  expect(again.body.code).not.toBe(made.body.code);
  const draft = { account: "wu-first", name: "戊", password: "a long enough sentence" };
  expect((await people.ask("POST", "/api/v1/setup", { ...draft, code: again.body.code })).status).toBe(200);
  for (const code of [again.body.code, made.body.code]) {
    const late = await people.ask("POST", "/api/v1/setup", { ...draft, account: "wu-second", code });
    expect(late.status, JSON.stringify(late.body)).toBe(409);
  }
});

test("SEC-DEV-02: a suspended tenant's people and machines are refused, its alarms are taken, and it comes back", {
  timeout: SLOW,
}, async () => {
  const event = await fetch(`${hub.hub.httpUrl}/api/v1/events`, { headers: otherKey });
  expect(event.status).toBe(200);
  expect((await patch(other, { state: "suspended" })).status).toBe(200);
  for (const headers of [otherKey, otherSystem, otherSecurity])
    for (const path of ["/api/v1/units", "/api/v1/session", PATH])
      expect((await people.ask("GET", path, undefined, headers)).status).toBe(403);
  expect((await people.ask("POST", "/api/v1/units", { items: [unit] }, otherKey)).status).toBe(403);
  const taken = await people.ask("POST", "/api/v1/alarms", { items: [{ ...alarm, platformCode: "JJLY02" }] }, otherKey);
  expect([200, 202]).toContain(taken.status);
  // The stream asks again at its next beat, and ends.
  for await (const _ of event.body ?? []);
  expect((await people.ask("GET", "/api/v1/units", undefined, system)).status).toBe(200);
  expect((await patch(other, { state: "active" })).status).toBe(200);
  const units = await people.ask("GET", "/api/v1/units", undefined, otherKey);
  expect((units.body.items as unknown[]).length).toBe(1);
});

test("acts on a tenant are in its own audit log and in the hub's; a restart keeps all of it", {
  timeout: SLOW,
}, async () => {
  const auditor = (await people.invited("auditAdministrator")).headers;
  const acts = async (): Promise<readonly string[]> => {
    const log = await people.ask("GET", `/api/v1/audit?object=tenant:${other}&limit=50`, undefined, auditor);
    return (log.body.items as { act: string }[]).map(({ act }) => act);
  };
  expect(await acts()).toEqual(expect.arrayContaining(["tenant.create", "tenant.change"]));
  const there = await invitedThere("auditAdministrator");
  const own = await people.ask("GET", `/api/v1/audit?object=tenant:${other}&limit=50`, undefined, there);
  expect((own.body.items as { act: string }[]).map(({ act }) => act)).toEqual(
    expect.arrayContaining(["tenant.create", "tenant.change"]),
  );
  hub = await hub.restart({ platformName: "新名称" });
  const home = await people.ask("GET", `${PATH}/main`, undefined, system, ONE);
  expect(home.body).toMatchObject({ name: "新名称", platformCode: "JJLY01", state: "active" });
  expect((await people.ask("GET", `${PATH}/${other}`, undefined, system, ONE)).body).toMatchObject({
    leastTrust: "T1",
  });
});
