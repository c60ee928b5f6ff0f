import type { Instant, TenantId } from "@dianan/model";
import type { AcceptanceFinding } from "../core/acceptance.ts";
import type { Caller, Circumstance } from "./caller.ts";
import type { JsonObject, Page } from "./records.ts";
import type { Write } from "./write.ts";

/** What is registered beside the shared records, in bulk (厂商、设备型号). */
export type EntryKind = "vendor" | "deviceModel";

/** An entry as stored. */
export type Entry = {
  readonly id: string;
  /** Without its meta members. */ readonly body: JsonObject;
  /** Starts at 1 and grows by 1 with each change. */ readonly version: number;
  readonly updatedAt: Instant;
  readonly deleted: boolean;
};

/** What is to become of one entry; a body of null deletes it. */
export type EntryChange = { readonly id: string; readonly body: JsonObject | null };

/** Why a change was not made: it is still referred to, or what it refers to is not there. */
export type EntryRefusal = "in-use" | "not-found" | "unknown-vendor";

export type EntryResult =
  | { readonly id: string; readonly status: "created" | "updated" | "unchanged"; readonly version: number }
  | { readonly id: string; readonly status: "refused"; readonly code: EntryRefusal };

export type EntryQuery = {
  readonly after: string | null;
  readonly limit: number;
  readonly updatedFrom: Instant | null;
  readonly updatedTo: Instant | null;
  /** Words that the id or name holds, each of them, as `searchWords` gives them. */ readonly words: readonly string[];
  readonly withDeleted: boolean;
};

/** Vendors and device models (EF-1.1, CP-1.1). */
export type Entries = {
  find(tenant: TenantId, kind: EntryKind, id: string): Promise<Entry | null>;
  /** By id. */ list(tenant: TenantId, kind: EntryKind, query: EntryQuery): Promise<Page<Entry>>;
  /** All that may be changed of them is changed, in one commit; the answers are in their order. */
  apply(
    who: Caller,
    kind: EntryKind,
    changes: readonly EntryChange[],
    at: Circumstance,
  ): Promise<readonly EntryResult[]>;
};

/** What is written of one record, as a whole: a device's installation file, an operator's documents, rules (安装档案、制度文件、预警规则). */
export type SheetKind = "installation" | "operatorDocuments" | "thresholds";

/** A sheet as stored. */
export type Sheet = Pick<Entry, "body" | "version" | "updatedAt">;

/** Sheets of records, by the record's id; what is of a foreign record is for the caller to keep away. */
export type Sheets = {
  find(tenant: TenantId, kind: SheetKind, id: string): Promise<Sheet | null>;
  /**
   * @param version - that it must have now; 0: it must not be there
   * @param also - what belongs to the change, such as that a file is referred to
   */
  put(
    who: Caller,
    kind: SheetKind,
    id: string,
    version: number,
    body: JsonObject,
    also: readonly Write[],
    at: Circumstance,
  ): Promise<Sheet | "conflict">;
};

/** What an acceptance (验收) found. */
export type AcceptanceDraft = {
  readonly notes: string;
  readonly devices: readonly JsonObject[];
  /** What did not stand against it, at most 1,000. */ readonly advice: readonly AcceptanceFinding[];
  /** Of them, those beyond the thousand too. */ readonly adviceCount: number;
};

/** A record of acceptance as stored; nothing changes it. */
export type AcceptanceRecord = AcceptanceDraft & {
  readonly id: string;
  readonly unitId: string;
  /** Absent: made before records had numbers. */ readonly number?: string;
  readonly at: number;
  readonly by: { readonly actor: string; readonly name: string };
};

/** Which records: made from, and before; null: whenever. */
export type AcceptanceQuery = {
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly after: string | null;
  readonly limit: number;
};

/** Records of acceptance (验收记录), EF-5.1. */
export type Acceptances = {
  /** @param year - of its number */
  add(who: Caller, unitId: string, draft: AcceptanceDraft, year: string, at: Circumstance): Promise<AcceptanceRecord>;
  find(tenant: TenantId, unitId: string, id: string): Promise<AcceptanceRecord | null>;
  /** Newest first. */ list(tenant: TenantId, unitId: string, query: AcceptanceQuery): Promise<Page<AcceptanceRecord>>;
};

/** What is registered beside the shared records (登记信息), in one object. */
export type Registry = { readonly entries: Entries; readonly sheets: Sheets; readonly acceptances: Acceptances };
