import {
  bytesBefore,
  bytesUntilEnd,
  checksum,
  crc16modbus,
  type DecodeError,
  decode,
  type Field,
  named,
  type Result,
  struct,
  u8,
  u16le,
  withDecoder,
} from "@dianan/layout";
import { modbusRtuAnswer } from "../generated/modbus-rtu-answer.ts";
import { modbusRtuRequest } from "../generated/modbus-rtu-request.ts";
import type { Direction, FrameContext, LenientResult } from "../protocol.ts";
import { serialClause } from "./codes.ts";
import { type ModbusDialect, rtuDialectOf } from "./dialects.ts";
import type { Fault } from "./faults.ts";
import { mayBeBroadcast } from "./frame-faults.ts";
import type { ModbusMessage } from "./messages.ts";
import {
  answer,
  answerWords,
  exception,
  failedFunction,
  functionByte,
  otherData,
  request,
  requestWords,
  tagFunction,
} from "./pdu.ts";
import { createFraming, type Layouts } from "./transport.ts";

const FRAME = serialClause("2.5.1");
/** A frame on a serial line has at most so many bytes. */
const FRAME_MAX = 256;
const UNIT_MAX = 247;
/** Address by which some devices answer whatever their own is (seen in the field). */
const ANY_UNIT = 0xfe;

const unit = named(u8, { zh: "单元(从站)地址", en: "unit", clause: serialClause("2.2") });
const CRC = serialClause("2.5.1.2");
const crc = named(checksum("crc16modbus", { from: "unit", to: "message" }), {
  zh: "CRC-16(低字节在前)",
  en: "CRC-16, low byte first",
  clause: CRC,
});

const frameOf = <T>(own: typeof functionByte | typeof tagFunction, message: Field<T>) =>
  struct(FRAME, { unit, function: own, message, crc });
const bodyOf = <T>(own: typeof functionByte | typeof tagFunction, message: Field<T>) =>
  struct(FRAME, { unit, function: own, message });

/** Frames of a serial line (串行链路帧), 4 to 256 bytes: request, answer, exception, and any other function. */
export const rtuLayouts = {
  request: withDecoder(frameOf(tagFunction, named(request, requestWords)), modbusRtuRequest),
  answer: withDecoder(frameOf(tagFunction, named(answer, answerWords)), modbusRtuAnswer),
  exception: frameOf(failedFunction, named(exception, answerWords)),
  other: frameOf(functionByte, otherData(bytesBefore(u16le.size))),
} as const satisfies Layouts;

/** The same without their check value. */
export const rtuBodies = {
  request: bodyOf(tagFunction, request),
  answer: bodyOf(tagFunction, answer),
  exception: bodyOf(failedFunction, named(exception, answerWords)),
  other: bodyOf(functionByte, otherData(bytesUntilEnd)),
} as const satisfies Layouts;

/** The first bytes of every frame, up to the function. */
export const rtuHead = struct(FRAME, { unit, function: functionByte });
const ends = struct(FRAME, { body: bytesBefore(u16le.size), crc: u16le });

/** Places and sizes that cutting a stream needs, read off the tables. Bytes. */
export const rtuParts = {
  functionAt: unit.size,
  messageAt: rtuHead.size ?? 0,
  overhead: (rtuHead.size ?? 0) + u16le.size,
  max: FRAME_MAX,
} as const;

/** A frame of a serial line (RTU). */
export type ModbusRtuFrame = { readonly unit: number; readonly message: ModbusMessage };

/** Whether a frame may have this unit: 0 speaks to all, 1 to 247 are addresses, the rest is reserved. */
export const isUnit = (byte: number, direction: Direction, { reservedUnits }: ModbusDialect): boolean => {
  if (byte === 0) return direction === "down";
  if (byte <= UNIT_MAX) return true;
  return reservedUnits === "all" || (reservedUnits === "fe" && byte === ANY_UNIT);
};

const unitFault = (byte: number, own: number, direction: Direction, dialect: ModbusDialect): Fault | null => {
  const path = "unit";
  if (byte === 0 && direction === "up") return { code: "bad-value", path, why: "0 speaks to all, and nobody answers" };
  if (byte === 0 && !mayBeBroadcast(own))
    return { code: "bad-value", path, why: "what is read from all units at once is never answered" };
  if (isUnit(byte, direction, dialect) || byte > unit.shape.max) return null;
  return { code: "bad-value", path, why: `${byte} is reserved: see the dialect option reservedUnits` };
};

/**
 * Structure and check value apart. A check value that is right where the structure says is right. Else, when the last two bytes
 * are the right one, the structure is at fault and is read without it. Else the check value is wrong too, also where the
 * structure does not get so far. A frame that is wrong in nothing else is opened all the same.
 */
const judge = (bytes: Uint8Array, name: keyof Layouts, refused: DecodeError) => {
  const parts = decode(ends, bytes);
  const only = refused.also === undefined ? refused.code : null;
  if (!parts.ok || (only === "bad-length" && refused.path === "")) return { findings: [refused], frame: null };
  const { body, crc: sent } = parts.value;
  const read: Result<unknown, DecodeError> = decode<unknown>(rtuBodies[name], body);
  if (only === "bad-checksum") return { findings: [refused], frame: read.ok ? read.value : null };
  if (crc16modbus(body) === sent) return { findings: [read.ok ? refused : read.error], frame: null };
  const isStuck = [refused, ...(refused.also ?? [])].some(({ code, path }) => code === "bad-length" && path !== "");
  const wrongCrc: DecodeError = { code: "bad-checksum", offset: body.length, path: "crc", clause: CRC };
  return { findings: isStuck ? [refused, wrongCrc] : [refused], frame: null };
};

const framing = createFraming({
  layouts: rtuLayouts,
  head: rtuHead,
  frameMax: FRAME_MAX,
  dialectOf: rtuDialectOf,
  unitFault,
  judge,
});

/**
 * Reads exactly one frame. With the request that it answers, registers and coils have the addresses of the wire, and an answer
 * that does not belong to it is refused.
 *
 * @param bytes - one frame, 4 to 256 bytes; any bytes are allowed
 * @returns the frame, or what is wrong with offset, path and clause
 * @see MODBUS V1.1b3 §6, §7; MODBUS Serial Line V1.02 §2
 */
export const decodeFrame: (bytes: Uint8Array, context?: FrameContext) => Result<ModbusRtuFrame, DecodeError> =
  framing.decodeFrame;

/** Reads what can be read of a frame that {@link decodeFrame} refuses, and lists what was odd. */
export const decodeLenient: (bytes: Uint8Array, context?: FrameContext) => LenientResult<ModbusRtuFrame> =
  framing.decodeLenient;

/**
 * Writes a frame; byte counts, quantities and check value are computed. The `address` of a read's answer is not on the wire.
 *
 * @throws RangeError or TypeError that begins with the path of what does not fit
 */
export const encodeFrame: (frame: ModbusRtuFrame, context?: FrameContext) => Uint8Array = framing.encodeFrame;

/** The table by which these bytes are read. */
export const layoutOf = framing.layoutOf;
