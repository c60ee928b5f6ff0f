import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAuditFiles } from "../src/audit/verify-files.ts";
import { openTestHub, type TestHub, until } from "./http-fixture.ts";
import { openPeople, type People, type Person } from "./http-people.ts";

const SLOW = 60_000;
const EXPORT = "/api/v1/audit-exports";
const VERIFY = "/api/v1/audit-verifications";
const REVEAL = "/api/v1/personal-data/reveals";
const DAY_MS = 86_400_000;

let hub: TestHub;
let people: People;
let audit: Person;
let officer: Person;

beforeAll(async () => {
  hub = await openTestHub();
  people = await openPeople(() => hub);
  audit = await people.invited("auditAdministrator");
  officer = await people.invited("dutyOfficer");
}, SLOW);
afterAll(() => hub?.end());

const around = () => ({
  from: new Date(Date.now() - DAY_MS).toISOString(),
  to: new Date(Date.now() + DAY_MS).toISOString(),
});
const exported = async (body: object = around(), who: Person = audit) => {
  const response = await fetch(`${hub.hub.httpUrl}${EXPORT}`, {
    method: "POST",
    headers: { ...who.headers, "content-type": "application/json", "sec-fetch-site": "same-origin" },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const saved = (name: string, text: string): string => {
  const path = join(hub.dataDir, name);
  writeFileSync(path, text);
  return path;
};
const checkpoints = async () =>
  (await people.ask("GET", "/api/v1/audit-checkpoints", undefined, audit.headers)).body as unknown as {
    readonly items: readonly { readonly sequence: number; readonly digest: string }[];
    readonly publicKey: string;
    readonly keyId: string;
  };
const entriesOf = (report: { readonly verdict: object } | undefined): number =>
  report !== undefined && "entries" in report.verdict ? Number(report.verdict.entries) : 0;
const head = async (): Promise<number> => {
  const { items } = (await people.ask("GET", "/api/v1/audit?limit=1", undefined, audit.headers)).body;
  return (items as { sequence: number }[])[0]?.sequence ?? 0;
};
const verified = async (range: { fromSequence: number; toSequence: number }) => {
  const asked = await people.ask("POST", VERIFY, range, audit.headers);
  expect(asked.status).toBe(202);
  const place = asked.headers.get("location") ?? "";
  const { body } = await until(
    () => people.ask("GET", place, undefined, audit.headers, `${VERIFY}/{id}`),
    (answer) => (answer.body.progress as { state: string }).state === "done",
  );
  return body;
};
/** Changes the database behind the hub's back, while it is closed. */
const tampered = async (work: (database: DatabaseSync) => void): Promise<void> => {
  await hub.hub.close();
  const database = new DatabaseSync(join(hub.dataDir, "hub.db"));
  work(database);
  database.close();
  hub = await hub.restart();
};

test("SEC-AUD-05: what the audit administrator exports verifies offline with the published key", async () => {
  const { publicKey } = await checkpoints();
  const { status, text, headers } = await exported();
  expect([status, headers.get("content-type")]).toEqual([200, "application/jsonl; charset=utf-8"]);
  expect(headers.get("content-disposition")).toMatch(/^attachment; filename="audit-[0-9-]+\.jsonl"$/);
  const path = saved("export.jsonl", text);
  const [report] = await verifyAuditFiles([path], publicKey);
  expect(report).toMatchObject({ publicKey, verdict: { ok: true, tenant: "main", firstSequence: 1 } });
  expect(text.trim().split("\n").length).toBe(entriesOf(report) + 2);
  // The export itself is in it.
  expect(text).toContain('"act":"audit.export"');
  const changed = saved("changed.jsonl", text.replace('"act":"account.invite"', '"act":"account.change"'));
  expect((await verifyAuditFiles([changed], publicKey))[0]?.verdict).toMatchObject({ ok: false, why: "hash" });
  const cut = saved("cut.jsonl", text.trim().split("\n").slice(0, -3).join("\n"));
  expect((await verifyAuditFiles([cut], publicKey))[0]?.verdict).toMatchObject({ ok: false, why: "cut" });
});

test("SEC-AUD-05: who may not, or asks for no time, gets nothing and is told why", async () => {
  const now = new Date().toISOString();
  const refused = [
    [await exported(around(), officer), 403],
    [await exported(around(), people.security), 403],
    [await exported({ from: now, to: now }), 422],
    [await exported({ from: "yesterday", to: now }), 422],
    [await exported({ from: now }), 422],
  ] as const;
  for (const [{ status, text }, wanted] of refused) {
    expect(status, text).toBe(wanted);
    expect(text).not.toContain("publicKey");
  }
  expect((await people.ask("GET", "/api/v1/audit-checkpoints", undefined, officer.headers)).status).toBe(403);
  expect((await people.ask("GET", "/api/v1/audit-checkpoints")).status).toBe(401);
  expect((await people.ask("GET", "/api/v1/audit-checkpoints?cursor=x", undefined, audit.headers)).status).toBe(422);
  for (const range of [{}, { fromSequence: 0, toSequence: 1 }, { fromSequence: 5, toSequence: 4 }])
    expect((await people.ask("POST", VERIFY, range, audit.headers)).status).toBe(422);
  expect((await people.ask("POST", VERIFY, { fromSequence: 1, toSequence: 1 }, officer.headers)).status).toBe(403);
  expect((await people.ask("GET", `${VERIFY}/none`, undefined, audit.headers, `${VERIFY}/{id}`)).status).toBe(404);
});

test("SEC-AUD-04: closing signs a checkpoint, into the database and a file outside of it, which hold an export to it", {
  timeout: SLOW,
}, async () => {
  expect((await checkpoints()).items).toEqual([]);
  hub = await hub.restart();
  const { items, publicKey } = await checkpoints();
  expect(items).toHaveLength(1);
  const file = join(hub.dataDir, "audit-checkpoints.jsonl");
  const lines = readFileSync(file, "utf8").trim().split("\n");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(items[0]?.digest);
  const path = saved("export.jsonl", (await exported()).text);
  const [report] = await verifyAuditFiles([path, file], publicKey);
  // Met twice: between the entries, and from the file.
  expect(report?.verdict).toMatchObject({ ok: true, checkpoints: 2 });
  // Later exports begin behind it.
  const later = await exported({ from: new Date().toISOString(), to: around().to });
  expect(later.text).toContain(`"firstSequence":${Number(items[0]?.sequence) + 1},`);
});

test("SEC-AUD-04: a thousand entries make a checkpoint while the hub runs", { timeout: SLOW }, async () => {
  const before = (await checkpoints()).items.length;
  const from = await head();
  const nobody = { kind: "unit", id: "nobody", members: ["contactPhone"], purpose: "测试" };
  while ((await head()) < from + 1_001)
    await Promise.all(Array.from({ length: 100 }, () => people.ask("POST", REVEAL, nobody, officer.headers)));
  const grown = await until(checkpoints, ({ items }) => items.length > before, 20_000);
  expect((grown.items[0]?.sequence ?? 0) - (grown.items[1]?.sequence ?? 0)).toBe(1_000);
  const path = saved("export.jsonl", (await exported()).text);
  expect((await verifyAuditFiles([path], grown.publicKey))[0]?.verdict).toMatchObject({ ok: true });
});

test("SEC-AUD-04: the hub verifies with its own key, and names the first entry that somebody changed, took or cut", {
  timeout: SLOW,
}, async () => {
  const last = await head();
  expect(await verified({ fromSequence: 1, toSequence: last })).toMatchObject({ verdict: "intact", firstBad: null });
  expect(await verified({ fromSequence: last - 3, toSequence: last })).toMatchObject({ verdict: "intact" });
  expect(await verified({ fromSequence: 1, toSequence: last + 1_000 })).toMatchObject({
    verdict: "broken",
    why: "gap",
  });
  await tampered((database) =>
    database.exec(`UPDATE audit SET entry = json_set(entry, '$.reason', 'nothing') WHERE sequence = 7`),
  );
  expect(await verified({ fromSequence: 1, toSequence: last })).toMatchObject({
    ...{ verdict: "broken", firstBad: 7, why: "hash", progress: { state: "done" } },
  });
  const path = saved("broken.jsonl", (await exported()).text);
  const [report] = await verifyAuditFiles([path], null);
  expect(report?.verdict).toEqual({ ok: false, why: "cut", sequence: 7, line: 7 });
  await tampered((database) => database.exec("DELETE FROM audit WHERE sequence = 9"));
  expect(await verified({ fromSequence: 8, toSequence: last })).toMatchObject({ firstBad: 9, why: "gap" });
  expect(hub.log.filter((line) => line.includes("does not hold at entry 7 (hash)")).length).toBeGreaterThan(0);
});

test("SEC-AUD-04: a chain that was cut behind a checkpoint is told at the next start", { timeout: SLOW }, async () => {
  const [newest] = (await checkpoints()).items;
  await tampered((database) => {
    database.exec(`DELETE FROM audit WHERE sequence >= ${Number(newest?.sequence) - 5}`);
    database.exec("DELETE FROM access WHERE kind = 'checkpoint'");
  });
  expect(hub.log.join("\n")).toMatch(/does not hold at entry [0-9]+ \(gap\)/);
});
