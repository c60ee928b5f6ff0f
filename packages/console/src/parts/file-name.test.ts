import { expect, test } from "vitest";
import { fileNameOf } from "./file-name.ts";

test("a file has the name that the hub gives it, in any script", () => {
  expect(fileNameOf(`attachment; filename="__.pdf"; filename*=UTF-8''%E7%BB%9F%E8%AE%A1.pdf`)).toBe("统计.pdf");
  expect(fileNameOf(`attachment; filename="a b.csv"`)).toBe("a b.csv");
});

test.each([
  [null, "file"],
  ["inline", "file"],
  [`attachment; filename="x.pdf"; filename*=UTF-8''%E7%BB`, "x.pdf"],
  [`attachment; filename=""`, "file"],
])("from %j there is the name %j", (header, name) => {
  expect(fileNameOf(header)).toBe(name);
});
