import { crc16modbus, u16be, u16le, valueAt } from "@dianan/layout";
import { type Cut, createCutter, type Look, startsWith } from "../stream-cutter.ts";
import { areKnownOptions, frameParts, layoutOf, securedFrame } from "./frame.ts";

const { start, optionsAt, lengthAt, recordsMax, plainOverhead, securedOverhead } = frameParts;

const lookAt = (bytes: Uint8Array, at: number): Look => {
  if (bytes.length <= at + optionsAt) return { kind: "short" };
  if (!areKnownOptions(bytes, at + optionsAt)) return { kind: "none" };
  const records = valueAt(u16be, bytes, at + lengthAt);
  if (records === undefined) return { kind: "short" };
  if (records > recordsMax) return { kind: "none" };
  const isSecured = layoutOf(bytes.subarray(at, at + lengthAt)) === securedFrame;
  const size = records + (isSecured ? securedOverhead : plainOverhead);
  if (bytes.length < at + size) return { kind: "short" };
  const crcAt = at + size - u16le.size;
  return { kind: "frame", size, isSound: crc16modbus(bytes, at, crcAt) === valueAt(u16le, bytes, crcAt) };
};

const cut = createCutter({ nextStart: startsWith(start), lookAt });

/**
 * Cuts a byte stream into frames of 20 to 1052 bytes. A datagram or an MQTT payload holds whole frames one behind the other.
 *
 * @param carry - bytes kept from the last call: 0 to 1051
 * @param chunk - bytes just received, any length
 * @see DianAn DP V1 §2, §3.1
 */
export const cutFrames = (carry: Uint8Array, chunk: Uint8Array): Cut => cut(carry, chunk);
