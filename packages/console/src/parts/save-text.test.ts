import { expect, test } from "vitest";
import { csvLine } from "./save-text.ts";

test("a line of a table is quoted where it has to be", () => {
  expect(csvLine(["unit-1", "a,b", 'say "x"', "two\nlines"])).toBe('unit-1,"a,b","say ""x""","two\nlines"');
});

test.each(["=HYPERLINK(1)", "+1", "-1", "@x", "\tx"])("%j is no formula in a spreadsheet", (cell) => {
  expect(csvLine([cell]).replace(/^"/, "").startsWith("'")).toBe(true);
});
