import { bytesUntilEnd, copyOf } from "./bytes.ts";
import type { Field } from "./field.ts";

/** All bytes up to the last `tail` of the region (or of the input), copied out; may be none. What follows has a known size. */
export const bytesBefore = (tail: number): Field<Uint8Array> => ({
  ...bytesUntilEnd,
  shape: { kind: "bytes", size: null, tail },
  read: (input) => {
    const end = Number.isFinite(input.end) ? input.end : input.stop;
    // With fewer bytes than the tail needs this takes none: the field behind it says what is missing.
    const size = Math.max(0, end - input.at - tail);
    if (!input.has(size)) return undefined as never;
    input.at += size;
    return copyOf(input.bytes, input.at - size, input.at);
  },
});
