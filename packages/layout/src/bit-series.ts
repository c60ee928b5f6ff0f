import type { Field } from "./field.ts";
import { typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

/** A run of bits as booleans. */
export type BitSeries = {
  /** The first is the lowest bit of the first byte. */ readonly values: readonly boolean[];
  /** Number made of the bits of the last byte that are no values, 0 to 127; documents say 0 and tell readers to ignore it. */
  readonly padding: number;
};

const BITS = 8;
const spare = (count: number): number => (BITS - (count % BITS)) % BITS;

/** The first `count` bits of the bytes from `from` on, which are all there. */
export const bitsAt = (bytes: Uint8Array, from: number, count: number): BitSeries => {
  const values = new Array<boolean>(count);
  for (let i = 0; i < count; i++) values[i] = ((bytes[from + (i >> 3)]! >> (i & 7)) & 1) === 1;
  const above = count % BITS;
  return { values, padding: above === 0 ? 0 : bytes[from + (count >> 3)]! >> above };
};

/**
 * Bits packed into bytes, eight in each, the lowest first (位序列).
 *
 * @param options - `count`: name of an earlier sibling that says how many, or `"untilEnd"`: eight of every byte of the
 *   region (then `encode` takes any number, and `decode` gives back full bytes); `min`: fewest values
 */
export const bitSeries = (options: { readonly count: string; readonly min?: number }): Field<BitSeries> => {
  const { count, min = 0 } = options;
  return {
    shape: { kind: "bits", count, min },
    size: null,
    notes: {},
    read: (input) => {
      const end = Number.isFinite(input.end) ? input.end : input.stop;
      const many = count === "untilEnd" ? BITS * (end - input.at) : (input.scope?.[count] ?? 0);
      const size = Math.ceil(many / BITS);
      if (many < min) input.lack();
      if (input.halted || !input.has(size)) return undefined as never;
      input.at += size;
      return bitsAt(input.bytes, input.at - size, many);
    },
    sizeOf: (value) => Math.ceil(checked(value).values.length / BITS),
    write: (output, value) => {
      const { values, padding } = checked(value);
      const most = 2 ** spare(values.length) - 1;
      if (!Number.isInteger(padding) || padding < 0 || padding > most)
        throw new Misfit("range", `padding ${padding} is not a whole number from 0 to ${most}`);
      if (values.length < min) throw new Misfit("range", `${values.length} bits, at least ${min} are needed`);
      if (count !== "untilEnd" && output.scope?.[count] !== values.length)
        throw new Misfit("range", `${values.length} bits, but ${count} says ${output.scope?.[count]}`);
      for (const [i, on] of values.entries()) {
        if (typeof on !== "boolean") throw new Misfit("type", `values[${i}]: a bit is a boolean, got ${typeName(on)}`);
        if (on) output.bytes[output.at + (i >> 3)]! |= 1 << (i & 7);
      }
      output.at += Math.ceil(values.length / BITS);
      if (padding > 0) output.bytes[output.at - 1]! |= padding << (values.length % BITS);
    },
  };
};

const checked = (value: BitSeries): BitSeries => {
  if (typeof value !== "object" || value === null || !Array.isArray(value.values))
    throw new Misfit("type", `bits take { values, padding }, got ${typeName(value)}`);
  if (typeof value.padding !== "number")
    throw new Misfit("type", `padding takes a number, got ${typeName(value.padding)}`);
  return value;
};

/** The first `count` bits of a series; what is left of the last byte goes to the padding. The others must be in that byte. */
export const firstBits = ({ values, padding }: BitSeries, count: number): BitSeries => {
  const rest = values.slice(count);
  if (rest.length >= BITS || count > values.length)
    throw new RangeError(`count: ${count} is not within the last byte of ${values.length} bits`);
  const above = padding * 2 ** rest.length;
  return { values: values.slice(0, count), padding: rest.reduce((sum, on, i) => sum + (on ? 2 ** i : 0), above) };
};
