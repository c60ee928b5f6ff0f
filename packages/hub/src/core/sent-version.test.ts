import { expect, test } from "vitest";
import { isSuperseded, sentVersionOf } from "./sent-version.ts";

const held = { version: 5, updatedAt: 1_000 };

test.each([
  ["a lower version", { version: 4, updatedAt: 900 }],
  ["a lower version of the same time", { version: 4, updatedAt: 1_000 }],
  ["a lower version that says no time", { version: 1, updatedAt: null }],
])("CS-ORDER-02: %s is superseded", (_, sent) => {
  expect(isSuperseded(held, sent)).toBe(true);
});

test.each([
  ["a higher version", { version: 6, updatedAt: 1_001 }],
  ["a higher version of an earlier time", { version: 6, updatedAt: 1 }],
  ["the same version", { version: 5, updatedAt: 1 }],
  ["a lower version of a later time, whose sender counts anew", { version: 1, updatedAt: 1_001 }],
])("CS-ORDER-02: %s is not", (_, sent) => {
  expect(isSuperseded(held, sent)).toBe(false);
});

test("CS-ORDER-02: where no time is held a lower version is superseded whatever time it says, and the first one never", () => {
  expect(isSuperseded({ version: 5, updatedAt: null }, { version: 4, updatedAt: 9_000 })).toBe(true);
  expect(isSuperseded(null, { version: 1, updatedAt: null })).toBe(false);
});

test("what a record says of its age; what is no version says nothing", () => {
  expect(sentVersionOf({ version: 3, updatedAt: "2026-01-02T11:04:05+08:00" })).toEqual({
    version: 3,
    updatedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
  });
  expect(sentVersionOf({ version: 3, updatedAt: "yesterday" })).toEqual({ version: 3, updatedAt: null });
  for (const version of [undefined, 0, -1, 1.5, "3", Number.NaN, 2 ** 60])
    expect(sentVersionOf({ version })).toBeNull();
});
