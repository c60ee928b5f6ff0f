import type { HiddenField } from "./field.ts";

/** Check values this package can compute. */
export type ChecksumAlgorithm = "sum8" | "sum16le" | "sum16be" | "crc16modbus";

/** Arithmetic sum of the bytes from `from` up to `to`, low 8 bits (累加和). */
export const sum8 = (source: Uint8Array, from = 0, to: number = source.length): number => sum(source, from, to) & 0xff;

/** Arithmetic sum of the bytes from `from` up to `to`, low 16 bits. */
export const sum16 = (source: Uint8Array, from = 0, to: number = source.length): number =>
  sum(source, from, to) & 0xffff;

const sum = (source: Uint8Array, from: number, to: number): number => {
  let total = 0;
  for (let i = from; i < to; i++) total = (total + source[i]!) | 0;
  return total;
};

const CRC_TABLE = /* @__PURE__ */ Uint16Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  return crc;
});

/** CRC-16/MODBUS: reflected polynomial A001, start FFFF, no final xor; sent low byte first. */
export const crc16modbus = (source: Uint8Array, from = 0, to: number = source.length): number => {
  let crc = 0xffff;
  for (let i = from; i < to; i++) crc = (crc >> 8) ^ CRC_TABLE[(crc ^ source[i]!) & 0xff]!;
  return crc;
};

/**
 * Where a run of bytes ends that carries its own CRC-16/MODBUS, low byte first: the shortest one of at least `least` bytes.
 * For frames whose length nothing tells.
 *
 * @returns the place behind it, or -1 when none ends at or before `to`
 */
export const crc16modbusEnd = (source: Uint8Array, from: number, least: number, to: number): number => {
  const first = from + least;
  let crc = 0xffff;
  for (let i = from; i < to; i++) {
    crc = (crc >> 8) ^ CRC_TABLE[(crc ^ source[i]!) & 0xff]!;
    // Over a run and its own check value the check value is 0.
    if (crc === 0 && i + 1 >= first) return i + 1;
  }
  return -1;
};

/** The check value over `[from, to)`. */
export const checksumOf = (algorithm: ChecksumAlgorithm, source: Uint8Array, from: number, to: number): number => {
  switch (algorithm) {
    case "sum8":
      return sum8(source, from, to);
    case "sum16le":
    case "sum16be":
      return sum16(source, from, to);
    case "crc16modbus":
      return crc16modbus(source, from, to);
  }
};

/** A checksum field knows its span by name; `struct` knows where the names are. */
export interface ChecksumField extends HiddenField {
  readonly shape: {
    readonly kind: "checksum";
    readonly algorithm: ChecksumAlgorithm;
    readonly from: string;
    readonly to: string;
  };
  readonly size: 1 | 2;
}

/**
 * A check value over sibling fields: `checksum("sum8", { from: "serial", to: "adu" })`.
 *
 * @param span - names of the first and the last field covered, both before this one in the same struct
 * @returns a field without a value; a wrong check is `bad-checksum`, and reading goes on behind it
 */
export const checksum = (
  algorithm: ChecksumAlgorithm,
  span: { readonly from: string; readonly to: string },
): ChecksumField => {
  const size = algorithm === "sum8" ? 1 : 2;
  return {
    shape: { kind: "checksum", algorithm, from: span.from, to: span.to },
    hidden: true,
    size,
    notes: {},
    read: () => outsideStruct(),
    sizeOf: () => size,
    write: () => outsideStruct(),
  };
};

const outsideStruct = (): never => {
  throw new TypeError("a checksum has a meaning only as a field of a struct");
};

/** Whether the check value at `at` is the right one for `[from, to)`. */
export const checksumMatches = (
  algorithm: ChecksumAlgorithm,
  source: Uint8Array,
  at: number,
  from: number,
  to: number,
): boolean => {
  const value = checksumOf(algorithm, source, from, to);
  if (algorithm === "sum8") return source[at] === value;
  const [low, high] = algorithm === "sum16be" ? [at + 1, at] : [at, at + 1];
  return source[low] === (value & 0xff) && source[high] === value >> 8;
};

/** Writes the check value for `[from, to)` at `at`. */
export const putChecksum = (
  algorithm: ChecksumAlgorithm,
  target: Uint8Array,
  at: number,
  from: number,
  to: number,
): void => {
  const value = checksumOf(algorithm, target, from, to);
  if (algorithm === "sum8") {
    target[at] = value;
    return;
  }
  const [low, high] = algorithm === "sum16be" ? [at + 1, at] : [at, at + 1];
  target[low] = value & 0xff;
  target[high] = value >> 8;
};
