import { expect, test } from "vitest";
import { recordSchema } from "../scripts/schemas.ts";
import { validate } from "./index.ts";
import { pointerStep, textFaults } from "./text-faults.ts";

test("faults are named in the order of the document", () => {
  const data = { a: ["\u0000", { b: "\ud800" }], c: "fine", "\u0000": 1, d: "\udfff" };
  expect(textFaults(data).map(({ path }) => path)).toEqual(["", "/a/0", "/a/1/b", "/d"]);
});

test("whole surrogate pairs, controls and any other text are left alone", () => {
  for (const text of ["🔥", "a\u0001b", "\u007f\u0085\ufeff\uffff", "晋江", ""])
    expect(textFaults({ [text]: text })).toEqual([]);
  for (const data of [null, 0, true, "a", [], {}, undefined]) expect(textFaults(data)).toEqual([]);
});

test("RFC 6901: a step of a pointer escapes ~ and /", () => {
  expect(["a", "", "a/b", "m~n", "~1", "/"].map(pointerStep)).toEqual(["/a", "/", "/a~1b", "/m~0n", "/~01", "/~1"]);
});

test.each(["constructor", "toString", "__proto__", "remark"])(
  "SH-6: bad text in the unknown member %s is named by its path",
  (member) => {
    const least = JSON.stringify(recordSchema("operator").examples[0]);
    const data: unknown = JSON.parse(`{${JSON.stringify(member)}:"a\\u0000",${least.slice(1)}`);
    expect(validate("operator", data)).toEqual({
      ok: false,
      error: [
        {
          code: "bad-text",
          path: `/${member}`,
          clause: "SH-6",
          message: {
            zh: `/${member}含有 U+0000 或不成对的代理码元。请去掉这些字符。`,
            en: `/${member} holds U+0000 or a lone surrogate. Remove these characters.`,
          },
        },
      ],
    });
  },
);
