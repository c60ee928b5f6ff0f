import { crc16modbus, decode, u16be, u16le } from "@dianan/layout";
import { type Cut, createCutter, type Look } from "../stream-cutter.ts";
import { frameParts } from "./frame.ts";

const { start, end, wrapMark, wrapSize, wrapSizeAt, commandAt, lengthAt, bodyMax, overhead } = frameParts;

/** Place of the next byte that may begin a frame or the envelope around one. */
const nextStart = (bytes: Uint8Array, from: number): number => {
  let at = from;
  while (at < bytes.length && bytes[at] !== wrapMark && bytes[at] !== start[0]) at += 1;
  return at;
};

/** The number at that place; null when it is not there yet. */
const numberAt = (field: typeof u16be, bytes: Uint8Array, at: number): number | null => {
  const number = decode(field, bytes.subarray(at, at + field.size));
  return number.ok ? number.value : null;
};

const lookAt = (bytes: Uint8Array, at: number): Look => {
  const wrapped = bytes[at] === wrapMark ? wrapSize : 0;
  const from = at + wrapped;
  const isOther = (mark: Uint8Array, place: number): boolean =>
    mark.some((byte, i) => place + i < bytes.length && bytes[place + i] !== byte);
  if (isOther(start, from)) return { kind: "none" };
  const length = numberAt(u16be, bytes, from + lengthAt);
  if (length === null) return { kind: "short" };
  if (length > bodyMax) return { kind: "none" };
  const size = overhead + length;
  if (wrapped > 0 && numberAt(u16be, bytes, at + wrapSizeAt) !== size) return { kind: "none" };
  const endAt = from + size - end.length;
  if (isOther(end, endAt)) return { kind: "none" };
  if (bytes.length < endAt + end.length) return { kind: "short" };
  const crcAt = endAt - u16le.size;
  const isSound = crc16modbus(bytes, from + commandAt, crcAt) === numberAt(u16le, bytes, crcAt);
  return { kind: "frame", size: wrapped + size, isSound };
};

const cut = createCutter({ nextStart, lookAt });

/**
 * Cuts a byte stream into frames of 9 to 1036 bytes, each with its envelope where it has one. A platform's message holds one
 * frame or more.
 *
 * @param carry - bytes kept from the last call: 0 to 1035
 * @param chunk - bytes just received, any length
 * @see 7B7B uplink frame
 */
export const cutFrames = (carry: Uint8Array, chunk: Uint8Array): Cut => cut(carry, chunk);
