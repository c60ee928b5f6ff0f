import type { Instant } from "@dianan/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Caller } from "../src/ports/caller.ts";
import { openDoorCall } from "./door-call.ts";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { openPeople, type People } from "./http-people.ts";

const SLOW = 60_000;
const PATH = "/api/v1/security-policy";
const rules = {
  policy: "default",
  idleMinutes: 30,
  administratorIdleMinutes: 15,
  absoluteHours: 12,
  adminAddresses: [] as readonly string[],
  unusedDays: 90,
};

let hub: TestHub;
let people: People;
beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(hub);
}, SLOW);
afterAll(() => hub?.end());

const get = () => people.ask("GET", PATH, undefined, people.security.headers);
const put = async (body: object, ifMatch?: string) => {
  const tag = ifMatch ?? (await get()).headers.get("etag") ?? "";
  const headers: Record<string, string> = { ...people.security.headers, "if-match": tag };
  return people.ask("PUT", PATH, body, headers);
};
const pathOf = ({ body }: { body: { readonly [member: string]: unknown } }): readonly string[] =>
  (body.errors as { path: string }[]).map(({ path }) => path);

test("SEC-USR-06: the rules are those of the requirement until somebody sets others, at the version that was read", async () => {
  const first = await get();
  expect([first.body, first.headers.get("etag")]).toEqual([rules, '"0"']);
  const changed = await put({ ...rules, idleMinutes: 20 });
  expect(changed.body).toEqual({ ...rules, idleMinutes: 20, version: 1 });
  expect((await put(rules, '"0"')).status).toBe(412);
  expect((await people.ask("PUT", PATH, rules, people.security.headers)).status).toBe(428);
  expect((await put(rules)).body).toEqual({ ...rules, version: 2 });
});

test.each([
  [{ ...rules, policy: "none" }, ["/policy"]],
  [{ ...rules, idleMinutes: 0 }, ["/idleMinutes"]],
  [{ ...rules, administratorIdleMinutes: 1441 }, ["/administratorIdleMinutes"]],
  [{ ...rules, absoluteHours: 25 }, ["/absoluteHours"]],
  [{ ...rules, unusedDays: 1.5 }, ["/unusedDays"]],
  [{ ...rules, adminAddresses: ["127.0.0.1", "10.0.0.0/33"] }, ["/adminAddresses/1"]],
  [{ ...rules, adminAddresses: ["localhost"] }, ["/adminAddresses/0"]],
  [{ ...rules, adminAddresses: ["10.0.0.0/8"] }, ["/adminAddresses"]],
  [
    { policy: "default" },
    ["/idleMinutes", "/administratorIdleMinutes", "/absoluteHours", "/adminAddresses", "/unusedDays"],
  ],
])(
  "SEC-API-05, SEC-USR-10: rules that do not fit, or would lock their maker out, are refused: %#",
  async (body, wanted) => {
    const refused = await put(body);
    expect([refused.status, [...pathOf(refused)].sort()]).toEqual([422, [...wanted].sort()]);
  },
);

test("SEC-USR-10: administrators come only from their ranges, others from anywhere", { timeout: SLOW }, async () => {
  const officer = await people.invited("dutyOfficer");
  expect((await put({ ...rules, adminAddresses: ["127.0.0.0/8", "::1"] })).status).toBe(200);
  expect((await get()).status).toBe(200);
  expect((await people.ask("GET", "/api/v1/alarms", undefined, officer.headers)).status).toBe(200);
  expect((await put(rules)).status).toBe(200);
});

test("SEC-USR-02: mlps3 asks for three kinds of characters from then on", { timeout: SLOW }, async () => {
  const made = await people.ask(
    "POST",
    "/api/v1/users",
    { account: "mlps-chen", name: "示例", grant: { role: "dutyOfficer" } },
    people.security.headers,
  );
  const { code } = made.body as { code: string };
  expect((await put({ ...rules, policy: "mlps3" })).status).toBe(200);
  const weak = await people.ask("POST", "/api/v1/session/invitation", { code, password: "a long enough sentence" });
  expect([weak.status, weak.body.code]).toEqual([422, "password-rejected"]);
  const strong = await people.ask("POST", "/api/v1/session/invitation", { code, password: "A long enough sentence 7" });
  expect(strong.status).toBe(200);
  const me = await people.ask("GET", "/api/v1/me", undefined, people.security.headers);
  expect(me.body.passwordExpiresAt).toEqual(expect.any(String));
  expect((await put(rules)).status).toBe(200);
});

test("SEC-AZ-05: others read or do nothing of it", { timeout: SLOW }, async () => {
  const system = await people.invited("systemAdministrator");
  expect((await people.ask("GET", PATH, undefined, system.headers)).status).toBe(200);
  expect((await people.ask("PUT", PATH, rules, { ...system.headers, "if-match": "*" })).status).toBe(403);
  const guide = await people.invited("departmentGuide");
  expect((await people.ask("GET", PATH, undefined, guide.headers)).status).toBe(403);
  expect((await people.ask("GET", PATH)).status).toBe(401);
  expect((await hub.call("GET", PATH)).status).toBe(403);
});

test("SEC-USR-10: an administrator from elsewhere is a 403 at every operation, whatever the credential", async () => {
  const door = await openDoorCall();
  try {
    const { access, tenant } = door.deps;
    const who = { tenant, actor: "account:a", role: "securityAdministrator" } as Caller;
    const administrator = await door.door.addKey({ role: "systemAdministrator" });
    expect((await door.call("GET", PATH, undefined, { key: administrator })).status).toBe(200);
    const at = { now: 1 as Instant, source: "10.0.0.1", requestId: "r" };
    const set = await access.security.put(who, 0, { ...rules, policy: "default", adminAddresses: ["10.0.0.1"] }, at);
    expect(set).toMatchObject({ version: 1 });
    for (const path of [PATH, "/api/v1/units", "/api/v1/vendors/nobody"])
      expect((await door.call("GET", path, undefined, { key: administrator })).body.code, path).toBe("forbidden");
    expect((await door.call("GET", "/api/v1/units")).status).toBe(200);
  } finally {
    await door.end();
  }
});
