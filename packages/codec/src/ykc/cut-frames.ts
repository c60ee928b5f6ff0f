import { crc16modbus } from "@dianan/layout";
import { type Cut, createCutter, type Look, startsWith } from "../stream-cutter.ts";
import { frameParts } from "./layouts.ts";

const { start, lengthAt, countedAt, encryptionAt, lengthMin, lengthMax, uncounted } = frameParts;

const lookAt = (bytes: Uint8Array, at: number): Look => {
  const length = bytes[at + lengthAt];
  if (length === undefined) return { kind: "short" };
  if (length < lengthMin || length > lengthMax) return { kind: "none" };
  const size = length + uncounted;
  if (bytes.length < at + size) return { kind: "short" };
  // Over the bytes and their own check value, low byte first, a CRC is 0.
  if (crc16modbus(bytes, at + countedAt, at + size) === 0) return { kind: "frame", size, isSound: true };
  // The start is one byte only: what is neither checked nor has a known encryption is no frame.
  return (bytes[at + encryptionAt] ?? 0) > 1 ? { kind: "none" } : { kind: "frame", size, isSound: false };
};

const cut = createCutter({ nextStart: startsWith(start), lookAt });

/**
 * Cuts a byte stream into frames of 8 to 204 bytes. There is no end mark, and 68 may stand inside a frame.
 *
 * @param carry - bytes kept from the last call: 0 to 203
 * @param chunk - bytes just received, any length
 */
export const cutFrames = (carry: Uint8Array, chunk: Uint8Array): Cut => cut(carry, chunk);
