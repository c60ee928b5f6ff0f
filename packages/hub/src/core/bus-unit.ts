/** One question of a unit: when it is due, how often it was put off, since when it is refused. */
export type BusItem = { readonly dueAt: number; readonly busy: number; readonly refusedAt: number | null };

/** A unit of a line (从站) as the line's master remembers it. */
export type BusUnit = {
  /** Answers missed in a row. */ readonly missed: number;
  /** Silent, and left alone since then. */ readonly restsFrom: number | null;
  /** Its last turn. */ readonly askedAt: number;
  readonly items: { readonly [key: string]: BusItem };
};

/** After so many missed answers a unit rests: each further one costs the others the time of an answer. */
export const MISSED_MAX = 3;
const REST_MIN_MS = 5_000;
const REST_MAX_MS = 60_000;
/** A unit that is busy is asked again after this, so often. */
const BUSY_MS = 1_000;
const BUSY_MAX = 5;
/** What a unit has refused may be there after a change of its settings. */
export const REFUSED_MS = 3_600_000;

/** A clock that was set back must not silence a line: then any time is over. */
export const isOver = (since: number, ms: number, at: number): boolean => at < since || at - since >= ms;

/** How long a silent unit is left alone: twice as long each time. */
export const restMs = (missed: number): number => Math.min(REST_MAX_MS, REST_MIN_MS * 2 ** (missed - MISSED_MAX));

export const isDue = ({ dueAt, refusedAt }: BusItem, at: number, everyMs: number): boolean => {
  if (refusedAt !== null && !isOver(refusedAt, REFUSED_MS, at)) return false;
  // Never further ahead than a period, unless the clock was set back.
  return dueAt <= at || dueAt - at > Math.max(everyMs, BUSY_MS);
};

/** When a question is due again. */
export const settledAt = (
  { dueAt, busy }: BusItem,
  says: "data" | "busy" | "refused" | "failed" | "absent",
  at: number,
  everyMs: number,
): BusItem => {
  const again = dueAt + everyMs;
  // What came late by more than a period does not run after the rounds that it missed.
  const later: BusItem = {
    dueAt: again > at && again - at <= everyMs ? again : at + everyMs,
    busy: 0,
    refusedAt: null,
  };
  switch (says) {
    case "data":
    case "failed":
      return later;
    case "busy":
      return busy < BUSY_MAX ? { dueAt: at + BUSY_MS, busy: busy + 1, refusedAt: null } : later;
    case "refused":
      return { ...later, refusedAt: at };
    case "absent":
      return { dueAt: at, busy: 0, refusedAt: null };
  }
};

/** A unit with all its questions; new ones are due at once. */
export const freshUnit = (
  before: BusUnit | undefined,
  questions: readonly { readonly key: string }[],
  at: number,
): BusUnit => ({
  ...(before ?? { missed: 0, restsFrom: null, askedAt: -1 }),
  items: Object.fromEntries(
    questions.map(({ key }) => [key, before?.items[key] ?? { dueAt: at, busy: 0, refusedAt: null }]),
  ),
});
