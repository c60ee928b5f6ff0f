import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "./json-text.ts";

const parse = (text: string) => parseJson(new TextEncoder().encode(text));
const codeOf = (text: string): string | null => {
  const result = parse(text);
  return result.ok ? null : result.error.code;
};
const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

test("SEC-API-14: every value that JSON can hold is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5, noUnicodeString: false }), (text) => {
      const result = parse(text);
      // What is refused is refused for a reason of ours, never as broken JSON.
      if (result.ok) expect(result.value).toEqual(JSON.parse(text));
      else expect(["bad-text", "big-number"]).toContain(result.error.code);
    }),
  );
});

test("SEC-API-14: no bytes whatever make it throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      parseJson(bytes);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[],:"\\u0d8-1.eE tfn'), maxLength: 60 }), (text) => {
      const result = parse(text);
      if (result.ok) expect(result.value).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ['{"a":1,"a":2}', "duplicate-member"],
  ['{"a":1,"\\u0061":2}', "duplicate-member"],
  ['[{"x":{"b":[1],"b":2}}]', "duplicate-member"],
  ['{"__proto__":1,"__proto__":2}', "duplicate-member"],
  ['"\\u0000"', "bad-text"],
  ['"\\ud800"', "bad-text"],
  ['{"\\udc00":1}', "bad-text"],
  ["9007199254740993", "big-number"],
  ["[1e400]", "big-number"],
  ["-9007199254740993", "big-number"],
  ["", "bad-syntax"],
  ["{", "bad-syntax"],
  ['{"a":}', "bad-syntax"],
  ["[1,]", "bad-syntax"],
  ["{'a':1}", "bad-syntax"],
  ["01", "bad-syntax"],
  ["NaN", "bad-syntax"],
  ['"\\x"', "bad-syntax"],
  ['"open', "bad-syntax"],
  ["{} {}", "bad-syntax"],
  [nested(33), "too-deep"],
  ["[".repeat(100_000), "too-deep"],
  [`[${Array.from({ length: 10_001 }, () => 1)}]`, "too-many-items"],
])("SEC-API-14: %.40s is refused as %s", (text, code) => {
  expect(codeOf(text)).toBe(code);
});

test.each([
  ['{"items":[{"id":1}', 18],
  ['{"a":}', 5],
  ["[1,]", 3],
  ['{"a":1} x', 8],
  ["", 0],
  ["[tru]", 4],
  ["[1e]", 3],
  [" nope", 2],
])("SEC-API-14: %s is refused at character %i, counted from 0", (text, at) => {
  expect(parse(text)).toEqual({ ok: false, error: { code: "bad-syntax", at } });
});

test("SEC-API-06: depth 32 and 10,000 items are still accepted", () => {
  expect(codeOf(nested(32))).toBe(null);
  expect(codeOf(`[${Array.from({ length: 10_000 }, () => 1)}]`)).toBe(null);
});

test("SEC-API-14: the same member in different objects, and one that only looks like it, is accepted", () => {
  expect(codeOf('[{"a":1},{"a":{"a":2}},{"A":1,"a":":","b":"a"}]')).toBe(null);
  expect(codeOf('{"a\\"":1,"a":"}{,\\\\"}')).toBe(null);
  expect(codeOf('["😀","\\ud83d\\ude00"]')).toBe(null);
});

test("SEC-API-14: __proto__ is an own member and changes no prototype", () => {
  const result = parse('{"__proto__":{"isAdmin":true},"constructor":1}');
  const value = result.ok ? (result.value as Record<string, unknown>) : {};
  expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect((value as { isAdmin?: boolean }).isAdmin).toBe(undefined);
});

test("SEC-API-14: bytes that are not UTF-8 are refused", () => {
  expect(parseJson(Uint8Array.of(0x22, 0xc3, 0x28, 0x22))).toEqual({
    ok: false,
    error: { code: "bad-encoding", at: null },
  });
  expect(parseJson(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)).ok).toBe(false);
});
