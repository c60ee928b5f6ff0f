import { recordWords } from "./generated/members.ts";
import type { RecordKind } from "./kinds.ts";

/** Why a record was refused. Codes are public: one may be added in a minor release, none changed. */
export type SharingErrorCode =
  | "missing"
  | "wrong-type"
  | "too-short"
  | "too-long"
  | "out-of-range"
  | "bad-format"
  | "bad-text"
  | "too-deep";

/** One finding about one member of a record. */
export type SharingError = {
  readonly code: SharingErrorCode;
  /** JSON pointer (RFC 6901) to the member, present or missing; empty for the record itself. */ readonly path: string;
  /** Requirement that was broken: `SH-1` to `SH-5` for the members of the plan, `SH-6` for those added to it. */ readonly clause: string;
  /** What is wrong and what to do. */ readonly message: { readonly zh: string; readonly en: string };
};

type Words = {
  readonly clause: string;
  readonly zh: string;
  readonly en: string;
  readonly expectZh: string;
  readonly expectEn: string;
};

const faultWords: { readonly [C in SharingErrorCode]: { readonly zh: string; readonly en: string } } = {
  missing: { zh: "缺少", en: "is missing" },
  "wrong-type": { zh: "类型不对", en: "has the wrong type" },
  "too-short": { zh: "太短", en: "is too short" },
  "too-long": { zh: "太长", en: "is too long" },
  "out-of-range": { zh: "超出范围", en: "is out of range" },
  "bad-format": { zh: "格式不对", en: "has the wrong format" },
  "bad-text": { zh: "含有 U+0000 或不成对的代理码元", en: "holds U+0000 or a lone surrogate" },
  "too-deep": { zh: "嵌套太深", en: "is nested too deeply" },
};

const advice = (code: SharingErrorCode, words: Words | null): { readonly zh: string; readonly en: string } => {
  if (code === "bad-text") return { zh: "请去掉这些字符", en: "Remove these characters" };
  if (code === "too-deep") return { zh: "对象和数组最多嵌套 32 层", en: "Objects and arrays may be nested 32 deep" };
  if (words === null) return { zh: "记录应为一个 JSON 对象", en: "A record is one JSON object" };
  return code === "missing"
    ? { zh: `请补上:${words.expectZh}`, en: `Add it: ${words.expectEn}` }
    : { zh: `应为:${words.expectZh}`, en: `Expected: ${words.expectEn}` };
};

/** The member with its English name, unless they are the same word. */
const inEnglish = (member: string, name: string): string =>
  name.toLowerCase() === member ? member : `${member} (${name.toLowerCase()})`;

/** The error for one finding. `member` is the first step of the path, null for the record itself or an unknown member. */
export const sharingError = (
  kind: RecordKind,
  code: SharingErrorCode,
  path: string,
  member: string | null,
): SharingError => {
  const record = recordWords[kind];
  const members: { readonly [name: string]: Words } = record.members;
  const words = member !== null && Object.hasOwn(members, member) ? (members[member] ?? null) : null;
  const zh = words === null ? path || record.zh : `${member}(${words.zh})`;
  const en = words === null ? path || `the ${record.en.toLowerCase()}` : inEnglish(member ?? "", words.en);
  const what = faultWords[code];
  const todo = advice(code, words);
  return {
    code,
    path,
    clause: words?.clause ?? (path === "" ? record.clause : "SH-6"),
    message: {
      zh: code === "missing" ? `缺少 ${zh}。${todo.zh}。` : `${zh}${what.zh}。${todo.zh}。`,
      en: `${en} ${what.en}. ${todo.en}.`,
    },
  };
};
