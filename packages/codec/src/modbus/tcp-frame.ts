import {
  bytesUntilEnd,
  type DecodeError,
  type Field,
  lengthOf,
  limited,
  named,
  type Result,
  reserved,
  struct,
  u8,
  u16be,
  withDecoder,
} from "@dianan/layout";
import { modbusTcpAnswer } from "../generated/modbus-tcp-answer.ts";
import { modbusTcpRequest } from "../generated/modbus-tcp-request.ts";
import type { FrameContext, LenientResult } from "../protocol.ts";
import { tcpClause } from "./codes.ts";
import { tcpDialectOf } from "./dialects.ts";
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

const FRAME = tcpClause("3.1.3");
/** Function and data have at most so many bytes, on every transport. */
const PDU_MAX = 253;
const PROTOCOL_BYTES = 2;

const transaction = named(u16be, { zh: "事务标识", en: "transaction" });
const protocol = named(reserved(PROTOCOL_BYTES), { zh: "协议标识(0 = MODBUS)", en: "protocol, 0: MODBUS" });
const unit = named(u8, { zh: "单元标识", en: "unit" });
const lengthWords = { zh: "长度(单元标识起)", en: "length, from the unit on" };
/** What the length counts beside the data: unit and function. */
const counted = unit.size + functionByte.size;
const length = named(lengthOf("message", u16be, { plus: counted, max: PDU_MAX - functionByte.size }), lengthWords);

const frameOf = <T>(own: typeof functionByte | typeof tagFunction, message: Field<T>) =>
  struct(FRAME, { transaction, protocol, length, unit, function: own, message });

/** Frames on TCP, 8 to 260 bytes: request, answer, exception, and any other function. */
export const tcpLayouts = {
  request: withDecoder(frameOf(tagFunction, named(request, requestWords)), modbusTcpRequest),
  answer: withDecoder(frameOf(tagFunction, named(answer, answerWords)), modbusTcpAnswer),
  exception: frameOf(failedFunction, named(exception, answerWords)),
  other: frameOf(functionByte, otherData(bytesUntilEnd)),
} as const satisfies Layouts;

/** The first bytes of every frame, up to the function. */
const head = struct(FRAME, { transaction, protocol, length: u16be, unit, function: functionByte });

/** A header that a frame can have: for cutting a stream. */
export const tcpHeader = struct(FRAME, {
  transaction,
  protocol,
  length: named(limited(u16be, { min: counted, max: unit.size + PDU_MAX }), lengthWords),
  unit,
  function: functionByte,
});

const sizeOf = (...fields: readonly Field<unknown>[]): number => fields.reduce((sum, { size }) => sum + (size ?? 0), 0);
/** Bytes that the length does not count. */
const uncounted = sizeOf(transaction, protocol, length);

/** Places and sizes that cutting a stream needs, read off the tables. Bytes. */
export const tcpParts = {
  protocolAt: transaction.size,
  lengthAt: sizeOf(transaction, protocol),
  lengthMax: unit.size + PDU_MAX,
  messageAt: sizeOf(tcpHeader),
  uncounted,
  counted,
  max: uncounted + unit.size + PDU_MAX,
} as const;

/** A frame on TCP. */
export type ModbusTcpFrame = {
  /** Chosen by the master, repeated by the answer: 0 to 65535. */ readonly transaction: number;
  readonly unit: number;
  readonly message: ModbusMessage;
};

const framing = createFraming({
  layouts: tcpLayouts,
  head,
  frameMax: tcpParts.max,
  dialectOf: tcpDialectOf,
  // The connection is the address: 0 and 255 mean the device itself, other numbers what hangs behind a gateway.
  unitFault: () => null,
  judge: (_bytes, _name, refused) => ({ findings: [refused], frame: null }),
});

/**
 * Reads exactly one frame. With the request that it answers, registers and coils have the addresses of the wire, and an answer
 * that does not belong to it is refused.
 *
 * @param bytes - one frame, 8 to 260 bytes; any bytes are allowed
 * @returns the frame, or what is wrong with offset, path and clause
 * @see MODBUS V1.1b3 §6, §7; MODBUS TCP V1.0b §3.1.3
 */
export const decodeFrame = framing.decodeFrame as (
  bytes: Uint8Array,
  context?: FrameContext,
) => Result<ModbusTcpFrame, DecodeError>;

/** Reads what can be read of a frame that {@link decodeFrame} refuses, and lists what was odd. */
export const decodeLenient = framing.decodeLenient as (
  bytes: Uint8Array,
  context?: FrameContext,
) => LenientResult<ModbusTcpFrame>;

/**
 * Writes a frame; byte counts, quantities and length are computed. The `address` of a read's answer is not on the wire.
 *
 * @throws RangeError or TypeError that begins with the path of what does not fit
 */
export const encodeFrame: (frame: ModbusTcpFrame, context?: FrameContext) => Uint8Array = framing.encodeFrame;

/** The table by which these bytes are read. */
export const layoutOf = framing.layoutOf;
