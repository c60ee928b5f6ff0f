import { readCells } from "@dianan/sharing/table";
import { afterAll, beforeAll, expect, test } from "vitest";
import { device, operator, samples, unit } from "./http-fixture.ts";
import { openTransferDoor, type TransferDoor, workbook } from "./transfer-fixture.ts";

const CSV = { unit: "ID,名称,所属运维机构编码(id),详细地址,纬度,经度,区域编码,场所类型,备注\n" };
const unitRow = (id: string, name: string, operatorId = "op-01"): string =>
  `${id},${name},${operatorId},示例路 1 号,24.718,118.5389,350582,学校,x\n`;
const deviceHead =
  "id,name,type,address,latitude,longitude,operatorId,unitId,installedOn,status,manufacturer,protocol,wireAddress\n";
const deviceRow = (id: string, wireAddress: string, unitId = "unit-0001"): string =>
  `${id},配电箱,electricalFireMonitor,一层,24.7,118.5,op-01,${unitId},2026/3/18,正常,示例电气,gb26875,${wireAddress}\n`;

let hub: TransferDoor;
beforeAll(async () => {
  hub = await openTransferDoor();
  for (const plural of ["operators", "units", "devices"] as const)
    await hub.call("POST", `/api/v1/${plural}`, { items: [samples[plural]] });
}, 20_000);
afterAll(async () => {
  hub?.http.close();
  await hub?.door.end();
});

const rowsOf = async (id: string, query = "") =>
  (await hub.call("GET", `/api/v1/imports/${id}/rows${query}`)).body.items;
const codes = (rows: readonly { row: number; errors: readonly { code: string; path: string }[] }[]) =>
  rows.map(({ row, errors }) => `${row}: ${errors.map(({ code, path }) => `${code} ${path}`).join(", ")}`);
const statusOf = async (path: string) => (await hub.call("GET", path)).status;
const commit = async (id: string, headers = {}) => {
  const { status, body } = await hub.call("POST", `/api/v1/imports/${id}/commit`, undefined, headers);
  return status === 202 ? hub.settled(id, headers) : { status, body };
};

test("EF-N.3: a register in Chinese is checked, then stored as a whole; the check stores nothing", async () => {
  const sheet = await workbook([
    ["ID", "名称", "所属运维机构编码(id)", "详细地址", "纬度", "经度", "区域编码", "场所类型", "备注"],
    ["unit-a", "示例小学", "op-01", "示例路 1 号", 24.718, 118.5389, 350582, "学校", "x"],
    ["unit-b", "=1+1", "op-01", "示例路 2 号", 24.718, 118.5389, 350582, "industry", "x"],
  ]);
  const { body } = await hub.check("unit", sheet);
  expect(body).toMatchObject({
    ...{ stage: "checked", rows: 2, good: 2, bad: 0, created: 0, updated: 0, ignoredColumns: ["备注"] },
    progress: { state: "done", doneItems: 2, totalItems: 2, error: null },
    createdBy: { kind: "machine", name: "test" },
  });
  expect(await rowsOf(body.id)).toEqual([
    { row: 2, status: "good", id: "unit-a", errors: [], warnings: [] },
    { row: 3, status: "good", id: "unit-b", errors: [], warnings: [] },
  ]);
  expect(await statusOf("/api/v1/units/unit-a")).toBe(404);
  const stored = await commit(body.id);
  expect(stored.body).toMatchObject({ stage: "stored", created: 2, updated: 0, progress: { state: "done" } });
  const one = await hub.call("GET", "/api/v1/units/unit-a");
  expect(one.body).toMatchObject({
    name: "示例小学",
    placeType: "school",
    regionCode: "350582",
    platformCode: "JJLY01",
    version: 1,
  });
  expect((await hub.call("POST", `/api/v1/imports/${body.id}/commit`)).body.stage).toBe("stored");
  const history = await hub.call("GET", "/api/v1/units/unit-a/changes");
  expect(history.body.items[0].by).toEqual(stored.body.createdBy);
  const audit = await hub.door.deps.accessStore.audit(hub.door.deps.tenant, {
    ...{ first: "newest", from: null, to: null, actor: null, act: null, result: null, after: null, limit: 10 },
    object: `import:${body.id}`,
  });
  expect(audit.items.map(({ act }) => act)).toEqual(["import.store", "import.commit", "import.create"]);
});

test("EF-N.3: nothing is half-imported: of a sheet with a bad row nothing is stored, and every row says what is wrong", async () => {
  const text = `${CSV.unit}${unitRow("unit-c", "好的")}\n${unitRow("unit-d", "")}${unitRow("unit-c", "同号")}${unitRow("unit-e", "无机构", "op-99")}${unitRow("", "都不对", "op-99")}`;
  const { body } = await hub.check("unit", text);
  expect(body).toMatchObject({ stage: "checked", rows: 5, good: 1, bad: 4 });
  expect(codes(await rowsOf(body.id))).toEqual([
    "2: ",
    "4: missing /name",
    "5: duplicate-id /id",
    "6: unknown-operator /operatorId",
    "7: missing /id, unknown-operator /operatorId",
  ]);
  const all = await rowsOf(body.id, "?status=bad");
  expect(all.map((row: { errors: { cell: string }[] }) => row.errors.map(({ cell }) => cell))).toEqual([
    ["B4"],
    ["A5"],
    ["C6"],
    ["A7", "C7"],
  ]);
  const [bad] = await rowsOf(body.id, "?status=bad&limit=1");
  expect(bad.errors[0].message).toEqual({ zh: expect.stringMatching(/缺少/), en: expect.stringMatching(/missing/) });
  expect(codes(await rowsOf(body.id, "?status=good"))).toEqual(["2: "]);
  const refused = await hub.call("POST", `/api/v1/imports/${body.id}/commit`);
  expect([refused.status, refused.body.code]).toEqual([409, "has-bad-rows"]);
  expect(await statusOf("/api/v1/units/unit-c")).toBe(404);
});

test("what people's spreadsheets save is read: GB 18030 with a semicolon, and headings of their own", async () => {
  const gb = Buffer.concat([
    Buffer.from("id;"),
    Buffer.from([0xc3, 0xfb, 0xb3, 0xc6]), // 名称
    Buffer.from(";code;where;contactName;contactPhone\r\nop-gb;"),
    Buffer.from([0xb5, 0xe7, 0xb0, 0xb2]), // 电安
    Buffer.from(";c-1;somewhere;a;0595-85600000\r\n"),
  ]);
  const missing = await hub.check("operator", gb);
  expect(missing.body).toMatchObject({ stage: "failed", progress: { state: "failed", error: { code: "bad-header" } } });
  expect(missing.body.progress.error.errors[0].message.zh).toContain("address");
  const { body } = await hub.check("operator", gb, { columns: { where: "address" } });
  expect((await commit(body.id)).body).toMatchObject({ stage: "stored", created: 1, ignoredColumns: [] });
  expect((await hub.call("GET", "/api/v1/operators/op-gb")).body).toMatchObject({ name: "电安", address: "somewhere" });
});

test("a sheet is taken by its name; one that is not there, and a table that is none, say so", async () => {
  const sheet = await workbook([["id"], ["1"]]);
  const none = await hub.check("operator", sheet, { sheet: "台账" });
  expect(none.body.progress.error).toMatchObject({ code: "no-sheet", titleZh: "没有名为 台账 的工作表。" });
  const picture = await hub.upload("a.png", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
  const refused = await hub.call("POST", "/api/v1/imports", { kind: "unit", fileId: picture.body.id });
  expect([refused.status, refused.body.code]).toEqual([422, "file-refused"]);
  const empty = await hub.check("operator", "id,名称\n\n,\n");
  expect(empty.body.progress.error.errors.map(({ code }: { code: string }) => code)).toContain("no-rows");
});

test("a column decides its member, an empty cell too; what the sheet has no column for stays as it is stored", async () => {
  const full = { ...unit, id: "unit-k", placeType: "school", note: "unknown member", residents: 12 };
  await hub.call("POST", "/api/v1/units", { items: [full] });
  const head = "id,name,operatorId,address,latitude,longitude,regionCode,placeType\n";
  const { body } = await hub.check("unit", `${head}unit-k,新名,op-01,新址,24.7,118.5,350582,\n`);
  expect((await commit(body.id)).body).toMatchObject({ stage: "stored", created: 0, updated: 1 });
  const after = (await hub.call("GET", "/api/v1/units/unit-k")).body;
  expect(after).toMatchObject({ name: "新名", address: "新址", note: "unknown member", residents: 12, version: 2 });
  expect(after).not.toHaveProperty("placeType");
});

test("SEC-PII-03: masks of what is stored change no person; a mask of nothing is a fault of its row", async () => {
  const head = `${Object.keys(operator).join(",")}\n`;
  const line = (id: string, name: string, contactName: string, phone: string): string =>
    `${id},${name},${operator.code},${operator.address},${contactName},${phone}\n`;
  const { body } = await hub.check("operator", head + line("op-01", "新名称", "联*", "****0000"));
  expect(codes(await rowsOf(body.id))).toEqual(["2: "]);
  expect((await commit(body.id)).body).toMatchObject({ stage: "stored", updated: 1 });
  const stored = await hub.door.deps.store.record(hub.door.deps.tenant, "operator", "op-01");
  expect(stored?.body).toMatchObject({ name: "新名称", contactName: "联系人", contactPhone: operator.contactPhone });
  const wrong = await hub.check(
    "operator",
    head + line("op-01", "x", "林*", "****0000") + line("op-new", "x", "林*", "0595-1234567"),
  );
  expect(codes(await rowsOf(wrong.body.id))).toEqual(["2: masked /contactName", "3: masked /contactName"]);
});

test("references, addresses and alarms of unknown devices are checked against what is stored and the other rows", async () => {
  const { body } = await hub.check(
    "device",
    deviceHead + deviceRow("dev-a", "1.2.3") + deviceRow("dev-b", "1.2.3") + deviceRow("dev-c", "1.2.4", "unit-99"),
  );
  expect(codes(await rowsOf(body.id))).toEqual(["2: ", "3: address-taken /wireAddress", "4: unknown-unit /unitId"]);
  // The try has left nothing behind: the address is still free.
  const good = await hub.check("device", deviceHead + deviceRow("dev-b", "1.2.3"));
  expect((await commit(good.body.id)).body).toMatchObject({ stage: "stored", created: 1 });
  const alarms = await hub.check(
    "alarm",
    "id,deviceId,unitId,occurredAt,description,type\nal-x,dev-99,unit-0001,2026-01-02T11:04:05+08:00,x,residualCurrentOver\n",
  );
  expect(codes(await rowsOf(alarms.body.id))).toEqual(["2: unknown-device /deviceId"]);
  const known = await hub.check(
    "alarm",
    "id,deviceId,unitId,occurredAt,description,type\nal-x,dev-889,unit-0001,2026-01-02T11:04:05+08:00,x,residualCurrentOver\n",
  );
  expect((await commit(known.body.id)).body.stage).toBe("stored");
  expect((await hub.call("GET", "/api/v1/alarms/al-x")).body).toMatchObject({ state: "raised", class: "alarm" });
});

test("what has changed since the check is found at the commit, and nothing is stored", async () => {
  const { body } = await hub.check("device", deviceHead + deviceRow("dev-p", "9.9.8") + deviceRow("dev-q", "9.9.9"));
  expect(body).toMatchObject({ stage: "checked", bad: 0 });
  const rival = { ...device, id: "dev-rival", protocol: "gb26875", wireAddress: "9.9.9" };
  expect((await hub.call("POST", "/api/v1/devices", { items: [rival] })).status).toBe(200);
  const after = await commit(body.id);
  expect(after.body).toMatchObject({ stage: "failed", bad: 1, created: 0, progress: { error: { code: "changed" } } });
  expect(codes(await rowsOf(body.id, "?status=bad"))).toEqual(["3: address-taken /wireAddress"]);
  expect([await statusOf("/api/v1/devices/dev-p"), await statusOf("/api/v1/devices/dev-q")]).toEqual([404, 404]);
  expect((await commit(body.id)).status).toBe(409);
});

test("a discarded import is over; while it lasts its spreadsheet stays", async () => {
  const { body } = await hub.check("unit", CSV.unit + unitRow("unit-z", "z"));
  const held = await hub.call("DELETE", `/api/v1/files/${body.fileId}`);
  expect([held.status, held.body.code]).toEqual([409, "in-use"]);
  expect((await hub.call("DELETE", `/api/v1/imports/${body.id}`)).status).toBe(204);
  expect((await hub.call("DELETE", `/api/v1/imports/${body.id}`)).status).toBe(204);
  expect((await hub.call("GET", `/api/v1/imports/${body.id}`)).body.stage).toBe("discarded");
  expect(await rowsOf(body.id)).toEqual([]);
  const late = await hub.call("POST", `/api/v1/imports/${body.id}/commit`);
  expect([late.status, late.body.code]).toEqual([409, "wrong-state"]);
  expect((await hub.call("DELETE", `/api/v1/files/${body.fileId}`)).status).toBe(204);
  const done = await hub.check("unit", CSV.unit + unitRow("unit-y", "y"));
  await commit(done.body.id);
  const stored = await hub.call("DELETE", `/api/v1/imports/${done.body.id}`);
  expect([stored.status, stored.body.code]).toEqual([409, "wrong-state"]);
});

test("SEC-AZ-02, SEC-AZ-03: nobody imports beyond their own units, and another's import does not exist for them", async () => {
  const scoped = await hub.as({ scope: { units: ["unit-0001"] } });
  const other = await hub.as({ scope: { units: ["unit-0001"] } });
  await hub.call("POST", "/api/v1/units", { items: [{ ...unit, id: "unit-far" }] });
  await hub.call("POST", "/api/v1/devices", { items: [{ ...device, id: "dev-far", unitId: "unit-far" }] });
  const { body } = await hub.check(
    "device",
    deviceHead + deviceRow("dev-near", "5.1") + deviceRow("dev-x", "5.2", "unit-far") + deviceRow("dev-far", "5.3"),
    {},
    scoped,
  );
  const report = await hub.call("GET", `/api/v1/imports/${body.id}/rows`, undefined, scoped);
  expect(codes(report.body.items)).toEqual(["2: ", "3: out-of-scope ", "4: not-found /id"]);
  for (const [method, path] of [
    ["GET", ""],
    ["GET", "/rows"],
    ["DELETE", ""],
    ["POST", "/commit"],
  ] as const) {
    const foreign = await hub.call(method, `/api/v1/imports/${body.id}${path}`, undefined, other);
    expect([foreign.status, foreign.body.code], `${method} ${path}`).toEqual([404, "not-found"]);
  }
  expect((await hub.call("GET", "/api/v1/imports", undefined, other)).body.items).toEqual([]);
  const good = await hub.check("device", deviceHead + deviceRow("dev-near", "5.1"), {}, scoped);
  expect((await commit(good.body.id, scoped)).body).toMatchObject({ stage: "stored", created: 1 });
  expect(
    (await hub.call("GET", "/api/v1/imports", undefined, scoped)).body.items.map(({ id }: { id: string }) => id),
  ).toEqual([good.body.id, body.id]);
});

test("the report is paged in the order of the sheet; a forged or foreign cursor is refused", async () => {
  const many = Array.from({ length: 450 }, (_, i) => unitRow(`unit-m${i}`, i % 3 === 0 ? "" : `单位 ${i}`)).join("");
  const { body } = await hub.check("unit", CSV.unit + many);
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? "" : `&cursor=${cursor}`;
    const page = await hub.call("GET", `/api/v1/imports/${body.id}/rows?limit=100&status=bad${query}`);
    seen.push(...page.body.items.map(({ row }: { row: number }) => row));
    cursor = page.body.next;
  } while (cursor !== null);
  expect(seen).toEqual(Array.from({ length: 150 }, (_, i) => 2 + 3 * i));
  const forge = (after: string, list = `import.${body.id}`): string =>
    Buffer.from(JSON.stringify({ l: list, a: after })).toString("base64url");
  for (const bad of [forge("1"), forge("99999999"), forge("-1"), forge("x"), forge("0", "import"), "%00"]) {
    const refused = await hub.call("GET", `/api/v1/imports/${body.id}/rows?cursor=${bad}`);
    expect([refused.status, refused.body.errors[0].path], bad).toEqual([422, "/query/cursor"]);
  }
  const first = await hub.call("GET", "/api/v1/imports?limit=2");
  const second = await hub.call("GET", `/api/v1/imports?limit=2&cursor=${first.body.next}`);
  const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
  expect([ids[0], new Set(ids).size, ids]).toEqual([body.id, 4, [...ids].sort().reverse()]);
});

test.each(["operator", "unit", "device", "component", "alarm"] as const)(
  "the template of %s, filled in by a person, is imported; formats and kinds that are none are refused",
  async (kind) => {
    const { status, bytes, headers } = await hub.bytes(`/api/v1/import-templates/${kind}`);
    expect([status, headers.get("content-disposition")]).toEqual([
      200,
      expect.stringContaining(`${kind}-template.xlsx`),
    ]);
    const [head = [], ...rest] = await readCells(new Uint8Array(bytes));
    expect(rest).toEqual([]);
    expect(head.some((cell) => /[一-鿿].*[A-Za-z].* \*$/.test(String(cell)))).toBe(true);
    const notes = await readCells(new Uint8Array(bytes), { sheet: "说明 Notes" });
    expect(notes.length).toBe(head.length + 1);
    const csv = await hub.bytes(`/api/v1/import-templates/${kind}?format=csv`);
    expect((await readCells(new Uint8Array(csv.bytes)))[0]).toEqual(head);
    const record: Record<string, unknown> = { ...samples[`${kind}s`] };
    const filled = notes.slice(1).map((note) => record[String(note[1])] ?? "");
    const { body } = await hub.check(kind, await workbook([head, filled]));
    const isThere = kind !== "component";
    expect(codes(await rowsOf(body.id)), JSON.stringify(body)).toEqual(["2: "]);
    expect((await commit(body.id)).body).toMatchObject({ stage: "stored" });
    expect(await statusOf(`/api/v1/${kind}s/${record.id}`)).toBe(200);
    expect(isThere || body.good === 1).toBe(true);
    for (const [path, code] of [
      [`${kind}?format=ods`, 422],
      [`${kind}?nobody=1`, 422],
      ["person", 404],
    ] as const)
      expect(await statusOf(`/api/v1/import-templates/${path}`), path).toBe(code);
  },
);

test("SEC-API-05: drafts that fit no document are refused with the place of the fault", async () => {
  const { body } = await hub.upload("a.csv", CSV.unit);
  for (const [draft, path] of [
    [{ kind: "unit" }, "/fileId"],
    [{ kind: "person", fileId: body.id }, "/kind"],
    [{ kind: "unit", fileId: "nobody" }, "/fileId"],
    [{ kind: "unit", fileId: body.id, columns: { a: 1 } }, "/columns/a"],
    [{ kind: "unit", fileId: body.id, sheet: "" }, "/sheet"],
    [{ kind: "unit", fileId: body.id, commit: true }, "/commit"],
  ] as const) {
    const refused = await hub.call("POST", "/api/v1/imports", draft);
    expect([refused.status, refused.body.errors[0].path], JSON.stringify(draft)).toEqual([422, path]);
  }
  const unknown = await hub.check("operator", `${Object.keys(operator).join(",")}\na,b,c,d,e,f\n`, {
    columns: { x: "y" },
  });
  expect(unknown.body.progress.error.errors[0]).toMatchObject({ code: "unknown-member" });
});
