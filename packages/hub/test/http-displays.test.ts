import { operations as tables } from "@dianan/open-api/tables";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, putPlace, type TestHub, unit } from "./http-fixture.ts";
import { openPeople, type People } from "./http-people.ts";
import { at } from "./http-schema.ts";

let hub: TestHub;
let people: People;
beforeAll(async () => {
  hub = await openTestHub();
  await putPlace(hub);
  const person = { contactName: "示例联系人", contactPhone: "13800000000", dutyPhone: "13900000000" };
  await hub.call("POST", "/api/v1/units", {
    items: [
      { ...unit, ...person },
      { ...unit, ...person, id: "unit-2" },
    ],
  });
  people = await openPeople(() => hub);
}, 60_000);
afterAll(() => hub?.end());

type Made = { readonly display: { readonly id: string }; readonly code: string };
const allow = async (body: object = { name: "值班室大屏" }): Promise<Made> => {
  const made = await people.ask("POST", "/api/v1/displays", body, people.security.headers);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  expect(made.headers.get("location")).toBe(`/api/v1/displays/${(made.body.display as { id: string }).id}`);
  return made.body as unknown as Made;
};
const signIn = async (code: string) => {
  const answer = await people.ask("POST", "/api/v1/session", { code });
  const cookie = answer.headers.get("set-cookie") ?? "";
  return { status: answer.status, cookie, headers: { cookie: cookie.split(";")[0] ?? "" } };
};
const revoke = (id: string, headers = people.security.headers) =>
  people.ask("DELETE", `/api/v1/displays/${id}`, undefined, headers, "/api/v1/displays/{id}");

test("SEC-USR-07: a code works once and binds one browser, with a cookie that scripts cannot read and that stays", async () => {
  const { display, code } = await allow();
  expect((await signIn(`${code.slice(0, -1)}${code.endsWith("2") ? "3" : "2"}`)).status).toBe(401);
  const first = await signIn(code.toLowerCase().replaceAll("-", " "));
  expect(first.status).toBe(204);
  expect(first.cookie).toMatch(/HttpOnly; SameSite=Strict; Path=\/; Max-Age=34560000/);
  expect((await signIn(code)).status).toBe(401);
  const session = await people.ask("GET", "/api/v1/session", undefined, first.headers);
  expect([session.status, session.body.name]).toEqual([200, "值班室大屏"]);
  expect(session.headers.get("set-cookie")).toBe(first.cookie);
  const listed = await people.ask("GET", "/api/v1/displays", undefined, people.security.headers);
  expect(listed.body.items).toMatchObject([
    { id: display.id, grant: { role: "wallDisplay" }, lastSeenAt: expect.any(String) },
  ]);
  await revoke(display.id);
});

test("SEC-USR-07: a display's code opens no account and no setup", async () => {
  const { display, code } = await allow();
  const password = "a long enough sentence";
  const draft = { account: "display-thief", name: "无", password, code };
  expect((await people.ask("POST", "/api/v1/setup", draft)).status).toBe(409);
  expect((await people.ask("POST", "/api/v1/session/invitation", { code, password })).status).toBe(401);
  expect((await signIn(code)).status).toBe(204);
  await revoke(display.id);
});

test("SEC-USR-07: it reads what its row allows, without a personal field, and changes nothing", async () => {
  const { display, code } = await allow();
  const { headers } = await signIn(code);
  for (const path of ["/api/v1/units", "/api/v1/units/unit-0001"]) {
    const { status, body } = await people.ask("GET", path, undefined, headers, path.replace(/unit-0001$/, "{id}"));
    expect(status).toBe(200);
    const text = JSON.stringify(body);
    expect(text).toContain("示例制衣厂");
    expect(text).not.toMatch(/contactName|contactPhone|dutyPhone|示\*|\*\*\*\*|13800000000/);
  }
  expect((await people.ask("GET", "/api/v1/operators", undefined, headers)).status).toBe(403);
  for (const { method, path, roles, schemes } of tables) {
    const mayUse = schemes.length === 0 || (roles as readonly string[]).includes("wallDisplay");
    if (mayUse || schemes.includes("client" as never)) continue;
    const answer = await people.ask(method, at(path), method === "GET" ? undefined : {}, headers, path);
    expect(answer.status, `${method} ${path}`).toBe(403);
  }
  await revoke(display.id);
});

test("SEC-USR-07: the live feed of a display names nobody, and ends when the display is revoked", async () => {
  const { display, code } = await allow();
  const { headers } = await signIn(code);
  const response = await fetch(`${hub.hub.httpUrl}/api/v1/events`, { headers });
  expect(response.status).toBe(200);
  const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const change = { ...unit, id: "unit-2", name: "新名称", contactName: "示例联系人", contactPhone: "13800000000" };
  await hub.call("POST", "/api/v1/units", { items: [change] });
  while (!text.includes("新名称")) text += (await reader.read()).value ?? "";
  expect(text).not.toMatch(/contactName|contactPhone|示\*|13800000000/);
  expect((await revoke(display.id)).status).toBe(204);
  // The beat asks again whether the reader is still allowed.
  for (;;) if ((await reader.read()).done) break;
}, 40_000);

test("SEC-USR-07: revoking ends the session, the code that was not typed, and the display; each act is in the audit log", async () => {
  const used = await allow();
  const { headers } = await signIn(used.code);
  const unused = await allow();
  for (const { display } of [used, unused]) {
    expect((await revoke(display.id)).status).toBe(204);
    expect((await revoke(display.id)).status).toBe(404);
  }
  expect((await people.ask("GET", "/api/v1/units", undefined, headers)).status).toBe(401);
  expect((await signIn(unused.code)).status).toBe(401);
  const auditor = await people.invited("auditAdministrator");
  const log = await people.ask("GET", `/api/v1/audit?object=display:${used.display.id}`, undefined, auditor.headers);
  const acts = (log.body.items as { act: string }[]).map(({ act }) => act);
  expect(acts.sort()).toEqual(["display.create", "display.remove", "session.signIn"]);
}, 40_000);

test("SEC-AZ-05, -09: only the security administrator allows and revokes; a body that does not fit is refused", async () => {
  const { display } = await allow();
  const officer = await people.invited("dutyOfficer");
  expect((await people.ask("GET", "/api/v1/displays", undefined, officer.headers)).status).toBe(403);
  expect((await people.ask("POST", "/api/v1/displays", { name: "x" }, officer.headers)).status).toBe(403);
  expect((await revoke(display.id, officer.headers)).status).toBe(403);
  expect((await people.ask("POST", "/api/v1/displays", { name: "x" })).status).toBe(401);
  for (const body of [{}, { name: " " }, { name: "x", within: { units: "all" } }, { name: "x", role: "platform" }])
    expect((await people.ask("POST", "/api/v1/displays", body, people.security.headers)).status).toBe(422);
  await revoke(display.id);
}, 40_000);

test("SEC-AZ-03: a display shows no more than its bounds", async () => {
  const { display, code } = await allow({ name: "二号大屏", within: { units: ["unit-2"] } });
  const { headers } = await signIn(code);
  const { body } = await people.ask("GET", "/api/v1/units", undefined, headers);
  expect((body.items as { id: string }[]).map(({ id }) => id)).toEqual(["unit-2"]);
  await revoke(display.id);
});

test("SEC-USR-07: a display stays signed in when the hub starts again", async () => {
  const { display, code } = await allow();
  const { headers } = await signIn(code);
  hub = await hub.restart();
  expect((await people.ask("GET", "/api/v1/units", undefined, headers)).status).toBe(200);
  expect((await revoke(display.id)).status).toBe(204);
}, 40_000);
