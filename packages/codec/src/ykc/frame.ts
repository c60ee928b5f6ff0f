import { type DecodeError, decode, encode, type Result, type TypeOf, u16le } from "@dianan/layout";
import { dialectOf } from "../dialect.ts";
import { type Finding, findingsOf, inByteOrder } from "../findings.ts";
import type { FrameContext } from "../protocol.ts";
import { type BodyCipher, opened, sealed } from "./cipher.ts";
import { crcAt, crcIn, isCrcRight, withCrc } from "./crc.ts";
import { dialectOptions, type YkcDialect } from "./dialects.ts";
import { DOCUMENT, type FrameType, frameTypes } from "./frame-types.ts";
import {
  frame,
  frameParts,
  keptBody,
  keptFrame,
  type OpenBody,
  type Tables,
  tablesIn as tablesOfDialect,
} from "./layouts.ts";

/** A body that is enciphered and for which there is no key. */
export type EncryptedBody = { readonly kind: "encrypted"; readonly type: number; readonly bytes: Uint8Array };

/** A decoded frame (帧). */
export type YkcFrame = {
  /** 2 bytes as they came (序列号): an answer repeats them, their order is not said. */ readonly seq: Uint8Array;
  /** 0 none, 1 3DES (加密标志); others are kept. */ readonly encryption: number;
  readonly body: OpenBody | EncryptedBody;
  /** Only under `lenientCrc`: the check value that came, when it is wrong. */ readonly wrongCrc?: number;
};

/** How enciphered bodies are read and written; without them they are kept as bytes. */
export type YkcHooks = {
  /** Bytes of an enciphered body in the clear, padding taken off. */ readonly decryptBody?: BodyCipher;
  readonly encryptBody?: BodyCipher;
};

/** A frame as the table reads it that keeps the body. */
export type Kept = TypeOf<typeof keptFrame>;

const uncheckedTypes = new Set(
  Object.values<FrameType>(frameTypes).flatMap(({ code, body }) => (body === "unchecked" ? [code] : [])),
);
const toTheLetter = dialectOf(dialectOptions);
const dialectIn = ({ dialect }: FrameContext): YkcDialect =>
  dialect === undefined ? toTheLetter : dialectOf(dialectOptions, dialect);
const isEnciphered = (bytes: Uint8Array): boolean => (bytes[frameParts.encryptionAt] ?? 0) !== 0;
/**
 * Frames read and written with these hooks.
 *
 * @param quick - the table of a frame with a decoder that was written out, used where the dialect has this table
 */
export const createFrameCodec = ({ decryptBody, encryptBody }: YkcHooks, quick = frame) => {
  const tablesIn = (dialect: YkcDialect): Tables => {
    const tables = tablesOfDialect(dialect);
    return tables.frame === frame ? { ...tables, frame: quick } : tables;
  };
  /** The table by which these bytes are read. */
  const layoutOf = (bytes: Uint8Array, context: FrameContext = {}): typeof frame | typeof keptFrame =>
    isEnciphered(bytes) || readsAsKept(bytes, dialectIn(context)) ? keptFrame : tablesIn(dialectIn(context)).frame;

  const read = (bytes: Uint8Array, dialect: YkcDialect): Result<YkcFrame, DecodeError> => {
    if (isEnciphered(bytes)) {
      const kept = decode(keptFrame, bytes);
      return kept.ok ? ofEnciphered(kept.value, dialect) : kept;
    }
    const result = decode(tablesIn(dialect).frame, bytes);
    if (result.ok) return result;
    if (!readsAsKept(bytes, dialect)) return result;
    const kept = decode(keptFrame, bytes);
    return kept.ok ? { ok: true, value: asUnknown(kept.value) } : kept;
  };

  const ofEnciphered = (kept: Kept, dialect: YkcDialect): Result<YkcFrame, DecodeError> => {
    const { type, body: bytes, ...head } = kept;
    if (decryptBody === undefined || head.encryption !== 1) return { ok: true, value: asEncrypted(kept) };
    const body = opened(decryptBody, { seq: kept.seq, type, bytes }, tablesIn(dialect).body);
    return body.ok ? { ok: true, value: { ...head, body: body.value } } : body;
  };

  /**
   * Reads exactly one frame. A type that is not known keeps its bytes; so does a body of an unchecked type that is not what its
   * table says, and an enciphered one without `decryptBody`.
   *
   * @param bytes - one frame as `cutFrames` gives it, 8 to 204 bytes; any bytes are allowed
   * @returns the frame, or the first thing that is wrong with offset, path and clause, further findings in `also`
   * @throws RangeError for an unknown dialect option, whatever the bytes
   */
  const decodeFrame = (bytes: Uint8Array, context: FrameContext = {}): Result<YkcFrame, DecodeError> => {
    const dialect = dialectIn(context);
    const result = read(bytes, dialect);
    if (result.ok) return result;
    const error = judged(bytes, result);
    if (!dialect.lenientCrc || error.code !== "bad-checksum" || error.also !== undefined) return { ok: false, error };
    const again = read(withCrc(bytes), dialect);
    return again.ok ? { ok: true, value: { ...again.value, wrongCrc: crcIn(bytes) } } : again;
  };

  /**
   * Writes a frame; length and check value are computed.
   *
   * @throws RangeError or TypeError that begins with the path of what does not fit
   */
  const encodeFrame = (value: YkcFrame, context: FrameContext = {}): Uint8Array => {
    const dialect = dialectIn(context);
    const { wrongCrc } = value;
    if (wrongCrc !== undefined && !dialect.lenientCrc)
      throw new RangeError("wrongCrc: a wrong check value is written only under lenientCrc");
    const bytes = write(value, dialect);
    if (wrongCrc === undefined) return bytes;
    if (crcIn(bytes) === wrongCrc) throw new RangeError(`wrongCrc: ${wrongCrc} is the right check value`);
    bytes.set(encode(u16le, wrongCrc), crcAt(bytes));
    return bytes;
  };

  const write = ({ seq, encryption, body }: YkcFrame, dialect: YkcDialect): Uint8Array => {
    const head = { seq, encryption };
    if (encryption === 0) {
      if (body.kind === "encrypted") throw new RangeError("body: it is enciphered, but encryption is 0");
      if (body.kind === "unknown" && isKeptUnknown(body, dialect))
        return encode(keptFrame, { ...head, type: body.type, body: body.bytes });
      return encode(tablesIn(dialect).frame, { ...head, body });
    }
    if (body.kind === "encrypted") return encode(keptFrame, { ...head, type: body.type, body: body.bytes });
    if (encryptBody === undefined) throw new TypeError("body: to encipher it takes encryptBody");
    return encode(keptFrame, { ...head, ...sealed(encryptBody, { seq, body }, tablesIn(dialect).body) });
  };

  return { layoutOf, decodeFrame, encodeFrame };
};

/** An unchecked type whose body is not what its table says: the table may be wrong, so the bytes are kept. */
const readsAsKept = (bytes: Uint8Array, dialect: YkcDialect): boolean =>
  uncheckedTypes.has(bytes[frameParts.typeAt] ?? 0) &&
  findingsOf(decode(tablesOfDialect(dialect).frame, bytes)).some(({ path }) => path.startsWith("body"));

/** A frame whose body is enciphered and stays so. */
export const asEncrypted = ({ type, body: bytes, ...head }: Kept): YkcFrame => ({
  ...head,
  body: { kind: "encrypted", type, bytes },
});
/** A frame whose body is not read. */
export const asUnknown = ({ type, body: bytes, ...head }: Kept): YkcFrame => ({
  ...head,
  body: { kind: "unknown", type, bytes },
});

/** Whether bytes kept under a type that has a table are none that the table reads. */
const isKeptUnknown = ({ type, bytes }: Extract<OpenBody, { kind: "unknown" }>, dialect: YkcDialect): boolean =>
  uncheckedTypes.has(type) && !decode(tablesOfDialect(dialect).body, encode(keptBody, { type, body: bytes })).ok;

const LENGTH_LIES: Finding = {
  code: "bad-length",
  offset: frameParts.lengthAt,
  path: "length",
  clause: `${DOCUMENT} frame`,
};

/** What is wrong with a frame, in the order of its bytes: structure, length and check value each by itself. */
const judged = (bytes: Uint8Array, result: Result<unknown, DecodeError>): DecodeError => {
  const length = bytes[frameParts.lengthAt] ?? 0;
  const whole = findingsOf(decode(keptFrame, bytes));
  const isRightByLength =
    whole.every(({ code }) => code === "bad-length") && bytes.length > length + frameParts.uncounted;
  const isWhole = bytes[0] === frameParts.start[0] && bytes.length >= frameParts.min;
  // The check value fits what is here and not what the length says: it is the length that lies, nothing is missing or too much.
  if (isWhole && bytes.length !== length + frameParts.uncounted && !isRightByLength && isCrcRight(bytes))
    return LENGTH_LIES;
  // A body that is not read stops the reading, but its length says where the check value stands all the same.
  const around = whole.filter(({ path }) => !path.startsWith("body"));
  return inByteOrder([...(findingsOf(result) as [Finding, ...Finding[]]), ...around]);
};
