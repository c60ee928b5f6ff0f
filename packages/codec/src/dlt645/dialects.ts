import { dialectOf } from "../dialect.ts";
import type { Dialect, DialectOption, DialectOptions } from "../protocol.ts";

/** Points in which meters differ from the document. */
export const dialectOptions = {
  powerDecimals: {
    zh: "功率的小数位数:标准为 XX.XXXX,个别资料写作 XXX.XXX(未证实)",
    en: "decimals of powers: the document has XX.XXXX, one published table XXX.XXX (unconfirmed)",
    default: 4,
    oneOf: [4, 3],
  },
  zeroPhases: {
    zh: "数据块中 B、C 相为 0:是测量值,还是单相表的缺相",
    en: "0 in phases b and c of a block: a value, or a phase that a single-phase meter does not have",
    default: "value",
    oneOf: ["value", "missing"],
  },
  frames1997: {
    zh: "DL/T 645-1997 的读数据帧:拒绝,还是解出两字节数据标识并保留数据",
    en: "frames of DL/T 645-1997 that read: refused, or taken apart with their data kept as bytes",
    default: "refuse",
    oneOf: ["refuse", "keep"],
  },
} as const satisfies Readonly<Record<string, DialectOption>>;

/** Families of meters seen. */
export const dialects = {
  threeDecimals: {
    zh: "功率三位小数的电能表(未证实)",
    en: "meters whose powers have three decimals (unconfirmed)",
    options: { powerDecimals: 3 },
  },
  singlePhase: {
    zh: "单相表:数据块中 B、C 相恒为 0",
    en: "single-phase meters, whose blocks have 0 for phases b and c",
    options: { zeroPhases: "missing" },
  },
  mixedLine: {
    zh: "总线上混有 1997 版电能表",
    en: "lines with meters of the 1997 edition among others",
    options: { frames1997: "keep" },
  },
} as const satisfies Readonly<Record<string, Dialect>>;

const toTheLetter = dialectOf(dialectOptions);
/** The options that hold. @throws RangeError that names an option or value which is not known */
export const optionsOf = (given?: DialectOptions) =>
  given === undefined ? toTheLetter : dialectOf(dialectOptions, given);
