import {
  bcdWildcard,
  checksum,
  type DecodeError,
  decode,
  encode,
  type Field,
  lengthOf,
  magic,
  named,
  type Result,
  decodeLenient as readLeniently,
  repeats,
  shifted,
  struct,
  type TypeOf,
  tagOf,
  u8,
  valueAt,
  withDecoder,
} from "@dianan/layout";
import { findingsOf, inByteOrder } from "../findings.ts";
import { dlt645Frame } from "../generated/dlt645-frame.ts";
import type { FrameContext, LenientResult } from "../protocol.ts";
import { clause, codes1997, commands, controlCodes } from "./codes.ts";
import { optionsOf } from "./dialects.ts";
import { closedMessage, type Message, message } from "./message.ts";

const FRAME = clause("frame format");
const CONTROL = clause("control code");
const EDITION = clause("control code: 这是 DL/T 645-1997 的帧 a frame of DL/T 645-1997 (dialect option frames1997)");
/** Data of a frame have at most so many bytes (数据域长度). */
const DATA_MAX = 200;
/** Data of a write command have at most so many. */
const WRITE_MAX = 50;
/** What each byte of the data is raised by when it is sent (加 33H). */
const RAISED_BY = 0x33;
/** Wake-up bytes that count as a part of the frame: with them it has at most 256 bytes. */
const WAKE_MAX = 44;
const WAKE = 0xfe;

const mark = magic([0x68]);
const head = {
  preamble: named(repeats(WAKE, WAKE_MAX), { zh: "前导字节", en: "wake-up bytes" }),
  start: named(mark, { zh: "帧起始符", en: "start" }),
  address: named(bcdWildcard(6, 0xaa), { zh: "地址域", en: "address", clause: clause("address field") }),
  secondStart: named(mark, { zh: "帧起始符", en: "second start" }),
} as const;

const frameOf = <T>(inner: Field<T>) =>
  struct(FRAME, {
    ...head,
    control: named(tagOf("message", u8), {
      zh: "控制码",
      en: "control code",
      clause: CONTROL,
      codes: controlCodes,
      isHex: true,
    }),
    length: named(lengthOf("message", u8, { max: DATA_MAX }), { zh: "数据域长度", en: "length of the data" }),
    message: named(shifted(inner, RAISED_BY), { zh: "数据域", en: "data" }),
    sum: named(checksum("sum8", { from: "start", to: "message" }), { zh: "校验码", en: "checksum" }),
    end: named(magic([0x16]), { zh: "结束符", en: "end" }),
  });

/** A frame (帧), 12 to 256 bytes, wake-up bytes included. */
export const frame = withDecoder(frameOf(message), dlt645Frame);
/** A frame whose data are not opened. */
const closedFrame = frameOf(closedMessage);

/** A decoded frame: number of wake-up bytes, address as 12 digits (`AA` in front: any), and its message. */
export type Dlt645Frame = Omit<TypeOf<typeof frame>, "message"> & { readonly message: Message };

const sizeOf = (fields: readonly Field<unknown>[]): number => fields.reduce((sum, { size }) => sum + (size ?? 0), 0);
const { start, address, secondStart } = head;
const markByte = mark.shape.kind === "magic" ? (mark.shape.bytes[0] as number) : 0;
const END = 0x16;

/** Places and sizes, from the first start mark, that cutting a stream needs. Bytes. */
export const frameParts = {
  wake: WAKE,
  wakeMax: WAKE_MAX,
  start: markByte,
  secondStartAt: sizeOf([start, address]),
  controlAt: sizeOf([start, address, secondStart]),
  lengthAt: sizeOf([start, address, secondStart, u8]),
  dataAt: sizeOf([start, address, secondStart, u8, u8]),
  dataMax: DATA_MAX,
  end: END,
  /** Checksum and end mark. */ tail: 2,
  max: WAKE_MAX + sizeOf([start, address, secondStart, u8, u8]) + DATA_MAX + 2,
} as const;

/** Number of wake-up bytes from this place on. */
export const wakeAt = (bytes: Uint8Array, from: number): number => {
  let count = 0;
  while (count < WAKE_MAX && bytes[from + count] === WAKE) count += 1;
  return count;
};

const controlOf = (bytes: Uint8Array): number => bytes[wakeAt(bytes, 0) + frameParts.controlAt] ?? 0;

/** Where commands that need a password have its level, from the start of their data. */
const levelPlaces: ReadonlyMap<number, number> = new Map([
  [commands.write.code, 4],
  [commands.changePassword.code, 4],
  [commands.clearDemand.code, 0],
  [commands.clearMeter.code, 0],
  [commands.clearEvents.code, 0],
  [commands.control.code, 0],
]);
/** Levels of security authentication: what follows is cipher text, or carries an authentication code. */
const sealedLevels: ReadonlySet<number | undefined> = new Set([0x98, 0x99]);

const isSealed = (control: number, levelAt: (place: number) => number | undefined): boolean => {
  const place = levelPlaces.get(control);
  return place !== undefined && sealedLevels.has(levelAt(place));
};

const raised = shifted(u8, RAISED_BY);

/** The table by which these bytes are read: sealed data (密文) are for the security module, not for us. */
export const layoutOf = (bytes: Uint8Array): typeof frame | typeof closedFrame => {
  const start = wakeAt(bytes, 0);
  const dataAt = start + frameParts.dataAt;
  const size = bytes[start + frameParts.lengthAt] ?? 0;
  const levelAt = (place: number): number | undefined => {
    return place < size ? valueAt(raised, bytes, dataAt + place) : undefined;
  };
  return isSealed(controlOf(bytes), levelAt) ? closedFrame : frame;
};

/**
 * Reads exactly one frame, wake-up bytes included. The control code says which way it goes, so that no direction is asked for.
 * A control code or data identifier that is not known keeps its bytes; a digit that is none is refused; bytes behind a value are kept.
 *
 * @param bytes - one frame as `cutFrames` gives it, 12 to 256 bytes; any bytes are allowed
 * @returns the frame, or what is wrong with offset, path and clause: inside the data, length, checksum and marks apart
 * @throws RangeError for a dialect option that there is not
 */
export const decodeFrame = (bytes: Uint8Array, context: FrameContext = {}): Result<Dlt645Frame, DecodeError> => {
  const { frames1997 } = optionsOf(context.dialect);
  const opened = decode(layoutOf(bytes) as typeof frame, bytes);
  const control = controlOf(bytes);
  const is1997 = frames1997 === "refuse" && codes1997.has(control);
  // Of a frame that its table takes, only these can be wrong all the same.
  if (opened.ok && !is1997 && control !== commands.write.code) return opened as Result<Dlt645Frame, DecodeError>;
  // What such a frame carries is not this document's: nothing of it can be wrong by it.
  const inside = is1997 ? [] : findingsOf(opened);
  const around =
    opened.ok && !is1997
      ? []
      : findingsOf(decode(closedFrame, bytes)).filter(({ path }) => is1997 || !path.startsWith("message"));
  const [first, ...more] = [...inside, ...around, ...rulesBroken(bytes, is1997, around)];
  if (first === undefined) return opened as Result<Dlt645Frame, DecodeError>;
  return { ok: false, error: inByteOrder([first, ...more]) };
};

/**
 * Reads what can be read of a frame that {@link decodeFrame} refuses: over a wrong check value or mark, and of the 1997 edition
 * as if its dialect option were set. A number with a digit that is none comes as no value, and is in `odd`.
 */
export const decodeLenient = (bytes: Uint8Array, context: FrameContext = {}): LenientResult<Dlt645Frame> => {
  const strict = decodeFrame(bytes, context);
  if (strict.ok) return { frame: strict.value, odd: [] };
  const { value } = readLeniently(layoutOf(bytes) as typeof frame, bytes);
  return { frame: value as Dlt645Frame | null, odd: findingsOf(strict) };
};

/** What no table can say; only of a frame whose head is sound. */
const rulesBroken = (bytes: Uint8Array, is1997: boolean, around: readonly DecodeError[]): readonly DecodeError[] => {
  const wake = wakeAt(bytes, 0);
  const lengthAt = wake + frameParts.lengthAt;
  if (bytes.length <= lengthAt || around.some(({ offset }) => offset < lengthAt)) return [];
  if (is1997) return [{ code: "bad-value", offset: wake + frameParts.controlAt, path: "control", clause: EDITION }];
  const isLong = controlOf(bytes) === commands.write.code && (bytes[lengthAt] ?? 0) > WRITE_MAX;
  return isLong ? [{ code: "bad-length", offset: lengthAt, path: "length", clause: FRAME }] : [];
};

/**
 * Writes one frame; length, checksum and the raising by 33H are done here.
 *
 * @throws RangeError or TypeError that begins with the path of what does not fit
 */
export const encodeFrame = (value: Dlt645Frame, context: FrameContext = {}): Uint8Array => {
  const { frames1997 } = optionsOf(context.dialect);
  const { message: own } = value;
  const isClosed = own.kind === "unknown" && isSealed(own.control, (place) => own.bytes[place]);
  const bytes = isClosed ? encode(closedFrame, { ...value, message: own }) : encode(frame, value);
  if (!isClosed && layoutOf(bytes) === closedFrame)
    throw new RangeError(
      "message.password.level: 98H and 99H seal what follows: give the data as bytes of kind unknown",
    );
  if (frames1997 === "refuse" && codes1997.has(controlOf(bytes)))
    throw new RangeError(`message: ${own.kind} is of DL/T 645-1997, see dialect.frames1997`);
  const size = bytes[value.preamble + frameParts.lengthAt] ?? 0;
  if (controlOf(bytes) === commands.write.code && size > WRITE_MAX)
    throw new RangeError(`message: ${size} bytes, a write command has at most ${WRITE_MAX}`);
  return bytes;
};
