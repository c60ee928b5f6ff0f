import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpApp } from "../src/http/app.ts";
import { type Answer, type DoorCall, openDoorCall } from "./door-call.ts";
import { alarm, device, operator, unit } from "./http-fixture.ts";
import { type HubChild, killHubChild, startHubChild } from "./hub-child.ts";

const RECORDS = "/api/v1/work-records";
const YEAR = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4);
let door: DoorCall;
let writer = "";
beforeAll(async () => {
  door = await openDoorCall();
  writer = await door.door.addKey({ role: "operatorUser", scope: { operators: ["op-01"] } });
  await door.call("POST", "/api/v1/operators", { items: [operator, { ...operator, id: "op-02", name: "另一运维" }] });
  const units = [unit, { ...unit, id: "unit-2", operatorId: "op-02" }, { ...unit, id: "unit-3", name: "第三单位" }];
  await door.call("POST", "/api/v1/units", { items: units });
  await door.call("POST", "/api/v1/devices", { items: [device] });
  await door.call("POST", "/api/v1/alarms", { items: [{ ...alarm, class: "fault", type: "commFault" }] });
}, 60_000);
afterAll(() => door?.end());

const content = {
  ...{
    from: "2026-01-02T09:00:00+08:00",
    to: "2026-01-02T10:30:00+08:00",
    subject: "配电箱月度巡检",
    text: "外观完好",
  },
  items: [
    { what: "互感器接线", result: "ok", note: "" },
    { what: "端子温度", result: "open", note: "偏高" },
  ],
  people: [{ name: "示例巡检员", duty: "巡检人" }],
} as const;
const inspection = { kind: "inspection", operatorId: "op-01", unitId: "unit-0001", content };
const write = (body: object, key = writer): Promise<Answer> => door.call("POST", RECORDS, body, { key });
const one = (id: string, key = writer): Promise<Answer> => door.call("GET", `${RECORDS}/${id}`, undefined, { key });
const list = (query = "", key = writer): Promise<Answer> => door.call("GET", `${RECORDS}${query}`, undefined, { key });
const correct = (id: string, body: object, tag: string, key = writer): Promise<Answer> =>
  door.call("PUT", `${RECORDS}/${id}`, body, { key, headers: tag === "" ? {} : { "if-match": tag } });
const numbers = ({ body }: Answer): readonly string[] => body.items.map(({ number }: { number: string }) => number);
const pathOf = ({ body }: Answer): unknown => body.errors?.[0]?.path;

test("EF-5.4: a record is written with the next number of its kind, read, and listed newest first", async () => {
  const made = await write(inspection);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    ...{ number: `XJ-${YEAR}-0001`, version: 1, reason: null, isVoid: false, operatorName: operator.name },
    ...{ unitName: unit.name, kind: "inspection", unitId: "unit-0001" },
    content: { subject: content.subject, items: content.items, people: content.people },
  });
  expect(made.headers.get("location")).toBe(`${RECORDS}/${made.body.id}`);
  const read = await one(made.body.id);
  expect([read.body, read.tag]).toEqual([made.body, '"1"']);
  const training = await write({ ...inspection, kind: "training", unitId: null });
  const fault = await write({ ...inspection, kind: "fault", content: { ...content, alarmId: "al-1" } });
  const handover = await write({ kind: "handover", operatorId: "op-01", content: { ...content, items: [] } });
  expect([training, fault, handover].map(({ body }) => body.number)).toEqual([
    ...[`PX-${YEAR}-0001`, `GZ-${YEAR}-0001`, `JB-${YEAR}-0001`],
  ]);
  expect(new Set(numbers(await list()))).toEqual(
    new Set([made, training, fault, handover].map(({ body }) => body.number)),
  );
  expect((await list("?kind=fault")).body.items).toMatchObject([{ subject: content.subject, openItems: 1 }]);
  expect((await list("?kind=fault")).body.items[0]).not.toHaveProperty("content");
  expect(numbers(await list("?unitId=unit-0001"))).toHaveLength(2);
  const first = await list("?limit=3");
  const rest = await list(`?limit=3&cursor=${first.body.next}`);
  expect([...numbers(first), ...numbers(rest)].sort()).toEqual([...numbers(await list())].sort());
  expect(rest.body.next).toBeNull();
});

test("EF-5.4: a correction is a new version: what was written before stays, and nothing is changed unsaid", async () => {
  const made = await write(inspection);
  const { id } = made.body;
  const better = {
    reason: "时间填写有误",
    content: { ...content, to: "2026-01-02T10:00:00+08:00", subject: "更正后" },
  };
  expect((await correct(id, better, "")).status).toBe(428);
  expect((await correct(id, better, '"2"')).status).toBe(412);
  expect((await correct(id, { content }, '"1"')).status).toBe(422);
  expect((await correct(id, { ...better, reason: " " }, '"1"')).status).toBe(422);
  expect((await correct(id, { ...better, kind: "fault" }, '"1"')).status).toBe(422);
  const second = await correct(id, better, '"1"');
  expect(second.body).toMatchObject({ number: made.body.number, version: 2, reason: better.reason });
  expect(second.tag).toBe('"2"');
  // Two that read the same version: one of them was too late.
  const outcomes = await Promise.all([1, 2, 3].map(() => correct(id, better, '"2"')));
  expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  const versions = (await door.call("GET", `${RECORDS}/${id}/versions`, undefined, { key: writer })).body.items;
  expect(versions.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1]);
  expect(versions[2].content).toEqual(made.body.content);
  const gone = await correct(id, { ...better, isVoid: true, reason: "重复填写" }, '"3"');
  expect(gone.body).toMatchObject({ isVoid: true, version: 4 });
  expect((await correct(id, better, '"4"')).body.code).toBe("wrong-state");
  const auditor = await door.door.addKey({ role: "auditAdministrator" });
  const audit = await door.call("GET", "/api/v1/audit?act=workRecord.correct", undefined, { key: auditor });
  expect(audit.body.items[0]).toMatchObject({ object: `workRecord:${id}`, reason: `${made.body.number} v4: 重复填写` });
});

test("EF-5.4: numbers have no gap and no double, whoever writes at the same time and whatever is refused between", async () => {
  const before = numbers(await list("?kind=training")).length;
  const training = { ...inspection, kind: "training", unitId: null };
  const wrong = { ...training, operatorId: "op-02" };
  const made = await Promise.all(
    Array.from({ length: 30 }, (_, n) => write(n % 3 === 0 ? wrong : n % 3 === 1 ? training : inspection)),
  );
  expect(made.filter(({ status }) => status === 422)).toHaveLength(10);
  for (const [kind, series] of [
    ["training", "PX"],
    ["inspection", "XJ"],
  ] as const) {
    const all = [...numbers(await list(`?kind=${kind}`))].sort();
    expect(all).toEqual(all.map((_, n) => `${series}-${YEAR}-${String(n + 1).padStart(4, "0")}`));
  }
  expect(numbers(await list("?kind=training"))).toHaveLength(before + 10);
});

test("EF-5.4: what cannot be so is refused, with where", async () => {
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const refused: readonly (readonly [object, string])[] = [
    [{ ...inspection, operatorId: "nobody" }, "/operatorId"],
    [{ ...inspection, operatorId: "op-02" }, "/operatorId"],
    [{ ...inspection, unitId: null }, "/unitId"],
    [{ ...inspection, kind: "fault", unitId: null }, "/unitId"],
    [{ ...inspection, unitId: "unit-2" }, "/unitId"],
    [{ ...inspection, unitId: "nobody" }, "/unitId"],
    [{ ...inspection, content: { ...content, to: "2026-01-02T08:59:59+08:00" } }, "/content/to"],
    [{ ...inspection, content: { ...content, to: later } }, "/content/to"],
    [{ ...inspection, content: { ...content, alarmId: "al-1" } }, "/content/alarmId"],
    [{ ...inspection, kind: "fault", content: { ...content, alarmId: "nothing" } }, "/content/alarmId"],
    [{ ...inspection, kind: "fault", unitId: "unit-3", content: { ...content, alarmId: "al-1" } }, "/content/alarmId"],
    [{ ...inspection, kind: "diary" }, "/kind"],
    [{ ...inspection, number: "XJ-1" }, "/number"],
    [{ ...inspection, content: { ...content, people: [] } }, "/content/people"],
    [{ ...inspection, content: { ...content, subject: "  " } }, "/content/subject"],
    [
      { ...inspection, content: { ...content, items: [{ what: "x", result: "fine", note: "" }] } },
      "/content/items/0/result",
    ],
  ];
  for (const [body, path] of refused) {
    const answer = await write(body);
    expect([answer.status, pathOf(answer)], JSON.stringify(body).slice(0, 200)).toEqual([422, path]);
  }
  for (const query of ["?kind=diary", "?from=yesterday", "?cursor=x", "?operatorId=%20", "?state=open"])
    expect((await list(query)).status, query).toBe(422);
});

test("SEC-AZ-03: one sees records of units in one's scope and of one's own operator, and no others", async () => {
  const mine = (await write({ ...inspection, unitId: "unit-3" })).body.id;
  const internal = (await write({ ...inspection, kind: "handover", unitId: null })).body.id;
  const key = async (role: string, scope: object) => door.door.addKey({ role, scope });
  const [inhabitant, neighbour, other, guide] = await Promise.all([
    key("unitUser", { units: ["unit-3"] }),
    key("unitUser", { units: ["unit-2"] }),
    key("operatorUser", { operators: ["op-02"] }),
    key("departmentGuide", {}),
  ]);
  const seen = async (id: string) =>
    Promise.all([inhabitant, neighbour, other, guide].map(async (who) => (await one(id, who)).status));
  expect(await seen(mine)).toEqual([200, 404, 404, 200]);
  expect(await seen(internal)).toEqual([404, 404, 404, 200]);
  expect(numbers(await list("", neighbour))).toEqual([]);
  expect((await list("", inhabitant)).body.items.map(({ id }: { id: string }) => id)).toEqual([mine]);
  const foreign = { reason: "x", content };
  expect((await correct(mine, foreign, '"1"', other)).status).toBe(404);
  expect((await correct(mine, foreign, '"1"', inhabitant)).status).toBe(403);
  expect((await write(inspection, guide)).status).toBe(403);
  expect(
    (await write({ ...inspection, unitId: "unit-3" }, await key("operatorUser", { units: ["unit-0001"] }))).status,
  ).toBe(422);
  expect((await door.call("GET", `${RECORDS}/${mine}/versions`, undefined, { key: other })).status).toBe(404);
  // The unit goes to another operator: who wrote it keeps it.
  await door.call("POST", "/api/v1/units", { items: [{ ...unit, id: "unit-3", operatorId: "op-02" }] });
  expect((await one(mine)).status).toBe(200);
  expect((await one(mine, other)).status).toBe(200);
});

test("EF-5.4: printed, the same version is the same bytes, whatever was registered since; the download is audited", async () => {
  const { id, number } = (await write(inspection)).body;
  const http = createHttpApp(door.deps);
  const print = async (query = "", key = writer) => {
    const response = await http.app.request(`${RECORDS}/${id}/content${query}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { response, bytes, hash: createHash("sha256").update(bytes).digest("hex") };
  };
  const first = await print();
  expect(first.response.headers.get("content-disposition")).toContain(`${number}_`);
  expect(first.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  await door.call("POST", "/api/v1/operators", { items: [{ ...operator, name: "改名后的机构" }] });
  expect((await print()).hash).toBe(first.hash);
  expect((await print("?language=en")).hash).not.toBe(first.hash);
  await correct(id, { reason: "补充", content: { ...content, text: "补充说明" } }, '"1"');
  const marked = await print("?version=1");
  expect(marked.hash).not.toBe(first.hash);
  expect((await print("?version=1")).hash).toBe(marked.hash);
  expect((await print("?version=2")).hash).toBe((await print()).hash);
  for (const query of ["?version=3", "?version=0", "?version=01", "?language=fr", "?format=xlsx"])
    expect((await print(query)).response.status, query).toBe(422);
  expect(
    (await print("", await door.door.addKey({ role: "operatorUser", scope: { units: ["unit-2"] } }))).response.status,
  ).toBe(404);
  http.close();
  const auditor = await door.door.addKey({ role: "auditAdministrator" });
  const audit = await door.call("GET", "/api/v1/audit?act=workRecord.download", undefined, { key: auditor });
  expect(audit.body.items[0]).toMatchObject({ object: `workRecord:${id}`, reason: `${number} v2 zh` });
}, 60_000);

test("EF-5.4, EF-4.4.3: a hub that is killed while many write has every confirmed record, and no number is left out", {
  timeout: 120_000,
}, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "dianan-records-"));
  const ask = async ({ httpUrl }: HubChild, key: string, path: string, body?: object): Promise<Answer["body"]> => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    return (await fetch(`${httpUrl}${path}`, { headers, ...sent })).json();
  };
  let child = await startHubChild(dataDir);
  try {
    const key = child.firstKey ?? "";
    await ask(child, key, "/api/v1/operators", { items: [operator] });
    await ask(child, key, "/api/v1/units", { items: [unit] });
    const confirmed: string[] = [];
    const running = child;
    const work = async (): Promise<void> => {
      for (;;) {
        const made = await ask(running, key, RECORDS, inspection).catch(() => null);
        if (made === null) return;
        // Somewhere within what the others write.
        if (confirmed.push(made.number) === 25) running.process.kill("SIGKILL");
      }
    };
    await Promise.all(Array.from({ length: 6 }, work));
    await killHubChild(running);
    child = await startHubChild(dataDir);
    const stored = [...numbers({ body: await ask(child, key, `${RECORDS}?limit=500`) } as Answer)].sort();
    expect(confirmed.length).toBeGreaterThanOrEqual(25);
    expect(stored).toEqual(stored.map((_, n) => `XJ-${YEAR}-${String(n + 1).padStart(4, "0")}`));
    expect(confirmed.filter((number) => !stored.includes(number))).toEqual([]);
    const next = await ask(child, key, RECORDS, inspection);
    expect(next.number).toBe(`XJ-${YEAR}-${String(stored.length + 1).padStart(4, "0")}`);
  } finally {
    await killHubChild(child);
    rmSync(dataDir, { recursive: true, force: true });
  }
});
