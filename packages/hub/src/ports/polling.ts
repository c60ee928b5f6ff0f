import type { Asked, PollAnswer, PollRules } from "../core/polling.ts";

/** How devices that only answer are asked (轮询). Pure; nothing throws on bytes. */
export type PollPlan = PollRules & {
  question(asked: Asked): Uint8Array;
  /** Null: the bytes answer something else, or nothing. */
  answerOf(asked: Asked, bytes: Uint8Array): { readonly wireAddress: string; readonly says: PollAnswer } | null;
};

/** The plan of a device without a profile, and those of profiles. */
export type Polling = PollPlan & {
  /** Null: there is no such profile, or it says nothing about polling. */ ofProfile(
    profileId: string,
  ): PollPlan | null;
};
