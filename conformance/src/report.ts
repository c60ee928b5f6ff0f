import type { FailureCode } from "./judge.ts";
import type { CaseResult, Run } from "./run-vectors.ts";

export type Language = "zh" | "en";

/** What each failure means. */
const failureTexts: Readonly<Record<FailureCode, Readonly<Record<Language, string>>>> = {
  accepted: { zh: "接受了应当拒绝的报文", en: "accepted a frame that must be refused" },
  refused: { zh: "拒绝了正确的报文", en: "refused a good frame" },
  "wrong-value": { zh: "解码结果不对", en: "decoded to another value" },
  "wrong-length": { zh: "用掉的字节数不对", en: "used another number of bytes" },
  "wrong-error": { zh: "错误代码不对", en: "refused for another reason" },
  "wrong-place": { zh: "错误位置不对", en: "found the error in another place" },
  "wrong-bytes": { zh: "编码出的字节不对", en: "encoded to other bytes" },
  "malformed-reply": { zh: "应答的形式不对", en: "the reply is not of the agreed shape" },
  crashed: { zh: "适配器退出了", en: "the adapter ended" },
  timeout: { zh: "适配器没有按时应答", en: "the adapter did not answer in time" },
  garbage: { zh: "适配器的输出不是一行 JSON", en: "the adapter's output is not one line of JSON" },
  "not-started": { zh: "适配器不能启动", en: "the adapter does not start" },
};

const words = {
  zh: { pass: "通过", fail: "不通过", expected: "应当", got: "实际", decode: "解码", encode: "编码" },
  en: { pass: "pass", fail: "FAIL", expected: "expected", got: "got", decode: "decode", encode: "encode" },
} as const;

/** One case as text: one line when it passed, three when it failed. */
export const resultText = ({ name, clause, op, failure }: CaseResult, language: Language): string => {
  const word = words[language];
  const head = `${failure === null ? word.pass : word.fail}  ${word[op]}  ${name} (${clause})`;
  if (failure === null) return head;
  return [
    `${head}: ${failureTexts[failure.code][language]} [${failure.code}]`,
    `      ${word.expected}: ${failure.expected}`,
    `      ${word.got}: ${failure.got}`,
  ].join("\n");
};

/** The last line of a run. */
export const summaryText = ({ adapter, results, passed, failed }: Run, language: Language): string => {
  const who = `${adapter.name} ${adapter.version} (${adapter.lang})`;
  const decodeOnly = adapter.features.includes("encode") ? "" : language === "zh" ? "(只测解码)" : " (decoding only)";
  return language === "zh"
    ? `${who}:共 ${results.length} 项,通过 ${passed},不通过 ${failed}${decodeOnly}`
    : `${who}: ${results.length} cases, ${passed} passed, ${failed} failed${decodeOnly}`;
};
