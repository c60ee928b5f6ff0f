/** What is told of an alarm (告警要素). */
export type NotifyFacts = {
  readonly type: string;
  readonly class: string;
  readonly unit: string;
  readonly device: string;
  readonly value: string;
  readonly time: string;
  /** Alarms that the message stands for. */ readonly count: number;
  /** Short, to be said on the phone: `AL-3F7K2`. */ readonly code: string;
};

/** What a provider takes as one variable of a template. */
export type VariableRule = {
  /** Code points. */ readonly max: number;
  /** Each is taken out. */ readonly forbidden: string;
};

/** Aliyun in practice; addresses and links stop a message (uptime-kuma issues 6604, 6786). */
export const aliyunVariable: VariableRule = { max: 35, forbidden: "【】" };
/** Huawei: these break the message. WeChat `thing`: 20 too. */
export const strictVariable: VariableRule = { max: 20, forbidden: ".。'<>{}【】" };

const LINK =
  /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S*|\b(?:[0-9]{1,3}\.){3}[0-9]{1,3}\b|\b(?:[a-z0-9-]+\.)+(?:com|cn|net|org|io|top|xyz|app|dev)\b/giu;
const PHONE = /(?<![0-9])(?:\+?86[- ]?)?1[3-9][0-9]{9}(?![0-9])|(?<![0-9])0[0-9]{2,3}-?[0-9]{7,8}(?![0-9])/gu;
/** Control characters, and signs that carriers refuse in a template. */
const SIGNS = /[\p{C}①-⑳★☆※→←↑↓²³㎡•]/gu;

/** A text as one variable: links, addresses and phone numbers taken out, clipped by code points; never empty. */
export const variableText = (text: string, { max, forbidden }: VariableRule): string => {
  const bare = text.replace(LINK, "").replace(PHONE, "").replace(SIGNS, "");
  const points = [...bare]
    .filter((point) => !forbidden.includes(point))
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
  const clipped = [...points];
  const shown = clipped.length > max ? [...clipped.slice(0, max - 1), "…"].join("") : points;
  return shown === "" ? "-" : shown;
};

/** Digits one by one, as a text-to-speech engine has to be given them: `5,1,2`. */
export const spelled = (text: string): string => text.replace(/[0-9]+/g, (digits) => [...digits].join(","));

const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A code of an alarm to say and to type, of its id. */
export const shortCode = (alarmId: string): string => {
  let hash = 2_166_136_261;
  for (const point of alarmId) hash = Math.imul(hash ^ (point.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  let code = "";
  for (let n = 0; n < 5; n += 1) {
    code += ALPHABET[hash % ALPHABET.length] ?? "";
    hash = Math.imul(hash ^ (hash >>> 13), 2_654_435_761) >>> 0;
  }
  return `AL-${code}`;
};

/** A provider's template and which fact each of its variables is. */
export type NotifyTemplate = {
  readonly id: string;
  readonly variables: readonly { readonly name: string; readonly fact: keyof NotifyFacts }[];
  readonly types?: readonly string[];
  readonly classes?: readonly string[];
};

/** The template of an alarm: the first that names it. */
export const templateFor = (
  templates: readonly NotifyTemplate[],
  alarm: { readonly class: string; readonly type: string },
): NotifyTemplate | null =>
  templates.find(
    ({ types = [], classes = [] }) =>
      (types.length === 0 || types.includes(alarm.type)) && (classes.length === 0 || classes.includes(alarm.class)),
  ) ?? null;

/** Values of a template's variables, in its order. */
export const templateValues = (
  template: NotifyTemplate,
  facts: NotifyFacts,
  rule: VariableRule,
): readonly (readonly [name: string, value: string])[] =>
  template.variables.map(({ name, fact }) => [name, variableText(String(facts[fact]), rule)]);

/** One line for where free text is allowed. */
export const noticeTitle = ({ unit, type, count }: NotifyFacts, language: "zh" | "en"): string =>
  language === "zh"
    ? `${unit} ${type}${count > 1 ? `,及另外 ${count - 1} 处` : ""}`
    : `${unit}: ${type}${count > 1 ? ` and ${count - 1} more` : ""}`;

/** The whole notice for where free text is allowed. */
export const noticeText = (facts: NotifyFacts, language: "zh" | "en"): string => {
  const { device, value, time, code } = facts;
  const lines =
    language === "zh"
      ? [`设备:${device}`, ...(value === "" ? [] : [`数值:${value}`]), `时间:${time}`, `编号:${code}`]
      : [`Device: ${device}`, ...(value === "" ? [] : [`Value: ${value}`]), `Time: ${time}`, `Code: ${code}`];
  return [noticeTitle(facts, language), ...lines].join("\n");
};
