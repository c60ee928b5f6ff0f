import fc from "fast-check";
import { expect, test } from "vitest";
import { newSender, type SenderInput, stepSender } from "./sender.ts";

/** Inputs without a time of their own; the time grows by the step's `ms`. */
const input = fc.oneof(
  fc.record({ kind: fc.constant("send" as const) }),
  fc.record({
    kind: fc.constant("answer" as const),
    answer: fc.constantFrom("confirm" as const, "deny" as const),
    serial: fc.integer({ min: 0, max: 12 }),
  }),
  fc.record({ kind: fc.constantFrom("tick" as const, "linkUp" as const, "linkDown" as const) }),
);
const script = fc.array(fc.tuple(input, fc.integer({ min: 0, max: 15_000 })), { maxLength: 120 });
const rules = fc.record({
  resendAfterMs: fc.integer({ min: 1, max: 10_000 }),
  resends: fc.integer({ min: 0, max: 3 }),
  window: fc.integer({ min: 1, max: 4 }),
});

test("§6.5: whatever happens, no message goes out more than 1 + resends times, and each is settled at most once, by its own serial", () => {
  fc.assert(
    fc.property(script, rules, (steps, given) => {
      let state = newSender;
      let at = 0;
      let nextId = 0;
      const transmissions = new Map<number, number>();
      const serials = new Map<number, number>();
      const settled = new Set<number>();
      for (const [what, ms] of steps) {
        at += ms;
        const one: SenderInput = what.kind === "send" ? { kind: "send", id: nextId++, at } : { ...what, at };
        const step = stepSender(state, one, given);
        state = step.state;
        for (const effect of step.effects) {
          expect(settled.has(effect.id)).toBe(false);
          if (effect.kind === "settled") {
            settled.add(effect.id);
            continue;
          }
          expect(state.linkUp).toBe(true);
          transmissions.set(effect.id, (transmissions.get(effect.id) ?? 0) + 1);
          expect(transmissions.get(effect.id)).toBeLessThanOrEqual(1 + given.resends);
          expect(serials.get(effect.id) ?? effect.serial).toBe(effect.serial);
          serials.set(effect.id, effect.serial);
        }
        expect(state.inFlight.length).toBeLessThanOrEqual(given.window);
      }
      // Nothing is forgotten: what was sent is settled, in flight or waiting.
      const known = [...settled, ...state.inFlight.map(({ id }) => id), ...state.waiting];
      expect(known.sort((a, b) => a - b)).toEqual(Array.from({ length: nextId }, (_, id) => id));
    }),
    { numRuns: 500 },
  );
});

test("a message is settled in the end when the link stays up and time goes on", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), rules, (messages, given) => {
      let state = stepSender(newSender, { kind: "linkUp", at: 0 }, given).state;
      for (let id = 0; id < messages; id += 1) state = stepSender(state, { kind: "send", id, at: 0 }, given).state;
      let settled = 0;
      for (let at = 0; settled < messages && at < 10_000_000; at += given.resendAfterMs) {
        const step = stepSender(state, { kind: "tick", at }, given);
        state = step.state;
        settled += step.effects.filter(({ kind }) => kind === "settled").length;
      }
      expect(settled).toBe(messages);
    }),
  );
});
