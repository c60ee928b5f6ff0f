import type { Instant, TenantId } from "@dianan/model";
import type { Caller, Circumstance } from "./caller.ts";

/** What a console says of itself every 30 seconds (值守上报). */
export type WatchBeat = {
  /** Made up by the page. */ readonly consoleId: string;
  readonly isSoundOn: boolean;
  readonly isVisible: boolean;
};

/** Who watches alarms (值守). In memory: after a restart a desk counts as watched once a console says so again. */
export type DutyWatch = {
  /** Takes a beat; what began or ended with it is audited. */
  beat(who: Caller, beat: WatchBeat, at: Circumstance): Promise<void>;
  /** Whether a console that is armed and visible has said so within the last minute. */
  isWatched(tenant: TenantId, now: Instant): boolean;
  /** Consoles that count now, of all tenants. */ watchers(now: Instant): number;
  /** Says in the audit log of a desk that nobody watches any more, once; also of a desk whose consoles went silent. */
  tick(now: Instant): Promise<void>;
};

/** A shift handed over (交接班): what stood open then, counted by the hub. */
export type HandoverView = {
  readonly id: string;
  readonly givenBy: string;
  /** Accounts. Null until the next officer signs. */ readonly takenBy: string | null;
  readonly at: Instant;
  readonly takenAt: Instant | null;
  readonly open: number;
  readonly shelved: number;
  readonly overdue: number;
  readonly silentDevices: number;
  readonly isSoundTested: boolean;
  readonly notes: string;
};
export type HandoverCounts = Pick<HandoverView, "open" | "shelved" | "overdue" | "silentDevices">;

/** Handovers of a tenant. A caller sees those of the same bounds, its own, and all when it sees the whole tenant. */
export type Handovers = {
  give(
    who: Caller,
    draft: Pick<HandoverView, "isSoundTested" | "notes"> & HandoverCounts,
    at: Circumstance,
  ): Promise<HandoverView>;
  /** `taken`: somebody has signed; `same-person`: nobody takes over from themselves. */
  take(who: Caller, id: string, at: Circumstance): Promise<HandoverView | "absent" | "taken" | "same-person">;
  /** Newest first. @param after - id behind which the page begins */
  list(
    who: Caller,
    range: { readonly from: Instant | null; readonly to: Instant | null },
    after: string | null,
    limit: number,
  ): Promise<{ readonly items: readonly HandoverView[]; readonly next: string | null }>;
};

/** The duty desk (值守), in one object. */
export type Duty = {
  readonly watch: DutyWatch;
  readonly handovers: Handovers;
  /** How fast alarms were painted: counts by upper bound, milliseconds (EF-4.4.1, CP-3.4.1). */
  shown(buckets: readonly { readonly upToMs: number; readonly count: number }[]): void;
};
