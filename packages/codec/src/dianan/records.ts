import {
  i32be,
  lengthOf,
  lengthPrefixed,
  list,
  named,
  struct,
  type TypeOf,
  tagOf,
  textUntilEnd,
  u8,
  u16be,
  u32be,
  union,
} from "@dianan/layout";
import { alarmTypes, sessionEnds, statuses } from "@dianan/model";
import * as codes from "./codes.ts";
import { instantField, order, place, quantity, series, unparsed } from "./fields.ts";

const { clause, recordTags: tags } = codes;
const seconds = (zh: string, en: string) => named(u32be, { zh, en, unit: "s" });
const alarmType = named(u16be, { zh: "报警类型", en: "alarm type", clause: clause("4.3"), codes: alarmTypes });
const facts = list(
  struct(clause("4.5"), {
    what: named(u8, { zh: "项目", en: "what", codes: codes.identityFacts }),
    text: named(lengthPrefixed(u8, textUntilEnd("gb18030")), { zh: "内容", en: "text" }),
  }),
  { count: "untilEnd", min: 1 },
);

/** Records from the device: tags 1 to 63. */
const fromDevice = {
  readings: [tags.readings.code, struct(clause("4.2"), { series })],
  history: [
    tags.history.code,
    struct(clause("4.2"), { at: instantField("测量时间", "when they were measured"), series }),
  ],
  alarm: [
    tags.alarm.code,
    struct(clause("4.3"), {
      type: alarmType,
      place,
      state: named(u8, { zh: "状态", en: "state", codes: codes.alarmStates }),
      at: instantField("发生时间", "when it happened; 0: the frame's time"),
      value: named(i32be, { zh: "当前值", en: "value, scaled as the type's quantity" }),
      threshold: named(i32be, { zh: "设定值", en: "set point, same scale" }),
      unparsed,
    }),
  ],
  states: [
    tags.states.code,
    struct(clause("4.4"), {
      items: list(struct(clause("4.4"), { place, status: named(u8, { zh: "状态", en: "status", codes: statuses }) }), {
        count: "untilEnd",
        min: 1,
      }),
    }),
  ],
  identity: [tags.identity.code, struct(clause("4.5"), { facts })],
  period: [
    tags.period.code,
    struct(clause("4.6"), {
      upload: seconds("上报周期", "upload period"),
      silent: seconds("静默多久视为离线", "silence after which it is offline"),
      unparsed,
    }),
  ],
  session: [
    tags.session.code,
    struct(clause("4.7"), {
      place,
      phase: named(u8, { zh: "阶段", en: "phase", codes: codes.sessionPhases }),
      elapsed: seconds("已充时间", "time charged"),
      energy: named(u32be, { zh: "电量", en: "energy", unit: "0.0001 kWh" }),
      amount: named(u32be, { zh: "金额", en: "amount", unit: "fen" }),
      end: named(u8, { zh: "结束原因", en: "reason of the end; 0 before it", codes: sessionEnds }),
      order,
      unparsed,
    }),
  ],
  result: [
    tags.result.code,
    struct(clause("4.8"), {
      command: named(u32be, { zh: "命令帧计数器", en: "counter of the command's frame" }),
      index: named(u8, { zh: "命令序号", en: "which record of that frame, from 0" }),
      outcome: named(u8, { zh: "结果", en: "outcome", codes: codes.outcomes }),
      detail: named(u8, { zh: "厂商原因码", en: "the vendor's own reason" }),
      unparsed,
    }),
  ],
  need: [
    tags.need.code,
    struct(clause("4.9"), { what: named(u8, { zh: "请求内容", en: "what", codes: codes.needs }), unparsed }),
  ],
} as const;

/** Records from the platform: tags 64 to 127. */
const fromPlatform = {
  expiry: [
    tags.expiry.code,
    struct(clause("4.10"), { at: instantField("失效时间", "not to be obeyed after"), unparsed }),
  ],
  setClock: [tags.setClock.code, struct(clause("4.10"), { unparsed })],
  report: [tags.report.code, struct(clause("4.10"), { quantity, place, unparsed })],
  setThreshold: [
    tags.setThreshold.code,
    struct(clause("4.10"), {
      type: alarmType,
      place,
      value: named(i32be, { zh: "设定值", en: "set point, scaled as the type's quantity" }),
      unparsed,
    }),
  ],
  switch: [
    tags.switch.code,
    struct(clause("4.10"), {
      place,
      position: named(u8, { zh: "分合闸", en: "position", codes: codes.switchPositions }),
      unparsed,
    }),
  ],
  startCharge: [
    tags.startCharge.code,
    struct(clause("4.10"), {
      place,
      maxSeconds: seconds("最长时间", "longest time"),
      maxEnergy: named(u32be, { zh: "最多电量", en: "most energy", unit: "0.0001 kWh" }),
      maxPower: named(u32be, { zh: "最大功率", en: "highest power", unit: "0.1 W" }),
      amount: named(u32be, { zh: "预付金额", en: "prepaid amount", unit: "fen" }),
      order,
      unparsed,
    }),
  ],
  stopCharge: [tags.stopCharge.code, struct(clause("4.10"), { place, order, unparsed })],
  act: [
    tags.act.code,
    struct(clause("4.10"), { action: named(u8, { zh: "动作", en: "action", codes: codes.actions }), unparsed }),
  ],
  setPeriod: [tags.setPeriod.code, struct(clause("4.10"), { upload: seconds("上报周期", "upload period"), unparsed })],
} as const;

/** Records of both: tags 128 to 254. */
const fromBoth = {
  confirm: [
    tags.confirm.code,
    struct(clause("5.1"), {
      counter: named(u32be, { zh: "被确认帧的计数器", en: "counter of the frame that is confirmed" }),
      outcome: named(u8, { zh: "确认结果", en: "outcome", codes: codes.confirmations }),
      unparsed,
    }),
  ],
} as const;

const cases = { ...fromDevice, ...fromPlatform, ...fromBoth };

/** One record (记录): tag, length, content. An unknown tag keeps its bytes. */
export const record = struct(clause("4"), {
  tag: named(tagOf("content", u8), { zh: "标签", en: "tag", codes: tags }),
  size: named(lengthOf("content", u8), { zh: "长度", en: "length" }),
  content: named(union("tag", cases, { unknown: "tag" }), { zh: "内容", en: "content" }),
});
/** A record (记录): tag, length, content. Units and ranges stand at the fields of its table. */
export type DiananRecord = TypeOf<typeof record>;
/** Content of a record, told apart by `kind`. */
export type Content = DiananRecord["content"];
