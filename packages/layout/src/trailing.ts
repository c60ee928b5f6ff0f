import type { Field } from "./field.ts";
import type { Input } from "./input.ts";
import { readNumber } from "./integers.ts";
import type { Shape } from "./shape.ts";

/**
 * A field at the end of a struct that shorter senders leave out (按长度取舍的末尾字段): later versions of a message are
 * longer, and only its length says which fields it has.
 *
 * In a struct all trailing fields stand last, and behind them at most one `bytesUntilEnd`. They are read in order as long
 * as the region holds them whole; from the first that it does not hold on, all are `null`, and what is left goes to the
 * bytes at the end (without those it is `bad-length`). Writing refuses values that would be read differently.
 *
 * @param inner - of fixed size, or `lengthPrefixed`
 * @throws TypeError for an inner field whose size cannot be known beforehand
 */
export const trailing = <T>(inner: Field<T>): Field<T | null> => {
  const isKnown = inner.size !== null || (inner.shape.kind === "prefixed" && inner.shape.prefix.op !== 0);
  if (!isKnown) throw new TypeError(`trailing: the size of a ${inner.shape.kind} cannot be known before it is read`);
  return {
    shape: { kind: "trailing", inner: inner as Field<unknown> },
    size: null,
    notes: inner.notes,
    read: (input) => (hasRoomFor(inner as Field<unknown>, input) ? inner.read(input) : null),
    sizeOf: (value) => (value === null ? 0 : inner.sizeOf(value)),
    write: (output, value) => {
      if (value !== null) inner.write(output, value);
    },
  };
};

/** Whether the region holds this field whole. True too when it should, but its bytes are cut off: reading then says so. */
export const hasRoomFor = (inner: Field<unknown>, input: Input): boolean => {
  const end = Number.isFinite(input.end) ? input.end : input.stop;
  if (inner.size !== null) return input.at + inner.size <= end;
  const { prefix, max } = inner.shape as Extract<Shape, { kind: "prefixed" }>;
  const from = input.at + prefix.size;
  if (from > end) return false;
  if (from > input.stop) return true;
  const size = readNumber(prefix.op, input.bytes, input.at);
  return size <= max && from + size <= end;
};
