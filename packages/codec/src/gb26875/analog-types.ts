import type { Code } from "@dianan/layout";

/**
 * Analog types (模拟量类型), GB/T 26875.3-2011 table 6: real value = value on the wire x `step`, in `unit`, valid from `min` to
 * `max`. 0 is unused, 13-127 reserved, 128-255 user-defined.
 */
// biome-ignore format: a table is read by its rows
export const analogTypes = {
  eventCount: { code: 1, zh: "事件计数", en: "event count", clause: "GB/T 26875.3-2011 table 6", unit: "件", min: 0, max: 32000, step: 1 },
  height: { code: 2, zh: "高度", en: "height", clause: "GB/T 26875.3-2011 table 6", unit: "m", min: 0, max: 320, step: 0.01 },
  temperature: { code: 3, zh: "温度", en: "temperature", clause: "GB/T 26875.3-2011 table 6", unit: "°C", min: -273, max: 3200, step: 0.1 },
  pressureMegapascal: { code: 4, zh: "压力", en: "pressure", clause: "GB/T 26875.3-2011 table 6", unit: "MPa", min: 0, max: 3200, step: 0.1 },
  pressureKilopascal: { code: 5, zh: "压力", en: "pressure", clause: "GB/T 26875.3-2011 table 6", unit: "kPa", min: 0, max: 3200, step: 0.1 },
  gasConcentration: { code: 6, zh: "气体浓度", en: "gas concentration", clause: "GB/T 26875.3-2011 table 6", unit: "%LEL", min: 0, max: 100, step: 0.1 },
  duration: { code: 7, zh: "时间", en: "time", clause: "GB/T 26875.3-2011 table 6", unit: "s", min: 0, max: 32000, step: 1 },
  voltage: { code: 8, zh: "电压", en: "voltage", clause: "GB/T 26875.3-2011 table 6", unit: "V", min: 0, max: 3200, step: 0.1 },
  current: { code: 9, zh: "电流", en: "current", clause: "GB/T 26875.3-2011 table 6", unit: "A", min: 0, max: 3200, step: 0.1 },
  flow: { code: 10, zh: "流量", en: "flow", clause: "GB/T 26875.3-2011 table 6", unit: "L/s", min: 0, max: 3200, step: 0.1 },
  airVolume: { code: 11, zh: "风量", en: "air volume", clause: "GB/T 26875.3-2011 table 6", unit: "m3/min", min: 0, max: 3200, step: 0.1 },
  windSpeed: { code: 12, zh: "风速", en: "wind speed", clause: "GB/T 26875.3-2011 table 6", unit: "m/s", min: 0, max: 20, step: 1 },
} as const satisfies Readonly<Record<string, Code & { readonly unit: string; readonly min: number; readonly max: number; readonly step: number }>>;

/** Slug of {@link analogTypes}. */
export type AnalogType = keyof typeof analogTypes;
