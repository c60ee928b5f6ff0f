import { expect, test } from "vitest";
import { mergePatch } from "./merge-patch.ts";

test("RFC 7396: null removes, an object is merged, anything else replaces", () => {
  const cases: readonly (readonly [target: unknown, patch: unknown, result: unknown])[] = [
    [{ a: "b" }, { a: "c" }, { a: "c" }],
    [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
    [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
    [{ a: ["b"] }, { a: "c" }, { a: "c" }],
    [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
    [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
    [["a", "b"], ["c"], ["c"]],
    [{ a: "b" }, ["c"], ["c"]],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    ["text", { a: { b: null } }, { a: {} }],
  ];
  for (const [target, patch, result] of cases) expect(mergePatch(target, patch)).toEqual(result);
});

test("SEC-API-14: a member named __proto__ is data and changes nothing else", () => {
  const merged = mergePatch({ a: 1 }, JSON.parse('{"__proto__":{"isAdmin":true}}')) as object;
  expect(JSON.stringify(merged)).toBe('{"a":1,"__proto__":{"isAdmin":true}}');
  expect("isAdmin" in {}).toBe(false);
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
});
