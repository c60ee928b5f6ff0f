import { type BusUnit, freshUnit, isDue, isOver, MISSED_MAX, restMs, settledAt } from "./bus-unit.ts";
import type { Step } from "./step.ts";

/** One thing that a unit of a line is asked again and again (轮询项). */
export type BusQuestion = {
  /** Its name among the unit's questions. */ readonly key: string;
  readonly everyMs: number;
  /** It tells alarms: it is asked before what only measures. */ readonly isUrgent: boolean;
  /** Same for questions whose answers cannot be told apart; null: every answer names its request. */
  readonly looks: string | null;
};

/** Who is on a line, and how long is waited. Milliseconds. */
export type BusRules = {
  /** By address. */ readonly units: ReadonlyMap<string, readonly BusQuestion[]>;
  readonly answerMs: number;
  /** An answer that may still come after `answerMs` is reckoned with for so long. */ readonly lateMs: number;
};

/** What is asked. `serial` is 0 to 65535 and grows with each; of an errand `key` is its id. */
export type BusAsked = {
  readonly unit: string;
  readonly key: string;
  readonly serial: number;
  readonly isErrand: boolean;
};

/** Something to be said to a unit once, such as a command, before whatever is polled. */
export type BusErrand = { readonly unit: string; readonly id: string; readonly looks: string | null };

/** A line of several units on which one question at a time is asked (总线轮询). */
export type BusState = {
  readonly asked: (BusAsked & { readonly at: number; readonly looks: string | null }) | null;
  readonly serial: number;
  readonly units: { readonly [unit: string]: BusUnit };
  /** In the order in which they came, each with when it did. */
  readonly errands: readonly (BusErrand & { readonly since: number })[];
  /** Answers that may still come, although nobody waits for them. */
  readonly owed: readonly { readonly looks: string; readonly since: number }[];
};

/**
 * `busy`: to be asked again soon; `refused`: the unit has nothing like it; `failed`: not now;
 * `absent`: who has the line says that the unit does not answer.
 */
export type BusSays = "data" | "busy" | "refused" | "failed" | "absent";

export type BusInput =
  | { readonly kind: "tick"; readonly at: number }
  | { readonly kind: "errand"; readonly at: number; readonly errand: BusErrand }
  /** An answer to what is asked, as its unit, function and number show. */
  | { readonly kind: "answer"; readonly at: number; readonly says: BusSays }
  /** The connection ended, and what was on it with it. */
  | { readonly kind: "lost" };

export const newBus: BusState = { asked: null, serial: 0, units: {}, errands: [], owed: [] };

/** Who commands sends again what was not answered: more than this waits for nobody. */
const ERRANDS_MAX = 64;
/** Nor longer: a command must not go out long after its time is over. Milliseconds. */
const ERRAND_MS = 5_000;

const SERIALS = 0x1_0000;

/** One step of a line. An effect is a question to send. */
export const stepBus = (state: BusState, input: BusInput, rules: BusRules): Step<BusState, BusAsked> => {
  switch (input.kind) {
    case "lost":
      return { state: { ...state, asked: null, errands: [], owed: [] }, effects: [] };
    case "tick":
      return tick(state, input.at, rules);
    case "errand": {
      const { errand, at } = input;
      const errands = waiting(state, at);
      const isKnown = [state.asked?.key, ...errands.map(({ id }) => id)].includes(errand.id);
      // Sent again before its turn came: once is enough.
      if (isKnown || errands.length >= ERRANDS_MAX) return { state, effects: [] };
      const next = { ...state, errands: [...errands, { ...errand, since: at }] };
      return state.asked === null ? ask(next, at, rules) : { state: next, effects: [] };
    }
    case "answer": {
      const { asked } = state;
      if (asked === null) return { state, effects: [] };
      // A line keeps the order of answers: what was owed before this one does not come any more.
      return ask({ ...settled(state, asked, input.says, input.at, rules), owed: [] }, input.at, rules);
    }
  }
};

const waiting = ({ errands }: BusState, at: number): BusState["errands"] =>
  errands.filter(({ since }) => !isOver(since, ERRAND_MS, at));

const tick = (state: BusState, at: number, rules: BusRules): Step<BusState, BusAsked> => {
  const { asked } = state;
  if (asked === null) return ask(state, at, rules);
  if (!isOver(asked.at, rules.answerMs, at)) return { state, effects: [] };
  const late = asked.looks === null ? [] : [{ looks: asked.looks, since: at }];
  return ask({ ...settled(state, asked, "absent", at, rules), owed: [...state.owed, ...late] }, at, rules);
};

/** What a unit is left with by an answer, or by none. */
const settled = (
  state: BusState,
  { unit, key, isErrand }: BusAsked,
  says: BusSays,
  at: number,
  rules: BusRules,
): BusState => {
  if (isErrand) return { ...state, asked: null };
  const question = rules.units.get(unit)?.find((one) => one.key === key);
  const before = state.units[unit];
  if (question === undefined || before === undefined) return { ...state, asked: null };
  const missed = says === "absent" ? Math.min(before.missed + 1, MISSED_MAX + 10) : 0;
  const item = settledAt(before.items[key] ?? { dueAt: at, busy: 0, refusedAt: null }, says, at, question.everyMs);
  const after: BusUnit = {
    ...before,
    missed,
    restsFrom: missed >= MISSED_MAX ? at : null,
    items: { ...before.items, [key]: item },
  };
  return { ...state, asked: null, units: { ...state.units, [unit]: after } };
};

/** Units as the rules have them: those that came are due at once, those that went are forgotten. */
const known = (state: BusState, at: number, { units }: BusRules): BusState["units"] => {
  const isSame =
    Object.keys(state.units).length === units.size &&
    [...units].every(([unit, questions]) => questions.every(({ key }) => state.units[unit]?.items[key] !== undefined));
  if (isSame) return state.units;
  return Object.fromEntries(
    [...units].map(([unit, questions]) => [unit, freshUnit(state.units[unit], questions, at)] as const),
  );
};

type Choice = {
  readonly unit: string;
  readonly question: BusQuestion;
  readonly order: readonly [number, number, number];
};

const ask = (before: BusState, at: number, rules: BusRules): Step<BusState, BusAsked> => {
  const owed = before.owed.filter(({ since }) => !isOver(since, rules.lateMs, at));
  const errands = waiting(before, at);
  const state = { ...before, units: known(before, at, rules), errands, owed, asked: null };
  // Whose answer could not be told from a late one waits.
  const isClear = (looks: string | null): boolean => !owed.some((one) => one.looks === looks);
  const errand = errands.find(({ looks }) => isClear(looks));
  if (errand !== undefined) {
    const { unit, id: key, looks } = errand;
    return asking(
      { ...state, errands: errands.filter((one) => one !== errand) },
      { unit, key, serial: state.serial, isErrand: true },
      looks,
      at,
    );
  }
  const best = choose(state.units, at, rules, isClear);
  if (best === null) return { state, effects: [] };
  const { unit, question } = best;
  const units = { ...state.units, [unit]: { ...(state.units[unit] as BusUnit), askedAt: at } };
  const serial = (state.serial + 1) % SERIALS;
  const asked = { unit, key: question.key, serial, isErrand: false };
  return asking({ ...state, units, serial }, asked, question.looks, at);
};

const asking = (state: BusState, asked: BusAsked, looks: string | null, at: number): Step<BusState, BusAsked> => ({
  state: { ...state, asked: { ...asked, at, looks } },
  effects: [asked],
});

/** The question that is due first; null: none is. */
const choose = (
  units: BusState["units"],
  at: number,
  rules: BusRules,
  isClear: (looks: string | null) => boolean,
): Choice | null => {
  let best: Choice | null = null;
  for (const [unit, questions] of rules.units) {
    const one = units[unit];
    if (one === undefined || (one.restsFrom !== null && !isOver(one.restsFrom, restMs(one.missed), at))) continue;
    for (const question of questions) {
      const item = one.items[question.key];
      if (item === undefined || !isDue(item, at, question.everyMs) || !isClear(question.looks)) continue;
      // What has waited for a whole period of its own is no longer passed by: urgent ones may fill the line.
      const rank = question.isUrgent || at - item.dueAt >= question.everyMs ? 0 : 1;
      const choice: Choice = { unit, question, order: [rank, one.askedAt, item.dueAt] };
      if (best === null || isBefore(choice.order, best.order)) best = choice;
    }
  }
  return best;
};

const isBefore = (a: readonly number[], b: readonly number[]): boolean => {
  const place = a.findIndex((one, i) => one !== b[i]);
  return place >= 0 && (a[place] ?? 0) < (b[place] ?? 0);
};
