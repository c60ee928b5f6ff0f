import type { ConformanceClass, Verdict } from "../case.ts";
import type { Words } from "../requirement.ts";

export type Language = "zh" | "en";

/** What each kind of finding means. */
export const findingWords: Readonly<Record<string, Words>> = {
  accepted: { zh: "接受了应当拒绝的内容", en: "accepted what must be refused" },
  refused: { zh: "拒绝了正确的内容", en: "refused what is right" },
  "wrong-value": { zh: "解码结果不对", en: "decoded to another value" },
  "wrong-length": { zh: "用掉的字节数不对", en: "used another number of bytes" },
  "wrong-error": { zh: "错误代码不对", en: "refused for another reason" },
  "wrong-place": { zh: "错误位置不对", en: "found the error in another place" },
  "wrong-bytes": { zh: "编码出的字节不对", en: "encoded to other bytes" },
  "lost-or-invented": { zh: "丢失或多出了消息", en: "lost a message or invented one" },
  grows: { zh: "内存持续增长", en: "memory grows" },
  "malformed-reply": { zh: "应答的形式不对", en: "the reply is not of the agreed shape" },
  crashed: { zh: "适配器退出了", en: "the adapter ended" },
  timeout: { zh: "适配器没有按时应答", en: "the adapter did not answer in time" },
  garbage: { zh: "适配器的输出不是一行 JSON", en: "the adapter's output is not one line of JSON" },
  "not-started": { zh: "适配器不能启动", en: "the adapter does not start" },
  missing: { zh: "缺少内容", en: "something is missing" },
  "broken-rule": { zh: "违反规则", en: "a rule is broken" },
  "no-answer": { zh: "没有应答", en: "no answer came" },
  "server-error": { zh: "服务端出错(5xx)", en: "the server failed (5xx)" },
  "not-kept": { zh: "没有原样保留", en: "it was not kept as it was" },
  "false-claim": { zh: "与声明不符", en: "it is not as claimed" },
  unmet: { zh: "用例的条件不具备", en: "what the case needs is not there" },
  "kit-error": { zh: "检测工具自身出错", en: "the kit itself failed" },
};

export const verdictWords: Readonly<Record<Verdict, Words>> = {
  PASS: { zh: "通过", en: "pass" },
  FAIL: { zh: "不通过", en: "FAIL" },
  WARN: { zh: "警告", en: "warning" },
  SKIP: { zh: "不适用", en: "skipped" },
  UNMET: { zh: "条件不具备", en: "unmet" },
  ERROR: { zh: "工具出错", en: "kit error" },
};

export const classWords: Readonly<Record<ConformanceClass, Words>> = {
  core: { zh: "core 基本", en: "core" },
  full: { zh: "full 完整", en: "full" },
  robust: { zh: "robust 健壮", en: "robust" },
};
