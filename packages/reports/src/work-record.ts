import { type WorkRecordKind, type WorkRecordResult, workRecordKinds, workRecordResults } from "@dianan/model";
import type { Pdf, PdfMaker } from "./pdf-maker.ts";
import type { Language, Words } from "./words.ts";

/** A record of an operator's work (运维记录) as it is printed, EF-5.4. Times are as they are shown. */
export type WorkRecordFacts = {
  readonly language: Language;
  readonly kind: WorkRecordKind;
  readonly number: string;
  readonly version: number;
  /** Why this version was written; null: it is the first. */ readonly reason: string | null;
  /** The newest version, when this is an older one. */ readonly replacedBy: number | null;
  readonly isVoid: boolean;
  readonly operator: string;
  readonly unit: string | null;
  readonly address: string | null;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly alarmId: string | null;
  readonly items: readonly { readonly what: string; readonly result: WorkRecordResult; readonly note: string }[];
  readonly people: readonly { readonly name: string; readonly duty: string }[];
  readonly writtenBy: string;
  readonly writtenAt: string;
  /** The same, milliseconds UTC. */ readonly at: number;
};

type KindWords = {
  readonly subject: Words;
  readonly text: Words;
  readonly items: Words;
  readonly people: Words;
  /** Who signs, and whose seal it needs. */ readonly signs: readonly Words[];
};

const operatorSeal = { zh: "运维机构(盖章)", en: "Operator (seal)" };
const unitSign = { zh: "单位确认(签字盖章)", en: "Unit (signature, seal)" };

const kindWords: { readonly [K in WorkRecordKind]: KindWords } = {
  inspection: {
    subject: { zh: "巡检范围", en: "Inspected" },
    text: { zh: "巡检情况", en: "What was found" },
    items: { zh: "检查项目", en: "What was checked" },
    people: { zh: "巡检人员", en: "Inspected by" },
    signs: [{ zh: "巡检人(签字)", en: "Inspector (signature)" }, unitSign, operatorSeal],
  },
  fault: {
    subject: { zh: "故障现象", en: "Fault" },
    text: { zh: "原因与处理情况", en: "Cause, and what was done" },
    items: { zh: "处理步骤", en: "What was done" },
    people: { zh: "处理人员", en: "Handled by" },
    signs: [{ zh: "处理人(签字)", en: "Repairer (signature)" }, unitSign, operatorSeal],
  },
  training: {
    subject: { zh: "培训主题", en: "Subject" },
    text: { zh: "培训情况", en: "How it went" },
    items: { zh: "培训内容", en: "What was taught" },
    people: { zh: "参加人员签到", en: "Who took part" },
    signs: [
      { zh: "培训人(签字)", en: "Trainer (signature)" },
      { zh: "负责人(签字)", en: "In charge (signature)" },
      operatorSeal,
    ],
  },
  handover: {
    subject: { zh: "班次", en: "Shift" },
    text: { zh: "本班情况", en: "The shift" },
    items: { zh: "交接事项", en: "What is handed over" },
    people: { zh: "值班人员", en: "On duty" },
    signs: [
      { zh: "交班人(签字)", en: "Given by (signature)" },
      { zh: "接班人(签字)", en: "Taken by (signature)" },
      { zh: "负责人(签字)", en: "In charge (signature)" },
    ],
  },
};

/** A record of work as PDF: number, parties, lines, who took part with room to sign, and a place to sign and seal with the date. */
export const workRecordPdf = (maker: PdfMaker, facts: WorkRecordFacts): Pdf => {
  const { language, kind, number, version, reason, replacedBy, isVoid } = facts;
  const zh = language === "zh";
  const words = kindWords[kind];
  const pairs: readonly (readonly [string, string | null])[] = [
    [zh ? "运维机构" : "Operator", facts.operator],
    [zh ? "单位" : "Unit", facts.unit],
    [zh ? "地址" : "Address", facts.address],
    [words.subject[language], facts.subject],
    [zh ? "时间" : "Time", `${facts.from} – ${facts.to}`],
    [zh ? "告警编号" : "Alarm", facts.alarmId],
  ];
  const marks = [
    ...(isVoid ? [zh ? "本记录已作废" : "This record is void"] : []),
    ...(replacedBy === null
      ? []
      : [zh ? `本版已由第 ${replacedBy} 版更正` : `This version was corrected: version ${replacedBy} stands instead`]),
  ];
  const filled = zh
    ? `填写:${facts.writtenBy} ${facts.writtenAt}`
    : `Written by ${facts.writtenBy}, ${facts.writtenAt}`;
  const why = reason === null ? [] : [zh ? `第 ${version} 版更正原因:${reason}` : `Why version ${version}: ${reason}`];
  return maker.make(
    "record",
    {
      ...{ language, number, title: workRecordKinds[kind][language], marks, pairs: pairs.filter(([, value]) => value) },
      version: zh ? `第 ${version} 版` : `version ${version}`,
      text: { title: words.text[language], body: facts.text },
      items: {
        title: words.items[language],
        rows: facts.items.map(({ what, result, note }) => [what, workRecordResults[kind][result][language], note]),
      },
      people: { title: words.people[language], rows: facts.people.map(({ name, duty }) => [name, duty]) },
      notes: [filled, ...why],
      signs: words.signs.map((one) => one[language]),
    },
    facts.at,
  );
};
