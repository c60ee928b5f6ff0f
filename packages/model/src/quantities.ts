import { type CodeRow, isSlugOf, slugOfCode } from "./table.ts";

type QuantityTable = {
  readonly [slug: string]: CodeRow & {
    /** Unit in UCUM; `{…}` is an annotation of a plain number. */ readonly unit: string;
    /** Unit as people read it; empty for counts and states. */ readonly symbol: string;
    /** Scaled integers in one unit: 10 per mA keeps 0.1 mA. */ readonly perUnit: number;
    /** Lowest plausible value, in the unit. */ readonly min: number;
    /** Highest plausible value, in the unit. */ readonly max: number;
  };
};

/**
 * What is measured (测量量). `code` is the analog type (模拟量类型) of GB/T 26875.3-2011 table 6 where it has one, else ours
 * from its user-defined range 128 to 255; it names the quantity and does not say how a protocol scales it.
 * Values are integers: value in the unit x `perUnit`. Outside `min` to `max` a reading is kept with the quality
 * `outOfRange`; the limits are table 6's where it has them, else what such devices can plausibly measure.
 * Phase, sensor number and port are part of the component's key, not of the quantity.
 * `smoke`, `waterImmersion`, `mainsPresent`: 0 no, 1 yes. `switchState`: 0 open (分闸), 1 closed (合闸), 2 unknown.
 * `portState`: 0 offline, 1 idle, 2 occupied, 3 charging, 4 reserved, 255 fault (numbers of T/CEC 102).
 */
// biome-ignore format: a table is read by its rows
export const quantities = {
  // GB/T 26875.3-2011 table 6; its type 4 (pressure in MPa) is `pressure` too
  eventCount: { code: 1, zh: "事件计数", en: "Event count", unit: "{event}", symbol: "", perUnit: 1, min: 0, max: 32000 },
  height: { code: 2, zh: "高度", en: "Height", unit: "m", symbol: "m", perUnit: 100, min: 0, max: 320 },
  temperature: { code: 3, zh: "温度", en: "Temperature", unit: "Cel", symbol: "°C", perUnit: 10, min: -273, max: 3200 },
  pressure: { code: 5, zh: "压力", en: "Pressure", unit: "kPa", symbol: "kPa", perUnit: 10, min: 0, max: 3_200_000 },
  gasConcentration: { code: 6, zh: "气体浓度", en: "Gas concentration", unit: "%{LEL}", symbol: "%LEL", perUnit: 10, min: 0, max: 100 },
  duration: { code: 7, zh: "时间", en: "Duration", unit: "s", symbol: "s", perUnit: 1, min: 0, max: 4_294_967_295 },
  voltage: { code: 8, zh: "电压", en: "Voltage", unit: "V", symbol: "V", perUnit: 10, min: 0, max: 3200 },
  current: { code: 9, zh: "电流", en: "Current", unit: "A", symbol: "A", perUnit: 1000, min: 0, max: 3200 },
  flow: { code: 10, zh: "流量", en: "Flow", unit: "L/s", symbol: "L/s", perUnit: 10, min: 0, max: 3200 },
  airVolume: { code: 11, zh: "风量", en: "Air volume", unit: "m3/min", symbol: "m³/min", perUnit: 10, min: 0, max: 3200 },
  windSpeed: { code: 12, zh: "风速", en: "Wind speed", unit: "m/s", symbol: "m/s", perUnit: 10, min: 0, max: 20 },
  // Ours, from the user-defined range
  residualCurrent: { code: 128, zh: "剩余电流", en: "Residual current", unit: "mA", symbol: "mA", perUnit: 10, min: 0, max: 30000 },
  activePower: { code: 129, zh: "有功功率", en: "Active power", unit: "W", symbol: "W", perUnit: 10, min: -10_000_000, max: 10_000_000 },
  reactivePower: { code: 130, zh: "无功功率", en: "Reactive power", unit: "V.A{reactive}", symbol: "var", perUnit: 10, min: -10_000_000, max: 10_000_000 },
  apparentPower: { code: 131, zh: "视在功率", en: "Apparent power", unit: "V.A", symbol: "VA", perUnit: 10, min: 0, max: 10_000_000 },
  powerFactor: { code: 132, zh: "功率因数", en: "Power factor", unit: "1", symbol: "", perUnit: 1000, min: -1, max: 1 },
  frequency: { code: 133, zh: "频率", en: "Frequency", unit: "Hz", symbol: "Hz", perUnit: 100, min: 0, max: 100 },
  energyImport: { code: 134, zh: "用电量", en: "Energy used", unit: "kW.h", symbol: "kWh", perUnit: 10000, min: 0, max: 100_000_000 },
  arcCount: { code: 135, zh: "电弧次数", en: "Arc count", unit: "{arc}", symbol: "", perUnit: 1, min: 0, max: 4_294_967_295 },
  switchState: { code: 136, zh: "分合闸状态", en: "Switch state", unit: "{state}", symbol: "", perUnit: 1, min: 0, max: 2 },
  portState: { code: 137, zh: "充电口状态", en: "Charging port state", unit: "{state}", symbol: "", perUnit: 1, min: 0, max: 255 },
  chargeAmount: { code: 138, zh: "充电金额", en: "Charging amount", unit: "{fen}", symbol: "分", perUnit: 1, min: 0, max: 1_000_000_000 },
  insulationResistance: { code: 139, zh: "绝缘电阻", en: "Insulation resistance", unit: "kOhm", symbol: "kΩ", perUnit: 1, min: 0, max: 1_000_000 },
  staticVoltage: { code: 140, zh: "静电电压", en: "Static voltage", unit: "V", symbol: "V", perUnit: 1, min: -100_000, max: 100_000 },
  smoke: { code: 141, zh: "烟雾", en: "Smoke", unit: "{yes}", symbol: "", perUnit: 1, min: 0, max: 1 },
  waterImmersion: { code: 142, zh: "水浸", en: "Water immersion", unit: "{yes}", symbol: "", perUnit: 1, min: 0, max: 1 },
  rssi: { code: 143, zh: "信号强度", en: "Signal strength (RSSI)", unit: "dB{mW}", symbol: "dBm", perUnit: 10, min: -200, max: 50 },
  snr: { code: 144, zh: "信噪比", en: "Signal to noise ratio", unit: "dB", symbol: "dB", perUnit: 10, min: -50, max: 100 },
  rsrp: { code: 145, zh: "参考信号接收功率", en: "Reference signal power (RSRP)", unit: "dB{mW}", symbol: "dBm", perUnit: 10, min: -200, max: 50 },
  batteryVoltage: { code: 146, zh: "电池电压", en: "Battery voltage", unit: "V", symbol: "V", perUnit: 1000, min: 0, max: 100 },
  batteryPercent: { code: 147, zh: "电池电量", en: "Battery charge", unit: "%", symbol: "%", perUnit: 10, min: 0, max: 100 },
  mainsPresent: { code: 148, zh: "市电", en: "Mains present", unit: "{yes}", symbol: "", perUnit: 1, min: 0, max: 1 },
} as const satisfies QuantityTable;

/** Slug of {@link quantities}. */
export type Quantity = keyof typeof quantities;

/** True for a slug of {@link quantities}. */
export const isQuantity = (text: unknown): text is Quantity => isSlugOf(quantities, text);

/** The quantity of a code, or null when it is unknown. Code 4 (pressure in MPa on the wire) has no slug of its own. */
export const quantityOfCode = (code: number): Quantity | null => slugOfCode(quantities, code);

/** The quantity's scaled integer for a value in its unit, rounded to the nearest. @throws RangeError when it is not finite or too large. */
export const toScaled = (quantity: Quantity, value: number): number => {
  const { perUnit, unit } = quantities[quantity];
  // Adding 0 turns -0 into 0.
  const scaled = Math.round(value * perUnit) + 0;
  if (!Number.isSafeInteger(scaled))
    throw new RangeError(`${quantity}: ${value} ${unit} does not fit a scaled integer`);
  return scaled;
};

/** The value in the quantity's unit of a scaled integer. */
export const fromScaled = (quantity: Quantity, scaled: number): number => scaled / quantities[quantity].perUnit;

/** True when a scaled integer lies within the quantity's plausible range, limits included. */
export const isPlausible = (quantity: Quantity, scaled: number): boolean => {
  const { perUnit, min, max } = quantities[quantity];
  return scaled >= min * perUnit && scaled <= max * perUnit;
};

/** A scaled integer with its unit for people: `68.9 mA`, `220 V`. Never more decimals than the scale keeps. */
export const quantityText = (quantity: Quantity, scaled: number): string =>
  `${fromScaled(quantity, scaled)} ${quantities[quantity].symbol}`.trimEnd();
