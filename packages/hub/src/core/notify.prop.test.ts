import fc from "fast-check";
import { expect, test } from "vitest";
import { type Attempt, type AttemptState, afterOutcome, type SendOutcome } from "./notify-attempt.ts";
import type { CallCap, SentNotice } from "./notify-budget.ts";
import type { WaitingNotice } from "./notify-bundle.ts";
import { attemptText, type CaseEffect, type NotifyCase, type NotifyPerson, openCase, stepCase } from "./notify-case.ts";
import { dispatchPerson } from "./notify-dispatch.ts";
import { defaultGrouping, type NotifyChannel, type NotifyRule, strictRule } from "./notify-policy.ts";

const AT = Date.parse("2026-03-01T02:00:00Z");
const MINUTE = 60_000;
const caps: readonly CallCap[] = [
  { max: 1, windowMs: MINUTE },
  { max: 5, windowMs: 60 * MINUTE },
  { max: 20, windowMs: 24 * 60 * MINUTE },
];
const people: readonly NotifyPerson[] = [
  { id: "duty", channels: ["app", "sms", "voice"] },
  { id: "unit", channels: ["sms", "voice"] },
  { id: "operator", channels: ["voice", "mail"] },
];
const fallback: NotifyPerson = { id: "fallback", channels: ["sms", "voice"] };
const byStep = [people.slice(0, 2), people.slice(0, 1), people.slice(2)];
const all = [...people, fallback];

type Row = WaitingNotice &
  Attempt & {
    state: AttemptState;
    dueAt: number;
    person: string;
    key: ReturnType<typeof JSON.parse>;
    lead: string | null;
  };
type Sent = SentNotice & { readonly attempt: string; readonly person: string; readonly expiresAt: number };
type Plan = {
  readonly alarms: readonly {
    readonly afterS: number;
    readonly unit: number;
    readonly class: number;
    readonly ackS: number | null;
  }[];
  readonly outcomes: readonly number[];
  /** Requests after which the process dies before it knows the answer. */ readonly crashes: readonly number[];
};

/** The engine as it is, but for its database and its couriers: what it knows is in `rows` and `cases`, written all or nothing. */
const run = (plan: Plan, rule: NotifyRule = strictRule, hours = 3) => {
  const rows = new Map<string, Row>();
  const cases = new Map<string, NotifyCase>();
  const facts = new Map<string, { class: string; unitId: string }>();
  const sent: Sent[] = [];
  const log: string[] = [];
  let requests = 0;
  const put = (effects: readonly CaseEffect[], at: number): void => {
    for (const effect of effects) {
      if (effect.kind === "exhausted") log.push(`exhausted ${at}`);
      if (effect.kind !== "ask") continue;
      const { key, notBefore, expiresAt } = effect;
      const id = attemptText(key);
      if (rows.has(id)) continue;
      const { class: alarmClass, unitId } = facts.get(key.alarmId) as { class: string; unitId: string };
      rows.set(id, {
        ...{
          id,
          alarmId: key.alarmId,
          class: alarmClass,
          unitId,
          rootId: key.alarmId,
          channel: key.channel,
          expiresAt,
        },
        ...{
          state: "queued",
          dueAt: notBefore,
          person: key.personId,
          key,
          lead: null,
          tries: 0,
          unknowns: 0,
          isFallback: false,
        },
      });
    }
  };
  const step = (id: string, input: Parameters<typeof stepCase>[1], at: number): void => {
    const now = cases.get(id);
    if (now === undefined) return;
    const { state, effects } = stepCase(now, input);
    cases.set(id, state);
    put(effects, at);
  };
  const fail = (row: Row, at: number): void => {
    row.state = "failed";
    const tried = [...rows.values()].filter(
      (one) =>
        one.person === row.person &&
        one.alarmId === row.alarmId &&
        one.key.step === row.key.step &&
        one.key.n === row.key.n,
    );
    const person = all.find(({ id }) => id === row.person) as NotifyPerson;
    step(
      row.alarmId,
      { kind: "failed", at, key: row.key, person, tried: tried.map(({ channel }) => channel as NotifyChannel) },
      at,
    );
    for (const one of rows.values()) if (one.lead === row.id && one.state === "merged") fail(one, at);
  };
  const settle = (row: Row, outcome: SendOutcome, at: number): void => {
    const next = afterOutcome(row, outcome, at, false);
    if (next.state === "failed") fail(row, at);
    else if (next.state === "accepted") row.state = "accepted";
    else
      Object.assign(row, { state: "queued", dueAt: next.dueAt, isFallback: next.isFallback, unknowns: next.unknowns });
  };
  const outcomeOf = (n: number): SendOutcome => {
    const kind = plan.outcomes[n % plan.outcomes.length] ?? 0;
    if (kind < 6) return { kind: "accepted", providerId: String(n) };
    if (kind === 6) return { kind: "unknown", code: "timeout" };
    return {
      kind: "refused",
      code: "x",
      retry: (["later", "never", "account", "template"] as const)[kind - 7] ?? "never",
    };
  };
  const acknowledge = (id: string): void => {
    step(id, { kind: "acknowledged" }, 0);
    for (const row of rows.values()) {
      if (row.alarmId !== id || (row.state !== "queued" && row.state !== "merged")) continue;
      const wasLead = row.state === "queued";
      row.state = "cancelled";
      if (wasLead)
        for (const one of rows.values())
          if (one.lead === row.id && one.state === "merged") Object.assign(one, { state: "queued", lead: null });
    }
  };
  const dispatch = (at: number): void => {
    for (const { id: person } of all) {
      const due = [...rows.values()].filter(
        (row) => row.person === person && row.state === "queued" && row.dueAt <= at,
      );
      const before = sent.filter((one) => one.person === person);
      const way = [{ courierId: "one", caps }];
      const ways = {
        voice: way,
        sms: [{ courierId: "text", caps: [] }],
        app: [{ courierId: "card", caps: [] }],
        mail: [],
      };
      for (const act of dispatchPerson(due, before, { grouping: defaultGrouping, at, utcOffsetMinutes: 480, ways })) {
        const own = (list: readonly WaitingNotice[]) => list.map(({ id }) => rows.get(id) as Row);
        if (act.kind === "expire") for (const row of own(act.rows)) row.state = "expired";
        else if (act.kind === "merge") for (const row of own(act.rows)) row.state = "merged";
        else if (act.kind === "hold") for (const row of own(act.rows)) row.dueAt = act.until;
        else if (act.kind === "fail") for (const row of own(act.rows)) fail(row, at);
        else {
          const row = rows.get(act.lead.id) as Row;
          Object.assign(row, { state: "sending", tries: row.tries + 1 });
          for (const one of own(act.others)) Object.assign(one, { state: "merged", lead: row.id });
          const alarmIds = [act.lead, ...act.others].map(({ alarmId }) => alarmId);
          const { channel, class: alarmClass, unitId, rootId, expiresAt } = row;
          sent.push({
            at,
            courierId: act.courierId,
            isStorm: act.isStorm,
            channel,
            class: alarmClass,
            unitId,
            rootId,
            alarmIds,
            attempt: row.id,
            person,
            expiresAt,
          });
          const n = requests++;
          log.push(`${at} ${row.id}`);
          // Killed here: the request went out, and what was answered is lost.
          settle(row, plan.crashes.includes(n) ? { kind: "unknown", code: "crash" } : outcomeOf(n), at);
        }
      }
    }
  };
  const acks = new Map<string, number>();
  for (let at = AT; at <= AT + hours * 60 * MINUTE; at += 5_000) {
    for (const [n, { afterS, unit, class: kind, ackS }] of plan.alarms.entries()) {
      const id = `alarm-${n}`;
      const raisedAt = AT + afterS * 1_000;
      if (at >= raisedAt && !cases.has(id)) {
        const alarmClass = kind === 0 ? "alarm" : "fault";
        facts.set(id, { class: alarmClass, unitId: `unit-${unit}` });
        cases.set(id, openCase({ alarmId: id, class: alarmClass }, rule, 1, raisedAt));
      }
      if (ackS !== null && at >= raisedAt + ackS * 1_000 && cases.has(id) && !acks.has(id)) {
        acks.set(id, at);
        acknowledge(id);
      }
    }
    const tick = {
      kind: "tick",
      at,
      people: byStep,
      fallback: [fallback],
      isUnwatched: false,
      utcOffsetMinutes: 480,
    } as const;
    for (const [id, one] of cases) if (one.nextAt !== null && one.nextAt <= at) step(id, tick, at);
    dispatch(at);
  }
  return { rows, cases, sent, acks, log };
};

const planOf = fc.record({
  alarms: fc.array(
    fc.record({
      afterS: fc.nat({ max: 1_200 }),
      unit: fc.nat({ max: 2 }),
      class: fc.nat({ max: 1 }),
      ackS: fc.option(fc.nat({ max: 4_000 })),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  outcomes: fc.array(fc.nat({ max: 10 }), { minLength: 1, maxLength: 12 }),
  crashes: fc.array(fc.nat({ max: 30 }), { maxLength: 4 }),
});
const twice: NotifyRule = { ...strictRule, classes: ["alarm", "fault"], loops: 2, repeatSeconds: 300 };

test("EF-4.2: an acknowledgement stops everything: nothing goes out for an alarm alone after it", () => {
  fc.assert(
    fc.property(planOf, (plan) => {
      const { sent, acks, rows } = run(plan, twice);
      for (const one of sent)
        expect(one.alarmIds.every((id) => (acks.get(id) ?? Number.POSITIVE_INFINITY) <= one.at - 1)).toBe(false);
      for (const row of rows.values()) if (acks.has(row.alarmId)) expect(row.state).not.toBe("queued");
    }),
    { numRuns: 40 },
  );
});

test("SEC-OUT-07: no cap of a number is ever passed, whatever comes at once and whatever fails", () => {
  fc.assert(
    fc.property(planOf, (plan) => {
      const { sent } = run(plan, twice);
      for (const { id } of all)
        for (const { max, windowMs } of caps) {
          const calls = sent.filter((one) => one.person === id && one.courierId === "one").map(({ at }) => at);
          for (const at of calls)
            expect(calls.filter((one) => one > at - windowMs && one <= at).length).toBeLessThanOrEqual(max);
        }
    }),
    { numRuns: 40 },
  );
});

test("EF-4.2: nothing goes out after its expiry", () => {
  fc.assert(
    fc.property(planOf, (plan) => {
      for (const one of run(plan, { ...twice, expireMinutes: 2 }).sent) expect(one.at).toBeLessThan(one.expiresAt);
    }),
    { numRuns: 40 },
  );
});

test("EF-4.2: every alarm of class alarm ends acknowledged, or exhausted with the fallback contact asked: never silent", () => {
  fc.assert(
    fc.property(planOf, (plan) => {
      const { cases, rows } = run(plan, twice);
      for (const one of cases.values()) {
        if (one.class !== "alarm") continue;
        expect(["acknowledged", "exhausted"]).toContain(one.end);
        if (one.end === "exhausted")
          expect([...rows.values()].some((row) => row.person === "fallback" && row.alarmId === one.alarmId)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test("EF-4.2: the same events give the same attempts", () => {
  fc.assert(
    fc.property(planOf, (plan) => {
      const [a, b] = [run(plan, twice), run(plan, twice)];
      expect(a.log).toEqual(b.log);
      expect([...a.rows]).toEqual([...b.rows]);
    }),
    { numRuns: 15 },
  );
});

test("EF-4.2: a crash at any request loses no attempt, and doubles one at most once per person and channel", () => {
  fc.assert(
    fc.property(planOf, fc.nat({ max: 12 }), (plan, at) => {
      const calm = { ...plan, outcomes: [0], crashes: [] };
      const crashed = run({ ...calm, crashes: [at] }, twice);
      const times = new Map<string, number>();
      for (const { attempt } of crashed.sent) times.set(attempt, (times.get(attempt) ?? 0) + 1);
      expect(Math.max(0, ...times.values())).toBeLessThanOrEqual(2);
      expect([...times.values()].filter((n) => n === 2).length).toBeLessThanOrEqual(1);
      // Who was asked without the crash was asked with it.
      const asked = (of: ReturnType<typeof run>) => new Set([...of.rows.values()].map(({ id }) => id));
      for (const id of asked(run(calm, twice))) expect(asked(crashed).has(id)).toBe(true);
      for (const row of crashed.rows.values()) expect(row.state).not.toBe("sending");
    }),
    { numRuns: 30 },
  );
});

test("EF-4.2: a storm of 1,000 devices behind one root is at most 5 messages per person", () => {
  const alarms = Array.from({ length: 1_000 }, (_, n) => ({
    afterS: Math.floor(n / 100),
    unit: 0,
    class: 0,
    ackS: null,
  }));
  const { sent } = run({ alarms, outcomes: [0], crashes: [] }, { ...strictRule, loops: 1 }, 0.2);
  for (const { id } of all) expect(sent.filter(({ person }) => person === id).length).toBeLessThanOrEqual(5);
  const told = new Set(sent.filter(({ person }) => person === "duty").flatMap(({ alarmIds }) => alarmIds));
  expect(told.size).toBe(1_000);
});
