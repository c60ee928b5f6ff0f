import { type DialectOf, dialectOf } from "../dialect.ts";
import type { Dialect, DialectOption, DialectOptions } from "../protocol.ts";

/** Points in which devices differ. They change what numbers mean, never where they stand. */
export const dialectOptions = {
  temperature: {
    zh: "温度:byCommand 除旧版心跳 01 外都减 65;minus65 全部减 65;plain 全部不减(老固件)",
    en: "temperature: byCommand takes 65 off all but the old heartbeat 01; minus65 off all; plain off none (old firmware)",
    default: "byCommand",
    oneOf: ["byCommand", "minus65", "plain"],
  },
  rssi: {
    zh: "信号强度:csq 为 0–31 的 CSQ;minus100 为 dBm 加 100",
    en: "signal strength: csq is 0 to 31; minus100 is dBm plus 100",
    default: "csq",
    oneOf: ["csq", "minus100"],
  },
  hostSwitch: {
    zh: "漏保主机 17 的分合闸字节:unstated 不解读;oneIsClosed 1 为合闸;zeroIsClosed 0 为合闸",
    en: "switch byte of command 17: unstated is not read; oneIsClosed; zeroIsClosed",
    default: "unstated",
    oneOf: ["unstated", "oneIsClosed", "zeroIsClosed"],
  },
} as const satisfies Readonly<Record<string, DialectOption>>;

export type Ap3000Dialect = DialectOf<typeof dialectOptions>;

/** Families of devices. */
export const dialects = {
  oldFirmware: {
    zh: "老固件:温度不减 65",
    en: "old firmware: nothing is taken off a temperature",
    options: { temperature: "plain" },
  },
} as const satisfies Readonly<Record<string, Dialect>>;

const asPublished = dialectOf(dialectOptions);

/** The options that hold. @throws RangeError for an unknown option or value */
export const dialectIn = ({ dialect }: { readonly dialect?: DialectOptions }): Ap3000Dialect =>
  dialect === undefined ? asPublished : dialectOf(dialectOptions, dialect);
