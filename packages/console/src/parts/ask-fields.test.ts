import { expect, test } from "vitest";
import { type AskField, missingOf, startOf } from "./ask-fields.ts";

const fields: readonly AskField[] = [
  { name: "action", label: "动作", kind: "select", options: [["mute", "消音"]] },
  { name: "place", label: "部件", kind: "select", options: [["c-1", "A 相"]], isOptional: true },
  { name: "reason", label: "原因", kind: "area" },
  { name: "confirm", label: "名称", kind: "text", isAsked: (get) => get("action") === "openBreaker" },
  { name: "isSure", label: "确定", kind: "check" },
];
const of =
  (values: { readonly [name: string]: string }) =>
  (name: string): string =>
    (values[name] ?? "").trim();

test("a form starts with what was typed before, else with its first choice; a choice that is free starts empty", () => {
  const drafts: { readonly [name: string]: string } = { reason: "夜间误报", isSure: "yes" };
  expect(startOf(fields, (name) => drafts[name] ?? "")).toEqual({
    ...{ action: "mute", place: "", reason: "夜间误报", confirm: "", isSure: "" },
  });
});

test.each([
  [{ action: "mute", reason: "误报" }, null],
  [{ action: "mute", reason: "  " }, "reason"],
  [{ action: "", reason: "误报" }, "action"],
  [{ action: "openBreaker", reason: "起火" }, "confirm"],
  [{ action: "openBreaker", reason: "起火", confirm: "灵水制衣厂" }, null],
])("of %j the missing field is %j", (values, missing) => {
  expect(missingOf(fields, of(values))?.name ?? null).toBe(missing);
});
