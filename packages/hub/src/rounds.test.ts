import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startRounds } from "./rounds.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a round runs at each of its turns until it is ended", async () => {
  let turns = 0;
  const stop = startRounds([{ everyMs: 10, run: () => (turns += 1) }]);
  await vi.advanceTimersByTimeAsync(35);
  expect(turns).toBe(3);
  stop();
  await vi.advanceTimersByTimeAsync(100);
  expect(turns).toBe(3);
});

test("one that takes long is not run twice at once, and comes again when it is done", async () => {
  let started = 0;
  let end = (): void => {};
  const run = (): Promise<void> => {
    started += 1;
    return new Promise((resolve) => {
      end = resolve;
    });
  };
  const stop = startRounds([{ everyMs: 10, run }]);
  await vi.advanceTimersByTimeAsync(50);
  expect(started).toBe(1);
  end();
  await vi.advanceTimersByTimeAsync(10);
  expect(started).toBe(2);
  stop();
});

test("one that throws or rejects tells it and does not end the others", async () => {
  const told: unknown[] = [];
  let others = 0;
  const stop = startRounds([
    {
      everyMs: 10,
      run: () => {
        throw new Error("thrown");
      },
      failed: (error) => told.push(error),
    },
    { everyMs: 10, run: () => Promise.reject(new Error("rejected")), failed: (error) => told.push(error) },
    { everyMs: 10, run: () => Promise.reject(new Error("nobody is told")) },
    { everyMs: 10, run: () => (others += 1) },
  ]);
  await vi.advanceTimersByTimeAsync(25);
  expect(told.map(String)).toEqual(["Error: thrown", "Error: rejected", "Error: thrown", "Error: rejected"]);
  expect(others).toBe(2);
  stop();
});
