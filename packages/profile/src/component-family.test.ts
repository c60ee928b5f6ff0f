import { expect, test } from "vitest";
import { familyOf } from "./component-family.ts";

const words = { zh: "部件", en: "part", type: 128 };

test("a numbered family holds its numbers and no others", () => {
  const { holds } = familyOf({ key: "port/{n}", count: 10, ...words });
  for (const key of ["port/1", "port/10"]) expect(holds(key)).toBe(true);
  for (const key of ["port/0", "port/11", "port/01", "port/", "port/1/2", "xport/1", "port/1x", "port/-1", ""])
    expect(holds(key), key).toBe(false);
});

test("a family may begin at 0", () => {
  const { holds } = familyOf({ key: "port/{n}", first: 0, count: 2, ...words });
  expect([holds("port/0"), holds("port/1"), holds("port/2")]).toEqual([true, true, false]);
});

test("* is any one step", () => {
  const { holds } = familyOf({ key: "*/*/17/*", ...words });
  expect(holds("1/1/17/327682")).toBe(true);
  for (const key of ["1/1/18/1", "1/17/1", "1/1/17/", "1/1/17/1/2"]) expect(holds(key), key).toBe(false);
});

test("the protocol's key becomes the profile's, number by number", () => {
  const { keyOf } = familyOf({ key: "sensor/{n}", native: "1/1/17/{n}", count: 4, ...words });
  expect(keyOf("1/1/17/4")).toBe("sensor/4");
  for (const key of ["1/1/17/5", "1/1/18/1", "sensor/1"]) expect(keyOf(key), key).toBeNull();
});

test("a dot in a key is a dot", () => {
  expect(familyOf({ key: "a.b", ...words }).holds("axb")).toBe(false);
});
