import { type DialectOf, dialectOf } from "../dialect.ts";
import type { Dialect, DialectOption, DialectOptions } from "../protocol.ts";

/** Points in which devices differ, and widths that are published only in the maker's document. */
export const dialectOptions = {
  format: {
    zh: "帧头:auto 按内容判断有无 IMEI;old 无;new 有(登录 81 除外)",
    en: "head: auto sees by its content whether it has an IMEI; old has none; new has one in all but the login",
    default: "auto",
    oneOf: ["auto", "old", "new"],
  },
  endNumbers: {
    zh: "85 中时长、电量、金额的宽度:kept 未知,留字节;u16;u32",
    en: "width of duration, energy and amount in command 85: kept is unknown, so they stay bytes; u16; u32",
    default: "kept",
    oneOf: ["kept", "u16", "u32"],
  },
  temperature: {
    zh: "温度字节:unsigned 无符号;signed 有符号",
    en: "temperature bytes: unsigned or signed",
    default: "unsigned",
    oneOf: ["unsigned", "signed"],
  },
  rssi: {
    zh: "信号强度:unstated 不换算;csq 为 0–31 的 CSQ",
    en: "signal strength: unstated is no reading; csq is 0 to 31",
    default: "unstated",
    oneOf: ["unstated", "csq"],
  },
} as const satisfies Readonly<Record<string, DialectOption>>;

export type JuyDialect = DialectOf<typeof dialectOptions>;

/** How the frames travel. */
export const dialects = {
  beforeLogin: { zh: "登录应答 F0 之前:无 IMEI", en: "before login answer F0: no IMEI", options: { format: "old" } },
  newFormat: { zh: "登录应答 F0 之后:有 IMEI", en: "after login answer F0: with IMEI", options: { format: "new" } },
  narrowNumbers: { zh: "85 的数字各 2 字节", en: "numbers of 2 bytes in command 85", options: { endNumbers: "u16" } },
  wideNumbers: { zh: "85 的数字各 4 字节", en: "numbers of 4 bytes in command 85", options: { endNumbers: "u32" } },
  mqtt: { zh: "MQTT:IMEI 在主题里,帧里没有", en: "MQTT: the topic has the IMEI", options: { format: "old" } },
} as const satisfies Readonly<Record<string, Dialect>>;

const asPublished = dialectOf(dialectOptions);

/** The options that hold. @throws RangeError for an unknown option or value */
export const dialectIn = ({ dialect }: { readonly dialect?: DialectOptions }): JuyDialect =>
  dialect === undefined ? asPublished : dialectOf(dialectOptions, dialect);
