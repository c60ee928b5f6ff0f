import { isDigits, PAIRS } from "./bcd.ts";
import type { Field } from "./field.ts";
import { fixedSize } from "./fixed-size.ts";
import { typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

/**
 * An address of decimal digits, two per byte, the byte with the last two digits first, whose highest bytes may be a
 * wildcard (通配): then it stands for every address that ends in the digits left over (DL/T 645, 缩位寻址).
 *
 * @param size - bytes
 * @param wild - byte that stands for any two digits; it has a nibble over 9
 * @returns `2 * size` characters, highest first, such as `AAAAAAAA1234`; a nibble over 9 in any other place is `bad-value`
 */
export const bcdWildcard = (size: number, wild: number): Field<string> => {
  const mark = wild.toString(16).toUpperCase().padStart(2, "0");
  const shown = new RegExp(`^(?:${mark})*[0-9]*$`);
  const readAt = (bytes: Uint8Array, from: number): string | undefined => {
    let text = "";
    let isWild = true;
    for (let at = from + size - 1; at >= from; at--) {
      const byte = bytes[at]!;
      isWild &&= byte === wild;
      if (!isWild && !isDigits(byte)) return undefined;
      text += isWild ? mark : PAIRS[byte];
    }
    return text;
  };
  return {
    shape: { kind: "bcd", digits: size * 2, lowFirst: true, wild },
    ...fixedSize(size, readAt, ""),
    write: (output, value) => {
      if (typeof value !== "string") throw new Misfit("type", `an address is a string, got ${typeName(value)}`);
      if (value.length !== size * 2 || !shown.test(value)) {
        throw new Misfit("range", `"${value}" is not ${size * 2} digits, ${mark} allowed in front`);
      }
      for (let i = 0; i < size; i++) {
        output.bytes[output.at + size - 1 - i] = Number.parseInt(value.slice(2 * i, 2 * i + 2), 16);
      }
      output.at += size;
    },
  };
};
