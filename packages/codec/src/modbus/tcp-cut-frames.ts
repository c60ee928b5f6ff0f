import { decode } from "@dianan/layout";
import type { Direction, FrameContext } from "../protocol.ts";
import { type Cut, createCutter, type Look } from "../stream-cutter.ts";
import { type ModbusDialect, tcpDialectOf } from "./dialects.ts";
import { dataSizeOf } from "./sizes.ts";
import { tcpHeader, tcpParts } from "./tcp-frame.ts";

const { protocolAt, lengthAt, lengthMax, messageAt, uncounted, counted } = tcpParts;
const NONE: Look = { kind: "none" };
const SHORT: Look = { kind: "short" };

/** A possible header: protocol 0 and a length of 2 to 254, or what there is of them. */
const mayStart = (bytes: Uint8Array, at: number): boolean => {
  for (let i = at + protocolAt; i <= at + lengthAt; i += 1) if ((bytes[i] ?? 0) !== 0) return false;
  const low = bytes[at + lengthAt + 1] ?? counted;
  return low >= counted && low <= lengthMax;
};
const nextStart = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at < bytes.length; at += 1) if (mayStart(bytes, at)) return at;
  return bytes.length;
};

const lookIn =
  (direction: Direction, dialect: ModbusDialect) =>
  (bytes: Uint8Array, at: number): Look => {
    if (bytes.length < at + messageAt) return SHORT;
    const header = decode(tcpHeader, bytes.subarray(at, at + messageAt));
    if (!header.ok) return NONE;
    const size = uncounted + header.value.length;
    if (bytes.length < at + size) return SHORT;
    const data = dataSizeOf(header.value.function, direction, dialect);
    if (data === null) return { kind: "frame", size, isSound: false };
    const count = data === "any" || data.countAt === null ? 0 : (bytes[at + messageAt + data.countAt] ?? 0);
    const isSound = data === "any" || header.value.length === counted + data.fixed + count;
    return { kind: "frame", size, isSound };
  };

/**
 * Cuts a byte stream into frames of 8 to 260 bytes. There is no check value: a frame is sound when its length is the one that
 * its function has, and one whose length says otherwise is given for the decoder to refuse.
 *
 * @param carry - bytes kept from the last call: 0 to 259
 * @param chunk - bytes just received, any length
 * @param context - direction: of the frames that are looked for; dialect: as for decoding
 * @see MODBUS TCP V1.0b §3.1.3
 */
export const cutFrames = (
  carry: Uint8Array,
  chunk: Uint8Array,
  { direction = "up", dialect }: FrameContext = {},
): Cut => createCutter({ nextStart, lookAt: lookIn(direction, tcpDialectOf(dialect)) })(carry, chunk);
