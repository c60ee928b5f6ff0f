import type { Field } from "./field.ts";
import { fixedSize } from "./fixed-size.ts";
import { typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

const MISSING = 0xff;
const SIGN = 0x80;

/**
 * A whole number in decimal digits, two per byte (BCD 码), the byte with the last two digits first (DL/T 645 values). All
 * bytes FF mean that there is no value.
 *
 * @param size - bytes, 1 to 6
 * @param options - `signed`: the top bit of the highest byte is the sign; a negative nothing is kept as -0
 * @returns the number without its decimal point, or null; a nibble over 9 is `bad-value`
 */
export const bcdNumber = (size: number, options: { readonly signed?: boolean } = {}): Field<number | null> => {
  const signed = options.signed ?? false;
  const max = (signed ? 0.8 : 1) * 100 ** size - 1;
  const readAt = (bytes: Uint8Array, from: number): number | null | undefined => {
    const top = from + size - 1;
    let isMissing = true;
    for (let at = from; at <= top; at++) isMissing &&= bytes[at] === MISSING;
    if (isMissing) return null;
    const isNegative = signed && bytes[top]! >= SIGN;
    let value = 0;
    for (let at = top; at >= from; at--) {
      const byte = isNegative && at === top ? bytes[at]! - SIGN : bytes[at]!;
      if (byte >> 4 > 9 || (byte & 15) > 9) return undefined;
      value = value * 100 + (byte >> 4) * 10 + (byte & 15);
    }
    return isNegative ? -value : value;
  };
  return {
    shape: { kind: "bcdNumber", digits: size * 2, signed, max },
    ...fixedSize(size, readAt, null),
    write: (output, value) => {
      if (value !== null && typeof value !== "number") {
        throw new Misfit("type", `bcd takes a number or null, got ${typeName(value)}`);
      }
      if (value === null) {
        output.bytes.fill(MISSING, output.at, output.at + size);
        output.at += size;
        return;
      }
      const isNegative = value < 0 || Object.is(value, -0);
      if (!Number.isInteger(value) || Math.abs(value) > max || (isNegative && !signed)) {
        throw new Misfit("range", `${value} is no whole number from ${signed ? -max : 0} to ${max}`);
      }
      let rest = Math.abs(value);
      for (let i = 0; i < size; i++) {
        const two = rest % 100;
        output.bytes[output.at + i] = Math.floor(two / 10) * 16 + (two % 10);
        rest = Math.floor(rest / 100);
      }
      output.at += size;
      if (isNegative) output.bytes[output.at - 1]! += SIGN;
    },
  };
};
