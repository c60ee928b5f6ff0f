import type { Step } from "./step.ts";

/** Times of asking a device that only answers (轮询). Milliseconds. */
export type PollRules = {
  /** From the start of one round of questions to the next. */ readonly periodMs: number;
  /** How long an answer is waited for. */ readonly answerMs: number;
  /** Questions in a round. */ readonly questions: number;
  /** By question: asked in each so many rounds; absent: in each. */ readonly everyRounds?: readonly number[];
};

/** What is asked: `question` is its place in the round; null: who is there. */
export type Asked = { readonly wireAddress: string | null; readonly question: number | null };

/** One connection on which one question at a time is asked. */
export type PollState = {
  /** Who is there; null: nobody has said so, and nothing else is asked. */ readonly wireAddress: string | null;
  /** What waits for its answer, since when. */ readonly asked: (Asked & { readonly at: number }) | null;
  /** Place of the next question; the number of all: the round is over. */ readonly next: number;
  /** When the round began. */ readonly roundAt: number;
  /** Number of the round, from 0. */ readonly round: number;
  /** By question: rounds in a row in which the device said that it does not have it. */
  readonly refusals: { readonly [question: number]: number };
  /** Answers missed in a row. */ readonly missed: number;
  /** What was asked and not answered, the oldest first: a line keeps the order of answers, however late they are. */
  readonly owed: readonly (number | null)[];
};

export type PollInput =
  | { readonly kind: "tick"; readonly at: number }
  /** The answer to what is asked. */
  | { readonly kind: "answer"; readonly at: number; readonly wireAddress: string; readonly says: PollAnswer };

/**
 * `refused`: the device does not have what is asked; `failed`: it cannot say it now. Neither names the question that it answers,
 * so that only the order of a line tells which one it is; `data` names it.
 */
export type PollAnswer = "data" | "refused" | "failed";

/** After so many missed answers it is asked anew who is there: the device behind a modem may be another one. */
const MISSED_MAX = 3;
/** A refusal names no question: one that comes late, or of a device in trouble, must not silence another. */
const REFUSALS_MAX = 3;
/** What was refused so often is asked again in each so many rounds. */
const AGAIN_ROUNDS = 60;

export const newPolling: PollState = {
  wireAddress: null,
  asked: null,
  next: 0,
  roundAt: 0,
  round: 0,
  refusals: {},
  missed: 0,
  owed: [],
};

const OWED_MAX = 16;

/** A clock that was set back must not silence the line: then any time is over. */
const isOver = (since: number, ms: number, at: number): boolean => at < since || at - since >= ms;

/** One step of a connection. An effect is a question to send. */
export const stepPolling = (state: PollState, input: PollInput, rules: PollRules): Step<PollState, Asked> => {
  const { asked } = state;
  if (input.kind === "tick") {
    if (asked === null) return ask(state, input.at, rules);
    // A line on which nobody speaks is asked as often as one round is made: a modem's traffic costs.
    const waitMs = asked.question === null && state.missed >= MISSED_MAX ? rules.periodMs : rules.answerMs;
    if (!isOver(asked.at, waitMs, input.at)) return { state, effects: [] };
    const missed = Math.min(state.missed + 1, MISSED_MAX);
    const wireAddress = missed < MISSED_MAX ? state.wireAddress : null;
    return ask({ ...passed(state), missed, wireAddress }, input.at, rules);
  }
  if (asked === null) return { state, effects: [] };
  const { wireAddress } = input;
  // While an earlier answer is owed, this may be it: a refusal come late. Only an answer with its name settles what is owed.
  if (input.says !== "data" && state.owed.length > 1) return { state, effects: [] };
  const owed = state.owed.slice(state.owed.indexOf(asked.question) + 1);
  if (asked.question === null) return ask({ ...newPolling, wireAddress, roundAt: input.at, owed }, input.at, rules);
  const before = state.refusals[asked.question] ?? 0;
  const count = input.says === "refused" ? before + 1 : 0;
  const refusals = count === before ? state.refusals : { ...state.refusals, [asked.question]: count };
  return ask({ ...passed(state), refusals, owed, missed: 0 }, input.at, rules);
};

const passed = (state: PollState): PollState => ({ ...state, asked: null, next: (state.asked?.question ?? -1) + 1 });

const ask = (state: PollState, at: number, rules: PollRules): Step<PollState, Asked> => {
  const { wireAddress } = state;
  if (wireAddress === null) return asking(state, { wireAddress, question: null }, at);
  const question = placeFrom(state, state.next, rules);
  if (question !== null) return asking({ ...state, next: question }, { wireAddress, question }, at);
  if (!isOver(state.roundAt, rules.periodMs, at))
    return { state: { ...state, asked: null, next: rules.questions }, effects: [] };
  const fresh = { ...state, round: state.round + 1, roundAt: at };
  const first = placeFrom(fresh, 0, rules) ?? 0;
  return asking({ ...fresh, next: first }, { wireAddress, question: first }, at);
};

const asking = (state: PollState, asked: Asked, at: number): Step<PollState, Asked> => ({
  state: { ...state, asked: { ...asked, at }, owed: [...state.owed, asked.question].slice(-OWED_MAX) },
  effects: [asked],
});

const placeFrom = (
  { refusals, round }: PollState,
  from: number,
  { questions, everyRounds }: PollRules,
): number | null => {
  const isLeftOut = (place: number): boolean => (refusals[place] ?? 0) >= REFUSALS_MAX && round % AGAIN_ROUNDS !== 0;
  const isItsRound = (place: number): boolean => round % (everyRounds?.[place] ?? 1) === 0;
  for (let place = from; place < questions; place += 1) if (isItsRound(place) && !isLeftOut(place)) return place;
  return null;
};
