import {
  bytesUntilEnd,
  type Code,
  type Fields,
  named,
  type StructField,
  type StructValue,
  struct,
  text,
  u8,
  u32le,
} from "@dianan/layout";
import { clauseOf, portStates } from "./codes.ts";

export const IMEI_DIGITS = 15;

/** Bytes whose meaning is not known here: fields of later versions, and what is published without its layout. */
export const unparsed = named(bytesUntilEnd, { zh: "未解读的字节", en: "bytes that are not read" });

export const imei = named(text(IMEI_DIGITS, "ascii"), { zh: "IMEI", en: "IMEI" });
/** Counted from 1 on the wire. */
export const port = named(u8, { zh: "端口号(从 1 起)", en: "port, from 1" });
export const portState = named(u8, { zh: "端口状态", en: "state of the port", codes: portStates });
export const order = named(u32le, { zh: "订单号", en: "order number" });
export const card = named(u32le, { zh: "卡号", en: "card" });
export const rssi = named(u8, { zh: "信号强度", en: "signal strength" });
export const temperature = (zh: string, en: string) => named(u8, { zh, en, unit: "°C" });

/** A command byte and the table of its data. */
export const dataOf = <const F extends Fields>(
  { code }: Code,
  fields: F,
): readonly [number, StructField<StructValue<F>>] => [code, struct(clauseOf(code), fields)];
/** A command whose data is published without its layout: they are kept. */
export const keptData = (command: Code) => dataOf(command, { unparsed });
