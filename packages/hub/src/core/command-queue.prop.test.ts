import type { Instant } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CommandInput, commandsDueAt, newQueue, type ResendRules, stepCommands } from "./command-queue.ts";

const START = 1_764_000_000_000;
const rules: ResendRules = { answerMs: 10_000, resends: 3 };

type Happening =
  | { readonly kind: "asked"; readonly lives: number; readonly needsApproval: boolean }
  | { readonly kind: "approved" | "cancelled" | "forbidden"; readonly which: number }
  | { readonly kind: "answer"; readonly says: "done" | "deny" | "undone"; readonly isRight: boolean }
  | { readonly kind: "linked" | "unlinked" | "tick" | "fetched" };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    kind: fc.constant("asked" as const),
    lives: fc.constantFrom(1_000, 15_000, 60_000, 3_600_000),
    needsApproval: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom("approved" as const, "cancelled" as const, "forbidden" as const),
    which: fc.nat(9),
  }),
  fc.record({
    kind: fc.constant("answer" as const),
    says: fc.constantFrom("done" as const, "deny" as const, "undone" as const),
    isRight: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom("linked" as const, "unlinked" as const, "tick" as const, "fetched" as const) }),
);
const story = fc.array(fc.record({ after: fc.constantFrom(0, 900, 10_000, 45_000), what: happening }), {
  minLength: 10,
  maxLength: 80,
});

type Told = {
  readonly askedAt: number;
  readonly expiresAt: number;
  readonly needsApproval: boolean;
  approved: boolean;
  readonly sentAt: number[];
  /** When it was given to a device that asked. */ readonly givenAt: number[];
  readonly serials: Set<number>;
  ends: string[];
};

/** Plays a story, then lets time pass until nothing more can happen. */
const play = (happenings: readonly { readonly after: number; readonly what: Happening }[]) => {
  const told = new Map<string, Told>();
  const order: string[] = [];
  let now = START;
  let queue = newQueue(65_534);
  let flying: string | null = null;
  const take = (input: CommandInput): void => {
    const step = stepCommands(queue, input, rules);
    queue = step.state;
    for (const effect of step.effects) {
      const one = told.get(effect.id);
      if (one === undefined) throw new Error("an effect of nobody");
      if (effect.kind === "ended") {
        if (effect.as === "cancelled") expect([...one.sentAt, ...one.givenAt]).toEqual([]);
        one.ends.push(effect.as);
        if (flying === effect.id) flying = null;
        continue;
      }
      // SEC-DEV-14: nothing after its end, nothing at or after its expiry, nothing unapproved, nothing without a link.
      expect(one.ends).toEqual([]);
      expect(now).toBeLessThan(one.expiresAt);
      expect(one.needsApproval && !one.approved).toBe(false);
      const isGiven = effect.kind === "give";
      expect(isGiven ? input.kind === "fetched" : queue.isLinked).toBe(true);
      // One in flight.
      expect(flying === null || flying === effect.id).toBe(true);
      flying = effect.id;
      if (one.sentAt.length + one.givenAt.length === 0) order.push(effect.id);
      (isGiven ? one.givenAt : one.sentAt).push(now);
      one.serials.add(effect.serial);
    }
    expect(queue.commands.filter(({ state }) => state === "sent").length).toBeLessThanOrEqual(1);
  };
  for (const { after, what } of happenings) {
    now += after;
    const at = now as Instant;
    const ids = [...told.keys()];
    switch (what.kind) {
      case "asked": {
        const id = `command-${told.size}`;
        const expiresAt = (now + what.lives) as Instant;
        const fresh = { askedAt: now, expiresAt, needsApproval: what.needsApproval, approved: false };
        told.set(id, { ...fresh, sentAt: [], givenAt: [], serials: new Set(), ends: [] });
        take({ kind: "asked", at, id, expiresAt, needsApproval: what.needsApproval });
        break;
      }
      case "approved":
      case "cancelled":
      case "forbidden": {
        const id = ids[what.which % Math.max(1, ids.length)] ?? "nobody";
        const one = told.get(id);
        if (what.kind === "approved" && one !== undefined) one.approved = true;
        take({ kind: what.kind, at, id });
        break;
      }
      case "answer": {
        const serial = queue.commands.find(({ state }) => state === "sent")?.serial ?? 7;
        take({ kind: "answer", at, serial: what.isRight ? serial : (serial + 1) % 65_536, says: what.says });
        break;
      }
      case "linked":
      case "unlinked":
      case "tick":
      case "fetched":
        take({ kind: what.kind, at });
    }
  }
  for (let n = 0; n < 2_000 && queue.commands.length > 0; n += 1) {
    now = Math.max(now, commandsDueAt(queue) ?? now);
    take({ kind: "tick", at: now as Instant });
  }
  return { told, order, queue };
};

test("SEC-DEV-14: nothing is sent after expiry, after its end, unapproved, or while another is in flight", () => {
  fc.assert(
    fc.property(story, (happenings) => void play(happenings)),
    { numRuns: 2_000 },
  );
});

test("every command ends, exactly once", () => {
  fc.assert(
    fc.property(story, (happenings) => {
      const { told, queue } = play(happenings);
      expect(queue.commands).toEqual([]);
      for (const { ends } of told.values()) expect(ends).toHaveLength(1);
    }),
    { numRuns: 1_000 },
  );
});

test("GB/T 26875.3 §6.5: at most one transmission and three resends, all with one serial, ten seconds apart unless the link came again or it was denied", () => {
  fc.assert(
    fc.property(story, (happenings) => {
      for (const { sentAt, serials } of play(happenings).told.values()) {
        expect(sentAt.length).toBeLessThanOrEqual(4);
        expect(serials.size).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("commands that need nobody's approval are first sent in the order in which they were asked for", () => {
  fc.assert(
    fc.property(story, (happenings) => {
      const { told, order } = play(happenings);
      const free = order.filter((id) => told.get(id)?.needsApproval === false);
      const asked = [...told.keys()];
      const places = free.map((id) => asked.indexOf(id));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }),
    { numRuns: 1_000 },
  );
});

test("SEC-DEV-14: a device that asks gets what is under way or next, each time that it asks, and nothing whose time is over", () => {
  let queue = newQueue(7);
  const take = (input: CommandInput) => {
    const step = stepCommands(queue, input, rules);
    queue = step.state;
    return step.effects;
  };
  const ask = (at: number) => take({ kind: "fetched", at: (START + at) as Instant });
  expect(ask(0)).toEqual([]);
  for (const [id, lives] of [
    ["a", 50_000],
    ["b", 90_000],
  ] as const)
    take({ kind: "asked", at: START as Instant, id, expiresAt: (START + lives) as Instant, needsApproval: false });
  // More often than a link would be tried.
  for (let n = 0; n < 9; n += 1) expect(ask(n)).toEqual([{ kind: "give", id: "a", serial: 7 }]);
  expect(take({ kind: "cancelled", at: START as Instant, id: "a" })).toEqual([]);
  expect(ask(50_000)).toEqual([
    { kind: "ended", id: "a", as: "failed" },
    { kind: "give", id: "b", serial: 8 },
  ]);
  expect(take({ kind: "answer", at: (START + 50_001) as Instant, serial: 8, says: "undone" })).toEqual([
    { kind: "ended", id: "b", as: "undone" },
  ]);
  expect(ask(50_002)).toEqual([]);
});
