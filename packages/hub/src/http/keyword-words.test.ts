import { expect, test } from "vitest";
import { schemaFindings } from "./document-schemas.ts";
import { keywordWords } from "./keyword-words.ts";

test("SEC-API-05: a value that is none of a list is told the list, in both languages", () => {
  const url = "https://platform.example.com/hook";
  const [finding] = schemaFindings("WebhookDraft", { url, eventTypes: ["alarm"] });
  expect(finding).toMatchObject({ path: "/eventTypes/0", code: "enum" });
  expect(finding?.message.en).toMatch(/^It is none of: .*com\.dianan\.alarm\.raised/);
  expect(finding?.message.zh).toMatch(/^应为以下之一:.*com\.dianan\.alarm\.raised/);
});

test.each([
  ["minimum", { limit: 5 }, "It is too small: 5 at least.", "太小,最小为 5。"],
  ["maxLength", { limit: 128 }, "It is too long: 128 characters at most.", "太长,最多 128 个字符。"],
  [
    "type",
    { type: ["string", "null"] },
    "It has the wrong type: string, null is wanted.",
    "类型不对,应为 string, null。",
  ],
  ["pattern", { pattern: "\\S" }, "It must not be blank.", "不能为空白。"],
  [
    "pattern",
    { pattern: "^[0-9]{6}$" },
    "It has the wrong format: ^[0-9]{6}$ is wanted.",
    "格式不对,应符合 ^[0-9]{6}$。",
  ],
  ["format", { format: "date" }, "It is no date, such as 2026-01-02.", "格式不对,应为 date,如 2026-01-02。"],
  [
    "enum",
    { allowedValues: ["x".repeat(500)] },
    "It is none of the values that the document has.",
    "不是接口文档中的取值。",
  ],
  ["somethingNew", {}, "It does not fit.", "不符合要求。"],
])("SEC-API-05: what breaks %s %j is told what would be right", (keyword, params, en, zh) => {
  expect(keywordWords(keyword, params)).toEqual({ en, zh });
});
