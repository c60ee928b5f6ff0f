import type { Instant } from "@dianan/model";
import { formTitle } from "@dianan/reports";
import { documentNumber } from "../core/document-number.ts";
import { actorNamed } from "../core/record-actor.ts";
import { dueAfter } from "../core/report-days.ts";
import type { AccessItem } from "../ports/access-store.ts";
import type { JsonObject } from "../ports/records.ts";
import type {
  ReportDraft,
  ReportFormat,
  ReportKind,
  ReportRecipients,
  ReportState,
  ReportView,
} from "../ports/reports.ts";
import type { JobFault, JobProgress } from "../ports/transfer.ts";
import type { Write } from "../ports/write.ts";

/** A file of a report on the shelf. */
export type KeptFile = { readonly name: string; readonly bytes: number; readonly sha256: string };

/** What is kept of a report, beside its files and what they are made from. */
export type ReportBody = Omit<ReportDraft, "purpose"> & {
  readonly number: string;
  readonly title: string;
  readonly state: ReportState;
  readonly advice: string;
  /** Absent or null: nobody reviewed it as it is. */ readonly review?: {
    readonly by: string;
    readonly at: Instant;
  } | null;
  readonly missing: readonly string[];
  readonly files: { readonly [F in ReportFormat]?: KeptFile };
  readonly sentAt: Instant | null;
  readonly sentTo: string | null;
  readonly progress: JobProgress;
  readonly actor: string;
  readonly by: string;
  readonly createdAt: Instant;
  /** Who gets it when it is made; absent: nobody. */ readonly deliverTo?: ReportRecipients;
};
export type ReportItem = AccessItem & { readonly body: ReportBody & JsonObject };

const prefixes: { readonly [K in ReportKind]: string } = {
  ...{ monitoring: "YD", advice: "ZG", rf3: "F3", rf4: "F4", rf5: "F5", rf6: "F6", evaluation: "PG", acceptance: "YS" },
};

/** Number of a document (文件编号): kind, year, and which it is of that kind and year. */
export const reportNumber = (kind: ReportKind, year: string, count: number): string =>
  documentNumber(prefixes[kind], year, count);

/** What a report is called (标题). */
export const reportTitle = ({
  kind,
  from,
  to,
  language,
}: Pick<ReportDraft, "kind" | "from" | "to" | "language">): string => {
  const zh = language === "zh";
  if (kind === "monitoring")
    return zh ? `用电安全监测报告(${from} 至 ${to})` : `Electrical safety report, ${from} to ${to}`;
  if (kind === "advice") return zh ? "整改意见书" : "Written advice";
  if (kind === "acceptance") return zh ? "智慧用电安全系统验收记录" : "Record of acceptance";
  if (kind === "evaluation") return zh ? "智慧用电安全建设年度评估" : "Evaluation of the year";
  return formTitle(kind, language);
};

const returned: readonly ReportKind[] = ["rf4", "rf5", "rf6"];

export const reportView = ({ id, body, version }: ReportItem, utcOffsetMinutes: number): ReportView => ({
  ...{ id, version, number: body.number, kind: body.kind, title: body.title, from: body.from, to: body.to },
  ...{
    unitId: body.unitId,
    regionCode: body.regionCode,
    state: body.state,
    advice: body.advice,
    missing: body.missing,
  },
  ...{ reviewedBy: body.review?.by ?? null, reviewedAt: body.review?.at ?? null },
  formats: body.formats.filter((format) => body.files[format] !== undefined),
  dueAt: returned.includes(body.kind) ? (dueAfter(body.to, utcOffsetMinutes) as Instant) : null,
  ...{ sentAt: body.sentAt, sentTo: body.sentTo, progress: body.progress, createdAt: body.createdAt },
  createdBy: actorNamed(body.actor, body.by),
});

/** @param ifVersion - as it was read, 0 for a new one */
export const reportWrite = (id: string, body: ReportBody, ifVersion: number): Write => ({
  kind: "item",
  item: { kind: "report", id, body: body as ReportBody & JsonObject, lookup: null, expiresAt: null },
  ifVersion,
});

const fault = (code: string, zh: string, en: string): JobFault => ({ code, title: { zh, en }, errors: [] });

export const reportFaults = {
  interrupted: fault("interrupted", "平台中途停止,请重新生成。", "The hub stopped before it was done: make it again."),
  "no-pdf": fault(
    "no-pdf",
    "本机没有适用的 PDF 排版组件,请只选 XLSX。",
    "This machine has no typesetter for PDF: ask for XLSX only.",
  ),
  "no-unit": fault("no-unit", "单位不存在或已删除。", "The unit is not there, or no longer."),
  "no-acceptance": fault("no-acceptance", "该单位在此期间没有验收记录。", "The unit was not accepted in this period."),
  "no-space": fault("no-space", "磁盘空间不足,请稍后再试。", "There is no space left on the disk: try again later."),
  failed: fault("failed", "生成失败,请稍后再试。", "It could not be made: try again later."),
} as const;
export type ReportFault = keyof typeof reportFaults;

/** Ends the making of a report with what to say about it. */
export class ReportEnd extends Error {
  readonly fault: ReportFault;
  constructor(name: ReportFault) {
    super(name);
    this.name = "ReportEnd";
    this.fault = name;
  }
}
