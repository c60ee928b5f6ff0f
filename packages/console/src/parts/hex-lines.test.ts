import { expect, test } from "vitest";
import { depthOf, hexLines, rangeText } from "./hex-lines.ts";

test("EF-N.2: bytes stand in lines of 16, each with its place", () => {
  const lines = hexLines("00112233445566778899aabbccddeeff40");
  expect(lines.map(({ at, bytes }) => [at, bytes.length])).toEqual([
    ["000", 16],
    ["010", 1],
  ]);
  expect(lines[1]?.bytes[0]).toEqual({ at: 16, text: "40" });
});

test.each(["", "4", "zz"])("%j has no bytes", (hex) => {
  expect(hexLines(hex)).toEqual([]);
});

test.each([
  [3, 1, "3"],
  [3, 4, "3–6"],
  [3, 0, "—"],
])("bytes from %d, %d of them: %s", (offset, length, wanted) => {
  expect(rangeText(offset, length)).toBe(wanted);
});

test.each([
  ["head", 0],
  ["message.items", 1],
  ["message.items[0].status", 3],
])("%s is %d deep", (path, depth) => {
  expect(depthOf(path)).toBe(depth);
});
