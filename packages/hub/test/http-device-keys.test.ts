import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, type DoorCall, openDoorCall } from "./door-call.ts";
import { device, operator, unit } from "./http-fixture.ts";

let door: DoorCall;
let administrator: string;
const put = async (plural: string, ...items: readonly object[]): Promise<void> => {
  const { body } = await door.call("POST", `/api/v1/${plural}`, { items });
  expect(JSON.stringify(body)).not.toContain("refused");
};
beforeAll(async () => {
  door = await openDoorCall();
  administrator = await door.door.addKey({ role: "systemAdministrator" });
  await put("operators", operator);
  await put("units", unit, { ...unit, id: "unit-2" });
  await put("devices", device, { ...device, id: "dev-2", unitId: "unit-2" });
}, 20_000);
afterAll(() => door?.end());

const path = (id = device.id): string => `/api/v1/devices/${id}/credentials`;
const ask = (method: string, at: string, body?: unknown, key = administrator): Promise<Answer> =>
  door.call(method, at, body, { key });
const issue = async (id?: string): Promise<{ readonly id: string; readonly secret: string }> => {
  const { status, body } = await ask("POST", path(id));
  expect(status).toBe(201);
  return { id: body.credential.id, secret: body.secret };
};
/** 200 or 422 while it works. */
const use = (secret: string): Promise<number> =>
  ask("POST", "/api/v1/uplink/frames", { items: [] }, secret).then(({ status }) => status);
const enrol = (body: object): Promise<Answer> => ask("POST", "/api/v1/uplink/enrolment", body, "");

test("SEC-DEV-15: a new key works beside the old one, each until it is revoked, and each is shown once", async () => {
  const [old, next] = [await issue(), await issue()];
  expect(old.secret).toMatch(/^dd_[A-Za-z0-9_-]{43}$/);
  expect([await use(old.secret), await use(next.secret)]).toEqual([422, 422]);
  const listed = await ask("GET", path());
  expect(listed.body.items.map(({ id }: { id: string }) => id).sort()).toEqual([old.id, next.id].sort());
  expect(JSON.stringify(listed.body)).not.toContain(old.secret.slice(3));
  expect(listed.body.items[0]).toMatchObject({ kind: "key", trust: "T2", revokedAt: null, expiresAt: null });
  expect((await ask("DELETE", `${path()}/${old.id}`)).status).toBe(204);
  expect([await use(old.secret), await use(next.secret)]).toEqual([401, 422]);
  const after = (await ask("GET", path())).body.items;
  expect(after.find(({ id }: { id: string }) => id === old.id).revokedAt).not.toBe(null);
  const auditor = await door.door.addKey({ role: "auditAdministrator" });
  const audit = await ask("GET", `/api/v1/audit?object=device:${device.id}`, undefined, auditor);
  const acts = audit.body.items.map(({ act }: { act: string }) => act);
  expect(acts).toEqual(["deviceKey.revoke", "deviceKey.issue", "deviceKey.issue"]);
});

test("SEC-DEV-16: an enrolment secret makes one key of its device, once", async () => {
  const invited = await ask("POST", "/api/v1/devices/dev-2/enrolments");
  expect(invited.status).toBe(201);
  const { secret, expiresAt, deviceId } = invited.body;
  expect(deviceId).toBe("dev-2");
  const hours = (Date.parse(expiresAt) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(23);
  expect(hours).toBeLessThanOrEqual(24);
  // It is no key itself.
  expect(await use(secret)).toBe(401);
  const both = await Promise.all([enrol({ secret }), enrol({ secret })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
  const made = both.find(({ status }) => status === 201)?.body;
  expect(await use(made.secret)).toBe(422);
  expect((await ask("GET", path("dev-2"))).body.items).toMatchObject([{ id: made.credential.id }]);
  expect((await enrol({ secret })).status).toBe(401);
});

test("five keys work at most; revoked ones are listed, the oldest go", async () => {
  for (let n = 0; n < 30; n += 1) {
    const { id } = await issue("dev-2");
    expect((await ask("DELETE", `${path("dev-2")}/${id}`)).status).toBe(204);
  }
  for (let n = 1; n < 5; n += 1) await issue("dev-2");
  const full = await ask("POST", path("dev-2"));
  expect([full.status, full.body.code]).toEqual([409, "in-use"]);
  expect((await ask("GET", path("dev-2"))).body.items).toHaveLength(20);
});

test("what is foreign, gone or not allowed is refused", async () => {
  const scoped = await door.door.addKey({ role: "operatorUser", scope: { units: ["unit-2"] } });
  const { id, secret } = await issue();
  const refused: readonly (readonly [Promise<Answer>, number])[] = [
    [ask("POST", path("nobody")), 404],
    [ask("GET", path("a%20b")), 404],
    [ask("GET", path(), undefined, scoped), 404],
    [ask("POST", path(), undefined, scoped), 404],
    [ask("DELETE", `${path()}/${id}`, undefined, scoped), 404],
    [ask("DELETE", `${path("dev-2")}/${id}`), 404],
    [ask("DELETE", `${path()}/key-1`), 404],
    [ask("POST", `/api/v1/devices/${device.id}/enrolments`, undefined, scoped), 404],
    [ask("POST", path(), undefined, await door.door.addKey({ role: "unitUser" })), 403],
    [ask("POST", path(), undefined, ""), 401],
    [enrol({ secret: "de_wrong-wrong-wrong" }), 401],
    [enrol({ secret: "short" }), 422],
    [enrol({}), 422],
    // A key is for what devices do, and for nothing else.
    [ask("GET", "/api/v1/devices", undefined, secret), 403],
    [ask("GET", path(), undefined, secret), 403],
    [ask("POST", "/api/v1/uplink/frames", { items: [] }, administrator), 403],
  ];
  for (const [n, [answer, status]] of refused.entries()) expect((await answer).status, String(n)).toBe(status);
});
