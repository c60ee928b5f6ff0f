import type { Code } from "@dianan/layout";

/** Document that every clause of this protocol belongs to. */
export const DOCUMENT = "BKV V1.7";
/** The document tells its messages apart by their command, their items by their tag: that is what errors cite. */
export const clauseOf = (what: string): string => `${DOCUMENT} ${what}`;
const hex = (code: number, digits: number): string => code.toString(16).toUpperCase().padStart(digits, "0");
const row = (prefix: string, digits: number) => (code: number, zh: string, en: string) =>
  ({ code, zh, en, clause: clauseOf(`${prefix}${hex(code, digits)}`) }) as const;
const command = row("command ", 4);
const tag = row("tag ", 2);
const subCommand = row("sub-command ", 4);
const control = row("control ", 2);

/** Commands of a frame (命令). */
export const frameCommands = {
  heartbeat: command(0x0000, "心跳", "heartbeat"),
  networkList: command(0x0005, "组网列表", "network list"),
  ota: command(0x0007, "远程升级", "upgrade"),
  directControl: command(0x0015, "直接控制", "direct control"),
  container: command(0x1000, "BKV 数据", "container of items"),
} as const satisfies Readonly<Record<string, Code>>;

/** What the platform can ask for by a direct control (控制命令字). Where several numbers stand for one thing, each has a row. */
// biome-ignore format: a table is read by its rows
export const directControls = {
  endA: control(0x02, "充电结束", "charging ended"),
  start: control(0x07, "按时间或电量启停", "start or stop by time or energy"),
  cardA: control(0x0b, "刷卡", "card"),
  cardB: control(0x0c, "刷卡", "card"),
  cardC: control(0x0f, "刷卡", "card"),
  startByPower: control(0x17, "按功率分档启停", "start or stop by tiers of power"),
  endB: control(0x18, "充电结束", "charging ended"),
  balance: control(0x1a, "余额", "balance"),
  silence: control(0x1b, "静音", "silence"),
  statusA: control(0x1c, "状态", "status"),
  statusB: control(0x1d, "状态", "status"),
} as const satisfies Readonly<Record<string, Code>>;

/** Sub-commands of a container (子命令). */
export const subCommands = {
  end: subCommand(0x1004, "充电结束", "charging ended"),
  control: subCommand(0x1007, "控制", "control"),
  abnormal: subCommand(0x1010, "异常事件", "abnormal event"),
  setParams: subCommand(0x1011, "参数设置", "set parameters"),
  readParams: subCommand(0x1012, "参数查询", "read parameters"),
  paramsAnswer: subCommand(0x1013, "参数设置应答", "answer to parameters"),
  status: subCommand(0x1017, "插座状态", "state of a socket"),
} as const satisfies Readonly<Record<string, Code>>;

/** Tags of items (标签). Sizes of values are not given for most of them: an item says its own. */
// biome-ignore format: a table is read by its rows
export const tags = {
  subCommand: tag(0x01, "子命令", "sub-command"),
  serial: tag(0x02, "消息流水号", "serial number"),
  gateway: tag(0x03, "网关编号", "gateway"),
  temperature: tag(0x07, "温度", "temperature"),
  port: tag(0x08, "端口号", "port"),
  status: tag(0x09, "端口状态", "status of the port"),
  order: tag(0x0a, "订单号", "order number"),
  power: tag(0x0b, "功率", "power"),
  current: tag(0x0c, "电流", "current"),
  energy: tag(0x0d, "用电量", "energy of the order"),
  minutes: tag(0x0e, "充电时长", "time charged"),
  ack: tag(0x0f, "应答", "acknowledgement"),
  currentLimit: tag(0x10, "电流限值", "limit of the current"),
  powerLimit: tag(0x11, "功率限值", "limit of the power"),
  rule21: tag(0x21, "充满/空载规则", "rule for full or no load"),
  rule22: tag(0x22, "充满/空载规则", "rule for full or no load"),
  rule23: tag(0x23, "充满/空载规则", "rule for full or no load"),
  rule24: tag(0x24, "充满/空载规则", "rule for full or no load"),
  rule25: tag(0x25, "充满/空载规则", "rule for full or no load"),
  endTime: tag(0x2e, "结束时间", "time of the end"),
  endReason: tag(0x2f, "结束原因", "reason of the end"),
  firmware: tag(0x3e, "固件版本", "firmware"),
  socket: tag(0x4a, "插座号", "socket"),
  eventState4B: tag(0x4b, "事件状态", "state of the event"),
  eventState4C: tag(0x4c, "事件状态", "state of the event"),
  eventState4D: tag(0x4d, "事件状态", "state of the event"),
  overVoltage: tag(0x4e, "过压值", "over-voltage"),
  underVoltage: tag(0x4f, "欠压值", "under-voltage"),
  leakage50: tag(0x50, "端口漏电", "residual current of a port"),
  leakage51: tag(0x51, "端口漏电", "residual current of a port"),
  overTemperature52: tag(0x52, "端口过温值", "over-temperature of a port"),
  overTemperature53: tag(0x53, "端口过温值", "over-temperature of a port"),
  eventReason54: tag(0x54, "事件原因", "reason of the event"),
  eventReason55: tag(0x55, "事件原因", "reason of the event"),
  eventReason56: tag(0x56, "事件原因", "reason of the event"),
  portStatus57: tag(0x57, "端口状态", "status of a port"),
  portStatus58: tag(0x58, "端口状态", "status of a port"),
  portItems: tag(0x5b, "端口数据", "items of a port"),
  socketItems: tag(0x94, "插座数据", "items of a socket"),
  voltage: tag(0x95, "电压", "voltage"),
  rssi: tag(0x96, "信号强度", "signal strength"),
} as const satisfies Readonly<Record<string, Code>>;

/** Why charging ended (结束原因), as a public integration has it; not confirmed by the document. */
export const endReasons = {
  normal: { code: 0, zh: "正常结束", en: "ended normally" },
  noLoad: { code: 1, zh: "空载", en: "no load" },
  full: { code: 2, zh: "充满", en: "full" },
  timeout: { code: 3, zh: "超时", en: "time is up" },
  manual: { code: 4, zh: "手动结束", en: "ended by hand" },
  system: { code: 5, zh: "系统结束", en: "ended by the system" },
  overCurrent: { code: 6, zh: "过流", en: "over-current" },
  overVoltage: { code: 7, zh: "过压", en: "over-voltage" },
  underVoltage: { code: 8, zh: "欠压", en: "under-voltage" },
  overTemperature: { code: 9, zh: "过温", en: "over-temperature" },
  deviceFault: { code: 10, zh: "设备故障", en: "device fault" },
  commFault: { code: 11, zh: "通信故障", en: "communication fault" },
} as const satisfies Readonly<Record<string, Code>>;

/** Byte behind the serial number (包类型). */
export const packetTypes = {
  down: { code: 0, zh: "下行", en: "from the platform" },
  up: { code: 1, zh: "上行", en: "from the gateway" },
} as const satisfies Readonly<Record<string, Code>>;

/**
 * Bits of the port status. The document lists online, metering, charging, no load, temperature, current, power from the top bit
 * down. Whether a set bit of metering, temperature, current and power means sound or faulty is contradictory among those who
 * publish it: their names end in `Bit`, and only a dialect says what they mean.
 */
export const portStatusBits = {
  online: 7,
  meteringBit: 6,
  charging: 5,
  noLoad: 4,
  temperatureBit: 3,
  currentBit: 2,
  powerBit: 1,
} as const;
