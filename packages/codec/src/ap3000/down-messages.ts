import { named, trailing, u8, u16le, u32le, union } from "@dianan/layout";
import { chargeActions, commandCodes as commands } from "./codes.ts";
import * as f from "./fields.ts";

const { dataOf, keptData, unparsed } = f;

/** What the platform answers; all but the time is published without its layout. */
const answers = {
  oldHeartbeatAnswer: keptData(commands.oldHeartbeat),
  cardAnswer: keptData(commands.cardSwipe),
  settlementAnswer: keptData(commands.settlement),
  registerAnswer: keptData(commands.register),
  heartbeatAnswer: keptData(commands.heartbeat),
  hostTimeAnswer: dataOf(commands.hostTime, { time: f.deviceTime, unparsed }),
  timeAnswer: dataOf(commands.time, { time: f.deviceTime, unparsed }),
} as const;

/** What the platform asks for. */
const requests = {
  query: keptData(commands.query),
  startStop: dataOf(commands.startStop, {
    rate: named(u8, { zh: "费率模式", en: "rate" }),
    balance: named(u32le, { zh: "余额", en: "balance", unit: "fen" }),
    port: f.port,
    action: named(u8, { zh: "动作", en: "action", codes: chargeActions }),
    limit: named(u16le, { zh: "时长(秒)或电量(0.01 度)", en: "s, or 0.01 kWh" }),
    order: trailing(f.order),
    maxSeconds: trailing(named(u16le, { zh: "最大时长", en: "longest time", unit: "s" })),
    overloadPower: trailing(f.power("过载功率", "power that is overload")),
    qr: trailing(named(u8, { zh: "二维码", en: "QR code" })),
    unparsed,
  }),
  setThresholds: keptData(commands.setThresholds),
  setMoreThresholds: keptData(commands.setMoreThresholds),
  setLimits: keptData(commands.setLimits),
  reboot: keptData(commands.reboot),
  changeDuration: keptData(commands.changeDuration),
  locate: keptData(commands.locate),
} as const;

const cases = { ...answers, ...requests };

/** Data of a frame to the device (下行). A command that is not known keeps its bytes. */
export const downMessage = named(union("command", cases, { unknown: "command" }), { zh: "数据", en: "data" });
/** Whether the command has a table in this direction. */
export const isDownCommand = (command: number): boolean => Object.values(cases).some(([code]) => code === command);
/** Whether a message of this kind goes to the device. */
export const isDownKind = (kind: string): boolean => Object.hasOwn(cases, kind);
