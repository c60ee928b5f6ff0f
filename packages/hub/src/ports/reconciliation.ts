import type { Instant, TenantId, Words } from "@dianan/model";
import type { RecordKind } from "@dianan/sharing";
import type { Caller, Circumstance } from "./caller.ts";
import type { Page, RecordActor } from "./records.ts";

/** What to compare (对账范围): records that changed in a half-open span of time, or all. */
export type ReconciliationDraft = {
  readonly destinationId: string;
  readonly kinds: readonly RecordKind[];
  readonly updatedFrom: Instant | null;
  readonly updatedTo: Instant | null;
};

export type JobState = "queued" | "running" | "done" | "failed";
export type JobFault = { readonly code: string; readonly words: Words };

/** A comparison of both sides (对账) and how far it is. */
export type Reconciliation = ReconciliationDraft & {
  readonly startedBy: RecordActor;
  readonly createdAt: Instant;
  readonly state: JobState;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  /** Records of this side that were compared. */ readonly doneItems: number;
  readonly totalItems: number | null;
  readonly error: JobFault | null;
  readonly missingThere: number;
  readonly missingHere: number;
  readonly different: number;
  /** Differ because they are on their way: owed, or changed since the comparison began. */ readonly owed: number;
};
export type ReconciliationView = Reconciliation & { readonly id: string };

/** One member of a record: `before` is theirs, `after` ours, persons masked. */
export type MemberDifference = { readonly member: string; readonly before: unknown; readonly after: unknown };
export type Difference = {
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly difference: "missingThere" | "missingHere" | "different";
  /** Null: nobody looked; see the bound of members in docs/city-sharing.md. */ readonly members:
    | readonly MemberDifference[]
    | null;
  readonly resolved: boolean;
};
export type DifferenceView = Difference & { readonly id: string };

export type Resolution = {
  readonly ids: readonly string[];
  /** `send`: ours is owed again; `fetch`: theirs becomes ours; `ignore`: it stays as it is. */
  readonly action: "send" | "fetch" | "ignore";
  readonly reason: string;
};
export type ResolutionResult = {
  readonly id: string;
  readonly status: "updated" | "unchanged" | "refused";
  readonly fault: JobFault | null;
};

/** Comparisons with destinations (对账): jobs that survive a restart, one at a time. */
export type Reconciliations = {
  /** All that are kept, newest first. */ list(tenant: TenantId): Promise<readonly ReconciliationView[]>;
  find(tenant: TenantId, id: string): Promise<ReconciliationView | null>;
  /** `absent`: no such destination; `kind`: it does not take one of the kinds; `full`: too many wait already. */
  start(
    who: Caller,
    draft: ReconciliationDraft,
    at: Circumstance,
  ): Promise<ReconciliationView | "absent" | "kind" | "form" | "full">;
  differences(tenant: TenantId, id: string, after: string | null, limit: number): Promise<Page<DifferenceView> | null>;
  resolve(
    who: Caller,
    id: string,
    resolution: Resolution,
    at: Circumstance,
  ): Promise<readonly ResolutionResult[] | null>;
};
