import type { Instant } from "@dianan/model";
import { actorNamed } from "../core/record-actor.ts";
import type { AccessItem } from "../ports/access-store.ts";
import type { Caller } from "../ports/caller.ts";
import type { MediaType } from "../ports/files.ts";
import type { ExportDraft, ExportFormat, ExportView, JobFault, JobProgress } from "../ports/transfer.ts";

/** What is kept of an export, beside its file. */
export type ExportBody = Omit<ExportDraft, "source" | "columns"> & {
  readonly progress: JobProgress;
  readonly rows: number | null;
  readonly fileId: string | null;
  readonly actor: string;
  readonly by: string;
  readonly createdAt: Instant;
};
export type ExportItem = AccessItem & { readonly body: ExportBody };

export const mediaTypes: { readonly [F in ExportFormat]: MediaType } = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  parquet: "application/vnd.apache.parquet",
};

export const newExport = (who: Caller, draft: ExportDraft, now: Instant): ExportBody => {
  const { source: _source, columns: _columns, ...rest } = draft;
  return {
    ...rest,
    progress: { state: "queued", doneItems: 0, totalItems: null, startedAt: null, finishedAt: null, error: null },
    rows: null,
    fileId: null,
    actor: who.actor,
    by: who.name,
    createdAt: now,
  };
};

/** @param doneItems - rows so far, of a job that runs */
export const exportView = ({ id, body, expiresAt }: ExportItem, doneItems: number | undefined): ExportView => ({
  id,
  dataset: body.dataset,
  format: body.format,
  filter: body.filter,
  progress:
    doneItems === undefined || body.progress.state !== "queued"
      ? body.progress
      : { ...body.progress, state: "running", doneItems },
  rows: body.rows,
  fileId: body.fileId,
  expiresAt: body.fileId === null ? null : expiresAt,
  createdBy: actorNamed(body.actor, body.by),
  createdAt: body.createdAt,
});

const fault = (code: string, zh: string, en: string): JobFault => ({ code, title: { zh, en }, errors: [] });

export const exportFaults = {
  interrupted: fault(
    "interrupted",
    "平台中途停止,请重新导出。",
    "The hub stopped before it was done: ask for it again.",
  ),
  "too-many-rows": fault(
    "too-many-rows",
    "超过 1000000 行,请缩小筛选范围,例如按时间分段。",
    "More than 1,000,000 rows: narrow the filter, such as by time.",
  ),
  "too-large": fault(
    "too-large",
    "文件超过 1 GiB,请缩小筛选范围或减少列。",
    "The file is over 1 GiB: narrow the filter or take fewer columns.",
  ),
  "too-many-persons": fault(
    "too-many-persons",
    "不脱敏的导出最多 1000 条含个人信息的记录,请缩小筛选范围。",
    "An export in full holds at most 1,000 records with persons: narrow the filter.",
  ),
  "no-space": fault("no-space", "磁盘空间不足,请稍后再试。", "There is no space left on the disk: try again later."),
  failed: fault("failed", "导出失败,请稍后再试。", "The export failed: try again later."),
} as const;

/** Ends an export with what to say about it. */
export class ExportEnd extends Error {
  readonly fault: keyof typeof exportFaults;
  constructor(fault: keyof typeof exportFaults) {
    super(fault);
    this.name = "ExportEnd";
    this.fault = fault;
  }
}
