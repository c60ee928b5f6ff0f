import type { Field } from "./field.ts";
import type { Input } from "./input.ts";

/** The reading side of a field of fixed size. */
type FixedSize<T> = Pick<Field<T>, "notes" | "read" | "sizeOf"> & {
  readonly size: number;
  readonly readAt: (bytes: Uint8Array, from: number, to: number) => T | undefined;
};

/**
 * How a field of fixed size reads: its bytes must be there, then `readAt` opens them; what that refuses with `undefined` is a
 * `bad-value` at its first byte.
 *
 * @param none - what stands in the place of a value that could not be read
 */
export const fixedSize = <T>(size: number, readAt: FixedSize<T>["readAt"], none: T): FixedSize<T> => ({
  size,
  notes: {},
  read: (input: Input) => {
    if (!input.has(size)) return none;
    const from = input.at;
    input.at += size;
    const value = readAt(input.bytes, from, input.at);
    if (value !== undefined) return value;
    input.note("bad-value", from);
    return none;
  },
  readAt,
  sizeOf: () => size,
});
