import type { Instant } from "@dianan/model";
import { expect, test } from "vitest";
import type { Backup } from "../ports/upkeep.ts";
import { baseFor, lastGoneAt } from "./backup-items.ts";

const DAY_MS = 86_400_000;
const backup = (day: number, rest: Partial<Backup> = {}): Backup => ({
  ...{ id: `backup-${day}`, state: "good", createdAt: (day * DAY_MS) as Instant, endedAt: (day * DAY_MS) as Instant },
  ...{ bytes: 1_000, base: null, epoch: "e", head: 1, restoredAt: null, error: null },
  ...rest,
});
const baseOn = (day: number, newestFirst: readonly Backup[]): string | null =>
  baseFor(newestFirst, (day * DAY_MS) as Instant)?.id ?? null;

test("SEC-BAK-03: an increment is made on the newest whole backup that can be used", () => {
  expect(baseOn(3, [backup(2), backup(1)])).toBe("backup-2");
  expect(baseOn(3, [backup(2, { base: "backup-1", bytes: 10 }), backup(1)])).toBe("backup-1");
  expect(baseOn(3, [backup(2, { state: "restoredGood" })])).toBe("backup-2");
  for (const state of ["running", "failed", "restoredBad"] as const)
    expect(baseOn(3, [backup(2, { state }), backup(1)])).toBe("backup-1");
});

test("a whole one is made when there is none, after a week, when the clock went back, when more than half changed", () => {
  expect(baseOn(3, [])).toBe(null);
  expect(baseOn(3, [backup(2, { base: "backup-1" })])).toBe(null);
  expect(baseOn(8, [backup(1)])).toBe(null);
  expect(baseOn(7.9, [backup(1)])).toBe("backup-1");
  expect(baseOn(1, [backup(2)])).toBe(null);
  expect(baseOn(3, [backup(2, { base: "backup-1", bytes: 501 }), backup(1)])).toBe(null);
  expect(baseOn(3, [backup(2, { base: "backup-1", bytes: 500 }), backup(1)])).toBe("backup-1");
  // What another base came to is no matter.
  expect(baseOn(3, [backup(2), backup(1.5, { base: "backup-1", bytes: 900 }), backup(1)])).toBe("backup-2");
});

test("SEC-KEY-06: what is erased is in backups until the last increment on the newest whole one is no longer kept", () => {
  const goneOn = (newestFirst: readonly Backup[], everyDays = 1): number | null => {
    const at = lastGoneAt(newestFirst, 7, everyDays * DAY_MS);
    return at === null ? null : at / DAY_MS;
  };
  expect(goneOn([])).toBe(null);
  expect(goneOn([backup(3, { state: "failed" })])).toBe(null);
  expect(goneOn([backup(3)], 0)).toBe(null);
  expect(goneOn([backup(3)])).toBe(3 + 7 + 7);
  expect(goneOn([backup(5, { base: "backup-3" }), backup(4, { base: "backup-3" }), backup(3), backup(2)])).toBe(17);
});
