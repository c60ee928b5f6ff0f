import type { Rule, RuleEffect, RuleInput, RulePart, RulePartState, RuleState } from "./rule.ts";
import { newPartState, stepRulePart } from "./rule-part.ts";
import type { Step } from "./step.ts";

const NONE: readonly RuleEffect[] = [];

/** A rule at a component of which nothing was read yet. */
export const newRuleState = ({ type, parts }: Rule): RuleState => ({
  type,
  isOn: false,
  since: null,
  parts: parts.map(() => newPartState),
});

/**
 * One step of one rule at one component (EF-2.2, CP-2.2). It raises once its parts have been true for the on-delay: the last value
 * is taken to last, so a tick may raise. It clears only when a reading says that they have been false for the off-delay: silence
 * is no evidence that a hazard is gone. A late reading changes nothing, and the same state comes back.
 */
export const stepRule = (rule: Rule, state: RuleState, input: RuleInput): Step<RuleState, RuleEffect> => {
  const parts = stepParts(rule, state, input);
  const isTouched = parts !== state.parts;
  if (input.kind === "reading" && !isTouched) return { state, effects: NONE };
  const isTrue = rule.match === "all" ? parts.every((part) => part.isTrue) : parts.some((part) => part.isTrue);
  // By far the most: nothing is said, and nothing was.
  if (!isTrue && !state.isOn)
    return { state: isTouched ? { type: rule.type, isOn: false, since: null, parts } : state, effects: NONE };
  const saying = Math.max(
    0,
    parts.findIndex((part) => part.isTrue),
  );
  const value = parts[saying]?.value ?? null;
  const { at } = input;
  if (isTrue === state.isOn) {
    if (!isTouched) return { state, effects: [] };
    const isReadAgain = isTrue && input.kind === "reading";
    const effects: readonly RuleEffect[] = isReadAgain ? [{ kind: "stands", at, part: saying, value }] : [];
    return { state: { type: rule.type, isOn: state.isOn, since: null, parts }, effects };
  }
  const since = state.since ?? { at, heardAt: input.kind === "reading" ? input.heardAt : at };
  const waited = input.kind === "reading" ? at - since.at : at - since.heardAt;
  const isOver = isTrue ? waited >= rule.onDelayMs : input.kind === "reading" && waited >= rule.offDelayMs;
  if (isOver)
    return {
      state: { type: rule.type, isOn: isTrue, since: null, parts },
      effects: [isTrue ? { kind: "raised", at, part: saying, value } : { kind: "cleared", at }],
    };
  return !isTouched && state.since !== null
    ? { state, effects: [] }
    : { state: { type: rule.type, isOn: state.isOn, since, parts }, effects: [] };
};

/** The same array when nothing has changed: of most readings most rules say nothing new. */
const stepParts = (rule: Rule, state: RuleState, input: RuleInput): readonly RulePartState[] => {
  let changed: RulePartState[] | null = null;
  for (let n = 0; n < rule.parts.length; n += 1) {
    const before = state.parts[n];
    const after = stepRulePart(rule.parts[n] as RulePart, before ?? newPartState, input);
    if (after === before) continue;
    changed ??= state.parts.slice(0, rule.parts.length);
    changed[n] = after;
  }
  return changed ?? state.parts;
};

/** When a tick could change this state next; infinity: only a reading can. */
export const ruleDueAt = (rule: Rule, { isOn, since, parts }: RuleState): number => {
  if (isOn) return Number.POSITIVE_INFINITY;
  let due = since === null ? Number.POSITIVE_INFINITY : since.heardAt + rule.onDelayMs;
  rule.parts.forEach((part, n) => {
    const state = parts[n];
    if (part.kind === "noData" && state?.heardAt !== undefined && !state.isTrue)
      due = Math.min(due, state.heardAt + part.forMs);
  });
  return due;
};

/** True when nothing of it need be kept over a restart: it says nothing, waits for nothing and remembers no readings. */
export const isQuiet = ({ isOn, since, parts }: RuleState): boolean => !isOn && since === null && parts.every(isCalm);

const isCalm = ({ isTrue, bits, points, heardAt }: RulePartState): boolean =>
  !isTrue && bits === undefined && points === undefined && heardAt === undefined;

/** The set point of a part, in its own scale; undefined when it has none. */
export const limitOf = (part: RulePart | undefined): number | undefined =>
  part !== undefined && "limit" in part ? part.limit : undefined;
