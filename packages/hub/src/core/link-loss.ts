/** Frames of one device on one link. Milliseconds UTC. */
export type LinkSpan = { readonly firstHeardAt: number; readonly lastHeardAt: number };

/** A link over which a device was heard for longer than this is one that it keeps, whatever its period. Milliseconds. */
const KEPT_MS = 10 * 60_000;

/**
 * Whether the end of a link says that its device is lost. A device that sleeps (休眠设备) closes its link after each upload, which
 * says nothing; one that keeps its link was heard on it for longer than one upload takes.
 */
export const isKept = (
  { firstHeardAt, lastHeardAt }: LinkSpan,
  { linkGraceMs, periodMs }: { readonly linkGraceMs: number; readonly periodMs: number },
): boolean => lastHeardAt - firstHeardAt > Math.max(linkGraceMs, Math.min(periodMs, KEPT_MS));

/** Links that end within this of each other end together. Milliseconds. */
const TOGETHER_MS = 60_000;
/** So many at least, and so large a part of those that were open, end together in a storm (网络风暴). */
const STORM_MIN = 20;
const STORM_PART = 0.1;
/** Storms remembered: an end is asked about a minute or so after it happened. */
const STORMS_MAX = 16;

const SECOND_MS = 1_000;

/** Ends of links, as far as they can still be part of a storm. */
export type LinkEnds = {
  /** Of the last minute, by second, oldest first. */
  readonly recent: readonly { readonly at: number; readonly count: number }[];
  readonly storms: readonly { readonly from: number; readonly until: number }[];
};

export const noLinkEnds: LinkEnds = { recent: [], storms: [] };

/** @param open - links that were open before this one ended */
export const stepLinkEnds = ({ recent, storms }: LinkEnds, at: number, open: number): LinkEnds => {
  const second = Math.floor(at / SECOND_MS) * SECOND_MS;
  const last = recent.at(-1);
  const others = recent.filter((one) => one.at !== second && Math.abs(at - one.at) <= TOGETHER_MS);
  const together = [...others, { at: second, count: (last?.at === second ? last.count : 0) + 1 }];
  const ended = together.reduce((sum, { count }) => sum + count, 0);
  if (ended < STORM_MIN || ended < (open + ended - 1) * STORM_PART) return { recent: together, storms };
  const from = together[0]?.at ?? at;
  const before = storms.at(-1);
  const isSame = before !== undefined && from <= before.until;
  const storm = { from: isSame ? before.from : from, until: at };
  return { recent: together, storms: [...(isSame ? storms.slice(0, -1) : storms.slice(1 - STORMS_MAX)), storm] };
};

/** Whether a link ended in a storm: then its device is not lost for that, and its silence alone decides. */
export const isStorm = ({ storms }: LinkEnds, endedAt: number): boolean =>
  storms.some(({ from, until }) => endedAt >= from && endedAt <= until);
