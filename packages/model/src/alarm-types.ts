import type { AlarmClass } from "./alarm-classes.ts";
import { type Quantity, quantityText } from "./quantities.ts";
import type { SeverityLevel } from "./severities.ts";
import { type CodeRow, isSlugOf, slugOfCode } from "./table.ts";

/** One row of {@link alarmTypes}. */
export type AlarmTypeRow = CodeRow & {
  readonly class: AlarmClass;
  /** 1 critical to 4 low. */ readonly severity: SeverityLevel;
  /** Electrical fire monitors send it. */ readonly fire: boolean;
  /** Charging piles send it. */ readonly eBike: boolean;
  /** What its value and set point are measured in; null when it has none. */ readonly quantity: Quantity | null;
};

/**
 * What alarm records are about (报警类型), SH-5. Numbers are ours. A code that no row fits is `unmapped`, a fault of level 3
 * whose raw code is kept: a severity is never invented for it. All events are `fire`, `eBike` or both.
 */
// biome-ignore format: a table is read by its rows
export const alarmTypes = {
  // alarm 报警
  residualCurrentOver: { code: 1, zh: "剩余电流报警", en: "Residual current alarm", class: "alarm", severity: 1, fire: true, eBike: true, quantity: "residualCurrent" },
  temperatureOver: { code: 2, zh: "温度报警", en: "Temperature alarm", class: "alarm", severity: 1, fire: true, eBike: true, quantity: "temperature" },
  arcDetected: { code: 3, zh: "故障电弧报警", en: "Arc fault alarm", class: "alarm", severity: 1, fire: true, eBike: false, quantity: "arcCount" },
  pyrolysisParticle: { code: 4, zh: "热解粒子报警", en: "Pyrolysis particle alarm", class: "alarm", severity: 1, fire: true, eBike: false, quantity: null },
  smokeAlarm: { code: 5, zh: "烟雾报警", en: "Smoke alarm", class: "alarm", severity: 1, fire: true, eBike: true, quantity: null },
  overCurrent: { code: 6, zh: "过流过载报警", en: "Over-current alarm", class: "alarm", severity: 1, fire: true, eBike: true, quantity: "current" },
  shortCircuit: { code: 7, zh: "短路报警", en: "Short-circuit alarm", class: "alarm", severity: 1, fire: true, eBike: true, quantity: "current" },
  overVoltage: { code: 8, zh: "过压报警", en: "Over-voltage alarm", class: "alarm", severity: 2, fire: true, eBike: true, quantity: "voltage" },
  underVoltage: { code: 9, zh: "欠压报警", en: "Under-voltage alarm", class: "alarm", severity: 2, fire: true, eBike: true, quantity: "voltage" },
  phaseLoss: { code: 10, zh: "缺相报警", en: "Phase loss alarm", class: "alarm", severity: 2, fire: true, eBike: false, quantity: null },
  phaseSequence: { code: 11, zh: "错相报警", en: "Phase sequence alarm", class: "alarm", severity: 2, fire: true, eBike: false, quantity: null },
  neutralLoss: { code: 12, zh: "缺零报警", en: "Neutral loss alarm", class: "alarm", severity: 2, fire: true, eBike: false, quantity: null },
  powerOutage: { code: 13, zh: "断电报警", en: "Power outage", class: "alarm", severity: 2, fire: true, eBike: true, quantity: null },
  tripped: { code: 14, zh: "跳闸", en: "Breaker tripped", class: "alarm", severity: 2, fire: true, eBike: true, quantity: null },
  waterImmersion: { code: 15, zh: "水浸报警", en: "Water immersion alarm", class: "alarm", severity: 1, fire: false, eBike: true, quantity: null },
  extinguisherTriggered: { code: 16, zh: "灭火装置启动", en: "Extinguisher triggered", class: "alarm", severity: 1, fire: false, eBike: true, quantity: null },
  insulationLow: { code: 17, zh: "绝缘电阻低报警", en: "Low insulation alarm", class: "alarm", severity: 2, fire: true, eBike: true, quantity: "insulationResistance" },
  staticElectricity: { code: 18, zh: "静电超限报警", en: "Static electricity alarm", class: "alarm", severity: 2, fire: true, eBike: false, quantity: "staticVoltage" },
  chargeAbnormalOff: { code: 19, zh: "充电异常断电", en: "Abnormal charging power-off", class: "alarm", severity: 2, fire: false, eBike: true, quantity: null },
  doorForced: { code: 20, zh: "柜门弹开", en: "Cabinet door forced", class: "alarm", severity: 2, fire: false, eBike: true, quantity: null },
  fireAlarm: { code: 21, zh: "火警", en: "Fire alarm", class: "alarm", severity: 1, fire: true, eBike: true, quantity: null },
  // warning 预警
  residualCurrentHigh: { code: 101, zh: "剩余电流预警", en: "Residual current warning", class: "warning", severity: 3, fire: true, eBike: true, quantity: "residualCurrent" },
  temperatureHigh: { code: 102, zh: "温度预警", en: "Temperature warning", class: "warning", severity: 3, fire: true, eBike: true, quantity: "temperature" },
  overloadHigh: { code: 103, zh: "负荷预警", en: "Load warning", class: "warning", severity: 3, fire: true, eBike: true, quantity: "current" },
  voltageHigh: { code: 104, zh: "电压偏高预警", en: "High voltage warning", class: "warning", severity: 3, fire: true, eBike: true, quantity: "voltage" },
  voltageLow: { code: 105, zh: "电压偏低预警", en: "Low voltage warning", class: "warning", severity: 3, fire: true, eBike: true, quantity: "voltage" },
  insulationFalling: { code: 106, zh: "绝缘下降预警", en: "Falling insulation warning", class: "warning", severity: 3, fire: true, eBike: true, quantity: "insulationResistance" },
  staticHigh: { code: 107, zh: "静电预警", en: "Static electricity warning", class: "warning", severity: 3, fire: true, eBike: false, quantity: "staticVoltage" },
  arcFrequent: { code: 108, zh: "电弧频发预警", en: "Frequent arcs warning", class: "warning", severity: 3, fire: true, eBike: false, quantity: "arcCount" },
  dataMissing: { code: 109, zh: "数据缺失预警", en: "Missing data warning", class: "warning", severity: 3, fire: true, eBike: true, quantity: null },
  hazardFound: { code: 110, zh: "隐患预警", en: "Hazard warning", class: "warning", severity: 3, fire: true, eBike: true, quantity: null },
  // fault 故障
  standbyLive: { code: 201, zh: "待机带电", en: "Outlet live in standby", class: "fault", severity: 2, fire: false, eBike: true, quantity: null },
  sensorOpen: { code: 202, zh: "传感器断路", en: "Sensor open circuit", class: "fault", severity: 2, fire: true, eBike: false, quantity: null },
  sensorShort: { code: 203, zh: "传感器短路", en: "Sensor short circuit", class: "fault", severity: 2, fire: true, eBike: false, quantity: null },
  sensorFault: { code: 204, zh: "传感器故障", en: "Sensor fault", class: "fault", severity: 2, fire: true, eBike: false, quantity: null },
  commFault: { code: 205, zh: "通信故障", en: "Communication fault", class: "fault", severity: 3, fire: true, eBike: true, quantity: null },
  deviceFault: { code: 206, zh: "设备故障", en: "Device fault", class: "fault", severity: 3, fire: true, eBike: true, quantity: null },
  memoryFault: { code: 207, zh: "存储故障", en: "Memory fault", class: "fault", severity: 3, fire: true, eBike: true, quantity: null },
  relayWelded: { code: 208, zh: "继电器粘连", en: "Relay welded", class: "fault", severity: 2, fire: false, eBike: true, quantity: null },
  fuseBlown: { code: 209, zh: "保险丝熔断", en: "Fuse blown", class: "fault", severity: 2, fire: false, eBike: true, quantity: null },
  contactBad: { code: 210, zh: "接触不良", en: "Bad contact", class: "fault", severity: 2, fire: false, eBike: true, quantity: null },
  lowBattery: { code: 211, zh: "电量低", en: "Low battery", class: "fault", severity: 3, fire: true, eBike: true, quantity: "batteryPercent" },
  mainsSupplyFault: { code: 212, zh: "主电故障", en: "Mains supply fault", class: "fault", severity: 3, fire: true, eBike: true, quantity: null },
  contaminated: { code: 213, zh: "传感器污染", en: "Sensor contaminated", class: "fault", severity: 3, fire: true, eBike: false, quantity: null },
  lifeExpired: { code: 214, zh: "寿命到期", en: "End of life", class: "fault", severity: 3, fire: true, eBike: false, quantity: null },
  removed: { code: 215, zh: "设备被拆", en: "Device removed", class: "fault", severity: 3, fire: true, eBike: false, quantity: null },
  backupSupplyFault: { code: 216, zh: "备电故障", en: "Backup supply fault", class: "fault", severity: 3, fire: true, eBike: true, quantity: null },
  unmapped: { code: 299, zh: "未识别的告警", en: "Unrecognised alarm", class: "fault", severity: 3, fire: true, eBike: true, quantity: null },
  // offline 离线
  offline: { code: 301, zh: "设备离线", en: "Device offline", class: "offline", severity: 2, fire: true, eBike: true, quantity: null },
  // event 事件
  currentLimited: { code: 401, zh: "限流动作", en: "Current limited", class: "event", severity: 4, fire: false, eBike: true, quantity: "current" },
  chargeFull: { code: 402, zh: "充满断电", en: "Fully charged", class: "event", severity: 4, fire: false, eBike: true, quantity: null },
  chargeEnd: { code: 403, zh: "充电结束", en: "Charging ended", class: "event", severity: 4, fire: false, eBike: true, quantity: null },
  userUnplugged: { code: 404, zh: "拔出断电", en: "Unplugged", class: "event", severity: 4, fire: false, eBike: true, quantity: null },
  selfCheck: { code: 405, zh: "自检", en: "Self-test", class: "event", severity: 4, fire: true, eBike: true, quantity: null },
  silenced: { code: 406, zh: "消音", en: "Silenced", class: "event", severity: 4, fire: true, eBike: true, quantity: null },
  reset: { code: 407, zh: "复位", en: "Reset", class: "event", severity: 4, fire: true, eBike: true, quantity: null },
  paramChanged: { code: 408, zh: "参数修改", en: "Parameter changed", class: "event", severity: 4, fire: true, eBike: true, quantity: null },
} as const satisfies { readonly [slug: string]: AlarmTypeRow };

/** Slug of {@link alarmTypes}. */
export type AlarmType = keyof typeof alarmTypes;

/** True for a slug of {@link alarmTypes}. */
export const isAlarmType = (text: unknown): text is AlarmType => isSlugOf(alarmTypes, text);

/** The alarm type of a code, or null when it is unknown. */
export const alarmTypeOfCode = (code: number): AlarmType | null => slugOfCode(alarmTypes, code);

/** Words in both languages of the project. */
export type Words = { readonly zh: string; readonly en: string };

/**
 * What an alarm says to people (报警信息描述): its name, its value and set point when it has them.
 *
 * @param value - scaled integer of the type's quantity; ignored for a type without one
 * @param threshold - the set point (设定值), same scale
 * @returns for example `剩余电流报警:689 mA(设定值 500 mA)` and `Residual current alarm: 689 mA (set point 500 mA)`
 */
export const alarmText = (type: AlarmType, value?: number, threshold?: number): Words => {
  const { zh, en, quantity }: AlarmTypeRow = alarmTypes[type];
  if (quantity === null || (value === undefined && threshold === undefined)) return { zh, en };
  const set = threshold === undefined ? null : quantityText(quantity, threshold);
  if (value === undefined) return { zh: `${zh}(设定值 ${set})`, en: `${en} (set point ${set})` };
  const read = quantityText(quantity, value);
  if (set === null) return { zh: `${zh}:${read}`, en: `${en}: ${read}` };
  return { zh: `${zh}:${read}(设定值 ${set})`, en: `${en}: ${read} (set point ${set})` };
};
