import { expect, test } from "vitest";
import { regionPrefix } from "./region.ts";

test.each([
  ["350000", "35"],
  ["350500", "3505"],
  ["350582", "350582"],
  ["350582000", "350582"],
  ["350582000000", "350582"],
  ["350582101", "350582101"],
  ["350582101000", "350582101"],
  ["350582101200", "350582101200"],
  ["350582110", "350582110"],
  ["110000", "11"],
  ["", ""],
])("PL-4: the region %s and all that lies in it begin with %s", (code, prefix) => {
  expect(regionPrefix(code)).toBe(prefix);
});
