import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, putPlace, type TestHub, until } from "./http-fixture.ts";
import { openPeople, type People, type Person } from "./http-people.ts";

let hub: TestHub;
let people: People;
let officer: Person;
beforeAll(async () => {
  hub = await openTestHub();
  await putPlace(hub);
  people = await openPeople(hub);
  officer = await people.invited("dutyOfficer");
}, 60_000);
afterAll(() => hub?.end());

const draft = { dataset: "operators", format: "csv" };
const textOf = async (person: Person, body: object): Promise<string> => {
  const made = await people.ask("POST", "/api/v1/exports", body, person.headers);
  expect(made.status, JSON.stringify(made.body)).toBe(202);
  const path = `/api/v1/exports/${String(made.body.id)}`;
  await until(
    () => people.ask("GET", path, undefined, person.headers, "/api/v1/exports/{id}"),
    (answer) => (answer.body.progress as { state: string }).state === "done",
  );
  const file = await fetch(`${hub.hub.httpUrl}${path}/content`, { headers: person.headers });
  return file.text();
};

test("SEC-USR-09: a person shows the second factor again before an export; a session without it is asked to", async () => {
  const signIn = await hub.call("POST", "/api/v1/session", { key: hub.key });
  const cookie = (signIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const refused = await people.ask("POST", "/api/v1/exports", draft, { cookie });
  expect([refused.status, refused.body.code]).toEqual([403, "step-up-required"]);
  expect(await textOf(officer, draft)).toContain("示例运维");
});

test("SEC-PII-03, SEC-PII-04: a duty officer's export is masked; in full it needs a purpose", async () => {
  expect(await textOf(officer, draft)).not.toContain("85600000");
  const blank = await people.ask("POST", "/api/v1/exports", { ...draft, isUnmasked: true }, officer.headers);
  expect([blank.status, blank.body.code]).toEqual([422, "purpose-missing"]);
  expect(await textOf(officer, { ...draft, isUnmasked: true, purpose: "通知火警" })).toContain("85600000");
});

test("SEC-AZ-05: roles export what they may read, and whoever may see no persons gets none", async () => {
  const auditor = await people.invited("auditAdministrator");
  const guide = await people.invited("departmentGuide");
  expect(await textOf(auditor, { dataset: "audit", format: "csv", language: "en" })).toMatch(
    /^\uFEFF?Sequence,Time,Actor/,
  );
  for (const [person, body] of [
    [auditor, draft],
    [officer, { ...draft, dataset: "audit" }],
    [guide, { ...draft, isUnmasked: true, purpose: "x" }],
    [people.security, draft],
  ] as const) {
    const refused = await people.ask("POST", "/api/v1/exports", body, person.headers);
    expect([refused.status, refused.body.code], JSON.stringify(body)).toEqual([403, "forbidden"]);
  }
});
