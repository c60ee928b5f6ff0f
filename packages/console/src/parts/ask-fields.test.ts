import { expect, test } from "vitest";
import { type AskField, fieldOf, missingOf, startOf } from "./ask-fields.ts";

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

test("SEC-KEY-02: of a credential no draft is kept, whatever its field is", () => {
  const secrets: readonly AskField[] = [
    { name: "headers", label: "请求头", kind: "area", isSecret: true },
    { name: "secret", label: "密钥", kind: "password" },
  ];
  expect(startOf(secrets, () => "Bearer x")).toEqual({ headers: "", secret: "" });
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

const found = (path: string) => ({ path, zh: "不符", en: "It does not fit" });
const nested: readonly AskField[] = [
  { name: "name", label: "名称", kind: "text" },
  { name: "unit", label: "单位", kind: "text", path: "/units/0" },
  { name: "drop", label: "删除", kind: "check", path: "" },
  { name: "member", label: "成员", kind: "text", path: "/payload/readings/0/member" },
  { name: "quantity", label: "测量量", kind: "text", path: "/payload/readings/0/quantity" },
];

test.each([
  ["/name", "name"],
  ["/name/0", "name"],
  ["/payload/readings/0/quantity", "quantity"],
  ["/payload/readings", "member"],
  ["/payload", "member"],
  ["/payload/readings/1/member", null],
  ["/names", null],
  ["/units/01", null],
  ["", null],
])("what is wrong at %j is said at %j", (path, name) => {
  expect(fieldOf(nested, found(path))).toBe(name);
});

test("what is wrong without a place is said under the form", () => {
  expect(fieldOf(nested, { zh: "不符", en: "It does not fit" })).toBeNull();
});
