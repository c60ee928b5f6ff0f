import { bytesBefore, named, u8, u32le, union } from "@dianan/layout";
import { commandCodes as commands, loginResults } from "./codes.ts";
import * as f from "./fields.ts";

const { dataOf, keptData, unparsed } = f;

const cases = {
  loginAnswer: dataOf(commands.login, {
    head: named(bytesBefore(1), { zh: "时间与心跳周期(结构未列明)", en: "time and heartbeat period: not published" }),
    loginResult: named(u8, { zh: "登录结果", en: "what the login came to", codes: loginResults, isHex: true }),
  }),
  heartbeatAnswer: keptData(commands.heartbeat),
  start: dataOf(commands.start, {
    port: f.port,
    order: f.order,
    mode: named(u8, { zh: "启动方式", en: "how it is started" }),
    card: f.card,
    chargeMode: named(u8, { zh: "充电模式", en: "charging mode" }),
    parameter: named(u32le, { zh: "充电参数", en: "parameter of the mode" }),
    money: named(u32le, { zh: "金额", en: "money", unit: "fen" }),
    unparsed,
  }),
  stop: keptData(commands.stop),
  endAnswer: keptData(commands.end),
  localStartAnswer: keptData(commands.localStart),
  onlineCardAnswer: keptData(commands.onlineCard),
  portDataAnswer: keptData(commands.portData),
  morePortDataAnswer: keptData(commands.morePortData),
  parameters: keptData(commands.parameters),
  moreParameters: keptData(commands.moreParameters),
  meter: keptData(commands.meter),
  tariff: keptData(commands.tariff),
  moreTariff: keptData(commands.moreTariff),
  imeiAnswer: keptData(commands.imei),
  upgrade: keptData(commands.upgrade),
} as const;

/** Data of a frame to the device (下行). A command that is not known keeps its bytes. */
export const downMessage = named(union("command", cases, { unknown: "command" }), { zh: "数据", en: "data" });
/** Whether a message of this kind goes to the device. */
export const isDownKind = (kind: string): boolean => Object.hasOwn(cases, kind);
