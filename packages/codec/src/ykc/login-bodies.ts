import { bcdKeeping, bytes, flags, named, struct, text, u8, u16le, u32le } from "@dianan/layout";
import { body, type TypeRow } from "./body.ts";
import * as codes from "./codes.ts";
import * as f from "./fields.ts";
import { frameTypes as types } from "./frame-types.ts";

const { pile, gun } = f;
const tariffModel = named(bcdKeeping(2), { zh: "计费模型编号", en: "tariff number" });

/** Login, heartbeat, tariff and state of a gun: types 01 to 13. */
export const loginBodies = {
  login: body(types.login, {
    pile,
    pileType: named(u8, { zh: "桩类型", en: "pile type", codes: codes.pileTypes }),
    guns: named(u8, { zh: "充电枪数量", en: "number of guns" }),
    protocolVersion: named(u8, { zh: "通信协议版本", en: "protocol version", unit: "0.1" }),
    firmware: named(text(8, "ascii"), { zh: "程序版本", en: "firmware" }),
    network: named(u8, { zh: "网络链接类型", en: "network" }),
    sim: named(bcdKeeping(10), { zh: "SIM 卡", en: "SIM" }),
    operator: named(u8, { zh: "运营商", en: "network operator" }),
  }),
  loginAnswer: body(types.loginAnswer, {
    pile,
    result: named(u8, { zh: "登录结果", en: "result", codes: codes.successFirst }),
  }),
  heartbeat: body(types.heartbeat, {
    pile,
    gun,
    state: named(u8, { zh: "枪状态", en: "state of the gun", codes: codes.heartbeatStates }),
  }),
  heartbeatAnswer: body(types.heartbeatAnswer, { pile, gun, answer: named(u8, { zh: "心跳应答", en: "answer, 0" }) }),
  tariffCheck: body(types.tariffCheck, { pile, tariffModel }),
  tariffCheckAnswer: body(types.tariffCheckAnswer, {
    pile,
    tariffModel,
    result: named(u8, { zh: "验证结果", en: "result", codes: codes.tariffChecks }),
  }),
  tariffRequest: body(types.tariffRequest, { pile }),
  tariffAnswer: tariffOf(types.tariffAnswer),
  readRealtime: body(types.readRealtime, { pile, gun }),
  realtime: body(types.realtime, {
    ...f.ofSession,
    state: named(u8, { zh: "状态", en: "state", codes: codes.gunStates }),
    homed: named(u8, { zh: "枪是否归位", en: "gun in its holder", codes: codes.homedStates }),
    plugged: named(u8, { zh: "是否插枪", en: "gun plugged in", codes: codes.pluggedStates }),
    voltage: f.voltage("输出电压", "output voltage"),
    current: named(u16le, { zh: "输出电流", en: "output current", unit: "0.1 A" }),
    gunTemperature: f.temperature("枪线温度", "temperature of the gun's cable"),
    cable: named(bytes(8), { zh: "枪线编码", en: "number of the gun's cable" }),
    soc: named(u8, { zh: "SOC", en: "charge of the battery", unit: "%" }),
    batteryTemperature: f.temperature("电池组最高温度", "highest temperature of the battery"),
    elapsed: f.number("累计充电时间", "time charged", "min"),
    remaining: f.number("剩余时间", "time left", "min"),
    energy: f.energy("充电度数", "energy"),
    lossEnergy: f.energy("计损充电度数", "energy with losses"),
    amount: f.money("已充金额", "amount"),
    faults: named(flags(u16le, f.hardwareFaultBits), { zh: "硬件故障", en: "hardware faults" }),
  }),
} as const;

/** Four prices and the period of each half-hour of the day. Prices have five decimals. */
export function tariffOf(type: TypeRow) {
  const fees = (zh: string, en: string) =>
    named(
      struct(type.clause, {
        energyFee: named(u32le, { zh: "电费费率", en: "energy fee", unit: "0.00001 yuan/kWh" }),
        serviceFee: named(u32le, { zh: "服务费费率", en: "service fee", unit: "0.00001 yuan/kWh" }),
      }),
      { zh, en },
    );
  return body(type, {
    pile,
    tariffModel,
    sharp: fees("尖", "sharp"),
    peak: fees("峰", "peak"),
    flat: fees("平", "flat"),
    valley: fees("谷", "valley"),
    loss: named(u8, { zh: "计损比例", en: "losses", unit: "%" }),
    halfHours: named(bytes(48), {
      zh: "0:00 起每半小时的费率号",
      en: "period of each half-hour from 0:00",
      codes: codes.tariffPeriods,
    }),
  });
}
