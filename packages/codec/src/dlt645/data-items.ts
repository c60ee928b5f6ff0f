import { type Code, named, struct, type TypeOf, tagOf, u32le, union } from "@dianan/layout";
import { clause } from "./codes.ts";
import { di, twelveDigits, twoDigits, unparsed } from "./fields.ts";
import { diText, formatText, measuredCases, measuredItems } from "./measured-items.ts";
import { statusCases } from "./status-words.ts";

const clockCases = {
  date: [
    0x0400_0101,
    struct(clause("DI 04000101"), {
      weekday: twoDigits("星期,0 为星期日", "weekday, 0 is Sunday"),
      day: twoDigits("日", "day"),
      month: twoDigits("月", "month"),
      year: twoDigits("年", "year of the century"),
      unparsed,
    }),
  ],
  time: [
    0x0400_0102,
    struct(clause("DI 04000102"), {
      second: twoDigits("秒", "second"),
      minute: twoDigits("分", "minute"),
      hour: twoDigits("时", "hour"),
      unparsed,
    }),
  ],
} as const;

const identityCases = {
  address: [0x0400_0401, struct(clause("DI 04000401"), { digits: twelveDigits("通信地址", "address"), unparsed })],
  meterNumber: [0x0400_0402, struct(clause("DI 04000402"), { digits: twelveDigits("表号", "meter number"), unparsed })],
} as const;

/** Data that a master can set. */
const settable = { ...clockCases, ...identityCases } as const;
const cases = { ...measuredCases, ...clockCases, ...identityCases, ...statusCases } as const;

const words = {
  date: ["日期及星期", "date and weekday"],
  time: ["时间", "time"],
  address: ["通信地址", "address"],
  meterNumber: ["表号", "meter number"],
  statusWord1: ["电表运行状态字 1", "run status word 1"],
  statusWord2: ["电表运行状态字 2", "run status word 2"],
  statusWord3: ["电表运行状态字 3", "run status word 3"],
  statusWord4: ["电表运行状态字 4", "run status word 4"],
  statusWord5: ["电表运行状态字 5", "run status word 5"],
  statusWord6: ["电表运行状态字 6", "run status word 6"],
  statusWord7: ["电表运行状态字 7", "run status word 7"],
  statusWords: ["电表运行状态字数据块", "block of run status words"],
} as const satisfies {
  readonly [K in Exclude<keyof typeof cases, keyof typeof measuredItems>]: readonly [string, string];
};

/** One data identifier: `di` as the standard writes it, the form of its numbers in decimal digits. */
type Identifier = Code & { readonly di: string; readonly format: string; readonly unit: string };

const rowOf = (kind: string, zh: string, en: string, code: number, format = "", unit = "") =>
  [kind, { code, di: diText(code), zh, en, format, unit, clause: clause(`DI ${diText(code)}`) }] as const;

/** Data identifiers (数据标识) that are read as values. */
export const dataIdentifiers: Readonly<Record<keyof typeof cases, Identifier>> = Object.fromEntries([
  ...Object.entries(measuredItems).map(([kind, row]) =>
    rowOf(kind, row.zh, row.en, row.code, formatText(row), row.unit),
  ),
  ...Object.entries(words).map(([kind, [zh, en]]) => rowOf(kind, zh, en, cases[kind as keyof typeof words][0])),
]) as { readonly [K in keyof typeof cases]: Identifier };

/** A data identifier in front of data that it tells apart. */
export const tagDi = named(tagOf("data", u32le), { ...di.notes, codes: dataIdentifiers });
/** A data identifier alone. */
export const askedDi = named(di, { codes: dataIdentifiers });

const dataWords = { zh: "数据", en: "data" } as const;
/** Data of an answer; an identifier that is not known keeps its bytes. */
export const data = named(union("di", cases, { unknown: "di" }), dataWords);
/** Data of a write command. */
export const writtenData = named(union("di", settable, { unknown: "di" }), dataWords);

/** A data identifier and its data, whole: what the frames of a long answer make up when they are joined. */
export const dataUnit = struct(clause("data identifiers"), { di: tagDi, data });
/** Data of an item, told apart by `kind`. Numbers are without their decimal point; null: the meter has no value. */
export type Data = TypeOf<typeof data>;
