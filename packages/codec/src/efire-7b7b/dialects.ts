import { dialectOf } from "../dialect.ts";
import type { Dialect, DialectOption, DialectOptions } from "../protocol.ts";

/** Points in which detectors differ. */
export const dialectOptions = {
  zeroPhases: {
    zh: "B、C 相电压恰为 0:是测量值(停电),还是单相接线的空相",
    en: "phases b and c at exactly 0 V: a value (power lost), or phases that are not wired",
    default: "value",
    oneOf: ["value", "missing"],
  },
} as const satisfies Readonly<Record<string, DialectOption>>;

/** Families of detectors seen. */
export const dialects = {
  singlePhase: {
    zh: "单相接线:空相恒为 0 V",
    en: "wired to one phase: the others read 0 V",
    options: { zeroPhases: "missing" },
  },
} as const satisfies Readonly<Record<string, Dialect>>;

const toTheLetter = dialectOf(dialectOptions);
/** The options that hold. @throws RangeError that names an option or value which is not known */
export const optionsOf = (given?: DialectOptions) =>
  given === undefined ? toTheLetter : dialectOf(dialectOptions, given);
