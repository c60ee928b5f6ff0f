import {
  bytesBefore,
  bytesUntilEnd,
  checksum,
  type DecodeError,
  decode,
  encode,
  type Field,
  lengthOf,
  magic,
  named,
  type Result,
  struct,
  sum16,
  type TypeOf,
  tagOf,
  u8,
  u16le,
  u24le,
  withDecoder,
} from "@dianan/layout";
import { ap3000UpFrame } from "../generated/ap3000-up-frame.ts";
import { judged, type LooseFrame, type MeasuredFrame, readLenient } from "../measured-frame.ts";
import type { FrameContext, LenientResult } from "../protocol.ts";
import { commandCodes, FRAME_CLAUSE, recognitionCodes } from "./codes.ts";
import { dialectIn } from "./dialects.ts";
import { downMessage, isDownCommand, isDownKind } from "./down-messages.ts";
import { isUpCommand, isUpKind, upMessage } from "./up-messages.ts";

/** What the length counts: everything behind it, at most so many bytes. */
const COUNTED_MAX = 256;

const start = named(magic([0x44, 0x4e, 0x59]), { zh: "包头 DNY", en: "start: DNY" });
/** Between the length and the command. */
const addressed = {
  device: named(
    struct(FRAME_CLAUSE, {
      number: named(u24le, { zh: "二维码下的编号", en: "number under the QR code" }),
      recognition: named(u8, { zh: "识别码", en: "recognition code", codes: recognitionCodes, isHex: true }),
    }),
    { zh: "物理 ID", en: "physical id" },
  ),
  messageId: named(u16le, { zh: "消息 ID", en: "message id" }),
} as const;
const COMMAND = { zh: "命令", en: "command", codes: commandCodes, isHex: true } as const;
const sumNotes = { zh: "校验", en: "sum of all before" } as const;

const sizeOf = (fields: Readonly<Record<string, Field<unknown>>>): number =>
  Object.values(fields).reduce((sum, { size }) => sum + (size ?? 0), 0);
/** What the length counts beside the data. */
const COUNTED_LEAST = sizeOf({ ...addressed, command: u8, sum: u16le });
const length = named(lengthOf("message", u16le, { plus: COUNTED_LEAST, max: COUNTED_MAX - COUNTED_LEAST }), {
  zh: "长度(含校验)",
  en: "length, sum included",
});
const head = { start, length, ...addressed } as const;
const sum = named(checksum("sum16le", { from: "start", to: "message" }), sumNotes);

/** A frame from the device (上行帧), 14 to 261 bytes. */
export const upFrame = withDecoder(
  struct(FRAME_CLAUSE, { ...head, command: named(tagOf("message", u8), COMMAND), message: upMessage, sum }),
  ap3000UpFrame,
);
/** A frame to the device (下行帧), 14 to 261 bytes. */
export const downFrame = struct(FRAME_CLAUSE, {
  ...head,
  command: named(tagOf("message", u8), COMMAND),
  message: downMessage,
  sum,
});
const keptFrame = struct(FRAME_CLAUSE, { ...head, command: u8, message: bytesUntilEnd, sum });
const looseFrame = struct(FRAME_CLAUSE, {
  start,
  length: u16le,
  ...addressed,
  command: u8,
  message: bytesBefore(u16le.size),
  sum: u16le,
});

const startBytes = start.shape.kind === "magic" ? start.shape.bytes : new Uint8Array(0);
const UNCOUNTED = startBytes.length + u16le.size;

/** Places and sizes that cutting a stream needs, read off the tables. Bytes. */
export const frameParts = {
  start: startBytes,
  lengthAt: startBytes.length,
  countedLeast: COUNTED_LEAST,
  countedMax: COUNTED_MAX,
  /** What the length does not count. */ uncounted: UNCOUNTED,
  max: UNCOUNTED + COUNTED_MAX,
} as const;

type UpFrame = TypeOf<typeof upFrame>;
type DownFrame = TypeOf<typeof downFrame>;
/** A decoded frame (帧). `message.kind` says which way it travels; `unknown` may travel either way. */
export type Ap3000Frame = Omit<UpFrame, "message"> & { readonly message: UpFrame["message"] | DownFrame["message"] };

/** The table by which these bytes are read. */
export const layoutOf = (_bytes: Uint8Array, context: FrameContext = {}): typeof upFrame | typeof downFrame => {
  dialectIn(context);
  return context.direction === "down" ? downFrame : upFrame;
};

const measured: MeasuredFrame<LooseFrame> = {
  loose: looseFrame,
  kept: keptFrame as unknown as Field<LooseFrame>,
  sizeOf: (counted) => counted + UNCOUNTED,
  sumOf: (bytes) => sum16(bytes, 0, bytes.length - u16le.size),
  max: frameParts.max,
  lengthLies: { code: "bad-length", offset: frameParts.lengthAt, path: "length", clause: FRAME_CLAUSE },
};

/**
 * Reads exactly one frame. An unknown command keeps its bytes, and so do fields of later versions.
 *
 * @param bytes - one frame as `cutFrames` gives it, 14 to 261 bytes; any bytes are allowed
 * @param context - `direction` says which table is read: many commands and their answers share a number
 * @returns the frame, or what is wrong with offset, path and clause: content, length and sum each by itself
 * @throws RangeError for an unknown dialect option, whatever the bytes
 */
export const decodeFrame = (bytes: Uint8Array, context: FrameContext = {}): Result<Ap3000Frame, DecodeError> => {
  const result: Result<Ap3000Frame, DecodeError> = decode<Ap3000Frame>(layoutOf(bytes, context), bytes);
  return result.ok ? result : { ok: false, error: judged(measured, bytes, result) };
};

/** Reads a frame whose length or sum is wrong as if they were right; `odd` says what was. Never throws but for the dialect. */
export const decodeLenient = (bytes: Uint8Array, context: FrameContext = {}): LenientResult<Ap3000Frame> =>
  readLenient(measured, bytes, (one) => decodeFrame(one, context));

/**
 * Writes a frame; length and sum are computed. The kind of the message says which way it goes.
 *
 * @throws RangeError or TypeError that begins with the path of what does not fit
 */
export const encodeFrame = (frame: Ap3000Frame, context: FrameContext = {}): Uint8Array => {
  dialectIn(context);
  return isDown(frame.message, context) ? encode(downFrame, frame as DownFrame) : encode(upFrame, frame as UpFrame);
};

const isDown = (message: Ap3000Frame["message"], { direction }: FrameContext): boolean => {
  if (message.kind !== "unknown") return isDownKind(message.kind) && !isUpKind(message.kind);
  if (direction !== undefined) return direction === "down";
  // Of a command that one direction knows, what is unknown is the other.
  return isUpCommand(message.command) && !isDownCommand(message.command);
};
