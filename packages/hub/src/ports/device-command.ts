import type { Instant, Words } from "@dianan/model";
import type { JsonObject } from "./records.ts";

/** What a device can be asked to do (命令类别), as the document has it. */
export type CommandAction =
  | "mute"
  | "reset"
  | "selfTest"
  | "read"
  | "setThreshold"
  | "openBreaker"
  | "closeBreaker"
  | "startCharge"
  | "stopCharge"
  | "syncClock"
  | "dutyCheck";

/** What somebody asks for. `componentKey`: address of the component inside its device; null for the device as a whole. */
export type CommandWish = {
  readonly action: CommandAction;
  readonly componentKey: string | null;
  readonly parameters: JsonObject;
  /** Of the device's record; empty or absent: it names none. */ readonly profileId?: string;
};

/** Why a protocol cannot do it. `path`: JSON pointer of what does not fit; null: the action itself is not in the protocol. */
export type CommandRefusal = { readonly path: string | null; readonly words: Words };

/** What is asked on the wire, as plain JSON, so that it can be kept; only its driver reads it. */
export type CommandQuestion = JsonObject;

/** Where a question goes and how it is told from others. */
export type CommandEnvelope = {
  readonly wireAddress: string;
  /** 0 to 65535. */ readonly serial: number;
  /** When it is sent. */ readonly now: Instant;
  /** When it was asked for: the same in every resend. */ readonly askedAt: Instant;
  /** Id of the command, for devices that name it in what they report. */ readonly id?: string;
  /** After that it is not to be done any more. */ readonly expiresAt?: Instant;
};

/** What a device said to a question. `deny` also stands for an answer that is not what was asked for (GB/T 26875.3-2011 §6.5). */
export type CommandAnswer = {
  readonly serial: number;
  /** `refused`: it will not, and asking again is no use; `undone`: it tried and could not. */ readonly says:
    | "done"
    | "deny"
    | "refused"
    | "undone";
  /** The answer in words. */ readonly words: Words;
};

/** Commands of one protocol. Pure; no call throws on bytes. */
export type CommandDriver = {
  /** How long an answer is waited for; absent: 9 s. Milliseconds. */ readonly answerMs?: number;
  plan(
    wish: CommandWish,
  ): { readonly ok: true; readonly value: CommandQuestion } | { readonly ok: false; readonly error: CommandRefusal };
  encode(question: CommandQuestion, envelope: CommandEnvelope): Uint8Array;
  /** Null: the bytes answer something else, or nothing. */
  answerOf(question: CommandQuestion, envelope: CommandEnvelope, bytes: Uint8Array): CommandAnswer | null;
};
