import type { Asked, PollRules } from "../core/polling.ts";

/** How devices that only answer are asked (轮询). Pure; nothing throws on bytes. */
export type Polling = PollRules & {
  question(asked: Asked): Uint8Array;
  /** Null: the bytes answer something else, or nothing. `refused`: the device does not have what is asked. */
  answerOf(asked: Asked, bytes: Uint8Array): { readonly wireAddress: string; readonly says: "data" | "refused" } | null;
};
