import { expect, test } from "vitest";
import { itemsOf, peopleOf, textOfItems, textOfPeople } from "./record-lines.ts";

test("EF-5.4: lines of a record, with results in either language, and back", () => {
  const read = itemsOf("互感器接线 | 正常\n\n端子温度｜异常｜偏高\n绝缘\tnot looked at\n外观", "inspection");
  expect(read).toEqual({
    ok: true,
    value: [
      { what: "互感器接线", result: "ok", note: "" },
      { what: "端子温度", result: "open", note: "偏高" },
      { what: "绝缘", result: "none", note: "" },
      { what: "外观", result: "ok", note: "" },
    ],
  });
  if (!read.ok) return;
  for (const language of ["zh", "en"] as const)
    expect(itemsOf(textOfItems(read.value, "inspection", language), "inspection")).toEqual(read);
  const people = peopleOf("陈伟 | 巡检人\n喆堃");
  expect(people.ok && peopleOf(textOfPeople(people.value))).toEqual(people);
  expect(textOfItems([{ what: "a|b", result: "ok", note: "c\nd" }], "fault", "zh")).toBe("a/b | 已处理 | c/d");
});

test.each([
  ["外观 | 很好", 1],
  ["外观 | 合格", 1],
  ["外观\n | 正常", 2],
  ["外观 | 正常 | 说明 | 多余", 1],
  [`外观\n${"长".repeat(201)}`, 2],
  [Array(101).fill("外观").join("\n"), 101],
])("%j is no list of lines", (text, line) => {
  expect(itemsOf(text, "inspection")).toEqual({ ok: false, line });
});

test.each([
  ["| 巡检人", 1],
  ["陈伟 | 巡检人 | 电工", 1],
  [`陈伟\n${"名".repeat(61)}`, 2],
])("%j is no list of people", (text, line) => {
  expect(peopleOf(text)).toEqual({ ok: false, line });
});
