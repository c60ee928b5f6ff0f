import { copyOf, type KeptBytes, rawOf } from "./bytes.ts";
import type { Field } from "./field.ts";
import { fixedSize } from "./fixed-size.ts";
import { typeName } from "./integers.ts";
import { Misfit } from "./output.ts";
import { isPlausible } from "./time-label.ts";

/** Wall-clock time as a device printed it, to the millisecond: no zone, no instant. */
export type Cp56Time = {
  /** 2000..2099. */ readonly year: number;
  /** 1..12. */ readonly month: number;
  readonly day: number;
  /** 1 Monday to 7 Sunday, 0 not said. Not compared with the date. */ readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  /** Of the minute, 0..59999. */ readonly millisecond: number;
};

const SIZE = 7;
/** Bits that a time uses: milliseconds, minute, hour, day with weekday, month, year. */
const used = [0xff, 0xff, 0x3f, 0x1f, 0xff, 0x0f, 0x7f];
const PARTS = ["year", "month", "day", "weekday", "hour", "minute", "millisecond"] as const;

const unpack = (b: Uint8Array, at: number): Cp56Time | null | KeptBytes => {
  let isZero = true;
  let isKnown = true;
  for (let i = 0; i < SIZE; i++) {
    isZero &&= b[at + i] === 0;
    isKnown &&= (b[at + i]! & ~used[i]!) === 0;
  }
  if (isZero) return null;
  const time = {
    year: 2000 + b[at + 6]!,
    month: b[at + 5]!,
    day: b[at + 4]! & 0x1f,
    weekday: b[at + 4]! >> 5,
    hour: b[at + 3]!,
    minute: b[at + 2]!,
    millisecond: b[at]! | (b[at + 1]! << 8),
  };
  return isKnown && isTime(time) ? time : { raw: copyOf(b, at, at + SIZE) };
};

const isTime = (time: Cp56Time): boolean =>
  time.year <= 2099 && isPlausible({ ...time, second: Math.floor(time.millisecond / 1_000) });

const checkParts = (value: Cp56Time): void => {
  if (typeof value !== "object") throw new Misfit("type", `a time takes an object or null, got ${typeName(value)}`);
  for (const part of PARTS) {
    const number: unknown = value[part];
    if (typeof number !== "number") throw new Misfit("type", `${part} takes a number, got ${typeName(number)}`);
    if (!Number.isInteger(number) || number < 0) throw new Misfit("range", `${part} ${number} is no part of a time`);
  }
  if (value.year < 2000 || value.weekday > 7 || !isTime(value)) {
    throw new Misfit("range", `${PARTS.map((part) => value[part]).join(" ")} is no date and time`);
  }
};

/**
 * CP56Time2a, 7 bytes: milliseconds low byte first, minute in 6 bits, hour in 5, day in 5 with the weekday above it, month
 * in 4, year in 7 from 2000.
 *
 * All bytes zero is `null`: there is no time. Bytes that are no date, or with any other bit set (such as "invalid"), are kept
 * as `{ raw }`, so that what came with a broken clock is not lost.
 */
export const cp56Time: Field<Cp56Time | null | KeptBytes> = {
  shape: { kind: "cp56Time" },
  ...fixedSize<Cp56Time | null | KeptBytes>(SIZE, unpack, null),
  write: (output, value) => {
    const at = output.at;
    output.at += SIZE;
    if (value === null) return;
    const raw = rawOf(value);
    if (raw !== null) {
      if (raw.length !== SIZE) throw new Misfit("range", `${raw.length} raw bytes for a time of ${SIZE}`);
      if (rawOf(unpack(raw, 0)) === null) throw new Misfit("range", "raw bytes are a valid time");
      output.bytes.set(raw, at);
      return;
    }
    const time = value as Cp56Time;
    checkParts(time);
    const { year, month, day, weekday, hour, minute, millisecond } = time;
    output.bytes.set(
      [millisecond & 0xff, millisecond >> 8, minute, hour, day | (weekday << 5), month, year - 2000],
      at,
    );
  },
};
