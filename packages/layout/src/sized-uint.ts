import { copyOf, type KeptBytes, rawOf } from "./bytes.ts";
import type { Field } from "./field.ts";
import { typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

/** An unsigned number and the bytes it takes, 1 to 6; what has none or more than 6 bytes is kept as it is. */
export type SizedUint = { readonly width: number; readonly value: number } | KeptBytes;

const WIDTH_MAX = 6;

const read = (bytes: Uint8Array, from: number, to: number): SizedUint => {
  const width = to - from;
  if (width < 1 || width > WIDTH_MAX) return { raw: copyOf(bytes, from, to) };
  let value = 0;
  for (let at = from; at < to; at++) value = value * 256 + bytes[at]!;
  return { width, value };
};

/** An unsigned number, highest byte first, that fills its region whatever its size: the value of a tag whose length says its width. */
export const uintUntilEnd: Field<SizedUint> = {
  shape: { kind: "sizedUint", widthMax: WIDTH_MAX },
  size: null,
  notes: {},
  read: (input) => {
    if (Number.isFinite(input.end) && !input.has(input.end - input.at)) return { raw: new Uint8Array(0) };
    const from = input.at;
    input.at = input.stop;
    return read(input.bytes, from, input.at);
  },
  readAt: read,
  sizeOf: (value) => rawOf(value)?.length ?? checked(value).width,
  write: (output, value) => {
    const raw = rawOf(value);
    if (raw !== null) {
      if (raw.length >= 1 && raw.length <= WIDTH_MAX) throw new Misfit("range", `${raw.length} raw bytes are a number`);
      output.bytes.set(raw, output.at);
      output.at += raw.length;
      return;
    }
    const { width, value: number } = checked(value);
    let rest = number;
    for (let at = width - 1; at >= 0; at--) {
      output.bytes[output.at + at] = rest & 0xff;
      // 48 bits do not fit the 32-bit shift.
      rest = Math.floor(rest / 256);
    }
    output.at += width;
  },
};

const checked = (value: unknown): { readonly width: number; readonly value: number } => {
  if (typeof value !== "object" || value === null) {
    throw new Misfit("type", `a number takes { width, value } or { raw }, got ${typeName(value)}`);
  }
  const { width, value: number } = value as { readonly width?: unknown; readonly value?: unknown };
  if (typeof width !== "number" || !Number.isInteger(width) || width < 1 || width > WIDTH_MAX) {
    throw new Misfit("range", `width ${String(width)} is not 1 to ${WIDTH_MAX}`);
  }
  if (typeof number !== "number" || !Number.isInteger(number) || number < 0 || number >= 256 ** width) {
    throw new Misfit("range", `${String(number)} is no whole number that fits ${width} bytes`);
  }
  return { width, value: number };
};
