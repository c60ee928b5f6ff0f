import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { type Answer, openPeople, type People } from "./http-people.ts";

const SLOW = 60_000;
let hub: TestHub;
let people: People;
beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(hub);
}, SLOW);
afterAll(() => hub?.end());

const said = ({ status, body }: Answer): string => `${status} ${String(body.code)}: ${String(body.detail)}`;
const tenant = { name: "街道乙平台", platformCode: "JJLY02" };

test("SEC-AZ-05: who lacks a role hears which roles may, who lacks a scope which one", async () => {
  const byRole = await people.ask("POST", "/api/v1/tenants", tenant, people.security.headers);
  expect(said(byRole)).toMatch(
    /^403 forbidden: Your role securityAdministrator .* for systemAdministrator\. 您的角色.*允许的角色:systemAdministrator。$/,
  );
  const reader = await people.key(["records:read"]);
  const byScope = await people.ask("POST", "/api/v1/units", { items: [] }, reader);
  expect(said(byScope)).toMatch(/^403 forbidden: .* lacks the scope records:write\. .*缺少权限范围 records:write。$/);
});

test("SEC-API-09: a change by cookie that comes from elsewhere hears which header a program sends", async () => {
  const headers = { ...people.security.headers, "sec-fetch-site": "cross-site" };
  const answer = await people.ask("POST", "/api/v1/displays", { name: "值班室大屏", within: {} }, headers);
  expect(said(answer)).toMatch(/^403 forbidden: .*X-DianAn-Request: 1.*请加请求头 X-DianAn-Request: 1。$/);
});

test("SEC-OUT-01: http is refused as such, whether its name exists or not", async () => {
  const key = { authorization: `Bearer ${hub.key}` };
  const webhook = { url: "http://no-such-name.example.net/hook", eventTypes: ["com.dianan.alarm.raised"] };
  const answer = await people.ask("POST", "/api/v1/webhooks", webhook, key);
  expect(said(answer)).toMatch(/^422 address-forbidden: .*https/);
  expect(answer.body.errors).toMatchObject([{ path: "/url", code: "addressForbidden" }]);
});

test("SEC-API-05: a misspelt parameter hears those that there are, a wrong value those that are taken; nothing sent is shown again", async () => {
  const key = { authorization: `Bearer ${hub.key}` };
  const misspelt = await people.ask("GET", "/api/v1/alarms?stat=raised", undefined, key);
  expect(said(misspelt)).toMatch(/^422 invalid: .*it takes .*\bstate\b.*可用参数:.*\bstate\b/);
  expect(JSON.stringify(misspelt.body)).not.toMatch(/\bstat\b/);
  const wrong = await people.ask("GET", "/api/v1/alarms?state=open", undefined, key);
  expect(wrong.status).toBe(422);
  expect(JSON.stringify(wrong.body.errors)).toMatch(/raised.*cleared/);
  expect(JSON.stringify(wrong.body.errors)).not.toContain("open");
});
