import {
  EXPIRE_MINUTES,
  type NotifyChannel,
  type NotifyRule,
  personChannels,
  REPEAT_SECONDS,
  spanEnd,
} from "./notify-policy.ts";
import type { Step } from "./step.ts";

/** Somebody who can be told, and by which channels; a robot or webhook is one with a single channel. */
export type NotifyPerson = { readonly id: string; readonly channels: readonly NotifyChannel[] };

/** What an attempt's id is made of: the same again is the same attempt. */
export type AttemptKey = {
  readonly alarmId: string;
  readonly personId: string;
  readonly channel: NotifyChannel;
  /** Of the rule; the one behind the last tells the fallback contacts. */ readonly step: number;
  /** Turn of it: generation of the alarm and loop. */ readonly n: number;
};

/** How telling people about one alarm stands (通知过程). Plain JSON; times are milliseconds UTC. */
export type NotifyCase = {
  readonly alarmId: string;
  readonly class: string;
  /** How often the alarm has begun to call for people. */ readonly generation: number;
  readonly startedAt: number;
  readonly rule: NotifyRule | null;
  /** Steps asked so far, over all loops. */ readonly turn: number;
  /** When the next step is due; null: none is. */ readonly nextAt: number | null;
  /** `told`: every step was gone through, of what need not be acknowledged; `exhausted`: nobody acknowledged, the fallback was told. */
  readonly end: "acknowledged" | "told" | "exhausted" | "nobody" | null;
};

export type CaseInput =
  | {
      readonly kind: "tick";
      readonly at: number;
      /** Of each step of the rule. */ readonly people: readonly (readonly NotifyPerson[])[];
      readonly fallback: readonly NotifyPerson[];
      /** A duty desk is kept and nobody watches. */ readonly isUnwatched: boolean;
      readonly utcOffsetMinutes: number;
    }
  /** An attempt has failed for good. `tried`: channels of this turn so far, of this person. */
  | {
      readonly kind: "failed";
      readonly at: number;
      readonly key: AttemptKey;
      readonly person: NotifyPerson;
      readonly tried: readonly NotifyChannel[];
    }
  | { readonly kind: "acknowledged" };

export type CaseEffect =
  | { readonly kind: "ask"; readonly key: AttemptKey; readonly notBefore: number; readonly expiresAt: number }
  | { readonly kind: "cancel" }
  /** Nobody watched: the phone step went at once. */
  | { readonly kind: "skippedToPhone" }
  /** Nobody has an address of a step's channels. */
  | { readonly kind: "stepWithoutPeople"; readonly step: number }
  | { readonly kind: "exhausted" };

const SECOND_MS = 1_000;
/** Loops of one generation are told apart from those of the next. */
const LOOPS_MAX = 100;
/** Attempts to reach somebody have so long before it is said that nobody answered, however short the repeat. */
const LAST_WAIT_MS = 60_000;

export const openCase = (
  alarm: { readonly alarmId: string; readonly class: string },
  rule: NotifyRule | null,
  generation: number,
  at: number,
): NotifyCase => ({
  ...{ alarmId: alarm.alarmId, class: alarm.class, generation, startedAt: at, rule, turn: 0 },
  ...(rule === null
    ? { nextAt: null, end: "nobody" }
    : { nextAt: at + (rule.steps[0]?.afterSeconds ?? 0) * SECOND_MS, end: null }),
});

const loopsOf = (rule: NotifyRule, alarmClass: string): number => rule.loops ?? (alarmClass === "alarm" ? 3 : 1);

/** Time of a turn: its step after the beginning of its loop. */
const turnAt = (rule: NotifyRule, startedAt: number, turn: number): number => {
  const { steps } = rule;
  const loop = Math.floor(turn / steps.length);
  const last = steps.at(-1)?.afterSeconds ?? 0;
  const loopSeconds = last + Math.max(1, rule.repeatSeconds ?? REPEAT_SECONDS);
  return startedAt + (loop * loopSeconds + (steps[turn % steps.length]?.afterSeconds ?? 0)) * SECOND_MS;
};

const expiryOf = (rule: NotifyRule, at: number): number => at + (rule.expireMinutes ?? EXPIRE_MINUTES) * 60 * SECOND_MS;

type Tick = Extract<CaseInput, { readonly kind: "tick" }>;

const asksOf = (
  now: NotifyCase,
  rule: NotifyRule,
  step: number,
  loop: number,
  people: readonly NotifyPerson[],
  channels: readonly NotifyChannel[],
  input: Tick,
): CaseEffect[] => {
  // Of class alarm nothing is held: quiet hours are of the others.
  const quiet = now.class === "alarm" ? null : spanEnd(rule.quietHours, input.at, input.utcOffsetMinutes);
  const notBefore = quiet ?? input.at;
  return people.flatMap((person) =>
    channels
      .filter((channel) => person.channels.includes(channel))
      .map(
        (channel): CaseEffect => ({
          kind: "ask",
          key: { alarmId: now.alarmId, personId: person.id, channel, step, n: now.generation * LOOPS_MAX + loop },
          notBefore,
          expiresAt: expiryOf(rule, notBefore),
        }),
      ),
  );
};

/** People of a step, each with the step's channels; whoever has none of them is told by what they have: nobody is left out. */
const stepAsks = (now: NotifyCase, rule: NotifyRule, step: number, loop: number, input: Tick): CaseEffect[] => {
  const { channels = [] } = rule.steps[step] ?? {};
  return (input.people[step] ?? []).flatMap((person) => {
    const has = channels.some((channel) => person.channels.includes(channel));
    const used = has ? channels : person.channels.slice(0, 1);
    return asksOf(now, rule, step, loop, [person], used, input);
  });
};

/** The first step that calls; without one the first step, by phone. */
const phoneAsks = (now: NotifyCase, rule: NotifyRule, input: Tick): CaseEffect[] => {
  const found = rule.steps.findIndex((one) => one.channels.includes("voice"));
  const step = Math.max(0, found);
  return asksOf(now, rule, step, 0, input.people[step] ?? [], ["voice"], input);
};

const exhaust = (now: NotifyCase, rule: NotifyRule, input: Tick): Step<NotifyCase, CaseEffect> => {
  if (now.class !== "alarm") return { state: { ...now, nextAt: null, end: "told" }, effects: [] };
  const asks = asksOf(now, rule, rule.steps.length, 0, input.fallback, personChannels, input);
  return { state: { ...now, nextAt: null, end: "exhausted" }, effects: [...asks, { kind: "exhausted" }] };
};

const tick = (before: NotifyCase, rule: NotifyRule, input: Tick): Step<NotifyCase, CaseEffect> => {
  let now = before;
  const effects: CaseEffect[] = [];
  const turns = rule.steps.length * loopsOf(rule, now.class);
  if (now.turn === 0 && input.isUnwatched && now.class === "alarm") {
    const asks = phoneAsks(now, rule, input);
    effects.push(...asks);
    if (asks.length > 0) effects.push({ kind: "skippedToPhone" });
  }
  while (now.nextAt !== null && now.nextAt <= input.at) {
    if (now.turn >= turns) {
      const done = exhaust(now, rule, input);
      return { state: done.state, effects: unique([...effects, ...done.effects]) };
    }
    const step = now.turn % rule.steps.length;
    const loop = Math.floor(now.turn / rule.steps.length);
    const asks = stepAsks(now, rule, step, loop, input);
    effects.push(...asks);
    const turn = now.turn + 1;
    const isNobody = asks.length === 0;
    if (isNobody) effects.push({ kind: "stepWithoutPeople", step });
    const planned = turnAt(rule, now.startedAt, turn);
    const wait = turn >= turns ? Math.max(planned, input.at + LAST_WAIT_MS) : planned;
    // A step that tells nobody is no step: the next one is due now. What was missed while the hub was away is asked one by one,
    // not all at once: each step keeps its distance from the one before.
    const isLate = planned <= input.at && !isNobody;
    const spaced = isLate ? input.at + LAST_WAIT_MS : wait;
    const hasAsked = effects.some(({ kind }) => kind === "ask");
    now = { ...now, turn, nextAt: isNobody && !(turn >= turns && hasAsked) ? input.at : spaced };
  }
  return { state: now, effects: unique(effects) };
};

/** The same attempt is asked for once. */
const unique = (effects: readonly CaseEffect[]): readonly CaseEffect[] => {
  const seen = new Set<string>();
  return effects.filter((effect) => {
    if (effect.kind !== "ask") return true;
    const key = attemptText(effect.key);
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
};

/** One text per attempt, of which its id is the hash. */
export const attemptText = ({ alarmId, personId, channel, step, n }: AttemptKey): string =>
  JSON.stringify([alarmId, personId, channel, step, n]);

/**
 * One step of telling people about one alarm. While nobody acknowledges, step follows step and loop follows loop; then, of class
 * alarm, the fallback contacts are told and it is said that nobody answered: nothing of that class ends in silence.
 */
export const stepCase = (now: NotifyCase, input: CaseInput): Step<NotifyCase, CaseEffect> => {
  if (input.kind === "acknowledged")
    return { state: { ...now, nextAt: null, end: now.end ?? "acknowledged" }, effects: [{ kind: "cancel" }] };
  if (now.rule === null || now.end === "acknowledged") return { state: now, effects: [] };
  if (input.kind === "tick") return now.end === null ? tick(now, now.rule, input) : { state: now, effects: [] };
  const { key, person, tried, at } = input;
  const next = personChannels.find((channel) => person.channels.includes(channel) && !tried.includes(channel));
  if (next !== undefined)
    return {
      state: now,
      effects: [{ kind: "ask", key: { ...key, channel: next }, notBefore: at, expiresAt: expiryOf(now.rule, at) }],
    };
  // This person cannot be reached: whoever comes next is told now.
  const isNext = now.end === null && now.class === "alarm" && now.nextAt !== null;
  return { state: isNext ? { ...now, nextAt: Math.min(now.nextAt ?? at, at) } : now, effects: [] };
};
