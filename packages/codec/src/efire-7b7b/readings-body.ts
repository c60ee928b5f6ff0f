import {
  bytes,
  bytesUntilEnd,
  f32le,
  flags,
  missingAt,
  named,
  struct,
  text,
  timeLabelKeeping,
  u8,
  u16be,
} from "@dianan/layout";
import { clause } from "./codes.ts";

const BODY = clause("body");
/** What a temperature sensor reads that is not there, °C. */
export const NO_SENSOR = -200;

/** Bytes whose meaning is not published. */
const kept = (size: number) =>
  named(struct(BODY, { bytes: named(bytes(size), { zh: "未公开", en: "not published" }) }), {
    zh: "未公开的字节",
    en: "bytes that nobody has published",
  });
const number = (zh: string, en: string, unit?: string) =>
  named(f32le, { zh, en, ...(unit === undefined ? {} : { unit }) });
const temperature = (zh: string, en: string) =>
  named(missingAt(f32le, NO_SENSOR), { zh, en, unit: "°C", clause: clause("body: -200.0 is no sensor") });
/** One bit for each sensor, the same in both words. */
const sensors = { residual: 0, temperature1: 1, temperature2: 2, temperature3: 3, temperature4: 4 } as const;

/** The body (数据) of an upload, 388 bytes; more are kept. Whole words are high byte first, numbers low byte first. */
export const readingsBody = struct(BODY, {
  time: named(timeLabelKeeping({ order: "year-first" }), { zh: "采集时间", en: "time of measuring" }),
  serial: named(text(14, "ascii"), { zh: "设备序列号", en: "serial number" }),
  kept20: kept(14),
  signal: named(u16be, { zh: "信号强度(单位未公开)", en: "signal, unit not published" }),
  phaseSequence: named(u16be, { zh: "相序标志(含义未公开)", en: "flag of the phase sequence, polarity not published" }),
  wiringFaults: named(flags(u16be, sensors), { zh: "传感器接线故障", en: "wiring faults of sensors" }),
  alarms: named(flags(u16be, sensors), { zh: "报警", en: "alarms" }),
  kept42: kept(2),
  voltageAlarms: named(flags(u16be, { over: 0, under: 8 }), { zh: "过压、欠压", en: "over- and under-voltage" }),
  currentAlarms: named(flags(u16be, { over: 0 }), { zh: "过流", en: "over-current" }),
  inputs: named(u16be, { zh: "开关量输入 DI", en: "digital inputs" }),
  outputs: named(u16be, { zh: "开关量输出 DO", en: "digital outputs" }),
  residualCurrent: number("剩余电流", "residual current", "mA"),
  temperature1: temperature("温度 1", "temperature 1"),
  temperature2: temperature("温度 2", "temperature 2"),
  temperature3: temperature("温度 3", "temperature 3"),
  temperature4: temperature("温度 4", "temperature 4"),
  alarmResidualCurrent: number("报警时剩余电流", "residual current at the alarm", "mA"),
  alarmTemperature1: temperature("报警时温度 1", "temperature 1 at the alarm"),
  alarmTemperature2: temperature("报警时温度 2", "temperature 2 at the alarm"),
  alarmTemperature3: temperature("报警时温度 3", "temperature 3 at the alarm"),
  alarmTemperature4: temperature("报警时温度 4", "temperature 4 at the alarm"),
  frequency: number("频率", "frequency", "Hz"),
  unbalance: number("不平衡度", "unbalance", "%"),
  voltageA: number("A 相电压", "voltage of phase a", "V"),
  voltageB: number("B 相电压", "voltage of phase b", "V"),
  voltageC: number("C 相电压", "voltage of phase c", "V"),
  kept112: kept(52),
  currentA: number("A 相电流", "current of phase a", "A"),
  currentB: number("B 相电流", "current of phase b", "A"),
  currentC: number("C 相电流", "current of phase c", "A"),
  kept176: kept(4),
  zeroSequenceCurrent: number("零序电流", "zero-sequence current", "A"),
  kept184: kept(12),
  activePowerA: number("A 相有功功率", "active power of phase a", "kW"),
  activePowerB: number("B 相有功功率", "active power of phase b", "kW"),
  activePowerC: number("C 相有功功率", "active power of phase c", "kW"),
  activePower: number("总有功功率", "active power", "kW"),
  kept212: kept(32),
  powerFactorA: number("A 相功率因数", "power factor of phase a"),
  powerFactorB: number("B 相功率因数", "power factor of phase b"),
  powerFactorC: number("C 相功率因数", "power factor of phase c"),
  powerFactor: number("总功率因数", "power factor"),
  energyImport: number("用电量", "energy used", "kWh"),
  kept264: kept(92),
  maxDemand: number("最大需量(单位未公开)", "maximum demand, unit not published"),
  maxDemandAt: named(
    struct(BODY, {
      month: named(u8, { zh: "月", en: "month" }),
      day: named(u8, { zh: "日", en: "day" }),
      hour: named(u8, { zh: "时", en: "hour" }),
      minute: named(u8, { zh: "分", en: "minute" }),
    }),
    { zh: "最大需量时间", en: "when it was" },
  ),
  kept364: kept(24),
  unparsed: named(bytesUntilEnd, { zh: "其后的字节", en: "bytes behind it" }),
});
