import {
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
  decodeLenient as readLeniently,
  struct,
  type TypeOf,
  tagOf,
  u8,
  u16be,
  union,
  withDecoder,
} from "@dianan/layout";
import { findingsOf, inByteOrder } from "../findings.ts";
import { efirePlainFrame } from "../generated/efire-plain-frame.ts";
import { efireWrappedFrame } from "../generated/efire-wrapped-frame.ts";
import type { FrameContext, LenientResult } from "../protocol.ts";
import { clause, uplinks } from "./codes.ts";
import { optionsOf } from "./dialects.ts";
import { readingsBody } from "./readings-body.ts";

const FRAME = clause("frame");
/** Longest body that is read: the only one published has 388 bytes. */
const BODY_MAX = 1_024;

const body = union("command", { readings: [uplinks.readings.code, readingsBody] }, { unknown: "command" });
/** A body that is not opened, to look at what stands around it. */
const closedBody = union("command", {}, { unknown: "command" });

const start = named(magic([0x7b, 0x7b]), { zh: "起始符", en: "start" });
const end = named(magic([0x7d, 0x7d]), { zh: "结束符", en: "end" });

const frameOf = <T>(inner: Field<T>) =>
  struct(FRAME, {
    start,
    command: named(tagOf("body", u8), {
      zh: "命令码",
      en: "command",
      clause: clause("command"),
      codes: uplinks,
      isHex: true,
    }),
    length: named(lengthOf("body", u16be, { max: BODY_MAX }), { zh: "数据长度", en: "length of the body" }),
    body: named(inner, { zh: "数据", en: "body" }),
    crc: named(checksum("crc16modbus", { from: "command", to: "body" }), { zh: "校验", en: "CRC-16" }),
    end,
  });
/** A frame (帧) as the detector makes it, 9 to 1033 bytes. */
export const plainFrame = withDecoder(frameOf(body), efirePlainFrame);

const sizeOf = (fields: readonly Field<unknown>[]): number => fields.reduce((sum, { size }) => sum + (size ?? 0), 0);
const markOf = (field: Field<unknown>): Uint8Array =>
  field.shape.kind === "magic" ? field.shape.bytes : new Uint8Array(0);
/** Bytes of a frame beside its body. */
const overhead = sizeOf(Object.values(plainFrame.shape.fields));

const wrap = {
  mark: named(magic([0x01]), { zh: "外层标记", en: "mark of the envelope" }),
  size: named(lengthOf("frame", u16be, { max: overhead + BODY_MAX }), {
    zh: "其后的字节数",
    en: "bytes that follow",
  }),
} as const;
const wrappedOf = <T>(inner: Field<T>) =>
  struct(clause("envelope"), { ...wrap, frame: named(inner, { zh: "帧", en: "frame" }) });
/**
 * The same behind three bytes that some platforms put in front, 12 to 1036 bytes. They are published as 01 01 8D; 018D is the
 * number of bytes behind them (397), and they are read so (unconfirmed: one frame).
 */
export const wrappedFrame = withDecoder(wrappedOf(plainFrame), efireWrappedFrame);

/** The envelope alone, for documents. */
export const envelope = wrappedOf(bytesUntilEnd);

const closedFrame = frameOf(closedBody);
const closedWrapped = wrappedOf(closedFrame);

/** A decoded frame. `isWrapped`: the three bytes of the envelope stand in front. */
export type EfireFrame = TypeOf<typeof plainFrame> & { readonly isWrapped: boolean };

/** Places and sizes that cutting a stream needs. Bytes. */
export const frameParts = {
  start: markOf(start),
  end: markOf(end),
  wrapMark: markOf(wrap.mark)[0] as number,
  wrapSize: sizeOf(Object.values(wrap)),
  wrapSizeAt: sizeOf([wrap.mark]),
  commandAt: sizeOf([start]),
  lengthAt: sizeOf([start, u8]),
  bodyMax: BODY_MAX,
  overhead,
  max: sizeOf(Object.values(wrap)) + overhead + BODY_MAX,
} as const;

const isWrapped = (bytes: Uint8Array): boolean => bytes[0] === frameParts.wrapMark;

/** The table by which these bytes are read. */
export const layoutOf = (bytes: Uint8Array): typeof plainFrame | typeof wrappedFrame =>
  isWrapped(bytes) ? wrappedFrame : plainFrame;

/** Paths are those of the frame, whether it is wrapped or not. */
const ofFrame = <E extends Pick<DecodeError, "path">>(finding: E): E => ({
  ...finding,
  path: finding.path.replace(/^frame(\.|$)/, ""),
});

const open = (bytes: Uint8Array): Result<EfireFrame, DecodeError> => {
  if (!isWrapped(bytes)) {
    const plain = decode(plainFrame, bytes);
    return plain.ok ? { ok: true, value: { isWrapped: false, ...plain.value } } : plain;
  }
  const wrapped = decode(wrappedFrame, bytes);
  return wrapped.ok ? { ok: true, value: { isWrapped: true, ...wrapped.value.frame } } : wrapped;
};

/**
 * Reads exactly one frame, with or without the envelope. A command that is not known keeps its body; bytes behind a body that
 * is known are kept in `unparsed`.
 *
 * @param bytes - one frame as `cutFrames` gives it, 9 to 1036 bytes; any bytes are allowed
 * @returns the frame, or what is wrong with offset, path and clause: body, length, CRC and marks apart
 * @throws RangeError for a dialect option that there is not
 */
export const decodeFrame = (bytes: Uint8Array, context: FrameContext = {}): Result<EfireFrame, DecodeError> => {
  optionsOf(context.dialect);
  const opened = open(bytes);
  if (opened.ok) return opened;
  const closed = isWrapped(bytes) ? decode(closedWrapped, bytes) : decode(closedFrame, bytes);
  const [first, ...inside] = findingsOf(opened).map(ofFrame);
  const around = findingsOf(closed)
    .map(ofFrame)
    .filter(({ path }) => !path.startsWith("body"));
  return first === undefined ? opened : { ok: false, error: inByteOrder([first, ...inside, ...around]) };
};

/** Reads what can be read of a frame that {@link decodeFrame} refuses, over wrong marks and check values; what was odd beside it. */
export const decodeLenient = (bytes: Uint8Array, context: FrameContext = {}): LenientResult<EfireFrame> => {
  const strict = decodeFrame(bytes, context);
  if (strict.ok) return { frame: strict.value, odd: [] };
  const odd = findingsOf(strict);
  if (isWrapped(bytes)) {
    const { value } = readLeniently(wrappedFrame, bytes);
    return { frame: value === null ? null : { isWrapped: true, ...value.frame }, odd };
  }
  const { value } = readLeniently(plainFrame, bytes);
  return { frame: value === null ? null : { isWrapped: false, ...value }, odd };
};

/**
 * Writes one frame; lengths and CRC are computed.
 *
 * @throws RangeError or TypeError that begins with the path of what does not fit
 */
export const encodeFrame = ({ isWrapped: wraps, ...frame }: EfireFrame, context: FrameContext = {}): Uint8Array => {
  optionsOf(context.dialect);
  if (typeof wraps !== "boolean") throw new TypeError(`isWrapped: takes true or false, got ${typeof wraps}`);
  // Encoded by itself first, so that paths are those of the frame.
  const plain = encode(plainFrame, frame);
  return wraps ? encode(wrappedFrame, { frame }) : plain;
};
