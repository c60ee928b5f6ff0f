import { sum8 } from "@dianan/layout";
import { type Cut, createCutter, type Look } from "../stream-cutter.ts";
import { frameParts, wakeAt } from "./frame.ts";

const { wake, wakeMax, start, secondStartAt, lengthAt, dataAt, dataMax, end, tail } = frameParts;

/**
 * Place where a frame may begin: at a start mark, or at the wake-up bytes right in front of one. Of more wake-up bytes than
 * count, the last ones are the frame's, however the stream was chunked.
 */
const nextStart = (bytes: Uint8Array, from: number): number => {
  let run = from;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === start) return Math.max(run, at - wakeMax);
    if (byte !== wake) run = at + 1;
  }
  return Math.max(run, bytes.length - wakeMax);
};

const lookAt = (bytes: Uint8Array, at: number): Look => {
  const from = at + wakeAt(bytes, at);
  const isNot = (place: number, byte: number): boolean => place < bytes.length && bytes[place] !== byte;
  if (isNot(from, start) || isNot(from + secondStartAt, start)) return { kind: "none" };
  const length = bytes[from + lengthAt];
  if (length === undefined) return { kind: "short" };
  if (length > dataMax) return { kind: "none" };
  const sumAt = from + dataAt + length;
  if (isNot(sumAt + 1, end)) return { kind: "none" };
  if (bytes.length < sumAt + tail) return { kind: "short" };
  return { kind: "frame", size: sumAt + tail - at, isSound: sum8(bytes, from, sumAt) === bytes[sumAt] };
};

const cut = createCutter({ nextStart, lookAt });

/**
 * Cuts a byte stream into frames of 12 to 256 bytes, each with the wake-up bytes (FE) in front of it. Start and end marks may stand
 * inside a frame.
 *
 * @param carry - bytes kept from the last call: 0 to 255
 * @param chunk - bytes just received, any length
 * @see DL/T 645-2007 frame format
 */
export const cutFrames = (carry: Uint8Array, chunk: Uint8Array): Cut => cut(carry, chunk);
