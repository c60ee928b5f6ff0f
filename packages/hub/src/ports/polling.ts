import type { Asked, PollAnswer, PollRules } from "../core/polling.ts";

/** How devices that only answer are asked (轮询). Pure; nothing throws on bytes. */
export type Polling = PollRules & {
  question(asked: Asked): Uint8Array;
  /** Null: the bytes answer something else, or nothing. */
  answerOf(asked: Asked, bytes: Uint8Array): { readonly wireAddress: string; readonly says: PollAnswer } | null;
};
