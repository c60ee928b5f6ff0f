import { afterAll, beforeAll, expect, test } from "vitest";
import { asked, type CommandDesk, heartbeat, openDesk } from "./command-fixture.ts";
import { deviceBody, registerDevice } from "./registry.ts";

let desk: CommandDesk;
beforeAll(async () => {
  desk = await openDesk([1, 2, 3, 4]);
}, 30_000);
afterAll(() => desk?.end());

const allowed = { isT0Allowed: true, authorisation: "晋安监〔2026〕12 号", needsSecondPerson: true };
const reset = { action: "reset", confirmName: "单位" };

test("SEC-DEV-14: a T0 device is not told to do anything before the organisation has allowed it in writing", async () => {
  const refused = await desk.send("d1", reset);
  expect([refused.status, refused.body.code]).toEqual([422, "trust-too-low"]);
  for (const action of ["read", "syncClock", "dutyCheck"])
    expect((await desk.send("d1", { action, expiresInSeconds: 1 })).status, action).toBe(202);
  const now = await desk.ask(desk.officer.headers, "GET", "/api/v1/command-policy");
  expect(now.body).toEqual({ isT0Allowed: false, authorisation: null, needsSecondPerson: true });
});

test("SEC-DEV-14: only the security administrator allows it, naming the written word; it is audited", async () => {
  const put = (who: Record<string, string>, body: unknown, headers = {}) =>
    desk.ask({ ...who, ...headers }, "PUT", "/api/v1/command-policy", body);
  const key = { authorization: `Bearer ${desk.hub().key}` };
  for (const who of [desk.officer.headers, key]) expect((await put(who, allowed)).status).toBe(403);
  expect((await put({}, allowed)).status).toBe(401);
  const security = desk.people.security.headers;
  expect((await put(security, { ...allowed, authorisation: null })).body).toMatchObject({
    code: "invalid",
    errors: [{ path: "/authorisation" }],
  });
  for (const bad of [{}, { ...allowed, authorisation: "  " }, { ...allowed, more: 1 }, { ...allowed, isT0Allowed: 1 }])
    expect((await put(security, bad)).status).toBe(422);
  const first = await desk.allow(allowed);
  expect([first.status, first.body]).toEqual([200, { ...allowed, version: 1 }]);
  expect((await put(security, allowed)).status).toBe(428);
  expect((await put(security, allowed, { "if-match": '"9"' })).status).toBe(412);
  const auditor = await desk.people.invited("auditAdministrator");
  const log = await desk.ask(auditor.headers, "GET", "/api/v1/audit?act=commandPolicy.put", undefined, "/api/v1/audit");
  expect(log.body.items).toMatchObject([
    { actor: `account:${desk.people.security.id}`, reason: expect.stringContaining("晋安监〔2026〕12 号") },
  ]);
});

test("SEC-DEV-14: a dangerous command wants the unit's name typed and a second person, before it is sent", async () => {
  const { heard, onAsked } = asked(() => "confirm");
  await desk.device(2, { onAsked }).send(heartbeat);
  for (const confirmName of [undefined, "别的单位"])
    expect((await desk.send("d2", { action: "reset", confirmName })).body.code).toBe("name-not-typed");
  const { body } = await desk.send("d2", reset);
  expect(body.state).toBe("awaitingApproval");
  expect((await desk.approve(body.id, desk.officer.headers)).body.code).toBe("same-person");
  const key = { authorization: `Bearer ${desk.hub().key}` };
  expect((await desk.approve(body.id, key)).status).toBe(403);
  expect((await desk.approve(body.id, {})).status).toBe(401);
  const auditor = await desk.people.invited("auditAdministrator");
  expect((await desk.approve(body.id, auditor.headers)).status).toBe(403);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(heard).toEqual([]);
  expect(await desk.get(body.id)).toMatchObject({ state: "awaitingApproval", approvedBy: null });
  const approved = await desk.approve(body.id, desk.second.headers);
  expect(approved.body).toMatchObject({ approvedBy: { kind: "person", id: desk.second.id } });
  expect((await desk.settled(body.id)).state).toBe("done");
  expect(heard).toEqual(["initialise"]);
  expect((await desk.approve(body.id, desk.second.headers)).body.code).toBe("wrong-state");
  expect((await desk.cancel(body.id, desk.officer.headers)).body.code).toBe("wrong-state");
  expect(await desk.acts(body.id)).toEqual(["command.ask", "command.approve", "command.send", "command.end"]);
}, 30_000);

test("SEC-DEV-14: when the organisation takes its word back, what waits is not sent", async () => {
  expect((await desk.allow({ ...allowed, needsSecondPerson: false })).status).toBe(200);
  const { body } = await desk.send("d3", reset);
  expect(body.state).toBe("queued");
  expect((await desk.allow({ isT0Allowed: false, authorisation: null, needsSecondPerson: true })).status).toBe(200);
  const { heard, onAsked } = asked(() => "confirm");
  await desk.device(3, { onAsked }).send(heartbeat);
  const ended = await desk.settled(body.id);
  expect(ended).toMatchObject({ state: "cancelled", sentAt: null, result: expect.stringContaining("不再允许") });
  expect(heard).toEqual([]);
}, 30_000);

test("what a protocol cannot do is refused with what it can do", async () => {
  for (const action of [
    "mute",
    "selfTest",
    "setThreshold",
    "openBreaker",
    "closeBreaker",
    "startCharge",
    "stopCharge",
  ]) {
    const { status, body } = await desk.send("d1", { action });
    expect([status, body.code], action).toEqual([422, "not-supported"]);
    expect(body.detail).toContain("read, syncClock, dutyCheck, reset");
  }
  // A protocol without a driver.
  await registerDevice(desk.hub(), deviceBody("pile-1", "12", { protocol: "acme-9" }));
  const pile = await desk.send("pile-1", { action: "read" });
  expect(pile.body).toMatchObject({ code: "not-supported", detail: expect.stringContaining("gb26875") });
});

test("SEC-API-05: a command that is not as the document has it is refused, with the place that is wrong", async () => {
  const wrong: readonly (readonly [object, string])[] = [
    [{ action: "explode" }, "/action"],
    [{ action: "read", reason: "  " }, "/reason"],
    [{ action: "read", reason: undefined }, "/reason"],
    [{ action: "read", expiresInSeconds: 0 }, "/expiresInSeconds"],
    [{ action: "read", expiresInSeconds: 604_801 }, "/expiresInSeconds"],
    [{ action: "read", more: 1 }, "/more"],
    [{ action: "read", componentId: "nobody" }, "/componentId"],
    [{ action: "read", parameters: { what: "secrets" } }, "/parameters/what"],
    [{ action: "read", parameters: { what: "values" } }, "/parameters/what"],
    [{ action: "read", parameters: { what: "operations" } }, "/parameters/fromTime"],
    [{ action: "read", parameters: { what: "operations", records: 103 } }, "/parameters/records"],
    [{ action: "read", parameters: { systemType: 256, systemAddress: 1 } }, "/parameters/systemType"],
    [{ action: "read", parameters: { systemType: 1 } }, "/parameters/systemAddress"],
    [{ action: "read", parameters: { colour: "red" } }, "/parameters"],
    [{ action: "syncClock", parameters: { at: 1 } }, "/parameters"],
    [{ action: "dutyCheck", parameters: { timeoutMinutes: 31 } }, "/parameters/timeoutMinutes"],
  ];
  for (const [draft, path] of wrong) {
    const { status, body } = await desk.send("d1", draft);
    expect([status, body.code], JSON.stringify(draft)).toEqual([422, "invalid"]);
    expect((body.errors as readonly { path: string }[])[0]?.path, JSON.stringify(draft)).toBe(path);
  }
});

test("SEC-AZ-02, -03: what is foreign is as if it did not exist; who may only read sends nothing", async () => {
  const mine = await desk.send("d4", { action: "syncClock" });
  const bounded = await desk.people.invited("dutyOfficer", {
    grant: { role: "dutyOfficer", within: { units: ["u9"] } },
  });
  const { headers } = bounded;
  expect((await desk.send("d4", { action: "syncClock" }, headers)).status).toBe(404);
  expect((await desk.send("nobody", { action: "syncClock" })).status).toBe(404);
  for (const id of [mine.body.id, "nobody", "%00", "x".repeat(65)]) {
    const path = `/api/v1/commands/${id}`;
    expect((await desk.ask(headers, "GET", path, undefined, "/api/v1/commands/{id}")).status).toBe(404);
    expect((await desk.cancel(id, headers)).status).toBe(404);
    expect((await desk.approve(id, headers)).status).toBe(404);
  }
  expect((await desk.ask(headers, "GET", "/api/v1/commands")).body.items).toEqual([]);
  const guest = await desk.people.invited("departmentGuide");
  const unitUser = await desk.people.invited("unitUser", { grant: { role: "unitUser", within: { units: ["u1"] } } });
  const reader = await desk.people.key(["commands:read"]);
  for (const who of [guest.headers, unitUser.headers, reader])
    expect((await desk.send("d4", { action: "syncClock" }, who)).status).toBe(403);
  expect((await desk.send("d4", { action: "syncClock" }, {})).status).toBe(401);
  expect(
    (await desk.ask(unitUser.headers, "GET", "/api/v1/commands?deviceId=d4", undefined, "/api/v1/commands")).body.items,
  ).toHaveLength(1);
  expect((await desk.cancel(mine.body.id, reader)).status).toBe(403);
  expect((await desk.cancel(mine.body.id, desk.officer.headers, {})).status).toBe(422);
  expect((await desk.get(mine.body.id)).state).toBe("queued");
}, 30_000);

test("SEC-PII-03: the name of who asked is masked for others; a machine's is not", async () => {
  const key = { authorization: `Bearer ${desk.hub().key}` };
  const { body } = await desk.send("d4", { action: "syncClock" }, key);
  expect(body.askedBy).toMatchObject({ kind: "machine" });
  const path = "/api/v1/commands?deviceId=d4";
  const items = (await desk.ask(desk.second.headers, "GET", path, undefined, "/api/v1/commands")).body.items;
  const names = (items as readonly { askedBy: { kind: string; name: string } }[]).map(({ askedBy }) => askedBy);
  expect(names.find(({ kind }) => kind === "person")?.name).toContain("*");
});

test("at most 20 commands wait for a device; the next is refused until one has ended", async () => {
  const ids: unknown[] = [];
  for (;;) {
    const { status, body } = await desk.send("d1", { action: "syncClock" });
    if (status !== 202) {
      expect([status, body.code]).toEqual([409, "wrong-state"]);
      break;
    }
    ids.push(body.id);
  }
  expect(ids.length).toBeLessThanOrEqual(20);
  expect((await desk.cancel(ids[0], desk.officer.headers)).status).toBe(200);
  expect((await desk.send("d1", { action: "syncClock" })).status).toBe(202);
}, 30_000);
