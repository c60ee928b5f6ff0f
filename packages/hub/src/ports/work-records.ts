import type { Instant, WorkRecordKind, WorkRecordResult } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";
import type { Page } from "./records.ts";

/** What a record says. Times are as they were written, with their offset. */
export type WorkRecordContent = {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Of a fault. */ readonly alarmId?: string | null;
  readonly items: readonly { readonly what: string; readonly result: WorkRecordResult; readonly note: string }[];
  readonly people: readonly { readonly name: string; readonly duty: string }[];
};
export type WorkRecordDraft = {
  readonly kind: WorkRecordKind;
  readonly operatorId: string;
  readonly unitId: string | null;
  readonly content: WorkRecordContent;
};
export type WorkRecordCorrection = {
  readonly reason: string;
  readonly isVoid: boolean;
  readonly content: WorkRecordContent;
};

/** A record as it was at one time; nothing changes it. */
export type WorkRecordVersion = {
  readonly version: number;
  readonly at: Instant;
  readonly by: { readonly actor: string; readonly name: string };
  /** Null: the first. */ readonly reason: string | null;
  readonly isVoid: boolean;
  /** Names as they were then. */ readonly operatorName: string;
  readonly unitName: string | null;
  readonly unitAddress: string | null;
  readonly content: WorkRecordContent;
};
/** A record of an operator's work (运维记录): what stays the same, and its newest version. */
export type WorkRecord = Omit<WorkRecordDraft, "content"> & {
  readonly id: string;
  readonly number: string;
  readonly createdAt: Instant;
  readonly actor: string;
  readonly current: WorkRecordVersion;
};

/** Which records; null: whichever. Times are of their first version. */
export type WorkRecordQuery = {
  readonly kind: string | null;
  readonly operatorId: string | null;
  readonly unitId: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly after: string | null;
  readonly limit: number;
};

/** Why a record cannot be written as it is. */
export type WorkRecordRefusal =
  | "absent"
  | "conflict"
  | "void"
  | "full"
  | "no-operator"
  | "needs-unit"
  | "no-unit"
  | "not-served"
  | "no-alarm"
  | "alarm-of-other-kind"
  | "ends-early"
  | "not-yet";

/**
 * Records that operators keep of their work (巡检、故障、培训、交接), EF-5.4: numbered without a gap, corrected by new versions, never
 * deleted. Somebody sees those of units that they see, of the operators that bound them, and their own.
 */
export type WorkRecords = {
  add(who: Caller, draft: WorkRecordDraft, at: Circumstance): Promise<WorkRecord | WorkRecordRefusal>;
  /** Newest first. */ list(who: Caller, query: WorkRecordQuery): Promise<Page<WorkRecord>>;
  find(who: Caller, id: string): Promise<WorkRecord | null>;
  /** @param version - that it must have */
  correct(
    who: Caller,
    id: string,
    version: number,
    correction: WorkRecordCorrection,
    at: Circumstance,
  ): Promise<WorkRecord | WorkRecordRefusal>;
  /** Newest first. */ versions(who: Caller, id: string): Promise<readonly WorkRecordVersion[]>;
  /** @returns null: this machine makes no PDF */
  print(
    who: Caller,
    record: WorkRecord,
    version: WorkRecordVersion,
    language: "zh" | "en",
    at: Circumstance,
  ): Promise<Uint8Array | null>;
};
