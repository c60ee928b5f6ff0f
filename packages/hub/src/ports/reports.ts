import type { FormCategory, Instant, TenantId } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";
import type { OpenFile } from "./files.ts";
import type { Addressee } from "./letters.ts";
import type { PresenceMark } from "./presence-history.ts";
import type { ReadingSeries, SeriesQuery } from "./readings.ts";
import type { Page, PageQuery, RecordActor, RecordKind, StoredRecord } from "./records.ts";
import type { JobProgress } from "./transfer.ts";
import type { WorkRecords } from "./work-records.ts";

/** Kinds of reports and forms (报告种类), EF-4.3, RF-3 to RF-6, PL-5, EF-5.1. */
export const reportKinds = ["monitoring", "advice", "rf3", "rf4", "rf5", "rf6", "evaluation", "acceptance"] as const;
export type ReportKind = (typeof reportKinds)[number];
export const reportFormats = ["pdf", "xlsx"] as const;
export type ReportFormat = (typeof reportFormats)[number];
/** Only a draft can be edited; a final one is fixed; one that is sent was handed over, sealed (PL-1). */
export type ReportState = "draft" | "final" | "sent";

export type ReportDraft = {
  readonly kind: ReportKind;
  /** First and last day, `YYYY-MM-DD`. */ readonly from: string;
  readonly to: string;
  /** Of kinds of one unit. */ readonly unitId: string | null;
  /** Of forms: units of this region only; null: all. */ readonly regionCode: string | null;
  readonly formats: readonly ReportFormat[];
  readonly language: "zh" | "en";
  /** Contacts in full. */ readonly isUnmasked: boolean;
  readonly purpose: string;
};

export type ReportView = Omit<ReportDraft, "language" | "isUnmasked" | "purpose"> & {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: ReportState;
  readonly advice: string;
  /** Who reviewed it, and when; null: nobody, or what was reviewed has changed since. */ readonly reviewedBy:
    | string
    | null;
  readonly reviewedAt: Instant | null;
  /** What is not in it, in words. */ readonly missing: readonly string[];
  readonly dueAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly sentTo: string | null;
  readonly progress: JobProgress;
  readonly createdBy: RecordActor;
  readonly createdAt: Instant;
  readonly version: number;
};

export type ReportChange = {
  readonly advice?: string;
  /** Name and certificate of the licensed person who reviewed it (持证人员复核). */ readonly reviewedBy?: string;
  readonly state?: "final" | "sent";
  readonly sentTo?: string;
  readonly sentAt?: Instant;
};

/** Which reports; null: whichever. */
export type ReportFilter = {
  readonly kind: string | null;
  readonly unitId: string | null;
  readonly regionCode: string | null;
};

/** Why a report cannot be made or changed. */
export type ReportRefusal = "absent" | "conflict" | "wrong-state" | "not-ready" | "no-such-file" | "needs-recipient";

/** One sheet of a report as it is printed: every cell is a text. */
export type ShownSheet = {
  readonly name: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly columns: readonly { readonly title: string; readonly group: string | null; readonly isText: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[] | null;
  readonly notes: readonly string[];
  readonly signs: readonly string[];
};
export type ShownReport = {
  readonly title: string;
  readonly language: "zh" | "en";
  readonly sheets: readonly ShownSheet[];
};

/** Reports and forms (报告报表). Somebody sees what they made, what is of a unit that they see, and all who see the whole tenant. */
export type Reports = {
  add(who: Caller, draft: ReportDraft, at: Circumstance): Promise<ReportView>;
  /** Newest first. */ list(who: Caller, filter: ReportFilter): Promise<readonly ReportView[]>;
  find(who: Caller, id: string): Promise<ReportView | null>;
  /** @param version - that it must have */
  change(
    who: Caller,
    id: string,
    version: number,
    change: ReportChange,
    at: Circumstance,
  ): Promise<ReportView | ReportRefusal>;
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | ReportRefusal>;
  /** What its files say, as tables. */ sheets(who: Caller, id: string): Promise<ShownReport | ReportRefusal>;
  open(who: Caller, id: string, format: ReportFormat, at: Circumstance): Promise<OpenFile | ReportRefusal>;
};

/** Who gets a report: accounts and contacts of notices, by their ids. */
export type ReportRecipients = { readonly accountIds: readonly string[]; readonly contactIds: readonly string[] };

export type DeliveryState = "queued" | "sending" | "sent" | "failed";
/** That a report goes to somebody (报告送达): what became of it. */
export type DeliveryView = {
  readonly id: string;
  readonly recipient: Addressee & { /** Masked. */ readonly name: string };
  /** Address, masked; null: not known yet. */ readonly target: string | null;
  readonly channel: string | null;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly error: string | null;
  readonly queuedAt: Instant;
  readonly queuedBy: RecordActor;
  readonly sentAt: Instant | null;
  /** When it is tried again; null: it is not. */ readonly nextAt: Instant | null;
  readonly downloads: number;
  readonly downloadedAt: Instant | null;
};
/** Why a report goes to nobody, or not to this one. */
export type DeliveryRefusal =
  | "absent"
  | "not-ready"
  | "unmasked"
  | "nobody"
  | { readonly at: `/${keyof ReportRecipients}/${number}`; readonly why: "absent" | "no-mail" | "may-not-see" };

/** What a link says before it gives a file. */
export type ReportLinkPage = {
  readonly number: string;
  readonly title: string;
  readonly formats: readonly ReportFormat[];
  readonly expiresAt: Instant;
  readonly left: number;
};
export type ReportDeliveries = {
  /** Newest first. */ list(who: Caller, reportId: string): Promise<readonly DeliveryView[] | "absent">;
  send(
    who: Caller,
    reportId: string,
    to: ReportRecipients,
    at: Circumstance,
  ): Promise<readonly DeliveryView[] | DeliveryRefusal>;
  /** Null: it has ended, was used up, or never was. */ linkPage(token: string): Promise<ReportLinkPage | null>;
  /** Downloads by a link, and tells the audit log who. */
  take(token: string, format: ReportFormat, at: Circumstance): Promise<OpenFile | null>;
};

/** Who is reminded before the 24th of forms that were not sent (报送提醒), PL-1. */
export type ReminderSettings = ReportRecipients & {
  readonly isEnabled: boolean;
  /** Days before the 24th. */ readonly daysBefore: number;
  readonly kinds: readonly ReportKind[];
};
export type Reminders = {
  find(tenant: TenantId): Promise<{ readonly settings: ReminderSettings; readonly version: number }>;
  put(
    who: Caller,
    version: number,
    settings: ReminderSettings,
    at: Circumstance,
  ): Promise<{ readonly settings: ReminderSettings; readonly version: number } | "conflict">;
  /** What was told, newest first. */
  told(tenant: TenantId): Promise<readonly (DeliveryView & { readonly kind: ReportKind; readonly month: string })[]>;
};

/** A report that is made again and again (定期报告). */
export type ReportScheduleDraft = {
  readonly name: string;
  readonly kind: ReportKind;
  readonly period: "week" | "month" | "quarter" | "year";
  /** Day of the period on which it is made; the last one where the period is shorter. */ readonly dayOfPeriod: number;
  /** Null: all units. */ readonly unitIds: readonly string[] | null;
  /** Accounts that get what they may see of it. */ readonly recipients: readonly string[];
  /** Contacts of notices that get all of it. */ readonly contactIds: readonly string[];
};
export type ReportSchedule = ReportScheduleDraft & {
  readonly id: string;
  readonly nextAt: Instant;
  readonly version: number;
};
export type ReportSchedules = {
  add(who: Caller, draft: ReportScheduleDraft, at: Circumstance): Promise<ReportSchedule>;
  list(tenant: TenantId): Promise<readonly ReportSchedule[]>;
  remove(who: Caller, id: string, at: Circumstance): Promise<"done" | "absent">;
};

/** Targets of one community (RF-3). */
export type CommunityTarget = {
  readonly community: string;
  readonly electricalFireTarget: number;
  readonly chargingTarget: number;
  /** Base counts of RF-4 by category (底数); absent: the registered units. */
  readonly bases?: { readonly [C in FormCategory]?: number };
};
export type Targets = { readonly items: readonly CommunityTarget[]; readonly version: number };
export type TargetBook = {
  /** Of a year; without any there is an empty list of version 0. */
  find(tenant: TenantId, year: number): Promise<Targets>;
  put(
    who: Caller,
    year: number,
    version: number,
    items: readonly CommunityTarget[],
    at: Circumstance,
  ): Promise<Targets | "conflict">;
  /** What is done in each community that the caller sees: units with a monitor, and places where one can charge. */
  done(who: Caller): Promise<ReadonlyMap<string, { readonly electricalFire: number; readonly charging: number }>>;
};

/** The part of the records that a report is made from: what its maker may see. */
export type ReportSight = {
  readonly tenant: TenantId;
  readonly isWhole: boolean;
  record(kind: RecordKind, id: string): Promise<StoredRecord | null>;
  page(query: PageQuery): Promise<Page<StoredRecord>>;
  readingSeries(query: SeriesQuery): Promise<readonly ReadingSeries[]>;
  presenceMarks(devices: readonly string[], from: PresenceMark["at"]): Promise<readonly (readonly PresenceMark[])[]>;
};

/** A table that is on a screen, to be made into a file (导出所见表格). */
export type SheetDraft = {
  readonly title: string;
  readonly language: "zh" | "en";
  /** What stands above it: names and values. */ readonly head: readonly (readonly [name: string, value: string])[];
  /** The first is of words, the others of numbers. */ readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly total: readonly (string | number | null)[];
};
export type SheetMaker = {
  /** @returns null: this machine makes no PDF */
  make(who: Caller, sheet: SheetDraft, format: ReportFormat | "csv", at: Circumstance): Promise<Uint8Array | null>;
};

/** Everything about reports in one object. */
export type ReportDesk = {
  readonly reports: Reports;
  readonly deliveries: ReportDeliveries;
  readonly reminders: Reminders;
  readonly schedules: ReportSchedules;
  readonly targets: TargetBook;
  readonly sheets: SheetMaker;
  readonly workRecords: WorkRecords;
};
