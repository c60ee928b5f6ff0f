import type { Instant } from "@dianan/model";
import type { RecordKind } from "@dianan/sharing";
import { actorNamed } from "../core/record-actor.ts";
import type { AccessItem } from "../ports/access-store.ts";
import type { Caller } from "../ports/caller.ts";
import type { ImportView, JobFault, JobProgress } from "../ports/transfer.ts";

/** Who began or commits an import: its check goes on for them when the hub starts again. */
type Behind = Pick<Caller, "actor" | "name" | "role" | "scope" | "scopes" | "by">;

/** What is kept of an import, beside its report. */
export type ImportBody = Omit<ImportView, "id" | "createdBy" | "progress"> & {
  readonly who: Behind;
  readonly columns?: { readonly [header: string]: string };
  readonly sheet?: string;
  readonly progress: JobProgress;
};
export type ImportItem = AccessItem & { readonly body: ImportBody };

/** Rows done of a job that runs: not worth a write each. */
export type LiveProgress = Map<string, { readonly done: number; readonly total: number }>;

export const importView = ({ id, body }: Pick<ImportItem, "id" | "body">, live: LiveProgress): ImportView => {
  const { who, columns: _columns, sheet: _sheet, progress, ...rest } = body;
  const now = progress.state === "running" ? live.get(id) : undefined;
  return {
    ...rest,
    id,
    progress: now === undefined ? progress : { ...progress, doneItems: now.done, totalItems: now.total },
    createdBy: actorNamed(who.actor, who.name),
  };
};

export const behind = ({ actor, name, role, scope, scopes, by }: Caller): Behind => ({
  actor,
  name,
  role,
  scope,
  scopes,
  by,
});

/** The caller as whom a job goes on. */
export const callerBehind = ({ tenant, body }: ImportItem): Caller => ({
  ...body.who,
  tenant,
  credential: "",
  factorAt: null,
});

export const newImport = (
  who: Caller,
  kind: RecordKind,
  file: { readonly id: string; readonly name: string },
  more: Pick<ImportBody, "columns" | "sheet">,
  now: Instant,
): ImportBody => ({
  kind,
  fileId: file.id,
  fileName: file.name,
  stage: "checking",
  progress: { state: "queued", doneItems: 0, totalItems: null, startedAt: null, finishedAt: null, error: null },
  ...{ rows: 0, good: 0, bad: 0, created: 0, updated: 0, ignoredColumns: [] },
  createdAt: now,
  who: behind(who),
  ...more,
});

export const ended = (progress: JobProgress, rows: number, at: Instant, error: JobFault | null): JobProgress => ({
  ...progress,
  state: error === null ? "done" : "failed",
  doneItems: rows,
  totalItems: rows,
  finishedAt: at,
  error,
});

/** The hub ended while it stored: of one batch, so nothing was. */
export const interrupted: JobFault = {
  code: "interrupted",
  title: {
    zh: "平台中途停止,未写入任何数据,请重新提交。",
    en: "The hub stopped before anything was stored: commit it again.",
  },
  errors: [],
};

export const notStored: JobFault = {
  code: "not-stored",
  title: {
    zh: "写入失败,未写入任何数据,请稍后重新提交。",
    en: "Storing failed and nothing was stored: commit it again later.",
  },
  errors: [],
};

export const notChecked: JobFault = {
  code: "not-checked",
  title: { zh: "检查失败,请重新导入。", en: "The check failed: import the file again." },
  errors: [],
};

export const changedMeanwhile: JobFault = {
  code: "changed",
  title: {
    zh: "检查之后数据有变化,有的行不再合格,未写入任何数据。请查看逐行报告,改正后重新导入。",
    en: "Since the check something has changed and rows no longer fit; nothing was stored. Look at the rows, correct them and import again.",
  },
  errors: [],
};
