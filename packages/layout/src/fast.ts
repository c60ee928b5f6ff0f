import { checksumMatches } from "./checksum.ts";
import type { Field } from "./field.ts";
import type { Input } from "./input.ts";

/** What `decoderSource` writes, as a program: made from the same table when its package is made. */
export type WrittenDecoder = (
  layout: Field<unknown>,
  matches: typeof checksumMatches,
) => (bytes: Uint8Array, input: Input) => unknown;

/**
 * The same layout with a decoder that was written out for it. `decode` asks it first; what it does not read, and every error,
 * comes from the table itself.
 */
export const withDecoder = <F extends Field<unknown>>(layout: F, written: WrittenDecoder): F => ({
  ...layout,
  fast: written(layout, checksumMatches),
});
