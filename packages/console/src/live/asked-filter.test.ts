import { expect, test } from "vitest";
import { filterIn, toAsked, without } from "./asked-filter.ts";

test("a filter of figures reads back as it was written, and is none of the alarm list's", () => {
  const filter = { class: "alarm", community: "灵水" };
  const asked = toAsked(filter);
  expect(asked).toEqual({ ofClass: "alarm", community: "灵水" });
  expect(filterIn(asked, ["class", "community", "type"])).toEqual(filter);
  expect(without(asked, "class")).toEqual({ community: "灵水" });
});

test("what is empty, unknown or the alarm list's is no filter of figures", () => {
  expect(filterIn({ class: "alarm", type: "", nobody: "1" }, ["class", "type"])).toEqual({});
  expect(without({ type: "x" }, "class")).toEqual({ type: "x" });
});
