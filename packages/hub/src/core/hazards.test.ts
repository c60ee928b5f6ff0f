import type { ComponentKey, Instant, ModelEvent } from "@dianan/model";
import { expect, test } from "vitest";
import { stepDevice } from "./device.ts";
import { newDeviceState } from "./device-state.ts";
import { type HazardChange, type Hazards, judgeReadings, judgeTime, storedHazards } from "./hazards.ts";
import type { RuleForm } from "./rule-form.ts";
import { rulesInForce } from "./rule-levels.ts";

const none = { tenant: [], unit: [], device: [] };
const above = (code: string, limit: number, more: Partial<RuleForm> = {}): RuleForm => ({
  ...{ code, type: "temperatureHigh", isOn: true, match: "all", onDelaySeconds: 0, offDelaySeconds: 0 },
  conditions: [{ kind: "above", quantity: "temperature", limit }],
  ...more,
});
const NOW = 1_700_000_000_000;
const read = (value: number, at: number, component: string | null = "c") => ({
  ...{ component, componentId: component, quantity: "temperature", value: value * 10, at },
});
const words = (changes: readonly HazardChange[]): readonly string[] =>
  changes.map((one) => (one.kind === "gone" ? `gone ${one.type}` : `${one.effect.kind} ${one.rule.code}`));

test("EF-2.2: two rules of one type at one place: the alarm is gone when neither says so", () => {
  const rules = rulesInForce({ ...none, device: [above("a", 50), above("b", 70), above("temperature-high", 200)] }, "");
  const step = judgeReadings({}, [read(80, NOW), read(60, NOW + 1), read(20, NOW + 2)], NOW + 2, rules);
  expect(words(step.changes)).toEqual(["raised a", "raised b", "stands a", "gone temperatureHigh"]);
});

test("EF-2.2: readings of one frame are judged in the order in which they were measured", () => {
  const rules = rulesInForce({ ...none, device: [above("temperature-high", 50)] }, "");
  const step = judgeReadings({}, [read(20, NOW + 2), read(60, NOW)], NOW + 2, rules);
  expect(words(step.changes)).toEqual(["raised temperature-high", "gone temperatureHigh"]);
});

test("EF-2.2: of two values of one second the later told counts, and the same value again does not", () => {
  const rules = rulesInForce({ ...none, device: [above("temperature-high", 50)] }, "");
  const cool = judgeReadings({}, [read(20, NOW)], NOW, rules);
  const hot = judgeReadings(cool.hazards, [read(60, NOW)], NOW + 1, rules);
  expect(words(hot.changes)).toEqual(["raised temperature-high"]);
  const again = judgeReadings(hot.hazards, [read(60, NOW)], NOW + 2, rules);
  expect([again.changes, again.hazards === hot.hazards]).toEqual([[], true]);
  // Of an earlier second it still changes nothing.
  expect(judgeReadings(hot.hazards, [read(20, NOW - 1)], NOW + 2, rules).changes).toEqual([]);
});

test("EF-3.1: a rule that holds no more lets go of what it raised; one of another type too", () => {
  const before = rulesInForce({ ...none, device: [above("temperature-high", 50)] }, "");
  const { hazards } = judgeReadings({}, [read(60, NOW)], NOW, before);
  const off = rulesInForce({ ...none, device: [above("temperature-high", 50, { isOn: false })] }, "");
  const gone = judgeTime(hazards, NOW + 1, off, (key) => key);
  expect([words(gone.changes), gone.hazards]).toEqual([["gone temperatureHigh"], {}]);
  const other = rulesInForce({ ...none, device: [above("temperature-high", 50, { type: "hazardFound" })] }, "");
  const changed = judgeReadings(hazards, [read(60, NOW + 1)], NOW + 1, other);
  expect(words(changed.changes)).toEqual(["gone temperatureHigh", "raised temperature-high"]);
});

test("EF-3.1: a component's own rule stands for the device's, there and nowhere else", () => {
  const rules = rulesInForce(
    { ...none, device: [above("temperature-high", 50), above("temperature-high", 90, { componentId: "c" })] },
    "",
  );
  const step = judgeReadings({}, [read(60, NOW), read(60, NOW, "other"), read(60, NOW, null)], NOW, rules);
  expect(step.changes.map(({ component }) => component)).toEqual(["other", null]);
});

test("by default a value under every set point leaves nothing that must be stored", () => {
  const rules = rulesInForce(none, "electricalFireMonitor");
  let hazards: Hazards = {};
  for (const at of [NOW, NOW + 1]) hazards = judgeReadings(hazards, [read(59.9, at)], at, rules).hazards;
  expect(Object.keys(hazards)).toEqual(["temperature-high c"]);
  expect(storedHazards(hazards)).toBeUndefined();
  expect(storedHazards(judgeReadings(hazards, [read(60, NOW + 2)], NOW + 2, rules).hazards)).toBeDefined();
});

test("SEC-DEV-03: a warning that the device reports as well the hub does not clear, whoever was first", () => {
  const component = "c" as ComponentKey;
  const rules = {
    ...{ offlineAfterMs: 1e9, linkGraceMs: 0, componentsMax: 8 },
    hazards: rulesInForce({ ...none, device: [above("temperature-high", 50)] }, ""),
  };
  const said = (at: number): ModelEvent => ({
    ...{ kind: "condition", component, type: "temperatureHigh", present: true, at: at as Instant },
    ...{ rawCode: "x", rawText: "" },
  });
  const measured = (degrees: number, at: number): ModelEvent => ({
    ...{ kind: "reading", component, quantity: "temperature", value: degrees * 10 },
    ...{ quality: "good", at: at as Instant },
  });
  const run = (events: readonly ModelEvent[]) => {
    let state = newDeviceState;
    let id = 0;
    return events.flatMap((event, n) => {
      const nextId = (): string => `${++id}`;
      const digest = String(n).padStart(16, "0");
      const step = stepDevice(state, { kind: "frame", at: NOW + n * 10, digest, events: [event], nextId }, rules);
      state = step.state;
      return step.effects.flatMap((effect) => (effect.kind === "alarm" ? [effect.change.kind] : []));
    });
  };
  expect(run([measured(60, NOW), measured(20, NOW + 10)])).toEqual(["raised", "cleared"]);
  expect(run([said(NOW), measured(60, NOW + 10), measured(20, NOW + 20)])).toEqual(["raised", "repeated"]);
  expect(run([measured(60, NOW), said(NOW + 10), measured(20, NOW + 20)])).toEqual(["raised", "repeated"]);
});
