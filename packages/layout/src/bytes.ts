import type { Field, HiddenField } from "./field.ts";
import { typeName } from "./integers.ts";
import { Misfit, type Output } from "./output.ts";

/** A copy that shares nothing with the input and is a plain Uint8Array even when the input is a subclass. */
export const copyOf = (source: Uint8Array, from: number, to: number): Uint8Array => {
  const copy = new Uint8Array(to - from);
  for (let i = from; i < to; i++) copy[i - from] = source[i]!;
  return copy;
};

/** Bytes that are not what their field is for, kept as they came. */
export type KeptBytes = { readonly raw: Uint8Array };

/** The bytes of `{ raw }`; null when the value is another one. */
export const rawOf = (value: unknown): Uint8Array | null => {
  const raw: unknown = typeof value === "object" && value !== null ? (value as Partial<KeptBytes>).raw : undefined;
  return raw instanceof Uint8Array ? raw : null;
};

const checkBytes = (value: unknown): Uint8Array => {
  if (value instanceof Uint8Array) return value;
  throw new Misfit("type", `bytes take a Uint8Array, got ${typeName(value)}`);
};

const put = (output: Output, value: Uint8Array): void => {
  output.bytes.set(value, output.at);
  output.at += value.length;
};

/** Exactly `size` bytes, copied out of the input. */
export const bytes = (size: number): Field<Uint8Array> => ({
  shape: { kind: "bytes", size },
  size,
  notes: {},
  read: (input) => {
    if (!input.has(size)) return undefined as never;
    input.at += size;
    return copyOf(input.bytes, input.at - size, input.at);
  },
  sizeOf: () => size,
  write: (output, value) => {
    if (checkBytes(value).length !== size) throw new Misfit("range", `${value.length} bytes for a field of ${size}`);
    put(output, value);
  },
});

/** All bytes up to the end of the region (or of the input), copied out of the input; may be none. */
export const bytesUntilEnd: Field<Uint8Array> = {
  shape: { kind: "bytes", size: null },
  size: null,
  notes: {},
  read: (input) => {
    const isCut = Number.isFinite(input.end) && !input.has(input.end - input.at);
    // Of a cut region a lenient reading keeps what came.
    if (isCut && !input.recover(input.at)) return undefined as never;
    const from = input.at;
    input.at = input.stop;
    return copyOf(input.bytes, from, input.at);
  },
  sizeOf: (value) => checkBytes(value).length,
  write: put,
};

/** Fixed bytes at a fixed place, such as a start or end mark (启动符, 结束符). Other bytes are `bad-magic`. */
export const magic = (mark: readonly number[] | Uint8Array): HiddenField => {
  const expected = Uint8Array.from(mark);
  return {
    shape: { kind: "magic", bytes: expected },
    hidden: true,
    size: expected.length,
    notes: {},
    read: (input) => {
      for (let i = 0; i < expected.length; i++) {
        // A first byte that is wrong is worth more than the news that the second is missing.
        if (input.at + i < input.stop && input.bytes[input.at + i] !== expected[i]) {
          input.reject("bad-magic", input.at);
          if (!input.lenient) return undefined;
          break;
        }
      }
      if (input.has(expected.length)) input.at += expected.length;
      return undefined;
    },
    sizeOf: () => expected.length,
    write: (output) => put(output, expected),
  };
};

/** `size` bytes that must all be `value` (预留); anything else is `bad-value`. Use `bytes(size)` to keep what comes. */
export const reserved = (size: number, value = 0): HiddenField => ({
  shape: { kind: "reserved", size, value },
  hidden: true,
  size,
  notes: {},
  read: (input) => {
    if (!input.has(size)) return undefined;
    const from = input.at;
    input.at += size;
    for (let i = from; i < input.at; i++) {
      if (input.bytes[i] !== value) {
        input.note("bad-value", from);
        break;
      }
    }
    return undefined;
  },
  sizeOf: () => size,
  write: (output) => {
    output.bytes.fill(value, output.at, output.at + size);
    output.at += size;
  },
});
