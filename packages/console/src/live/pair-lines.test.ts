import { expect, test } from "vitest";
import { pairsOf } from "./pair-lines.ts";

test("options are read line by line; a value may hold the sign too", () => {
  expect(pairsOf("host=smtp.example.org\n\n from = duty@example.org \r\nkey=a=b==")).toEqual({
    ok: true,
    value: { host: "smtp.example.org", from: "duty@example.org", key: "a=b==" },
  });
  expect(pairsOf(" ")).toEqual({ ok: true, value: {} });
});

test.each([
  ["host", 1],
  ["host=\n", 1],
  ["host=a\n=b", 2],
  ["__proto__=x", 1],
  ["a b=c", 1],
])("%j has no pair in line %i", (text, line) => {
  expect(pairsOf(text)).toEqual({ ok: false, line });
});
