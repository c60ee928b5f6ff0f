import fc from "fast-check";
import { expect, test } from "vitest";
import { type Asked, newPolling, type PollAnswer, type PollState, stepPolling } from "./polling.ts";

const rules = { periodMs: 60_000, answerMs: 3_000, questions: 4 };
type Told = { readonly asked: Asked; readonly at: number };

/** A line on which `answer` says what comes back to a question, looked at once a second. */
const runLine = (answer: (asked: Asked, nth: number) => PollAnswer | null, seconds: number, from = 0) => {
  let state: PollState = newPolling;
  const told: Told[] = [];
  for (let at = from; at <= from + seconds * 1_000; at += 1_000) {
    let { effects, ...step } = stepPolling(state, { kind: "tick", at }, rules);
    for (state = step.state; effects.length > 0; ) {
      const [asked] = effects as [Asked];
      expect(effects).toHaveLength(1);
      told.push({ asked, at });
      const says = answer(asked, told.length);
      if (says === null) break;
      ({ effects, ...step } = stepPolling(state, { kind: "answer", at, wireAddress: "1", says }, rules));
      state = step.state;
    }
  }
  return { told, state };
};
const questionsOf = (told: readonly Told[]): readonly (number | null)[] => told.map(({ asked }) => asked.question);

test("first who is there, then every question once in each period", () => {
  const { told } = runLine(() => "data", 125);
  expect(questionsOf(told)).toEqual([null, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
  expect(told.map(({ at }) => at)).toEqual([0, 0, 0, 0, 0, ...Array(4).fill(60_000), ...Array(4).fill(120_000)]);
});

test("what a device has refused three times in a row is left out, and asked again once in sixty rounds", () => {
  const { told } = runLine(({ question }) => (question === 1 || question === 3 ? "refused" : "data"), 3_665);
  const rounds = Array.from({ length: 62 }, (_, n) => told.filter(({ at }) => Math.floor(at / 60_000) === n));
  for (const [n, round] of rounds.entries())
    expect(questionsOf(round), String(n)).toEqual([
      ...(n === 0 ? [null] : []),
      ...(n < 3 || n === 60 ? [0, 1, 2, 3] : [0, 2]),
    ]);
});

test("EF-2.1: a refusal that comes late, or of a device in trouble for a round, silences nothing", () => {
  const { told } = runLine(({ question }, nth) => (question !== null && nth < 10 ? "refused" : "data"), 605);
  expect(questionsOf(told)).toEqual([null, ...Array.from({ length: 44 }, (_, n) => n % 4)]);
});

test("however late a device answers, only what it truly lacks is taken for refused", () => {
  const delaysMs = fc.array(fc.integer({ min: 0, max: 15_000 }), { minLength: 1, maxLength: 40 });
  let late = 0;
  fc.assert(
    fc.property(delaysMs, fc.subarray([0, 1, 2, 3]), (delays, lacks) => {
      let state: PollState = newPolling;
      let asks = 0;
      // A line keeps the order of answers, however long they take.
      const owed: { readonly due: number; readonly question: number | null }[] = [];
      const take = (step: ReturnType<typeof stepPolling>, at: number): void => {
        state = step.state;
        for (const { question } of step.effects)
          owed.push({ due: Math.max(at + (delays[asks++ % delays.length] ?? 0), owed.at(-1)?.due ?? 0), question });
      };
      for (let at = 0; at <= 400_000; at += 1_000) {
        while ((owed[0]?.due ?? Number.POSITIVE_INFINITY) <= at) {
          const { question } = owed.shift() as { question: number | null };
          const isLacking = question !== null && lacks.includes(question);
          const pending = state.asked;
          // As a driver does: data is known by its name, a refusal is not.
          if (pending === null || (isLacking ? pending.question === null : pending.question !== question)) continue;
          if (isLacking && pending.question !== question) late += 1;
          const says = isLacking ? "refused" : "data";
          take(stepPolling(state, { kind: "answer", at, wireAddress: "1", says }, rules), at);
        }
        take(stepPolling(state, { kind: "tick", at }, rules), at);
        for (const [question, times] of Object.entries(state.refusals))
          if (times > 0) expect(lacks).toContain(Number(question));
      }
    }),
    { numRuns: 150 },
  );
  // Refusals of another question than the pending one did come.
  expect(late).toBeGreaterThan(20);
});

test("a question with a longer period of its own is asked in some rounds only, in the first among them", () => {
  let state: PollState = newPolling;
  const told: Told[] = [];
  const slow = { ...rules, everyRounds: [1, 2, 1, 3] };
  for (let at = 0; at <= 305_000; at += 1_000) {
    let step = stepPolling(state, { kind: "tick", at }, slow);
    for (state = step.state; step.effects.length > 0; state = step.state) {
      told.push({ asked: step.effects[0] as Asked, at });
      step = stepPolling(state, { kind: "answer", at, wireAddress: "1", says: "data" }, slow);
    }
  }
  const minutes = (question: number): readonly number[] =>
    told.filter(({ asked }) => asked.question === question).map(({ at }) => at / 60_000);
  expect([0, 1, 2, 3].map(minutes)).toEqual([
    [0, 1, 2, 3, 4, 5],
    [0, 2, 4],
    [0, 1, 2, 3, 4, 5],
    [0, 3],
  ]);
});

test("a line without an answer is asked who is there, and soon only once in a period", () => {
  const { told } = runLine(() => null, 190);
  expect(questionsOf(told)).toEqual(told.map(() => null));
  expect(told.map(({ at }) => at / 1_000)).toEqual([0, 3, 6, 9, 69, 129, 189]);
});

test("a device that falls silent is asked anew who is there; one missed answer only skips its question", () => {
  const gone = runLine((_, nth) => (nth <= 5 ? "data" : null), 75);
  expect(questionsOf(gone.told)).toEqual([null, 0, 1, 2, 3, 0, 1, 2, null]);
  const once = runLine((_, nth) => (nth === 3 ? null : "data"), 10);
  expect(questionsOf(once.told)).toEqual([null, 0, 1, 2, 3]);
  expect(once.state.missed).toBe(0);
});

test("an answer to nothing, and one that is late, change nothing", () => {
  const answer = { kind: "answer", at: 5, wireAddress: "2", says: "data" } as const;
  expect(stepPolling(newPolling, answer, rules)).toEqual({ state: newPolling, effects: [] });
  const { state } = runLine(() => "data", 10);
  expect(stepPolling(state, answer, rules)).toEqual({ state, effects: [] });
});

test("whatever comes back: one question at a time, none before its time, none for ever", () => {
  const says = fc.constantFrom("data", "refused", "failed", null);
  fc.assert(
    fc.property(fc.array(says, { minLength: 1, maxLength: 60 }), fc.nat(2_000_000_000), (answers, from) => {
      let last: Told | null = null;
      const { told, state } = runLine((_, nth) => answers[nth % answers.length] ?? null, 400, from);
      for (const [place, { asked, at }] of told.entries()) {
        if (last !== null && answers[place % answers.length] === null)
          expect(at - last.at).toBeGreaterThanOrEqual(rules.answerMs);
        if (asked.question !== null) expect(asked.wireAddress).toBe("1");
        last = { asked, at };
      }
      // It never falls silent for longer than a period and the wait for one answer.
      const ats = [...told.map(({ at }) => at), from + 400_000];
      for (const [place, at] of ats.entries())
        expect(at - (ats[place - 1] ?? from)).toBeLessThanOrEqual(rules.periodMs + rules.answerMs);
      expect(state.missed).toBeLessThanOrEqual(3);
      const asksOn = stepPolling(state, { kind: "tick", at: from - 1 }, rules);
      // A clock that was set back asks at once.
      expect(asksOn.effects).toHaveLength(1);
    }),
    { numRuns: 200 },
  );
});
