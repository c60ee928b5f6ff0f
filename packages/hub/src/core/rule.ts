import type { AlarmType, Quantity } from "@dianan/model";

/** Longest memory of `nOfM`: readings. */
export const RULE_READINGS_MAX = 32;

/** Raw codes of alarms that a rule of the hub has raised begin so. */
export const RULE_CODE = "rule:";

/**
 * What a rule looks at (判据). Values are scaled integers of the quantity, times milliseconds.
 * `above`, `below`: true from the limit on, until the value has left it by more than the deadband (回差).
 * `rising`, `falling`: the value has changed by at least `by` within `withinMs` (变化率).
 * `nOfM`: at least `n` of the last `m` readings were on that side (m 次中 n 次).
 * `noData`: nothing good was read for `forMs`, though something was before (数据缺失).
 */
export type RulePart =
  | { readonly kind: "above" | "below"; readonly quantity: Quantity; readonly limit: number; readonly deadband: number }
  | { readonly kind: "rising" | "falling"; readonly quantity: Quantity; readonly by: number; readonly withinMs: number }
  | {
      readonly kind: "nOfM";
      readonly quantity: Quantity;
      readonly side: "above" | "below";
      readonly limit: number;
      readonly deadband: number;
      readonly n: number;
      /** 1 to 32. */ readonly m: number;
    }
  | { readonly kind: "noData"; readonly quantity: Quantity; readonly forMs: number };

/** A rule (预警规则): what the hub itself takes for a hazard (EF-2.2, CP-2.2). */
export type Rule = {
  /** Its name: a rule of a lower level with the same code stands for it. */ readonly code: string;
  /** The alarm that it raises. */ readonly type: AlarmType;
  /** Whether all of its parts must be true or one. */ readonly match: "all" | "any";
  /** At least one. */ readonly parts: readonly RulePart[];
  /** How long it must be true before it raises. Milliseconds. */ readonly onDelayMs: number;
  /** How long it must be false before it clears. Milliseconds. */ readonly offDelayMs: number;
};

/** What is remembered of one part. Plain JSON. */
export type RulePartState = {
  readonly isTrue: boolean;
  /** Newest value; null before the first. */ readonly value: number | null;
  /** When that was measured. */ readonly at: number | null;
  /** `nOfM`: what the last readings said, oldest first, `1` for yes. */ readonly bits?: string;
  /** `rising`, `falling`: start of a bucket, and the extreme in it. */ readonly points?: readonly (readonly [
    number,
    number,
  ])[];
  /** `noData`: when the hub last heard a value. */ readonly heardAt?: number;
};

/** A rule at one component between two inputs. Plain JSON. */
export type RuleState = {
  /** What it raises. */ readonly type: AlarmType;
  /** It has raised. */ readonly isOn: boolean;
  /** Since when its parts say otherwise: as measured, and when the hub heard of it. */
  readonly since: { readonly at: number; readonly heardAt: number } | null;
  readonly parts: readonly RulePartState[];
};

export type RuleInput =
  | {
      readonly kind: "reading";
      readonly quantity: string;
      /** Scaled integer of a good reading. */ readonly value: number;
      /** When it was measured. */ readonly at: number;
      /** When the hub heard of it. */ readonly heardAt: number;
    }
  | { readonly kind: "tick"; readonly at: number };

/** `stands`: read again and still so. `part`: index of the part that says it. */
export type RuleEffect =
  | { readonly kind: "raised" | "stands"; readonly at: number; readonly part: number; readonly value: number | null }
  | { readonly kind: "cleared"; readonly at: number };
