import type { Field } from "./field.ts";
import type { Input } from "./input.ts";

/** A copy in which the bytes from `from` up to `to` are `by` lower, mod 256. */
export const shiftBack = (wire: Uint8Array, from: number, to: number, by: number): Uint8Array => {
  const plain = new Uint8Array(wire);
  for (let at = from; at < to; at++) plain[at] = wire[at]! - by;
  return plain;
};

/** Runs a reader on bytes of which the rest of the region is taken `by` lower (mod 256); places stay those of the input. */
export const readShifted = <T>(input: Input, by: number, read: () => T): T => {
  const wire = input.bytes;
  const plain = shiftBack(wire, input.at, input.stop, by);
  const open = input as { bytes: Uint8Array };
  open.bytes = plain;
  try {
    return read();
  } finally {
    open.bytes = wire;
  }
};

/**
 * A region, up to its end, in which each byte travels `by` higher than it is, mod 256: the data of DL/T 645 (加 33H).
 * Errors inside have the offsets of the whole input.
 */
export const shifted = <T>(inner: Field<T>, by: number): Field<T> => ({
  shape: { kind: "shifted", inner: inner as Field<unknown>, by },
  size: inner.size,
  notes: {},
  // A tag in front of the region asks the union inside it.
  ...("tagOfValue" in inner ? { tagOfValue: inner.tagOfValue } : {}),
  read: (input) => readShifted(input, by, () => inner.read(input)),
  sizeOf: (value) => inner.sizeOf(value),
  write: (output, value) => {
    const from = output.at;
    inner.write(output, value);
    for (let at = from; at < output.at; at++) output.bytes[at]! += by;
  },
});
