import type { Actor } from "./actor.ts";
import type { CloseReason, Via } from "./alarm-life-state.ts";

/** What an entry of an alarm's history (告警经过) tells. */
export type AlarmEntryKind =
  | "raised"
  | "repeated"
  | "recovered"
  | "cleared"
  | "acknowledged"
  | "takenBack"
  | "assigned"
  | "advised"
  | "rectified"
  | "closed"
  | "reopened"
  | "shelved"
  | "unshelved"
  | "commented"
  | "evidenceAdded"
  | "escalated"
  | "grouped"
  | "ungrouped";

/** One thing that happened to an alarm; written once and never changed. */
export type AlarmEntry = {
  readonly kind: AlarmEntryKind;
  /** Integer milliseconds UTC. */ readonly at: number;
  readonly by: Actor;
  /** Null: of the hub itself. */ readonly via: Via | null;
  readonly text: string | null;
  readonly files: readonly string[];
  /** Of `assigned`: whose it is now. */ readonly assigneeId?: string;
  /** Of `closed`. */ readonly reason?: CloseReason;
  /** Of `shelved`: until when; of `advised` and `reopened`: the due time. */ readonly until?: number;
};

/** How often repeats are told: each of the first ten, then each tenth, each hundredth …: a chattering alarm fills no disk. */
export const isToldRepeat = (repeats: number): boolean => {
  let step = 1;
  while (repeats > step * 10) step *= 10;
  return repeats % step === 0;
};
