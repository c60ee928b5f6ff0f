import type { BitSeries } from "./bit-series.ts";
import { rawOf } from "./bytes.ts";
import type { Cp56Time } from "./cp56-time.ts";
import type { Field, FieldNotes } from "./field.ts";
import type { IntSeries } from "./int-series.ts";
import type { SizedUint } from "./sized-uint.ts";
import { type Text, textOf } from "./text.ts";
import type { KeptTimeLabel, TimeLabel } from "./time-label.ts";

const two = (number: number): string => String(number).padStart(2, "0");

const timeText = (label: TimeLabel | KeptTimeLabel | null): string => {
  if (label === null) return "—";
  if ("raw" in label) return "✗";
  const { year, month, day, hour, minute, second } = label;
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
};

const cp56Text = (time: Cp56Time | null): string => {
  if (time === null) return "—";
  const second = Math.floor(time.millisecond / 1_000);
  return `${timeText({ ...time, second })}.${String(time.millisecond % 1_000).padStart(3, "0")}`;
};

const codeText = (number: number, codes: FieldNotes["codes"], text = String(number)): string => {
  const code = Object.values(codes ?? {}).find((one) => one.code === number);
  return code === undefined ? text : `${text} ${code.zh}`;
};

/** Digits that single precision keeps; the rest are of the binary form. */
const SINGLE_DIGITS = 7;

/** A number as its field is read: in hex where people do, with its unit where it has one (`2314 × 0.1 V`, `30 s`). */
const numberText = ({ shape, size, notes: { isHex, unit } }: Field<unknown>, exact: number): string => {
  const { kind } = shape.kind === "missingAt" ? shape.base.shape : shape;
  const number = kind === "float" ? Number(exact.toPrecision(SINGLE_DIGITS)) : exact;
  if (isHex)
    return number
      .toString(16)
      .toUpperCase()
      .padStart(2 * (size ?? 0), "0");
  if (unit === undefined) return String(number);
  return /^\d/.test(unit) ? `${number} × ${unit}` : `${number} ${unit}`;
};

const uintText = (field: Field<unknown>, value: SizedUint): string =>
  "raw" in value
    ? `${value.raw.length} bytes`
    : codeText(value.value, field.notes.codes, numberText(field, value.value));

/** A leaf field's value in a few characters, for people: code names, set bits, text, time. */
export const valueText = (field: Field<unknown>, value: unknown, bytes: Uint8Array): string => {
  const { shape, notes } = field;
  switch (shape.kind) {
    case "integer":
    case "float":
      return codeText(value as number, notes.codes, numberText(field, value as number));
    case "flags": {
      const set = Object.entries(value as Record<string, boolean | number>).flatMap(([name, on]) =>
        on === true ? [name] : name === "reserved" && on !== 0 ? [`reserved ${on}`] : [],
      );
      return set.length === 0 ? "0" : set.join(" + ");
    }
    case "bitFields":
      return Object.entries(value as Record<string, number>)
        .filter(([name, part]) => name !== "reserved" || part !== 0)
        .map(([name, part]) => `${name} ${codeText(part, shape.parts[name]?.codes)}`)
        .join(" + ");
    case "repeats":
      return `${value} ×`;
    case "text":
      return JSON.stringify(textOf(value as Text));
    case "timeLabel":
      return timeText(value as TimeLabel | KeptTimeLabel | null);
    case "bcdNumber":
    case "missingAt":
      return value === null ? "—" : numberText(field, value as number);
    case "bcd":
      return rawOf(value) === null ? String(value) : "✗";
    case "sizedUint":
      return uintText(field, value as SizedUint);
    case "cp56Time":
      return rawOf(value) === null ? cp56Text(value as Cp56Time | null) : "✗";
    case "series":
      return (value as IntSeries).values.map((one) => one ?? "—").join(" ");
    case "bits": {
      const { values, padding } = value as BitSeries;
      const row = values.map((on) => (on ? "1" : "0")).join("");
      return padding === 0 ? row : `${row} + padding ${padding}`;
    }
    case "bytes":
      return `${bytes.length} bytes`;
    case "reserved":
      return bytes.every((byte) => byte === shape.value) ? "✓" : "✗";
    case "magic":
      return "✓";
    default:
      return "";
  }
};
