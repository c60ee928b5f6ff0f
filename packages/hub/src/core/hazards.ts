import type { RuleEffect, RuleInput, RuleState } from "./rule.ts";
import { type RuleInForce, type RulesInForce, ruleAt, rulesAt } from "./rule-levels.ts";
import { isQuiet, newRuleState, ruleDueAt, stepRule } from "./rule-step.ts";

/** States of rules at a device, by `<code> <component key>`; without the key: the device as a whole. Plain JSON. */
export type Hazards = { readonly [place: string]: RuleState };

/** A good reading to be judged. */
export type JudgedReading = {
  /** Key; null: the device as a whole. */ readonly component: string | null;
  readonly componentId: string | null;
  readonly quantity: string;
  /** Scaled integer. */ readonly value: number;
  /** When it was measured. */ readonly at: number;
};

/** What the hub found out itself. */
export type HazardChange = {
  readonly component: string | null;
  readonly type: RuleInForce["type"];
} & (
  | {
      readonly kind: "found";
      readonly rule: RuleInForce;
      readonly effect: Exclude<RuleEffect, { readonly kind: "cleared" }>;
    }
  | { readonly kind: "gone"; readonly at: number }
);

export type HazardStep = { readonly hazards: Hazards; readonly changes: readonly HazardChange[] };

const placeOf = (code: string, component: string | null): string =>
  component === null ? code : `${code} ${component}`;

const partsOf = (place: string): { readonly code: string; readonly component: string | null } => {
  const space = place.indexOf(" ");
  return space < 0
    ? { code: place, component: null }
    : { code: place.slice(0, space), component: place.slice(space + 1) };
};

/** Nearly always they are already. */
const inOrder = (readings: readonly JudgedReading[]): readonly JudgedReading[] => {
  let last = Number.NEGATIVE_INFINITY;
  for (const { at } of readings) {
    if (at < last) return readings.toSorted((a, b) => a.at - b.at);
    last = at;
  }
  return readings;
};

type Work = { hazards: { [place: string]: RuleState }; isChanged: boolean; readonly changes: HazardChange[] };

/** Judges readings in the order in which they were measured (EF-2.2, CP-2.2). */
export const judgeReadings = (
  before: Hazards,
  readings: readonly JudgedReading[],
  heardAt: number,
  rules: RulesInForce,
): HazardStep => {
  const work: Work = { hazards: before, isChanged: false, changes: [] };
  for (const { component, componentId, quantity, value, at } of inOrder(readings))
    for (const rule of rulesAt(rules, componentId, quantity))
      stepAt(work, rule, component, { kind: "reading", quantity, value, at, heardAt });
  return { hazards: work.hazards, changes: work.changes };
};

/**
 * Judges that time has passed, and lets go of what no rule is about any more.
 *
 * @param idOf - id of the component with this key
 */
export const judgeTime = (
  before: Hazards,
  at: number,
  rules: RulesInForce,
  idOf: (component: string) => string,
): HazardStep => {
  const work: Work = { hazards: before, isChanged: false, changes: [] };
  for (const place of Object.keys(before)) {
    const { code, component } = partsOf(place);
    const rule = ruleAt(rules, component === null ? null : idOf(component), code);
    if (rule !== undefined) {
      stepAt(work, rule, component, { kind: "tick", at });
      continue;
    }
    const { [place]: dropped, ...others } = work.hazards;
    work.hazards = others;
    work.isChanged = true;
    if (dropped?.isOn) letGo(work, dropped.type, component, at);
  }
  return { hazards: work.hazards, changes: work.changes };
};

const stepAt = (work: Work, rule: RuleInForce, component: string | null, input: RuleInput): void => {
  const place = placeOf(rule.code, component);
  const known = Object.hasOwn(work.hazards, place) ? work.hazards[place] : undefined;
  const isSame = known !== undefined && known.type === rule.type && known.parts.length === rule.parts.length;
  const state = isSame ? known : newRuleState(rule);
  const step = stepRule(rule, state, input);
  if (step.state === known) return;
  if (!work.isChanged) Object.assign(work, { hazards: { ...work.hazards }, isChanged: true });
  work.hazards[place] = step.state;
  // A rule that was written anew: what it had raised before is not its word any more.
  if (!isSame && known?.isOn) letGo(work, known.type, component, input.at);
  for (const effect of step.effects)
    if (effect.kind === "cleared") letGo(work, rule.type, component, effect.at);
    else work.changes.push({ kind: "found", component, type: rule.type, rule, effect });
};

/** Two rules may raise one type of alarm: it is gone when neither says so. */
const letGo = (work: Work, type: RuleInForce["type"], component: string | null, at: number): void => {
  const stands = Object.entries(work.hazards).some(
    ([place, state]) => state.isOn && state.type === type && partsOf(place).component === component,
  );
  if (!stands) work.changes.push({ kind: "gone", component, type, at });
};

/** When a tick could change something next; 0: at once, because a rule holds no more. */
export const hazardsDueAt = (hazards: Hazards, rules: RulesInForce, idOf: (component: string) => string): number => {
  let due = Number.POSITIVE_INFINITY;
  for (const place in hazards) {
    const state = hazards[place];
    // Of what is quiet a tick changes nothing, whether its rule still holds or not.
    if (state === undefined || isQuiet(state)) continue;
    const { code, component } = partsOf(place);
    const rule = ruleAt(rules, component === null ? null : idOf(component), code);
    due = Math.min(due, rule === undefined ? 0 : ruleDueAt(rule, state));
  }
  return due;
};

/** What of them must outlast a restart; undefined: nothing. */
export const storedHazards = (hazards: Hazards): Hazards | undefined => {
  let kept: { [place: string]: RuleState } | undefined;
  for (const place in hazards) {
    const state = hazards[place];
    if (state === undefined || isQuiet(state)) continue;
    kept ??= {};
    kept[place] = state;
  }
  return kept;
};
