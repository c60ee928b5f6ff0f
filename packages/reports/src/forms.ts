import { type FormSystem, formCategories, placeTypes } from "@dianan/model";
import type { CategoryArea, FormCover, TargetRow, UnitRow } from "./form-facts.ts";
import { type Column, type FormDocument, type FormSheet, shareOf } from "./form-sheet.ts";
import type { Language, Words } from "./words.ts";

const say = (zh: string, en: string): Words => ({ zh, en });
const systems: { readonly [S in FormSystem]: Words } = {
  electricalFire: say("智能型电气火灾监控系统", "Electrical fire monitoring"),
  charging: say("电动自行车智能充电桩系统", "E-bike charging"),
};
const names = {
  rf3: say("智慧用电安全建设任务分解表(附件3)", "Targets of the communities (annex 3)"),
  rf4: say("智慧用电安全建设完成情况表(附件4)", "What is done by category (annex 4)"),
  rf5: say("智能型电气火灾监控系统安装汇总表(附件5)", "Electrical fire monitoring: installations (annex 5)"),
  rf6: say("电动自行车智能充电桩系统建设汇总表(附件6)", "E-bike charging: installations (annex 6)"),
} as const;

export type FormKind = keyof typeof names;

/** What a form is called (表名). */
export const formTitle = (kind: FormKind, language: Language): string => names[kind][language];

const head = (cover: FormCover, area: string, language: Language): FormSheet["head"] => {
  const word = (words: Words): string => words[language];
  return [
    [word(say("填报单位", "Reported by")), cover.reporter],
    [word(say("范围", "Area")), area],
    [word(say("统计期间", "Period")), `${cover.from} – ${cover.to}`],
    [word(say("填报日期", "Date")), cover.madeOn],
    [word(say("编号", "No.")), cover.number],
  ];
};
const signs: readonly Words[] = [
  say("填表人", "Filled in by"),
  say("审核人", "Checked by"),
  say("单位负责人(盖章)", "Responsible (seal)"),
];
const total = say("合计", "Total");
const everywhere = say("全部", "All");

const column = (zh: string, en: string, width: number, kind: Column["kind"], more: Partial<Column> = {}): Column => ({
  title: say(zh, en),
  width,
  kind,
  ...more,
});

type Made = Pick<FormSheet, "columns" | "rows" | "notes">;

const sheet = (kind: FormKind, cover: FormCover, area: string, language: Language, made: Made): FormSheet => ({
  ...made,
  name: area,
  title: `${cover.region}${formTitle(kind, language)}`,
  head: head(cover, area, language),
  totalWord: total[language],
  signs: signs.map((words) => words[language]),
});

const targetColumns: readonly Column[] = [
  column("社区", "Community", 16, "text"),
  ...(["electricalFire", "charging"] as const).flatMap((system, n): readonly Column[] => [
    column("目标数", "Target", 10, "count", { group: systems[system], total: "sum" }),
    column("完成数", "Done", 10, "count", { group: systems[system], total: "sum" }),
    column("完成率", "Share", 10, "share", { group: systems[system], total: { part: 3 * n + 2, of: 3 * n + 1 } }),
  ]),
];

/** RF-3 (附件3): targets of each community and what is done. */
export const targetForm = (cover: FormCover, rows: readonly TargetRow[], language: Language): FormDocument => {
  const made: Made = {
    columns: targetColumns,
    rows: rows.map(({ community, fireTarget, fireDone, chargingTarget, chargingDone }) => [
      ...[community, fireTarget, fireDone, shareOf(fireDone, fireTarget)],
      ...[chargingTarget, chargingDone, shareOf(chargingDone, chargingTarget)],
    ]),
    notes: [],
  };
  return documentOf("rf3", cover, language, [sheet("rf3", cover, everywhere[language], language, made)]);
};

const categoryColumns: readonly Column[] = [
  column("系统", "System", 24, "text"),
  column("类型", "Category", 36, "text"),
  column("底数", "Base", 10, "count", { total: "sum" }),
  column("完成数", "Done", 10, "count", { total: "sum" }),
  column("完成率", "Share", 10, "share", { total: { part: 3, of: 2 } }),
];

/** RF-4 (附件4): each category's base and what is done, in all and for each community. PL-3: the share is that of the base. */
export const categoryForm = (cover: FormCover, areas: readonly CategoryArea[], language: Language): FormDocument => {
  const sheets = areas.map(({ name, rows }) =>
    sheet("rf4", cover, name, language, {
      columns: categoryColumns,
      rows: rows.map(({ system, category, base, done }) => [
        ...[systems[system][language], formCategories[category][language], base, done, shareOf(done, base)],
      ]),
      notes: [
        language === "zh"
          ? "同一单位在两个系统中各计一次;底数为登记的单位数。"
          : "A unit counts once in each system; the base is the number of registered units.",
      ],
    }),
  );
  return documentOf("rf4", cover, language, sheets);
};

/** Columns of both summaries; `own` has those in which they differ. */
const unitColumns = (own: readonly Column[]): readonly Column[] => [
  column("序号", "No.", 8, "text"),
  column("单位名称", "Unit", 25, "text"),
  column("单位地址", "Address", 26, "text"),
  column("单位类型", "Place type", 15, "text"),
  column("安装数量", "Installed", 11, "count", { total: "sum" }),
  ...own,
  column("设备型号", "Models", 18, "text"),
  column("设备厂商", "Vendors", 17, "text"),
  column("运维机构", "Operator", 17, "text"),
  column("联系人及电话", "Contact and phone", 17, "text"),
  column("投资(万元)", "Invested (10,000 yuan)", 13, "money", { total: "sum" }),
  column("安装日期", "Installed on", 13, "date"),
];

const wiringWord = ({ checked, known }: UnitRow["wiring"], language: Language): string | null => {
  if (known === 0) return null;
  const words = checked === known ? say("是", "yes") : checked === 0 ? say("否", "no") : say("部分", "in part");
  return words[language];
};

const ownParts: {
  readonly [K in "rf5" | "rf6"]: {
    readonly columns: readonly Column[];
    readonly cells: (row: UnitRow, language: Language) => readonly (string | number | null)[];
  };
} = {
  rf5: {
    columns: [column("安装前是否检测线路", "Wiring checked before", 10, "text")],
    cells: ({ wiring }, language) => [wiringWord(wiring, language)],
  },
  rf6: {
    columns: [
      column("集中智能充电场所(个)", "Charging places", 12, "count", { total: "sum" }),
      column("智能充电口(个)", "Charging ports", 12, "count", { total: "sum" }),
    ],
    cells: ({ places, ports }) => [places, ports],
  },
};

const gapNotes = (rows: readonly UnitRow[], language: Language): readonly string[] => {
  const gaps: readonly (readonly [number, Words])[] = [
    [rows.filter(({ placeType }) => placeType === null).length, say("单位类型", "the place type")],
    [rows.filter(({ investmentFen }) => investmentFen === null).length, say("投资", "the investment")],
    [rows.filter(({ installedOn }) => installedOn === null).length, say("安装日期", "the date of installation")],
    [rows.filter(({ contact }) => contact === null).length, say("联系人", "the contact")],
  ];
  return gaps
    .filter(([many]) => many > 0)
    .map(([many, words]) =>
      language === "zh"
        ? `${many} 个单位未登记${words.zh},空白不计入合计。`
        : `${many} units without ${words.en}: what is empty is not in the total.`,
    );
};

/** RF-5 (附件5) or RF-6 (附件6): a row for each unit, in all and for each community. */
export const unitForm = (
  kind: "rf5" | "rf6",
  cover: FormCover,
  rows: readonly UnitRow[],
  language: Language,
): FormDocument => {
  const { columns, cells } = ownParts[kind];
  const list = (items: readonly string[]): string | null => (items.length === 0 ? null : items.join("、"));
  const sheetFor = (area: string, own: readonly UnitRow[]): FormSheet =>
    sheet(kind, cover, area, language, {
      columns: unitColumns(columns),
      rows: own.map((row, n) => [
        ...[String(n + 1), row.name, row.address],
        ...[row.placeType === null ? null : placeTypes[row.placeType][language], row.installed],
        ...cells(row, language),
        ...[list(row.models), list(row.vendors), row.operator, row.contact, row.investmentFen, row.installedOn],
      ]),
      notes: gapNotes(own, language),
    });
  const communities = [...new Set(rows.map(({ community }) => community))].filter((one) => one !== null).sort();
  const parts = communities.map((one) =>
    sheetFor(
      one,
      rows.filter(({ community }) => community === one),
    ),
  );
  return documentOf(kind, cover, language, [sheetFor(everywhere[language], rows), ...parts]);
};

const NAME_MAX = 31;

/** Names of sheets are unique, at most 31 characters, without `\ / ? * [ ] :`. */
export const sheetNames = (wanted: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      name
        .replaceAll(/[\\/?*[\]:]/g, " ")
        .replaceAll(/^'+|'+$/g, "")
        .trim() || "-";
    for (let n = 1; ; n += 1) {
      const end = n === 1 ? "" : ` ${n}`;
      const tried =
        Array.from(plain)
          .slice(0, NAME_MAX - end.length)
          .join("") + end;
      if (taken.has(tried.toLowerCase())) continue;
      taken.add(tried.toLowerCase());
      return tried;
    }
  });
};

const documentOf = (
  kind: FormKind,
  cover: FormCover,
  language: Language,
  sheets: readonly FormSheet[],
): FormDocument => {
  const unique = sheetNames(sheets.map(({ name }) => name));
  return {
    ...{ language, title: `${cover.region}${formTitle(kind, language)}`, at: cover.at },
    sheets: sheets.map((one, n) => ({ ...one, name: unique[n] ?? one.name })),
  };
};
