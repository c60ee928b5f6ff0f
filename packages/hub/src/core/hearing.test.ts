import fc from "fast-check";
import { expect, test } from "vitest";
import { countedFrom, type Hearing, neverListened, stepHearing } from "./hearing.ts";

const looks = (...times: readonly number[]): Hearing =>
  times.reduce((hearing, at) => stepHearing(hearing, at), neverListened);

test("a look each second leaves no gap; ten seconds and more without one does", () => {
  expect(looks(0, 1_000, 11_000).gaps).toEqual([]);
  expect(looks(0, 1_000, 11_001, 12_000).gaps).toEqual([{ from: 1_000, until: 11_001 }]);
});

test("a clock set back is no gap, and old gaps are forgotten first", () => {
  expect(looks(50_000, 1_000, 2_000)).toEqual({ at: 2_000, gaps: [] });
  const many = looks(...Array.from({ length: 500 }, (_, n) => n * 20_000));
  expect([many.gaps.length, many.gaps.at(-1)]).toEqual([128, { from: 9_960_000, until: 9_980_000 }]);
});

test("of a clock that was set back no gap lies ahead", () => {
  const { gaps } = looks(0, 100_000, 101_000, 300_000, 200_000);
  expect(gaps).toEqual([
    { from: 0, until: 100_000 },
    { from: 101_000, until: 200_000 },
  ]);
  expect(looks(0, 100_000, 300_000, 90_000).gaps).toEqual([{ from: 0, until: 90_000 }]);
});

test("silence counts without the gaps in it, less one upload that may have fallen into them", () => {
  const gaps = [
    { from: 100, until: 200 },
    { from: 500, until: 900 },
  ];
  expect(countedFrom(1_000, gaps, 60)).toBe(1_000);
  expect(countedFrom(300, gaps, 60)).toBe(300 + 400 + 60);
  expect(countedFrom(150, gaps, 60)).toBe(150 + 50 + 400 + 60);
});

test("law: no gap makes a device silent sooner, and all of them together defer by their own length and one period", () => {
  const times = fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(times, fc.integer({ min: 0, max: 1_000_000 }), (steps, heardAt) => {
      let at = 0;
      const { gaps } = looks(0, ...steps.map((step) => (at += step)));
      const from = countedFrom(heardAt, gaps, 60_000);
      const down = gaps.reduce((sum, gap) => sum + gap.until - gap.from, 0);
      expect(from).toBeGreaterThanOrEqual(heardAt);
      expect(from).toBeLessThanOrEqual(heardAt + down + 60_000);
    }),
  );
});

test("a hub that looks more seldom has a gap after ten of its looks, not before", () => {
  const slow = (...times: readonly number[]): Hearing =>
    times.reduce((hearing, at) => stepHearing(hearing, at, 12_000), neverListened);
  expect(slow(0, 120_000).gaps).toEqual([]);
  expect(slow(0, 120_001).gaps).toEqual([{ from: 0, until: 120_001 }]);
});
