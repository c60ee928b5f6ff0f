import { type CodeTable, isSlugOf, quantities } from "@dianan/model";
import type { AlarmRecord } from "../live/alarm-row.ts";
import { plainText } from "../live/plain-text.ts";
import type { Messages } from "./zh.ts";

export type Language = "zh" | "en";

/** The word of a code table; a code that the table does not have is shown as it came. */
export const codeWord = (table: CodeTable, code: string | undefined, language: Language): string =>
  isSlugOf(table, code) ? (table[code]?.[language] ?? code) : plainText(code ?? "—", 64);

const symbols = new Map<string, string>(Object.values(quantities).map(({ unit, symbol }) => [unit, symbol]));

const decimal = (value: number): string => String(Number(value.toPrecision(6)));

/** A number with the symbol of its UCUM unit: `689 mA`. An unknown unit is shown as it came. */
export const measureText = (value: number, unit: string | undefined): string =>
  `${decimal(value)} ${unit === undefined ? "" : (symbols.get(unit) ?? plainText(unit, 16))}`.trimEnd();

/** Value and set point of an alarm: `689 mA` and `500 mA`; null where it has none. */
export const measured = ({ value, threshold, unit }: AlarmRecord): { value: string | null; limit: string | null } => ({
  value: value === undefined ? null : measureText(value, unit),
  limit: threshold === undefined ? null : measureText(threshold, unit),
});

/** A duration in words, with a trailing space: `14 s `, `6 h 12 min `. */
export const ageText = (ms: number, { ages }: Messages): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes < 1) return ages.seconds(seconds);
  if (hours < 1) return ages.minutes(minutes);
  if (hours < 24) return ages.hours(hours, minutes % 60);
  return ages.days(Math.floor(hours / 24), hours % 24);
};

/** Seconds with one decimal: `0.3`. */
export const secondsText = (ms: number): string => (ms / 1000).toFixed(1);

/** `2,005` in both languages. */
export const countText = (count: number): string => count.toLocaleString("en-US");

/** A figure of a table: counts whole, means with a tenth, a dash where there is none. */
export const figureText = (value: number | null): string =>
  value === null ? "—" : value.toLocaleString("en-US", { maximumFractionDigits: 3 });
