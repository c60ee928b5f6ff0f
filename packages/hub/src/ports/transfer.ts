import type { Instant } from "@dianan/model";
import type { AuditQuery } from "./access-store.ts";
import type { Caller, Circumstance } from "./caller.ts";
import type { FileView, OpenFile } from "./files.ts";
import type { NoticeQuery } from "./notice-store.ts";
import type { PresenceChange, PresenceQuery } from "./presence-history.ts";
import type { ReadingQuery, ReadingRow } from "./readings.ts";
import type { JsonObject, Page, PageQuery, RecordActor, RecordKind, StoredRecord } from "./records.ts";

/** A text for people in both languages. */
type Words = { readonly zh: string; readonly en: string };

/** One thing that is wrong with a row or a job. `path` is a JSON pointer into the record, or names the row. */
export type Fault = {
  readonly path: string;
  readonly code: string;
  readonly clause?: string;
  readonly message: Words;
  /** The cell of the sheet, such as `H17`. */ readonly cell?: string;
};
/** Why a job failed, and what to do. */
export type JobFault = { readonly code: string; readonly title: Words; readonly errors: readonly Fault[] };

/** How far a job is (任务进度). */
export type JobProgress = {
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly doneItems: number;
  /** Null while not known. */ readonly totalItems: number | null;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly error: JobFault | null;
};

export type ImportDraft = {
  readonly fileId: string;
  readonly kind: RecordKind;
  /** Header to member, where the header is not the member's own. */ readonly columns?: {
    readonly [header: string]: string;
  };
  readonly sheet?: string;
};

/** An import (导入任务). Nothing is stored before it is committed as a whole. */
export type ImportView = {
  readonly id: string;
  readonly kind: RecordKind;
  readonly fileId: string;
  readonly fileName: string;
  readonly stage: "checking" | "checked" | "storing" | "stored" | "failed" | "discarded";
  readonly progress: JobProgress;
  readonly rows: number;
  readonly good: number;
  readonly bad: number;
  readonly created: number;
  readonly updated: number;
  /** Headers that name no member: their cells are not imported. */ readonly ignoredColumns: readonly string[];
  readonly createdBy: RecordActor;
  readonly createdAt: Instant;
};

/** Report of one row. */
export type ImportRow = {
  /** As the spreadsheet numbers it. */ readonly row: number;
  readonly status: "good" | "bad";
  readonly id: string | null;
  readonly errors: readonly Fault[];
  /** What is taken all the same, such as a code that no list has. */ readonly warnings: readonly Fault[];
};

/** Which rows of a report. */
export type RowQuery = {
  readonly status: "good" | "bad" | null;
  /** Position behind which the page begins; null: at the first row. */ readonly after: number | null;
  readonly limit: number;
};

/** Brings registers in from spreadsheets (表格导入): checked first, then stored as a whole or not at all. */
export type Imports = {
  add(who: Caller, draft: ImportDraft, at: Circumstance): Promise<ImportView | "no-file" | "no-table">;
  /** Newest first. */ list(who: Caller, now: Instant): Promise<readonly ImportView[]>;
  find(who: Caller, id: string, now: Instant): Promise<ImportView | null>;
  /** In the order of the sheet. `bad-position`: `after` is none of this report. */
  rows(who: Caller, id: string, query: RowQuery, now: Instant): Promise<Page<ImportRow> | "bad-position" | null>;
  commit(who: Caller, id: string, at: Circumstance): Promise<ImportView | "absent" | "wrong-state" | "has-bad-rows">;
  discard(who: Caller, id: string, at: Circumstance): Promise<"done" | "absent" | "wrong-state">;
};

/** The part of the records that somebody may see, and as which a job works for them. */
export type Sight = {
  readonly isWhole: boolean;
  /** In full, for changes; `foreign`: it is there, but not for them. */
  stored(kind: RecordKind, id: string): Promise<{ readonly body: JsonObject } | "foreign" | null>;
  sees(record: Pick<StoredRecord, "kind" | "id" | "body">): Promise<boolean>;
  page(query: PageQuery): Promise<Page<StoredRecord>>;
  readings(query: ReadingQuery): Promise<Page<ReadingRow>>;
  presenceChanges(query: PresenceQuery): Promise<Page<PresenceChange>>;
};

/** An empty spreadsheet (导入模板) of a kind. */
export type Template = { readonly name: string; readonly mediaType: FileView["mediaType"]; readonly bytes: Uint8Array };

export const datasets = [
  "operators",
  "units",
  "devices",
  "components",
  "alarms",
  "readings",
  "presence",
  "audit",
  "notifications",
] as const;
/** What can be exported (数据集). */
export type Dataset = (typeof datasets)[number];
export type ExportFormat = "csv" | "xlsx" | "parquet";

/** Where rows come from: a list of the API with its filter, read to its end. Pages' positions and limits are the export's own. */
export type ExportSource =
  | { readonly kind: "records"; readonly query: PageQuery }
  | {
      readonly kind: "readings";
      readonly deviceId: string | null;
      readonly unitId: string | null;
      readonly quantity: string | null;
      readonly from: Instant | null;
      readonly to: Instant | null;
    }
  | { readonly kind: "presence"; readonly query: PresenceQuery }
  | { readonly kind: "audit"; readonly query: AuditQuery }
  | { readonly kind: "notices"; readonly query: Omit<NoticeQuery, "before" | "limit"> };

export type ExportDraft = {
  readonly dataset: Dataset;
  readonly format: ExportFormat;
  /** As the caller wrote it. */ readonly filter: JsonObject;
  readonly source: ExportSource;
  /** Members, in this order; null: all. */ readonly columns: readonly string[] | null;
  readonly language: "zh" | "en";
  /** Persons in full; who asks has the right to it. */ readonly isUnmasked: boolean;
  /** Empty when none was given. */ readonly purpose: string;
};

/** An export (导出任务). */
export type ExportView = Pick<ExportDraft, "dataset" | "format" | "filter"> & {
  readonly id: string;
  readonly progress: JobProgress;
  /** Null while it is not done. */ readonly rows: number | null;
  readonly fileId: string | null;
  readonly expiresAt: Instant | null;
  readonly createdBy: RecordActor;
  readonly createdAt: Instant;
};

/** Takes data out as files (数据导出). An export belongs to who asked for it: nobody else sees it. */
export type Exports = {
  /** Members that a dataset has. */ members(dataset: Dataset): readonly string[];
  add(who: Caller, draft: ExportDraft, at: Circumstance): Promise<ExportView>;
  /** Newest first. */ list(who: Caller, now: Instant): Promise<readonly ExportView[]>;
  find(who: Caller, id: string, now: Instant): Promise<ExportView | null>;
  /** Ends one that is at work; of one that is done the file is removed. */
  cancel(who: Caller, id: string, at: Circumstance): Promise<"done" | "absent">;
  /** `not-ready`: it is still at work. `absent`: also when its file is gone or never came. */
  open(who: Caller, id: string, at: Circumstance): Promise<OpenFile | "absent" | "not-ready">;
};
