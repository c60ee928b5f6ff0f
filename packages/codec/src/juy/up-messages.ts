import {
  bytesBefore,
  countOf,
  type IntegerField,
  list,
  named,
  struct,
  text,
  trailing,
  u8,
  u16le,
  u32le,
  union,
} from "@dianan/layout";
import { clauseOf, commandCodes as commands, stopReasons } from "./codes.ts";
import * as f from "./fields.ts";

const { dataOf, keptData, unparsed } = f;

/** One port in commands 88 and 8F. The widths between its tier and its temperature are not published. */
const portItem = struct(clauseOf(commands.portData.code), {
  port: f.port,
  tier: named(u8, { zh: "档位", en: "tier" }),
  numbers: named(bytesBefore(1), {
    zh: "电价、功率、时长、金额、电量(宽度未列明)",
    en: "price, power, time, amount, energy: widths not published",
  }),
  temperature: f.temperature("端口温度", "temperature of the port"),
});
const portData = {
  portCount: named(countOf("ports", u8), { zh: "端口数", en: "number of ports" }),
  voltage: named(u16le, { zh: "电压", en: "voltage", unit: "0.1 V" }),
  temperature: f.temperature("温度", "temperature"),
  ports: named(list(portItem, { count: "portCount", even: true }), { zh: "各端口", en: "ports" }),
} as const;

const cases = {
  login: dataOf(commands.login, {
    imei: f.imei,
    ports: named(u8, { zh: "端口数", en: "number of ports" }),
    hardware: named(text(16, "ascii"), { zh: "硬件版本", en: "hardware" }),
    software: named(text(16, "ascii"), { zh: "软件版本", en: "software" }),
    ccid: named(text(20, "ascii"), { zh: "CCID", en: "CCID" }),
    signalOrVersion: trailing(
      named(u8, { zh: "信号强度;100 起为协议版本", en: "signal strength; from 100: protocol version" }),
    ),
    reason: trailing(named(u8, { zh: "登录原因", en: "why it logs in" })),
    unparsed,
  }),
  heartbeat: dataOf(commands.heartbeat, {
    rssi: f.rssi,
    temperature: f.temperature("主板温度", "temperature of the board"),
    states: named(list(f.portState, { count: u8 }), { zh: "端口状态", en: "states of the ports" }),
    unparsed,
  }),
  startAnswer: keptData(commands.start),
  stopAnswer: keptData(commands.stop),
  localStart: keptData(commands.localStart),
  onlineCard: keptData(commands.onlineCard),
  portData: dataOf(commands.portData, portData),
  morePortData: dataOf(commands.morePortData, portData),
  parametersAnswer: keptData(commands.parameters),
  moreParametersAnswer: keptData(commands.moreParameters),
  meterAnswer: keptData(commands.meter),
  tariffAnswer: keptData(commands.tariff),
  moreTariffAnswer: keptData(commands.moreTariff),
  imei: dataOf(commands.imei, { imei: f.imei, unparsed }),
  upgradeAnswer: keptData(commands.upgrade),
} as const;

const endHead = { port: f.port, order: f.order } as const;
/** Duration, energy and amount in numbers of this width, and what stands behind them. */
const endFields = (number: IntegerField) =>
  ({
    ...endHead,
    seconds: named(number, { zh: "充电时长", en: "time charged", unit: "s" }),
    energy: named(number, { zh: "电量", en: "energy", unit: "0.01 kWh" }),
    amount: named(number, { zh: "金额", en: "amount", unit: "fen" }),
    stopReason: named(u8, { zh: "停止原因", en: "reason of the end", codes: stopReasons }),
    stopPower: trailing(named(u16le, { zh: "停止时功率", en: "power at the end", unit: "W" })),
    card: trailing(f.card),
    unparsed,
  }) as const;

const upMessage = <const C extends Parameters<typeof union>[1]>(end: C) =>
  named(union("command", { ...cases, ...end }, { unknown: "command" }), { zh: "数据", en: "data" });

/**
 * Data of a frame from the device (上行). The widths of the numbers in command 85 are not published: they are kept, or read as
 * the dialect says. A command that is not known keeps its bytes.
 */
export const upMessages = {
  kept: upMessage({ keptEnd: dataOf(commands.end, { ...endHead, unparsed }) }),
  u16: upMessage({ end: dataOf(commands.end, endFields(u16le)) }),
  u32: upMessage({ end: dataOf(commands.end, endFields(u32le)) }),
} as const;
