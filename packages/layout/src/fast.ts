import { bitsAt } from "./bit-series.ts";
import { copyOf } from "./bytes.ts";
import { checksumMatches } from "./checksum.ts";
import type { Field } from "./field.ts";
import { Input } from "./input.ts";
import { floatAt } from "./integers.ts";
import { shiftBack } from "./shifted.ts";

/** What a written decoder does not do itself. */
type DecoderTools = {
  readonly matches: typeof checksumMatches;
  readonly copy: typeof copyOf;
  readonly shiftBack: typeof shiftBack;
  readonly bitsAt: typeof bitsAt;
  readonly floatAt: typeof floatAt;
  /** For fields that can only read from an Input. */ readonly inputAt: (
    bytes: Uint8Array,
    from: number,
    end: number,
  ) => Input;
};

/** What `decoderSource` writes, as a program: made from the same table when its package is made. */
export type WrittenDecoder = (layout: Field<unknown>, tools: DecoderTools) => (bytes: Uint8Array) => unknown;

const inputAt = (bytes: Uint8Array, from: number, end: number): Input => {
  const input = new Input(bytes);
  input.at = from;
  input.stop = end;
  input.end = end;
  return input;
};

const tools: DecoderTools = { matches: checksumMatches, copy: copyOf, shiftBack, bitsAt, floatAt, inputAt };

/**
 * The same layout with a decoder that was written out for it. `decode` asks it first; what it does not read, and every error,
 * comes from the table itself.
 */
export const withDecoder = <F extends Field<unknown>>(layout: F, written: WrittenDecoder): F => ({
  ...layout,
  fast: written(layout, tools),
});
