import { type DecodeError, decode, encode, type Field, type Result } from "@dianan/layout";
import { type Finding, findingsOf, inByteOrder } from "./findings.ts";
import type { LenientResult } from "./protocol.ts";

/** A frame of start, length, content and check value, taken by its real size: the length and the check value as they came. */
export type LooseFrame = { readonly length: number; readonly sum: number; readonly message: Uint8Array };

/** How frames that say their own length and end with a check value are judged part by part. */
export type MeasuredFrame<L extends LooseFrame> = {
  /** Takes the bytes by their real size. */ readonly loose: Field<L>;
  /** The frame with its content as bytes: its length and check value are those of the table. */ readonly kept: Field<L>;
  /** Size of a whole frame that says this length. Bytes. */ readonly sizeOf: (length: number) => number;
  /** The check value of these bytes by their real size. */ readonly sumOf: (bytes: Uint8Array) => number;
  readonly max: number;
  /** What is said when only the length is wrong. */ readonly lengthLies: Finding;
};

/**
 * What is wrong with a refused frame, in the order of its bytes: content, length and check value each by itself. Where the
 * check value fits the bytes that are here, it is the length that lies: nothing is missing and nothing is too much.
 *
 * @param refused - how the frame's own table refused it
 */
export const judged = <L extends LooseFrame>(
  { loose, kept, sizeOf, sumOf, lengthLies }: MeasuredFrame<L>,
  bytes: Uint8Array,
  refused: Result<unknown, DecodeError>,
): DecodeError => {
  const whole = decode(loose, bytes);
  if (whole.ok && sizeOf(whole.value.length) !== bytes.length && whole.value.sum === sumOf(bytes)) return lengthLies;
  // Wrong content stops the reading, but the length says where the check value stands all the same.
  const around = findingsOf(decode(kept, bytes)).filter(({ path }) => !path.startsWith("message"));
  return inByteOrder([...findingsOf(refused), ...around] as unknown as [Finding, ...Finding[]]);
};

/**
 * Reads a frame whose length or check value is wrong as if they were right.
 *
 * @param read - the frame's own reading
 */
export const readLenient = <L extends LooseFrame, F>(
  { loose, kept, max }: MeasuredFrame<L>,
  bytes: Uint8Array,
  read: (bytes: Uint8Array) => Result<F, DecodeError>,
): LenientResult<F> => {
  const strict = read(bytes);
  if (strict.ok) return { frame: strict.value, odd: [] };
  const odd = findingsOf(strict);
  const whole = bytes.length <= max ? decode(loose, bytes) : strict;
  if (!whole.ok) return { frame: null, odd };
  const repaired = read(encode(kept, whole.value as L));
  return { frame: repaired.ok ? repaired.value : null, odd };
};
