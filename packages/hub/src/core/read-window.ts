/**
 * How many frames are let in between the sockets and the disk (读取窗口): as many as the disk takes within {@link WAIT_MS}. A queue that
 * is bounded by frames alone is minutes long on a disk that is slow enough; one that is bounded by time never is.
 */
export type ReadWindow = {
  readonly frames: number;
  /** What was committed since then while links waited for their turn; null: none waited, so it says nothing of what could be. */
  readonly measured: { readonly from: number; readonly settled: number } | null;
};

/** How long a frame may wait for its commit in an overload. Milliseconds. */
export const WAIT_MS = 300;
/** It is measured over so long: several commits, also on a slow disk. Milliseconds. */
const LOOK_MS = 250;
/** Fewer would leave the disk idle between two commits. */
export const WINDOW_MIN = 256;

export const newReadWindow: ReadWindow = { frames: 4_000, measured: null };

/**
 * @param at - milliseconds; a clock that was set back begins a new measurement
 * @param settled - frames that were committed, or refused, since the last step
 * @param isCrowded - links wait for their turn
 */
export const stepReadWindow = (
  now: ReadWindow,
  { at, settled, isCrowded }: { readonly at: number; readonly settled: number; readonly isCrowded: boolean },
): ReadWindow => {
  const { frames, measured } = now;
  if (!isCrowded) return measured === null ? now : { frames, measured: null };
  if (measured === null || at < measured.from) return { frames, measured: { from: at, settled: 0 } };
  const all = measured.settled + settled;
  const lastedMs = at - measured.from;
  if (lastedMs < LOOK_MS) return { frames, measured: { from: measured.from, settled: all } };
  const within = (all / lastedMs) * WAIT_MS;
  // Half of the way: one stall of the disk is not its pace.
  return { frames: Math.max(WINDOW_MIN, Math.round((frames + within) / 2)), measured: { from: at, settled: 0 } };
};
