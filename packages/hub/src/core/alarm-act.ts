import type { Actor } from "./actor.ts";
import type { AlarmEntry, AlarmEntryKind } from "./alarm-entry.ts";
import type { AlarmFacts, AlarmLife, CloseReason, Via } from "./alarm-life-state.ts";

/** What somebody does to an alarm (告警处理). Texts are checked by who takes them. */
export type AlarmAct =
  | { readonly kind: "acknowledge"; readonly via: Via; readonly note: string | null }
  | { readonly kind: "takeBack"; readonly reason: string }
  | { readonly kind: "assign"; readonly to: Actor; readonly note: string | null }
  | {
      readonly kind: "advise";
      readonly text: string;
      readonly dueAt: number | null;
      readonly files: readonly string[];
    }
  | {
      readonly kind: "rectify";
      readonly text: string;
      readonly rectifiedAt: number;
      readonly files: readonly string[];
    }
  | { readonly kind: "close"; readonly reason: CloseReason; readonly text: string }
  | { readonly kind: "reopen"; readonly reason: string }
  | { readonly kind: "shelve"; readonly minutes: number; readonly reason: string }
  | { readonly kind: "unshelve"; readonly reason: string }
  | { readonly kind: "confirmRecovery"; readonly note: string }
  | { readonly kind: "comment"; readonly text: string; readonly files: readonly string[] }
  | { readonly kind: "addEvidence"; readonly fileId: string; readonly text: string | null }
  /** A storm has it under another alarm, or no longer. */
  | { readonly kind: "group"; readonly rootId: string | null }
  /** Time has passed. */
  | { readonly kind: "tick" }
  /** The hub's clock was ahead when it was dealt with. */
  | { readonly kind: "setBack" };

/** Around an act: who, when, and what the alarm's record and readings say. */
export type AlarmScene = AlarmFacts & {
  readonly at: number;
  readonly by: Actor;
  readonly via: Via | null;
  /** What the newest reading says: over the set point, below it, or nothing. */ readonly isOver: boolean | null;
  /** Another alarm of the same device, component and type stands. */ readonly hasSuccessor: boolean;
  /** Of `dueMs`. */ readonly due: number | null;
};

/** Why a step was not made; the codes are those of the open API's problems. */
export type AlarmRefusal = {
  readonly code: "wrong-state" | "value-still-over" | "advice-missing" | "invalid";
  /** JSON pointer into the request, of `invalid`. */ readonly path: string;
  readonly en: string;
  readonly zh: string;
};

export type AlarmStep =
  | {
      readonly ok: true;
      readonly life: AlarmLife;
      readonly entries: readonly AlarmEntry[];
      /** What the alarm itself does: cleared, standing again, or as before. */ readonly record:
        | "clear"
        | "restore"
        | null;
    }
  | { readonly ok: false; readonly refusal: AlarmRefusal };

/** An act of one kind. */
export type ActOf<K extends AlarmAct["kind"]> = Extract<AlarmAct, { readonly kind: K }>;
/** Makes a step: what changes of the life, what is told of it, what the alarm itself does. */
export type Done = (next: Partial<AlarmLife>, told: AlarmEntry, record?: "clear" | "restore" | null) => AlarmStep;
/** Makes an entry of the scene's person and time. */
export type Tell = (kind: AlarmEntryKind, text: string | null, more?: Partial<AlarmEntry>) => AlarmEntry;

export const refuse = (code: AlarmRefusal["code"], en: string, zh: string, path = ""): AlarmStep => ({
  ok: false,
  refusal: { code, path, en, zh },
});
export const refuseClosed = (): AlarmStep =>
  refuse("wrong-state", "The alarm is closed: reopen it first.", "告警已关闭,请先重新打开。");
export const refuseUnacknowledged = (): AlarmStep =>
  refuse("wrong-state", "Nobody has acknowledged the alarm yet.", "告警尚未确认,请先确认。");
