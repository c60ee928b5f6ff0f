import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, operator, type TestHub, until } from "./http-fixture.ts";
import { openPeople, type People, type Person } from "./http-people.ts";
import { analogFrame, openWire } from "./wire.ts";

const SLOW = 60_000;
const ALERTS = "/api/v1/security-alerts";
const HANDLE = `${ALERTS}/{id}/handle`;

type Alert = {
  readonly id: string;
  readonly rule: string;
  readonly count: number;
  readonly source: string | null;
  readonly actor: { readonly id: string } | null;
  readonly state: string;
};

let hub: TestHub;
let people: People;
let audit: Person;
let officer: Person;

beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(() => hub);
  audit = await people.invited("auditAdministrator");
  officer = await people.invited("dutyOfficer");
  await (await hub.call("POST", "/api/v1/operators", { items: [operator] })).body?.cancel();
}, SLOW);
afterAll(() => hub?.end());

const alerts = async (query = ""): Promise<readonly Alert[]> =>
  (await people.ask("GET", `${ALERTS}${query}`, undefined, people.security.headers)).body.items as readonly Alert[];
const raised = async (rule: string): Promise<Alert> => {
  const found = await until(alerts, (all) => all.some((one) => one.rule === rule), 30_000);
  return found.find((one) => one.rule === rule) as Alert;
};
const told = async (act: string): Promise<readonly { readonly reason: string; readonly object: string }[]> =>
  (await people.ask("GET", `/api/v1/audit?act=${act}`, undefined, audit.headers)).body.items as never;

test("SEC-AUD-10, SEC-AUD-01: guessed keys are told together and raise brute force, with where they came from", {
  timeout: SLOW,
}, async () => {
  for (let i = 0; i < 14; i += 1) {
    const headers = { authorization: `Bearer da_wrong-${i}000000` };
    expect((await people.ask("GET", "/api/v1/units", undefined, headers)).status).toBe(401);
  }
  // Who shows nothing guesses nothing.
  for (let i = 0; i < 20; i += 1) expect((await people.ask("GET", "/api/v1/units")).status).toBe(401);
  expect(await raised("bruteForce")).toMatchObject({ source: "127.0.0.1", actor: null, state: "open", count: 14 });
  expect((await told("credential.refuse")).map(({ reason }) => reason)).toEqual(["unauthorized ×13", "unauthorized"]);
});

test("SEC-AUD-10: many denials of one person", { timeout: SLOW }, async () => {
  for (let i = 0; i < 40; i += 1)
    expect((await people.ask("GET", "/api/v1/users", undefined, officer.headers)).status).toBe(403);
  expect(await raised("manyDenials")).toMatchObject({ actor: { kind: "person", id: officer.id }, source: "127.0.0.1" });
  expect((await told("access.deny"))[0]).toMatchObject({ object: "listUsers" });
});

test("SEC-AUD-10: mass reading of personal data; the same again while it is open counts on", {
  timeout: SLOW,
}, async () => {
  const body = { kind: "operator", id: "op-01", members: ["contactPhone"], purpose: "测试" };
  const read = async () => {
    for (let i = 0; i < 50; i += 1)
      expect((await people.ask("POST", "/api/v1/personal-data/reveals", body, officer.headers)).status).toBe(200);
  };
  await read();
  expect(await raised("massReading")).toMatchObject({ count: 50, actor: { id: officer.id } });
  await read();
  await until(alerts, (all) => all.some(({ rule, count }) => rule === "massReading" && count === 100), 30_000);
  expect((await alerts()).filter(({ rule }) => rule === "massReading")).toHaveLength(1);
});

test("SEC-AUD-10: a crowd of unregistered devices", { timeout: SLOW }, async () => {
  const wire = await openWire(hub.hub.gb26875Port);
  for (let address = 1; address <= 25; address += 1) await wire.ask(analogFrame(700_000 + address, address, 5));
  await wire.end();
  expect((await raised("unknownDevices")).count).toBeGreaterThanOrEqual(20);
});

test("SEC-AUD-10: an alert is handled once, with a reason, by the security administrator, and stands in the audit log", async () => {
  const alert = await raised("bruteForce");
  const at = `${ALERTS}/${alert.id}/handle`;
  const handle = (who: Person, body: object = { reason: "来自渗透测试" }, path = at) =>
    people.ask("POST", path, body, who.headers, HANDLE);
  expect((await handle(officer)).status).toBe(403);
  expect((await handle(audit)).status).toBe(403);
  expect((await handle(people.security, {})).status).toBe(422);
  expect((await handle(people.security, { reason: " " })).status).toBe(422);
  expect((await handle(people.security, undefined, `${ALERTS}/none/handle`)).status).toBe(404);
  expect((await people.ask("POST", at, { reason: "x" }, {}, HANDLE)).status).toBe(401);
  const done = await handle(people.security);
  expect(done.body).toMatchObject({
    state: "handled",
    handledBy: { kind: "person", id: people.security.id, name: "示*" },
  });
  const again = await handle(people.security);
  expect([again.status, again.body.code]).toEqual([409, "wrong-state"]);
  expect(await told("securityAlert.handle")).toMatchObject([
    { object: `securityAlert:${alert.id}`, reason: "来自渗透测试" },
  ]);
});

test("SEC-AUD-10: alerts are read in pages by the administrators, and by nobody else", async () => {
  const all = await alerts();
  expect(all.length).toBeGreaterThanOrEqual(4);
  const first = await people.ask("GET", `${ALERTS}?limit=2`, undefined, audit.headers);
  const rest = await people.ask("GET", `${ALERTS}?cursor=${String(first.body.next)}`, undefined, audit.headers);
  expect([...(first.body.items as Alert[]), ...(rest.body.items as Alert[])].map(({ id }) => id)).toEqual(
    all.map(({ id }) => id),
  );
  expect(await alerts(`?from=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([]);
  expect((await people.ask("GET", ALERTS, undefined, officer.headers)).status).toBe(403);
  expect((await people.ask("GET", ALERTS)).status).toBe(401);
  expect((await people.ask("GET", `${ALERTS}?from=x`, undefined, audit.headers)).status).toBe(422);
  expect((await people.ask("GET", `${ALERTS}?who=x`, undefined, audit.headers)).status).toBe(422);
});

test("SEC-AUD-10: a chain that does not hold raises an alert; what was told before a restart is not told again", {
  timeout: SLOW,
}, async () => {
  const before = (await alerts()).length;
  await hub.hub.close();
  const database = new DatabaseSync(join(hub.dataDir, "hub.db"));
  database.exec("UPDATE audit SET entry = json_set(entry, '$.reason', 'x') WHERE sequence = 3");
  database.close();
  hub = await hub.restart();
  const range = { fromSequence: 1, toSequence: 10 };
  await people.ask("POST", "/api/v1/audit-verifications", range, audit.headers);
  expect(await raised("chainBreak")).toMatchObject({ count: 1, actor: null });
  // Time enough to look at everything again.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  expect(await alerts()).toHaveLength(before + 1);
});
