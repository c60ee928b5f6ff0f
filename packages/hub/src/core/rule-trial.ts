import {
  type HazardChange,
  type Hazards,
  hazardsDueAt,
  type JudgedReading,
  judgeReadings,
  judgeTime,
} from "./hazards.ts";
import type { RulesInForce } from "./rule-levels.ts";

/** A warning that would have been raised. `value`: scaled integer of the part's quantity; null when it has none. */
export type TriedWarning = {
  readonly change: Extract<HazardChange, { readonly kind: "found" }>;
  readonly value: number | null;
};

/** What a set of rules makes of a device's history, as if each reading had come when it was measured. */
export type RuleTrial = {
  /** Readings of one instant; instants must grow. */ take(at: number, readings: readonly JudgedReading[]): void;
  /** Up to this time nothing more was read. */ end(at: number): void;
  /** Those raised so far, in order, at most `keptMax`. */ readonly warnings: readonly TriedWarning[];
  count(): number;
};

const idOf = (component: string): string => component;

/** Tries rules on history (试算); components have their id for a key. */
export const createRuleTrial = (rules: RulesInForce, keptMax: number): RuleTrial => {
  let hazards: Hazards = {};
  let count = 0;
  const warnings: TriedWarning[] = [];

  const tell = (changes: readonly HazardChange[]): void => {
    for (const change of changes) {
      if (change.kind !== "found" || change.effect.kind !== "raised") continue;
      count += 1;
      if (warnings.length < keptMax) warnings.push({ change, value: change.effect.value });
    }
  };
  /** What would have been seen by ticks until then. */
  const pass = (until: number): void => {
    for (let due = hazardsDueAt(hazards, rules, idOf); due < until; ) {
      const step = judgeTime(hazards, due, rules, idOf);
      hazards = step.hazards;
      tell(step.changes);
      const next = hazardsDueAt(hazards, rules, idOf);
      if (next <= due) return;
      due = next;
    }
  };

  return {
    take: (at, readings) => {
      pass(at);
      const step = judgeReadings(hazards, readings, at, rules);
      hazards = step.hazards;
      tell(step.changes);
    },
    end: pass,
    warnings,
    count: () => count,
  };
};
