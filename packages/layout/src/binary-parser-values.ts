// Values of single fields from their bytes. Wherever it can, this goes another way than the fields themselves (hex digits,
// Date, BigInt), so that either can judge the other.
import { decode } from "./codec.ts";
import type { Field } from "./field.ts";
import type { Shape } from "./shape.ts";

type Of<K extends Shape["kind"]> = Extract<Shape, { readonly kind: K }>;

/** Ends the reading of bytes that the layout refuses. */
export const refuseBytes = (what: string): never => {
  throw new Error(what);
};

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

const hexOf = (bytes: Uint8Array, isReversed = false): string => {
  let hex = "";
  for (const byte of bytes) hex = isReversed ? HEX[byte]! + hex : hex + HEX[byte]!;
  return hex;
};

/** The same bytes in an array of their own, whatever kind of array they came in. */
export const plainBytes = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes);

/** A number by the hex digits of its bytes; `type` such as `u24le`. */
export const numberFrom = (bytes: Uint8Array, type: string): number => {
  const number = Number.parseInt(hexOf(bytes, type.endsWith("le")), 16);
  const span = 2 ** (8 * bytes.length);
  return type.startsWith("i") && number >= span / 2 ? number - span : number;
};

/** Bits `low` up to `low + width` of a word. */
const bitsOf = (word: number, low: number, width: number): number =>
  word < 2 ** 31
    ? (word >>> low) & (2 ** width - 1)
    : Number((BigInt(word) >> BigInt(low)) & ((1n << BigInt(width)) - 1n));

export const flagsOf = (word: number, { bits }: Of<"flags">): unknown => {
  const value: Record<string, boolean | number> = {};
  let named = 0;
  for (const [name, bit] of Object.entries(bits)) {
    const on = bitsOf(word, bit, 1);
    value[name] = on === 1;
    named += on * 2 ** bit;
  }
  value.reserved = word - named;
  return value;
};

export const bitFieldsOf = (word: number, { parts }: Of<"bitFields">): unknown => {
  const value: Record<string, number> = {};
  let named = 0;
  for (const [name, { low, width }] of Object.entries(parts)) {
    const part = bitsOf(word, low, width);
    value[name] = part;
    named += part * 2 ** low;
  }
  value.reserved = word - named;
  return value;
};

/** The first `count` bits, the lowest of each byte first. */
export const bitSeriesOf = (bytes: Uint8Array, count: number): unknown => {
  const digits = Array.from(bytes, (byte) => [...byte.toString(2).padStart(8, "0")].reverse()).flat();
  const padding = Number.parseInt(`0${digits.slice(count).reverse().join("")}`, 2);
  return { values: digits.slice(0, count).map((digit) => digit === "1"), padding };
};

export const digitsOf = (bytes: Uint8Array, { lowFirst, wild, keep }: Of<"bcd">): unknown => {
  const hex = hexOf(bytes, lowFirst);
  const mark = wild === undefined ? hex : wild.toString(16).padStart(2, "0");
  let marks = 0;
  while (wild !== undefined && marks < hex.length && hex.startsWith(mark, marks)) marks += mark.length;
  if (/^[0-9]*$/.test(hex.slice(marks))) return hex.slice(0, marks).toUpperCase() + hex.slice(marks);
  return keep ? { raw: plainBytes(bytes) } : refuseBytes(`${hex} is no decimal number`);
};

export const digitNumberOf = (bytes: Uint8Array, { signed }: Of<"bcdNumber">): unknown => {
  const hex = hexOf(bytes, true);
  if (/^f+$/.test(hex)) return null;
  const top = Number.parseInt(hex.charAt(0), 16);
  const isNegative = signed && top >= 8;
  const digits = isNegative ? `${top - 8}${hex.slice(1)}` : hex;
  if (!/^[0-9]+$/.test(digits)) return refuseBytes(`${hex} is no decimal number`);
  return Number(digits) * (isNegative ? -1 : 1);
};

/** Whether the calendar has such a moment: otherwise Date makes another one of it. */
const isMoment = (year: number, month: number, day: number, hour: number, minute: number, second: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return (
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second
  );
};

export const timeLabelOf = (bytes: Uint8Array, { digits, order, keep }: Of<"timeLabel">): unknown => {
  const hex = hexOf(bytes, order === "second-first");
  if (hex === "000000000000") return null;
  const base = digits === "bcd" ? 10 : 16;
  const part = (i: number): number => Number.parseInt(hex.slice(2 * i, 2 * i + 2), base);
  const [year, month, day, hour, minute, second] = [2000 + part(0), part(1), part(2), part(3), part(4), part(5)];
  const isRead = digits === "binary" || /^[0-9]+$/.test(hex);
  if (isRead && year <= 2099 && isMoment(year, month, day, hour, minute, second))
    return { year, month, day, hour, minute, second };
  return keep ? { raw: plainBytes(bytes) } : refuseBytes(`${hex} is no time`);
};

export const cp56TimeOf = (bytes: Uint8Array): unknown => {
  if (bytes.every((byte) => byte === 0)) return null;
  const word = BigInt(`0x${hexOf(bytes, true)}`);
  const part = (low: number, width: number): number => Number((word >> BigInt(low)) & ((1n << BigInt(width)) - 1n));
  const time = {
    year: 2000 + part(48, 7),
    month: part(40, 4),
    day: part(32, 5),
    weekday: part(37, 3),
    hour: part(24, 5),
    minute: part(16, 6),
    millisecond: part(0, 16),
  };
  const unused = part(22, 2) + part(29, 3) + part(44, 4) + part(55, 1);
  const { year, month, day, hour, minute, millisecond } = time;
  return unused === 0 && year <= 2099 && isMoment(year, month, day, hour, minute, Math.floor(millisecond / 1_000))
    ? time
    : { raw: plainBytes(bytes) };
};

/** Integers of one width; the lowest of the width is no value. */
export const seriesOf = (bytes: Uint8Array, width: number): unknown => {
  const values = Array.from({ length: bytes.length / width }, (_, i) => {
    const value = numberFrom(bytes.subarray(i * width, (i + 1) * width), "ibe");
    return value === -(2 ** (8 * width - 1)) ? null : value;
  });
  return { width, values };
};

export const sizedUintOf = (bytes: Uint8Array, { widthMax }: Of<"sizedUint">): unknown =>
  bytes.length >= 1 && bytes.length <= widthMax
    ? { width: bytes.length, value: numberFrom(bytes, "ube") }
    : { raw: plainBytes(bytes) };

/** Text by its field's own code: what is canonical is for the writer to say. */
export const textFrom = (bytes: Uint8Array, field: Field<unknown>): unknown => {
  const text = decode(field, plainBytes(bytes));
  return text.ok ? text.value : refuseBytes("no text");
};
