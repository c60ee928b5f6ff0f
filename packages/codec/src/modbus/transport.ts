import {
  type BitSeries,
  type DecodeError,
  decode,
  encode,
  type Field,
  type Result,
  decodeLenient as readLenient,
} from "@dianan/layout";
import type { Direction, FrameContext, LenientResult } from "../protocol.ts";
import { EXCEPTION_BIT } from "./codes.ts";
import { isKnown, type ModbusDialect } from "./dialects.ts";
import { errorOf, type Fault, NO_FAULTS, oneError } from "./faults.ts";
import { functionByteOf, functionFault, rangeFaults } from "./frame-faults.ts";
import { functionOf, isRequest, type ModbusMessage } from "./messages.ts";
import { mismatches, placed } from "./request-match.ts";

/** A frame of either transport: `transaction` on TCP only. */
export type AnyFrame = { readonly unit: number; readonly transaction?: number; readonly message: ModbusMessage };

/** A frame as its table has it. */
type Wire = {
  readonly unit: number;
  readonly transaction?: number;
  readonly function?: number;
  readonly message: {
    readonly kind?: string;
    readonly states?: BitSeries;
    readonly registers?: readonly number[];
    readonly code?: number;
    readonly bytes?: Uint8Array;
  };
};
/** Which table reads a frame. */
export type LayoutName = "request" | "answer" | "exception" | "other";
export type Layouts = { readonly [N in LayoutName]: Field<unknown> };

/** How the messages travel. */
export type Transport = {
  readonly layouts: Layouts;
  /** The first fields of every frame, up to the function. */ readonly head: Field<{
    readonly unit: number;
    readonly function: number;
  }>;
  readonly frameMax: number;
  readonly dialectOf: (given: FrameContext["dialect"]) => ModbusDialect;
  /** What is wrong with a unit; null when nothing is. */
  readonly unitFault: (unit: number, code: number, direction: Direction, dialect: ModbusDialect) => Fault | null;
  /** What is wrong with bytes that the table refused. `frame`: what they would say if only their check value is wrong. */
  readonly judge: (
    bytes: Uint8Array,
    name: LayoutName,
    refused: DecodeError,
  ) => { readonly findings: readonly DecodeError[]; readonly frame: unknown };
};

const opened = ({ unit, transaction, function: byte = 0, message }: Wire): AnyFrame =>
  frameOf(unit, transaction, messageOf(message, byte));

const frameOf = (unit: number, transaction: number | undefined, message: ModbusMessage): AnyFrame =>
  transaction === undefined ? { unit, message } : { transaction, unit, message };

/** What was read has no address on the wire. */
const messageOf = (read: Wire["message"], byte: number): ModbusMessage => {
  switch (read.kind) {
    case "coils":
    case "discreteInputs":
      return { kind: read.kind, address: null, states: read.states as BitSeries };
    case "holdingRegisters":
    case "inputRegisters":
      return { kind: read.kind, address: null, registers: read.registers as readonly number[] };
    case undefined:
      return read.code === undefined
        ? { kind: "unknown", function: byte, bytes: read.bytes as Uint8Array }
        : { kind: "exception", function: byte - EXCEPTION_BIT, code: read.code };
    default:
      return read as ModbusMessage;
  }
};

/** Reading and writing frames of one transport. */
export const createFraming = (transport: Transport) => {
  const { layouts, head, frameMax, dialectOf, unitFault, judge } = transport;

  const nameOf = (bytes: Uint8Array, direction: Direction): LayoutName => {
    const byte = bytes[functionAt] ?? 0;
    if (isKnown(byte)) return direction === "down" ? "request" : "answer";
    return direction === "up" && byte > EXCEPTION_BIT ? "exception" : "other";
  };
  const functionAt = (head.size ?? 0) - 1;

  const headFaults = (unit: number, byte: number, direction: Direction, dialect: ModbusDialect): readonly Fault[] => {
    const first = unitFault(unit, byte % EXCEPTION_BIT, direction, dialect);
    const second = functionFault(byte, direction, dialect);
    return first === null && second === null ? NO_FAULTS : [first, second].filter((one) => one !== null);
  };

  /** What is wrong beside the table: with the unit, the function, the range, and with the answer to a request. */
  const faultsOf = (
    frame: AnyFrame,
    direction: Direction,
    dialect: ModbusDialect,
    request: AnyFrame | null,
  ): readonly Fault[] => {
    const inHead = headFaults(frame.unit, functionByteOf(frame.message), direction, dialect);
    const inRange = rangeFaults(frame.message);
    const inAnswer = request === null ? NO_FAULTS : mismatches(frame, request);
    return inHead === NO_FAULTS && inRange === NO_FAULTS && inAnswer.length === 0
      ? NO_FAULTS
      : [...inHead, ...inRange, ...inAnswer];
  };

  const decodeFrame = (bytes: Uint8Array, context: FrameContext = {}): Result<AnyFrame, DecodeError> => {
    const { direction = "up" } = context;
    const dialect = dialectOf(context.dialect);
    const asked = requestOf(direction, context);
    if (asked?.ok === false) return asked;
    const request = asked?.value ?? null;
    if (bytes.length > frameMax) return tooLong(bytes, direction);
    const name = nameOf(bytes, direction);
    const layout = layouts[name];
    const errorsOf = (frame: AnyFrame): readonly DecodeError[] =>
      faultsOf(frame, direction, dialect, request).map((fault) => errorOf(layout, frame.message.kind, fault));

    const result = decode(layout, bytes);
    if (result.ok) {
      const frame = opened(result.value as Wire);
      const errors = errorsOf(frame);
      const error = errors.length === 0 ? null : oneError(errors);
      if (error !== null) return { ok: false, error };
      return {
        ok: true,
        value:
          request === null ? frame : frameOf(frame.unit, frame.transaction, placed(frame.message, request.message)),
      };
    }
    const { findings, frame } = judge(bytes, name, result.error);
    const more = frame === null ? headErrors(bytes, direction, dialect) : errorsOf(opened(frame as Wire));
    return { ok: false, error: oneError([...findings, ...more]) ?? result.error };
  };

  /** A frame that is refused is opened as far as its table goes; an answer has addresses when its size is the one asked for. */
  const decodeLenient = (bytes: Uint8Array, context: FrameContext = {}): LenientResult<AnyFrame> => {
    const strict = decodeFrame(bytes, context);
    if (strict.ok) return { frame: strict.value, odd: [] };
    const { direction = "up" } = context;
    const { also = [], ...first } = strict.error;
    const { value } = readLenient(layouts[nameOf(bytes, direction)], bytes);
    const frame = value === null ? null : opened(value as Wire);
    const asked = requestOf(direction, context);
    const fits = frame !== null && asked?.ok === true && mismatches(frame, asked.value).length === 0;
    return {
      frame: fits ? { ...frame, message: placed(frame.message, asked.value.message) } : frame,
      odd: [first, ...also],
    };
  };

  /** Unit and function of a frame that is broken behind them. */
  const headErrors = (bytes: Uint8Array, direction: Direction, dialect: ModbusDialect): readonly DecodeError[] => {
    const read = decode(head, bytes.subarray(0, head.size ?? 0));
    if (!read.ok) return [];
    const { unit, function: byte } = read.value;
    return headFaults(unit, byte, direction, dialect).map((fault) => errorOf(head, "", fault));
  };

  const tooLong = (bytes: Uint8Array, direction: Direction): Result<AnyFrame, DecodeError> => {
    const { shape } = layouts[nameOf(bytes, direction)];
    const clause = shape.kind === "struct" ? shape.clause : "";
    return { ok: false, error: { code: "bad-length", offset: frameMax, path: "", clause } };
  };

  /** The request that an answer belongs to; null when there is none. A request that is no frame is told under its own path. */
  const requestOf = (direction: Direction, context: FrameContext): Result<AnyFrame, DecodeError> | null => {
    if (context.request === undefined || direction === "down") return null;
    const request = decodeFrame(context.request, { ...context, direction: "down" });
    if (request.ok) return request;
    const { code, path, clause } = request.error;
    return { ok: false, error: { code, offset: 0, path: path === "" ? "request" : `request.${path}`, clause } };
  };

  const encodeFrame = (frame: AnyFrame, context: FrameContext = {}): Uint8Array => {
    const dialect = dialectOf(context.dialect);
    const { message } = frame;
    const name = layoutOfKind(message);
    const direction = name === "request" || (name === "other" && context.direction === "down") ? "down" : "up";
    const [fault] = faultsOf(frame, direction, dialect, null);
    if (fault !== undefined) throw new RangeError(`${pathToWrite(fault.path, message)}: ${fault.why}`);
    const wire = name === "request" || name === "answer" ? frame : { ...frame, function: functionByteOf(message) };
    const bytes = encode(layouts[name], wire);
    if (bytes.length > frameMax)
      throw new RangeError(`message.bytes: the frame has ${bytes.length} bytes, at most ${frameMax} are allowed`);
    return bytes;
  };

  return {
    decodeFrame,
    decodeLenient,
    encodeFrame,
    layoutOf: (bytes: Uint8Array, { direction = "up" }: FrameContext = {}): Field<unknown> =>
      layouts[nameOf(bytes, direction)],
  };
};

/** A fault's path in the words of the value, which has no quantity where a list says it. */
const pathToWrite = (path: string, message: ModbusMessage): string => {
  if (path === "function") return "message.function";
  return path === "message.quantity" && !("quantity" in message) ? "message.address" : path;
};

const layoutOfKind = (message: ModbusMessage): LayoutName => {
  if (typeof message !== "object" || message === null)
    throw new TypeError("message: a frame has a message with a kind");
  const { kind } = message;
  if (kind === "exception" || kind === "unknown") {
    const { function: code } = message;
    if (!Number.isInteger(code) || code < 1 || code >= EXCEPTION_BIT)
      throw new RangeError(`message.function: ${code} is not a whole number from 1 to ${EXCEPTION_BIT - 1}`);
    if (kind === "unknown" && isKnown(code))
      throw new RangeError(`message.function: ${code} has a table, it is not unknown`);
    return kind === "exception" ? "exception" : "other";
  }
  if (isRequest(message)) return "request";
  if (functionOf(message) === 0) throw new RangeError(`message.kind: there is no ${JSON.stringify(kind)}`);
  return "answer";
};
