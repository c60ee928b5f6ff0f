import { encode, sum8, sum16, u16le, valueAt } from "@dianan/layout";
import { type Cut, createCutter, type Look, startsWith } from "../stream-cutter.ts";
import type { GbLayouts } from "./packet.ts";

const endsWith = (mark: Uint8Array, bytes: Uint8Array, end: number): boolean => {
  const from = end - mark.length;
  for (let i = 0; i < mark.length; i += 1) if (bytes[from + i] !== mark[i]) return false;
  return true;
};

/**
 * Makes a cutter of byte streams into frames of 30 to 1054 bytes. The marks `40 40` and `23 23` may stand inside a frame.
 *
 * @see GB/T 26875.3-2011 §6.6, table 1
 */
export const createCut = ({ dialect, parts }: GbLayouts): ((carry: Uint8Array, chunk: Uint8Array) => Cut) => {
  const { lengthAt, sumFrom, sumBytes, overhead, max, start, end, short } = parts;
  const lengthEnd = lengthAt + u16le.size;

  /** No month is 23H, so that no packet of the standard has the end mark there. Nothing vouches for a short packet. */
  const isShort = (bytes: Uint8Array, at: number): boolean =>
    dialect.heartbeatShort && bytes.length >= at + short && endsWith(end, bytes, at + short);

  /** What a start mark at `at` leads to: a whole frame, one that is still coming, or nothing. */
  const lookAt = (bytes: Uint8Array, at: number): Look => {
    if (isShort(bytes, at)) return { kind: "frame", size: short, isSound: false };
    if (bytes.length < at + lengthEnd) return { kind: "short" };
    const size = overhead + (valueAt(u16le, bytes, at + lengthAt) ?? max);
    if (size > max) return { kind: "none" };
    if (bytes.length < at + size) return { kind: "short" };
    if (!endsWith(end, bytes, at + size)) return { kind: "none" };
    const sumAt = at + size - end.length - sumBytes;
    return { kind: "frame", size, isSound: isSumAt(bytes, at + sumFrom, sumAt, sumBytes) };
  };
  return createCutter({ nextStart: startsWith(start), lookAt });
};

const isSumAt = (bytes: Uint8Array, from: number, at: number, width: number): boolean =>
  width === 1 ? bytes[at] === sum8(bytes, from, at) : endsWith(sumBytesOf(bytes, from, at, width), bytes, at + width);

/** Checksum of a dialect's width over these bytes, low byte first. */
export const sumBytesOf = (bytes: Uint8Array, from: number, to: number, width: number): Uint8Array =>
  width === 1 ? Uint8Array.of(sum8(bytes, from, to)) : encode(u16le, sum16(bytes, from, to));
