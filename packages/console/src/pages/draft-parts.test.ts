import { expect, test } from "vitest";
import { atRows, changedOf, linesOf, membersOf, scalarsOf, scalarText } from "./draft-parts.ts";

test("a list of values has numbers, truths and texts; what is quoted is a text", () => {
  expect(scalarsOf('1, "1", true, on , -0.5, "",')).toEqual([1, "1", true, "on", -0.5, ""]);
  expect(scalarsOf(" , ")).toEqual([]);
});

test.each([[[1, "1"]], [["on", true, "true"]], [[-0.5, "-0.5", "1.x"]]])(
  "values %j are read again as they were",
  (values) => {
    expect(scalarsOf(scalarText(values))).toEqual(values);
  },
);

test.each(["[1]", "null", "7", '"text"', "{", ""])("%j is no JSON object", (text) => {
  expect(membersOf(text)).toBeNull();
});

test("only what was changed is sent; an order of members is none", () => {
  const before = { name: "市", url: "https://city.example/api", kinds: ["unit"], rate: null, secretsSet: ["token"] };
  expect(changedOf(before, { name: "市", url: "https://city.example/api", kinds: ["unit"], rate: null })).toEqual({});
  expect(changedOf(before, { name: "省", kinds: ["unit", "alarm"], rate: { recordsPerSecond: 2 } })).toEqual({
    ...{ name: "省", kinds: ["unit", "alarm"], rate: { recordsPerSecond: 2 } },
  });
});

test("what is wrong with an item is said at its row, also when rows before it were left empty", () => {
  const found = (path: string) => ({ path, zh: "不符", en: "It does not fit" });
  const moved = atRows(
    [found("/payload/readings/1/quantity"), found("/payload/readings"), found("/payload/readings/7"), found("/name")],
    "/payload/readings",
    [0, 3],
  );
  expect(moved.map(({ path }) => path)).toEqual([
    ...["/payload/readings/3/quantity", "/payload/readings", "/payload/readings/7", "/name"],
  ]);
});

test("lines are without blanks around them, and none is empty", () => {
  expect(linesOf(" 203.0.113.0/24 \n\n 127.0.0.1\r\n")).toEqual(["203.0.113.0/24", "127.0.0.1"]);
});
