import type { Code } from "@dianan/layout";

/** Document that every clause of this protocol belongs to: specs/device/dianan/protocol.md. */
export const DOCUMENT = "DianAn DP V1";
/** A clause of it. */
export const clause = (section: string): string => `${DOCUMENT} §${section}`;

/** Kinds of places (部位): what a reading or an alarm is about. `first` and `last` are place bytes. */
// biome-ignore format: a table is read by its rows
export const placeKinds = {
  device: { code: 0x00, last: 0x00, zh: "设备本身", en: "the device itself" },
  current: { code: 0x10, last: 0x1f, zh: "剩余电流互感器 1–16", en: "residual-current sensors 1 to 16" },
  temperature: { code: 0x20, last: 0x2f, zh: "测温探头 1–16", en: "temperature sensors 1 to 16" },
  phase: { code: 0x30, last: 0x33, zh: "相线 A、B、C 与零线 N", en: "phases a, b, c and neutral" },
  port: { code: 0x40, last: 0x7f, zh: "充电口 1–64", en: "charging ports 1 to 64" },
  arc: { code: 0x80, last: 0x8f, zh: "电弧回路 1–16", en: "arc circuits 1 to 16" },
  smoke: { code: 0x90, last: 0x9f, zh: "烟感 1–16", en: "smoke sensors 1 to 16" },
  battery: { code: 0xa0, last: 0xa0, zh: "电池", en: "battery" },
} as const satisfies Readonly<Record<string, Code & { readonly last: number }>>;

/** Facts that a device tells of itself (设备标识). */
// biome-ignore format: a table is read by its rows
export const identityFacts = {
  firmware: { code: 1, zh: "固件版本", en: "firmware" },
  hardware: { code: 2, zh: "硬件版本", en: "hardware" },
  model: { code: 3, zh: "型号", en: "model" },
  iccid: { code: 4, zh: "SIM 卡号", en: "ICCID" },
  imei: { code: 5, zh: "国际移动设备识别码", en: "IMEI" },
  vendor: { code: 6, zh: "厂商", en: "vendor" },
  serialNumber: { code: 7, zh: "出厂编号", en: "serial number" },
  ports: { code: 8, zh: "充电口数", en: "number of ports" },
  standard: { code: 9, zh: "执行标准及年号", en: "product standard with its year" },
} as const satisfies Readonly<Record<string, Code>>;

/** State of an alarm (报警状态). */
export const alarmStates = {
  gone: { code: 0, zh: "已消失", en: "gone" },
  present: { code: 1, zh: "存在", en: "present" },
  test: { code: 2, zh: "自检产生", en: "made by a self-test" },
} as const satisfies Readonly<Record<string, Code>>;

/** Phase of a charging session (充电阶段). */
export const sessionPhases = {
  started: { code: 1, zh: "开始", en: "started" },
  progress: { code: 2, zh: "进行中", en: "in progress" },
  ended: { code: 3, zh: "结束", en: "ended" },
} as const satisfies Readonly<Record<string, Code>>;

/** What became of a command (命令结果). */
export const outcomes = {
  done: { code: 0, zh: "已执行", en: "done" },
  refused: { code: 1, zh: "拒绝", en: "refused" },
  failed: { code: 2, zh: "失败", en: "failed" },
  expired: { code: 3, zh: "已过期", en: "expired" },
} as const satisfies Readonly<Record<string, Code>>;

/** What became of a frame (确认结果). */
// biome-ignore format: a table is read by its rows
export const confirmations = {
  stored: { code: 0, zh: "已存储", en: "stored" },
  broken: { code: 1, zh: "报文有误,请重发", en: "broken: send it again" },
  unknownDevice: { code: 2, zh: "设备未登记,已存储", en: "stored; the device is not registered" },
  notAuthentic: { code: 3, zh: "认证码不符", en: "the authentication code is wrong" },
  stale: { code: 4, zh: "计数器过旧", en: "the counter is older than one already taken" },
  busy: { code: 5, zh: "暂时无法存储,稍后重发", en: "cannot be stored now: send it again later" },
} as const satisfies Readonly<Record<string, Code>>;

/** What a device asks for (设备请求). */
export const needs = {
  clock: { code: 1, zh: "校时", en: "the time" },
  commands: { code: 2, zh: "待下发命令(设备已唤醒)", en: "waiting commands: the device is awake" },
} as const satisfies Readonly<Record<string, Code>>;

/** Plain actions (动作). */
export const actions = {
  silence: { code: 1, zh: "消音", en: "silence" },
  reset: { code: 2, zh: "复位", en: "reset" },
  selfTest: { code: 3, zh: "自检", en: "self-test" },
  reboot: { code: 4, zh: "重启", en: "reboot" },
  locate: { code: 5, zh: "寻找设备", en: "locate: blink or sound" },
} as const satisfies Readonly<Record<string, Code>>;

/** Positions of a switch (开关位置). */
export const switchPositions = {
  open: { code: 0, zh: "分闸", en: "open" },
  close: { code: 1, zh: "合闸", en: "close" },
} as const satisfies Readonly<Record<string, Code>>;

/** Record tags (记录标签): 1 to 63 from the device, 64 to 127 from the platform, 128 to 254 from both; 0 and 255 are never used. */
// biome-ignore format: a table is read by its rows
export const recordTags = {
  readings: { code: 1, zh: "测量值", en: "readings", clause: "DianAn DP V1 §4.2" },
  history: { code: 2, zh: "历史测量值", en: "readings of an earlier time", clause: "DianAn DP V1 §4.2" },
  alarm: { code: 3, zh: "报警、故障、事件", en: "alarm, fault or event", clause: "DianAn DP V1 §4.3" },
  states: { code: 4, zh: "部位状态", en: "states of places", clause: "DianAn DP V1 §4.4" },
  identity: { code: 5, zh: "设备标识", en: "identity", clause: "DianAn DP V1 §4.5" },
  period: { code: 6, zh: "上报周期", en: "upload period", clause: "DianAn DP V1 §4.6" },
  session: { code: 7, zh: "充电会话", en: "charging session", clause: "DianAn DP V1 §4.7" },
  result: { code: 8, zh: "命令结果", en: "result of a command", clause: "DianAn DP V1 §4.8" },
  need: { code: 9, zh: "设备请求", en: "what the device asks for", clause: "DianAn DP V1 §4.9" },
  expiry: { code: 64, zh: "命令有效期", en: "expiry of the commands behind it", clause: "DianAn DP V1 §4.10" },
  setClock: { code: 65, zh: "校时", en: "set the clock", clause: "DianAn DP V1 §4.10" },
  report: { code: 66, zh: "立即上报", en: "report now", clause: "DianAn DP V1 §4.10" },
  setThreshold: { code: 67, zh: "设置设定值", en: "set a set point", clause: "DianAn DP V1 §4.10" },
  switch: { code: 68, zh: "分合闸", en: "open or close", clause: "DianAn DP V1 §4.10" },
  startCharge: { code: 69, zh: "开始充电", en: "start charging", clause: "DianAn DP V1 §4.10" },
  stopCharge: { code: 70, zh: "停止充电", en: "stop charging", clause: "DianAn DP V1 §4.10" },
  act: { code: 71, zh: "动作", en: "act", clause: "DianAn DP V1 §4.10" },
  setPeriod: { code: 72, zh: "设置上报周期", en: "set the upload period", clause: "DianAn DP V1 §4.10" },
  confirm: { code: 128, zh: "确认", en: "confirm", clause: "DianAn DP V1 §5.1" },
} as const satisfies Readonly<Record<string, Code>>;
