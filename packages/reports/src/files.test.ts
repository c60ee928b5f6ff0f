// Files as a reader gets them: workbooks read by two libraries, PDFs by their text.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import readSheets from "read-excel-file/node";
import { beforeAll, expect, test } from "vitest";
import { acceptanceDocument, evaluationDocument } from "./documents.ts";
import type { FormCover, UnitRow } from "./form-facts.ts";
import { formPdf } from "./form-pdf.ts";
import { formWorkbook } from "./form-workbook.ts";
import { categoryForm, targetForm, unitForm } from "./forms.ts";
import type { MonitoringFacts } from "./monitoring-facts.ts";
import { monitoringPdf } from "./monitoring-pdf.ts";
import { monitoringSheets } from "./monitoring-sheets.ts";
import { createPdfMaker, type PdfMaker } from "./pdf-maker.ts";
import { type WorkRecordFacts, workRecordPdf } from "./work-record.ts";

const cover: FormCover = {
  ...{ reporter: "街道安办", region: "灵源街道", from: "2026-01-01", to: "2026-01-31", madeOn: "2026-02-01" },
  ...{ at: 1_770_000_000_000, number: "RF-1" },
};
const unit = (n: number, more: Partial<UnitRow> = {}): UnitRow => ({
  ...{ community: "灵水", name: `示例单位 ${n}`, address: `灵水社区 ${n} 号`, placeType: "school", installed: 2 },
  ...{ wiring: { checked: 1, known: 1 }, places: 1, ports: 10, models: ["A1"], vendors: ["示例电气"] },
  ...{ operator: "示例运维", contact: "陈*", investmentFen: 1_280_000, installedOn: "2026-01-05", ...more },
});
const facts: MonitoringFacts = {
  ...{ language: "zh", number: "YD-1", title: "2026 年 1 月用电安全监测报告", at: 1_770_000_000_000 },
  ...{ madeOn: "2026-02-01", from: "2026-01-01", to: "2026-01-31", operator: null, before: null },
  unit: { name: "示例制衣厂", address: "灵水社区 1 号", placeType: "劳动密集型企业", community: "灵水" },
  counts: { devices: 0, components: 0, alarm: 0, warning: 0, fault: 0, open: 0, overdue: 0, asFalse: 0 },
  ...{ onlineShare: null, acknowledgeMinutes: null, rectifyMinutes: null, days: [], hours: Array(24).fill(0) },
  ...{ hazards: [], devices: [], measurements: [], charging: null, advice: "", notes: [] },
};
const hazard: MonitoringFacts["hazards"][number] = {
  ...{
    type: "residualCurrentOver",
    title: "剩余电流报警",
    place: "1 号配电箱",
    first: "01-03 02:11",
    last: "01-20 03:00",
  },
  ...{ count: 3, most: "689 mA", state: "已确认", dueAt: "01-27 03:00", isOverdue: true, written: null },
};

let maker: PdfMaker;
beforeAll(async () => {
  maker = await createPdfMaker();
});

const hasPdftotext = (() => {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();
if (!hasPdftotext && process.env.DIANAN_REQUIRE_PDFTOTEXT === "1") throw new Error("pdftotext is required here");
/** Pages of a PDF as text; null: nothing on this machine reads it. */
const pagesOf = (bytes: Uint8Array): readonly string[] | null => {
  if (!hasPdftotext) return null;
  const folder = mkdtempSync(join(tmpdir(), "dianan-pdf-"));
  try {
    writeFileSync(join(folder, "a.pdf"), bytes);
    const text = execFileSync("pdftotext", ["-layout", join(folder, "a.pdf"), "-"], { encoding: "utf8" });
    return text.split("\f").slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Text without blanks: a reader puts some between Chinese and Latin letters. */
const squeezed = (text = ""): string => text.replaceAll(/\s+/g, "");

test("RF-5: a workbook is read as it was written by two libraries, with numbers, dates and formulas", async () => {
  const bytes = await formWorkbook(unitForm("rf5", cover, [unit(1), unit(2, { investmentFen: null })], "zh"));
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(["全部", "灵水"]);
  expect(sheets[0]?.rows[3]?.slice(0, 5)).toEqual(["1", "示例单位 1", "灵水社区 1 号", "学校", 2]);
  expect(sheets[0]?.rows[3]?.[11]).toEqual(new Date("2026-01-05T00:00:00Z"));
  expect(sheets[0]?.rows[4]?.[10] ?? null).toBeNull();
  expect(sheets[0]?.pageSetup?.printTitlesRow).toBe("$3:$3");
  const again = await readSheets(Buffer.from(bytes));
  const rows = (again as unknown as readonly { readonly data: readonly (readonly unknown[])[] }[])[0]?.data ?? [];
  expect(rows[3]?.[10]).toBe(1.28);
  expect(rows[5]?.slice(0, 5)).toEqual(["合计", null, null, null, 4]);
});

test("RF-3: totals are formulas that carry their result, over two rows of headings", async () => {
  const row = { community: "灵水", fireTarget: 20, fireDone: 5, chargingTarget: 40, chargingDone: 10 };
  const bytes = await formWorkbook(targetForm(cover, [row, { ...row, community: "曾林" }], "zh"));
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const total = sheets[0]?.cells?.get("6,1");
  expect([total?.formula, total?.formulaResult ?? total?.value]).toEqual(["SUM(B5:B6)", 40]);
  expect(sheets[0]?.cells?.get("6,3")?.formula).toBe('IF(B7=0,"",C7/B7)');
  expect(sheets[0]?.pageSetup?.printTitlesRow).toBe("$3:$4");
});

test.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1"])(
  "SEC-API-15: a unit called %j is a text and begins no formula",
  async (name) => {
    const { sheets } = await readXlsx(await formWorkbook(unitForm("rf5", cover, [unit(1, { name })], "zh")));
    expect(sheets[0]?.rows[3]?.[1]).toBe(`'${name}`);
  },
);

test("the same facts are the same bytes, whenever they are made", async () => {
  const document = categoryForm(cover, [{ name: "全部", rows: [] }], "zh");
  const make = async () => [
    ...[await formWorkbook(document), formPdf(maker, document).bytes, monitoringPdf(maker, facts).bytes],
  ];
  const first = await make();
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  const second = await make();
  for (const [n, bytes] of first.entries()) expect(Buffer.compare(bytes, second[n] as Uint8Array), String(n)).toBe(0);
});

test("500 units: every page has the heading, the last the totals and a place to seal", () => {
  const units = Array.from({ length: 500 }, (_, n) => unit(n, n === 7 ? { name: "很长".repeat(60) } : {}));
  const { bytes, missing } = formPdf(maker, unitForm("rf5", cover, units, "zh"));
  expect(missing).toEqual([]);
  const pages = pagesOf(bytes);
  if (pages === null) return;
  expect(pages.length).toBeGreaterThan(20);
  for (const page of pages) expect(page.replaceAll(/\s/g, "")).toMatch(/单位名称|合计|盖章/);
  expect(pages.join("")).toContain("示例单位 499");
  expect(pages.at(-1)).toMatch(/盖章/);
});

test("names with characters that common fonts lack are printed; what the font lacks is 〓 and told", () => {
  const { missing, bytes } = formPdf(maker, unitForm("rf6", cover, [unit(1, { name: "堃喆垚𠮷" })], "zh"));
  expect(missing).toEqual(["𠮷"]);
  const pages = pagesOf(bytes);
  if (pages !== null) expect(pages[0]?.replaceAll(/\s/g, "")).toContain("堃喆垚〓");
});

test("EF-4.3: a report of a period in which nothing happened says so, in both languages", () => {
  for (const language of ["zh", "en"] as const) {
    const { bytes, missing } = monitoringPdf(maker, { ...facts, language });
    expect(missing).toEqual([]);
    const pages = pagesOf(bytes);
    if (pages === null) continue;
    const text = pages.join("").replaceAll(/\s+/g, " ");
    expect(text).toMatch(language === "zh" ? /本期无/ : /None in this period/);
    expect(text).toMatch(language === "zh" ? /尚未确定运维机构/ : /has no operator/);
  }
});

test("EF-4.3, EF-5.3: hazards stand with their causes, advice, due time and what a person wrote", () => {
  const written = { ...hazard, written: "请更换 3 号车间线缆" };
  const { bytes } = monitoringPdf(maker, { ...facts, hazards: [written], advice: "节前除尘" });
  const pages = pagesOf(bytes);
  if (pages === null) return;
  const text = pages.join("").replaceAll(/\s/g, "");
  for (const wanted of ["剩余电流报警", "689mA", "逾期", "请更换3号车间线缆", "由持证电工停电", "节前除尘", "签收"])
    expect(text).toContain(wanted);
});

test("texts are texts: nothing that a name or an advice holds is set as markup, and nothing breaks", () => {
  const odd = fc.string({ unit: "grapheme", maxLength: 60 });
  const mark = fc.constantFrom(
    "#panic()",
    "$x$",
    "*a*",
    "`",
    "\\",
    "= h",
    '#import "@preview/x:1"',
    "@ref",
    "<l>",
    "//",
    "\u202e",
  );
  fc.assert(
    fc.property(fc.oneof(odd, mark), (text) => {
      const one = { ...hazard, title: text, place: text, written: text };
      const made = monitoringPdf(maker, {
        ...facts,
        title: text,
        number: text,
        hazards: [one],
        notes: [text],
        advice: text,
      });
      expect(made.bytes.length).toBeGreaterThan(1_000);
    }),
    { numRuns: 40 },
  );
});

test("a monitoring report's tables are a workbook too; charging only where there is some", async () => {
  const charging = { sessions: 10, abnormal: 1, energy: "3 kWh", ports: [{ name: "1 口", sessions: 10, abnormal: 1 }] };
  const bytes = await formWorkbook(monitoringSheets({ ...facts, hazards: [hazard], charging }));
  const names = (await readXlsx(bytes)).sheets.map(({ name }) => name);
  expect(names).toEqual(["概况", "每日告警", "隐患", "测量", "设备", "充电"]);
  const without = await formWorkbook(monitoringSheets(facts));
  expect((await readXlsx(without)).sheets.map(({ name }) => name)).not.toContain("充电");
});

test("PL-5, EF-5.1: evaluation and acceptance are documents with numbers and places to sign", () => {
  const evaluation = evaluationDocument(
    ...([cover, [], [{ name: "全部", rows: [] }]] as const),
    ...([[{ community: "灵水", open: 1, overdue: 1, raised: 4, closed: 3 }], "zh"] as const),
  );
  const acceptance = acceptanceDocument(
    cover,
    {
      ...{
        number: "YSJL-2026-0007",
        unit: "示例制衣厂",
        address: "灵水",
        operator: "示例运维",
        acceptedAt: "2026-01-31 10:00",
        by: "陈*",
        notes: "",
      },
      ...{ devices: [{ name: "1 号", type: "监控装置", model: null }], advice: ["加装遮雨"] },
    },
    "zh",
  );
  expect(evaluation.sheets.map(({ name }) => name)).toEqual(["目标", "覆盖率", "隐患"]);
  for (const document of [evaluation, acceptance]) {
    const pages = pagesOf(formPdf(maker, document).bytes);
    if (pages !== null) for (const page of pages) expect(page).toContain("盖章");
  }
  expect(acceptance.sheets[0]?.head).toContainEqual(["编号", "YSJL-2026-0007"]);
});

const record: WorkRecordFacts = {
  ...{ language: "zh", kind: "inspection", number: "XJ-2026-0001", version: 1, reason: null, replacedBy: null },
  ...{ isVoid: false, operator: "示例运维", unit: "示例制衣厂", address: "灵水社区 1 号", alarmId: null },
  ...{ from: "2026-01-02 09:00", to: "2026-01-02 10:30", subject: "月度巡检", text: "外观完好", items: [] },
  ...{ people: [{ name: "喆堃", duty: "巡检人" }], writtenBy: "陈伟", writtenAt: "2026-01-02 11:00", at: cover.at },
};

test.each(["inspection", "fault", "training", "handover"] as const)(
  "EF-5.4: a record of %s has its number, parties, and room to sign, seal and date",
  (kind) => {
    const { bytes, missing } = workRecordPdf(maker, { ...record, kind });
    expect(missing).toEqual([]);
    const pages = pagesOf(bytes);
    if (pages === null) return;
    expect(pages).toHaveLength(1);
    for (const words of ["XJ-2026-0001", "第 1 版", "示例运维", "示例制衣厂", "喆堃", "签字", "年 月 日"])
      expect(squeezed(pages[0])).toContain(squeezed(words));
  },
);

test.each(["rf5", "rf6"] as const)(
  "RF-5, RF-6: an empty %s says so, its total stands in one line, and there is room for a seal with its date",
  (kind) => {
    const pages = pagesOf(formPdf(maker, unitForm(kind, cover, [], "zh")).bytes);
    if (pages === null) return;
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/序号[\s\S]*无记录[\s\S]*合计[\s\S]*盖章[\s\S]*年\s+月\s+日/);
    const full = pagesOf(formPdf(maker, unitForm(kind, cover, [unit(1)], "zh")).bytes) ?? [];
    expect(full.join("")).not.toContain("无记录");
  },
);

test("EF-5.4: a version that was corrected, and a record that is void, say so; a first one that stands does not", () => {
  const text = (more: Partial<WorkRecordFacts>): string =>
    squeezed((pagesOf(workRecordPdf(maker, { ...record, ...more }).bytes) ?? []).join(""));
  if (!hasPdftotext) return;
  expect(text({})).not.toMatch(/更正|作废/);
  expect(text({ replacedBy: 3 })).toContain("本版已由第3版更正");
  expect(text({ version: 3, reason: "时间有误" })).toContain("第3版更正原因:时间有误");
  expect(text({ isVoid: true })).toContain("本记录已作废");
  expect(text({ language: "en", isVoid: true })).toContain("Thisrecordisvoid");
});

test("EF-5.4: a long record goes over pages, each with its number; who signs last is on one page", () => {
  const items = Array.from({ length: 100 }, (_, n) => {
    return {
      what: `第 ${n} 项检查内容`.repeat(n % 7 === 0 ? 8 : 1),
      result: "open" as const,
      note: "见照片".repeat(n % 5),
    };
  });
  const people = Array.from({ length: 100 }, (_, n) => ({ name: `示例人员${n}`, duty: "学员" }));
  const { bytes } = workRecordPdf(maker, { ...record, kind: "training", text: "很长。".repeat(1_000), items, people });
  const pages = pagesOf(bytes);
  if (pages === null) return;
  expect(pages.length).toBeGreaterThan(4);
  for (const page of pages) expect(page).toContain("XJ-2026-0001");
  expect(squeezed(pages.join(""))).toContain("示例人员99");
  expect(squeezed(pages.at(-1))).toContain("运维机构(盖章)");
});
