import { operations } from "@dianan/open-api/tables";
import { afterAll, beforeAll, expect, test } from "vitest";
import { feedCursorText, parseFeedCursor } from "../src/http/cursor.ts";
import { alarm, device, openTestHub, operator, putPlace, type TestHub, unit } from "./http-fixture.ts";
import { openPeople, type People, type Person } from "./http-people.ts";

const SLOW = 120_000;
/** Planted in every place that takes personal data; none may come out of any answer. */
const planted = {
  contactName: "欧阳测试甲",
  contactPhone: "13899990001",
  earlier: "13899990002",
  extra: "13899990003",
  person: "诸葛测试乙",
  phone: "13899990004",
  mail: "zhuge.test@example.com",
};
const canaries = Object.values(planted);
const roles = [
  ...["systemAdministrator", "auditAdministrator", "dutyOfficer", "unitUser", "operatorUser", "departmentGuide"],
  "vendorEngineer",
];

let hub: TestHub;
let people: People;
let victim: Person;
const readers = new Map<string, Record<string, string>>();

const contact = { contactName: planted.contactName, contactPhone: planted.contactPhone };
const extra = { dutyPhone: planted.extra, team: [{ personName: planted.contactName, mobile: Number(planted.extra) }] };

/** Persons of vendors, installations and operators' documents, and one who handles an alarm. */
const plantElsewhere = async (): Promise<void> => {
  const vendor = {
    id: "vendor-01",
    name: "示例电气",
    creditCode: "91350100M000100Y43",
    platformCode: "JJLY01",
    ...contact,
  };
  const made = await hub.call("POST", "/api/v1/vendors", { items: [vendor] });
  expect(JSON.stringify(await made.json())).toContain("created");
  const installer = { name: planted.contactName, isElectrician: true, accompaniedBy: planted.person };
  const installation = {
    ...{
      deviceId: "dev-889",
      installedOn: "2026-03-18",
      placeType: "industry",
      spot: "carport",
      isWiringChecked: true,
    },
    ...{ protection: ["waterproof", "dustproof"], installers: [installer], files: [] },
  };
  const put = await hub.call("PUT", "/api/v1/devices/dev-889/installation", installation, { "if-none-match": "*" });
  expect(put.ok, await put.text()).toBe(true);
  await (
    await hub.call("POST", "/api/v1/alarms", { items: [{ ...alarm, reporterPhone: planted.extra }] })
  ).body?.cancel();
  const act = (word: string, body: object) =>
    people.ask("POST", `/api/v1/alarms/al-1/${word}`, body, victim.headers, `/api/v1/alarms/{id}/${word}`);
  expect((await act("acknowledge", { note: "已联系现场", via: "web" })).status).toBe(200);
  await act("assign", { assigneeId: victim.id, note: "请到场" });
  await act("comments", { text: "到场", files: [] });
};

beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(() => hub);
  await putPlace(hub);
  for (const contactPhone of [planted.earlier, planted.contactPhone]) {
    const items = [{ ...operator, ...extra, ...contact, contactPhone }];
    await (await hub.call("POST", "/api/v1/operators", { items })).body?.cancel();
    await (await hub.call("POST", "/api/v1/units", { items: [{ ...unit, ...contact, contactPhone }] })).body?.cancel();
  }
  const items = [{ ...device, maintainerPhone: planted.extra }];
  await (await hub.call("POST", "/api/v1/devices", { items })).body?.cancel();
  const { mail, phone, person } = planted;
  victim = await people.invited("dutyOfficer", { name: person, contact: undefined, mail, phone });
  await plantElsewhere();
  readers.set("first key", { authorization: `Bearer ${hub.key}` });
  readers.set("key with scopes", await people.key(["records:read", "alarms:read", "events:read", "integration:read"]));
  readers.set("securityAdministrator", people.security.headers);
  for (const role of roles) readers.set(role, (await people.invited(role)).headers);
}, SLOW);
afterAll(() => hub?.end());

const get = async (path: string, headers: Record<string, string>) => {
  const response = await fetch(`${hub.hub.httpUrl}${path}`, { headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const found = (text: string): readonly string[] => canaries.filter((one) => text.includes(one));

/** What stands for each `{…}` of a path, by the word before it. */
const ids: { readonly [plural: string]: string } = {
  ...{ operators: "op-01", units: "unit-0001", devices: "dev-889", components: "dev-889:1", alarms: "al-1" },
  ...{ vendors: "vendor-01" },
};
const filled = (path: string): string =>
  path.replace(
    /([^/]+)\/\{\w+\}/g,
    (_, word: string) => `${word}/${word === "users" ? victim.id : (ids[word] ?? "op-01")}`,
  );

test("SEC-PII-03, -06: no GET operation gives a planted phone, name or mail to any reader without the right", {
  timeout: SLOW,
}, async () => {
  const seen = new Map<number, number>();
  const reads = operations.filter((one) => one.method === "GET" && one.rateClass !== "stream");
  for (const [who, headers] of readers)
    for (const { path } of reads) {
      const { status, text, headers: said } = await get(filled(path), headers);
      expect(found(text), `${who} ${path}`).toEqual([]);
      expect(found(decodeURIComponent([...said.values()].join(" "))), `${who} ${path} headers`).toEqual([]);
      seen.set(status, (seen.get(status) ?? 0) + 1);
    }
  // The places where something was planted were shown, masked.
  const officer = readers.get("dutyOfficer") ?? {};
  expect((await get("/api/v1/alarms/al-1/timeline", officer)).text).toContain("诸*");
  expect((await get("/api/v1/alarms/al-1", officer)).text).toContain("138****0003");
  const asked = { kind: "alarm", id: "al-1", members: ["reporterPhone"], purpose: "核实报警人" };
  const revealed = await people.ask("POST", "/api/v1/personal-data/reveals", asked, officer);
  expect(revealed.body.values).toEqual({ reporterPhone: planted.extra });
  expect((await get("/api/v1/devices/dev-889/installation", officer)).text).toContain("欧*");
  expect((await get("/api/v1/vendors/vendor-01", readers.get("first key") ?? {})).text).toContain("138****0001");
  // Answers with data and refusals were both looked at.
  expect(seen.get(200)).toBeGreaterThan(60);
  expect(seen.get(403)).toBeGreaterThan(60);
});

test("SEC-PII-03: what is shown instead is the mask; a change of a phone stays visible in the history", async () => {
  const [, headers = {}] = [...readers][0] ?? [];
  const masks = { contactName: "欧*", contactPhone: "138****0001", dutyPhone: "138****0003" };
  const team = [{ personName: "欧*", mobile: "138****0003" }];
  expect(JSON.parse((await get("/api/v1/operators/op-01", headers)).text)).toMatchObject({ ...masks, team });
  const changes = JSON.parse((await get("/api/v1/operators/op-01/changes", headers)).text);
  expect(changes.items[0].changes).toEqual([{ member: "contactPhone", before: "138****0002", after: "138****0001" }]);
});

test("SEC-PII-06: the live feed, metrics and the log hold none of it", { timeout: SLOW }, async () => {
  const page = JSON.parse((await get("/api/v1/operators", readers.get("first key") ?? {})).text) as {
    feedCursor: string;
  };
  const epoch = parseFeedCursor(page.feedCursor)?.epoch ?? "";
  const stop = new AbortController();
  const headers = { ...readers.get("key with scopes"), "last-event-id": feedCursorText({ epoch, positions: [0] }) };
  const stream = await fetch(`${hub.hub.httpUrl}/api/v1/events`, { headers, signal: stop.signal });
  expect(stream.status).toBe(200);
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of stream.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes("event: beat")) break;
  }
  stop.abort();
  expect(text.match(/event: change/g)?.length).toBeGreaterThan(6);
  expect(text).toContain("138****0001");
  expect(found(text)).toEqual([]);
  expect(found(hub.log.join("\n"))).toEqual([]);
  const metrics = await get("/metrics", readers.get("first key") ?? {});
  expect([metrics.status, found(metrics.text)]).toEqual([200, []]);
});

test("SEC-PII-06: no refusal repeats what it was sent", { timeout: SLOW }, async () => {
  const body = { id: "op-01", items: [{ ...operator, ...contact, id: "op-01", code: 5 }], ...contact, ...extra };
  for (const [who, headers] of readers)
    for (const { method, path, isPlanned } of operations) {
      if (method === "GET" || isPlanned || path.startsWith("/api/v1/session") || path.startsWith("/oauth")) continue;
      if (method === "DELETE" || /\/(disable|enable|reset|rotate|secrets|sessions)$/.test(path)) continue;
      const response = await fetch(`${hub.hub.httpUrl}${filled(path)}`, {
        method,
        headers: {
          ...headers,
          ...{ "content-type": method === "PATCH" ? "application/merge-patch+json" : "application/json" },
          ...{ "if-match": '"999"', "sec-fetch-site": "same-origin" },
        },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      expect(found(text), `${who} ${method} ${path} ${response.status}`).toEqual([]);
    }
});
