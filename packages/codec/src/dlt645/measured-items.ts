import { bcdNumber, type Code, named, type StructField, struct } from "@dianan/layout";
import type { Quantity } from "@dianan/model";
import { clause } from "./codes.ts";
import { unparsed } from "./fields.ts";

/** What the value or the values of an item are about. */
type Parts = "value" | "phases" | "totalAndPhases";

type Row = Code & {
  readonly en: string;
  /** Bytes of one number. */ readonly size: number;
  readonly decimals: number;
  readonly unit: string;
  /** The top bit of the highest byte is the sign. */ readonly signed: boolean;
  readonly parts: Parts;
  /** Component of a single value: a phase, the battery; null: the meter. */ readonly place: string | null;
  /** Null: the model has none. */ readonly quantity: Quantity | null;
};

/**
 * Data identifiers (数据标识) whose data are numbers in decimal digits, lowest byte first, FF in all bytes: no value. The signs of
 * combined energy, of temperature and of reactive and apparent power are those of the standard, which our facts do not state.
 */
// biome-ignore format: a table is read by its rows
export const measuredItems = {
  combinedEnergy: { code: 0x0000_0000, zh: "组合有功总电能", en: "combined active energy", size: 4, decimals: 2, unit: "kWh", signed: true, parts: "value", place: "energy/combined", quantity: "energyImport" },
  forwardEnergy: { code: 0x0001_0000, zh: "正向有功总电能", en: "forward active energy", size: 4, decimals: 2, unit: "kWh", signed: false, parts: "value", place: null, quantity: "energyImport" },
  reverseEnergy: { code: 0x0002_0000, zh: "反向有功总电能", en: "reverse active energy", size: 4, decimals: 2, unit: "kWh", signed: false, parts: "value", place: null, quantity: null },
  voltageA: { code: 0x0201_0100, zh: "A 相电压", en: "voltage of phase a", size: 2, decimals: 1, unit: "V", signed: false, parts: "value", place: "phase/a", quantity: "voltage" },
  voltageB: { code: 0x0201_0200, zh: "B 相电压", en: "voltage of phase b", size: 2, decimals: 1, unit: "V", signed: false, parts: "value", place: "phase/b", quantity: "voltage" },
  voltageC: { code: 0x0201_0300, zh: "C 相电压", en: "voltage of phase c", size: 2, decimals: 1, unit: "V", signed: false, parts: "value", place: "phase/c", quantity: "voltage" },
  voltages: { code: 0x0201_ff00, zh: "电压数据块", en: "block of voltages", size: 2, decimals: 1, unit: "V", signed: false, parts: "phases", place: null, quantity: "voltage" },
  currentA: { code: 0x0202_0100, zh: "A 相电流", en: "current of phase a", size: 3, decimals: 3, unit: "A", signed: true, parts: "value", place: "phase/a", quantity: "current" },
  currentB: { code: 0x0202_0200, zh: "B 相电流", en: "current of phase b", size: 3, decimals: 3, unit: "A", signed: true, parts: "value", place: "phase/b", quantity: "current" },
  currentC: { code: 0x0202_0300, zh: "C 相电流", en: "current of phase c", size: 3, decimals: 3, unit: "A", signed: true, parts: "value", place: "phase/c", quantity: "current" },
  currents: { code: 0x0202_ff00, zh: "电流数据块", en: "block of currents", size: 3, decimals: 3, unit: "A", signed: true, parts: "phases", place: null, quantity: "current" },
  activePower: { code: 0x0203_0000, zh: "总有功功率", en: "active power", size: 3, decimals: 4, unit: "kW", signed: true, parts: "value", place: null, quantity: "activePower" },
  activePowerA: { code: 0x0203_0100, zh: "A 相有功功率", en: "active power of phase a", size: 3, decimals: 4, unit: "kW", signed: true, parts: "value", place: "phase/a", quantity: "activePower" },
  activePowerB: { code: 0x0203_0200, zh: "B 相有功功率", en: "active power of phase b", size: 3, decimals: 4, unit: "kW", signed: true, parts: "value", place: "phase/b", quantity: "activePower" },
  activePowerC: { code: 0x0203_0300, zh: "C 相有功功率", en: "active power of phase c", size: 3, decimals: 4, unit: "kW", signed: true, parts: "value", place: "phase/c", quantity: "activePower" },
  activePowers: { code: 0x0203_ff00, zh: "有功功率数据块", en: "block of active powers", size: 3, decimals: 4, unit: "kW", signed: true, parts: "totalAndPhases", place: null, quantity: "activePower" },
  reactivePower: { code: 0x0204_0000, zh: "总无功功率", en: "reactive power", size: 3, decimals: 4, unit: "kvar", signed: true, parts: "value", place: null, quantity: "reactivePower" },
  reactivePowerA: { code: 0x0204_0100, zh: "A 相无功功率", en: "reactive power of phase a", size: 3, decimals: 4, unit: "kvar", signed: true, parts: "value", place: "phase/a", quantity: "reactivePower" },
  reactivePowerB: { code: 0x0204_0200, zh: "B 相无功功率", en: "reactive power of phase b", size: 3, decimals: 4, unit: "kvar", signed: true, parts: "value", place: "phase/b", quantity: "reactivePower" },
  reactivePowerC: { code: 0x0204_0300, zh: "C 相无功功率", en: "reactive power of phase c", size: 3, decimals: 4, unit: "kvar", signed: true, parts: "value", place: "phase/c", quantity: "reactivePower" },
  reactivePowers: { code: 0x0204_ff00, zh: "无功功率数据块", en: "block of reactive powers", size: 3, decimals: 4, unit: "kvar", signed: true, parts: "totalAndPhases", place: null, quantity: "reactivePower" },
  apparentPower: { code: 0x0205_0000, zh: "总视在功率", en: "apparent power", size: 3, decimals: 4, unit: "kVA", signed: true, parts: "value", place: null, quantity: "apparentPower" },
  apparentPowerA: { code: 0x0205_0100, zh: "A 相视在功率", en: "apparent power of phase a", size: 3, decimals: 4, unit: "kVA", signed: true, parts: "value", place: "phase/a", quantity: "apparentPower" },
  apparentPowerB: { code: 0x0205_0200, zh: "B 相视在功率", en: "apparent power of phase b", size: 3, decimals: 4, unit: "kVA", signed: true, parts: "value", place: "phase/b", quantity: "apparentPower" },
  apparentPowerC: { code: 0x0205_0300, zh: "C 相视在功率", en: "apparent power of phase c", size: 3, decimals: 4, unit: "kVA", signed: true, parts: "value", place: "phase/c", quantity: "apparentPower" },
  apparentPowers: { code: 0x0205_ff00, zh: "视在功率数据块", en: "block of apparent powers", size: 3, decimals: 4, unit: "kVA", signed: true, parts: "totalAndPhases", place: null, quantity: "apparentPower" },
  powerFactor: { code: 0x0206_0000, zh: "总功率因数", en: "power factor", size: 2, decimals: 3, unit: "", signed: true, parts: "value", place: null, quantity: "powerFactor" },
  powerFactorA: { code: 0x0206_0100, zh: "A 相功率因数", en: "power factor of phase a", size: 2, decimals: 3, unit: "", signed: true, parts: "value", place: "phase/a", quantity: "powerFactor" },
  powerFactorB: { code: 0x0206_0200, zh: "B 相功率因数", en: "power factor of phase b", size: 2, decimals: 3, unit: "", signed: true, parts: "value", place: "phase/b", quantity: "powerFactor" },
  powerFactorC: { code: 0x0206_0300, zh: "C 相功率因数", en: "power factor of phase c", size: 2, decimals: 3, unit: "", signed: true, parts: "value", place: "phase/c", quantity: "powerFactor" },
  powerFactors: { code: 0x0206_ff00, zh: "功率因数数据块", en: "block of power factors", size: 2, decimals: 3, unit: "", signed: true, parts: "totalAndPhases", place: null, quantity: "powerFactor" },
  phaseAngleA: { code: 0x0207_0100, zh: "A 相相角", en: "phase angle of phase a", size: 2, decimals: 1, unit: "°", signed: false, parts: "value", place: "phase/a", quantity: null },
  phaseAngleB: { code: 0x0207_0200, zh: "B 相相角", en: "phase angle of phase b", size: 2, decimals: 1, unit: "°", signed: false, parts: "value", place: "phase/b", quantity: null },
  phaseAngleC: { code: 0x0207_0300, zh: "C 相相角", en: "phase angle of phase c", size: 2, decimals: 1, unit: "°", signed: false, parts: "value", place: "phase/c", quantity: null },
  phaseAngles: { code: 0x0207_ff00, zh: "相角数据块", en: "block of phase angles", size: 2, decimals: 1, unit: "°", signed: false, parts: "phases", place: null, quantity: null },
  neutralCurrent: { code: 0x0280_0001, zh: "零线电流", en: "neutral current", size: 3, decimals: 3, unit: "A", signed: true, parts: "value", place: "phase/n", quantity: "current" },
  frequency: { code: 0x0280_0002, zh: "电网频率", en: "grid frequency", size: 2, decimals: 2, unit: "Hz", signed: false, parts: "value", place: null, quantity: "frequency" },
  temperature: { code: 0x0280_0007, zh: "表内温度", en: "temperature inside the meter", size: 2, decimals: 1, unit: "°C", signed: true, parts: "value", place: null, quantity: "temperature" },
  clockBatteryVoltage: { code: 0x0280_0008, zh: "时钟电池电压", en: "voltage of the clock battery", size: 2, decimals: 2, unit: "V", signed: false, parts: "value", place: "battery", quantity: "batteryVoltage" },
} as const satisfies Readonly<Record<string, Row>>;
/** Slug of {@link measuredItems}. */
export type MeasuredItem = keyof typeof measuredItems;

/** Names of the numbers of an item, in the order of the wire, with the component of each in a block. */
export const partsOf = {
  value: { value: null },
  phases: { a: "phase/a", b: "phase/b", c: "phase/c" },
  totalAndPhases: { total: null, a: "phase/a", b: "phase/b", c: "phase/c" },
} as const satisfies Readonly<Record<Parts, Readonly<Record<string, string | null>>>>;

/** Numbers without their decimal point, by name; null: no value. */
type Numbers<P extends Parts> = { readonly [N in keyof (typeof partsOf)[P]]: number | null };
type Item<P extends Parts> = Numbers<P> & { readonly unparsed: Uint8Array };

const partWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  total: { zh: "总", en: "total" },
  a: { zh: "A 相", en: "phase a" },
  b: { zh: "B 相", en: "phase b" },
  c: { zh: "C 相", en: "phase c" },
};

/** `02010100`, as the standard writes it. */
export const diText = (code: number): string => code.toString(16).toUpperCase().padStart(8, "0");

/** `±XX.XXXX`, `3 × XXX.X`: as the standard writes it. */
export const formatText = ({ size, decimals, signed, parts }: Row): string => {
  const digits = `${signed ? "±" : ""}${"X".repeat(2 * size - decimals)}.${"X".repeat(decimals)}`;
  const count = Object.keys(partsOf[parts]).length;
  return count === 1 ? digits : `${count} × ${digits}`;
};

const stepText = ({ decimals, unit }: Row): string => `${(10 ** -decimals).toFixed(decimals)} ${unit}`.trimEnd();

const layoutOf = (row: Row): StructField<object> => {
  const numbers = Object.keys(partsOf[row.parts]).map((name) => {
    const { zh, en } = partWords[name] ?? row;
    return [name, named(bcdNumber(row.size, { signed: row.signed }), { zh, en, unit: stepText(row) })];
  });
  return struct(clause(`DI ${diText(row.code)}`), { ...Object.fromEntries(numbers), unparsed });
};

type Cases = {
  readonly [K in MeasuredItem]: readonly [number, StructField<Item<(typeof measuredItems)[K]["parts"]>>];
};
/** Cases of a union over the data identifier. */
export const measuredCases = Object.fromEntries(
  Object.entries(measuredItems).map(([kind, row]) => [kind, [row.code, layoutOf(row)]]),
) as unknown as Cases;
