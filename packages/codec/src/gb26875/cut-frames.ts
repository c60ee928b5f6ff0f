import { decode, sum8, u16le } from "@dianan/layout";
import { type Cut, createCutter, type Look, startsWith } from "../stream-cutter.ts";
import { frameParts } from "./frame.ts";

const { lengthAt, sumFrom, overhead, max, start, end } = frameParts;

/** What a start mark at `at` leads to: a whole frame, one that is still coming, or nothing. */
const lookAt = (bytes: Uint8Array, at: number): Look => {
  const lengthEnd = at + lengthAt + u16le.size;
  if (bytes.length < lengthEnd) return { kind: "short" };
  const announced = decode(u16le, bytes.subarray(at + lengthAt, lengthEnd));
  const size = overhead + (announced.ok ? announced.value : max);
  if (size > max) return { kind: "none" };
  if (bytes.length < at + size) return { kind: "short" };
  const endAt = at + size - end.length;
  if (!end.every((byte, i) => bytes[endAt + i] === byte)) return { kind: "none" };
  return { kind: "frame", size, isSound: sum8(bytes, at + sumFrom, endAt - 1) === bytes[endAt - 1] };
};

const cut = createCutter({ nextStart: startsWith(start), lookAt });

/**
 * Cuts a byte stream into frames of 30 to 1054 bytes. The marks `40 40` and `23 23` may stand inside a frame.
 *
 * @param carry - bytes kept from the last call: 0 to 1053
 * @param chunk - bytes just received, any length
 * @see GB/T 26875.3-2011 §6.6, table 1
 */
export const cutFrames = (carry: Uint8Array, chunk: Uint8Array): Cut => cut(carry, chunk);
