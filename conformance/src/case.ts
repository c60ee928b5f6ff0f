import type { Polarity, Target, Words } from "./requirement.ts";

/** Classes of conformance (符合等级), each with what the ones before it ask. */
export const classes = ["core", "full", "robust"] as const;
export type ConformanceClass = (typeof classes)[number];

/** Something that was sent or came: a request, a record; bytes as the member `hex`. */
export type Shown = { readonly [member: string]: unknown };

/** A case could not be made: what it needs is not there. It is never a pass. */
export class Unmet extends Error {}

/** What was wrong: one code for machines, what was asked for, what came, and what was sent to see it. */
export type Finding = {
  readonly code: string;
  readonly expected: string;
  readonly got: string;
  /** What shows it, in order: requests without ids, records, frames. */ readonly input: readonly Shown[];
  /** Of generated cases: where the generator stands. */ readonly replay?: {
    readonly seed: number;
    readonly path: string;
  };
};

/** What a case works with. `S` is how its target is spoken to. */
export type CaseContext<S> = {
  readonly seat: S;
  /** Of this case alone, so that leaving out others changes nothing. */ readonly seed: number;
  /** How many inputs a generated case tries. */ readonly runs: number;
};

/** One thing that is put to the test (测试用例). */
export type Case<S> = {
  /** Never used again for another case. */ readonly id: string;
  readonly target: Target;
  readonly requirements: readonly string[];
  readonly polarity: Polarity;
  readonly asks: ConformanceClass;
  readonly title: Words;
  /** Features that the implementation must claim, or the case does not apply. */ readonly needs: readonly string[];
  readonly kind: "vector" | "generated" | "stream" | "dialogue";
  /** @returns what was wrong, or null */
  run(context: CaseContext<S>): Promise<Finding | null>;
};

/** `UNMET` and `ERROR` are never a pass: the case could not be made, or the kit itself failed. */
export type Verdict = "PASS" | "FAIL" | "WARN" | "SKIP" | "UNMET" | "ERROR";
