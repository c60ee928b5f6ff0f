import {
  bytesBefore,
  bytesUntilEnd,
  flags,
  named,
  struct,
  type TypeOf,
  timeLabelBcd,
  timeLabelKeeping,
  u8,
  u16le,
  union,
} from "@dianan/layout";
import { clause, commands, controlActions, outputSignals } from "./codes.ts";
import { askedDi, data, tagDi, writtenData } from "./data-items.ts";
import { di, error, operator, password, twelveDigits, twoDigits, unparsed } from "./fields.ts";

const of = (command: keyof typeof commands): string => clause(`${commands[command].en}`);
const kept = (zh: string, en: string) => named(bytesUntilEnd, { zh, en });
/** Answers that only say that it was done. */
const done = (command: keyof typeof commands) => struct(of(command), {});
const refused = (command: keyof typeof commands) => struct(of(command), { error });
const who = { password: password("密码", "password"), operator } as const;
const baud = named(flags(u8, { baud600: 1, baud1200: 2, baud2400: 3, baud4800: 4, baud9600: 5, baud19200: 6 }), {
  zh: "通信速率特征字",
  en: "baud rate",
});
const signal = named(u8, { zh: "输出信号", en: "signal", codes: outputSignals });
/** A part of long data: how it continues is for the joined data to say. */
const followingPart = struct(of("following"), {
  di,
  bytes: named(bytesBefore(1), { zh: "数据", en: "data" }),
  sequence: named(u8, { zh: "帧序号", en: "sequence number" }),
});
const sealed = (command: keyof typeof commands) =>
  struct(of(command), { bytes: kept("认证数据", "authentication data, kept as bytes") });

const di1997 = named(u16le, { zh: "两字节数据标识", en: "data identifier of two bytes", isHex: true });
const edition1997 = clause("frame of DL/T 645-1997");
const answer1997 = struct(edition1997, { di: di1997, bytes: kept("数据", "data, kept as bytes") });

const fromMaster = {
  authenticateRequest: [0x03, sealed("authenticate")],
  broadcastTimeRequest: [0x08, struct(of("broadcastTime"), { time: named(timeLabelBcd, { zh: "时间", en: "time" }) })],
  readRequest: [0x11, struct(of("read"), { di: askedDi, unparsed })],
  followingRequest: [
    0x12,
    struct(of("following"), { di: askedDi, sequence: named(u8, { zh: "帧序号", en: "sequence number" }) }),
  ],
  readAddressRequest: [0x13, done("readAddress")],
  writeRequest: [0x14, struct(of("write"), { di: tagDi, ...who, data: writtenData })],
  writeAddressRequest: [0x15, struct(of("writeAddress"), { address: twelveDigits("新地址", "new address") })],
  freezeRequest: [
    0x16,
    struct(of("freeze"), {
      minute: twoDigits("分", "minute"),
      hour: twoDigits("时,99 为任意", "hour, 99: every"),
      day: twoDigits("日,99 为任意", "day, 99: every"),
      month: twoDigits("月,99 为任意", "month, 99: every"),
    }),
  ],
  changeBaudRequest: [0x17, struct(of("changeBaud"), { baud })],
  changePasswordRequest: [
    0x18,
    struct(of("changePassword"), {
      di: askedDi,
      old: password("原密码", "old password"),
      password: password("新密码", "new password"),
    }),
  ],
  clearDemandRequest: [0x19, struct(of("clearDemand"), who)],
  clearMeterRequest: [0x1a, struct(of("clearMeter"), who)],
  clearEventsRequest: [
    0x1b,
    struct(of("clearEvents"), {
      ...who,
      di: named(askedDi, { zh: "事件数据标识,FFFFFFFF 为全部", en: "which events, FFFFFFFF: all" }),
    }),
  ],
  controlRequest: [
    0x1c,
    struct(of("control"), {
      ...who,
      action: named(u8, { zh: "控制命令类型", en: "action", codes: controlActions, isHex: true }),
      spare: named(u8, { zh: "保留", en: "spare" }),
      until: named(timeLabelKeeping({ digits: "bcd" }), { zh: "命令有效截止时间", en: "not to be obeyed after" }),
    }),
  ],
  outputRequest: [0x1d, struct(of("output"), { signal })],
  read1997Request: [0x01, struct(edition1997, { di: di1997, unparsed })],
} as const;

const fromMeter = {
  authenticateAnswer: [0x83, sealed("authenticate")],
  authenticateError: [0xc3, sealed("authenticate")],
  readAnswer: [0x91, struct(of("read"), { di: tagDi, data })],
  readAnswerMore: [0xb1, struct(of("read"), { di, bytes: kept("首段数据", "first part of the data") })],
  readError: [0xd1, refused("read")],
  followingAnswer: [0x92, followingPart],
  followingAnswerMore: [0xb2, followingPart],
  followingError: [0xd2, refused("following")],
  readAddressAnswer: [0x93, struct(of("readAddress"), { address: twelveDigits("通信地址", "address") })],
  writeAnswer: [0x94, done("write")],
  writeError: [0xd4, refused("write")],
  writeAddressAnswer: [0x95, done("writeAddress")],
  freezeAnswer: [0x96, done("freeze")],
  freezeError: [0xd6, refused("freeze")],
  changeBaudAnswer: [0x97, struct(of("changeBaud"), { baud })],
  changeBaudError: [0xd7, refused("changeBaud")],
  changePasswordAnswer: [0x98, struct(of("changePassword"), { password: password("新密码", "new password") })],
  changePasswordError: [0xd8, refused("changePassword")],
  clearDemandAnswer: [0x99, done("clearDemand")],
  clearDemandError: [0xd9, refused("clearDemand")],
  clearMeterAnswer: [0x9a, done("clearMeter")],
  clearMeterError: [0xda, refused("clearMeter")],
  clearEventsAnswer: [0x9b, done("clearEvents")],
  clearEventsError: [0xdb, refused("clearEvents")],
  controlAnswer: [0x9c, done("control")],
  controlError: [0xdc, refused("control")],
  outputAnswer: [0x9d, struct(of("output"), { signal })],
  outputError: [0xdd, refused("output")],
  read1997Answer: [0x81, answer1997],
  read1997AnswerMore: [0xa1, answer1997],
  read1997Error: [0xc1, struct(edition1997, { bytes: kept("错误信息", "error, kept as bytes") })],
} as const;

/** What a frame carries, told apart by its control code; a code that is not known keeps its bytes. */
export const message = union("control", { ...fromMaster, ...fromMeter }, { unknown: "control" });
/** The same for data that are sealed (密文) or whose inside is broken: nothing is opened. */
export const closedMessage = union("control", {}, { unknown: "control" });

/** Data of a frame (数据域), told apart by `kind`, which the control code decides. */
export type Message = TypeOf<typeof message>;
