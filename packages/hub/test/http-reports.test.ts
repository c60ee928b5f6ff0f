import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alarm, component, device, openTestHub, operator, type TestHub, unit, until } from "./http-fixture.ts";
import { type Answer, openPeople, type People, type Person } from "./http-people.ts";

const REPORTS = "/api/v1/reports";
const ONE = `${REPORTS}/{id}`;
let hub: TestHub;
let people: People;
let officer: Person;
let guide: Person;

/** Days of this month so far: what the hub stores now is in them. */
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const period = { from: `${today.slice(0, 8)}01`, to: today };

const put = async (plural: string, ...items: readonly object[]): Promise<void> => {
  const answer = await hub.call("POST", `/api/v1/${plural}`, { items });
  const { results } = (await answer.json()) as { results: readonly { status: string }[] };
  const refused = results.filter(({ status }) => status === "refused");
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
};

beforeAll(async () => {
  hub = await openTestHub();
  await put("operators", operator);
  const contact = { contactName: "陈伟", contactPhone: "+86-13800001234" };
  await put(
    "units",
    { ...unit, placeType: "labourIntensive", community: "灵水", ...contact },
    { ...unit, id: "unit-2", name: "=第二工厂", placeType: "industry", community: "曾林", regionCode: "350581" },
    { ...unit, id: "unit-3", name: "空单位" },
  );
  await put(
    "devices",
    { ...device, manufacturer: "示例电气" },
    { ...device, id: "dev-pile", name: "1 号桩", type: "chargingPile", unitId: "unit-2", address: "车棚" },
  );
  await put("components", component, {
    ...component,
    id: "dev-pile:1",
    deviceId: "dev-pile",
    type: "chargingPort",
    name: "1 口",
  });
  await put("alarms", {
    ...alarm,
    ...{ id: "al-1", type: "residualCurrentOver", class: "alarm", occurredAt: new Date().toISOString() },
    ...{ value: 689, unit: "mA", state: "raised" },
  });
  people = await openPeople(() => hub);
  officer = await people.invited("dutyOfficer");
  guide = await people.invited("departmentGuide");
}, 60_000);
afterAll(() => hub?.end());

const make = async (body: object, who: Person = officer): Promise<Answer> =>
  people.ask("POST", REPORTS, { ...period, ...body }, who.headers);
const read = (id: string, who: Person = officer): Promise<Answer> =>
  people.ask("GET", `${REPORTS}/${id}`, undefined, who.headers, ONE);
const made = async (body: object, who: Person = officer): Promise<Record<string, unknown> & { id: string }> => {
  const answer = await make(body, who);
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  const done = await until(
    () => read(String(answer.body.id), who),
    ({ body: report }) => ["done", "failed"].includes((report.progress as { state: string }).state),
    30_000,
  );
  return done.body as Record<string, unknown> & { id: string };
};
const fileOf = async (id: string, format: string, who: Person = officer): Promise<Response> =>
  fetch(`${hub.hub.httpUrl}${REPORTS}/${id}/content?format=${format}`, { headers: who.headers });
const rowsOf = async (id: string, sheet = 0, who: Person = officer): Promise<readonly (readonly unknown[])[]> => {
  const bytes = new Uint8Array(await (await fileOf(id, "xlsx", who)).arrayBuffer());
  return (await readXlsx(bytes)).sheets[sheet]?.rows ?? [];
};
const change = async (id: string, body: object, who: Person = officer): Promise<Answer> => {
  const etag = (await read(id, who)).headers.get("etag") ?? "";
  return people.ask("PATCH", `${REPORTS}/${id}`, body, { ...who.headers, "if-match": etag }, ONE);
};

test("EF-4.3: a monitoring report is made with its number, as PDF and workbook", async () => {
  const report = await made({ kind: "monitoring", unitId: "unit-0001" });
  expect(report).toMatchObject({
    ...{ kind: "monitoring", state: "draft", unitId: "unit-0001", formats: ["pdf", "xlsx"], dueAt: null },
    ...{ number: `YD-${today.slice(0, 4)}-0001`, progress: { state: "done" } },
  });
  const pdf = await fileOf(report.id, "pdf");
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  expect(pdf.headers.get("content-disposition")).toContain("attachment");
  const hazards = await rowsOf(report.id, 2);
  expect(hazards[3]?.slice(0, 7)).toEqual([
    ...[
      "剩余电流报警",
      expect.stringContaining("1 号车间配电箱"),
      expect.any(String),
      expect.any(String),
      1,
      "689 mA",
      "未确认",
    ],
  ]);
  const again = await made({ kind: "monitoring", unitId: "unit-0001", formats: ["xlsx"] });
  expect([again.number, again.formats]).toEqual([`YD-${today.slice(0, 4)}-0002`, ["xlsx"]]);
  expect((await fileOf(again.id, "pdf")).status).toBe(404);
});

test("RF-5, SEC-PII-03: units with a monitor, contacts masked; in full with purpose and second factor, and told", async () => {
  const report = await made({ kind: "rf5" });
  const rows = await rowsOf(report.id);
  expect(rows[3]?.slice(1, 5)).toEqual(["示例制衣厂", "灵水社区 1 号", expect.stringContaining("劳动密集型"), 1]);
  expect(JSON.stringify(rows)).not.toContain("13800001234");
  expect(rows.some((row) => row[1] === "空单位")).toBe(false);
  expect(report.dueAt).toMatch(/-24T23:59:59/);
  expect(report.missing).toEqual(expect.arrayContaining([expect.stringContaining("未登记")]));

  const full = await made({ kind: "rf5", isUnmasked: true, purpose: "报送街道安办" });
  expect(JSON.stringify(await rowsOf(full.id))).toContain("13800001234");
  expect((await read(full.id, guide)).status).toBe(404);
  expect((await read(report.id, guide)).status).toBe(200);
});

test("RF-6, SEC-API-15: places and ports; a name that begins a formula is a text", async () => {
  const report = await made({ kind: "rf6" });
  const rows = await rowsOf(report.id);
  expect(rows[3]?.slice(1, 7)).toEqual(["'=第二工厂", "灵水社区 1 号", "工业企业", 1, 1, 1]);
});

test("RF-4, PL-3: by category, in all and by community; a region has its own", async () => {
  const report = await made({ kind: "rf4" });
  const rows = await rowsOf(report.id);
  expect(rows.find((row) => row[1] === "工业企业")?.slice(2)).toEqual([2, 1, 0.5]);
  const only = await made({ kind: "rf4", regionCode: "350581" });
  expect((await rowsOf(only.id)).find((row) => row[1] === "工业企业")?.slice(2)).toEqual([1, 0, 0]);
});

test("RF-3: targets of the communities are set, counted and reported", async () => {
  const year = Number(today.slice(0, 4));
  const items = [
    { community: "灵水", electricalFireTarget: 20, chargingTarget: 40 },
    { community: "曾林", electricalFireTarget: 5, chargingTarget: 5 },
  ];
  const none = await people.ask("GET", "/api/v1/targets", undefined, guide.headers);
  expect(none.body).toEqual({ year, items: [] });
  const set = await people.ask("PUT", "/api/v1/targets", { year, items }, guide.headers);
  expect(set.body).toMatchObject({
    items: [
      { community: "灵水", electricalFireTarget: 20, electricalFireDone: 1, chargingDone: 0 },
      { community: "曾林", electricalFireDone: 0, chargingTarget: 5, chargingDone: 1 },
    ],
  });
  const blind = await people.ask("PUT", "/api/v1/targets", { year, items }, guide.headers);
  expect([blind.status, blind.body.code]).toEqual([428, "precondition-required"]);
  const old = await people.ask("PUT", "/api/v1/targets", { year, items }, { ...guide.headers, "if-match": '"7"' });
  expect(old.status).toBe(412);
  const twice = await people.ask("PUT", "/api/v1/targets", { year, items: [items[0], items[0]] }, guide.headers);
  expect(twice.body).toMatchObject({ errors: [{ path: "/items/1/community" }] });
  const refused = await people.ask("PUT", "/api/v1/targets", { year, items }, officer.headers);
  expect(refused.status).toBe(403);

  const based = [{ ...items[0], bases: { fireIndustry: 12 } }, items[1]];
  const etag = (await people.ask("GET", "/api/v1/targets", undefined, guide.headers)).headers.get("etag") ?? "";
  const headers = { ...guide.headers, "if-match": etag };
  const strange = [{ ...items[0], bases: { nothing: 1 } }];
  const unknown = await people.ask("PUT", "/api/v1/targets", { year, items: strange }, headers);
  expect(unknown.body).toMatchObject({ errors: [{ path: "/items/0/bases/nothing" }] });
  expect((await people.ask("PUT", "/api/v1/targets", { year, items: based }, headers)).status).toBe(200);
  const done = await made({ kind: "rf4" });
  const industry = (rows: readonly (readonly unknown[])[]) => rows.find((row) => row[1] === "工业企业")?.slice(2);
  // 12 in one community by its base, one in the other by its unit.
  expect(industry(await rowsOf(done.id))).toEqual([13, 1, 1 / 13]);
  expect(industry(await rowsOf(done.id, 1))).toEqual([1, 0, 0]);
  expect(industry(await rowsOf(done.id, 2))).toEqual([12, 1, 1 / 12]);

  const report = await made({ kind: "rf3" });
  expect((await rowsOf(report.id)).at(-2)?.slice(0, 4)).toEqual(["合计", 25, 1, 0.04]);
  const evaluation = await made({ kind: "evaluation" });
  expect((await rowsOf(evaluation.id, 2))[3]?.slice(0, 3)).toEqual(["灵水", 1, 0]);
});

test("EF-5.1: the record of an acceptance as a document; without one the report says why it failed", async () => {
  const failed = await made({ kind: "acceptance", unitId: "unit-3" });
  expect(failed).toMatchObject({ progress: { state: "failed", error: { code: "no-acceptance" } }, formats: [] });
  const accepted = await hub.call("POST", "/api/v1/units/unit-2/acceptances", { notes: "现场核对" });
  expect(accepted.status).toBe(201);
  const report = await made({ kind: "acceptance", unitId: "unit-2" });
  expect((await rowsOf(report.id)).slice(3, 4)[0]?.slice(0, 2)).toEqual(["1", "1 号桩"]);
});

test("EF-5.3: written advice of a unit names each hazard with advice, due date and room for what was done", async () => {
  const report = await made({ kind: "advice", unitId: "unit-0001" });
  expect(report).toMatchObject({ kind: "advice", number: `ZG-${today.slice(0, 4)}-0001`, formats: ["pdf", "xlsx"] });
  const row = (await rowsOf(report.id))[3] ?? [];
  expect(row.slice(0, 3)).toEqual(["1", "剩余电流报警", expect.stringContaining("1 号车间配电箱")]);
  expect(String(row[5])).toMatch(/^\(通用\).{10,}/);
  const empty = await made({ kind: "advice", unitId: "unit-3" });
  expect(JSON.stringify(await rowsOf(empty.id))).toContain("本期没有隐患");
  expect((await make({ kind: "advice" })).body).toMatchObject({ errors: [{ path: "/unitId" }] });
  expect((await make({ kind: "advice", unitId: "unit-0001", regionCode: "350582" })).status).toBe(422);
});

test("EF-4.3: what its files say is given as tables: the preview is the file", async () => {
  const sheetsOf = (id: string, who = officer) =>
    people.ask("GET", `${REPORTS}/${id}/sheets`, undefined, who.headers, `${ONE}/sheets`);
  const form = await made({ kind: "rf4" });
  const { body } = await sheetsOf(form.id);
  const file = await rowsOf(form.id);
  const shown = body.sheets as { name: string; title: string; rows: string[][]; total: string[]; columns: object[] }[];
  expect(shown[0]?.title).toBe(file[0]?.[0]);
  expect(shown[0]?.rows.map((row) => row.slice(0, 4))).toEqual(
    file.slice(3, 3 + (shown[0]?.rows.length ?? 0)).map((row) => row.slice(0, 4).map(String)),
  );
  expect(shown[0]?.total[0]).toBe("合计");
  const monitoring = await made({ kind: "monitoring", unitId: "unit-0001" });
  await change(monitoring.id, { advice: "请复查接地" });
  expect(JSON.stringify((await sheetsOf(monitoring.id)).body)).toContain("请复查接地");
  expect((await sheetsOf("report-none")).status).toBe(404);
  const failed = await made({ kind: "acceptance", unitId: "unit-3" });
  expect((await sheetsOf(failed.id)).status).toBe(404);
});

test("EF-4.3: who reviewed the advice stands in the report; what is changed after that has to be reviewed again", async () => {
  const { id } = await made({ kind: "monitoring", unitId: "unit-0001" });
  expect((await read(id)).body).toMatchObject({ reviewedBy: null, reviewedAt: null });
  expect((await change(id, { reviewedBy: " " })).status).toBe(422);
  const reviewed = await change(id, { reviewedBy: "张三 电工证 T350582" });
  expect(reviewed.body).toMatchObject({ reviewedBy: "张三 电工证 T350582", reviewedAt: expect.any(String) });
  expect(JSON.stringify(await rowsOf(id))).toContain("已由 张三 电工证 T350582");
  expect((await change(id, { advice: "另请更换断路器" })).body.reviewedBy).toBeNull();
  expect(JSON.stringify(await rowsOf(id))).not.toContain("张三");
  expect((await change(id, { advice: "再查", reviewedBy: "李四" })).body).toMatchObject({
    advice: "再查",
    reviewedBy: "李四",
  });
  await change(id, { state: "final" });
  expect((await change(id, { reviewedBy: "王五" })).body.code).toBe("wrong-state");
});

test("PL-1: a draft takes advice, is made final and sent; each step once, in this order, by who read it", async () => {
  const { id } = await made({ kind: "monitoring", unitId: "unit-0001" });
  const before = Buffer.from(await (await fileOf(id, "pdf")).arrayBuffer());
  const blind = await people.ask("PATCH", `${REPORTS}/${id}`, { advice: "x" }, officer.headers, ONE);
  expect([blind.status, blind.body.code]).toEqual([428, "precondition-required"]);
  expect((await change(id, { state: "sent", sentTo: "街道安办" })).body.code).toBe("wrong-state");
  const advised = await change(id, { advice: "请于节前完成配电箱除尘" });
  expect(advised.body).toMatchObject({ advice: "请于节前完成配电箱除尘", state: "draft" });
  expect(Buffer.from(await (await fileOf(id, "pdf")).arrayBuffer()).equals(before)).toBe(false);
  expect(JSON.stringify(await rowsOf(id))).toContain("除尘");
  expect((await change(id, { state: "final" })).body.state).toBe("final");
  expect((await change(id, { advice: "y" })).body.code).toBe("wrong-state");
  expect((await change(id, { state: "sent" })).body).toMatchObject({ errors: [{ path: "/sentTo" }] });
  const sent = await change(id, { state: "sent", sentTo: "街道安办" });
  expect(sent.body).toMatchObject({ state: "sent", sentTo: "街道安办", sentAt: expect.any(String) });
  const kept = await people.ask("DELETE", `${REPORTS}/${id}`, undefined, officer.headers, ONE);
  expect([kept.status, kept.body.code]).toEqual([409, "wrong-state"]);
});

test("two who change a draft at once: one is told to read again, and what is downloaded is whole", async () => {
  const { id } = await made({ kind: "monitoring", unitId: "unit-0001" });
  const etag = (await read(id)).headers.get("etag") ?? "";
  const headers = { ...officer.headers, "if-match": etag };
  const both = await Promise.all(
    ["除尘", "更换线缆"].map((advice) => people.ask("PATCH", `${REPORTS}/${id}`, { advice }, headers, ONE)),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  const kept = both.find(({ status }) => status === 200)?.body.advice;
  expect(JSON.stringify(await rowsOf(id))).toContain(String(kept));
  for (const format of ["pdf", "xlsx"]) {
    const file = await fileOf(id, format);
    const digest = createHash("sha256")
      .update(Buffer.from(await file.arrayBuffer()))
      .digest("hex");
    expect(file.headers.get("etag")).toBe(`"${digest}"`);
  }
  // Of each format one is left, beside what they are made from.
  const names = readdirSync(join(hub.dataDir, "files"), { recursive: true, encoding: "utf8" });
  expect(
    names
      .filter((name) => name.includes(id))
      .map((name) => name.split(".").at(-1))
      .sort(),
  ).toEqual([...["facts", "pdf", "xlsx"]]);
});

test("a draft is deleted with its files; lists come newest first and by kind", async () => {
  const { id } = await made({ kind: "rf4" });
  const list = await people.ask("GET", `${REPORTS}?kind=rf4&limit=1`, undefined, officer.headers);
  expect(list.body).toMatchObject({ items: [{ id, kind: "rf4" }], next: expect.any(String) });
  expect((await people.ask("DELETE", `${REPORTS}/${id}`, undefined, officer.headers, ONE)).status).toBe(204);
  expect((await read(id)).status).toBe(404);
  expect((await fileOf(id, "xlsx")).status).toBe(404);
  const names = readdirSync(join(hub.dataDir, "files"), { recursive: true, encoding: "utf8" });
  expect(names.filter((name) => name.includes(id))).toEqual([]);
});

test.each([
  [{ kind: "monitoring" }, "/unitId"],
  [{ kind: "monitoring", unitId: "nobody" }, "/unitId"],
  [{ kind: "monitoring", unitId: "unit-0001", regionCode: "350582" }, "/regionCode"],
  [{ kind: "rf4", unitId: "unit-0001" }, "/unitId"],
  [{ kind: "rf4", from: "2026-02-10", to: "2026-02-01" }, "/to"],
  [{ kind: "rf4", from: "2024-01-01", to: "2026-01-01" }, "/to"],
  [{ kind: "rf4", from: "2099-01-01", to: "2099-01-31" }, "/from"],
  [{ kind: "rf4", isUnmasked: true, purpose: "x" }, "/isUnmasked"],
  [{ kind: "rf9" }, "/kind"],
  [{ kind: "rf4", formats: ["docx"] }, "/formats/0"],
])("a report of %j is refused at %s", async (body, path) => {
  const answer = await make(body);
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ path })]));
});

test("SEC-AZ-02, SEC-AZ-05: who sees one unit sees its reports only; who may not make one is refused", async () => {
  const { id } = await made({ kind: "monitoring", unitId: "unit-0001" });
  const own = await people.invited("unitUser", { grant: { role: "unitUser", within: { units: ["unit-0001"] } } });
  const other = await people.invited("unitUser", { grant: { role: "unitUser", within: { units: ["unit-2"] } } });
  expect((await read(id, own)).status).toBe(200);
  expect((await fileOf(id, "pdf", own)).status).toBe(200);
  expect((await read(id, other)).status).toBe(404);
  expect((await fileOf(id, "pdf", other)).status).toBe(404);
  const list = await people.ask("GET", REPORTS, undefined, other.headers);
  expect((list.body.items as { unitId: string }[]).map(({ unitId }) => unitId)).toEqual(["unit-2"]);
  expect((await make({ kind: "monitoring", unitId: "unit-0001" }, own)).status).toBe(403);
  expect((await make({ kind: "rf4" }, people.security)).status).toBe(403);
});

test("PL-1: schedules say when they run next; a wrong one is refused, and one is stopped", async () => {
  const SCHEDULES = "/api/v1/report-schedules";
  const draft = { name: "月度监测报告", kind: "monitoring", period: "month", dayOfPeriod: 20 };
  const added = await people.ask("POST", SCHEDULES, { ...draft, recipients: [officer.id] }, officer.headers);
  expect(added.status).toBe(201);
  expect(added.body.nextAt).toMatch(/-20T06:00:00/);
  for (const [more, path] of [
    [{ unitIds: ["nobody"] }, "/unitIds/0"],
    [{ recipients: ["nobody"] }, "/recipients/0"],
    [{ dayOfPeriod: 0 }, "/dayOfPeriod"],
    [{ period: "day" }, "/period"],
  ] as const) {
    const refused = await people.ask("POST", SCHEDULES, { ...draft, ...more }, officer.headers);
    expect(refused.body, path).toMatchObject({ errors: [{ path }] });
  }
  const part = await people.invited("operatorUser", {
    grant: { role: "operatorUser", within: { operators: ["op-01"] } },
  });
  expect((await people.ask("POST", SCHEDULES, draft, part.headers)).status).toBe(403);
  const list = await people.ask("GET", SCHEDULES, undefined, officer.headers);
  expect(list.body.items).toMatchObject([{ id: added.body.id, name: "月度监测报告" }]);
  const path = `${SCHEDULES}/${String(added.body.id)}`;
  const template = `${SCHEDULES}/{id}`;
  expect((await people.ask("DELETE", path, undefined, officer.headers, template)).status).toBe(204);
  expect((await people.ask("DELETE", path, undefined, officer.headers, template)).status).toBe(404);
});

test("reports are there after a restart, with their files", async () => {
  const { id } = await made({ kind: "rf4" });
  const bytes = Buffer.from(await (await fileOf(id, "xlsx")).arrayBuffer());
  hub = await hub.restart();
  expect(Buffer.from(await (await fileOf(id, "xlsx")).arrayBuffer()).equals(bytes)).toBe(true);
});
