import type { DeviceState } from "./device-state.ts";
import type { Hazards } from "./hazards.ts";
import type { RulePartState, RuleState } from "./rule.ts";

/**
 * What is remembered, when the hub's clock was set back to `now`: nothing happened later than that. Else a device that was heard
 * by a clock of 2099 would never be offline again, and its readings would be older than what was read, for the rest of our lives
 * (EF-4.1, EF-4.4.2). The same object comes back when nothing lies ahead.
 */
export const notAfter = (state: DeviceState, now: number): DeviceState => {
  const { presence } = state;
  const isAhead = presence.heardAt !== null && presence.heardAt > now;
  const hazards = state.hazards === undefined ? undefined : hazardsNotAfter(state.hazards, now);
  if (!isAhead && hazards === state.hazards) return state;
  return {
    ...state,
    presence: isAhead ? { ...presence, heardAt: now } : presence,
    ...(hazards === undefined ? {} : { hazards }),
  };
};

const hazardsNotAfter = (hazards: Hazards, now: number): Hazards => {
  let isSame = true;
  const next = Object.fromEntries(
    Object.entries(hazards).map(([place, rule]) => {
      const kept = ruleNotAfter(rule, now);
      if (kept !== rule) isSame = false;
      return [place, kept];
    }),
  );
  return isSame ? hazards : next;
};

const ruleNotAfter = (rule: RuleState, now: number): RuleState => {
  const parts = rule.parts.map((part) => partNotAfter(part, now));
  const { since } = rule;
  const isAhead = since !== null && (since.at > now || since.heardAt > now);
  if (!isAhead && parts.every((part, n) => part === rule.parts[n])) return rule;
  return {
    ...rule,
    parts,
    since: since && { at: Math.min(since.at, now), heardAt: Math.min(since.heardAt, now) },
  };
};

const partNotAfter = (part: RulePartState, now: number): RulePartState => {
  const { at, heardAt, points } = part;
  const isAhead = (time: number | null | undefined): boolean => time !== null && time !== undefined && time > now;
  const lasting = points?.filter(([from]) => from <= now);
  if (!isAhead(at) && !isAhead(heardAt) && lasting?.length === points?.length) return part;
  return {
    ...part,
    at: at === null ? null : Math.min(at, now),
    ...(heardAt === undefined ? {} : { heardAt: Math.min(heardAt, now) }),
    ...(lasting === undefined ? {} : { points: lasting }),
  };
};
