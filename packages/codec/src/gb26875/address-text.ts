import type { GbDialect } from "./dialect.ts";

const BYTES = 6;
const LARGEST = 2 ** (8 * BYTES) - 1;

/** Six bytes, low byte first as they travel. */
const bytesOf = (address: number): readonly number[] =>
  Array.from({ length: BYTES }, (_, i) => Math.floor(address / 256 ** i) % 256);
const numberOf = (bytes: readonly number[]): number => bytes.reduce((sum, byte, i) => sum + byte * 256 ** i, 0);
const hex = (bytes: readonly number[]): string => bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
const fromHex = (text: string): readonly number[] | null =>
  /^[0-9a-fA-F]{12}$/.test(text) ? (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)) : null;

/** IPv4 address as sent, then a port, low byte first as every integer of the standard. */
const ipv4Text = (bytes: readonly number[]): string =>
  `${bytes.slice(0, 4).join(".")}:${(bytes[4] as number) + (bytes[5] as number) * 256}`;
const fromIpv4 = (text: string): readonly number[] | null => {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3}):(\d{1,5})$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const port = parts[4] as number;
  const bytes = [...parts.slice(0, 4), port % 256, Math.floor(port / 256)];
  return bytes.every((byte) => byte < 256) ? bytes : null;
};

/**
 * A packet address (源地址, 目的地址) as a dialect's people write it. The standard does not say how addresses are assigned; ours
 * is the decimal number.
 *
 * @param address - 0 to 2^48 − 1
 */
export const addressTextOf = (address: number, form: GbDialect["addressText"]): string => {
  const bytes = bytesOf(address);
  switch (form) {
    case "decimal":
      return String(address);
    case "wire":
      return hex(bytes);
    case "reversed":
      return hex(bytes.toReversed());
    case "ipv4Port":
      return ipv4Text(bytes);
  }
};

/**
 * The inverse of {@link addressTextOf}.
 *
 * @throws RangeError for text that is no address of this form
 */
export const addressNumberOf = (text: string, form: GbDialect["addressText"]): number => {
  const refuse = (): never => {
    throw new RangeError(`address: ${JSON.stringify(text)} is no address of the form ${form}`);
  };
  switch (form) {
    case "decimal":
      return /^\d{1,15}$/.test(text) && Number(text) <= LARGEST ? Number(text) : refuse();
    case "wire":
      return numberOf(fromHex(text) ?? refuse());
    case "reversed":
      return numberOf((fromHex(text) ?? refuse()).toReversed());
    case "ipv4Port":
      return numberOf(fromIpv4(text) ?? refuse());
  }
};

/** Whether an address is the one that stands for the platform in the field: all bits 0 or all bits 1. */
export const isPlatformAddress = (address: number): boolean => address === 0 || address === LARGEST;
