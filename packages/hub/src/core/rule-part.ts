import { RULE_READINGS_MAX, type RuleInput, type RulePart, type RulePartState } from "./rule.ts";

/** Parts of the window of a rate in which one extreme is kept, so that a state stays small however often is read. */
const BUCKETS = 15;

export const newPartState: RulePartState = { isTrue: false, value: null, at: null };

type Reading = Extract<RuleInput, { readonly kind: "reading" }>;

/**
 * One step of a part. What is of another quantity, older than what was read, or read already, changes nothing: the same object comes
 * back. Of two values of one time the later told counts: devices' clocks have whole seconds.
 */
export const stepRulePart = (part: RulePart, state: RulePartState, input: RuleInput): RulePartState => {
  if (input.kind === "tick") {
    if (part.kind !== "noData" || state.isTrue || state.heardAt === undefined) return state;
    return input.at - state.heardAt >= part.forMs ? { ...state, isTrue: true } : state;
  }
  if (input.quantity !== part.quantity || isKnown(state, input)) return state;
  const { value, at } = input;
  switch (part.kind) {
    case "above":
    case "below":
      return { value, at, isTrue: isBeyond(part.kind, part, state.isTrue, value) };
    case "rising":
    case "falling":
      return stepRate(part, state, input);
    case "nOfM": {
      const bit = isBeyond(part.side, part, state.isTrue, value) ? "1" : "0";
      const bits = ((state.bits ?? "") + bit).slice(-Math.min(part.m, RULE_READINGS_MAX));
      return { value, at, bits, isTrue: bits.replaceAll("0", "").length >= part.n };
    }
    case "noData":
      return { value, at, isTrue: false, heardAt: input.heardAt };
  }
};

const isKnown = (known: RulePartState, { at, value }: Reading): boolean =>
  known.at !== null && (at < known.at || (at === known.at && value === known.value));

const isBeyond = (
  side: "above" | "below",
  { limit, deadband }: { readonly limit: number; readonly deadband: number },
  was: boolean,
  value: number,
): boolean => {
  const room = was ? deadband : 0;
  return side === "above" ? value >= limit - room : value <= limit + room;
};

/** A bucket is kept until all of it is outside the window: a change is never missed, and judged over at most 1/15 more time. */
const stepRate = (
  part: Extract<RulePart, { readonly kind: "rising" | "falling" }>,
  state: RulePartState,
  { value, at }: Reading,
): RulePartState => {
  const width = Math.max(1, Math.ceil(part.withinMs / BUCKETS));
  const further = part.kind === "rising" ? Math.min : Math.max;
  const kept = (state.points ?? []).filter(([from]) => from + width > at - part.withinMs);
  const last = kept.at(-1);
  const points =
    last !== undefined && at - last[0] < width
      ? [...kept.slice(0, -1), [last[0], further(last[1], value)] as const]
      : [...kept, [at, value] as const];
  const extreme = points.reduce((one, [, other]) => further(one, other), value);
  return { value, at, points, isTrue: Math.abs(value - extreme) >= part.by };
};
