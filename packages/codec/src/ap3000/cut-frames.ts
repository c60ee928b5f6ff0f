import { decode, sum16, u16le } from "@dianan/layout";
import type { FrameContext } from "../protocol.ts";
import { type Cut, createCutter, type Look, startsWith } from "../stream-cutter.ts";
import { dialectIn } from "./dialects.ts";
import { frameParts } from "./frame.ts";
import { wordAt } from "./skipped.ts";

const { start, lengthAt, countedLeast, countedMax, uncounted } = frameParts;

const numberAt = (bytes: Uint8Array, at: number): number => {
  const number = decode(u16le, bytes.subarray(at, at + u16le.size));
  return number.ok ? number.value : Number.POSITIVE_INFINITY;
};

const lookAt = (bytes: Uint8Array, at: number): Look => {
  if (bytes.length < at + uncounted) return { kind: "short" };
  const counted = numberAt(bytes, at + lengthAt);
  if (counted < countedLeast || counted > countedMax) return { kind: "none" };
  const size = counted + uncounted;
  if (bytes.length < at + size) return { kind: "short" };
  const sumAt = at + size - u16le.size;
  return { kind: "frame", size, isSound: sum16(bytes, at, sumAt) === numberAt(bytes, sumAt) };
};

const cut = createCutter({ nextStart: startsWith(start), lookAt, wordAt });

/**
 * Cuts a byte stream into frames of 14 to 261 bytes. The words that devices send between frames, their card number (ICCID) and
 * `link`, are skipped runs of their own with a `name`.
 *
 * @param carry - bytes kept from the last call: 0 to 260
 * @param chunk - bytes just received, any length
 * @throws RangeError for an unknown dialect option
 */
export const cutFrames = (carry: Uint8Array, chunk: Uint8Array, context: FrameContext = {}): Cut => {
  dialectIn(context);
  return cut(carry, chunk);
};
