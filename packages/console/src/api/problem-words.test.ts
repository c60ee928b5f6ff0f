import { expect, test } from "vitest";
import { wordsOf } from "./problem-words.ts";

test.each([
  ["There is no device with this id. 没有此 id 的设备。", "There is no device with this id.", "没有此 id 的设备。"],
  [
    "confirmName must be the name of the unit. confirmName 须为单位名称。",
    "confirmName must be the name of the unit.",
    "confirmName 须为单位名称。",
  ],
  ["Read it again: it changed (412) 已被修改。", "Read it again: it changed (412)", "已被修改。"],
])("of %j each language is its own", (detail, en, zh) => {
  expect(wordsOf(detail)).toEqual({ en, zh });
});

test.each(["Only English here.", "只有中文。", "The unit 灵水制衣厂 is not there. 没有此单位。", ""])(
  "%j cannot be told apart and is whole in both",
  (detail) => {
    expect(wordsOf(detail)).toEqual({ en: detail, zh: detail });
  },
);
