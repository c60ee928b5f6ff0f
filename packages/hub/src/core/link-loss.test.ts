import { expect, test } from "vitest";
import { isKept, isStorm, type LinkEnds, noLinkEnds, stepLinkEnds } from "./link-loss.ts";

const MINUTE = 60_000;
const kept = (heardForMs: number, periodMs: number): boolean =>
  isKept({ firstHeardAt: 5, lastHeardAt: 5 + heardForMs }, { linkGraceMs: MINUTE, periodMs });

test("a link counts as kept once it carried frames for longer than a period, ten minutes at most, the grace at least", () => {
  expect([kept(5 * MINUTE, 5 * MINUTE), kept(5 * MINUTE + 1, 5 * MINUTE)]).toEqual([false, true]);
  expect([kept(10 * MINUTE, 360 * MINUTE), kept(10 * MINUTE + 1, 360 * MINUTE)]).toEqual([false, true]);
  expect([kept(MINUTE, 1_000), kept(MINUTE + 1, 1_000)]).toEqual([false, true]);
});

const after = (ends: readonly number[], open: number): LinkEnds =>
  ends.reduce((state, at, n) => stepLinkEnds(state, at, open - n), noLinkEnds);
const every = (count: number, ms: number, from = 0): number[] => Array.from({ length: count }, (_, n) => from + n * ms);

test("twenty ends within a minute, a tenth of the links, are a storm; fewer, slower or a smaller part are none", () => {
  expect(after(every(20, 1_000), 200).storms).toEqual([{ from: 0, until: 19_000 }]);
  expect(after(every(19, 1_000), 20).storms).toEqual([]);
  expect(after(every(20, 1_000), 201).storms).toEqual([]);
  expect(after(every(100, 3_300), 100).storms).toEqual([]);
});

test("a storm takes in what ended a minute before it was seen, and goes on while links end together", () => {
  const state = after([...every(300, 10), ...every(40, 1_000, 20 * MINUTE)], 400);
  expect(state.storms).toEqual([
    { from: 0, until: 2_990 },
    { from: 20 * MINUTE, until: 20 * MINUTE + 39_000 },
  ]);
  expect([isStorm(state, 0), isStorm(state, 2_990), isStorm(state, 2_991), isStorm(state, 20 * MINUTE - 1)]).toEqual([
    ...[true, true, false, false],
  ]);
});

test("what is remembered has a bound, whatever ends", () => {
  const state = after(every(20_000, 300), 20_000);
  expect(state.recent.length).toBeLessThanOrEqual(62);
  const storms = Array.from({ length: 40 }, (_, n) => every(30, 10, n * 10 * MINUTE)).flat();
  expect(after(storms, 2_000).storms.length).toBeLessThanOrEqual(16);
});
