import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultLimits } from "../src/config.ts";
import { openTestHub, operator, putPlace, type TestHub, unit, until } from "./http-fixture.ts";
import { type Answer, openPeople, type People, type Person } from "./http-people.ts";

const SLOW = 120_000;
const REVEAL = "/api/v1/personal-data/reveals";
const ERASE = "/api/v1/personal-data/erasures";
const PHONE = "13899990001";
const NAME = "欧阳测试";

let hub: TestHub;
let people: People;
let officer: Person;
let narrow: Person;
let audit: Person;

beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(() => hub);
  await putPlace(hub);
  const contact = { contactName: NAME, contactPhone: PHONE };
  for (const [plural, item] of [
    ["operators", { ...operator, ...contact, dutyPhone: PHONE }],
    ["units", { ...unit, ...contact }],
    ["units", { ...unit, ...contact, id: "unit-0002" }],
  ] as const)
    await (await hub.call("POST", `/api/v1/${plural}`, { items: [item] })).body?.cancel();
  officer = await people.invited("dutyOfficer", { name: "诸葛测试", phone: "13899990002", mail: "zg@example.com" });
  narrow = await people.invited("unitUser", { grant: { role: "unitUser", within: { units: ["unit-0001"] } } });
  audit = await people.invited("auditAdministrator");
}, SLOW);
afterAll(() => hub?.end());

const reveal = (body: object, who: Person = officer): Promise<Answer> =>
  people.ask("POST", REVEAL, { purpose: "通知火警", members: ["contactPhone"], ...body }, who.headers);
const erase = (body: object, who: Person = people.security): Promise<Answer> =>
  people.ask("POST", ERASE, { reason: "本人要求", ...body }, who.headers);
const told = async (
  act: string,
): Promise<readonly { object: string; result: string; reason: string; actor: string }[]> =>
  (await people.ask("GET", `/api/v1/audit?act=${act}`, undefined, audit.headers)).body.items as never;

test("SEC-PII-04: who may and says what for sees one person in full, and stands in the audit log for it", async () => {
  const seen = await reveal({ kind: "operator", id: "op-01", members: ["contactPhone", "contactName", "dutyPhone"] });
  expect([seen.status, seen.body.values]).toEqual([200, { contactPhone: PHONE, contactName: NAME, dutyPhone: PHONE }]);
  expect(seen.headers.get("cache-control")).toBe("no-store");
  const [entry] = await told("personalData.reveal");
  expect(entry).toMatchObject({ object: "operator:op-01", result: "done", actor: `account:${officer.id}` });
  expect(entry?.reason).toBe("contactPhone contactName dutyPhone: 通知火警");
  const user = await reveal({ kind: "user", id: officer.id, members: ["name", "phone", "mail"] });
  expect(user.body.values).toEqual({ name: "诸葛测试", phone: "13899990002", mail: "zg@example.com" });
  expect((await reveal({ kind: "unit", id: "unit-0001" }, narrow)).body.values).toEqual({ contactPhone: PHONE });
});

test("SEC-PII-04: without the right, a purpose, a record or a personal member nothing is shown", {
  timeout: SLOW,
}, async () => {
  const refusals = [
    [await reveal({ kind: "operator", id: "op-01" }, people.security), 403],
    [await reveal({ kind: "operator", id: "op-01" }, audit), 403],
    [await people.ask("POST", REVEAL, { kind: "operator", id: "op-01" }), 401],
    [await reveal({ kind: "operator", id: "op-01", purpose: "  " }), 422],
    [await reveal({ kind: "operator", id: "op-01", purpose: undefined }), 422],
    [await reveal({ kind: "operator", id: "op-01", members: [] }), 422],
    [await reveal({ kind: "operator", id: "op-01", members: ["name"] }), 422],
    [await reveal({ kind: "operator", id: "op-01", members: ["__proto__"] }), 422],
    [await reveal({ kind: "user", id: officer.id, members: ["password"] }), 422],
    [await reveal({ kind: "device", id: "dev-889" }), 422],
    [await reveal({ kind: "operator", id: "op-none" }), 404],
    [await reveal({ kind: "unit", id: "unit-0002" }, narrow), 404],
    [await reveal({ kind: "user", id: officer.id, members: ["name"] }, narrow), 404],
  ] as const;
  for (const [{ status, body }, wanted] of refusals) {
    expect([status, body.code]).toEqual([wanted, body.code]);
    expect(JSON.stringify(body)).not.toMatch(/1389999|欧阳|诸葛/);
  }
  expect(refusals[6][0].body.errors).toMatchObject([{ path: "/members/0" }]);
  expect((await told("personalData.reveal")).filter(({ result }) => result === "denied")).toMatchObject([
    { object: "unit:unit-0002" },
    { object: "operator:op-none" },
  ]);
  // Foreign and missing are one (SEC-AZ-02).
  expect({ ...refusals[11][0].body, requestId: "" }).toEqual({ ...refusals[10][0].body, requestId: "" });
});

test("SEC-PII-04: a hundred an hour, ten at once; then it says when again", { timeout: SLOW }, async () => {
  await hub.hub.close();
  hub = await hub.restart({ limits: defaultLimits });
  const answers: Answer[] = [];
  for (let i = 0; i < 11; i += 1) answers.push(await reveal({ kind: "unit", id: "unit-0001" }));
  expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429]);
  expect(Number(answers[10]?.headers.get("retry-after"))).toBeGreaterThan(30);
  hub = await hub.restart();
});

test("SEC-PII-01: the register is there for administrators, and for nobody else", async () => {
  const register = await people.ask("GET", "/api/v1/personal-data/register", undefined, audit.headers);
  expect(register.body.items).toContainEqual(expect.objectContaining({ schema: "Operator", member: "contactPhone" }));
  expect((await people.ask("GET", "/api/v1/personal-data/register", undefined, officer.headers)).status).toBe(403);
});

test("SEC-PII-07: one act takes a person out of a record, its history and its tombstone; the record stays", async () => {
  const refused = [
    [await erase({ kind: "operator", id: "op-01" }, officer), 403],
    [await erase({ kind: "operator", id: "op-none" }), 404],
    [await erase({ kind: "operator", id: "op-01", reason: "" }), 422],
    [await erase({ kind: "alarm", id: "al-1" }), 422],
  ] as const;
  for (const [{ status }, wanted] of refused) expect(status).toBe(wanted);
  const done = await erase({ kind: "operator", id: "op-01" });
  expect([done.status, done.body.records, done.body.backupsExpireAt]).toEqual([200, 3, null]);
  const full = await people.key(["records:read", "records:write", "pii:read"]);
  const read = async (path: string) =>
    JSON.stringify((await people.ask("GET", path, undefined, full, path.replace(/\/(op|unit)-[0-9]+/, "/{id}"))).body);
  expect(JSON.parse(await read("/api/v1/operators/op-01"))).toMatchObject({
    ...{ contactName: "已删除", contactPhone: "0000000", name: operator.name },
  });
  expect(await read("/api/v1/operators/op-01")).not.toContain("dutyPhone");
  expect(await read("/api/v1/operators/op-01/changes")).not.toMatch(/13899990001|欧阳/);
  await (await hub.call("DELETE", "/api/v1/units/unit-0002")).body?.cancel();
  expect((await erase({ kind: "unit", id: "unit-0002" })).status).toBe(200);
  expect(await read("/api/v1/units/unit-0002/changes")).not.toMatch(/13899990001|欧阳/);
  expect(await told("personalData.erase")).toMatchObject([{ object: "unit:unit-0002" }, { object: "operator:op-01" }]);
});

test("SEC-PII-07: a user who is removed is out at once, and out of the histories and the database", {
  timeout: SLOW,
}, async () => {
  expect((await erase({ kind: "user", id: people.security.id })).body.code).toBe("last-of-role");
  expect((await erase({ kind: "user", id: "nobody" })).status).toBe(404);
  expect((await erase({ kind: "user", id: officer.id })).status).toBe(200);
  expect((await reveal({ kind: "unit", id: "unit-0001" })).status).toBe(401);
  const user = await people.ask(
    "GET",
    `/api/v1/users/${officer.id}`,
    undefined,
    people.security.headers,
    "/api/v1/users/{id}",
  );
  expect(user.body).toMatchObject({ name: "已*", state: "disabled", factors: [] });
  // SEC-KEY-06: a backup of before has it still; a week of increments and seven days later it has gone.
  const system = await people.invited("systemAdministrator");
  const backups = async () =>
    (await people.ask("GET", "/api/v1/backups", undefined, system.headers)).body.items as { createdAt: string }[];
  expect((await people.ask("POST", "/api/v1/backups", undefined, system.headers)).status).toBe(202);
  const [made] = await until(backups, (items) => JSON.stringify(items).includes('"good"'), 30_000);
  const erased = await erase({ kind: "unit", id: "unit-0001" });
  expect(erased.status).toBe(200);
  expect(Date.parse(String(erased.body.backupsExpireAt)) - Date.parse(made?.createdAt ?? "")).toBe(14 * 86_400_000);
  await hub.hub.close();
  const file = readFileSync(join(hub.dataDir, "hub.db"));
  for (const text of [NAME, PHONE, "诸葛测试", "13899990002", "zg@example.com"])
    expect(file.includes(text), text).toBe(false);
});
