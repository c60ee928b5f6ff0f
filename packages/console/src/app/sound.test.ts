import type { AlarmClass } from "@dianan/model";
import { expect, test } from "vitest";
import { latencyReport } from "./duty.ts";
import { hearingOf, patterns } from "./sound.ts";

const classes = (...names: readonly AlarmClass[]): ReadonlySet<AlarmClass> => new Set(names);

test("EF-4.2: the worst class is heard; a fire goes on until somebody acts, a fault says it five times", () => {
  expect(hearingOf(null, classes("fault", "alarm", "warning"))).toEqual({ class: "alarm", played: 0 });
  expect([patterns.alarm?.times, patterns.warning?.times, patterns.fault?.times]).toEqual([null, 3, 5]);
});

test.each([classes(), classes("offline"), classes("event"), classes("offline", "event")])(
  "nothing sounds for %j",
  (waiting) => {
    expect(hearingOf({ class: "alarm", played: 3 }, waiting)).toBeNull();
  },
);

test("what is heard goes on where it was, and a worse class begins anew", () => {
  expect(hearingOf({ class: "fault", played: 4 }, classes("fault"))).toEqual({ class: "fault", played: 4 });
  expect(hearingOf({ class: "fault", played: 4 }, classes("fault", "alarm"))).toEqual({ class: "alarm", played: 0 });
});

test("a fire sounds unlike a fault", () => {
  const hertz = (name: AlarmClass) => patterns[name]?.tones.map((tone) => tone.hertz) ?? [];
  expect(hertz("alarm").some((one) => hertz("fault").includes(one))).toBe(false);
});

test("EF-4.4.1: what was painted is reported once, in the bucket that all of it lies in", () => {
  const shown = [
    { id: "a", ms: 0, at: 1_000 },
    { id: "b", ms: 100, at: 2_000 },
    { id: "c", ms: 101, at: 3_000 },
    { id: "d", ms: 21_000, at: 4_000 },
    { id: "e", ms: 90_000_000, at: 5_000 },
  ];
  expect(latencyReport("console-1", shown, 6_000)).toEqual({
    consoleId: "console-1",
    buckets: [
      { upToMs: 100, count: 2 },
      { upToMs: 200, count: 1 },
      { upToMs: 60_000, count: 1 },
      { upToMs: 86_400_000, count: 1 },
    ],
    alarms: shown.map(({ id, at }) => ({ id, agoMs: 6_000 - at })),
  });
  expect(latencyReport("console-1", [], 6_000)).toBeNull();
});
