import fc from "fast-check";
import { expect, test } from "vitest";
import type { Rule, RuleEffect, RuleInput, RulePart, RuleState } from "./rule.ts";
import { isQuiet, newRuleState, ruleDueAt, stepRule } from "./rule-step.ts";

const MINUTE = 60_000;
const aSide = fc.constantFrom("above", "below") as fc.Arbitrary<"above" | "below">;
const aLimit = { limit: fc.integer({ min: 20, max: 80 }), deadband: fc.integer({ min: 0, max: 15 }) };
const aQuantity = fc.constantFrom("temperature", "current") as fc.Arbitrary<"temperature" | "current">;
const aPart: fc.Arbitrary<RulePart> = fc.oneof(
  fc.record({ kind: aSide, quantity: aQuantity, ...aLimit }),
  fc.record({
    kind: fc.constantFrom("rising", "falling") as fc.Arbitrary<"rising" | "falling">,
    quantity: aQuantity,
    by: fc.integer({ min: 5, max: 60 }),
    withinMs: fc.integer({ min: 1, max: 30 * MINUTE }),
  }),
  fc
    .record({
      kind: fc.constant("nOfM" as const),
      quantity: aQuantity,
      side: aSide,
      ...aLimit,
      n: fc.integer({ min: 1, max: 5 }),
      more: fc.nat(4),
    })
    .map(({ more, ...part }) => ({ ...part, m: part.n + more })),
  fc.record({
    kind: fc.constant("noData" as const),
    quantity: aQuantity,
    forMs: fc.integer({ min: MINUTE, max: 20 * MINUTE }),
  }),
);
const aDelay = fc.constantFrom(0, MINUTE, 7 * MINUTE);
const aRule: fc.Arbitrary<Rule> = fc.record({
  code: fc.constant("r"),
  type: fc.constant("temperatureHigh" as const),
  match: fc.constantFrom("all", "any") as fc.Arbitrary<"all" | "any">,
  parts: fc.array(aPart, { minLength: 1, maxLength: 3 }),
  onDelayMs: aDelay,
  offDelayMs: aDelay,
});
/** Inputs in the order of the hub's clock; readings may be measured late. */
const inputs: fc.Arbitrary<readonly RuleInput[]> = fc
  .array(
    fc.record({
      wait: fc.integer({ min: 1, max: 6 * MINUTE }),
      tick: fc.boolean(),
      late: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(20 * MINUTE) }),
      quantity: aQuantity,
      value: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    let heardAt = 1_700_000_000_000;
    return steps.map(({ wait, tick, late, quantity, value }): RuleInput => {
      heardAt += wait;
      return tick ? { kind: "tick", at: heardAt } : { kind: "reading", quantity, value, at: heardAt - late, heardAt };
    });
  });

const run = (rule: Rule, all: readonly RuleInput[], between = (state: RuleState): RuleState => state) => {
  let state = newRuleState(rule);
  const told: { readonly effect: RuleEffect; readonly n: number; readonly before: RuleState }[] = [];
  all.forEach((input, n) => {
    const step = stepRule(rule, state, input);
    for (const effect of step.effects) told.push({ effect, n, before: state });
    state = between(step.state);
  });
  return { state, told };
};

test("EF-2.2: raised and cleared take turns, beginning with raised; stands comes only between them", () => {
  fc.assert(
    fc.property(aRule, inputs, (rule, all) => {
      let isOn = false;
      for (const { effect } of run(rule, all).told) {
        expect(effect.kind === "raised").toBe(!isOn);
        isOn = effect.kind !== "cleared";
      }
    }),
  );
});

test("EF-2.2: on-delay and off-delay hold: nothing changes before it was so for as long", () => {
  fc.assert(
    fc.property(aRule, inputs, (rule, all) => {
      for (const { effect, n, before } of run(rule, all).told) {
        if (effect.kind === "stands") continue;
        const delay = effect.kind === "raised" ? rule.onDelayMs : rule.offDelayMs;
        const input = all[n] as RuleInput;
        if (delay === 0) continue;
        expect(before.since).not.toBeNull();
        const from = input.kind === "tick" ? before.since?.heardAt : before.since?.at;
        expect(input.at - (from ?? Number.NaN)).toBeGreaterThanOrEqual(delay);
      }
    }),
  );
});

test("SEC-DEV-03: only a reading clears, never the passing of time", () => {
  fc.assert(
    fc.property(aRule, inputs, (rule, all) => {
      for (const { effect, n } of run(rule, all).told)
        if (effect.kind === "cleared") expect(all[n]?.kind).toBe("reading");
    }),
  );
});

test("a state is plain JSON: restarts between all inputs change nothing", () => {
  fc.assert(
    fc.property(aRule, inputs, (rule, all) => {
      const restarted = run(rule, all, (state) => JSON.parse(JSON.stringify(state)));
      expect(restarted.told.map(({ effect }) => effect)).toEqual(run(rule, all).told.map(({ effect }) => effect));
    }),
  );
});

test("what is quiet may be forgotten: in order readings then raise and clear the same", () => {
  const inOrder = inputs.map((all) =>
    all.map((input) => (input.kind === "tick" ? input : { ...input, at: input.heardAt })),
  );
  fc.assert(
    fc.property(aRule, inOrder, (rule, all) => {
      const forgetful = run(rule, all, (state) => (isQuiet(state) ? newRuleState(rule) : state));
      expect(forgetful.told.map(({ effect }) => effect)).toEqual(run(rule, all).told.map(({ effect }) => effect));
    }),
  );
});

test("a late reading changes nothing, wherever it comes", () => {
  fc.assert(
    fc.property(
      aRule,
      inputs,
      fc.integer({ min: 1, max: 20 * MINUTE }),
      fc.integer({ min: 0, max: 100 }),
      (rule, all, late, value) => {
        const { state } = run(rule, all);
        for (const quantity of ["temperature", "current"] as const) {
          const newest = Math.min(
            ...state.parts.flatMap(({ at }, n) =>
              rule.parts[n]?.quantity === quantity ? [at ?? Number.NEGATIVE_INFINITY] : [],
            ),
          );
          if (!Number.isFinite(newest)) continue;
          const heardAt = 1_800_000_000_000;
          const step = stepRule(rule, state, { kind: "reading", quantity, value, at: newest - late, heardAt });
          expect(step.state).toBe(state);
          expect(step.effects).toEqual([]);
        }
      },
    ),
  );
});

test("EF-2.1: no chatter: values that stay inside the deadband never change what is said", () => {
  const walk = fc.array(fc.nat(20), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.boolean(), aSide, walk, (isBeyond, side, values) => {
      const part: RulePart = { kind: side, quantity: "temperature", limit: 500, deadband: 20 };
      const rule: Rule = {
        ...{ code: "r", type: "temperatureHigh", match: "all" },
        parts: [part],
        onDelayMs: 0,
        offDelayMs: 0,
      };
      const sign = side === "above" ? 1 : -1;
      let at = 1_700_000_000_000;
      const read = (value: number): RuleInput => {
        at += 1_000;
        return { kind: "reading", quantity: "temperature", value, at, heardAt: at };
      };
      // Begins at the limit, or far from it; then walks between the limit and the end of the deadband, limit left out.
      const all = [read(isBeyond ? 500 : 500 - sign * 100), ...values.map((n) => read(500 - sign * Math.max(1, n)))];
      const changes = run(rule, all).told.filter(({ effect }) => effect.kind !== "stands");
      expect(changes.map(({ effect }) => effect.kind)).toEqual(isBeyond ? ["raised"] : []);
    }),
  );
});

test("a tick before the due time changes nothing, so none need be made", () => {
  fc.assert(
    fc.property(aRule, inputs, fc.nat(30 * MINUTE), (rule, all, wait) => {
      const { state } = run(rule, all);
      const at = (all.at(-1)?.kind === "tick" ? (all.at(-1)?.at ?? 0) : 1_700_000_000_000) + wait;
      if (state.since !== null && !state.isOn && at < state.since.heardAt) return;
      const step = stepRule(rule, state, { kind: "tick", at });
      if (at < ruleDueAt(rule, state)) expect(step.effects).toEqual([]);
      if (at < ruleDueAt(rule, state)) expect(step.state.isOn).toBe(state.isOn);
    }),
  );
});

test("a rate is found exactly when the window holds such a change, up to a fifteenth of the window", () => {
  const aPath = fc.array(fc.record({ wait: fc.integer({ min: 1, max: 120 }), value: fc.nat(100) }), { maxLength: 80 });
  fc.assert(
    fc.property(aPath, fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 60 }), (path, withinMs, by) => {
      const rule: Rule = {
        ...{ code: "r", type: "temperatureHigh", match: "all", onDelayMs: 0, offDelayMs: 0 },
        parts: [{ kind: "rising", quantity: "temperature", by, withinMs }],
      };
      let state = newRuleState(rule);
      let at = 0;
      const read: { readonly at: number; readonly value: number }[] = [];
      for (const { wait, value } of path) {
        at += wait;
        read.push({ at, value });
        state = stepRule(rule, state, { kind: "reading", quantity: "temperature", value, at, heardAt: at }).state;
        const rise = (ms: number): number =>
          value - Math.min(...read.filter((one) => one.at >= at - ms).map((one) => one.value));
        const isTrue = state.parts[0]?.isTrue;
        if (rise(withinMs) >= by) expect(isTrue).toBe(true);
        if (rise(withinMs + Math.ceil(withinMs / 15)) < by) expect(isTrue).toBe(false);
        expect(state.parts[0]?.points?.length ?? 0).toBeLessThanOrEqual(18);
      }
    }),
  );
});
