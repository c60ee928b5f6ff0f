import type { Charset, FloatField, IntegerField } from "@dianan/layout";
import type { Random } from "./random.ts";

/** Bytes being grown from a layout. */
export type Growth = {
  readonly bytes: Uint8Array;
  at: number;
  readonly random: Random;
  /** Now and then a field, a count or a length is not what the table says. */
  lies: boolean;
  /** Numbers that later fields of the same struct follow, by name. */
  scope: { [name: string]: number };
};

/** Grows one field at `growth.at`, and moves it. Writing behind the last byte does nothing, as with any Uint8Array. */
export type Grow = (growth: Growth) => void;

/** Bytes that growing has room for: more than the largest frame of any protocol. */
export const GROWTH_BYTES = 8_192;

/** Writes the low bytes of a whole number. */
export const putNumber = (bytes: Uint8Array, at: number, value: number, { size, shape }: IntegerField): void => {
  const isBigEndian = shape.type.endsWith("be");
  let rest = value;
  for (let i = 0; i < size; i++) {
    bytes[at + (isBigEndian ? size - 1 - i : i)] = rest & 0xff;
    // 48 bits do not fit the 32-bit shift.
    rest = Math.floor(rest / 256);
  }
};

/** A number as its field writes it. */
export const bytesOfNumber = (base: IntegerField | FloatField, number: number): Uint8Array => {
  const bytes = new Uint8Array(base.size);
  if (base.shape.kind === "integer") putNumber(bytes, 0, number, base as IntegerField);
  else new DataView(bytes.buffer).setFloat32(0, number, base.shape.type.endsWith("le"));
  return bytes;
};

const put = (growth: Growth, byte: number): void => {
  growth.bytes[growth.at++] = byte;
};

/** Any bytes of this size: every eighth field all at one limit, else each byte for itself. */
export const growAny =
  (size: number): Grow =>
  (growth) => {
    const { random } = growth;
    if (random.oneIn(8)) {
      const byte = random.edgeByte();
      for (let i = 0; i < size; i++) put(growth, byte);
      return;
    }
    for (let i = 0; i < size; i += 4) {
      let word = random.next();
      for (let j = i; j < size && j < i + 4; j++, word >>>= 8) put(growth, word & 0xff);
    }
  };

/** A number within its limits, every fourth at one of them. */
export const growInteger = (field: IntegerField): Grow => {
  const { min, max, only } = field.shape;
  // Without limits of its own every bit pattern is a number.
  if (field.op !== 0) return growAny(field.size);
  return (growth) => {
    const { random } = growth;
    const number = only
      ? random.pick(only)
      : random.oneIn(4)
        ? random.pick([min, max])
        : min + random.below(max - min + 1);
    putNumber(growth.bytes, growth.at, number, field);
    growth.at += field.size;
  };
};

const growSizes = [0, 1, 2, 3, 5, 8, 13, 40].map(growAny);

/** Any number of any bytes. */
export const growSome: Grow = (growth) => growth.random.pick(growSizes)(growth);

/** One, two and four bytes of GB 18030; the last three are no text. */
const GB18030_LETTERS: readonly (readonly number[])[] = [
  ...[[0x61], [0x5a], [0x30], [0x2d], [0x20], [0x7e]],
  ...[
    [0xc5, 0xe4],
    [0xb5, 0xe7],
    [0xcf, 0xe4],
    [0x81, 0x40],
    [0xfe, 0xfe],
    [0xa3, 0xa0],
  ],
  ...[
    [0x81, 0x30, 0x84, 0x36],
    [0x90, 0x30, 0x81, 0x30],
  ],
  ...[[0xff], [0x80], [0x81]],
];
const GB18030_SOUND = GB18030_LETTERS.length - 3;

const growText =
  (sizeMax: number, charset: Charset, fillWith: number | null): Grow =>
  (growth) => {
    const { random } = growth;
    const end = growth.at + sizeMax;
    const stop = growth.at + (random.oneIn(4) ? sizeMax : random.below(sizeMax + 1));
    while (growth.at < stop) {
      const letter = GB18030_LETTERS[random.below(random.oneIn(16) ? GB18030_LETTERS.length : GB18030_SOUND)] ?? [];
      if (growth.at + letter.length > end) break;
      if (charset !== "ascii") for (const byte of letter) put(growth, byte);
      else put(growth, random.oneIn(32) ? random.edgeByte() : 0x20 + random.below(0x5f));
    }
    if (fillWith === null) return;
    // Stale bytes behind the end are what devices send, and must not be lost.
    const isStale = random.oneIn(16);
    while (growth.at < end) put(growth, isStale ? random.edgeByte() : fillWith);
  };

const TEXT_MAX = 40;

/** Text of a fixed size, or of any size up to the end of its region. */
export const growTextOf = (size: number | null, charset: Charset, pad: number): Grow =>
  size === null ? growText(TEXT_MAX, charset, null) : growText(size, charset, pad);

const bcdOf = (number: number): number => Math.floor(number / 10) * 16 + (number % 10);

/** Decimal digits, two per byte; `wild` in the highest places when there is one. */
export const growDigits =
  (size: number, lowFirst: boolean, wild: number | undefined): Grow =>
  (growth) => {
    const { random, at } = growth;
    const wildBytes = wild !== undefined && random.oneIn(3) ? random.below(size + 1) : 0;
    const edge = random.oneIn(4) ? random.pick([0, 99]) : null;
    for (let i = 0; i < size; i++) {
      const byte = i < wildBytes ? (wild as number) : bcdOf(edge ?? random.below(100));
      growth.bytes[lowFirst ? at + size - 1 - i : at + i] = byte;
    }
    growth.at += size;
  };

/** A number in decimal digits, the lowest first; all bytes FF when it is missing. */
export const growDigitNumber =
  (size: number, signed: boolean): Grow =>
  (growth) => {
    const { random } = growth;
    const isMissing = random.oneIn(8);
    const edge = random.oneIn(4) ? random.pick([0, 99]) : null;
    for (let i = 0; i < size; i++) {
      const two = Math.min(edge ?? random.below(100), signed && i === size - 1 ? 79 : 99);
      put(growth, isMissing ? 0xff : bcdOf(two));
    }
    if (signed && !isMissing && random.oneIn(4)) growth.bytes[growth.at - 1]! |= 0x80;
  };

/** Lowest second, minute, hour, day, month and year, and how many there are; every month has 28 days. */
const FIRST_PARTS = [0, 0, 0, 1, 1, 0] as const;
const PART_COUNTS = [60, 60, 24, 28, 12, 100] as const;

/** Second, minute, hour, day, month, year: a date that every month has, all zero, or (where kept) any bytes. */
export const growTime = (isBcd: boolean, isYearFirst: boolean, isKept: boolean): Grow => {
  const any = growAny(6);
  return (growth) => {
    const { random, at } = growth;
    if (isKept && random.oneIn(8)) {
      any(growth);
      return;
    }
    growth.at += 6;
    if (random.oneIn(8)) {
      growth.bytes.fill(0, at, at + 6);
      return;
    }
    for (let i = 0; i < 6; i++) {
      const part = FIRST_PARTS[i]! + random.below(PART_COUNTS[i]!);
      growth.bytes[isYearFirst ? at + 5 - i : at + i] = isBcd ? bcdOf(part) : part;
    }
  };
};

/** A run of integers of one width behind one byte. */
export const growSeries =
  (countMax: number, widthMax: number): Grow =>
  (growth) => {
    const { random } = growth;
    const count = random.oneIn(8) ? countMax : 1 + random.below(4);
    const width = 1 + random.below(widthMax);
    put(growth, (count - 1) * 16 + width);
    growAny(count * width)(growth);
  };

/** One byte several times: mostly a few, sometimes as often as allowed, in lies once more. */
export const growRepeats =
  (byte: number, max: number): Grow =>
  (growth) => {
    const { random } = growth;
    const most = random.oneIn(8) ? max + (growth.lies ? 1 : 0) : Math.min(max, 4);
    for (let left = random.below(most + 1); left > 0; left--) put(growth, byte);
  };
