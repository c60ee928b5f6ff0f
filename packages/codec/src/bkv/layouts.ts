import {
  bcd,
  bcdKeeping,
  bytesUntilEnd,
  checksum,
  type Field,
  lengthOf,
  list,
  magic,
  named,
  struct,
  tagOf,
  text,
  u8,
  u16be,
  u32be,
  union,
} from "@dianan/layout";
import type { Direction } from "../protocol.ts";
import * as codes from "./codes.ts";
import { item } from "./items.ts";

const { clauseOf, frameCommands: commands } = codes;
const FRAME = clauseOf("frame");
/** Whole frames are held to this size: the length alone could claim 64 KiB. Bytes. */
const FRAME_MAX = 2_048;

const starts = {
  up: named(magic([0xfc, 0xfe]), { zh: "起始符(上行)", en: "start, from the gateway" }),
  down: named(magic([0xfc, 0xff]), { zh: "起始符(下行)", en: "start, from the platform" }),
};
const end = named(magic([0xfc, 0xee]), { zh: "结束符", en: "end" });
const commandNotes = { zh: "命令", en: "command", isHex: true, codes: commands } as const;
/** What stands between the command and the payload. */
const head = {
  serial: named(u32be, { zh: "流水号", en: "serial number" }),
  packetType: named(u8, { zh: "包类型", en: "direction again", codes: codes.packetTypes }),
  gateway: named(bcd(7), { zh: "网关编号", en: "gateway" }),
} as const;
const sum = named(checksum("sum8", { from: "length", to: "payload" }), { zh: "校验和", en: "sum" });
const sizeOf = (...fields: readonly Field<unknown>[]): number => fields.reduce((all, { size }) => all + (size ?? 0), 0);
/** Length, command, head and sum: what the length counts beside the payload. */
const countedSize = sizeOf(u16be, u16be, head.serial, head.packetType, head.gateway, sum);
const PAYLOAD_MAX = FRAME_MAX - countedSize - sizeOf(starts.up, end);
const length = named(lengthOf("payload", u16be, { plus: countedSize, max: PAYLOAD_MAX }), {
  zh: "长度(不含起始符、结束符)",
  en: "length without start and end",
});

const kept = (clause: string) =>
  struct(clause, { content: named(bytesUntilEnd, { zh: "内容(原样保留)", en: "content, as it came" }) });
const unparsed = named(bytesUntilEnd, { zh: "文档未列的字段", en: "fields that the document does not list" });

/** Payloads that look the same both ways. */
const both = {
  networkList: [commands.networkList.code, kept(commands.networkList.clause)],
  ota: [commands.ota.code, kept(commands.ota.clause)],
  directControl: [
    commands.directControl.code,
    struct(commands.directControl.clause, {
      innerLength: named(u16be, { zh: "内部长度", en: "inner length, as it came" }),
      control: named(u8, { zh: "控制命令字", en: "control", isHex: true, codes: codes.directControls }),
      content: named(bytesUntilEnd, { zh: "内容(原样保留)", en: "content, as it came" }),
    }),
  ],
  container: [
    commands.container.code,
    struct(commands.container.clause, {
      items: named(list(item, { count: "untilEnd" }), { zh: "数据项", en: "items" }),
    }),
  ],
} as const;
const upPayloads = {
  heartbeat: [
    commands.heartbeat.code,
    struct(commands.heartbeat.clause, {
      iccid: named(text(20, "ascii"), { zh: "SIM 卡号", en: "ICCID" }),
      firmware: named(text(8, "ascii"), { zh: "固件版本", en: "firmware" }),
      rssi: named(u8, { zh: "信号强度", en: "signal strength, scale not said" }),
      unparsed,
    }),
  ],
  ...both,
} as const;
const downPayloads = {
  heartbeatAnswer: [
    commands.heartbeat.code,
    struct(commands.heartbeat.clause, {
      time: named(bcdKeeping(7), { zh: "时间 YYYYMMDDhhmmss", en: "time, YYYYMMDDhhmmss" }),
      unparsed,
    }),
  ],
  ...both,
} as const;
const payloadNotes = { zh: "数据", en: "payload" };
const command = named(tagOf("payload", u16be), commandNotes);

/** A frame (帧) from the gateway, 21 to 2048 bytes. */
export const upFrame = struct(FRAME, {
  start: starts.up,
  length,
  command,
  ...head,
  payload: named(union("command", upPayloads, { unknown: "command" }), payloadNotes),
  sum,
  end,
});
/** A frame from the platform, 21 to 2048 bytes. */
export const downFrame = struct(FRAME, {
  start: starts.down,
  length,
  command,
  ...head,
  payload: named(union("command", downPayloads, { unknown: "command" }), payloadNotes),
  sum,
  end,
});
const keptFrameOf = (start: (typeof starts)[Direction]) =>
  struct(FRAME, {
    start,
    length,
    command: named(u16be, commandNotes),
    ...head,
    payload: named(bytesUntilEnd, payloadNotes),
    sum,
    end,
  });
/** The same with the payload closed: what is wrong around it. */
export const closedFrames = { up: keptFrameOf(starts.up), down: keptFrameOf(starts.down) } as const;

const markOf = ({ shape }: Field<unknown>): Uint8Array => (shape.kind === "magic" ? shape.bytes : new Uint8Array(0));
const marks = { up: markOf(starts.up), down: markOf(starts.down) } as const;

/** Places and sizes that cutting and judging a frame need, read off the tables. Bytes. */
export const frameParts = {
  ...marks,
  /** The two starts differ in their last byte. */ firstByte: marks.up.subarray(0, 1),
  end: markOf(end),
  lengthAt: marks.up.length,
  lengthSize: u16be.size,
  lengthMin: countedSize,
  sumSize: sum.size,
  /** Bytes of a frame that its length does not count. */ uncounted: sizeOf(starts.up, end),
  max: FRAME_MAX,
} as const;

/** Whether these bytes stand at a place. */
export const standsAt = (mark: Uint8Array, bytes: Uint8Array, at: number): boolean => {
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark[i]) return false;
  return true;
};

/** Direction by the start of a frame; null when it is neither start. */
export const directionOf = (bytes: Uint8Array, at = 0): Direction | null =>
  standsAt(marks.up, bytes, at) ? "up" : standsAt(marks.down, bytes, at) ? "down" : null;
