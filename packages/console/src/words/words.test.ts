import { alarmTypes } from "@dianan/model";
import { expect, test } from "vitest";
import type { DeviceRecord } from "../live/directory.ts";
import { ageText, codeWord, countText, measured, measureText } from "./code-words.ts";
import { en as firstEn } from "./en.ts";
import { heardText } from "./heard-text.ts";
import { adminWords } from "./pages/admin-words.ts";
import { chargingWords } from "./pages/charging-words.ts";
import { destinationWords } from "./pages/destination-words.ts";
import { deviceWords } from "./pages/device-words.ts";
import { documentWords } from "./pages/document-words.ts";
import { exportWords } from "./pages/export-words.ts";
import { firstWords } from "./pages/first-words.ts";
import { integrationWords } from "./pages/integration-words.ts";
import { jobWords } from "./pages/job-words.ts";
import { notifyWords } from "./pages/notify-words.ts";
import { ownContactWords } from "./pages/own-contact-words.ts";
import { partsWords } from "./pages/parts-words.ts";
import { receiverWords } from "./pages/receiver-words.ts";
import { recordWords } from "./pages/record-words.ts";
import { reportWords } from "./pages/report-words.ts";
import { sharingWords } from "./pages/sharing-words.ts";
import { unitWords } from "./pages/unit-words.ts";
import { zh as first } from "./zh.ts";

/** What the page says at once, and what screens bring along. */
const lazy = {
  admin: adminWords,
  charging: chargingWords,
  exports: exportWords,
  integration: integrationWords,
  destinations: destinationWords,
  devices: deviceWords,
  documents: documentWords,
  first: firstWords,
  jobs: jobWords,
  notify: notifyWords,
  ownContact: ownContactWords,
  parts: partsWords,
  records: recordWords,
  receivers: receiverWords,
  reports: reportWords,
  sharing: sharingWords,
  units: unitWords,
};
const zh = { ...first, pages: Object.fromEntries(Object.entries(lazy).map(([name, one]) => [name, one.zh])) };
const en = { ...firstEn, pages: Object.fromEntries(Object.entries(lazy).map(([name, one]) => [name, one.en])) };

/** All messages by path; functions are called with sample words. */
const said = (words: object, path = ""): [path: string, text: string][] =>
  Object.entries(words).flatMap(([name, one]): [string, string][] => {
    if (typeof one === "string") return [[`${path}${name}`, one]];
    if (typeof one === "function") return [[`${path}${name}`, String(one("7", "8", "9"))]];
    return said(one, `${path}${name}.`);
  });

test("every message exists in both languages, says something, and passes its parameters on", () => {
  expect(said(en).map(([path]) => path)).toEqual(said(zh).map(([path]) => path));
  for (const [path, text] of [...said(zh), ...said(en)]) expect(text.trim(), path).not.toBe("");
});

test("English is English: no Chinese but the name of the other language", () => {
  const chinese = said(en).filter(([, text]) => /\p{Script=Han}/u.test(text));
  expect(chinese.map(([path]) => path)).toEqual(["tools.language", "tools.languageHint"]);
});

test("Chinese punctuation is full width beside Chinese characters, and nobody is shouted at", () => {
  for (const [path, text] of said(zh)) {
    expect(text, path).not.toMatch(/\p{Script=Han}[,:;!?()]|[,:;!?()]\p{Script=Han}/u);
    expect(text, path).not.toMatch(/[您!!]/);
  }
});

test("words of codes come from the model's tables; an unknown code is shown as it came", () => {
  expect(codeWord(alarmTypes, "residualCurrentOver", "zh")).toBe("剩余电流报警");
  expect(codeWord(alarmTypes, "residualCurrentOver", "en")).toBe("Residual current alarm");
});

test.each([
  ["vendorSpecial", "vendorSpecial"],
  ["constructor", "constructor"],
  ["a\u202Eb", "a[U+202E]b"],
  [undefined, "—"],
])("the code %j is not in the table", (code, shown) => {
  expect(codeWord(alarmTypes, code, "zh")).toBe(shown);
});

test("values carry the symbol of their unit", () => {
  expect(measureText(689, "mA")).toBe("689 mA");
  expect(measureText(0.1 + 0.2, "A")).toBe("0.3 A");
  expect(measureText(87.5, "Cel")).toBe("87.5 °C");
  expect(measureText(18, "{arc}")).toBe("18");
  expect(measureText(5, "furlong")).toBe("5 furlong");
  expect(measured({ threshold: 0, unit: "mA" } as Parameters<typeof measured>[0])).toEqual({
    value: null,
    limit: "0 mA",
  });
});

test("ages are in words", () => {
  expect([14_000, 720_000, 22_320_000, 180_000_000, -5].map((ms) => ageText(ms, zh).trim())).toEqual([
    "14 s",
    "12 min",
    "6 h 12 min",
    "2 天 2 h",
    "0 s",
  ]);
  expect(countText(2005)).toBe("2,005");
});

test("EF-4.4.2: a silent device shows its age, one that never spoke says so, an online one has no age", () => {
  const device = (more: Partial<DeviceRecord>): DeviceRecord => more as DeviceRecord;
  const now = Date.UTC(2026, 0, 2, 9, 16, 5);
  const lastSeenAt = "2026-01-02T11:04:05+08:00";
  expect(heardText(device({ presence: "timedOut", lastSeenAt }), now, zh)).toBe("6 h 12 min 前");
  expect(heardText(device({ presence: "offline" }), now, zh)).toBe("从未收到");
  expect(heardText(device({ presence: "online", lastSeenAt }), now, en)).toBe("Reporting");
});
