import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { createMapper } from "./mapper.ts";

const mapper = createMapper({ stopMs: 2_000 });
afterAll(() => mapper.close());

/** Pieces of the language, so that what comes together is often an expression. */
const piece = fc.constantFrom(
  ...[
    "$",
    "$$",
    "a",
    "b",
    ".",
    "*",
    "**",
    "%",
    "[",
    "]",
    "{",
    "}",
    "(",
    ")",
    "'x'",
    ":",
    ",",
    ";",
    "?",
    "~>",
    ":=",
    "@$v",
    "#$i",
  ],
  ...[
    "1",
    "-1",
    "1e308",
    "[1..9]",
    "[0..1e7]",
    "&",
    "+",
    "/",
    "=",
    "in",
    "and",
    "or",
    "null",
    "true",
    "^(a)",
    "|a|{}|",
  ],
  ...[
    "function($x){$x}",
    "$f:=",
    "$f(1)",
    "$map",
    "$sum(",
    "$match(",
    "/(a+)+$/",
    "$eval(",
    "$pad('a',9)",
    "$string(",
    "$each(",
  ],
  ...["$params", "$headers", "`a b`", "/*", "*/", "\\", '"', "é", "\u0000", "电"],
);
const expression = fc.oneof(
  fc.array(piece, { maxLength: 25 }).map((all) => all.join(" ")),
  fc.string({ maxLength: 60 }),
);

test("SEC-API-05: no expression and no payload makes the mapper fail: each ends with a value or a fault, and the next is worked out", async () => {
  let wrong = 0;
  await fc.assert(
    fc.asyncProperty(expression, fc.json({ maxDepth: 4 }), async (text, input) => {
      const outcome = await mapper.run({
        owner: { tenant: "t", name: "p" },
        expression: text,
        input,
        bindings: { params: { a: 1 } },
      });
      if (outcome.ok) expect(() => JSON.stringify(outcome.value)).not.toThrow();
      else {
        wrong += 1;
        const { code, position, message } = outcome.error;
        expect(code).toMatch(/^mapping-/);
        expect(position === null || (position >= 0 && position <= 16_384)).toBe(true);
        expect(message.zh.length * message.en.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
  expect(wrong).toBeGreaterThan(50);
  const good = await mapper.run({
    owner: { tenant: "t", name: "p" },
    expression: "a + 1",
    input: '{"a":1}',
    bindings: {},
  });
  expect(good).toEqual({ ok: true, value: 2 });
}, 120_000);
