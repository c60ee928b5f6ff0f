import { commands } from "./commands.ts";
import type { GbDialect } from "./dialect.ts";
import type { Frame } from "./packet.ts";

/** Panel print and CRT text, with a count of 0. */
const EMPTY_TYPES = [9, 10];
const HANDSHAKE = 0x16;

/** A one-byte handshake of a dialect: the byte stands where a type flag does. */
export const isHandshake = ({ message }: Frame, { heartbeatByte }: GbDialect): boolean =>
  heartbeatByte && message.kind === "unknown" && message.typeFlag === HANDSHAKE && message.bytes.length === 0;

const isEmptyType = ({ message }: Frame, { heartbeatTypes }: GbDialect): boolean =>
  heartbeatTypes &&
  message.kind === "unknown" &&
  EMPTY_TYPES.includes(message.typeFlag) &&
  message.bytes.length === 1 &&
  message.bytes[0] === 0;

/** Whether a frame says no more than that its sender is there (心跳). The standard's own: data of no bytes. */
export const isHeartbeat = (frame: Frame, dialect: GbDialect): boolean =>
  frame.message.kind === "shortPacket" ||
  (frame.message.kind === "empty" && frame.command !== commands.confirm.code && frame.command !== commands.deny.code) ||
  isHandshake(frame, dialect) ||
  isEmptyType(frame, dialect);
