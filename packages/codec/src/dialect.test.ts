import { expect, test } from "vitest";
import { dialectOf } from "./dialect.ts";

const options = {
  time: { zh: "时间", en: "time", default: "binary", oneOf: ["binary", "bcd"] },
  aduMax: { zh: "数据上限", en: "limit of the data", default: 1024, oneOf: [512, 1024] },
} as const;

test("what is not given is what the document says", () => {
  expect(dialectOf(options)).toEqual({ time: "binary", aduMax: 1024 });
  expect(dialectOf(options, { time: "bcd" })).toEqual({ time: "bcd", aduMax: 1024 });
});

test.each([
  [{ colour: "red" }, "dialect.colour: there is no such option; there are: time, aduMax"],
  [{ toString: "red" }, "dialect.toString: there is no such option"],
  [{ time: "BCD" }, 'dialect.time: "BCD" is none of ["binary","bcd"]'],
  [{ aduMax: "512" }, 'dialect.aduMax: "512" is none of [512,1024]'],
])("%o is refused by name", (given, message) => {
  expect(() => dialectOf(options, given)).toThrow(message);
});
