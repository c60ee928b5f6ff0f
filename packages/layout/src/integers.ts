import type { Field } from "./field.ts";
import { fixedSize } from "./fixed-size.ts";
import { Misfit, type Output } from "./output.ts";
import type { Shape } from "./shape.ts";

/** An integer field. `op` is the instruction by which `struct` reads it without a call. */
export interface IntegerField extends Field<number> {
  readonly shape: Extract<Shape, { kind: "integer" }>;
  readonly size: number;
  /** 0: it has limits of its own, and must be read by its own code. */ readonly op: number;
}

/** A floating-point field. */
export interface FloatField extends Field<number> {
  readonly shape: { readonly kind: "float"; readonly type: string };
  readonly size: 4;
  readonly op: number;
}

const single = /* @__PURE__ */ new Float32Array(1);
const singleBytes = /* @__PURE__ */ new Uint8Array(single.buffer);
/** Index in `singleBytes` of the lowest byte: memory order is the machine's, wire order is the layout's. */
const lowest = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 0 : 3;
const step = lowest === 0 ? 1 : -1;

/** Reads the number of instruction `op`; the caller has checked that the bytes are there. */
export const readNumber = (op: number, b: Uint8Array, at: number): number => {
  switch (op) {
    case 1:
      return b[at]!;
    case 2:
      return b[at]! | (b[at + 1]! << 8);
    case 3:
      return (b[at]! << 8) | b[at + 1]!;
    case 4:
      return (b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16) | (b[at + 3]! << 24)) >>> 0;
    case 5:
      return ((b[at]! << 24) | (b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!) >>> 0;
    case 6:
      return b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16);
    case 7:
      return (b[at]! << 16) | (b[at + 1]! << 8) | b[at + 2]!;
    case 8:
      return readNumber(4, b, at) + readNumber(2, b, at + 4) * 0x1_0000_0000;
    case 9:
      return readNumber(3, b, at) * 0x1_0000_0000 + readNumber(5, b, at + 2);
    case 10:
      return (b[at]! << 24) >> 24;
    case 11:
      return ((b[at]! | (b[at + 1]! << 8)) << 16) >> 16;
    case 12:
      return (((b[at]! << 8) | b[at + 1]!) << 16) >> 16;
    case 13:
      return readNumber(4, b, at) | 0;
    case 14:
      return readNumber(5, b, at) | 0;
    case 15:
      return floatAt(b, at, true);
    case 17:
      return readNumber(4, b, at) + b[at + 4]! * 0x1_0000_0000;
    default:
      return floatAt(b, at, false);
  }
};

/** Reads a single; the caller has checked that its bytes are there. */
export const floatAt = (b: Uint8Array, at: number, isLowFirst: boolean): number => {
  for (let i = 0; i < 4; i++) singleBytes[lowest + step * i] = b[isLowFirst ? at + i : at + 3 - i]!;
  return single[0]!;
};

/** Numbers beyond this do not fit the 32-bit shift. */
const SHIFT_BYTES = 4;

const writeBytes = (output: Output, value: number, size: number, bigEndian: boolean): void => {
  const { bytes, at } = output;
  output.at = at + size;
  let rest = value;
  for (let i = 0; i < size; i++) {
    bytes[bigEndian ? at + size - 1 - i : at + i] = rest & 0xff;
    rest = size <= SHIFT_BYTES ? rest >>> 8 : Math.floor(rest / 256);
  }
};

const integer = (type: string, op: number, size: number): IntegerField => {
  const signed = type.startsWith("i");
  const bigEndian = type.endsWith("be");
  const span = 2 ** (8 * size);
  const min = signed ? -span / 2 : 0;
  const max = signed ? span / 2 - 1 : span - 1;
  return {
    shape: { kind: "integer", type, min, max },
    ...fixedSize(size, (bytes, from) => readNumber(op, bytes, from), 0),
    op,
    write: (output, value) => {
      if (typeof value !== "number") throw new Misfit("type", `${type} takes a number, got ${typeName(value)}`);
      if (!Number.isInteger(value) || value < min || value > max) {
        throw new Misfit("range", `${value} is not a whole number from ${min} to ${max} (${type})`);
      }
      writeBytes(output, value, size, bigEndian);
    },
  };
};

/** How error texts name the type of a value. */
export const typeName = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : typeof value;
};

const float = (type: string, op: number): FloatField => ({
  shape: { kind: "float", type },
  ...fixedSize(4, (bytes, from) => readNumber(op, bytes, from), 0),
  size: 4,
  op,
  write: (output, value) => {
    if (typeof value !== "number") throw new Misfit("type", `${type} takes a number, got ${typeName(value)}`);
    single[0] = value;
    if (Number.isFinite(value) && !Number.isFinite(single[0])) {
      throw new Misfit("range", `${value} is beyond single precision (${type})`);
    }
    for (let i = 0; i < 4; i++) output.bytes[output.at + (op === 15 ? i : 3 - i)] = singleBytes[lowest + step * i]!;
    output.at += 4;
  },
});

/** Unsigned byte, 0..255. */
export const u8: IntegerField = /* @__PURE__ */ integer("u8", 1, 1);
/** Unsigned 16 bit, low byte first (低字节在前), 0..65535. */
export const u16le: IntegerField = /* @__PURE__ */ integer("u16le", 2, 2);
/** Unsigned 16 bit, high byte first, 0..65535. */
export const u16be: IntegerField = /* @__PURE__ */ integer("u16be", 3, 2);
/** Unsigned 24 bit, low byte first, 0..16777215. */
export const u24le: IntegerField = /* @__PURE__ */ integer("u24le", 6, 3);
/** Unsigned 24 bit, high byte first, 0..16777215. */
export const u24be: IntegerField = /* @__PURE__ */ integer("u24be", 7, 3);
/** Unsigned 32 bit, low byte first, 0..4294967295. */
export const u32le: IntegerField = /* @__PURE__ */ integer("u32le", 4, 4);
/** Unsigned 32 bit, high byte first, 0..4294967295. */
export const u32be: IntegerField = /* @__PURE__ */ integer("u32be", 5, 4);
/** Unsigned 40 bit, low byte first, 0..1099511627775. */
export const u40le: IntegerField = /* @__PURE__ */ integer("u40le", 17, 5);
/** Unsigned 48 bit, low byte first, 0..281474976710655; exact, as a double holds 53 bits. */
export const u48le: IntegerField = /* @__PURE__ */ integer("u48le", 8, 6);
/** Unsigned 48 bit, high byte first, 0..281474976710655. */
export const u48be: IntegerField = /* @__PURE__ */ integer("u48be", 9, 6);
/** Signed byte, -128..127. */
export const i8: IntegerField = /* @__PURE__ */ integer("i8", 10, 1);
/** Signed 16 bit, low byte first, -32768..32767. */
export const i16le: IntegerField = /* @__PURE__ */ integer("i16le", 11, 2);
/** Signed 16 bit, high byte first, -32768..32767. */
export const i16be: IntegerField = /* @__PURE__ */ integer("i16be", 12, 2);
/** Signed 32 bit, low byte first. */
export const i32le: IntegerField = /* @__PURE__ */ integer("i32le", 13, 4);
/** Signed 32 bit, high byte first. */
export const i32be: IntegerField = /* @__PURE__ */ integer("i32be", 14, 4);
/** IEEE 754 single, low byte first. Encoding rounds to the nearest single; the payload of a NaN is not kept. */
export const f32le: FloatField = /* @__PURE__ */ float("f32le", 15);
/** IEEE 754 single, high byte first. Encoding rounds to the nearest single; the payload of a NaN is not kept. */
export const f32be: FloatField = /* @__PURE__ */ float("f32be", 16);
