import fc from "fast-check";
import { expect, test } from "vitest";
import { type BusAsked, type BusQuestion, type BusRules, type BusSays, type BusState, newBus, stepBus } from "./bus.ts";

const question = (key: string, everyMs: number, more: Partial<BusQuestion> = {}): BusQuestion => ({
  ...{ key, everyMs, isUrgent: false, looks: null },
  ...more,
});
const line = (units: { readonly [unit: string]: readonly BusQuestion[] }): BusRules => ({
  units: new Map(Object.entries(units)),
  answerMs: 1_000,
  lateMs: 10_000,
});
type Told = BusAsked & { readonly at: number };

/** A line whose units answer after `tookMs`, or not at all; looked at so often. */
const runLine = (
  rules: BusRules,
  answer: (asked: BusAsked, nth: number) => BusSays | null,
  ms: number,
  { tookMs = 100, stepMs = 100 } = {},
) => {
  let state: BusState = newBus;
  const told: Told[] = [];
  let coming: { readonly due: number; readonly says: BusSays } | null = null;
  for (let at = 0; at <= ms; at += stepMs) {
    const take = (step: ReturnType<typeof stepBus>): void => {
      state = step.state;
      expect(step.effects.length).toBeLessThanOrEqual(1);
      for (const asked of step.effects) {
        told.push({ ...asked, at });
        const says = answer(asked, told.length);
        coming = says === null ? null : { due: at + tookMs, says };
      }
    };
    if (coming !== null && (coming as { due: number }).due <= at) {
      const { says } = coming as { says: BusSays };
      coming = null;
      take(stepBus(state, { kind: "answer", at, says }, rules));
    }
    take(stepBus(state, { kind: "tick", at }, rules));
  }
  return { told, state };
};
const countBy = (told: readonly Told[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { unit } of told) counts[unit] = (counts[unit] ?? 0) + 1;
  return counts;
};

test("every unit is asked at once, then in its own period", () => {
  const rules = line({ "1": [question("read", 6_000)], "2": [question("read", 3_000)] });
  const { told } = runLine(rules, () => "data", 12_500);
  expect(told.filter(({ unit }) => unit === "1").map(({ at }) => at)).toEqual([0, 6_000, 12_000]);
  expect(told.filter(({ unit }) => unit === "2").map(({ at }) => Math.floor(at / 1_000))).toEqual([0, 3, 6, 9, 12]);
});

test("3,000 registers behind one gateway are 24 requests a round, and no unit is asked twice before all were asked once", () => {
  const blocks = Array.from({ length: 3 }, (_, n) => question(`block-${n}`, 20_000));
  const rules = line(Object.fromEntries(Array.from({ length: 8 }, (_, n) => [String(n + 1), blocks])));
  const { told } = runLine(rules, () => "data", 19_900);
  expect(told).toHaveLength(24);
  for (let round = 0; round < 3; round += 1)
    expect(new Set(told.slice(round * 8, round * 8 + 8).map(({ unit }) => unit)).size).toBe(8);
});

test("a line that cannot keep up serves all units alike", () => {
  const rules = line(Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`u${n}`, [question("read", 1_000)]])));
  const counts = Object.values(countBy(runLine(rules, () => "data", 31_000).told));
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
});

test("what tells alarms goes before what only measures, which is asked all the same when the line is full", () => {
  const both = [question("values", 10_000), question("alarms", 500, { isUrgent: true })];
  const { told } = runLine(line({ "1": both, "2": both, "3": both }), () => "data", 65_000, { tookMs: 200 });
  expect(told.slice(0, 3).map(({ key }) => key)).toEqual(["alarms", "alarms", "alarms"]);
  const values = told.filter(({ key }) => key === "values");
  expect(values.length).toBeGreaterThanOrEqual(9);
  expect(values.length).toBeLessThan(told.length / 5);
});

test("a busy unit is asked again after a second, five times, and then in its period", () => {
  const { told } = runLine(line({ "1": [question("read", 30_000)] }), () => "busy", 36_000);
  expect(told.map(({ at }) => Math.floor(at / 1_000))).toEqual([0, 1, 2, 3, 4, 5, 35]);
});

test("what a unit refuses rests for an hour, everything else goes on", () => {
  const rules = line({ "1": [question("a", 60_000), question("b", 60_000)] });
  const { told } = runLine(rules, ({ key }) => (key === "a" ? "refused" : "data"), 3_665_000, { stepMs: 1_000 });
  expect(told.filter(({ key }) => key === "a").map(({ at }) => at)).toEqual(
    [0, 3_601_000].map((at) => expect.closeTo(at, -4)),
  );
  expect(told.filter(({ key }) => key === "b").length).toBeGreaterThanOrEqual(61);
});

test("silent units cost the others little: each rests, twice as long each time, up to a minute", () => {
  const units = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`u${n}`, [question("read", 5_000)]]));
  const { told } = runLine(line(units), ({ unit }) => (unit < "u14" ? null : "data"), 600_000);
  const counts = countBy(told);
  for (const [unit, count] of Object.entries(counts))
    if (unit < "u14") expect(count, unit).toBeLessThan(20);
    else expect(count, unit).toBeGreaterThan(95);
});

test("after a restart of the connection nothing is owed, and the next question goes out", () => {
  const rules = line({ "1": [question("read", 5_000, { looks: "1/4" })] });
  const asked = stepBus(newBus, { kind: "tick", at: 0 }, rules);
  const late = stepBus(asked.state, { kind: "tick", at: 1_000 }, rules);
  expect([late.state.owed.length, late.effects]).toEqual([1, []]);
  const lost = stepBus(late.state, { kind: "lost" }, rules);
  expect(stepBus(lost.state, { kind: "tick", at: 2_000 }, rules).effects).toHaveLength(1);
});

test("an errand goes before whatever is due, once, also to a unit that rests; a second time only when it comes again", () => {
  const rules = line({ "1": [question("read", 5_000)], "2": [question("read", 5_000)] });
  const errand = { unit: "2", id: "open", looks: "2/6" };
  const first = stepBus(newBus, { kind: "tick", at: 0 }, rules);
  let step = stepBus(first.state, { kind: "errand", at: 10, errand }, rules);
  step = stepBus(step.state, { kind: "errand", at: 20, errand }, rules);
  expect([step.effects, step.state.errands]).toEqual([[], [{ ...errand, since: 10 }]]);
  step = stepBus(step.state, { kind: "answer", at: 30, says: "data" }, rules);
  expect(step.effects).toMatchObject([{ unit: "2", key: "open", isErrand: true }]);
  expect(stepBus(step.state, { kind: "errand", at: 40, errand }, rules).state.errands).toEqual([]);
});

test("an errand that was not answered waits, when it comes again, until a late answer to it is out of the question", () => {
  const rules = line({ "2": [] });
  const errand = { unit: "2", id: "open", looks: "2/6" };
  let step = stepBus(newBus, { kind: "errand", at: 0, errand }, rules);
  expect(step.effects).toMatchObject([{ key: "open" }]);
  step = stepBus(step.state, { kind: "tick", at: 1_000 }, rules);
  for (const at of [1_200, 5_000, 6_100, 10_900]) {
    step = stepBus(step.state, { kind: "errand", at, errand }, rules);
    expect(step.effects).toEqual([]);
    // What waits for longer than 5 s is too late: who commands sends it again.
    step = stepBus(step.state, { kind: "tick", at: at + 50 }, rules);
    expect(step.state.errands).toEqual([{ ...errand, since: at < 10_000 ? 1_200 : 10_900 }]);
  }
  expect(stepBus(step.state, { kind: "tick", at: 11_000 }, rules).effects).toMatchObject([{ key: "open" }]);
});

test("errands are bounded, and gone with the connection", () => {
  const rules = line({});
  let state: BusState = newBus;
  for (let n = 0; n < 200; n += 1)
    state = stepBus(state, { kind: "errand", at: n, errand: { unit: "1", id: `e${n}`, looks: null } }, rules).state;
  expect(state.errands).toHaveLength(64);
  expect(stepBus(state, { kind: "lost" }, rules).state).toMatchObject({ asked: null, errands: [], owed: [] });
});

test("an answer to nothing changes nothing; a clock that was set back silences no line", () => {
  const rules = line({ "1": [question("read", 5_000)] });
  expect(stepBus(newBus, { kind: "answer", at: 5, says: "data" }, rules)).toEqual({ state: newBus, effects: [] });
  const { state } = runLine(rules, () => "data", 700_000, { stepMs: 1_000 });
  expect(stepBus(state, { kind: "tick", at: 1_000 }, rules).effects).toHaveLength(1);
});

test("units that come are asked, those that go are forgotten", () => {
  const one = line({ "1": [question("read", 5_000)] });
  const two = line({ "2": [question("read", 5_000)] });
  const first = stepBus(newBus, { kind: "tick", at: 0 }, one);
  const then = stepBus(first.state, { kind: "answer", at: 10, says: "data" }, two);
  expect(then.effects).toMatchObject([{ unit: "2" }]);
  expect(Object.keys(then.state.units)).toEqual(["2"]);
});

test("however late answers are, within what is reckoned with none is taken for that of another question", () => {
  const delaysMs = fc.array(fc.integer({ min: 10, max: 10_500 }), { minLength: 1, maxLength: 30 });
  let late = 0;
  fc.assert(
    fc.property(delaysMs, (delays) => {
      const ofUnit = (unit: string) => ["a", "b"].map((key) => question(key, 2_000, { looks: `${unit}/4` }));
      const rules = line({ "1": ofUnit("1"), "2": ofUnit("2") });
      let state: BusState = newBus;
      let asks = 0;
      const owed: { readonly due: number; readonly asked: BusAsked; readonly askedAt: number }[] = [];
      const take = (step: ReturnType<typeof stepBus>, at: number): void => {
        state = step.state;
        for (const asked of step.effects) {
          // The late ones of a line come one after the other.
          const due = Math.max(at + (delays[asks++ % delays.length] ?? 0), owed.at(-1)?.due ?? 0);
          owed.push({ due, asked, askedAt: at });
        }
      };
      for (let at = 0; at <= 120_000; at += 250) {
        while ((owed[0]?.due ?? Number.POSITIVE_INFINITY) <= at) {
          const { asked, due, askedAt } = owed.shift() as (typeof owed)[number];
          const pending = state.asked;
          // As a driver does: the unit is seen, which of its questions is answered is not.
          if (pending === null || pending.unit !== asked.unit) continue;
          if (due - askedAt > rules.answerMs + rules.lateMs) return;
          if (pending.serial !== asked.serial) late += 1;
          expect([pending.unit, pending.serial]).toEqual([asked.unit, asked.serial]);
          take(stepBus(state, { kind: "answer", at, says: "data" }, rules), at);
        }
        take(stepBus(state, { kind: "tick", at }, rules), at);
      }
    }),
    { numRuns: 100 },
  );
  expect(late).toBe(0);
});
