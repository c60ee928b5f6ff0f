/** A time in which the hub heard nobody: it was down, stopped, or its clock was set forward. Milliseconds UTC. */
export type Gap = { readonly from: number; readonly until: number };

/** When the hub could hear. Plain JSON. */
export type Hearing = { readonly at: number | null; readonly gaps: readonly Gap[] };

export const neverListened: Hearing = { at: null, gaps: [] };

/** Between two looks the hub takes at most so many times its pace; longer was a gap. */
const LOOK_MAX = 10;
/** Gaps remembered: more of them than this within the longest silence that counts is no service. */
const GAPS_MAX = 128;

/**
 * The hub hears at this time; the time since the last look was a gap when it is too long. No gap is later than now.
 *
 * @param paceMs - how often it looks
 */
export const stepHearing = ({ at: last, gaps }: Hearing, at: number, paceMs = 1_000): Hearing => {
  if (last !== null && at < last)
    return { at, gaps: gaps.some(({ until }) => until > at) ? gapsUntil(gaps, at) : gaps };
  if (last === null || at - last <= LOOK_MAX * paceMs) return { at, gaps };
  return { at, gaps: [...gaps.slice(1 - GAPS_MAX), { from: last, until: at }] };
};

const gapsUntil = (gaps: readonly Gap[], at: number): readonly Gap[] =>
  gaps.filter(({ from }) => from < at).map(({ from, until }) => ({ from, until: Math.min(until, at) }));

/**
 * From when on the silence of a device counts: gaps in it are taken out, and one upload may have fallen into them. So neither a
 * restart makes it offline, nor does a hub that restarts again and again keep alive what is dead.
 *
 * @param heardAt - its last frame
 * @param periodMs - expected time between its uploads
 */
export const countedFrom = (heardAt: number, gaps: readonly Gap[], periodMs: number): number => {
  let lost = 0;
  for (let n = gaps.length - 1; n >= 0; n -= 1) {
    const { from, until } = gaps[n] as Gap;
    if (until <= heardAt) break;
    lost += until - Math.max(from, heardAt);
  }
  return lost === 0 ? heardAt : heardAt + lost + periodMs;
};
