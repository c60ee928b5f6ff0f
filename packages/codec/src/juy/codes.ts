import type { Code } from "@dianan/layout";
import type { AlarmType, SessionEnd, Status } from "@dianan/model";

/** Document that every clause of this protocol belongs to: TCP 通信协议 V1.2, October 2024. */
export const DOCUMENT = "JUY 5AA5 V1.2";
/** What a command byte says, as a clause. */
export const clauseOf = (command: number): string => `${DOCUMENT} command ${command.toString(16).toUpperCase()}`;
export const FRAME_CLAUSE = `${DOCUMENT} frame`;

type Codes = Readonly<Record<string, Code>>;

/** Commands (命令) of both directions. */
// biome-ignore format: a table is read by its rows
export const commandCodes = {
  login: { code: 0x81, zh: "登录", en: "login" },
  heartbeat: { code: 0x82, zh: "心跳", en: "heartbeat" },
  start: { code: 0x83, zh: "启动充电", en: "start charging" },
  stop: { code: 0x84, zh: "停止充电", en: "stop charging" },
  end: { code: 0x85, zh: "充电结束", en: "charging ended" },
  localStart: { code: 0x86, zh: "本地启动", en: "started at the pile" },
  onlineCard: { code: 0x87, zh: "在线卡", en: "online card" },
  portData: { code: 0x88, zh: "端口数据", en: "data of the ports" },
  parameters: { code: 0x89, zh: "参数一", en: "parameters, first set" },
  moreParameters: { code: 0x8a, zh: "参数二", en: "parameters, second set" },
  meter: { code: 0x8b, zh: "电表", en: "meter" },
  tariff: { code: 0x8d, zh: "峰谷电价一", en: "peak and valley tariff, first" },
  moreTariff: { code: 0x8e, zh: "峰谷电价二", en: "peak and valley tariff, second" },
  morePortData: { code: 0x8f, zh: "端口数据二", en: "data of the ports, second" },
  imei: { code: 0xc0, zh: "定时上报 IMEI", en: "periodic IMEI" },
  upgrade: { code: 0xf5, zh: "升级", en: "upgrade" },
} as const satisfies Codes;

/** What a login came to (登录结果). Other numbers are kept. */
export const loginResults = {
  newFormat: { code: 0xf0, zh: "登录成功并转换到新协议格式", en: "logged in, new format from now on" },
} as const satisfies Codes;

/** States of a port (端口状态), command 82. */
// biome-ignore format: a table is read by its rows
export const portStates = {
  idle: { code: 0, zh: "空闲", en: "idle", status: "idle", alarm: null },
  inUse: { code: 1, zh: "使用中", en: "in use", status: "charging", alarm: null },
  fuseBlown: { code: 2, zh: "保险丝熔断", en: "fuse blown", status: "fault", alarm: "fuseBlown" },
  relayWelded: { code: 3, zh: "继电器粘连", en: "relay welded", status: "fault", alarm: "relayWelded" },
  disabled: { code: 4, zh: "禁用", en: "disabled", status: "disabled", alarm: null },
} as const satisfies Readonly<Record<string, Code & { readonly status: Status; readonly alarm: AlarmType | null }>>;

/** Why charging stopped (停止原因), command 85. */
// biome-ignore format: a table is read by its rows
export const stopReasons = {
  full: { code: 0, zh: "充满", en: "full", end: "full" },
  time: { code: 1, zh: "时间到", en: "time used up", end: "timeLimit" },
  money: { code: 2, zh: "金额用完", en: "money used up", end: "moneyLimit" },
  manual: { code: 3, zh: "手动停止", en: "stopped by hand", end: "userStopped" },
  energy: { code: 4, zh: "电量用完", en: "energy used up", end: "energyLimit" },
  powerTooBig: { code: 5, zh: "功率过大", en: "power too big", end: "overPower" },
  noCharger: { code: 6, zh: "无充电器", en: "no charger", end: "noLoad" },
  overTemperature: { code: 7, zh: "温度过高", en: "over-temperature", end: "overTemperature" },
  smoke: { code: 8, zh: "烟感", en: "smoke", end: "smoke" },
  smart: { code: 9, zh: "智能停止", en: "smart stop", end: "full" },
} as const satisfies Readonly<Record<string, Code & { readonly end: SessionEnd }>>;
