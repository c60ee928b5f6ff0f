import { expect, test } from "vitest";
import type { UnitRecord } from "../../live/directory.ts";
import { askedWord } from "./asked-word.ts";
import { reportWords } from "./report-words.ts";

const units = {
  get: (id: string) => (id === "u1" ? ({ id, name: "灵水\u202e制衣厂" } as UnitRecord) : undefined),
};
const said = (name: string, value: string): string => askedWord(name, value, reportWords.zh, "zh", units);

test("filters of an address are said in words", () => {
  expect(said("class", "alarm")).toBe("级别 报警");
  expect(said("regionIs", "350582")).toBe("区域 350582");
  expect(said("unitId", "u1")).toBe("单位 灵水[U+202E]制衣厂");
  expect(said("without", "community,vendorId")).toContain("社区、厂商");
  expect(said("figure", "overdue")).toBe("逾期");
});

test.each([
  ["class", "constructor", "级别 constructor"],
  ["unitId", "u2", "单位 u2"],
  ["without", "constructor", "未登记 constructor"],
  ["figure", "toString", "toString"],
  ["__proto__", "x", "__proto__ x"],
])("%s of %s, which nobody knows, is shown as it came", (name, value, shown) => {
  expect(said(name, value)).toBe(shown);
});
