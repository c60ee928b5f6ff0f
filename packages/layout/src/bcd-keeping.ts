import { bcd, isDigits, PAIRS } from "./bcd.ts";
import { copyOf, type KeptBytes, rawOf } from "./bytes.ts";
import type { Field } from "./field.ts";
import type { Input } from "./input.ts";
import { typeName } from "./integers.ts";
import { Misfit } from "./output.ts";

/**
 * Decimal digits, two per byte (BCD 码), highest first, whose senders do not all keep to digits: then the bytes are kept as
 * `{ raw }`, so that nothing else of the frame is lost.
 *
 * @param size - bytes; null for as many as the region holds
 */
export const bcdKeeping = (size: number | null): Field<string | KeptBytes> => ({
  shape: { kind: "bcd", digits: size === null ? null : size * 2, lowFirst: false, keep: true },
  size,
  notes: {},
  read: (input) => {
    const room = size ?? restOf(input);
    if (room === null || !input.has(room)) return "";
    input.at += room;
    return digitsOrBytes(input.bytes, input.at - room, input.at);
  },
  readAt: digitsOrBytes,
  sizeOf: (value) => size ?? rawOf(value)?.length ?? bytesOfText(value),
  write: (output, value) => {
    const raw = rawOf(value);
    if (raw === null) {
      bcd(size ?? bytesOfText(value)).write(output, value as string);
      return;
    }
    if (size !== null && raw.length !== size) throw new Misfit("range", `${raw.length} bytes for a field of ${size}`);
    const read = digitsOrBytes(raw, 0, raw.length);
    if (typeof read === "string") throw new Misfit("range", `raw bytes are the digits "${read}"`);
    output.bytes.set(raw, output.at);
    output.at += raw.length;
  },
});

/** Bytes left in the region; null when the input ends before it does, which is reported. */
const restOf = (input: Input): number | null => {
  const rest = (Number.isFinite(input.end) ? input.end : input.stop) - input.at;
  return input.has(rest) ? rest : null;
};

const digitsOrBytes = (bytes: Uint8Array, from: number, to: number): string | KeptBytes => {
  let digits = "";
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (!isDigits(byte)) return { raw: copyOf(bytes, from, to) };
    digits += PAIRS[byte];
  }
  return digits;
};

const bytesOfText = (value: unknown): number => {
  if (typeof value !== "string") throw new Misfit("type", `bcd takes a string or { raw }, got ${typeName(value)}`);
  if (value.length % 2 !== 0) throw new Misfit("range", `"${value}" is an odd number of digits`);
  return value.length / 2;
};
