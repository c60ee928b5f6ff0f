import type { DialectOf } from "../dialect.ts";
import type { Dialect, DialectOption } from "../protocol.ts";

/** Points in which piles and their makers differ from the document. */
export const dialectOptions = {
  version: {
    zh: "协议版本:1.5 没有 A1–A4(双枪并充)",
    en: "version: 1.5 has no A1 to A4 (two guns for one vehicle)",
    default: "1.6",
    oneOf: ["1.5", "1.6"],
  },
  uncheckedBodies: {
    zh: "未与文档逐字核对的消息体:解读,或原样保留",
    en: "bodies whose fields were not compared with the document: read them, or keep their bytes",
    default: "read",
    oneOf: ["read", "keep"],
  },
  lenientCrc: {
    zh: "接受错误的帧校验域(仅供实验室)",
    en: "take a frame with a wrong CRC (for the laboratory only)",
    default: false,
    oneOf: [false, true],
  },
} as const satisfies Readonly<Record<string, DialectOption>>;

/** The options that hold. */
export type YkcDialect = DialectOf<typeof dialectOptions>;

/** Families of piles. */
export const dialects = {
  "v1.5": { zh: "云快充 V1.5", en: "YKC V1.5", options: { version: "1.5" } },
  lab: {
    zh: "实验室:接受文档中的示例报文",
    en: "laboratory: takes the samples of the document",
    options: { lenientCrc: true },
  },
  checked: {
    zh: "只解读已核对的消息体",
    en: "reads only the bodies that were compared with the document",
    options: { uncheckedBodies: "keep" },
  },
} as const satisfies Readonly<Record<string, Dialect>>;
