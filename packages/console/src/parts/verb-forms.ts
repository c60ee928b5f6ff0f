import type { Act, ActBodies } from "../api/alarm-api.ts";
import type { AlarmRow } from "../live/alarm-row.ts";

/** What a person can do in the detail (处理动作): each is a record of its own, with who, when and why. */
export type Verb = Act | "comment";

/** A form: which text it asks for, and what besides. */
export type VerbForm = {
  /** Most characters that the hub takes. */ readonly most: number;
  readonly isTextNeeded: boolean;
  readonly extra: "assignee" | "dueAt" | "rectifiedAt" | "closeReason" | "minutes" | null;
  readonly hasPhotos: boolean;
};

const plain = (most: number, more: Partial<VerbForm> = {}): VerbForm => ({
  ...{ most, isTextNeeded: true, extra: null, hasPhotos: false },
  ...more,
});

/** Null: one press, no form. */
export const verbForms: { readonly [V in Verb]: VerbForm | null } = {
  acknowledge: null,
  assign: plain(500, { isTextNeeded: false, extra: "assignee" }),
  advise: plain(2_000, { extra: "dueAt", hasPhotos: true }),
  rectify: plain(2_000, { extra: "rectifiedAt", hasPhotos: true }),
  close: plain(2_000, { extra: "closeReason" }),
  shelve: plain(500, { extra: "minutes" }),
  unshelve: plain(500),
  "confirm-recovery": plain(500),
  comment: plain(2_000, { hasPhotos: true }),
  "take-back": plain(500),
  reopen: plain(500),
};

/** What the stage of an alarm allows (docs/alarms.md), the wanted one first. */
export const verbsOf = ({ stage, rank, isCleared, shelvedUntil }: AlarmRow): readonly Verb[] => {
  if (stage === "closed") return rank === 2 ? ["comment", "reopen"] : ["comment"];
  const shelf: readonly Verb[] = shelvedUntil === null ? ["shelve"] : ["unshelve"];
  const recovery: readonly Verb[] = isCleared ? [] : ["confirm-recovery"];
  switch (stage) {
    case "unacknowledged":
      return ["acknowledge", "assign", "advise", ...shelf, ...recovery, "comment"];
    case "acknowledged":
      return ["advise", "rectify", "assign", ...shelf, ...recovery, "close", "comment", "take-back"];
    case "rectified":
      return ["close", "advise", "rectify", "assign", ...shelf, ...recovery, "comment"];
  }
};

/** What was filled in. Times are RFC 3339, null for none. */
export type Filled = {
  readonly text: string;
  readonly assigneeId: string;
  readonly at: string | null;
  readonly reason: ActBodies["close"]["reason"];
  readonly minutes: number;
  readonly files: readonly string[];
};

/** The body of an act, as the open API takes it. */
export const bodyOf: { readonly [A in Act]: (filled: Filled) => ActBodies[A] } = {
  acknowledge: () => ({ via: "web" }),
  assign: ({ assigneeId, text }) => ({ assigneeId, ...(text === "" ? {} : { note: text }) }),
  advise: ({ text, at, files }) => ({ text, files: [...files], ...(at === null ? {} : { dueAt: at }) }),
  rectify: ({ text, at, files }) => ({ text, rectifiedAt: at ?? "", files: [...files] }),
  close: ({ text, reason }) => ({ reason, text }),
  shelve: ({ text, minutes }) => ({ minutes, reason: text }),
  unshelve: ({ text }) => ({ reason: text }),
  "confirm-recovery": ({ text }) => ({ note: text }),
  "take-back": ({ text }) => ({ reason: text }),
  reopen: ({ text }) => ({ reason: text }),
};
