import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createBlink, FRESH_MS, TURN_EVERY_MS } from "./blink.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What was written to the root, in order. */
const rootOf = () => {
  const written: boolean[] = [];
  return { written, root: { toggleAttribute: (_name: string, isOn: boolean) => written.push(isOn) } };
};

test("EF-4.2: however many alarms come, one attribute is written for all of them, twice a second", () => {
  const { written, root } = rootOf();
  const blink = createBlink(root);
  for (let n = 0; n < 500; n += 1) blink.heard();
  vi.advanceTimersByTime(2_000);
  expect(written).toEqual([true, false, true, false]);
  expect(TURN_EVERY_MS * 2).toBeGreaterThan(1_000 / 3);
});

test("WCAG 2.2.2: it ends within 5 s, filled, and then nothing is written any more", () => {
  const { written, root } = rootOf();
  createBlink(root).heard();
  vi.advanceTimersByTime(5_000);
  const { length } = written;
  expect(written.at(-1)).toBe(false);
  expect(FRESH_MS + 1_000).toBeLessThan(5_000);
  vi.advanceTimersByTime(60_000);
  expect(written).toHaveLength(length);
  expect(vi.getTimerCount()).toBe(0);
});

test("a page to which nothing came writes nothing; the next alarm begins anew", () => {
  const { written, root } = rootOf();
  const blink = createBlink(root);
  vi.advanceTimersByTime(10_000);
  expect(written).toEqual([]);
  blink.heard();
  vi.advanceTimersByTime(20_000);
  const { length } = written;
  blink.heard();
  vi.advanceTimersByTime(TURN_EVERY_MS);
  expect(written.slice(length)).toEqual([true]);
});
