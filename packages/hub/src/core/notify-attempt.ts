/** Where an attempt stands. `sending` is written before the request goes out: what is found so after a crash may have gone out. */
export type AttemptState =
  | "queued"
  | "sending"
  | "accepted"
  | "delivered"
  | "answered"
  | "heard"
  | "acknowledged"
  | "failed"
  | "expired"
  | "cancelled"
  | "merged";

/** What became of one request to a provider. */
export type SendOutcome =
  | { readonly kind: "accepted"; readonly providerId: string }
  | {
      readonly kind: "refused";
      readonly code: string;
      /** `template`: once more with the fallback template; `account`: nothing goes by this provider until somebody mends it. */
      readonly retry: "never" | "later" | "template" | "account";
      readonly afterMs?: number;
    }
  /** It may have got through. */
  | { readonly kind: "unknown"; readonly code: string };

export type Attempt = {
  readonly state: AttemptState;
  /** Requests begun. */ readonly tries: number;
  /** Requests whose outcome nobody knows. */ readonly unknowns: number;
  readonly isFallback: boolean;
  readonly expiresAt: number;
};

export type AttemptStep =
  | { readonly state: "accepted"; readonly providerId: string }
  | { readonly state: "queued"; readonly dueAt: number; readonly isFallback: boolean; readonly unknowns: number }
  | { readonly state: "failed"; readonly code: string };

/** Waits before the same provider is asked again (退避). */
const BACKOFF_MS: readonly number[] = [1_000, 2_000, 4_000];
/** After an unknown outcome the receipt is asked for, and not sooner than this is sent again. */
const UNKNOWN_MS = 10_000;

/**
 * What follows from an outcome. What may have got through is sent again once at most, unless the provider knows its repeats: so
 * nobody is told more than twice by one attempt.
 */
export const afterOutcome = (
  attempt: Attempt,
  outcome: SendOutcome,
  at: number,
  isIdempotent: boolean,
): AttemptStep => {
  const again = (afterMs: number, more: Partial<{ isFallback: boolean; unknowns: number }> = {}): AttemptStep => {
    const dueAt = at + afterMs;
    const { isFallback, unknowns } = { ...attempt, ...more };
    return dueAt < attempt.expiresAt
      ? { state: "queued", dueAt, isFallback, unknowns }
      : { state: "failed", code: "expired" };
  };
  switch (outcome.kind) {
    case "accepted":
      return { state: "accepted", providerId: outcome.providerId };
    case "unknown": {
      const unknowns = attempt.unknowns + 1;
      const mayRepeat = isIdempotent ? attempt.tries <= BACKOFF_MS.length : unknowns === 1;
      return mayRepeat ? again(UNKNOWN_MS, { unknowns }) : { state: "failed", code: outcome.code };
    }
    case "refused": {
      if (outcome.retry === "template" && !attempt.isFallback) return again(0, { isFallback: true });
      const wait = BACKOFF_MS[attempt.tries - 1];
      if (outcome.retry === "later" && wait !== undefined) return again(Math.max(wait, outcome.afterMs ?? 0));
      return { state: "failed", code: outcome.code };
    }
  }
};

/** How far a receipt brings an attempt: never back, and nothing that people did is taken from them. */
const ranks: readonly AttemptState[] = [
  "queued",
  "sending",
  "accepted",
  "delivered",
  "answered",
  "heard",
  "acknowledged",
];

export const withReceipt = (now: AttemptState, receipt: AttemptState): AttemptState => {
  const [from, to] = [ranks.indexOf(now), ranks.indexOf(receipt)];
  if (receipt === "failed") return from >= 0 && from <= ranks.indexOf("accepted") ? "failed" : now;
  return from >= 0 && to > from ? receipt : now;
};
