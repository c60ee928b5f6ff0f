import type { components } from "@dianan/open-api";

type Schemas = components["schemas"];
export type Policy = Schemas["NotificationPolicy"];
export type Rule = Schemas["NotificationRule"];
export type Step = Schemas["NotificationStep"];
type Schedule = Schemas["OnCallSchedule"];

/** What is sent of a policy that was read: gaps and version are the hub's own. */
export const sentPolicy = ({ gaps: _gaps, version: _version, ...rest }: Policy): Policy => rest;

const rulesWith = (policy: Policy, at: number, change: (rule: Rule) => readonly Rule[]): Policy => ({
  ...policy,
  rules: policy.rules.flatMap((rule, n) => (n === at ? [...change(rule)] : [rule])),
});

export const withRule = (policy: Policy, rule: Rule): Policy => ({ ...policy, rules: [...policy.rules, rule] });
export const withoutRule = (policy: Policy, at: number): Policy => rulesWith(policy, at, () => []);
/** Steps stay in the order of their times. */
export const withStep = (policy: Policy, at: number, step: Step): Policy =>
  rulesWith(policy, at, (rule) => [
    { ...rule, steps: [...rule.steps, step].sort((a, b) => a.afterSeconds - b.afterSeconds) },
  ]);

export const withSchedule = (policy: Policy, schedule: Schedule): Policy => ({
  ...policy,
  schedules: [...(policy.schedules ?? []), schedule],
});
/** Somebody takes over for a while (换班). */
export const withOverride = (policy: Policy, id: string, override: Schemas["OnCallOverride"]): Policy => ({
  ...policy,
  schedules: (policy.schedules ?? []).map((one) =>
    one.id === id ? { ...one, overrides: [...(one.overrides ?? []), override] } : one,
  ),
});

/** An id that no schedule has yet. */
export const freeScheduleId = (policy: Policy): string => {
  const taken = new Set((policy.schedules ?? []).map(({ id }) => id));
  for (let n = 1; ; n += 1) if (!taken.has(`schedule-${n}`)) return `schedule-${n}`;
};
