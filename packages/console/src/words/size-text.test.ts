import { expect, test } from "vitest";
import { sizeText } from "./size-text.ts";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1_500, "1.5 KB"],
  [123_456_789, "123 MB"],
  [2_000_000_000_000, "2 TB"],
  [5e18, "5000000 TB"],
])("%d bytes are %s", (bytes, wanted) => {
  expect(sizeText(bytes)).toBe(wanted);
});
