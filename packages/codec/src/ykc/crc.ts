import { crc16modbus, decode, encode, u16le } from "@dianan/layout";
import { frameParts } from "./layouts.ts";

/** Where the check value stands, whatever the length says. */
export const crcAt = (bytes: Uint8Array): number => bytes.length - frameParts.crcSize;

/** The last two bytes as a check value. */
export const crcIn = (bytes: Uint8Array): number => {
  const crc = decode(u16le, bytes.subarray(crcAt(bytes)));
  return crc.ok ? crc.value : Number.NaN;
};

const crcOf = (bytes: Uint8Array): number => crc16modbus(bytes, frameParts.countedAt, crcAt(bytes));

/** Whether the last two bytes are the check value of what is in front of them, whatever the length says. */
export const isCrcRight = (bytes: Uint8Array): boolean => crcIn(bytes) === crcOf(bytes);

/** The same bytes with the right check value at their end. */
export const withCrc = (bytes: Uint8Array): Uint8Array => {
  const copy = bytes.slice();
  copy.set(encode(u16le, crcOf(bytes)), crcAt(bytes));
  return copy;
};
