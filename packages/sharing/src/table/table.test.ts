import fc from "fast-check";
import { expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { recordSchema } from "../../scripts/schemas.ts";
import { type RecordKind, recordKinds } from "../kinds.ts";
import {
  columnsOf,
  csvFile,
  csvLine,
  importRecords,
  inertText,
  isDerived,
  readCells,
  requiredMembers,
  TABLE_BYTES_MAX,
  TABLE_ROWS_MAX,
  templateHeader,
} from "./index.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const example = (kind: RecordKind) => recordSchema(kind).examples.at(-1) as never;
const operators = `ID,名称,编码,地址,联系人姓名,联系人电话,备注
op-01,示例运维公司,91350100M000100Y43,福建省晋江市示例路 1 号,示例联系人,0595-85600000,x
op-02,第二家,code-2,"示例路 2 号, 三楼",某某,059585600001,
`;

test("a register in Chinese, as people keep it, becomes records", async () => {
  const report = importRecords("operator", await readCells(utf8(operators)));
  expect(report).toMatchObject({ ok: true, header: [], ignored: ["备注"] });
  expect(report.records).toHaveLength(2);
  expect(report.records[1]).toEqual({
    id: "op-02",
    name: "第二家",
    code: "code-2",
    address: "示例路 2 号, 三楼",
    contactName: "某某",
    contactPhone: "059585600001",
  });
});

test("GB 18030, semicolons and a UTF-8 mark are read too", async () => {
  // 名称 in GB 18030.
  const gb = Uint8Array.from([...utf8("id;"), 0xc3, 0xfb, 0xb3, 0xc6, ...utf8("\r\n1;a\r\n2;b\r\n")]);
  expect(await readCells(gb)).toEqual([
    ["id", "名称"],
    ["1", "a"],
    ["2", "b"],
  ]);
  expect(await readCells(utf8("\uFEFFid,名称\n1,a\n"))).toEqual([
    ["id", "名称"],
    ["1", "a"],
  ]);
});

test("what Excel saves as Unicode text is read", async () => {
  const text = new Uint8Array(Buffer.from("\uFEFFid\t名称\r\n1\t电\r\n", "utf16le"));
  expect(await readCells(text)).toEqual([
    ["id", "名称"],
    ["1", "电"],
  ]);
});

test("blank rows are passed over, and every other row keeps the number that the spreadsheet shows", async () => {
  const text = operators.replace("op-02", "\n,,,\nop-02").replace("059585600001", "请拨打");
  const report = importRecords("operator", await readCells(utf8(`\n${text}\n\n`)));
  expect(report.rows.map(({ row, errors }) => [row, errors.length])).toEqual([
    [3, 0],
    [6, 1],
  ]);
  const cells = [["id"], [], ["x"]].map((row) => row.map((value) => ({ value })));
  const buffer = await (await writeXlsxFile(cells as never)).toBuffer();
  expect(importRecords("operator", await readCells(new Uint8Array(buffer))).rows.map(({ row }) => row)).toEqual([3]);
});

test("a sheet of a workbook is taken by its name; one that is not there is refused", async () => {
  const sheets = ["说明", "台账"].map((sheet) => ({ sheet, data: [[{ value: sheet }]] }));
  const bytes = new Uint8Array(await (await writeXlsxFile(sheets as never)).toBuffer());
  expect(await readCells(bytes)).toEqual([["说明"]]);
  expect(await readCells(bytes, { sheet: "台账" })).toEqual([["台账"]]);
  await expect(readCells(bytes, { sheet: "别的" })).rejects.toMatchObject({ code: "no-sheet" });
});

test("headers of a template, in both languages with stars, are the columns they were made of", () => {
  for (const kind of recordKinds) {
    const columns = columnsOf(kind).filter(({ member }) => !isDerived(member));
    const required = requiredMembers(kind);
    const head = columns.map((column) => templateHeader(column, required.includes(column.member)));
    expect(importRecords(kind, [head]).ignored).toEqual([]);
    expect(importRecords(kind, [head]).header.map(({ code }) => code)).toEqual(["no-rows"]);
  }
});

test("a header of one's own is the member that one says; a member that is none is a fault", () => {
  const row = ["c1", "n", "a", "d1", "m", "2026-01-02", "normal", "128"];
  const head = componentHead.with(1, "叫法");
  const columns = { 叫法: "name" };
  expect(importRecords("component", [head, row]).header.map(({ code }) => code)).toEqual(["missing-column"]);
  expect(importRecords("component", [head, row], { columns }).records[0]).toMatchObject({ name: "n" });
  const wrong = importRecords("component", [head, row], { columns: { 叫法: "nome" } });
  expect(wrong.header.map(({ code }) => code)).toEqual(["unknown-member", "missing-column"]);
});

test("an XLSX file with numbers, dates and yes/no becomes the same records as its CSV", async () => {
  const header = [
    "主键",
    "名称",
    "所属运维机构编码(id)",
    "详细地址",
    "纬度",
    "经度",
    "区域编码",
    "场所类型",
    "消防安全重点单位",
  ];
  const row = ["unit-1", "示例小学", "op-01", "示例路 1 号", 24.718, 118.5389, 350582, "学校", "是"];
  const buffer = await (
    await writeXlsxFile([header.map((value) => ({ value })), row.map((value) => ({ value }))] as never)
  ).toBuffer();
  const options = { defaults: { platformCode: "JJLY01" } };
  const report = importRecords("unit", await readCells(new Uint8Array(buffer)), options);
  expect(report.rows).toEqual([{ row: 2, id: "unit-1", errors: [], warnings: [] }]);
  expect(report.records[0]).toMatchObject({
    placeType: "school",
    keyFireUnit: true,
    latitude: 24.718,
    regionCode: "350582",
    deviceCount: 0,
    platformCode: "JJLY01",
  });
  const csv = importRecords("unit", await readCells(utf8(`${header.join(",")}\n${row.join(",")}\n`)), options);
  expect(csv.records).toEqual(report.records);
});

test.each([
  ["2026-1-2", "2026-01-02"],
  ["2026/01/02", "2026-01-02"],
  ["2026.1.2", "2026-01-02"],
  ["2026年1月2日", "2026-01-02"],
])("a date written %s is %s", (written, date) => {
  const sheet = [
    ["id", "installedOn"],
    ["c1", written],
  ];
  const { rows } = importRecords("component", sheet);
  expect(rows[0]?.errors.some(({ path }) => path === "/installedOn")).toBe(false);
  expect(
    importRecords("component", [[...componentHead], ["c1", "n", "a", "d1", "m", written, "正常", "128"]]).records[0],
  ).toMatchObject({
    installedOn: date,
    status: "normal",
  });
});
const componentHead = ["id", "名称", "地址", "关联的设备id", "manufacturer", "installedOn", "Status", "类型"];

test("nothing is half-imported: one bad row and no record comes out; every fault is told with its row", async () => {
  const bad = `${operators}op-01,重复的,c,a,n,0595-85600000,\n,没有 id,c,a,n,0595-85600000,\nop-05,电话不对,c,a,n,请拨打,\n`;
  const report = importRecords("operator", await readCells(utf8(bad)));
  expect(report.ok).toBe(false);
  expect(report.records).toEqual([]);
  expect(report.rows.map(({ row, errors }) => [row, errors.map(({ code, path }) => `${code} ${path}`)])).toEqual([
    [2, []],
    [3, []],
    [4, ["duplicate-id /id"]],
    [5, ["missing /id"]],
    [6, ["too-short /contactPhone"]],
  ]);
  expect(report.rows[4]?.errors[0]?.message.zh).toContain("联系人电话");
});

test("a word that no list has is answered with the words that it has", () => {
  const head = [...componentHead.with(7, "类型"), "x"];
  const row = ["c1", "n", "a", "d1", "m", "2026-01-02", "坏了", "128"];
  const [fault] = importRecords("component", [head, row]).rows[0]?.errors ?? [];
  expect(fault).toMatchObject({ code: "bad-format", path: "/status" });
  expect(fault?.message.zh).toMatch(/没有“坏了”。可填:正常、/);
  expect(fault?.message.en).toMatch(/has no "坏了"\. One of: Normal, /);
});

test("a reference to nobody is a fault of its row when it can be asked", () => {
  const row = ["c1", "n", "a", "d9", "m", "2026-01-02", "normal", "128"];
  const exists = (kind: string, id: string) => kind === "device" && id === "d1";
  const report = importRecords("component", [componentHead, row], { exists });
  expect(report.rows[0]?.errors).toMatchObject([{ code: "unknown-reference", path: "/deviceId" }]);
  expect(importRecords("component", [componentHead, row.with(3, "d1")], { exists }).ok).toBe(true);
});

test("a table without a needed column, with one twice, or without rows says so", () => {
  const codes = (sheet: string[][]) => importRecords("component", sheet).header.map(({ code }) => code);
  const row = ["c1", "n", "a", "d1", "m", "2026-01-02", "normal", "128"];
  expect(codes([componentHead.slice(1), row.slice(1)])).toEqual(["missing-column"]);
  expect(
    codes([
      [...componentHead, "名称"],
      [...row, "n"],
    ]),
  ).toEqual(["duplicate-column"]);
  expect(codes([componentHead])).toEqual(["no-rows"]);
  expect(importRecords("component", [componentHead.slice(1), row.slice(1)]).header[0]?.message.zh).toContain("id");
});

test.each<[string, string, () => Uint8Array]>([
  ["nothing", "empty", () => utf8("")],
  ["an old .xls file", "bad-file", () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ["a broken XLSX file", "bad-file", () => Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3)],
  ["an open quote", "bad-file", () => utf8('id,名称\n1,"a\n2,b\n')],
  ["bytes that are no text", "bad-text", () => Uint8Array.of(0x69, 0x64, 0xff, 0xff, 0x0a)],
  ["a file over the limit", "too-big", () => new Uint8Array(TABLE_BYTES_MAX + 1).fill(0x61)],
  ["more rows than the limit", "too-big", () => utf8("id\n".repeat(TABLE_ROWS_MAX + 2))],
])("%s is refused: %s", async (_, code, bytes) => {
  await expect(readCells(bytes())).rejects.toMatchObject({ name: "TableError", code });
});

test("a small file that claims to unpack to gigabytes is refused before it is unpacked", async () => {
  const entry = new Uint8Array(46);
  entry.set([0x50, 0x4b, 0x01, 0x02]);
  new DataView(entry.buffer).setUint32(24, 0xf0000000, true);
  await expect(readCells(Uint8Array.of(0x50, 0x4b, 3, 4, ...entry))).rejects.toMatchObject({ code: "too-big" });
});

test("SEC-API-15: no cell of an export can be a formula; commas, quotes and line breaks stay in their cell", async () => {
  for (const text of ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "\u0000a"])
    expect(inertText(text).startsWith("'")).toBe(true);
  expect(csvLine([-1, "-1", "a", true, null])).toBe("-1,'-1,a,true,\r\n");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: "grapheme-ascii" }), { minLength: 2, maxLength: 6 }), async (cells) => {
      const kept = cells.map((cell) => cell.replaceAll("\u0000", ""));
      fc.pre(kept.some((cell) => cell.trim() !== ""));
      const head = kept.map((_, i) => `h${i}`);
      const [, row = []] = await readCells(utf8(csvLine(head) + csvLine(kept)));
      expect(row).toEqual(kept.map(inertText));
    }),
    { numRuns: 300 },
  );
});

test.each(recordKinds.flatMap((kind) => [[kind, "zh"] as const, [kind, "en"] as const]))(
  "%s: what is exported in %s is imported again",
  async (kind, language) => {
    const report = importRecords(kind, await readCells(utf8(csvFile(kind, [example(kind)], language))));
    expect(report.rows.flatMap(({ errors }) => errors)).toEqual([]);
    expect(report.header).toEqual([]);
    const [record = {}] = report.records as readonly { readonly [member: string]: unknown }[];
    const whole = example(kind) as { [member: string]: unknown };
    for (const [member, value] of Object.entries(record))
      if (member !== "deviceCount" && member !== "componentCount") expect(value, member).toEqual(whole[member]);
  },
);
