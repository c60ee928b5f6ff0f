import type { AlarmType, SessionEnd } from "@dianan/model";
import { DOCUMENT } from "./frame-types.ts";

/** What a stop code (停止原因) means. */
export type StopCode = {
  readonly code: number;
  readonly zh: string;
  readonly en: string;
  readonly clause: string;
  /** `document`: the words are the document's. `unchecked`: from general knowledge, not compared with the document. */
  readonly source: "document" | "unchecked";
};

/** Stop code as the document writes it: `4F`. */
export const stopText = (code: number): string => code.toString(16).toUpperCase().padStart(2, "0");

const row = <S extends StopCode["source"]>(source: S, code: number, zh: string, en: string) =>
  ({ code, zh, en, clause: `${DOCUMENT} stop code ${stopText(code)}`, source }) as const;
const known = (code: number, zh: string, en: string) => row("document", code, zh, en);
const likely = (code: number, zh: string, en: string) => row("unchecked", code, zh, en);

/**
 * Stop codes (停止原因代码): 40 to 49 a wanted end, 4A to 69 the start failed, 6A to 8F stopped while charging, 90 unknown. Codes
 * without a row are kept as numbers and mean what their range means. Those from 8A to 90 are not confirmed by the document.
 */
// biome-ignore format: a table is read by its rows
export const stopCodes = {
  app: known(0x40, "结束充电,APP 远程停止", "stopped by app"),
  soc: known(0x41, "SOC 达到 100%", "battery full"),
  energy: known(0x42, "充电电量满足设定条件", "energy reached"),
  money: known(0x43, "充电金额满足设定条件", "money used up"),
  time: known(0x44, "充电时间满足设定条件", "time reached"),
  manual: known(0x45, "手动停止充电", "stopped by hand"),
  startControlSystem: likely(0x4a, "启动失败:控制系统故障", "start: control system"),
  startPilotLost: likely(0x4b, "启动失败:控制导引断开", "start: control pilot lost"),
  startBreaker: likely(0x4c, "启动失败:断路器跳位", "start: breaker open"),
  startMeterComm: likely(0x4d, "启动失败:电表通信中断", "start: meter does not answer"),
  startBalance: likely(0x4e, "启动失败:余额不足", "start: balance too low"),
  startModule: known(0x4f, "启动失败:充电模块故障", "start: charging module"),
  startEmergencyStop: known(0x50, "启动失败:急停开入", "start: emergency stop"),
  startSurgeProtector: likely(0x51, "启动失败:防雷器异常", "start: surge protector"),
  startBmsNotReady: likely(0x52, "启动失败:BMS 未就绪", "start: battery not ready"),
  startTemperature: known(0x53, "启动失败:温度异常", "start: temperature"),
  startReversed: likely(0x54, "启动失败:电池反接", "start: battery reversed"),
  startLock: likely(0x55, "启动失败:电子锁异常", "start: connector lock"),
  startClosing: likely(0x56, "启动失败:合闸失败", "start: contactor did not close"),
  startInsulation: known(0x57, "启动失败:绝缘异常", "start: insulation"),
  lockedOut: likely(0x6a, "异常中止:系统闭锁", "abort: locked out"),
  pilotLost: likely(0x6b, "异常中止:导引断开", "abort: control pilot lost"),
  breaker: likely(0x6c, "异常中止:断路器跳位", "abort: breaker open"),
  meterComm: likely(0x6d, "异常中止:电表通信中断", "abort: meter does not answer"),
  balance: likely(0x6e, "异常中止:余额不足", "abort: balance used up"),
  acProtection: known(0x6f, "异常中止:交流保护动作", "abort: alternating-current protection"),
  dcProtection: likely(0x70, "异常中止:直流保护动作", "abort: direct-current protection"),
  module: likely(0x71, "异常中止:充电模块故障", "abort: charging module"),
  emergencyStop: likely(0x72, "异常中止:急停开入", "abort: emergency stop"),
  surgeProtector: likely(0x73, "异常中止:防雷器异常", "abort: surge protector"),
  temperature: known(0x74, "异常中止:温度异常", "abort: temperature"),
  output: likely(0x75, "异常中止:输出异常", "abort: output"),
  noCurrent: known(0x76, "异常中止:充电无流", "abort: no current"),
  lock: likely(0x77, "异常中止:电子锁异常", "abort: connector lock"),
  totalVoltage: likely(0x79, "异常中止:总充电电压异常", "abort: total voltage"),
  totalCurrent: likely(0x7a, "异常中止:总充电电流异常", "abort: total current"),
  cellVoltage: likely(0x7b, "异常中止:单体充电电压异常", "abort: cell voltage"),
  batteryHot: likely(0x7c, "异常中止:电池组过温", "abort: battery too hot"),
  batteryState: likely(0x81, "异常中止:电池状态异常", "abort: battery state"),
  forbidden: likely(0x82, "异常中止:车辆禁止充电", "abort: vehicle forbids charging"),
  powerLoss: known(0x83, "异常中止:充电桩断电", "abort: power lost"),
  unknown: likely(0x90, "未知原因停止", "unknown reason"),
} as const satisfies Readonly<Record<string, StopCode>>;

/** What a session's end means in the model; `alarm`: what else is to be told, null when nothing is. */
export type StopMeaning = { readonly end: SessionEnd; readonly alarm: AlarmType | null; readonly text: string };

type Ending = Omit<StopMeaning, "text">;
const START_FAILED: Ending = { end: "startFailed", alarm: null };
const ABORTED: Ending = { end: "unknown", alarm: "chargeAbnormalOff" };

/** Codes whose meaning the document gives; the others mean what their range means. */
const meanings: ReadonlyMap<number, Ending> = new Map<number, Ending>([
  [stopCodes.app.code, { end: "userStopped", alarm: null }],
  [stopCodes.soc.code, { end: "full", alarm: "chargeFull" }],
  [stopCodes.energy.code, { end: "energyLimit", alarm: null }],
  [stopCodes.money.code, { end: "moneyLimit", alarm: null }],
  [stopCodes.time.code, { end: "timeLimit", alarm: null }],
  [stopCodes.manual.code, { end: "userStopped", alarm: null }],
  [stopCodes.startTemperature.code, { end: "startFailed", alarm: "temperatureOver" }],
  [stopCodes.startInsulation.code, { end: "startFailed", alarm: "insulationLow" }],
  [stopCodes.acProtection.code, { end: "overCurrent", alarm: "overCurrent" }],
  [stopCodes.temperature.code, { end: "overTemperature", alarm: "temperatureOver" }],
  [stopCodes.noCurrent.code, { end: "noOutput", alarm: "chargeAbnormalOff" }],
  [stopCodes.powerLoss.code, { end: "powerLoss", alarm: "powerOutage" }],
]);

const ranges: readonly { readonly from: number; readonly to: number; readonly ending: Ending }[] = [
  { from: 0x4a, to: 0x69, ending: START_FAILED },
  { from: 0x6a, to: 0x8f, ending: ABORTED },
  { from: 0x90, to: 0x90, ending: ABORTED },
];

/** What a stop code means; a code outside every range is an unknown end and an unmapped alarm. */
export const stopMeaning = (code: number): StopMeaning => {
  const ending =
    meanings.get(code) ??
    ranges.find(({ from, to }) => code >= from && code <= to)?.ending ??
    ({ end: "unknown", alarm: "unmapped" } as const);
  const listed = Object.values(stopCodes).find((one) => one.code === code);
  return { ...ending, text: listed?.zh ?? "" };
};
