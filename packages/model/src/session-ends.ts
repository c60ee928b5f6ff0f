import type { AlarmType } from "./alarm-types.ts";
import { type CodeRow, isSlugOf } from "./table.ts";

/** One row of {@link sessionEnds}. */
export type SessionEndRow = CodeRow & {
  /** CP-3.2 counts it as an abnormal power-off (异常断电). */ readonly isAbnormal: boolean;
  /** What the end also is: an alarm or an event of its own; null when it is neither. */ readonly alarm: AlarmType | null;
};

/**
 * Why a charging session ended (充电结束原因), CP-3.1, CP-3.2. A code of a protocol that no row fits is `unknown`, which counts as
 * abnormal; its raw code is kept.
 */
// biome-ignore format: a table is read by its rows
export const sessionEnds = {
  full: { code: 1, zh: "充满", en: "Full", isAbnormal: false, alarm: "chargeFull" },
  timeLimit: { code: 2, zh: "达到时间", en: "Time reached", isAbnormal: false, alarm: null },
  energyLimit: { code: 3, zh: "达到电量", en: "Energy reached", isAbnormal: false, alarm: null },
  moneyLimit: { code: 4, zh: "达到金额", en: "Money used up", isAbnormal: false, alarm: null },
  userUnplugged: { code: 5, zh: "用户拔出", en: "Unplugged by the user", isAbnormal: false, alarm: "userUnplugged" },
  userStopped: { code: 6, zh: "用户停止", en: "Stopped by the user", isAbnormal: false, alarm: null },
  serverStopped: { code: 7, zh: "平台停止", en: "Stopped by the platform", isAbnormal: false, alarm: null },
  noLoad: { code: 8, zh: "空载", en: "No load", isAbnormal: false, alarm: null },
  normal: { code: 10, zh: "正常结束", en: "Ended normally", isAbnormal: false, alarm: "chargeEnd" },
  startFailed: { code: 9, zh: "启动失败", en: "Start failed", isAbnormal: true, alarm: null },
  overCurrent: { code: 20, zh: "过流", en: "Over-current", isAbnormal: true, alarm: "overCurrent" },
  overPower: { code: 21, zh: "过载", en: "Overload", isAbnormal: true, alarm: "overCurrent" },
  currentLimited: { code: 22, zh: "限流", en: "Current limited", isAbnormal: true, alarm: "currentLimited" },
  residualCurrent: { code: 23, zh: "漏电", en: "Residual current", isAbnormal: true, alarm: "residualCurrentOver" },
  shortCircuit: { code: 24, zh: "短路", en: "Short circuit", isAbnormal: true, alarm: "shortCircuit" },
  overTemperature: { code: 25, zh: "过温", en: "Over-temperature", isAbnormal: true, alarm: "temperatureOver" },
  overVoltage: { code: 26, zh: "过压", en: "Over-voltage", isAbnormal: true, alarm: "overVoltage" },
  underVoltage: { code: 27, zh: "欠压", en: "Under-voltage", isAbnormal: true, alarm: "underVoltage" },
  powerLoss: { code: 28, zh: "断电", en: "Power loss", isAbnormal: true, alarm: "powerOutage" },
  noOutput: { code: 29, zh: "无输出", en: "No output", isAbnormal: true, alarm: "contactBad" },
  relayFault: { code: 30, zh: "继电器或保险丝故障", en: "Relay or fuse fault", isAbnormal: true, alarm: "relayWelded" },
  smoke: { code: 31, zh: "烟雾", en: "Smoke", isAbnormal: true, alarm: "smokeAlarm" },
  fire: { code: 32, zh: "消防联动", en: "Fire system", isAbnormal: true, alarm: "fireAlarm" },
  extinguisher: { code: 33, zh: "灭火装置启动", en: "Extinguisher", isAbnormal: true, alarm: "extinguisherTriggered" },
  water: { code: 34, zh: "水浸", en: "Water", isAbnormal: true, alarm: "waterImmersion" },
  emergencyStop: { code: 35, zh: "急停", en: "Emergency stop", isAbnormal: true, alarm: "chargeAbnormalOff" },
  insulation: { code: 36, zh: "绝缘故障", en: "Insulation fault", isAbnormal: true, alarm: "insulationLow" },
  commFault: { code: 37, zh: "通信中断", en: "Communication lost", isAbnormal: true, alarm: "commFault" },
  deviceFault: { code: 38, zh: "设备故障", en: "Device fault", isAbnormal: true, alarm: "deviceFault" },
  memoryFault: { code: 39, zh: "存储故障", en: "Memory fault", isAbnormal: true, alarm: "memoryFault" },
  unknown: { code: 255, zh: "未知原因", en: "Unknown reason", isAbnormal: true, alarm: "chargeAbnormalOff" },
} as const satisfies { readonly [slug: string]: SessionEndRow };

/** Slug of {@link sessionEnds}. */
export type SessionEnd = keyof typeof sessionEnds;

/** True for a slug of {@link sessionEnds}. */
export const isSessionEnd = (text: unknown): text is SessionEnd => isSlugOf(sessionEnds, text);
