import { expect, test } from "vitest";
import { newReadWindow, type ReadWindow, stepReadWindow, WAIT_MS, WINDOW_MIN } from "./read-window.ts";

/** After a time in which a store has committed so many frames a second, in commits of 20 ms. */
const after = (seconds: number, perSecond: number, window = newReadWindow, isCrowded = true): ReadWindow => {
  let now = window;
  for (let at = 0; at <= seconds * 1_000; at += 20)
    now = stepReadWindow(now, { at, settled: perSecond / 50, isCrowded });
  return now;
};

test.each([2_000, 15_000, 60_000])(
  "at %i frames a second it comes to what is committed within its time",
  (perSecond) => {
    const due = (perSecond * WAIT_MS) / 1_000;
    const { frames } = after(4, perSecond);
    expect(frames / due).toBeGreaterThan(0.95);
    expect(frames / due).toBeLessThan(1.05);
  },
);

test("a disk that becomes slow makes it small within three seconds, and a fast one large again", () => {
  const fast = after(4, 40_000);
  const slow = after(3, 1_000, { ...fast, measured: null });
  expect(slow.frames).toBeLessThan(1.2 * 1_000 * (WAIT_MS / 1_000));
  expect(after(3, 40_000, { ...slow, measured: null }).frames).toBeGreaterThan(0.9 * 40_000 * (WAIT_MS / 1_000));
});

test("it never becomes so small that the disk would be idle", () => {
  expect(after(60, 10).frames).toBe(WINDOW_MIN);
  expect(after(60, 0).frames).toBe(WINDOW_MIN);
});

test("what is committed while no link waits says nothing of what could be", () => {
  expect(after(60, 50, newReadWindow, false)).toBe(newReadWindow);
  const begun = stepReadWindow(newReadWindow, { at: 0, settled: 0, isCrowded: true });
  expect(stepReadWindow(begun, { at: 10_000, settled: 1, isCrowded: false })).toEqual(newReadWindow);
});

test("one stall of half a minute no more than halves it, and a clock that is set back changes nothing", () => {
  const begun = stepReadWindow(newReadWindow, { at: 0, settled: 0, isCrowded: true });
  expect(stepReadWindow(begun, { at: 30_000, settled: 10, isCrowded: true }).frames).toBe(newReadWindow.frames / 2);
  const set = stepReadWindow(begun, { at: -3_600_000, settled: 5_000, isCrowded: true });
  expect(set).toEqual({ frames: newReadWindow.frames, measured: { from: -3_600_000, settled: 0 } });
});
