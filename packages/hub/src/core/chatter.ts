/** Returns of an alarm (反复): it was reported gone, and came again. */
export type Chatter = { /** The last one. Milliseconds UTC. */ readonly at: number; readonly returns: number };

/** So many returns, each within this of the one before, are chattering (反复抖动). ISA-18.2 speaks of three in a minute; devices here report by minutes. */
export const CHATTER_RETURNS = 3;
export const CHATTER_MS = 5 * 60_000;

/** It has come again. */
export const withReturn = (before: Chatter | undefined, at: number): Chatter => ({
  at,
  returns: before !== undefined && at - before.at <= CHATTER_MS ? before.returns + 1 : 1,
});

/** Whether it chatters now: after a while of quiet its next return is a new danger again. */
export const isChattering = (chatter: Chatter | undefined, now: number): boolean =>
  chatter !== undefined && chatter.returns >= CHATTER_RETURNS && now - chatter.at <= CHATTER_MS;
