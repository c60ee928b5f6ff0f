import { expect, test } from "vitest";
import { adminWords } from "../words/pages/admin-words.ts";
import { limitText, type Rule, ruleText, withRule } from "./threshold-text.ts";

const rule = (code: string, more: Partial<Rule> = {}): Rule => ({
  ...{ code, type: "residualCurrentHigh", isOn: true, match: "all", onDelaySeconds: 60, offDelaySeconds: 300 },
  conditions: [{ kind: "above", quantity: "residualCurrent", limit: 300, deadband: 15 }],
  ...more,
});
const change = { limit: 200, isOn: true, onDelaySeconds: 10, offDelaySeconds: 20 };

test("EF-4.4.3: a rule is told in words, with the unit of its quantity", () => {
  expect(ruleText(rule("a"), adminWords.zh.thresholds, "zh")).toBe("剩余电流 ≥ 300 mA");
  const two = rule("b", {
    match: "any",
    conditions: [
      { kind: "noData", quantity: "temperature", forSeconds: 600 },
      { kind: "rising", quantity: "temperature", by: 5, withinSeconds: 60 },
    ],
  });
  expect(ruleText(two, adminWords.en.thresholds, "en")).toMatch(/without data for 600 s or .* up by 5 .*in 60 s/);
  expect([limitText(rule("a")), limitText(two)]).toEqual(["300 mA", ""]);
});

test("a changed rule takes the place of the one of its code at its level, and no other", () => {
  const own = [rule("a"), rule("b")];
  const changed = withRule(own, rule("b"), change);
  expect(changed.map(({ code, conditions }) => [code, conditions[0]?.limit])).toEqual([
    ["a", 300],
    ["b", 200],
  ]);
  expect(changed[1]).toMatchObject({ onDelaySeconds: 10, offDelaySeconds: 20 });
});

test.each([
  [[], 1],
  [[rule("a")], 2],
  [[rule("b", { componentId: "c-1" })], 2],
])("a rule of another level or component is added, not replaced", (own, count) => {
  expect(withRule(own, rule("b"), change)).toHaveLength(count);
});

test("without a set point none is invented", () => {
  const none = rule("n", { conditions: [{ kind: "noData", quantity: "temperature", forSeconds: 600 }] });
  expect(withRule([], none, change)[0]?.conditions).toEqual(none.conditions);
});
