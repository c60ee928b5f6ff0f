import type { Bits, Raw, WireNumber } from "./generated/types.ts";

/** A number as profiles write it: decimal, or text that begins with 0x. NaN for other text. */
export const numberOf = (written: WireNumber): number =>
  typeof written === "number"
    ? written
    : /^(0[xX][0-9A-Fa-f]+|-?[0-9]+(\.[0-9]+)?)$/.test(written)
      ? Number(written)
      : Number.NaN;

/** The bits of an integer that are meant; the whole value when none are named. */
export const bitsOf = (raw: Raw, bits: Bits | undefined): Raw => {
  if (bits === undefined || typeof raw !== "number" || !Number.isInteger(raw)) return raw;
  // Division instead of shifts: a raw value may have 32 bits and a sign.
  const unsigned = raw < 0 ? raw + 2 ** 32 : raw;
  return Math.floor(unsigned / 2 ** bits.first) % 2 ** bits.count;
};

/** Whether a raw value is one of a list; `"0xF0"` in the list is the number 240, true is 1. */
export const isOneOf = (raw: Raw, list: readonly Raw[]): boolean =>
  list.some((one) => one === raw || plainNumber(one) === plainNumber(raw));

const plainNumber = (raw: Raw): number => {
  if (typeof raw === "boolean") return raw ? 1 : 0;
  return raw === null ? Number.NaN : numberOf(raw);
};

/** The entry of a table whose key is this raw value; keys are decimal, 0x or plain words. */
export const entryOf = <T>(
  table: { readonly [key: string]: T },
  raw: Raw,
): { readonly key: string; readonly value: T } | null => {
  for (const [key, value] of Object.entries(table)) if (isOneOf(raw, [key])) return { key, value };
  return null;
};
