import type { Field } from "./field.ts";
import { Input } from "./input.ts";
import { Misfit, Output } from "./output.ts";
import type { DecodeError, Result } from "./result.ts";

/** Where the bytes stand in a larger input, for what an error says. */
export type DecodeOptions = {
  /** Added to every reported offset, when `bytes` are a part of a larger input. */
  readonly offset?: number;
  /** Put in front of every reported path, such as `adu`. */
  readonly path?: string;
};

/**
 * Reads `bytes` by a layout. Every byte must be used: bytes left over are `bad-length`.
 *
 * @returns the value, or what is wrong, where and by which clause; never throws, whatever the bytes
 */
export const decode = <T>(layout: Field<T>, bytes: Uint8Array, options: DecodeOptions = {}): Result<T, DecodeError> => {
  if (layout.fast !== undefined) {
    const value = layout.fast(bytes);
    if (value !== undefined) return { ok: true, value: value as T };
  }
  const input = new Input(bytes);
  const value = layout.read(input);
  refuseRest(layout, input);
  if (input.count === 0) return { ok: true, value };
  return { ok: false, error: input.error(options.offset ?? 0, options.path ?? "") };
};

/**
 * One field of fixed size in the middle of bytes, such as a length that a stream is cut by.
 *
 * @returns its value; `undefined` when its bytes are not all there or it refuses them
 */
export const valueAt = <T>(field: Field<T>, bytes: Uint8Array, at: number): T | undefined => {
  const end = at + (field.size ?? Number.POSITIVE_INFINITY);
  if (at < 0 || end > bytes.length) return undefined;
  if (field.readAt !== undefined) return field.readAt(bytes, at, end);
  const result = decode(field, bytes.subarray(at, end));
  return result.ok ? result.value : undefined;
};

/** Bytes behind the layout belong to nothing. */
const refuseRest = <T>(layout: Field<T>, input: Input): void => {
  if (input.halted || input.at === input.bytes.length) return;
  const before = input.count;
  input.fail("bad-length", input.at);
  input.within(before, "", layout.shape.kind === "struct" ? layout.shape.clause : (layout.notes.clause ?? ""));
};

/** What could be read of bytes that are not wholly right. */
export type LenientReading<T> = {
  /** Null when a part that the value cannot do without is missing. */ readonly value: T | null;
  /** What was odd, in the order of reading; empty when {@link decode} takes the bytes. At most 8. */
  readonly odd: readonly DecodeError[];
};

/**
 * Reads what can be read of `bytes` (宽松解码): a wrong mark, check value or count is listed and read over; of a list that is cut
 * the whole items stay; a union case that does not fit keeps its bytes as `unknown`; bytes left over are listed.
 *
 * @returns a value that may not be what the sender meant, and everything that speaks against it; never throws
 */
export const decodeLenient = <T>(
  layout: Field<T>,
  bytes: Uint8Array,
  options: DecodeOptions = {},
): LenientReading<T> => {
  const input = new Input(bytes, true);
  const value = layout.read(input);
  const isWhole = !input.halted;
  refuseRest(layout, input);
  if (input.count === 0) return { value, odd: [] };
  const { also = [], ...first } = input.error(options.offset ?? 0, options.path ?? "");
  return { value: isWhole ? value : null, odd: [first, ...also] };
};

/**
 * Writes a value by a layout.
 *
 * @throws RangeError when a part of the value does not fit its field, TypeError when it has the wrong type; the message
 *   starts with the field path. Nothing is ever wrapped, rounded to a limit or cut.
 */
export const encode = <T>(layout: Field<T>, value: T): Uint8Array => {
  try {
    const output = new Output(layout.sizeOf(value));
    layout.write(output, value);
    return output.bytes;
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    const message = error.path === "" ? error.reason : `${error.path}: ${error.reason}`;
    throw error.kind === "range" ? new RangeError(message) : new TypeError(message);
  }
};
