import type { Words } from "@dianan/model";

type Params = { readonly [name: string]: unknown };
type Say = (params: Params) => Words;

/** Longer lists and patterns explain nothing. Characters. */
const TOLD_MAX = 400;

const plain =
  (en: string, zh: string): Say =>
  () => ({ en, zh });
/** With the bound that was broken: `#` stands for it. */
const bound =
  (en: string, zh: string): Say =>
  ({ limit }) => ({ en: en.replace("#", String(limit)), zh: zh.replace("#", String(limit)) });

/** Shapes that have a name, as an example says them best. */
const formats: { readonly [format: string]: string | undefined } = {
  "date-time": "2026-01-02T11:04:05+08:00",
  date: "2026-01-02",
  uri: "https://platform.example.com/hook",
};

/** What a keyword of JSON Schema asks for; each says what would be right, so that nobody has to look it up. */
const words: { readonly [keyword: string]: Say | undefined } = {
  required: plain("It is missing.", "缺少此成员。"),
  additionalProperties: plain("There is no such member here.", "没有此成员。"),
  uniqueItems: plain("An item stands twice.", "有重复项。"),
  type: ({ type }) => {
    const wanted = Array.isArray(type) ? type.join(", ") : String(type);
    return { en: `It has the wrong type: ${wanted} is wanted.`, zh: `类型不对,应为 ${wanted}。` };
  },
  enum: ({ allowedValues }) => {
    const all = Array.isArray(allowedValues) ? allowedValues.map((one) => (one === null ? "null" : String(one))) : [];
    const list = all.join(", ");
    return list === "" || list.length > TOLD_MAX
      ? { en: "It is none of the values that the document has.", zh: "不是接口文档中的取值。" }
      : { en: `It is none of: ${list}.`, zh: `应为以下之一:${list}。` };
  },
  const: ({ allowedValue }) => ({
    en: `It must be ${JSON.stringify(allowedValue)}.`,
    zh: `应为 ${JSON.stringify(allowedValue)}。`,
  }),
  pattern: ({ pattern }) => {
    if (pattern === "\\S") return { en: "It must not be blank.", zh: "不能为空白。" };
    const text = String(pattern);
    return text.length > TOLD_MAX
      ? { en: "It has the wrong format: see the document.", zh: "格式不对,见接口文档。" }
      : { en: `It has the wrong format: ${text} is wanted.`, zh: `格式不对,应符合 ${text}。` };
  },
  format: ({ format }) => {
    const example = formats[String(format)];
    const such = example === undefined ? { en: "", zh: "" } : { en: `, such as ${example}`, zh: `,如 ${example}` };
    return { en: `It is no ${String(format)}${such.en}.`, zh: `格式不对,应为 ${String(format)}${such.zh}。` };
  },
  minLength: bound("It is too short: # characters at least.", "太短,至少 # 个字符。"),
  maxLength: bound("It is too long: # characters at most.", "太长,最多 # 个字符。"),
  minimum: bound("It is too small: # at least.", "太小,最小为 #。"),
  maximum: bound("It is too large: # at most.", "太大,最大为 #。"),
  minItems: bound("It has too few items: # at least.", "项数太少,至少 # 项。"),
  maxItems: bound("It has too many items: # at most.", "项数太多,最多 # 项。"),
  minProperties: bound("It has too few members: # at least.", "成员太少,至少 # 个。"),
  maxProperties: bound("It has too many members: # at most.", "成员太多,最多 # 个。"),
};

/** What is wrong where a keyword is broken, and what would be right. Never what was sent: it may be a secret. */
export const keywordWords = (keyword: string, params: Params): Words =>
  words[keyword]?.(params) ?? { en: "It does not fit.", zh: "不符合要求。" };
