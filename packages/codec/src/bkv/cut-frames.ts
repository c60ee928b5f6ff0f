import { decode, sum8, u16be } from "@dianan/layout";
import { type Cut, createCutter, type Look, startsWith } from "../stream-cutter.ts";
import { directionOf, frameParts, standsAt } from "./layouts.ts";

const { firstByte, end, lengthAt, lengthSize, lengthMin, uncounted, sumSize, max } = frameParts;

const lookAt = (bytes: Uint8Array, at: number): Look => {
  if (bytes.length < at + lengthAt) return { kind: "short" };
  if (directionOf(bytes, at) === null) return { kind: "none" };
  const lengthEnd = at + lengthAt + lengthSize;
  if (bytes.length < lengthEnd) return { kind: "short" };
  const length = decode(u16be, bytes.subarray(at + lengthAt, lengthEnd));
  const size = (length.ok ? length.value : max) + uncounted;
  if (size > max || size < lengthMin + uncounted) return { kind: "none" };
  if (bytes.length < at + size) return { kind: "short" };
  const endAt = at + size - end.length;
  if (!standsAt(end, bytes, endAt)) return { kind: "none" };
  const sumAt = endAt - sumSize;
  return { kind: "frame", size, isSound: sum8(bytes, at + lengthAt, sumAt) === bytes[sumAt] };
};

const cut = createCutter({ nextStart: startsWith(firstByte), lookAt });

/**
 * Cuts a byte stream into frames of 21 to 2048 bytes, both directions. All three marks may stand inside a frame: nothing is
 * escaped, the length alone says where it ends.
 *
 * @param carry - bytes kept from the last call: 0 to 2047
 * @param chunk - bytes just received, any length
 */
export const cutFrames = (carry: Uint8Array, chunk: Uint8Array): Cut => cut(carry, chunk);
