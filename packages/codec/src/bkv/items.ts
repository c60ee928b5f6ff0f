import {
  bcdKeeping,
  bytesUntilEnd,
  flags,
  lengthOf,
  list,
  named,
  struct,
  type TypeOf,
  tagOf,
  u8,
  uintUntilEnd,
  union,
} from "@dianan/layout";
import * as codes from "./codes.ts";

const { tags } = codes;
type TagName = keyof typeof tags;
type Tag = (typeof tags)[TagName];

const CONTAINER = codes.clauseOf("command 1000");
/** Type marker (类型标记) of every item that was published. */
export const MARKER = 1;

const number = (tag: Tag, notes: { readonly unit?: string; readonly isHex?: true; readonly codes?: object } = {}) =>
  [
    tag.code,
    struct(tag.clause, {
      value: named(uintUntilEnd, { zh: tag.zh, en: tag.en, ...(notes as { readonly unit?: string }) }),
    }),
  ] as const;
const bytes = (tag: Tag) =>
  [tag.code, struct(tag.clause, { value: named(bytesUntilEnd, { zh: tag.zh, en: tag.en }) })] as const;
const digits = (tag: Tag) =>
  [tag.code, struct(tag.clause, { value: named(bcdKeeping(null), { zh: tag.zh, en: tag.en }) })] as const;

/** Items that hold one value. A number has as many bytes as its item says. */
const values = {
  subCommand: number(tags.subCommand, { isHex: true, codes: codes.subCommands }),
  serial: bytes(tags.serial),
  gateway: digits(tags.gateway),
  temperature: number(tags.temperature, { unit: "°C" }),
  port: number(tags.port),
  status: [
    tags.status.code,
    struct(tags.status.clause, {
      value: named(flags(u8, codes.portStatusBits), { zh: tags.status.zh, en: tags.status.en }),
      unparsed: named(bytesUntilEnd, { zh: "其余字节", en: "further bytes" }),
    }),
  ],
  order: number(tags.order),
  power: number(tags.power, { unit: "0.1 W" }),
  current: number(tags.current, { unit: "0.001 A" }),
  energy: number(tags.energy, { unit: "0.001 kWh" }),
  minutes: number(tags.minutes, { unit: "min" }),
  ack: number(tags.ack),
  currentLimit: number(tags.currentLimit),
  powerLimit: number(tags.powerLimit),
  rule21: number(tags.rule21),
  rule22: number(tags.rule22),
  rule23: number(tags.rule23),
  rule24: number(tags.rule24),
  rule25: number(tags.rule25),
  endTime: digits(tags.endTime),
  endReason: number(tags.endReason, { codes: codes.endReasons }),
  firmware: bytes(tags.firmware),
  socket: number(tags.socket),
  eventState4B: number(tags.eventState4B),
  eventState4C: number(tags.eventState4C),
  eventState4D: number(tags.eventState4D),
  overVoltage: number(tags.overVoltage),
  underVoltage: number(tags.underVoltage),
  leakage50: number(tags.leakage50),
  leakage51: number(tags.leakage51),
  overTemperature52: number(tags.overTemperature52),
  overTemperature53: number(tags.overTemperature53),
  eventReason54: number(tags.eventReason54),
  eventReason55: number(tags.eventReason55),
  eventReason56: number(tags.eventReason56),
  portStatus57: number(tags.portStatus57),
  portStatus58: number(tags.portStatus58),
  voltage: number(tags.voltage, { unit: "0.1 V" }),
  rssi: number(tags.rssi),
} as const;

type Cases = Parameters<typeof union>[1];

/** One item: a byte that counts what is behind it, a marker, a tag, a value. An unknown tag keeps its bytes. */
const itemOf = <const C extends Cases>(cases: C) =>
  struct(CONTAINER, {
    // Marker and tag are counted too.
    size: named(lengthOf("content", u8, { plus: u8.size + u8.size }), { zh: "其后字节数", en: "bytes behind it" }),
    marker: named(u8, { zh: "类型标记", en: "type marker" }),
    tag: named(tagOf("content", u8), { zh: "标签", en: "tag", isHex: true, codes: tags }),
    content: named(union("tag", cases, { unknown: "tag" }), { zh: "内容", en: "content" }),
  });
const itemsOf = <const C extends Cases>({ clause, zh, en }: Tag, cases: C) =>
  struct(clause, { items: named(list(itemOf(cases), { count: "untilEnd" }), { zh, en }) });

const portItems = [tags.portItems.code, itemsOf(tags.portItems, values)] as const;
const inSocket = { ...values, portItems } as const;
const socketItems = [tags.socketItems.code, itemsOf(tags.socketItems, inSocket)] as const;

/** An item of a container (BKV 数据项). A socket holds items and ports, a port holds items. */
export const item = itemOf({ ...inSocket, socketItems });
/** Value of {@link item}: a tag and its content. Units and ranges stand at the fields of the table. */
export type Item = TypeOf<typeof item>;
/** Content of an item, told apart by `kind`. */
export type Content = Item["content"];
