import type { Field } from "./field.ts";
import type { IntegerField } from "./integers.ts";
import { Misfit } from "./output.ts";

/**
 * A length and then so many bytes: `lengthPrefixed(u8, textUntilEnd("gb18030"))`.
 *
 * @param prefix - counts the bytes of `inner` only
 * @param options - `max`: largest size of `inner`; a larger announced length is `bad-length`
 */
export const lengthPrefixed = <T>(
  prefix: IntegerField,
  inner: Field<T>,
  options: { readonly max?: number } = {},
): Field<T> => {
  const max = Math.min(options.max ?? prefix.shape.max, prefix.shape.max);
  return {
    shape: { kind: "prefixed", prefix, inner: inner as Field<unknown>, max },
    size: null,
    notes: {},
    read: (input) => {
      const from = input.at;
      const size = prefix.read(input);
      if (!input.halted && size > max) input.reject("bad-length", from);
      if (input.halted) return undefined as never;
      const outer = input.enter(size);
      const value = inner.read(input);
      input.leave(outer);
      return value;
    },
    sizeOf: (value) => prefix.size + inner.sizeOf(value),
    write: (output, value) => {
      const size = inner.sizeOf(value);
      if (size > max) throw new Misfit("range", `${size} bytes, at most ${max} fit the length prefix`);
      prefix.write(output, size);
      inner.write(output, value);
    },
  };
};

const tailOf = <T, A extends null | undefined>(inner: Field<T>, absent: A): Field<T | A> => ({
  shape: { kind: "optionalTail", inner: inner as Field<unknown>, absent },
  size: null,
  notes: {},
  read: (input) => {
    const isAbsent = input.at === (Number.isFinite(input.end) ? input.end : input.stop);
    return isAbsent ? absent : inner.read(input);
  },
  sizeOf: (value) => (value === absent ? 0 : inner.sizeOf(value as T)),
  write: (output, value) => {
    if (value !== absent) inner.write(output, value as T);
  },
});

/**
 * A last field that older or shorter senders leave out. Absent means that the region ends right here; the value is
 * then `null`. Present means that it is there in full.
 */
export const optionalTail = <T>(inner: Field<T>): Field<T | null> => tailOf(inner, null);

/** The same for a field whose `null` means something else, such as a time label of zeros: absent is `undefined`. */
export const omittableTail = <T>(inner: Field<T>): Field<T | undefined> => tailOf(inner, undefined);
