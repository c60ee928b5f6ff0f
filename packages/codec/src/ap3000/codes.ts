import type { Code } from "@dianan/layout";
import type { AlarmType, SessionEnd, Status } from "@dianan/model";

/** Document that every clause of this protocol belongs to: 电动自行车:设备-服务器通信协议 V8.6, with that of the hosts. */
export const DOCUMENT = "AP3000 V8.6";
/** What a command byte says, as a clause. */
export const clauseOf = (command: number): string =>
  `${DOCUMENT} command ${command.toString(16).toUpperCase().padStart(2, "0")}`;
export const FRAME_CLAUSE = `${DOCUMENT} frame`;

type Codes = Readonly<Record<string, Code>>;

/** What the highest byte of a physical id (物理 ID) says of the device (识别码). */
// biome-ignore format: a table is read by its rows
export const recognitionCodes = {
  singleSocket: { code: 0x03, zh: "单路插座", en: "single socket" },
  dualSocket: { code: 0x04, zh: "双路插座", en: "dual socket" },
  tenWay: { code: 0x05, zh: "10 路充电桩", en: "10-way pile" },
  sixteenWay: { code: 0x06, zh: "16 路充电桩", en: "16-way pile" },
  twelveWay: { code: 0x07, zh: "12 路充电桩", en: "12-way pile" },
  host: { code: 0x09, zh: "主机", en: "host" },
  leakageHost: { code: 0x0a, zh: "漏保主机", en: "host with leakage protection" },
} as const satisfies Codes;

/** Commands (命令) of both directions. */
// biome-ignore format: a table is read by its rows
export const commandCodes = {
  oldHeartbeat: { code: 0x01, zh: "旧版心跳", en: "heartbeat of old firmware" },
  cardSwipe: { code: 0x02, zh: "刷卡", en: "card swipe" },
  settlement: { code: 0x03, zh: "结算", en: "settlement" },
  powerHeartbeat: { code: 0x06, zh: "功率心跳", en: "power heartbeat" },
  hostHeartbeat: { code: 0x11, zh: "主机心跳", en: "heartbeat of a host" },
  hostTime: { code: 0x12, zh: "主机获取时间", en: "a host asks for the time" },
  hostStatus: { code: 0x17, zh: "漏保主机状态", en: "status of a leakage host" },
  register: { code: 0x20, zh: "注册", en: "register" },
  heartbeat: { code: 0x21, zh: "心跳", en: "heartbeat" },
  time: { code: 0x22, zh: "获取时间", en: "a device asks for the time" },
  cabinetHeartbeat: { code: 0x41, zh: "充电柜心跳", en: "heartbeat of a cabinet" },
  alarm: { code: 0x42, zh: "报警推送", en: "alarm push" },
  fullNotice: { code: 0x43, zh: "充满通知", en: "full notice" },
  portPush: { code: 0x44, zh: "端口推送", en: "port push" },
  query: { code: 0x81, zh: "查询", en: "query: the device registers and sends its state" },
  startStop: { code: 0x82, zh: "启停充电", en: "start or stop charging" },
  setThresholds: { code: 0x83, zh: "设置参数一", en: "set thresholds, first set" },
  setMoreThresholds: { code: 0x84, zh: "设置参数二", en: "set thresholds, second set" },
  setLimits: { code: 0x85, zh: "设置最大时长、过载与过欠压", en: "set longest time, overload, over- and under-voltage" },
  reboot: { code: 0x87, zh: "重启", en: "reboot" },
  changeDuration: { code: 0x8a, zh: "修改充电时长", en: "change the duration" },
  locate: { code: 0x96, zh: "寻找设备", en: "locate" },
} as const satisfies Codes;

type PortStateRow = Code & {
  readonly status: Status;
  /** The condition that this state is; null when it is none. */ readonly alarm: AlarmType | null;
};

/** States of a port (端口状态), commands 21, 01 and 06. */
// biome-ignore format: a table is read by its rows
export const portStates = {
  idle: { code: 0x00, zh: "空闲", en: "idle", status: "idle", alarm: null },
  charging: { code: 0x01, zh: "充电中", en: "charging", status: "charging", alarm: null },
  pluggedWaiting: { code: 0x02, zh: "已插枪未启动", en: "plugged in, not started", status: "occupied", alarm: null },
  pluggedFull: { code: 0x03, zh: "已插枪已充满", en: "plugged in, full", status: "full", alarm: null },
  noMetering: { code: 0x04, zh: "无法计量", en: "no metering", status: "fault", alarm: "deviceFault" },
  floating: { code: 0x05, zh: "浮充", en: "float charge", status: "full", alarm: null },
  memoryBad: { code: 0x06, zh: "存储器坏", en: "memory bad", status: "fault", alarm: "memoryFault" },
  springStuck: { code: 0x07, zh: "插座弹片卡住", en: "spring of the socket stuck", status: "fault", alarm: "contactBad" },
  contactOrFuse: { code: 0x08, zh: "接触不良或保险丝熔断", en: "bad contact or fuse", status: "fault", alarm: "contactBad" },
  relayWelded: { code: 0x09, zh: "继电器粘连(算法判定)", en: "relay welded, by calculation", status: "fault", alarm: "relayWelded" },
  plugSensorBad: { code: 0x0a, zh: "插入检测坏", en: "plug sensor bad", status: "fault", alarm: "deviceFault" },
  precheckRelayOrFuse: { code: 0x0b, zh: "预检:继电器坏或保险丝熔断", en: "pre-check: relay or fuse", status: "fault", alarm: "fuseBlown" },
  precheckShort: { code: 0x0d, zh: "预检:负载短路", en: "pre-check: load short-circuited", status: "fault", alarm: "shortCircuit" },
  precheckWelded: { code: 0x0e, zh: "预检:继电器粘连", en: "pre-check: relay welded", status: "fault", alarm: "relayWelded" },
  cardChipBad: { code: 0x0f, zh: "刷卡芯片坏", en: "card chip bad", status: "fault", alarm: "deviceFault" },
  detectionFault: { code: 0x10, zh: "检测电路故障", en: "detection circuit fault", status: "fault", alarm: "deviceFault" },
} as const satisfies Readonly<Record<string, PortStateRow>>;

type StopReasonRow = Code & {
  readonly end: SessionEnd;
  /** What it is beside what the end itself stands for. */ readonly also: AlarmType | null;
};

/** Why charging stopped (停止原因), command 03. */
// biome-ignore format: a table is read by its rows
export const stopReasons = {
  full: { code: 0x01, zh: "充满", en: "full", end: "full", also: null },
  maxTime: { code: 0x02, zh: "达到最大时长", en: "longest time", end: "timeLimit", also: null },
  presetTime: { code: 0x03, zh: "达到预设时长", en: "preset time", end: "timeLimit", also: null },
  presetEnergy: { code: 0x04, zh: "达到预设电量", en: "preset energy", end: "energyLimit", also: null },
  unplugged: { code: 0x05, zh: "用户拔出", en: "unplugged by the user", end: "userUnplugged", also: null },
  overload: { code: 0x06, zh: "过载", en: "overload", end: "overPower", also: null },
  server: { code: 0x07, zh: "平台停止", en: "stopped by the server", end: "serverStopped", also: null },
  dynamicOverload: { code: 0x08, zh: "动态过载", en: "dynamic overload", end: "currentLimited", also: "overCurrent" },
  powerTooSmall: { code: 0x09, zh: "功率过小", en: "power too small", end: "noLoad", also: null },
  ambientHot: { code: 0x0a, zh: "环境温度过高", en: "ambient over-temperature", end: "overTemperature", also: null },
  portHot: { code: 0x0b, zh: "端口温度过高", en: "port over-temperature", end: "overTemperature", also: null },
  overCurrent: { code: 0x0c, zh: "过流", en: "over-current", end: "overCurrent", also: null },
  unpluggedSpring: { code: 0x0d, zh: "拔出 1(弹片)", en: "unplugged 1 (spring)", end: "userUnplugged", also: "chargeAbnormalOff" },
  noPower: { code: 0x0e, zh: "无功率(接触不良或保险丝)", en: "no power (contact or fuse)", end: "noOutput", also: null },
  precheckRelayOrFuse: { code: 0x0f, zh: "预检:继电器坏或保险丝熔断", en: "pre-check: relay or fuse", end: "relayFault", also: null },
  water: { code: 0x10, zh: "水浸", en: "water", end: "water", also: null },
  extinguisherHere: { code: 0x11, zh: "本端口灭火装置启动", en: "extinguisher of this port", end: "extinguisher", also: null },
  extinguisherElsewhere: { code: 0x12, zh: "其他端口灭火装置启动", en: "extinguisher of another port", end: "extinguisher", also: null },
  cabinet13: { code: 0x13, zh: "充电柜或操作 13", en: "cabinet or operation 13", end: "unknown", also: null },
  cabinet14: { code: 0x14, zh: "充电柜或操作 14", en: "cabinet or operation 14", end: "unknown", also: null },
  cabinet15: { code: 0x15, zh: "充电柜或操作 15", en: "cabinet or operation 15", end: "unknown", also: null },
  cabinet16: { code: 0x16, zh: "充电柜或操作 16", en: "cabinet or operation 16", end: "unknown", also: null },
  forced: { code: 0x17, zh: "强制停止", en: "forced", end: "serverStopped", also: null },
  fire: { code: 0x18, zh: "消防联动", en: "fire system", end: "fire", also: null },
  memory: { code: 0x19, zh: "存储器故障", en: "memory", end: "memoryFault", also: null },
  overVoltage: { code: 0x1a, zh: "过压", en: "over-voltage", end: "overVoltage", also: null },
  underVoltage: { code: 0x1b, zh: "欠压", en: "under-voltage", end: "underVoltage", also: null },
  lowPower: { code: 0x1c, zh: "低功率", en: "low power", end: "noLoad", also: "chargeAbnormalOff" },
} as const satisfies Readonly<Record<string, StopReasonRow>>;

type StartResultRow = Code & {
  readonly outcome: "done" | "refused" | "failed";
  readonly alarm: AlarmType | null;
};

/** What became of starting or stopping (启停结果), answer to command 82. */
// biome-ignore format: a table is read by its rows
export const startResults = {
  ok: { code: 0x00, zh: "成功", en: "done", outcome: "done", alarm: null },
  noCharger: { code: 0x01, zh: "未插充电器", en: "no charger plugged in", outcome: "refused", alarm: null },
  sameState: { code: 0x02, zh: "已是该状态", en: "in that state already", outcome: "refused", alarm: null },
  portFault: { code: 0x03, zh: "端口故障", en: "port fault", outcome: "failed", alarm: "deviceFault" },
  noPort: { code: 0x04, zh: "无此端口", en: "no such port", outcome: "refused", alarm: null },
  severalWaiting: { code: 0x05, zh: "多个端口待充", en: "several ports waiting", outcome: "refused", alarm: null },
  totalPower: { code: 0x06, zh: "总功率超限", en: "total power exceeded", outcome: "refused", alarm: "overloadHigh" },
  memory: { code: 0x07, zh: "存储器故障", en: "memory", outcome: "failed", alarm: "memoryFault" },
  relayOrFuse: { code: 0x08, zh: "预检:继电器坏或保险丝熔断", en: "relay or fuse", outcome: "failed", alarm: "fuseBlown" },
  relayWelded: { code: 0x09, zh: "预检:继电器粘连", en: "relay welded", outcome: "failed", alarm: "relayWelded" },
  loadShort: { code: 0x0a, zh: "预检:负载短路", en: "load short-circuited", outcome: "failed", alarm: "shortCircuit" },
  smoke: { code: 0x0b, zh: "烟感报警", en: "smoke alarm", outcome: "refused", alarm: "smokeAlarm" },
  overVoltage: { code: 0x0c, zh: "过压", en: "over-voltage", outcome: "refused", alarm: "overVoltage" },
  underVoltage: { code: 0x0d, zh: "欠压", en: "under-voltage", outcome: "refused", alarm: "underVoltage" },
  noResponse: { code: 0x0e, zh: "未响应", en: "no response", outcome: "failed", alarm: "commFault" },
} as const satisfies Readonly<Record<string, StartResultRow>>;

/** Kinds of alarms (报警类型), command 42. */
// biome-ignore format: a table is read by its rows
export const pushedAlarms = {
  powerLoss: { code: 1, zh: "断电", en: "power loss", alarm: "powerOutage" },
  water: { code: 2, zh: "水浸", en: "water", alarm: "waterImmersion" },
  extinguisher: { code: 3, zh: "热熔或灭火装置启动", en: "hot melt or extinguisher triggered", alarm: "extinguisherTriggered" },
  smoke: { code: 4, zh: "烟感", en: "smoke", alarm: "smokeAlarm" },
  heat: { code: 5, zh: "温感", en: "heat", alarm: "temperatureOver" },
  waterLevel: { code: 6, zh: "水位", en: "water level", alarm: "waterImmersion" },
  door: { code: 7, zh: "柜门被强行打开", en: "door forced", alarm: "doorForced" },
} as const satisfies Readonly<Record<string, Code & { readonly alarm: AlarmType }>>;

/** What command 82 asks for (动作). */
export const chargeActions = {
  stop: { code: 0, zh: "停止", en: "stop" },
  start: { code: 1, zh: "开始", en: "start" },
} as const satisfies Codes;
