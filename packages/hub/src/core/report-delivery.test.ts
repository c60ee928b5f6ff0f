import { expect, test } from "vitest";
import { retryAfter, returnDue } from "./report-delivery.ts";

const at = (text: string): number => Date.parse(`${text}+08:00`);

test.each([
  ["2026-03-22T08:59:59", 2, null],
  ["2026-03-22T09:00:00", 2, "2026-03"],
  ["2026-03-24T23:59:59", 2, "2026-03"],
  ["2026-03-25T00:00:00", 2, null],
  ["2026-04-21T09:00:00", 3, "2026-04"],
  ["2026-12-25T09:00:00", 20, null],
  ["2027-01-04T09:00:00", 20, "2027-01"],
])("PL-1: at %s people are reminded %i days before of %s", (when, daysBefore, month) => {
  expect(returnDue(at(when), daysBefore, 480)?.month ?? null).toBe(month);
});

test("PL-1: a return is due when the 24th ends in the hub's zone", () => {
  expect(new Date(returnDue(at("2026-03-23T12:00:00"), 2, 480)?.dueAt ?? 0).toISOString()).toBe(
    "2026-03-24T15:59:59.000Z",
  );
});

test("a letter waits longer each time, and is given up within a day", () => {
  const waits = Array.from({ length: 10 }, (_, n) => retryAfter(n + 1));
  const taken = waits.filter((wait) => wait !== null);
  expect(taken).toEqual([...taken].sort((a, b) => a - b));
  expect(taken.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(86_400_000);
  expect(waits.at(-1)).toBeNull();
});
