import type { Field } from "./field.ts";
import { typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

/** Values of one series and the bytes that each of them takes. */
export type IntSeries = {
  /** Bytes of each value, 1 to 6. */ readonly width: number;
  /** 1 to 16 whole numbers; null where there is no value. */ readonly values: readonly (number | null)[];
};

const WIDTH_MAX = 6;
const COUNT_MAX = 16;

/** Lowest number of a width: it says that there is no value. */
const missingOf = (width: number): number => -(2 ** (8 * width - 1));

const valueAt = (bytes: Uint8Array, from: number, width: number): number | null => {
  let value = (bytes[from]! << 24) >> 24;
  for (let at = 1; at < width; at++) value = value * 256 + bytes[from + at]!;
  return value === missingOf(width) ? null : value;
};

/** Fewest bytes that hold all these values; the lowest number of each width is taken by "no value". */
export const widthOf = (values: readonly (number | null)[]): number => {
  for (let width = 1; width < WIDTH_MAX; width++)
    if (values.every((value) => value === null || (value > missingOf(width) && value < -missingOf(width))))
      return width;
  return WIDTH_MAX;
};

/**
 * Signed whole numbers of one width, highest byte first, behind one byte: count − 1 in its high half, width in its low half.
 * The lowest number of the width means that there is no value.
 *
 * @returns `{ width, values }`; a width of 0 or over 6 is `bad-value`
 */
export const intSeries: Field<IntSeries> = {
  shape: { kind: "series", countMax: COUNT_MAX, widthMax: WIDTH_MAX },
  size: null,
  notes: {},
  read: (input) => {
    const values: (number | null)[] = [];
    const from = input.at;
    if (!input.has(1)) return { width: 1, values };
    const head = input.bytes[from]!;
    const width = head & 15;
    const count = (head >> 4) + 1;
    if (width === 0 || width > WIDTH_MAX) {
      input.fail("bad-value", from);
      return { width, values };
    }
    input.at += 1;
    for (let i = 0; i < count; i++) {
      if (!input.has(width)) return { width, values };
      values.push(valueAt(input.bytes, input.at, width));
      input.at += width;
    }
    return { width, values };
  },
  readAt: (bytes, from, to) => {
    const width = bytes[from]! & 15;
    if (width === 0 || width > WIDTH_MAX) return undefined;
    const values: (number | null)[] = [];
    for (let at = from + 1; at < to; at += width) values.push(valueAt(bytes, at, width));
    return { width, values };
  },
  sizeOf: (value) => {
    checkSeries(value);
    return 1 + value.width * value.values.length;
  },
  write: (output, value) => {
    checkSeries(value);
    const { width, values } = value;
    output.bytes[output.at++] = (values.length - 1) * 16 + width;
    const missing = missingOf(width);
    for (const [i, one] of values.entries()) {
      if (one !== null && (!Number.isInteger(one) || one <= missing || one >= -missing)) {
        throw new Misfit("range", `values[${i}]: ${one} is no whole number that fits ${width} bytes`);
      }
      let rest = one ?? missing;
      for (let at = width - 1; at >= 0; at--) {
        output.bytes[output.at + at] = rest & 0xff;
        // 48 bits do not fit the 32-bit shift.
        rest = Math.floor(rest / 256);
      }
      output.at += width;
    }
  },
};

const checkSeries = (value: IntSeries): void => {
  if (typeof value !== "object" || value === null || !Array.isArray(value.values)) {
    throw new Misfit("type", `a series takes { width, values }, got ${typeName(value)}`);
  }
  const { width, values } = value;
  if (!Number.isInteger(width) || width < 1 || width > WIDTH_MAX) {
    throw new Misfit("range", `width ${width} is not 1 to ${WIDTH_MAX}`);
  }
  if (values.length < 1 || values.length > COUNT_MAX) {
    throw new Misfit("range", `${values.length} values, allowed are 1 to ${COUNT_MAX}`);
  }
};
