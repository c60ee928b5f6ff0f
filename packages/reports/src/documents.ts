import type { CategoryArea, FormCover, TargetRow } from "./form-facts.ts";
import { type Column, type FormDocument, type FormSheet, shareOf } from "./form-sheet.ts";
import { categoryForm, targetForm } from "./forms.ts";
import { adviceFor } from "./hazard-advice.ts";
import type { MonitoringFacts } from "./monitoring-facts.ts";
import type { Language } from "./words.ts";

const column = (zh: string, en: string, width: number, kind: Column["kind"] = "text"): Column => ({
  ...{ title: { zh, en }, width, kind },
});

/** Hazards of one community that are still open (未关闭隐患). */
export type OpenRow = {
  readonly community: string;
  readonly open: number;
  readonly overdue: number;
  readonly raised: number;
  readonly closed: number;
};

/** The year's result of a street (年度评估): targets, coverage by category, hazards. PL-5, PL-3. */
export const evaluationDocument = (
  cover: FormCover,
  targets: readonly TargetRow[],
  areas: readonly CategoryArea[],
  hazards: readonly OpenRow[],
  language: Language,
): FormDocument => {
  const zh = language === "zh";
  const title = `${cover.region}${zh ? "智慧用电安全建设年度评估" : "Evaluation of the year"}`;
  const [first] = targetForm(cover, targets, language).sheets;
  const [coverage] = categoryForm(cover, areas.slice(0, 1), language).sheets;
  const hazardSheet: FormSheet = {
    ...(first as FormSheet),
    name: zh ? "隐患" : "Hazards",
    columns: [
      column("社区", "Community", 20),
      { ...column("告警数", "Alarms", 12, "count"), total: "sum" },
      { ...column("已关闭", "Closed", 12, "count"), total: "sum" },
      { ...column("关闭率", "Share closed", 12, "share"), total: { part: 2, of: 1 } },
      { ...column("未关闭", "Open", 12, "count"), total: "sum" },
      { ...column("逾期", "Overdue", 12, "count"), total: "sum" },
    ],
    rows: hazards.map((one) => [
      ...[one.community, one.raised, one.closed, shareOf(one.closed, one.raised), one.open, one.overdue],
    ]),
  };
  const sheets = [
    { ...(first as FormSheet), name: zh ? "目标" : "Targets" },
    { ...(coverage as FormSheet), name: zh ? "覆盖率" : "Coverage" },
    hazardSheet,
  ].map((sheet) => ({ ...sheet, title: `${title} · ${sheet.name}` }));
  return { language, title, at: cover.at, sheets };
};

/** What an acceptance (验收) of a unit says, EF-5.1. */
export type AcceptanceFacts = {
  /** Its own number; null: made before there were any, the report's stands for it. */ readonly number: string | null;
  readonly unit: string;
  readonly address: string;
  readonly operator: string;
  readonly acceptedAt: string;
  readonly by: string;
  readonly notes: string;
  readonly devices: readonly { readonly name: string; readonly type: string; readonly model: string | null }[];
  /** What did not stand against it, and is to be done all the same. */ readonly advice: readonly string[];
};

/** The record of an acceptance (验收记录), to be signed. */
export const acceptanceDocument = (cover: FormCover, facts: AcceptanceFacts, language: Language): FormDocument => {
  const zh = language === "zh";
  const title = zh ? "智慧用电安全系统验收记录" : "Record of acceptance";
  const sheet: FormSheet = {
    name: title,
    title,
    head: [
      [zh ? "单位" : "Unit", facts.unit],
      [zh ? "地址" : "Address", facts.address],
      [zh ? "运维机构" : "Operator", facts.operator],
      [zh ? "验收时间" : "Accepted at", facts.acceptedAt],
      [zh ? "验收人" : "By", facts.by],
      [zh ? "编号" : "No.", facts.number ?? cover.number],
    ],
    columns: [
      column("序号", "No.", 6),
      column("设备", "Device", 34),
      column("类型", "Type", 24),
      column("型号", "Model", 20),
    ],
    rows: facts.devices.map(({ name, type, model }, n) => [String(n + 1), name, type, model]),
    totalWord: null,
    notes: [
      zh
        ? "验收时平台无设备故障,用户侧告警均已追溯隐患并出具书面整改意见(EF-5.1、CP-4.1)。"
        : "At the acceptance the platform shows no device fault, and each alarm of the user's side is traced to its hazard with written advice (EF-5.1, CP-4.1).",
      ...(facts.notes === "" ? [] : [`${zh ? "说明" : "Notes"}:${facts.notes}`]),
      ...facts.advice.map((line, n) => `${zh ? "建议" : "Advice"} ${n + 1}:${line}`),
    ],
    signs: zh
      ? ["建设单位(盖章)", "运维机构(盖章)", "使用单位(盖章)"]
      : ["Builder (seal)", "Operator (seal)", "Unit (seal)"],
  };
  return { language, title, at: cover.at, sheets: [sheet] };
};

/** Written advice (整改意见书) on the hazards of a unit in a period, to be signed and given back: EF-5.1, EF-5.3, CP-4.2. */
export const adviceDocument = (facts: MonitoringFacts): FormDocument => {
  const { language, unit, operator } = facts;
  const zh = language === "zh";
  const title = zh ? "整改意见书" : "Written advice";
  const sheet: FormSheet = {
    name: title,
    title,
    head: [
      [zh ? "单位" : "Unit", unit.name],
      [zh ? "地址" : "Address", unit.address],
      [zh ? "运维机构" : "Operator", operator?.name ?? ""],
      [zh ? "统计期间" : "Period", `${facts.from} – ${facts.to}`],
      [zh ? "出具日期" : "Date", facts.madeOn],
      [zh ? "编号" : "No.", facts.number],
    ],
    columns: [
      column("序号", "No.", 6),
      column("隐患", "Hazard", 20),
      column("位置", "Place", 24),
      column("首次发生", "First", 13),
      column("最大值", "Highest", 11),
      column("整改意见", "Advice", 44),
      column("期限", "Due", 13),
      column("状态", "State", 10),
      column("整改结果及日期", "What was done, and when", 20),
    ],
    rows: facts.hazards.map((one, n) => [
      ...[String(n + 1), one.title, one.place, one.first, one.most],
      one.written ?? `${zh ? "(通用)" : "(general) "}${adviceFor(one.type).advice[language]}`,
      ...[one.dueAt, one.state, null],
    ]),
    totalWord: null,
    notes: [
      ...(facts.hazards.length === 0 ? [zh ? "本期没有隐患。" : "No hazards in this period."] : []),
      zh
        ? "标注“(通用)”的为通用建议,须经持证电工复核后执行;请于期限内整改并反馈结果。"
        : "What is marked (general) is reviewed by a licensed electrician before it is followed; rectify by the dates named and report back.",
      ...facts.notes,
    ],
    signs: zh
      ? ["出具单位(盖章)", "单位签收(日期)", "复查人(日期)"]
      : ["Given by (seal)", "Received (date)", "Checked again by (date)"],
  };
  return { language, title, at: facts.at, sheets: [sheet] };
};
