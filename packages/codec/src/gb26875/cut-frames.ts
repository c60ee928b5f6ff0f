import { decode, sum8, u16le } from "@dianan/layout";
import { frameParts } from "./frame.ts";

const { lengthAt, sumFrom, overhead, max, start, end } = frameParts;
const NOTHING = new Uint8Array(0);

/** Bytes that belong to no frame. */
export type SkippedRun = {
  readonly bytes: Uint8Array;
  /** Index of the frame that follows it; the number of frames when none does yet. */ readonly before: number;
};
export type Cut = {
  /** In order of arrival, each 30 to 1054 bytes; start, length and end agree, the checksum may be wrong. */
  readonly frames: readonly Uint8Array[];
  readonly skipped: readonly SkippedRun[];
  /** For the next call: 0 to 1053 bytes. */ readonly carry: Uint8Array;
};

type Look =
  | { readonly kind: "frame"; readonly size: number; readonly summed: boolean }
  | { readonly kind: "short" }
  | { readonly kind: "none" };

const hasMark = (bytes: Uint8Array, at: number, mark: Uint8Array): boolean =>
  mark.every((byte, i) => bytes[at + i] === byte);

/** What a start mark at `at` leads to: a whole frame, one that is still coming, or nothing. */
const lookAt = (bytes: Uint8Array, at: number): Look => {
  const lengthEnd = at + lengthAt + u16le.size;
  if (bytes.length < lengthEnd) return { kind: "short" };
  const announced = decode(u16le, bytes.subarray(at + lengthAt, lengthEnd));
  const size = overhead + (announced.ok ? announced.value : max);
  if (size > max) return { kind: "none" };
  if (bytes.length < at + size) return { kind: "short" };
  const endAt = at + size - end.length;
  if (!hasMark(bytes, endAt, end)) return { kind: "none" };
  return { kind: "frame", size, summed: sum8(bytes, at + sumFrom, endAt - 1) === bytes[endAt - 1] };
};

const nextStart = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(start[0] as number, from); at !== -1; at = bytes.indexOf(start[0] as number, at + 1))
    if (at + 1 >= bytes.length || hasMark(bytes, at, start)) return at;
  return bytes.length;
};

/**
 * A sound frame wholly inside a frame whose sum is wrong: then the outer one was a start mark in garbage. Bytes behind
 * the outer frame are not looked at, so that the answer does not depend on how the stream was chunked.
 */
const soundInside = (bytes: Uint8Array, from: number): boolean => {
  for (let at = nextStart(bytes, from); at < bytes.length; at = nextStart(bytes, at + 1)) {
    const look = lookAt(bytes, at);
    if (look.kind === "frame" && look.summed) return true;
  }
  return false;
};

/**
 * Cuts a byte stream into frames. The marks `40 40` and `23 23` may stand inside a frame, so only the length says where
 * a frame ends; where it lies, cutting goes on at the next start mark behind the false one.
 *
 * @param carry - bytes kept from the last call: 0 to 1053
 * @param chunk - bytes just received, any length
 * @see GB/T 26875.3-2011 §6.6, table 1
 */
export const cutFrames = (carry: Uint8Array, chunk: Uint8Array): Cut => {
  const bytes = carry.length === 0 ? chunk : joined(carry, chunk);
  const frames: Uint8Array[] = [];
  const skipped: SkippedRun[] = [];
  let garbageFrom = 0;
  let at = 0;
  const skipTo = (end: number): void => {
    if (end > garbageFrom) skipped.push({ bytes: bytes.slice(garbageFrom, end), before: frames.length });
  };
  for (;;) {
    at = nextStart(bytes, at);
    const look: Look = at < bytes.length ? lookAt(bytes, at) : { kind: "short" };
    if (look.kind === "short") break;
    if (look.kind === "none" || (!look.summed && soundInside(bytes.subarray(0, at + look.size), at + 1))) {
      at += 1;
      continue;
    }
    skipTo(at);
    frames.push(bytes.slice(at, at + look.size));
    at += look.size;
    garbageFrom = at;
  }
  skipTo(at);
  return { frames, skipped, carry: at < bytes.length ? bytes.slice(at) : NOTHING };
};

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};
