import { bytesUntilEnd, countOf, lengthPrefixed, list, named, trailing, u8, u16le, u32le, union } from "@dianan/layout";
import { commandCodes as commands, pushedAlarms, startResults, stopReasons } from "./codes.ts";
import * as f from "./fields.ts";

const { dataOf, keptData, unparsed } = f;
const oldCount = "portCount";

/** What a socket or pile says of itself. */
const ofPorts = {
  register: dataOf(commands.register, {
    firmware: f.firmware,
    ports: named(u8, { zh: "端口数", en: "number of ports" }),
    virtualId: f.virtualId,
    deviceType: f.deviceType,
    workMode: f.workMode,
    powerBoardFirmware: trailing(named(u16le, { zh: "电源板固件版本", en: "firmware of the power board" })),
    unparsed,
  }),
  heartbeat: dataOf(commands.heartbeat, {
    voltage: f.voltage,
    states: named(list(f.portState, { count: u8 }), { zh: "端口状态", en: "states of the ports" }),
    rssi: trailing(f.rssi),
    temperature: trailing(f.temperature("环境温度", "ambient temperature")),
    unparsed,
  }),
  oldHeartbeat: dataOf(commands.oldHeartbeat, {
    firmware: f.firmware,
    voltage: f.voltage,
    portCount: named(countOf("states", u8), { zh: "端口数", en: "number of ports" }),
    states: named(list(f.portState, { count: oldCount }), { zh: "端口状态", en: "states of the ports" }),
    powers: named(list(f.power("功率", "power"), { count: oldCount }), { zh: "端口功率", en: "power of each port" }),
    peakPowers: named(list(f.power("最高功率", "highest power"), { count: oldCount }), {
      zh: "端口最高功率",
      en: "highest power of each port",
    }),
    virtualId: f.virtualId,
    rssi: f.rssi,
    deviceType: f.deviceType,
    temperature: f.plainTemperature,
    workMode: f.workMode,
    unparsed,
  }),
  cardSwipe: dataOf(commands.cardSwipe, {
    card: f.card,
    type: named(u8, { zh: "卡类型", en: "type of the card" }),
    port: named(u8, { zh: "端口号(从 0 起,FF 查询余额)", en: "port, from 0; 255: balance query" }),
    purse: named(u16le, { zh: "卡内余额", en: "money on the card", unit: "fen" }),
    time: trailing(f.deviceTime),
    secondCard: trailing(named(lengthPrefixed(u8, bytesUntilEnd), { zh: "卡号 2", en: "second card number" })),
    unparsed,
  }),
} as const;

/** What becomes of a charging session. */
const ofSessions = {
  settlement: dataOf(commands.settlement, {
    seconds: f.seconds,
    maxPower: f.power("最大功率", "highest power"),
    energy: f.energy,
    port: f.port,
    startMode: f.startMode,
    card: f.card,
    stopReason: named(u8, { zh: "停止原因", en: "reason of the end", codes: stopReasons }),
    order: trailing(f.order),
    secondMaxPower: trailing(f.power("第二最大功率", "second highest power")),
    time: trailing(f.deviceTime),
    unparsed,
  }),
  powerHeartbeat: dataOf(commands.powerHeartbeat, {
    port: f.port,
    state: f.portState,
    seconds: f.seconds,
    energy: f.energy,
    startMode: f.startMode,
    power: f.power("当前功率", "power"),
    maxPower: f.power("最大功率", "highest power"),
    minPower: f.power("最小功率", "lowest power"),
    averagePower: f.power("平均功率", "average power"),
    order: trailing(f.order),
    rawPeriod: trailing(named(u16le, { zh: "周期(原始值)", en: "period, raw" })),
    peakPower: trailing(f.power("峰值功率", "peak power")),
    voltage: trailing(f.voltage),
    current: trailing(named(u16le, { zh: "电流", en: "current", unit: "0.001 A" })),
    temperature: trailing(f.temperature("环境温度", "ambient temperature")),
    portTemperature: trailing(f.temperature("端口温度", "temperature of the port")),
    time: trailing(f.deviceTime),
    unparsed,
  }),
  startStopAnswer: dataOf(commands.startStop, {
    result: named(u8, { zh: "结果", en: "result", codes: startResults }),
    order: trailing(f.order),
    port: trailing(f.port),
    waiting: trailing(named(u16le, { zh: "待充端口", en: "ports waiting" })),
    unparsed,
  }),
} as const;

/** What hosts and cabinets say. */
const ofHosts = {
  hostHeartbeat: keptData(commands.hostHeartbeat),
  hostStatus: dataOf(commands.hostStatus, {
    switch: named(u8, { zh: "分合闸状态", en: "switch" }),
    temperature: f.temperature("主机温度", "temperature of the host"),
    voltage: f.voltage,
    current: named(u16le, { zh: "电流", en: "current", unit: "0.01 A" }),
    energy: named(u32le, { zh: "电量", en: "energy", unit: "0.01 kWh" }),
    meterCurrent: trailing(
      named(u16le, { zh: "电表电流(单位未列明)", en: "current of the meter, unit not published" }),
    ),
    meterEnergy: trailing(named(u32le, { zh: "电表电量", en: "energy of the meter", unit: "0.01 kWh" })),
    smoke: trailing(named(u8, { zh: "烟感", en: "smoke" })),
    relay: trailing(named(u8, { zh: "继电器", en: "relay" })),
    leakage: trailing(named(u8, { zh: "漏电流", en: "residual current", unit: "mA" })),
    liveTemperature: trailing(f.temperature("火线温度", "temperature of the live terminal")),
    neutralTemperature: trailing(f.temperature("零线温度", "temperature of the neutral terminal")),
    locked: trailing(named(u8, { zh: "锁定", en: "locked" })),
    style: trailing(named(u8, { zh: "类型", en: "style" })),
    unparsed,
  }),
  hostTimeRequest: keptData(commands.hostTime),
  timeRequest: keptData(commands.time),
  cabinetHeartbeat: keptData(commands.cabinetHeartbeat),
  alarm: dataOf(commands.alarm, {
    type: named(u8, { zh: "报警类型", en: "kind of alarm", codes: pushedAlarms }),
    place: named(u8, { zh: "端口号或 485 地址", en: "port from 0, or address on RS-485" }),
    /** Their width is not published. */
    trigger: named(bytesUntilEnd, { zh: "触发位", en: "trigger bits" }),
  }),
  fullNotice: keptData(commands.fullNotice),
  portPush: keptData(commands.portPush),
} as const;

/** Answers whose layout is not published. */
const answers = {
  setThresholdsAnswer: keptData(commands.setThresholds),
  setMoreThresholdsAnswer: keptData(commands.setMoreThresholds),
  setLimitsAnswer: keptData(commands.setLimits),
  rebootAnswer: keptData(commands.reboot),
  changeDurationAnswer: keptData(commands.changeDuration),
  locateAnswer: keptData(commands.locate),
} as const;

const cases = { ...ofPorts, ...ofSessions, ...ofHosts, ...answers };

/** Data of a frame from the device (上行). A command that is not known keeps its bytes. */
export const upMessage = named(union("command", cases, { unknown: "command" }), { zh: "数据", en: "data" });
/** Whether the command has a table in this direction. */
export const isUpCommand = (command: number): boolean => Object.values(cases).some(([code]) => code === command);
/** Whether a message of this kind comes from the device. */
export const isUpKind = (kind: string): boolean => Object.hasOwn(cases, kind);
