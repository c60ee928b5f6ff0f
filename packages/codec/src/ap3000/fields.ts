import {
  bytes,
  bytesUntilEnd,
  type Code,
  type Fields,
  named,
  type StructField,
  type StructValue,
  struct,
  u8,
  u16le,
  u32le,
} from "@dianan/layout";
import { clauseOf, portStates } from "./codes.ts";

const ORDER_BYTES = 16;

/** Bytes whose meaning is not known here: fields of later versions, and what is published without its layout. */
export const unparsed = named(bytesUntilEnd, { zh: "未解读的字节", en: "bytes that are not read" });

export const firmware = named(u16le, { zh: "固件版本", en: "firmware", unit: "0.01" });
export const virtualId = named(u8, { zh: "虚拟 ID", en: "virtual id" });
export const deviceType = named(u8, { zh: "设备类型", en: "device type" });
export const workMode = named(u8, { zh: "工作模式", en: "work mode" });
export const startMode = named(u8, { zh: "启动方式", en: "how it was started" });
/** Counted from 0 on the wire. */
export const port = named(u8, { zh: "端口号(从 0 起)", en: "port, from 0" });
export const portState = named(u8, { zh: "端口状态", en: "state of the port", codes: portStates });
export const card = named(u32le, { zh: "卡号", en: "card" });
export const seconds = named(u16le, { zh: "充电时长", en: "time charged", unit: "s" });
export const energy = named(u16le, { zh: "电量", en: "energy", unit: "0.01 kWh" });
export const voltage = named(u16le, { zh: "电压", en: "voltage", unit: "0.1 V" });
export const rssi = named(u8, { zh: "信号强度", en: "signal strength" });
export const power = (zh: string, en: string) => named(u16le, { zh, en, unit: "0.1 W" });
/** How it becomes °C is said by the dialect. */
export const temperature = (zh: string, en: string) =>
  named(u8, { zh: `${zh}(0 无)`, en: `${en}, 0: none`, unit: "(°C + 65)" });
export const plainTemperature = named(u8, {
  zh: "环境温度(0 无)",
  en: "ambient temperature, 0: none",
  unit: "°C",
});
export const order = named(bytes(ORDER_BYTES), { zh: "订单编号", en: "order number" });
export const deviceTime = named(u32le, { zh: "时间戳", en: "time", unit: "s since 1970 UTC" });

/** A command byte and the table of its data. */
export const dataOf = <const F extends Fields>(
  { code }: Code,
  fields: F,
): readonly [number, StructField<StructValue<F>>] => [code, struct(clauseOf(code), fields)];
/** A command whose data is published without its layout: they are kept. */
export const keptData = (command: Code) => dataOf(command, { unparsed });
