import { expect, test } from "vitest";
import {
  freeScheduleId,
  type Policy,
  type Step,
  sentPolicy,
  withOverride,
  withoutRule,
  withRule,
  withSchedule,
  withStep,
} from "./policy-edit.ts";

const step = (afterSeconds: number): Step => ({ afterSeconds, channels: ["sms"], recipients: ["unitContact"] });
const rule = { name: "报警", classes: ["alarm"], steps: [step(60)] };
const policy: Policy = { rules: [rule, { ...rule, name: "其他" }], fallbackContactIds: ["c1"], gaps: [], version: 3 };

test("EF-4.2: steps stay in the order of their times, and only their rule is changed", () => {
  const next = withStep(policy, 0, step(0));
  expect(next.rules.map(({ steps }) => steps.map(({ afterSeconds }) => afterSeconds))).toEqual([[0, 60], [60]]);
  expect(policy.rules[0]?.steps).toHaveLength(1);
  expect(withRule(policy, { ...rule, name: "末" }).rules.map(({ name }) => name)).toEqual(["报警", "其他", "末"]);
  expect(withoutRule(policy, 0).rules.map(({ name }) => name)).toEqual(["其他"]);
});

test("what the hub works out is not sent back", () => {
  expect(sentPolicy(policy)).toEqual({ rules: policy.rules, fallbackContactIds: ["c1"] });
});

test("a schedule has an id of its own; a hand-over is of that schedule alone", () => {
  const schedule = { id: "schedule-1", name: "夜班", from: "2026-01-05", handOver: "08:00", rotation: ["c1"] };
  const one = withSchedule(policy, schedule);
  expect([freeScheduleId(policy), freeScheduleId(one)]).toEqual(["schedule-1", "schedule-2"]);
  const override = { from: "2026-01-06T08:00:00+08:00", until: "2026-01-07T08:00:00+08:00", contactId: "c2" };
  expect(withOverride(one, "schedule-1", override).schedules?.[0]?.overrides).toEqual([override]);
  expect(withOverride(one, "schedule-9", override)).toEqual(one);
  expect(withoutRule(policy, 9)).toEqual(policy);
});
