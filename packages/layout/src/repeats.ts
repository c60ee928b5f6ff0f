import type { Field } from "./field.ts";
import { typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

/**
 * One byte repeated, such as the bytes that wake a receiver (前导字节): the value is how often it stands there. Reading takes
 * as many as there are, so what follows must not begin with it.
 *
 * @param byte - 0 to 255
 * @param max - most repetitions that are read or written; one more is left for the field behind it
 */
export const repeats = (byte: number, max: number): Field<number> => ({
  shape: { kind: "repeats", byte, max },
  size: null,
  notes: {},
  read: (input) => {
    let count = 0;
    while (count < max && input.at < input.stop && input.bytes[input.at] === byte) {
      count++;
      input.at++;
    }
    return count;
  },
  sizeOf: (value) => {
    if (typeof value !== "number") throw new Misfit("type", `a count takes a number, got ${typeName(value)}`);
    if (!Number.isInteger(value) || value < 0 || value > max) {
      throw new Misfit("range", `${value} is not a whole number from 0 to ${max}`);
    }
    return value;
  },
  write: (output, value) => {
    output.bytes.fill(byte, output.at, output.at + value);
    output.at += value;
  },
});
