import {
  type DecodeError,
  decode,
  encode,
  decodeLenient as layoutLenient,
  type Result,
  sum8,
  type TypeOf,
  u16be,
} from "@dianan/layout";
import { dialectOf } from "../dialect.ts";
import { type Finding, findingsOf, inByteOrder } from "../findings.ts";
import type { Direction, FrameContext, LenientResult } from "../protocol.ts";
import { clauseOf } from "./codes.ts";
import { dialectOptions } from "./dialects.ts";
import { closedFrames, directionOf, downFrame, frameParts, standsAt, upFrame } from "./layouts.ts";

type Directed<D extends Direction, F> = { readonly direction: D } & F;

/** A decoded frame (帧). The start says the direction; `packetType` says it again and is kept as it came. */
export type BkvFrame = Directed<"up", TypeOf<typeof upFrame>> | Directed<"down", TypeOf<typeof downFrame>>;

const { lengthAt, lengthSize, uncounted, sumSize, end, max } = frameParts;
/** Dialects change what a frame means, not its bytes: one that there is not is refused all the same. */
const checkDialect = ({ dialect }: FrameContext): void => {
  if (dialect !== undefined) dialectOf(dialectOptions, dialect);
};
const SIZE_MIN = frameParts.lengthMin + uncounted;

/**
 * Frames read and written.
 *
 * @param up - the table of a frame from the gateway, with a decoder that was written out or without
 */
export const createFrameCodec = (up = upFrame) => {
  /** The table by which these bytes are read; bytes without a start are read as if they came the way that the context says. */
  const layoutOf = (bytes: Uint8Array, context: FrameContext = {}): typeof upFrame | typeof downFrame => {
    checkDialect(context);
    return (directionOf(bytes) ?? context.direction ?? "up") === "up" ? up : downFrame;
  };

  const read = (bytes: Uint8Array, direction: Direction): Result<BkvFrame, DecodeError> => {
    if (direction === "up") {
      const frame = decode(up, bytes);
      return frame.ok ? { ok: true, value: { direction, ...frame.value } } : frame;
    }
    const frame = decode(downFrame, bytes);
    return frame.ok ? { ok: true, value: { direction, ...frame.value } } : frame;
  };

  /**
   * Reads exactly one frame. Unknown commands, tags and codes are kept. There is no escaping: the length says where a frame ends,
   * the end mark is only a check.
   *
   * @param bytes - one frame as `cutFrames` gives it, 21 to 2048 bytes; any bytes are allowed
   * @returns the frame, or the first thing that is wrong with offset, path and clause; items, length, sum and end mark are each
   *   judged by themselves, the others are in `also`
   * @throws RangeError for an unknown dialect option, whatever the bytes
   */
  const decodeFrame = (bytes: Uint8Array, context: FrameContext = {}): Result<BkvFrame, DecodeError> => {
    checkDialect(context);
    const direction = directionOf(bytes) ?? context.direction ?? "up";
    const result = read(bytes, direction);
    return result.ok ? result : { ok: false, error: judged(bytes, direction, result) };
  };

  /** Reads a frame whose length, sum, end mark or items are wrong as well as it goes. */
  const decodeLenient = (bytes: Uint8Array, context: FrameContext = {}): LenientResult<BkvFrame> => {
    const strict = decodeFrame(bytes, context);
    if (strict.ok) return { frame: strict.value, odd: [] };
    const odd = findingsOf(strict);
    const direction = directionOf(bytes);
    if (direction === null || bytes.length < SIZE_MIN || bytes.length > max) return { frame: null, odd };
    const repaired = withLength(bytes);
    if (direction === "up") {
      const { value } = layoutLenient(up, repaired);
      return { frame: value === null ? null : { direction, ...value }, odd };
    }
    const { value } = layoutLenient(downFrame, repaired);
    return { frame: value === null ? null : { direction, ...value }, odd };
  };

  /**
   * Writes a frame; length and sum are computed.
   *
   * @throws RangeError or TypeError that begins with the path of what does not fit
   */
  const encodeFrame = (frame: BkvFrame, context: FrameContext = {}): Uint8Array => {
    checkDialect(context);
    if (frame.direction === "up") return encode(up, frame);
    if (frame.direction === "down") return encode(downFrame, frame);
    throw new RangeError(
      `direction: ${JSON.stringify((frame as { direction?: unknown }).direction)} is not up or down`,
    );
  };

  return { layoutOf, decodeFrame, decodeLenient, encodeFrame };
};

/** Total size that the length says; not a number when the length is cut. */
const claimedSize = (bytes: Uint8Array): number => {
  const length = decode(u16be, bytes.subarray(lengthAt, lengthAt + lengthSize));
  return length.ok ? length.value + uncounted : Number.NaN;
};
const hasEndAt = (bytes: Uint8Array, size: number): boolean =>
  size <= bytes.length && standsAt(end, bytes, size - end.length);
const isSumRight = (bytes: Uint8Array): boolean => {
  const at = bytes.length - end.length - sumSize;
  return sum8(bytes, lengthAt, at) === bytes[at];
};

const LENGTH_LIES: Finding = { code: "bad-length", offset: lengthAt, path: "length", clause: clauseOf("frame") };

/** What is wrong with a frame, in the order of its bytes. */
const judged = (bytes: Uint8Array, direction: Direction, result: Result<unknown, DecodeError>): DecodeError => {
  const claimed = claimedSize(bytes);
  // The end mark stands where the bytes end, and not where the length says: it is the length that lies.
  const isWhole = directionOf(bytes) !== null && bytes.length >= SIZE_MIN && hasEndAt(bytes, bytes.length);
  if (isWhole && claimed !== bytes.length && !hasEndAt(bytes, claimed))
    return inByteOrder([
      LENGTH_LIES,
      ...(isSumRight(bytes)
        ? []
        : [{ ...LENGTH_LIES, code: "bad-checksum", path: "sum", offset: sumAt(bytes) } as const]),
    ]);
  // Items that are not read stop the reading, but the length says where sum and end mark stand all the same.
  const around = findingsOf(decode(closedFrames[direction], bytes)).filter(({ path }) => !path.startsWith("payload"));
  return inByteOrder([...(findingsOf(result) as [Finding, ...Finding[]]), ...around]);
};

const sumAt = (bytes: Uint8Array): number => bytes.length - end.length - sumSize;

const withLength = (bytes: Uint8Array): Uint8Array => {
  const copy = bytes.slice();
  copy.set(encode(u16be, bytes.length - uncounted), lengthAt);
  return copy;
};
