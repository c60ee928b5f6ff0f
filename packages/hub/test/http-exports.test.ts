import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importRecords, readCells } from "@dianan/sharing/table";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alarm, device, operator, samples, unit, until } from "./http-fixture.ts";
import { openTransferDoor, type TransferDoor } from "./transfer-fixture.ts";

let hub: TransferDoor;
const folder = mkdtempSync(join(tmpdir(), "dianan-export-"));
beforeAll(async () => {
  hub = await openTransferDoor();
  await hub.call("POST", "/api/v1/operators", {
    items: [operator, { ...operator, id: "op-02", name: "=cmd|' /C calc'!A0" }],
  });
  const far = { ...unit, id: "unit-far", operatorId: "op-02" };
  await hub.call("POST", "/api/v1/units", { items: [{ ...unit, placeType: "school" }, far] });
  await hub.call("POST", "/api/v1/devices", { items: [device, { ...device, id: "dev-far", unitId: "unit-far" }] });
  await hub.call("POST", "/api/v1/components", { items: [samples.components] });
  const alarms = [
    alarm,
    { ...alarm, id: "al-2", unitId: "unit-far", deviceId: "dev-far", occurredAt: "2026-02-02T00:00:00Z" },
  ];
  await hub.call("POST", "/api/v1/alarms", { items: alarms });
  const items = ["dev-889", "dev-far"].flatMap((deviceId) =>
    [1, 2, 3].map((n) => ({
      deviceId,
      quantity: n === 3 ? "voltage" : "temperature",
      value: 20.5 + n,
      at: `2026-01-02T11:04:0${n}+08:00`,
    })),
  );
  await hub.call("POST", "/api/v1/readings", { items });
}, 20_000);
afterAll(async () => {
  hub?.http.close();
  await hub?.door.end();
  rmSync(folder, { recursive: true, force: true });
});

const textOf = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
const settled = (id: string, headers = {}) =>
  until(
    () => hub.call("GET", `/api/v1/exports/${id}`, undefined, headers),
    ({ body }) => !["queued", "running"].includes(body.progress.state),
    30_000,
  );
const run = async (draft: object, headers = {}) => {
  const made = await hub.call("POST", "/api/v1/exports", draft, headers);
  return made.status === 202 ? settled(made.body.id, headers) : made;
};
const fileOf = async (draft: object, headers = {}) => {
  const { body } = await run(draft, headers);
  expect(body.progress, JSON.stringify(body)).toMatchObject({ state: "done", error: null });
  const { bytes } = await hub.bytes(`/api/v1/exports/${body.id}/content`, headers);
  return { body, bytes: new Uint8Array(bytes) };
};
const parquetOf = async (bytes: Uint8Array) => {
  const path = join(folder, "x.parquet");
  writeFileSync(path, bytes);
  const file = await asyncBufferFromFile(path);
  return { metadata: await parquetMetadataAsync(file), rows: await parquetReadObjects({ file }) };
};

test("EF-4.1: what is exported as CSV in Chinese is what was stored, and can be imported again", async () => {
  const { body, bytes } = await fileOf({ dataset: "units", format: "csv" });
  expect(body).toMatchObject({ dataset: "units", format: "csv", filter: {}, rows: 2, fileId: expect.any(String) });
  expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBe(7 * 86_400_000);
  const report = importRecords("unit", await readCells(bytes));
  expect(report).toMatchObject({ ok: true, ignored: [] });
  expect(report.records.map(({ id }) => id)).toEqual(["unit-0001", "unit-far"]);
  expect(report.records[0]).toMatchObject({ ...unit, placeType: "school" });
  expect(textOf(bytes)).toContain("学校");
});

test("SEC-API-15: what a spreadsheet would run is made harmless in CSV and XLSX", async () => {
  const csv = await fileOf({ dataset: "operators", format: "csv", columns: ["id", "name"] });
  expect(textOf(csv.bytes)).toBe("\uFEFFID,名称\r\nop-01,示例运维\r\nop-02,'=cmd|' /C calc'!A0\r\n");
  const { bytes } = await fileOf({ dataset: "operators", format: "xlsx", columns: ["name", "id"], language: "en" });
  expect(await readCells(bytes)).toEqual([
    ["Name", "Id"],
    ["示例运维", "op-01"],
    ["'=cmd|' /C calc'!A0", "op-02"],
  ]);
});

test("a workbook says beside its rows what is in it, and for whom", async () => {
  const { body, bytes } = await fileOf({ dataset: "devices", format: "xlsx", filter: { unitId: "unit-far" } });
  const about = Object.fromEntries((await readCells(bytes, { sheet: "说明" })).map(([name, value]) => [name, value]));
  expect(about).toMatchObject({
    数据集: "devices",
    筛选条件: '{"unitId":"unit-far"}',
    行数: "1",
    个人信息: "已脱敏",
    导出编号: body.id,
  });
  const [, ...rows] = await readCells(bytes, { sheet: "数据" });
  expect(rows).toHaveLength(1);
});

test("Parquet has members, codes and times as they are, for readings of one device or of all", async () => {
  const { body, bytes } = await fileOf({
    dataset: "readings",
    format: "parquet",
    filter: { from: "2026-01-02T11:04:02+08:00" },
  });
  const { metadata, rows } = await parquetOf(bytes);
  expect([body.rows, Number(metadata.num_rows)]).toEqual([4, 4]);
  expect(Object.fromEntries((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value]))).toMatchObject({
    数据集: "readings",
  });
  expect(rows[0]).toMatchObject({
    deviceId: "dev-889",
    componentId: null,
    quantity: "voltage",
    value: 23.5,
    unit: "V",
    at: new Date("2026-01-02T03:04:03Z"),
  });
  const one = await fileOf({
    dataset: "readings",
    format: "csv",
    filter: { deviceId: "dev-889", quantity: "temperature" },
    columns: ["at", "value"],
    language: "en",
  });
  expect(textOf(one.bytes)).toBe(
    "\uFEFFTime,Value\r\n2026-01-02T11:04:02+08:00,22.5\r\n2026-01-02T11:04:01+08:00,21.5\r\n",
  );
  const records = await parquetOf((await fileOf({ dataset: "alarms", format: "parquet" })).bytes);
  expect(records.rows.map((row) => [row.id, row.type, row.occurredAt]).sort()).toEqual([
    ["al-1", "residualCurrentOver", new Date("2026-01-02T03:04:05Z")],
    ["al-2", "residualCurrentOver", new Date("2026-02-02T00:00:00Z")],
  ]);
  const none = await parquetOf(
    (await fileOf({ dataset: "alarms", format: "parquet", filter: { state: "cleared" } })).bytes,
  );
  expect(none.rows).toEqual([]);
});

test("filters are those of the list; every dataset in every format ends as done", async () => {
  const january = await fileOf({
    dataset: "alarms",
    format: "csv",
    filter: { occurredTo: "2026-02-01T00:00:00Z" },
    columns: ["id"],
  });
  expect(january.body.rows).toBe(1);
  for (const dataset of [
    "operators",
    "units",
    "devices",
    "components",
    "alarms",
    "readings",
    "presence",
    "notifications",
  ])
    for (const format of ["csv", "xlsx", "parquet"]) {
      const { body } = await run({ dataset, format });
      expect(body.progress.state, `${dataset} ${format}`).toBe("done");
    }
});

test("SEC-PII-03, SEC-PII-04: persons are masked; in full only with the right, for a purpose, each told to the audit log", async () => {
  const plain = await fileOf({ dataset: "operators", format: "csv" });
  expect(textOf(plain.bytes)).not.toMatch(/联系人,|85600000/);
  const asked = { dataset: "operators", format: "csv", isUnmasked: true, purpose: "月度核对" };
  const refused = await run(asked);
  expect([refused.status, refused.body.code]).toEqual([403, "forbidden"]);
  const agreed = await hub.as({ scopes: ["transfer:export", "records:read", "pii:read"] });
  const noPurpose = await run({ ...asked, purpose: undefined }, agreed);
  expect([noPurpose.status, noPurpose.body.code]).toEqual([422, "purpose-missing"]);
  const masked = await fileOf({ dataset: "operators", format: "csv" }, agreed);
  expect(textOf(masked.bytes)).not.toContain("85600000");
  const { body, bytes } = await fileOf(asked, agreed);
  expect(textOf(bytes)).toContain("85600000");
  const { deps } = hub.door;
  const page = await deps.accessStore.audit(deps.tenant, {
    ...{ first: "newest", from: null, to: null, actor: null, result: null, object: null, after: null, limit: 50 },
    act: "personalData.export",
  });
  expect(page.items.map(({ object, reason }) => [object, reason]).sort()).toEqual([
    ["operator:op-01", `export:${body.id} 月度核对`],
    ["operator:op-02", `export:${body.id} 月度核对`],
  ]);
});

test("SEC-AZ-02, SEC-AZ-03: an export holds what its maker may see, and belongs to nobody else", async () => {
  const scoped = await hub.as({ scope: { units: ["unit-0001"] } });
  const ids = async (dataset: string) => {
    const { bytes } = await fileOf(
      { dataset, format: "csv", columns: [dataset === "readings" ? "deviceId" : "id"] },
      scoped,
    );
    return [...new Set(textOf(bytes).trim().split("\r\n").slice(1))];
  };
  expect(await ids("units")).toEqual(["unit-0001"]);
  expect(await ids("devices")).toEqual(["dev-889"]);
  expect(await ids("alarms")).toEqual(["al-1"]);
  expect(await ids("operators")).toEqual(["op-01"]);
  expect(await ids("readings")).toEqual(["dev-889"]);
  const { body } = await run({ dataset: "units", format: "csv" }, scoped);
  for (const [method, path] of [
    ["GET", `/api/v1/exports/${body.id}`],
    ["GET", `/api/v1/exports/${body.id}/content`],
    ["DELETE", `/api/v1/exports/${body.id}`],
    ["GET", `/api/v1/files/${body.fileId}`],
    ["GET", `/api/v1/files/${body.fileId}/content`],
  ] as const) {
    const foreign = await hub.call(method, path);
    expect([foreign.status, foreign.body.code], path).toEqual([404, "not-found"]);
  }
  expect((await hub.call("GET", `/api/v1/files/${body.fileId}`, undefined, scoped)).status).toBe(200);
  expect((await hub.call("GET", `/api/v1/files/${body.fileId}/content`, undefined, scoped)).status).toBe(404);
  expect((await hub.call("DELETE", `/api/v1/files/${body.fileId}`, undefined, scoped)).body.code).toBe("in-use");
});

test("SEC-AZ-05: who may not read a list may not export it", async () => {
  const narrow = await hub.as({ scopes: ["transfer:export", "records:read"] });
  expect((await run({ dataset: "units", format: "csv" }, narrow)).body.progress.state).toBe("done");
  for (const dataset of ["alarms", "readings", "audit"]) {
    const refused = await run({ dataset, format: "csv" }, narrow);
    expect([refused.status, refused.body.code], dataset).toEqual([403, "forbidden"]);
  }
});

test("SEC-API-05: drafts that fit no list are refused with the place of the fault", async () => {
  for (const [draft, path] of [
    [{ dataset: "units", format: "ods" }, "/format"],
    [{ dataset: "sessions", format: "csv" }, "/dataset"],
    [{ dataset: "units", format: "csv", filter: { unitId: "u" } }, "/filter/"],
    [{ dataset: "units", format: "csv", filter: { limit: 1 } }, "/filter/limit"],
    [{ dataset: "devices", format: "csv", filter: { unitId: "a b" } }, "/filter/unitId"],
    [{ dataset: "readings", format: "csv", filter: { from: "yesterday" } }, "/filter/from"],
    [{ dataset: "units", format: "csv", columns: ["id", "nobody"] }, "/columns/1"],
    [{ dataset: "units", format: "csv", columns: ["id", "id"] }, "/columns/1"],
    [{ dataset: "units", format: "csv", columns: [] }, "/columns"],
    [{ dataset: "units", format: "csv", purpose: " " }, "/purpose"],
    [{ dataset: "units", format: "csv", fileId: "x" }, "/fileId"],
  ] as const) {
    const refused = await run(draft);
    expect([refused.status, refused.body.errors?.[0]?.path], JSON.stringify(draft)).toEqual([422, path]);
  }
});

test("SEC-AUD-01: asking, finishing, each download and removal stand in the audit log; a removed file is gone", async () => {
  const { body, bytes } = await fileOf({ dataset: "alarms", format: "csv" });
  const rest = await hub.bytes(`/api/v1/exports/${body.id}/content`, { range: "bytes=10-" });
  expect([rest.status, Buffer.compare(rest.bytes, bytes.subarray(10))]).toEqual([206, 0]);
  expect((await hub.call("DELETE", `/api/v1/exports/${body.id}`)).status).toBe(204);
  expect((await hub.call("DELETE", `/api/v1/exports/${body.id}`)).status).toBe(204);
  expect((await hub.call("GET", `/api/v1/exports/${body.id}/content`)).status).toBe(404);
  expect((await hub.call("GET", `/api/v1/exports/${body.id}`)).body).toMatchObject({ fileId: null, expiresAt: null });
  const { deps } = hub.door;
  const page = await deps.accessStore.audit(deps.tenant, {
    ...{ first: "oldest", from: null, to: null, actor: null, act: null, result: null, after: null, limit: 50 },
    object: `export:${body.id}`,
  });
  const acts = ["export.create", "export.finish", "export.download", "export.download", "export.cancel"];
  expect(page.items.map(({ act }) => act)).toEqual(acts);
});
