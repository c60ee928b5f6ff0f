import { decode, sum8, u16le } from "@dianan/layout";
import type { FrameContext } from "../protocol.ts";
import { type Cut, createCutter, type Look, startsWith } from "../stream-cutter.ts";
import { dialectIn } from "./dialects.ts";
import { frameParts } from "./layouts.ts";

const { start, lengthAt, countedLeast, uncounted, sumSize, max } = frameParts;

const lookAt = (bytes: Uint8Array, at: number): Look => {
  if (bytes.length < at + uncounted) return { kind: "short" };
  const counted = decode(u16le, bytes.subarray(at + lengthAt, at + uncounted));
  const size = uncounted + (counted.ok ? counted.value : max);
  if (size < uncounted + countedLeast || size > max) return { kind: "none" };
  if (bytes.length < at + size) return { kind: "short" };
  const sumAt = at + size - sumSize;
  return { kind: "frame", size, isSound: sum8(bytes, at + lengthAt, sumAt) === bytes[sumAt] };
};

const cut = createCutter({ nextStart: startsWith(start), lookAt });

/**
 * Cuts a byte stream into frames of 7 to 2048 bytes. There is no end mark, and 5A A5 may stand inside a frame.
 *
 * @param carry - bytes kept from the last call: 0 to 2047
 * @param chunk - bytes just received, any length
 * @throws RangeError for an unknown dialect option
 */
export const cutFrames = (carry: Uint8Array, chunk: Uint8Array, context: FrameContext = {}): Cut => {
  dialectIn(context);
  return cut(carry, chunk);
};
