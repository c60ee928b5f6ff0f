import { copyOf } from "./bytes.ts";
import type { Field } from "./field.ts";
import { fixedSize } from "./fixed-size.ts";
import { typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

/** Wall-clock time as a device printed it: no zone, no instant. `year` is 2000..2099, `month` 1..12. */
export type TimeLabel = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

/** Six bytes that are no time, kept as they came. */
export type KeptTimeLabel = { readonly raw: Uint8Array };

/** How six bytes of time are written, and whether bytes that are no time are kept. */
export type TimeLabelOptions = {
  /** One plain number per byte (the standard), or two decimal digits per byte (dialects). */
  readonly digits?: "binary" | "bcd";
  /** Bytes from the second up (GB/T 26875.3), or from the year down. */
  readonly order?: "second-first" | "year-first";
};

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether there is such a date and time. */
export const isPlausible = ({ second, minute, hour, day, month, year }: TimeLabel): boolean =>
  second < 60 &&
  minute < 60 &&
  hour < 24 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= MONTH_DAYS[month - 1]! &&
  // 2000..2099 holds no century year but 2000, which is a leap year.
  (month !== 2 || day < 29 || year % 4 === 0);

/** Two decimal digits; 255, which is no part of a time, when they are none. */
const digitsOf = (byte: number): number => (byte >> 4 > 9 || (byte & 15) > 9 ? 255 : (byte >> 4) * 10 + (byte & 15));

const unpack = (b: Uint8Array, at: number, bcd: boolean, yearFirst: boolean): TimeLabel | null | undefined => {
  const from = yearFirst ? at + 5 : at;
  const step = yearFirst ? -1 : 1;
  let second = b[from]!;
  let minute = b[from + step]!;
  let hour = b[from + 2 * step]!;
  let day = b[from + 3 * step]!;
  let month = b[from + 4 * step]!;
  let year = b[from + 5 * step]!;
  if ((second | minute | hour | day | month | year) === 0) return null;
  if (bcd) {
    second = digitsOf(second);
    minute = digitsOf(minute);
    hour = digitsOf(hour);
    day = digitsOf(day);
    month = digitsOf(month);
    year = digitsOf(year);
  }
  if (year > 99) return undefined;
  const label = { year: 2000 + year, month, day, hour, minute, second };
  return isPlausible(label) ? label : undefined;
};

const PARTS = ["second", "minute", "hour", "day", "month", "year"] as const;

const build = <T>(options: TimeLabelOptions, keep: boolean): Field<T> => {
  const digits = options.digits ?? "binary";
  const order = options.order ?? "second-first";
  const bcd = digits === "bcd";
  const yearFirst = order === "year-first";
  const readAt = (bytes: Uint8Array, from: number): TimeLabel | null | KeptTimeLabel | undefined => {
    const label = unpack(bytes, from, bcd, yearFirst);
    return label === undefined && keep ? { raw: copyOf(bytes, from, from + 6) } : label;
  };
  const field: Field<TimeLabel | null | KeptTimeLabel> = {
    shape: { kind: "timeLabel", digits, order, keep },
    ...fixedSize<TimeLabel | null | KeptTimeLabel>(6, readAt, null),
    write: (output, value) => {
      const at = output.at;
      output.at += 6;
      if (value === null) return;
      if (typeof value !== "object")
        throw new Misfit("type", `time label takes an object or null, got ${typeName(value)}`);
      if (keep && "raw" in value) {
        if (!(value.raw instanceof Uint8Array) || value.raw.length !== 6) throw new Misfit("type", "raw takes 6 bytes");
        if (unpack(value.raw, 0, bcd, yearFirst) !== undefined) throw new Misfit("range", "raw bytes are a valid time");
        output.bytes.set(value.raw, at);
        return;
      }
      const label = value as TimeLabel;
      for (let i = 0; i < PARTS.length; i++) {
        const part = PARTS[i]!;
        const number: unknown = label[part];
        if (typeof number !== "number") throw new Misfit("type", `${part} takes a number, got ${typeName(number)}`);
        if (!Number.isInteger(number) || number < 0)
          throw new Misfit("range", `${part} ${number} is no part of a time`);
        const low = part === "year" ? number - 2000 : number;
        if (low < 0 || low > 99) throw new Misfit("range", `${part} ${number} is outside the label`);
        output.bytes[yearFirst ? at + 5 - i : at + i] = bcd ? Math.floor(low / 10) * 16 + (low % 10) : low;
      }
      if (!isPlausible(label)) {
        throw new Misfit(
          "range",
          `${PARTS.toReversed()
            .map((p) => label[p])
            .join(" ")} is no date and time`,
        );
      }
    },
  };
  return field as Field<T>;
};

/**
 * Time label (时间标签), 6 bytes: second, minute, hour, day, month, year, one plain number per byte; the year counts
 * from 2000. GB/T 26875.3-2011 figure 17.
 *
 * All six bytes zero is `null`: the device has no clock. Any other label that is no date (month 13, 31 February) is
 * refused as `bad-value`; `timeLabelKeeping` keeps such bytes instead.
 */
export const timeLabel: Field<TimeLabel | null> = /* @__PURE__ */ build({}, false);

/** The same with two decimal digits per byte, as some makers send it. */
export const timeLabelBcd: Field<TimeLabel | null> = /* @__PURE__ */ build({ digits: "bcd" }, false);

/** A strict time label of another digit coding or byte order. */
export const timeLabelOf = (options: TimeLabelOptions): Field<TimeLabel | null> => build(options, false);

/** A time label that keeps six impossible bytes as `{ raw }`, so that an alarm is not lost to a broken clock. */
export const timeLabelKeeping = (options: TimeLabelOptions = {}): Field<TimeLabel | null | KeptTimeLabel> =>
  build(options, true);
