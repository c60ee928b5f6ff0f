import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHub, type TestHub } from "./http-fixture.ts";
import { openPeople, type People, type Person } from "./http-people.ts";

const SLOW = 60_000;
let hub: TestHub;
let people: People;
let officer: Person;
beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(hub);
  officer = await people.invited("systemAdministrator", { name: "林某某" });
}, SLOW);
afterAll(() => hub?.end());

const upload = async (): Promise<string> => {
  const response = await fetch(`${hub.hub.httpUrl}/api/v1/files?name=units.csv`, {
    method: "POST",
    headers: { ...officer.headers, "sec-fetch-site": "same-origin", "content-type": "application/octet-stream" },
    body: "id,名称\nunit-1,示例\n",
  });
  const body = (await response.json()) as { id: string; createdBy: { name: string } };
  expect([response.status, body.createdBy.name], JSON.stringify(body)).toEqual([201, "林某某"]);
  return body.id;
};

test("SEC-PII-03: who brought a file or an import is named in full to nobody but that person", async () => {
  const fileId = await upload();
  const ask = async (path: string, template: string, who: Record<string, string>) =>
    (await people.ask("GET", path, undefined, who, template)).body as {
      createdBy?: { name: string };
      items?: { createdBy: { name: string } }[];
    };
  const key = { authorization: `Bearer ${hub.key}` };
  const made = await people.ask("POST", "/api/v1/imports", { kind: "unit", fileId }, officer.headers);
  expect(made.status, JSON.stringify(made.body)).toBe(202);
  const importId = String(made.body.id);
  const file = [`/api/v1/files/${fileId}`, "/api/v1/files/{id}"] as const;
  const job = [`/api/v1/imports/${importId}`, "/api/v1/imports/{id}"] as const;
  const jobs = ["/api/v1/imports", "/api/v1/imports"] as const;
  for (const [path, template] of [file, job]) {
    expect((await ask(path, template, officer.headers)).createdBy?.name).toBe("林某某");
    expect((await ask(path, template, key)).createdBy?.name).toBe("林*");
  }
  expect((await ask(...jobs, officer.headers)).items?.[0]?.createdBy.name).toBe("林某某");
  expect((await ask(...jobs, key)).items?.[0]?.createdBy.name).toBe("林*");
});
