import { expect, test } from "vitest";
import { columnName } from "./form-workbook.ts";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %i is called %s", (n, name) => {
  expect(columnName(n)).toBe(name);
});
