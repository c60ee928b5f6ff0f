import type { Code } from "@dianan/layout";

export const DOCUMENT = "DL/T 645-2007";
/** A part of it by its name: our facts give no clause numbers. */
export const clause = (part: string): string => `${DOCUMENT} ${part}`;

const CONTROL = clause("control code");

// @keep-titles: clauses of messages are made of the names of the functions.

/** What a master asks of a meter (功能码): the low five bits of the control code. */
// biome-ignore format: a table is read by its rows
export const commands = {
  authenticate: { code: 0x03, zh: "安全认证", en: "security authentication", clause: CONTROL },
  broadcastTime: { code: 0x08, zh: "广播校时", en: "broadcast time", clause: CONTROL },
  read: { code: 0x11, zh: "读数据", en: "read data", clause: CONTROL },
  following: { code: 0x12, zh: "读后续数据", en: "read following data", clause: CONTROL },
  readAddress: { code: 0x13, zh: "读通信地址", en: "read address", clause: CONTROL },
  write: { code: 0x14, zh: "写数据", en: "write data", clause: CONTROL },
  writeAddress: { code: 0x15, zh: "写通信地址", en: "write address", clause: CONTROL },
  freeze: { code: 0x16, zh: "冻结命令", en: "freeze", clause: CONTROL },
  changeBaud: { code: 0x17, zh: "更改通信速率", en: "change baud rate", clause: CONTROL },
  changePassword: { code: 0x18, zh: "修改密码", en: "change password", clause: CONTROL },
  clearDemand: { code: 0x19, zh: "最大需量清零", en: "clear maximum demand", clause: CONTROL },
  clearMeter: { code: 0x1a, zh: "电表清零", en: "clear meter", clause: CONTROL },
  clearEvents: { code: 0x1b, zh: "事件清零", en: "clear events", clause: CONTROL },
  control: { code: 0x1c, zh: "跳合闸、报警、保电", en: "trip, close, alarm, keep power", clause: CONTROL },
  output: { code: 0x1d, zh: "多功能端子输出控制", en: "multi-function terminal output", clause: CONTROL },
} as const satisfies Readonly<Record<string, Code>>;
/** Slug of {@link commands}. */
export type Command = keyof typeof commands;

const isAnswer = 0x80;
const isError = 0x40;
const hasMore = 0x20;
/** Kinds of answers: what is added to the function's code, and to its name. */
const answers = {
  Request: { plus: 0, zh: "请求", en: "request" },
  Answer: { plus: isAnswer, zh: "正常应答", en: "answer" },
  AnswerMore: { plus: isAnswer + hasMore, zh: "正常应答,有后续帧", en: "answer, more follows" },
  Error: { plus: isAnswer + isError, zh: "异常应答", en: "error answer" },
} as const;

/** Commands that nobody answers. */
const unanswered: ReadonlySet<string> = new Set(["broadcastTime"]);
/** Commands whose answer may be continued. */
const continued: ReadonlySet<string> = new Set(["read", "following"]);
/** Commands that have no error answer. */
const unrefused: ReadonlySet<string> = new Set(["readAddress", "writeAddress"]);

const isDefined = (command: string, answer: string): boolean =>
  answer === "Request" ||
  (!unanswered.has(command) &&
    (answer !== "AnswerMore" || continued.has(command)) &&
    (answer !== "Error" || !unrefused.has(command)));

/** Control codes (控制码) by the kind of their message. */
export const controlCodes: Readonly<Record<string, Code>> = Object.fromEntries(
  Object.entries(commands).flatMap(([command, { code, zh, en }]) =>
    Object.entries(answers).flatMap(([answer, { plus, ...words }]): readonly (readonly [string, Code])[] =>
      isDefined(command, answer)
        ? [
            [
              `${command}${answer}`,
              { code: code + plus, zh: `${zh}(${words.zh})`, en: `${en}: ${words.en}`, clause: CONTROL },
            ],
          ]
        : [],
    ),
  ),
);

/** Control codes of a DL/T 645-1997 frame that reads: same envelope, data identifiers of two bytes. */
export const codes1997: ReadonlySet<number> = new Set(Object.values(answers).map(({ plus }) => 0x01 + plus));

/** Bits of an error answer (错误信息字 ERR). */
// biome-ignore format: a table is read by its rows
export const errorBits = {
  otherError: { code: 0, zh: "其他错误", en: "other error" },
  noData: { code: 1, zh: "无请求数据", en: "no requested data" },
  unauthorised: { code: 2, zh: "密码错或未授权", en: "wrong password or not authorised" },
  baudFixed: { code: 3, zh: "通信速率不能更改", en: "baud rate cannot be changed" },
  yearZonesExceeded: { code: 4, zh: "年时区数超", en: "too many year zones" },
  daySlotsExceeded: { code: 5, zh: "日时段数超", en: "too many day slots" },
  tariffsExceeded: { code: 6, zh: "费率数超", en: "too many tariffs" },
} as const satisfies Readonly<Record<string, Code>>;

/** What the control command does (控制命令类型 N1). */
// biome-ignore format: a table is read by its rows
export const controlActions = {
  trip: { code: 0x1a, zh: "跳闸", en: "trip" },
  allowClose: { code: 0x1b, zh: "合闸允许", en: "allow to close" },
  close: { code: 0x1c, zh: "直接合闸", en: "close at once" },
  alarm: { code: 0x2a, zh: "报警", en: "alarm" },
  endAlarm: { code: 0x2b, zh: "报警解除", en: "end the alarm" },
  keepPower: { code: 0x3a, zh: "保电", en: "keep power" },
  endKeepPower: { code: 0x3b, zh: "保电解除", en: "end keeping power" },
} as const satisfies Readonly<Record<string, Code>>;

/** Signals of the multi-function terminal (多功能端子输出信号). */
export const outputSignals = {
  secondPulse: { code: 0, zh: "时钟秒脉冲", en: "pulse per second" },
  demandPeriod: { code: 1, zh: "需量周期", en: "demand period" },
  tariffSwitch: { code: 2, zh: "时段投切", en: "switching of time slots" },
} as const satisfies Readonly<Record<string, Code>>;
