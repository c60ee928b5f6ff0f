import { type DecodeError, decode, encode, type Field, type Result, sum8, type Text } from "@dianan/layout";
import { judged, type LooseFrame, type MeasuredFrame, readLenient } from "../measured-frame.ts";
import type { FrameContext, LenientResult } from "../protocol.ts";
import { commandCodes, FRAME_CLAUSE } from "./codes.ts";
import { dialectIn, type JuyDialect } from "./dialects.ts";
import { isDownKind } from "./down-messages.ts";
import { IMEI_DIGITS } from "./fields.ts";
import {
  type DownMessage,
  downFrames,
  frameParts,
  keptFrame,
  looseFrame,
  type UpMessage,
  upFrames,
} from "./layouts.ts";

/** A decoded frame (帧). `message.kind` says which way it travels; `unknown` may travel either way. */
export type JuyFrame = {
  /** 0 in what is no answer (结果). */ readonly result: number;
  /** IMEI in the head (new format); null: the head has none. */ readonly imei: Text | null;
  readonly message: UpMessage | DownMessage;
};

const { imeiAt, commandAt, lengthAt } = frameParts;
const [ZERO, NINE] = [0x30, 0x39];

const hasDigits = (bytes: Uint8Array, at: number, count: number): boolean => {
  for (let i = at; i < at + count; i += 1) {
    const byte = bytes[i];
    if (byte === undefined || byte < ZERO || byte > NINE) return false;
  }
  return true;
};

/**
 * Whether the head has an IMEI. It never has one in a login, which is what switches the format on. `auto` takes 15 digits behind
 * the result for one; the data of command C0 begin with an IMEI of their own, so it takes 30 there.
 */
const hasImei = (bytes: Uint8Array, { format }: JuyDialect): boolean => {
  const command = bytes[commandAt];
  if (command === commandCodes.login.code || format === "old") return false;
  if (format === "new") return true;
  return hasDigits(bytes, imeiAt, command === commandCodes.imei.code ? 2 * IMEI_DIGITS : IMEI_DIGITS);
};

const tableOf = (isNew: boolean, isDown: boolean, { endNumbers }: JuyDialect) => {
  const frames = isDown ? downFrames : upFrames[endNumbers];
  return (isNew ? frames.new : frames.old) as Field<Omit<JuyFrame, "imei"> & Partial<Pick<JuyFrame, "imei">>>;
};

/** The table by which these bytes are read. */
export const layoutOf = (bytes: Uint8Array, context: FrameContext = {}): Field<unknown> => {
  const dialect = dialectIn(context);
  return tableOf(hasImei(bytes, dialect), context.direction === "down", dialect);
};

const measured: MeasuredFrame<LooseFrame> = {
  loose: looseFrame,
  kept: keptFrame as unknown as Field<LooseFrame>,
  sizeOf: (counted) => counted + frameParts.uncounted,
  sumOf: (bytes) => sum8(bytes, lengthAt, bytes.length - frameParts.sumSize),
  max: frameParts.max,
  lengthLies: { code: "bad-length", offset: lengthAt, path: "length", clause: FRAME_CLAUSE },
};

/**
 * Reads exactly one frame. An unknown command keeps its bytes, and so does what is published without its layout.
 *
 * @param bytes - one frame as `cutFrames` gives it, 7 to 2048 bytes; any bytes are allowed
 * @param context - `direction` says which table is read: a command and its answer share a number
 * @returns the frame, or what is wrong with offset, path and clause: content, length and sum each by itself
 * @throws RangeError for an unknown dialect option, whatever the bytes
 */
export const decodeFrame = (bytes: Uint8Array, context: FrameContext = {}): Result<JuyFrame, DecodeError> => {
  const dialect = dialectIn(context);
  const opened = decode(tableOf(hasImei(bytes, dialect), context.direction === "down", dialect), bytes);
  if (!opened.ok) return { ok: false, error: judged(measured, bytes, opened) };
  const { result, imei = null, message } = opened.value;
  return { ok: true, value: { result, imei, message } };
};

/** Reads a frame whose length or sum is wrong as if they were right; `odd` says what was. Never throws but for the dialect. */
export const decodeLenient = (bytes: Uint8Array, context: FrameContext = {}): LenientResult<JuyFrame> =>
  readLenient(measured, bytes, (one) => decodeFrame(one, context));

/**
 * Writes a frame; length and sum are computed. The kind of the message says which way it goes; with an IMEI it has the new
 * format.
 *
 * @throws RangeError or TypeError that begins with the path of what does not fit; also when the dialect would read the bytes in
 *   the other format
 */
export const encodeFrame = (frame: JuyFrame, context: FrameContext = {}): Uint8Array => {
  const dialect = dialectIn(context);
  const { imei, ...rest } = frame;
  const isNew = imei !== null;
  const isDown = frame.message.kind === "unknown" ? context.direction === "down" : isDownKind(frame.message.kind);
  const bytes = encode(tableOf(isNew, isDown, dialect), isNew ? { ...rest, imei } : rest);
  if (hasImei(bytes, dialect) === isNew) return bytes;
  throw new RangeError(`imei: under format ${dialect.format} this frame ${isNew ? "has none" : "must have one"}`);
};
