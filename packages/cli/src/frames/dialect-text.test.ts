import { expect, test } from "vitest";
import { type Dialects, dialectList, parseDialect } from "./dialect-text.ts";

const protocol: Dialects = {
  id: "example",
  dialects: {
    acme: { zh: "甲厂", en: "Acme", options: { time: "bcd", aduMax: 512 } },
    other: { zh: "乙厂", en: "Other", options: { swapped: false } },
  },
  dialectOptions: {
    time: { zh: "时间", en: "time", default: "binary", oneOf: ["binary", "bcd"] },
    aduMax: { zh: "数据上限", en: "limit of the data", default: 1024, oneOf: [512, 1024] },
    swapped: { zh: "地址互换", en: "addresses swapped", default: true, oneOf: [true, false] },
  },
};

test("nothing is the document to the letter", () => {
  expect(parseDialect(protocol, "")).toEqual({ ok: true, options: {} });
});

test.each([
  ["acme", { time: "bcd", aduMax: 512 }],
  ["acme,aduMax=1024", { time: "bcd", aduMax: 1024 }],
  ["aduMax=1024,acme", { time: "bcd", aduMax: 512 }],
  ["acme, other", { time: "bcd", aduMax: 512, swapped: false }],
  ["swapped=true", { swapped: true }],
])("%s adds up from left to right, numbers and booleans as such", (text, options) => {
  expect(parseDialect(protocol, text)).toEqual({ ok: true, options });
});

test.each([
  ["amce", 'example has no dialect "amce". Did you mean acme? There are: acme, other.'],
  ["constructor", 'example has no dialect "constructor". There are: acme, other.'],
  ["tme=bcd", 'example has no dialect option "tme". Did you mean time? There are: time, aduMax, swapped.'],
  ["valueOf=1", 'example has no dialect option "valueOf". There are: time, aduMax, swapped.'],
  ["aduMax=2048", '--dialect aduMax is one of 512, 1024, not "2048".'],
  ["acme,time=", '--dialect time is one of binary, bcd, not "".'],
  ["time", '--dialect time is one of binary, bcd, not "".'],
])("%s is refused with what there is", (text, en) => {
  const parsed = parseDialect(protocol, text);
  expect(parsed.ok).toBe(false);
  if (parsed.ok) return;
  expect(parsed.error.en).toBe(en);
  expect(parsed.error.zh).toMatch(/[\u4e00-\u9fff]/);
});

test("a protocol without dialects says so", () => {
  const none = { id: "none", dialects: {}, dialectOptions: {} };
  expect(parseDialect(none, "acme")).toMatchObject({ ok: false, error: { en: 'none has no dialects, so no "acme".' } });
  expect(dialectList(none)).toContain("none has no dialects");
});

test("the list names every dialect and option, and the document's own values", () => {
  const list = dialectList(protocol);
  for (const words of ["acme", "= time=bcd,aduMax=512", "aduMax=512|[1024]", "swapped=[true]|false", "甲厂"])
    expect(list).toContain(words);
});
