import { expect, test } from "vitest";
import { afterOutcome, withReceipt } from "./notify-attempt.ts";
import { freeAt, type SentNotice } from "./notify-budget.ts";
import { decide } from "./notify-bundle.ts";
import { type CaseEffect, openCase, stepCase } from "./notify-case.ts";
import {
  daySpan,
  defaultGrouping,
  type NotifyPolicy,
  type NotifyRule,
  ruleFor,
  spanEnd,
  strictRule,
} from "./notify-policy.ts";
import {
  aliyunVariable,
  noticeText,
  shortCode,
  spelled,
  strictVariable,
  templateFor,
  templateValues,
  variableText,
} from "./notify-text.ts";
import { onCall, onCallGaps } from "./on-call.ts";

const OFFSET = 480;
const at = (text: string): number => Date.parse(`${text}+08:00`);
const AT = at("2026-03-02T10:00:00");
const duty = { id: "duty", channels: ["app", "sms", "voice"] } as const;
const tick = {
  kind: "tick",
  people: [[duty], [duty], []],
  fallback: [{ id: "last", channels: ["voice"] }],
  isUnwatched: false,
  utcOffsetMinutes: OFFSET,
} as const;
const asks = (effects: readonly CaseEffect[]) =>
  effects.flatMap((one) =>
    one.kind === "ask" ? [`${one.key.personId} ${one.key.channel} ${one.key.step} ${one.key.n}`] : [],
  );
const subject = { class: "alarm", type: "smoke", unitId: "u1", placeType: "school" };
const rule = (more: Partial<NotifyRule>): NotifyRule => ({ ...strictRule, name: "r", ...more });
const policy = (...rules: NotifyRule[]): NotifyPolicy => ({ rules, fallbackContactIds: ["last"] });

test.each([
  ["22:00-07:00", "2026-03-02T23:30:00", "2026-03-03T07:00:00"],
  ["22:00-07:00", "2026-03-02T07:00:00", null],
  ["22:00-07:00", "2026-03-02T21:59:59", null],
  ["08:00-08:00", "2026-03-02T03:00:00", "2026-03-02T08:00:00"],
  ["12:00-14:00", "2026-03-02T12:00:00", "2026-03-02T14:00:00"],
])("a span %s at %s ends at %s, in the tenant's zone", (span, now, end) => {
  expect(spanEnd(span, at(now), OFFSET)).toBe(end === null ? null : at(end));
});
test.each(["", "22:00", "24:00-07:00", "7:00-8:00", "22:00-07:00-08:00", "22:60-07:00"])("%j is no span", (text) => {
  expect(daySpan(text)).toBe(null);
});

test("EF-4.2: the first rule that names an alarm is its rule; class alarm is never without one", () => {
  const night = rule({ name: "night", hours: "18:00-08:00" });
  const school = rule({ name: "school", placeTypes: ["school"], unitIds: ["u1"] });
  expect(ruleFor(policy(night, school), subject, AT, OFFSET)?.name).toBe("school");
  expect(ruleFor(policy(night, school), subject, at("2026-03-02T20:00:00"), OFFSET)?.name).toBe("night");
  expect(ruleFor(policy(rule({ types: ["x"] })), subject, AT, OFFSET)).toBe(strictRule);
  expect(ruleFor(policy(rule({ unitIds: ["u2"] })), subject, AT, OFFSET)).toBe(strictRule);
  expect(ruleFor(policy(rule({})), { ...subject, class: "fault" }, AT, OFFSET)).toBe(null);
});

const week = { id: "s", name: "周班", from: "2026-03-02", handOver: "08:00", rotation: ["a", "b"] };
test.each([
  ["2026-03-02T07:59:59", null],
  ["2026-03-02T08:00:00", "a"],
  ["2026-03-09T07:59:59", "a"],
  ["2026-03-09T08:00:00", "b"],
  ["2026-03-16T08:00:00", "a"],
])("EF-4.2: who is on call at %s: %s", (now, who) => {
  expect(onCall(week, at(now), OFFSET)).toBe(who);
});
test("EF-4.2: an override goes before the rotation; one by nobody is a gap", () => {
  const overrides = [
    { from: "2026-03-03T00:00:00+08:00", until: "2026-03-05T00:00:00+08:00", contactId: "c" },
    { from: "2026-03-04T00:00:00+08:00", until: "2026-03-04T08:00:00+08:00", contactId: null },
  ];
  const schedule = { ...week, overrides };
  expect(onCall(schedule, at("2026-03-03T00:00:00"), OFFSET)).toBe("c");
  expect(onCall(schedule, at("2026-03-05T00:00:00"), OFFSET)).toBe("a");
  expect(onCallGaps(schedule, at("2026-03-02T08:00:00"), at("2026-03-20T00:00:00"), OFFSET)).toEqual([
    { from: at("2026-03-04T00:00:00"), until: at("2026-03-04T08:00:00") },
  ]);
});
test("EF-4.2: hours of the day that nobody covers are gaps, joined where they touch", () => {
  const days = { ...week, hours: "08:00-00:00" };
  expect(onCallGaps(days, at("2026-03-02T00:00:00"), at("2026-03-04T00:00:00"), OFFSET)).toEqual([
    { from: at("2026-03-02T00:00:00"), until: at("2026-03-02T08:00:00") },
    { from: at("2026-03-03T00:00:00"), until: at("2026-03-03T08:00:00") },
  ]);
  expect(onCallGaps({ ...week, rotation: [] }, AT, AT + 1_000, OFFSET)).toEqual([{ from: AT, until: AT + 1_000 }]);
  expect(onCallGaps(week, at("2026-03-02T08:00:00"), at("2026-06-02T08:00:00"), OFFSET)).toEqual([]);
});

test("EF-4.2: app, SMS and call go at once, a second call after a minute, and a step with nobody goes on to the next", () => {
  const first = stepCase(openCase({ alarmId: "x", class: "alarm" }, strictRule, 1, AT), { ...tick, at: AT });
  expect(asks(first.effects)).toEqual(["duty app 0 100", "duty sms 0 100", "duty voice 0 100"]);
  expect(first.state.nextAt).toBe(AT + 60_000);
  const second = stepCase(first.state, { ...tick, at: AT + 60_000 });
  expect(asks(second.effects)).toEqual(["duty voice 1 100"]);
  const third = stepCase(second.state, { ...tick, at: AT + 360_000 });
  expect(third.effects[0]).toEqual({ kind: "stepWithoutPeople", step: 2 });
  expect(asks(third.effects)).toEqual(["duty app 0 101", "duty sms 0 101", "duty voice 0 101"]);
});
test("EF-4.2: a rule that reaches nobody tells the fallback contact at once and says so", () => {
  const nobody = { ...tick, people: [[], [], []] };
  const { state, effects } = stepCase(openCase({ alarmId: "x", class: "alarm" }, strictRule, 1, AT), {
    ...nobody,
    at: AT,
  });
  expect([state.end, asks(effects), effects.at(-1)]).toEqual([
    "exhausted",
    ["last voice 3 100"],
    { kind: "exhausted" },
  ]);
});
test("EF-4.2: without a watcher the phone step goes at once; never twice, and only of class alarm", () => {
  const later = rule({
    steps: [
      { afterSeconds: 0, channels: ["app"], recipients: ["dutyOfficer"] },
      { afterSeconds: 300, channels: ["voice"], recipients: ["dutyOfficer"] },
    ],
  });
  const unwatched = { ...tick, isUnwatched: true, at: AT };
  const skipped = stepCase(openCase({ alarmId: "x", class: "alarm" }, later, 1, AT), unwatched);
  expect(asks(skipped.effects)).toEqual(["duty voice 1 100", "duty app 0 100"]);
  expect(skipped.effects).toContainEqual({ kind: "skippedToPhone" });
  const strict = stepCase(openCase({ alarmId: "x", class: "alarm" }, strictRule, 1, AT), unwatched);
  expect(asks(strict.effects).filter((one) => one.includes("voice"))).toEqual(["duty voice 0 100"]);
  const fault = stepCase(openCase({ alarmId: "x", class: "fault" }, later, 1, AT), unwatched);
  expect(asks(fault.effects)).toEqual(["duty app 0 100"]);
});
test("EF-4.2: quiet hours hold faults and never an alarm", () => {
  const quiet = rule({ quietHours: "22:00-07:00" });
  const night = at("2026-03-02T23:00:00");
  const times = (alarmClass: string) =>
    stepCase(openCase({ alarmId: "x", class: alarmClass }, quiet, 1, night), { ...tick, at: night }).effects.flatMap(
      (one) => (one.kind === "ask" ? [one.notBefore] : []),
    );
  expect(new Set(times("alarm"))).toEqual(new Set([night]));
  expect(new Set(times("fault"))).toEqual(new Set([at("2026-03-03T07:00:00")]));
});
test("EF-4.2: when a channel fails the person's next one is asked; when none is left the next step is due", () => {
  const { state } = stepCase(openCase({ alarmId: "x", class: "alarm" }, strictRule, 1, AT), { ...tick, at: AT });
  const key = { alarmId: "x", personId: "duty", channel: "app", step: 0, n: 100 } as const;
  const next = stepCase(state, { kind: "failed", at: AT + 1, key, person: duty, tried: ["app"] });
  expect(asks(next.effects)).toEqual(["duty sms 0 100"]);
  const none = stepCase(state, { kind: "failed", at: AT + 1, key, person: duty, tried: ["app", "sms", "voice"] });
  expect([asks(none.effects), none.state.nextAt]).toEqual([[], AT + 1]);
  const over = stepCase(
    { ...state, end: "acknowledged" },
    { kind: "failed", at: AT + 1, key, person: duty, tried: ["app"] },
  );
  expect(over.effects).toEqual([]);
});

const sentAt = (ms: number, more: Partial<SentNotice> = {}): SentNotice => ({
  ...{ at: AT - ms, courierId: "c", channel: "voice", class: "alarm", unitId: "u1", rootId: "r1", alarmIds: ["x"] },
  ...more,
});
test("SEC-OUT-07: a cap frees when its oldest call leaves the window; hours have a cap of their own", () => {
  const one = [{ max: 1, windowMs: 60_000 }];
  expect(freeAt(one, [sentAt(59_999)], subject, AT, OFFSET)).toBe(AT + 1);
  expect(freeAt(one, [sentAt(60_000)], subject, AT, OFFSET)).toBe(AT);
  const night = [{ max: 1, windowMs: 10 * 3_600_000, hours: "22:00-08:00" }];
  const late = at("2026-03-02T23:00:00");
  expect(freeAt(night, [sentAt(0, { at: late - 1_800_000 })], subject, late, OFFSET)).toBeGreaterThan(late);
  expect(freeAt(night, [sentAt(0, { at: late - 7_200_000 })], subject, late, OFFSET)).toBe(late);
  expect(freeAt(night, [sentAt(1)], subject, AT, OFFSET)).toBe(AT);
});
test("SEC-OUT-07: the last two calls of the hour are for an alarm of another unit", () => {
  const hour = [{ max: 5, windowMs: 3_600_000 }];
  const three = [1, 2, 3].map((n) => sentAt(n * 60_000));
  expect(freeAt(hour, three, subject, AT, OFFSET)).toBeGreaterThan(AT);
  expect(freeAt(hour, three, { ...subject, unitId: "u2" }, AT, OFFSET)).toBe(AT);
  expect(freeAt(hour, three, { class: "fault", unitId: "u2" }, AT, OFFSET)).toBeGreaterThan(AT);
  const five = [1, 2, 3, 4, 5].map((n) => sentAt(n * 60_000));
  expect(freeAt(hour, five, { ...subject, unitId: "u2" }, AT, OFFSET)).toBe(AT - 5 * 60_000 + 3_600_000);
});

const bundle = {
  channel: "voice",
  class: "alarm",
  unitId: "u1",
  unitIds: ["u1"],
  rootIds: ["y"],
  alarmIds: ["y"],
  expiresAt: AT + 3_600_000,
};
const scene = { grouping: defaultGrouping, at: AT, isWhole: false, utcOffsetMinutes: OFFSET };
const way = { courierId: "c", caps: [] };
test("EF-4.2: another alarm of the unit within a minute waits for one message; another class does not wait", () => {
  expect(decide(bundle, [sentAt(1_000)], [way], scene)).toEqual({ kind: "hold", until: AT + 59_000 });
  expect(decide(bundle, [sentAt(1_000, { class: "offline" })], [way], scene)).toEqual({ kind: "send", courierId: "c" });
  expect(decide(bundle, [sentAt(1_000, { unitId: "u2" })], [way], scene)).toEqual({ kind: "send", courierId: "c" });
  expect(
    decide(
      bundle,
      [1, 2, 3, 4, 5].map((n) => sentAt(n * 100_000)),
      [way],
      scene,
    ),
  ).toEqual({ kind: "merge" });
});
test("EF-4.2: when one provider's cap is full the other one calls; without any the channel has failed", () => {
  const full = { courierId: "c", caps: [{ max: 1, windowMs: 3_600_000 }] };
  const own = [sentAt(100_000, { unitId: "u2" })];
  expect(decide(bundle, own, [full, { courierId: "d", caps: [] }], scene)).toEqual({ kind: "send", courierId: "d" });
  expect(decide(bundle, own, [full], scene)).toEqual({ kind: "fail", reason: "budget" });
  expect(decide(bundle, own, [], scene)).toEqual({ kind: "fail", reason: "no-courier" });
  const soon = { courierId: "c", caps: [{ max: 1, windowMs: 120_000 }] };
  expect(decide(bundle, own, [soon], scene)).toEqual({ kind: "hold", until: AT + 20_000 });
});

const attempt = { state: "sending", tries: 1, unknowns: 0, isFallback: false, expiresAt: AT + 60_000 } as const;
test.each([
  [attempt, { kind: "refused", code: "busy", retry: "later" }, { state: "queued", dueAt: AT + 1_000 }],
  [attempt, { kind: "refused", code: "429", retry: "later", afterMs: 9_000 }, { state: "queued", dueAt: AT + 9_000 }],
  [
    { ...attempt, tries: 4 },
    { kind: "refused", code: "busy", retry: "later" },
    { state: "failed", code: "busy" },
  ],
  [attempt, { kind: "refused", code: "param", retry: "template" }, { state: "queued", dueAt: AT, isFallback: true }],
  [
    { ...attempt, isFallback: true },
    { kind: "refused", code: "param", retry: "template" },
    { state: "failed", code: "param" },
  ],
  [attempt, { kind: "refused", code: "number", retry: "never" }, { state: "failed", code: "number" }],
  [attempt, { kind: "unknown", code: "timeout" }, { state: "queued", dueAt: AT + 10_000, unknowns: 1 }],
  [
    { ...attempt, unknowns: 1 },
    { kind: "unknown", code: "timeout" },
    { state: "failed", code: "timeout" },
  ],
  [
    { ...attempt, expiresAt: AT + 500 },
    { kind: "refused", code: "busy", retry: "later" },
    { state: "failed", code: "expired" },
  ],
] as const)("EF-4.2: after %j comes %j: %j", (now, outcome, next) => {
  expect(afterOutcome(now, outcome, AT, false)).toMatchObject(next);
});
test.each([
  ["accepted", "delivered", "delivered"],
  ["delivered", "accepted", "delivered"],
  ["heard", "delivered", "heard"],
  ["accepted", "failed", "failed"],
  ["delivered", "failed", "delivered"],
  ["cancelled", "delivered", "cancelled"],
  ["failed", "delivered", "failed"],
] as const)("a receipt never takes back what is known: %s, then %s, is %s", (now, receipt, next) => {
  expect(withReceipt(now, receipt)).toBe(next);
});

test.each([
  ["晋江市灵水社区示例制衣厂", "晋江市灵水社区示例制衣厂"],
  ["见 https://example.com/a 详情", "见 详情"],
  ["主机 192.0.2.7 离线", "主机 离线"],
  ["请拨 0595-85600000", "请拨"],
  ["【示例】厂", "示例厂"],
  ["①号※厂", "号厂"],
  ["", "-"],
  ["192.0.2.7", "-"],
  ["a\u0000b\nc", "abc"],
])("a variable for a carrier: %j is %j", (text, shown) => {
  expect(variableText(text, aliyunVariable)).toBe(shown);
});
test("a variable is cut by code points, never inside one", () => {
  const cut = variableText("𠮷".repeat(40), aliyunVariable);
  expect([...cut]).toEqual([...Array.from({ length: 34 }, () => "𠮷"), "…"]);
  expect(variableText("a.b。'<c>{d}", strictVariable)).toBe("abcd");
});
test("templates: the first that names the alarm, in the order of its variables, or none", () => {
  const facts = {
    type: "剩余电流超限",
    class: "报警",
    unit: "示例厂",
    device: "1 号箱",
    value: "689 毫安",
    time: "10:00",
    count: 1,
    code: "AL-3F7K2",
  };
  const one = {
    id: "SMS_1",
    variables: [
      { name: "place", fact: "unit" },
      { name: "code", fact: "code" },
    ],
    types: ["residualCurrentOver"],
  } as const;
  const any = { id: "SMS_2", variables: [{ name: "code", fact: "code" }], classes: ["alarm"] } as const;
  expect(templateFor([one, any], { class: "alarm", type: "residualCurrentOver" })).toBe(one);
  expect(templateFor([one, any], { class: "alarm", type: "smoke" })).toBe(any);
  expect(templateFor([one, any], { class: "fault", type: "smoke" })).toBe(null);
  expect(templateValues(one, facts, aliyunVariable)).toEqual([
    ["place", "示例厂"],
    ["code", "AL-3F7K2"],
  ]);
  expect(noticeText({ ...facts, count: 6 }, "zh").split("\n")[0]).toBe("示例厂 剩余电流超限,及另外 5 处");
  expect(noticeText(facts, "en")).toContain("Code: AL-3F7K2");
});
test("a code is short, the same for the same alarm, and spelled digit by digit for the phone", () => {
  expect(shortCode("a")).toMatch(/^AL-[2-9A-HJ-NP-Z]{5}$/);
  expect(shortCode("a")).toBe(shortCode("a"));
  expect(new Set(Array.from({ length: 1_000 }, (_, n) => shortCode(`alarm-${n}`))).size).toBeGreaterThan(990);
  expect(spelled("设备 512")).toBe("设备 5,1,2");
});
