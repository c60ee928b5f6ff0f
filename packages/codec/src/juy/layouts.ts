import {
  bytesBefore,
  bytesUntilEnd,
  checksum,
  type Field,
  lengthOf,
  magic,
  named,
  struct,
  type TypeOf,
  tagOf,
  u8,
  u16le,
  withDecoder,
} from "@dianan/layout";
import { juyNewUpFrame } from "../generated/juy-new-up-frame.ts";
import { juyUpFrame } from "../generated/juy-up-frame.ts";
import type { LooseFrame } from "../measured-frame.ts";
import { commandCodes, FRAME_CLAUSE } from "./codes.ts";
import { downMessage } from "./down-messages.ts";
import { imei } from "./fields.ts";
import { upMessages } from "./up-messages.ts";

/** The document states no limit; this is ours. Bytes. */
const FRAME_MAX = 2_048;

const start = named(magic([0x5a, 0xa5]), { zh: "帧头", en: "start" });
const command = { zh: "命令", en: "command", codes: commandCodes, isHex: true } as const;
const result = named(u8, { zh: "结果", en: "result" });

const sizeOf = (fields: Readonly<Record<string, Field<unknown>>>): number =>
  Object.values(fields).reduce((sum, { size }) => sum + (size ?? 0), 0);
/** What the length does not count. */
const UNCOUNTED = sizeOf({ start, length: u16le });
/** What the length counts beside the data. */
const COUNTED_LEAST = sizeOf({ command: u8, result, sum: u8 });

const lengthBeside = (counted: number) =>
  named(lengthOf("message", u16le, { plus: counted, max: FRAME_MAX - UNCOUNTED - counted }), {
    zh: "长度(命令至校验)",
    en: "length, command to sum",
  });
const sum = named(checksum("sum8", { from: "length", to: "message" }), { zh: "校验", en: "sum" });
const length = lengthBeside(COUNTED_LEAST);
const newLength = lengthBeside(COUNTED_LEAST + (imei.size ?? 0));
const tag = named(tagOf("message", u8), command);

const oldFrame = <T>(message: Field<T>) => struct(FRAME_CLAUSE, { start, length, command: tag, result, message, sum });
const newFrame = <T>(message: Field<T>) =>
  struct(FRAME_CLAUSE, { start, length: newLength, command: tag, result, imei, message, sum });
const both = <T>(message: Field<T>) => ({ old: oldFrame(message), new: newFrame(message) }) as const;

const keptNumbers = both(upMessages.kept);
/** Frames from the device (上行帧) by the width of the numbers in command 85, without and with an IMEI in the head. */
export const upFrames = {
  kept: { old: withDecoder(keptNumbers.old, juyUpFrame), new: withDecoder(keptNumbers.new, juyNewUpFrame) },
  u16: both(upMessages.u16),
  u32: both(upMessages.u32),
} as const;
/** Frames to the device (下行帧), without and with an IMEI in the head. */
export const downFrames = both(downMessage);

export type UpMessage = TypeOf<(typeof upMessages)[keyof typeof upMessages]>;
export type DownMessage = TypeOf<typeof downMessage>;

/** A frame with everything behind its result as bytes. */
export const keptFrame = struct(FRAME_CLAUSE, { start, length, command: u8, result, message: bytesUntilEnd, sum });
/** The same by its real size: what it says of its length and sum is not looked at. */
export const looseFrame: Field<LooseFrame & { readonly command: number }> = struct(FRAME_CLAUSE, {
  start,
  length: u16le,
  command: u8,
  result,
  message: bytesBefore(u8.size),
  sum: u8,
});

const startBytes = start.shape.kind === "magic" ? start.shape.bytes : new Uint8Array(0);

/** Places and sizes that cutting a stream and telling the formats apart need, read off the tables. Bytes. */
export const frameParts = {
  start: startBytes,
  lengthAt: startBytes.length,
  commandAt: UNCOUNTED,
  imeiAt: UNCOUNTED + u8.size + (result.size ?? 0),
  countedLeast: COUNTED_LEAST,
  uncounted: UNCOUNTED,
  sumSize: u8.size,
  max: FRAME_MAX,
} as const;
