/** A frame that wants a confirm: how often it was sent, and when it is due again. */
export type Unconfirmed = {
  readonly counter: number;
  readonly transmissions: number;
  /** Null while the link is down. Milliseconds. */ readonly dueAt: number | null;
};

/** How long and how often is waited for a confirm. DianAn DP V1 §5.1. */
export type DiananRules = {
  /** 10 s by the specification. Milliseconds. */ readonly resendAfterMs: number;
  /** Resends before pauses grow, 3 by the specification. */ readonly resends: number;
  /** Pauses grow up to this, one hour by the specification. Milliseconds. */ readonly longestPauseMs: number;
};

/** How long is waited after so many transmissions: the same, and then twice as long each time. Milliseconds. */
export const pauseAfter = (transmissions: number, rules: DiananRules): number =>
  Math.min(rules.longestPauseMs, rules.resendAfterMs * 2 ** Math.max(0, transmissions - 1 - rules.resends));

/** Sent once more at this time. */
export const sentAgain = (one: Unconfirmed, at: number, rules: DiananRules): Unconfirmed => ({
  ...one,
  transmissions: one.transmissions + 1,
  dueAt: at + pauseAfter(one.transmissions + 1, rules),
});

/** The frames that are due at this time, oldest first. */
export const dueOf = (all: readonly Unconfirmed[], at: number): readonly Unconfirmed[] =>
  all.filter(({ dueAt }) => dueAt !== null && at >= dueAt);

/** The first instant at which one is due; null: none will be. */
export const nextDueAt = (all: readonly Unconfirmed[]): number | null => {
  const due = all.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
  return due.length === 0 ? null : Math.min(...due);
};
