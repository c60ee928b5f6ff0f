import type { DecodeError, DecodeErrorCode } from "./result.ts";

type Words = { readonly zh: string; readonly en: string };

/** What each code means and what to do about it. */
const meanings: { readonly [C in DecodeErrorCode]: Words } = {
  truncated: {
    zh: "数据在这里结束,字段不完整:请检查是否整帧都收到了。",
    en: "the bytes end here, inside a field: check that the whole frame was received.",
  },
  "bad-magic": {
    zh: "启动符或结束符不对:请检查帧的起点,以及长度字段是否属实。",
    en: "the start or end mark is wrong: check where the frame begins, and that its length is true.",
  },
  "bad-length": {
    zh: "长度与内容不符:请检查长度字段、对象数目,以及帧后是否有多余字节。",
    en: "length and content do not agree: check the length field, the object count, and for bytes behind the frame.",
  },
  "bad-checksum": {
    zh: "校验值不对:请检查它覆盖哪些字节、用什么算法,以及传输是否出错。",
    en: "the check value is wrong: check which bytes it covers and how it is computed, and the transmission.",
  },
  "bad-value": {
    zh: "字段的值不在条款允许的范围内:请对照条款检查发送方。",
    en: "the value is none that the clause allows: check the sender against the clause.",
  },
};

/** A refusal in words: where, what is wrong, by which clause, what to do. Chinese and English. */
export const explain = ({ code, offset, path, clause }: DecodeError): Words => {
  const { zh, en } = meanings[code];
  const field = path === "" ? { zh: "", en: "" } : { zh: `字段 ${path},`, en: `, field ${path}` };
  return {
    zh: `第 ${offset} 字节,${field.zh}${clause}:${zh}`,
    en: `Byte ${offset}${field.en}, ${clause}: ${en}`,
  };
};
