import type { KeptBytes } from "@dianan/layout";
import type { Instant } from "@dianan/model";

const MINUTE_MS = 60_000;
const DIGITS = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;

/** The instant of `YYYYMMDDhhmmss` in a zone; null when it is no date and time. `utcOffsetMinutes`: 480 is China. */
export const instantOf = (digits: string | KeptBytes, utcOffsetMinutes: number): Instant | null => {
  const parts = typeof digits === "string" ? DIGITS.exec(digits)?.slice(1).map(Number) : undefined;
  if (parts === undefined) return null;
  const [year, month, day, hour, minute, second] = parts as [number, number, number, number, number, number];
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  // A date that there is not, such as 31 February, comes back as another one.
  return digitsOf(ms) === digits && year >= 100 ? ((ms - utcOffsetMinutes * MINUTE_MS) as Instant) : null;
};

const digitsOf = (ms: number): string => new Date(ms).toISOString().replace(/\..*$/, "").replaceAll(/\D/g, "");

/** `YYYYMMDDhhmmss` of an instant in a zone, whole seconds. @throws RangeError outside of the years 1000 to 9999 */
export const timeOf = (at: number, utcOffsetMinutes: number): string => {
  const ms = at + utcOffsetMinutes * MINUTE_MS;
  const year = new Date(ms).getUTCFullYear();
  if (!(year >= 1_000 && year <= 9_999)) throw new RangeError(`time: the year ${year} has not four digits`);
  return digitsOf(ms);
};
