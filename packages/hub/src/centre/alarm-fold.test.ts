import type { Instant } from "@dianan/model";
import { expect, test } from "vitest";
import type { CentrePoint } from "../ports/centre.ts";
import type { StoredRecord } from "../ports/records.ts";
import { afterWord, wordOf } from "./alarm-fold.ts";

const time = (second: number): string => `2026-11-20T08:00:${String(second).padStart(2, "0")}+08:00`;
const at = (second: number): Instant => Date.parse(time(second)) as Instant;
const record = (body: object, more: Partial<StoredRecord> = {}): StoredRecord => ({
  ...{ kind: "alarm", id: "a1", version: 2, updatedAt: at(59), deleted: false },
  body: { type: "residualCurrentOver", class: "alarm", state: "raised", occurredAt: time(1), ...body },
  ...more,
});
const point: CentrePoint = {
  ...{ deviceId: "d1", componentId: "k1", unitId: "u1", name: "x", changedAt: at(0), open: {} },
  place: { systemType: 1, systemAddress: 1, componentType: 17, componentAddress: 5 },
};

test("EF-N.4: a component's state follows what the device says, with the time that belongs to it", () => {
  const words: readonly (readonly [object, boolean, Instant])[] = [
    [{}, true, at(1)],
    [{ lastOccurredAt: time(3) }, true, at(3)],
    [{ recoveredAt: time(5) }, false, at(5)],
    [{ state: "cleared", clearedAt: time(7) }, false, at(7)],
    // Cleared by a person long after the device said that it was gone.
    [{ state: "cleared", recoveredAt: time(5), clearedAt: time(7) }, false, at(5)],
    [{ occurredAt: "no time" }, true, at(59)],
  ];
  for (const [body, isOpen, when] of words)
    expect([body, wordOf(record(body))]).toEqual([body, expect.objectContaining({ isOpen, at: when })]);
  expect(wordOf(record({}, { deleted: true }))).toMatchObject({ isOpen: false, isMomentary: false });
});

test("an event is no state; a type that nobody knows is told as one that cannot be mapped", () => {
  expect(wordOf(record({ type: "reset" }))).toBeNull();
  expect(wordOf(record({ type: "somethingElse", class: "event" }))).toBeNull();
  expect(wordOf(record({ type: "somethingElse" }))).toMatchObject({ type: "unmapped" });
  expect(wordOf(record({ type: 5 }))).toMatchObject({ type: "unmapped" });
});

test("an alarm that was over when it came is told as raised and over", () => {
  expect(wordOf(record({ state: "cleared", clearedAt: time(1) }, { version: 1 }))).toMatchObject({ isMomentary: true });
  expect(wordOf(record({ state: "cleared", clearedAt: time(1) }))).toMatchObject({ isMomentary: false });
});

test("what a person does about an alarm changes no state, and the same word again changes nothing", () => {
  const word = wordOf(record({}));
  if (word === null) throw new Error("no word");
  const open = afterWord(point, word);
  expect(open).toMatchObject({ open: { a1: "residualCurrentOver" }, changedAt: at(1) });
  expect(afterWord(open, word)).toBe(open);
  expect(afterWord(point, { ...word, isOpen: false })).toBe(point);
});

test("flags of a component are those of all its open alarms, and its time never goes back", () => {
  const say = (before: CentrePoint, id: string, isOpen: boolean, second: number): CentrePoint =>
    afterWord(before, { id, type: "temperatureOver", isOpen, isMomentary: false, at: at(second) });
  const two = say(say(point, "a1", true, 9), "a2", true, 4);
  expect([Object.keys(two.open), two.changedAt]).toEqual([["a1", "a2"], at(9)]);
  const one = say(two, "a1", false, 12);
  expect([Object.keys(one.open), one.changedAt]).toEqual([["a2"], at(12)]);
});
