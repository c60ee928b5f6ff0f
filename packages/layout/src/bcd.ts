import type { Field } from "./field.ts";
import { typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

/** Both digits of each byte; what is none does not matter. */
export const PAIRS: readonly string[] = /* @__PURE__ */ Array.from(
  { length: 256 },
  (_, byte) => `${byte >> 4}${byte & 15}`,
);

/** Whether both halves of a byte are decimal digits. */
export const isDigits = (byte: number): boolean => byte >> 4 <= 9 && (byte & 15) <= 9;

/**
 * Decimal digits, two per byte (BCD 码), as a string of exactly `2 * size` digits, so leading zeros stay.
 *
 * @param size - bytes
 * @param options - `lowFirst`: the byte with the last two digits comes first on the wire (DL/T 645 addresses)
 * @returns digits as printed, highest first; a nibble over 9 is `bad-value` at its byte
 */
export const bcd = (size: number, options: { readonly lowFirst?: boolean } = {}): Field<string> => {
  const lowFirst = options.lowFirst ?? false;
  const readAt = (bytes: Uint8Array, from: number): string | undefined => {
    let digits = "";
    for (let i = 0; i < size; i++) {
      const byte = bytes[lowFirst ? from + size - 1 - i : from + i]!;
      if (!isDigits(byte)) return undefined;
      digits += PAIRS[byte];
    }
    return digits;
  };
  return {
    shape: { kind: "bcd", digits: size * 2, lowFirst },
    size,
    notes: {},
    read: (input) => {
      if (!input.has(size)) return "";
      const from = input.at;
      input.at += size;
      const digits = readAt(input.bytes, from);
      if (digits !== undefined) return digits;
      let wrong = from;
      while (isDigits(input.bytes[wrong]!)) wrong++;
      input.note("bad-value", wrong);
      return "";
    },
    readAt,
    sizeOf: () => size,
    write: (output, value) => {
      if (typeof value !== "string") throw new Misfit("type", `bcd takes a string of digits, got ${typeName(value)}`);
      if (value.length !== size * 2 || !/^[0-9]*$/.test(value)) {
        throw new Misfit("range", `"${value}" is not ${size * 2} decimal digits`);
      }
      for (let i = 0; i < size; i++) {
        const at = output.at + (lowFirst ? size - 1 - i : i);
        output.bytes[at] = Number(value[2 * i]) * 16 + Number(value[2 * i + 1]);
      }
      output.at += size;
    },
  };
};
