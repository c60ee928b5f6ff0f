import { bytes, flags, named, text, u8, u16le, u24le, u32le } from "@dianan/layout";
import { body, type TypeRow } from "./body.ts";
import * as f from "./fields.ts";
import { frameTypes as types } from "./frame-types.ts";

const { ofSession } = f;

/**
 * Bits of the battery's state (BSM of GB/T 27930): pairs of bits, of which the lower says that it is so and the higher that it
 * is the opposite (too low) or not to be trusted.
 */
export const batteryBits = {
  cellVoltageHigh: 0,
  cellVoltageLow: 1,
  socHigh: 2,
  socLow: 3,
  overCurrent: 4,
  overCurrentUntrusted: 5,
  overTemperature: 6,
  overTemperatureUntrusted: 7,
  insulationAbnormal: 8,
  insulationUntrusted: 9,
  connectorAbnormal: 10,
  connectorUntrusted: 11,
  chargingAllowed: 12,
  chargingUntrusted: 13,
} as const;

const abort = (type: TypeRow) =>
  body(type, {
    ...ofSession,
    reason: named(u8, { zh: "中止充电原因", en: "reason" }),
    fault: named(u16le, { zh: "中止充电故障原因", en: "fault" }),
    error: named(u8, { zh: "中止充电错误原因", en: "error" }),
  });

/** What battery and charger tell each other (GB/T 27930): types 15 to 25. */
export const bmsBodies = {
  bmsHandshake: body(types.bmsHandshake, {
    ...ofSession,
    protocolVersion: named(bytes(3), { zh: "BMS 通信协议版本号", en: "version of the battery's protocol" }),
    batteryType: named(u8, { zh: "电池类型", en: "battery type" }),
    capacity: f.number("额定容量", "rated capacity", "0.1 Ah"),
    ratedVoltage: f.voltage("额定总电压", "rated voltage"),
    maker: named(text(4, "ascii"), { zh: "电池生产厂商", en: "maker" }),
    packNumber: named(bytes(4), { zh: "电池组序号", en: "number of the pack" }),
    madeYear: named(u8, { zh: "生产日期年", en: "year made", unit: "years from 1985" }),
    madeMonth: named(u8, { zh: "生产日期月", en: "month made" }),
    madeDay: named(u8, { zh: "生产日期日", en: "day made" }),
    charges: named(u24le, { zh: "充电次数", en: "number of charges" }),
    ownership: named(u8, { zh: "产权标识", en: "ownership" }),
    reservedByte: named(u8, { zh: "预留位", en: "reserved" }),
    vin: f.vin,
    softwareVersion: named(bytes(8), { zh: "BMS 软件版本号", en: "version of the battery's software" }),
  }),
  bmsConfig: body(types.bmsConfig, {
    ...ofSession,
    cellVoltageMax: f.number("单体最高允许充电电压", "highest cell voltage", "0.01 V"),
    currentMax: f.shiftedCurrent("最高允许充电电流", "highest current"),
    capacity: f.number("标称总能量", "nominal energy", "0.1 kWh"),
    voltageMax: f.voltage("最高允许充电总电压", "highest voltage"),
    temperatureMax: f.temperature("最高允许温度", "highest temperature"),
    soc: f.number("荷电状态", "charge", "0.1 %"),
    voltage: f.voltage("电池当前电压", "voltage now"),
    chargerVoltageMax: f.voltage("电桩最高输出电压", "charger's highest voltage"),
    chargerVoltageMin: f.voltage("电桩最低输出电压", "charger's lowest voltage"),
    chargerCurrentMax: f.shiftedCurrent("电桩最大输出电流", "charger's highest current"),
    chargerCurrentMin: f.shiftedCurrent("电桩最小输出电流", "charger's lowest current"),
  }),
  bmsEnd: body(types.bmsEnd, {
    ...ofSession,
    soc: named(u8, { zh: "中止荷电状态", en: "charge at the end", unit: "%" }),
    cellVoltageMin: f.number("单体最低电压", "lowest cell voltage", "0.01 V"),
    cellVoltageMax: f.number("单体最高电压", "highest cell voltage", "0.01 V"),
    temperatureMin: f.temperature("最低温度", "lowest temperature"),
    temperatureMax: f.temperature("最高温度", "highest temperature"),
    elapsed: f.number("累计充电时间", "time charged", "min"),
    energy: f.number("输出能量", "energy", "0.1 kWh"),
    charger: named(u32le, { zh: "充电机编号", en: "number of the charger" }),
  }),
  bmsError: body(types.bmsError, {
    ...ofSession,
    errors: named(bytes(8), { zh: "报文超时与错误位", en: "bits of time-outs and errors" }),
  }),
  bmsAbort: abort(types.bmsAbort),
  chargerAbort: abort(types.chargerAbort),
  bmsDemand: body(types.bmsDemand, {
    ...ofSession,
    voltageWanted: f.voltage("BMS 电压需求", "voltage wanted"),
    currentWanted: f.shiftedCurrent("BMS 电流需求", "current wanted"),
    mode: named(u8, { zh: "充电模式", en: "mode" }),
    voltageMeasured: f.voltage("BMS 充电电压测量值", "voltage that the battery measures"),
    currentMeasured: f.shiftedCurrent("BMS 充电电流测量值", "current that the battery measures"),
    cellVoltageMax: f.number("最高单体电压及组号", "highest cell voltage with its group", "0.01 V in 12 bits"),
    soc: named(u8, { zh: "当前荷电状态", en: "charge", unit: "%" }),
    remaining: f.number("估算剩余充电时间", "time left", "min"),
    voltage: f.voltage("电桩电压输出值", "charger's voltage"),
    current: f.shiftedCurrent("电桩电流输出值", "charger's current"),
    elapsed: f.number("累计充电时间", "time charged", "min"),
  }),
  bmsInfo: body(types.bmsInfo, {
    ...ofSession,
    cellVoltageMaxAt: named(u8, { zh: "最高单体电压所在编号", en: "cell of the highest voltage, less 1" }),
    temperatureMax: f.temperature("最高电池温度", "highest temperature"),
    temperatureMaxAt: named(u8, { zh: "最高温度检测点编号", en: "place of the highest temperature, less 1" }),
    temperatureMin: f.temperature("最低电池温度", "lowest temperature"),
    temperatureMinAt: named(u8, { zh: "最低温度检测点编号", en: "place of the lowest temperature, less 1" }),
    state: named(flags(u16le, batteryBits), { zh: "电池状态位", en: "state of the battery" }),
  }),
} as const;
