import type { DecodeError, Result } from "@dianan/layout";
import type { DialectOptions, FrameContext } from "../protocol.ts";
import type { Cut } from "../stream-cutter.ts";
import { createCut } from "./cut-frames.ts";
import { perDialect, standard } from "./dialect.ts";
import { decodePacket, encodePacket, layoutOf } from "./frame.ts";
import type { Message, MessageOf, TypeTables } from "./message.ts";
import { type Frame, type GbLayouts, layoutsOf } from "./packet.ts";

/**
 * Frames and bytes, and nothing of what they mean. Dialects are chosen by each call's context.
 *
 * @param standardLayouts - tables of the standard without user types, when there is a quicker reader of them
 */
export const createFrameCodec = <T extends TypeTables>(userTypes: T, standardLayouts?: GbLayouts) => {
  type Own = Frame<Message | MessageOf<T>>;
  const isPlain = Object.keys(userTypes).length === 0;
  const made = perDialect((dialect) => {
    const quick = isPlain && dialect === standard ? standardLayouts : undefined;
    const layouts = quick ?? layoutsOf(dialect, userTypes);
    return { layouts, cut: createCut(layouts) };
  });
  return {
    /** Tables of a dialect. @throws RangeError for an option or value that there is not */
    layoutsOf: (dialect: DialectOptions | undefined): GbLayouts => made(dialect).layouts,
    /**
     * Cuts a byte stream into frames of 30 to 1054 bytes. The marks `40 40` and `23 23` may stand inside a frame.
     *
     * @param carry - bytes kept from the last call: 0 to 1053
     * @param chunk - bytes just received, any length
     * @see GB/T 26875.3-2011 §6.6, table 1
     */
    cutFrames: (carry: Uint8Array, chunk: Uint8Array, context: FrameContext = {}): Cut =>
      made(context.dialect).cut(carry, chunk),
    /** Reads exactly one frame, see {@link decodePacket}. */
    decodeFrame: (bytes: Uint8Array, context: FrameContext = {}): Result<Own, DecodeError> =>
      decodePacket(made(context.dialect).layouts, bytes, context.direction ?? "up") as Result<Own, DecodeError>,
    /** Writes one frame, see {@link encodePacket}. */
    encodeFrame: (frame: Own, context: FrameContext = {}): Uint8Array =>
      encodePacket(made(context.dialect).layouts, frame as Frame),
    /** The table by which these bytes are read. */
    layoutOf: (bytes: Uint8Array, context: FrameContext = {}) => layoutOf(made(context.dialect).layouts, bytes),
  };
};
