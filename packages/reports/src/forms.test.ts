import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { FormCover, UnitRow } from "./form-facts.ts";
import { shownCell, totalsOf } from "./form-sheet.ts";
import { categoryForm, sheetNames, targetForm, unitForm } from "./forms.ts";

const cover: FormCover = {
  ...{ reporter: "街道安办", region: "灵源街道", from: "2026-01-01", to: "2026-01-31", madeOn: "2026-02-01" },
  ...{ at: 1_770_000_000_000, number: "RF-1" },
};
const targets = JSON.parse(
  readFileSync(new URL("../../../examples/targets/targets.json", import.meta.url), "utf8"),
) as { readonly items: readonly { community: string; electricalFireTarget: number; chargingTarget: number }[] };
const unit: UnitRow = {
  ...{ community: "灵水", name: "示例制衣厂", address: "灵水社区 1 号", placeType: "labourIntensive", installed: 3 },
  ...{ wiring: { checked: 2, known: 3 }, places: 2, ports: 20, models: ["A1", "B2"], vendors: ["示例电气"] },
  ...{ operator: "示例运维", contact: "陈*", investmentFen: 1_280_000, installedOn: "2026-01-05" },
};
const empty: UnitRow = {
  ...{ community: null, name: "无资料单位", address: "x", placeType: null, installed: 0, places: 0, ports: 0 },
  ...{ wiring: { checked: 0, known: 0 }, models: [], vendors: [], operator: null, contact: null },
  ...{ investmentFen: null, installedOn: null },
};

test("RF-3: the ten communities' targets come to 140 and 230, and shares of them are of the sums", () => {
  const rows = targets.items.map(({ community, electricalFireTarget, chargingTarget }) => ({
    ...{ community, fireTarget: electricalFireTarget, fireDone: 7, chargingTarget, chargingDone: 23 },
  }));
  const [sheet] = targetForm(cover, rows, "zh").sheets;
  expect(sheet?.rows).toHaveLength(10);
  expect(sheet === undefined ? [] : totalsOf(sheet)).toEqual(["合计", 140, 70, 0.5, 230, 230, 1]);
});

test("RF-3: a community without a target has no share, not 0 %", () => {
  const [sheet] = targetForm(
    cover,
    [{ community: "x", fireTarget: 0, fireDone: 1, chargingTarget: 0, chargingDone: 0 }],
    "en",
  ).sheets;
  expect(sheet?.rows).toEqual([["x", 0, 1, null, 0, 0, null]]);
  expect(sheet === undefined ? [] : totalsOf(sheet)).toEqual(["Total", 0, 1, null, 0, 0, null]);
});

test("RF-4: a sheet for all and one for each community, with the categories' words", () => {
  const rows = [{ system: "electricalFire", category: "fireIndustry", base: 4, done: 1 }] as const;
  const document = categoryForm(
    cover,
    [
      { name: "全部", rows },
      { name: "灵水", rows: [] },
    ],
    "zh",
  );
  expect(document.sheets.map(({ name }) => name)).toEqual(["全部", "灵水"]);
  expect(document.sheets[0]?.rows).toEqual([["智能型电气火灾监控系统", "工业企业", 4, 1, 0.25]]);
  const none = document.sheets[1];
  expect(none === undefined ? [] : totalsOf(none)).toEqual(["合计", null, 0, 0, null]);
});

test("RF-5: the columns of 附件5 in its order, and what is not known is empty and said", () => {
  const document = unitForm("rf5", cover, [unit, empty], "zh");
  const [all, community, ...others] = document.sheets;
  expect(all?.columns.map(({ title }) => title.zh)).toEqual([
    ...["序号", "单位名称", "单位地址", "单位类型", "安装数量", "安装前是否检测线路", "设备型号", "设备厂商"],
    ...["运维机构", "联系人及电话", "投资(万元)", "安装日期"],
  ]);
  expect(all?.rows).toEqual([
    [
      "1",
      "示例制衣厂",
      "灵水社区 1 号",
      "劳动密集型企业(服装、制鞋)",
      3,
      "部分",
      "A1、B2",
      "示例电气",
      "示例运维",
      "陈*",
      1_280_000,
      "2026-01-05",
    ],
    ["2", "无资料单位", "x", null, 0, null, null, null, null, null, null, null],
  ]);
  expect(all?.notes).toHaveLength(4);
  expect(all?.notes.every((note) => note.startsWith("1 个单位未登记"))).toBe(true);
  expect([community?.name, community?.rows.length, community?.notes, others.length]).toEqual(["灵水", 1, [], 0]);
});

test("RF-6: places and ports stand in place of the wiring check", () => {
  const [all] = unitForm("rf6", cover, [unit], "zh").sheets;
  expect(all?.columns.map(({ title }) => title.zh).slice(4, 8)).toEqual([
    ...["安装数量", "集中智能充电场所(个)", "智能充电口(个)", "设备型号"],
  ]);
  expect(all?.rows[0]?.slice(4, 7)).toEqual([3, 2, 20]);
  expect(all?.columns.some(({ title }) => title.zh.includes("检测线路"))).toBe(false);
});

test.each([
  [[3, 3], "是", "yes"],
  [[0, 2], "否", "no"],
  [[1, 2], "部分", "in part"],
  [[0, 0], null, null],
] as const)("EF-5.6: wiring checked at %j of the devices reads %s", ([checked, known], zh, en) => {
  const row = { ...unit, wiring: { checked, known } };
  expect(unitForm("rf5", cover, [row], "zh").sheets[0]?.rows[0]?.[5]).toBe(zh);
  expect(unitForm("rf5", cover, [row], "en").sheets[0]?.rows[0]?.[5]).toBe(en);
});

test("cells are printed by their kind: fen as 万元, a share in percent, nothing for what is not known", () => {
  expect([
    shownCell(1_285_000, "money"),
    shownCell(0.1234, "share"),
    shownCell(null, "count"),
    shownCell(0, "count"),
  ]).toEqual(["1.29", "12.3%", "", "0"]);
});

test("names of sheets are unique and short, whatever the communities are called", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { maxLength: 12 }), (wanted) => {
      const made = sheetNames([...wanted, "同名", "同名", "A", "a"]);
      expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(made.length);
      for (const name of made) {
        expect(name.length).toBeGreaterThan(0);
        expect(Array.from(name).length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[\\/?*[\]:]/);
      }
    }),
  );
});
