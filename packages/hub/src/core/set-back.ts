import { slotNotAfter } from "./alarm-set-back.ts";
import type { DeviceState } from "./device-state.ts";
import type { Hazards } from "./hazards.ts";
import type { RulePartState, RuleState } from "./rule.ts";

/**
 * What is remembered, when the hub's clock was set back to `now`: nothing happened later than that. Else a device that was heard
 * by a clock of 2099 would never be offline again, and its readings would be older than what was read, for the rest of our lives
 * (EF-4.1, EF-4.4.2).
 *
 * @param now - milliseconds UTC
 */
export const notAfter = (state: DeviceState, now: number): DeviceState => {
  const { presence, hazards, slots } = state;
  return {
    ...state,
    slots: Object.fromEntries(Object.entries(slots).map(([key, slot]) => [key, slotNotAfter(slot, now)])),
    presence: { ...presence, heardAt: earlier(presence.heardAt, now) },
    ...(hazards === undefined ? {} : { hazards: hazardsNotAfter(hazards, now) }),
  };
};

const earlier = (time: number | null, now: number): number | null => (time === null ? null : Math.min(time, now));

const hazardsNotAfter = (hazards: Hazards, now: number): Hazards =>
  Object.fromEntries(Object.entries(hazards).map(([place, rule]) => [place, ruleNotAfter(rule, now)]));

const ruleNotAfter = ({ since, parts, ...rule }: RuleState, now: number): RuleState => ({
  ...rule,
  since: since && { at: Math.min(since.at, now), heardAt: Math.min(since.heardAt, now) },
  parts: parts.map((part) => partNotAfter(part, now)),
});

const partNotAfter = ({ at, heardAt, points, ...part }: RulePartState, now: number): RulePartState => ({
  ...part,
  at: earlier(at, now),
  ...(heardAt === undefined ? {} : { heardAt: Math.min(heardAt, now) }),
  ...(points === undefined ? {} : { points: points.filter(([from]) => from <= now) }),
});
