// Decoders of every protocol: only the bench loads them, when something is decoded.
import { type FrameContext, type Protocol, protocols, treeOf } from "@dianan/codec";
import type { components } from "@dianan/open-api";

type DecodedFrame = components["schemas"]["DecodedFrame"];
export type DecodedHere = Pick<DecodedFrame, "verdict" | "fields" | "error" | "events">;

/** True for pairs of hex digits, with blanks between or without. */
export const isHex = (text: string): boolean => {
  const bare = text.replace(/\s+/g, "");
  return bare !== "" && bare.length % 2 === 0 && /^[0-9a-f]+$/i.test(bare);
};

/** Which way a frame went, and the hex of what it answers; empty: nothing. */
export type FrameWay = { readonly direction: "up" | "down"; readonly request: string };

export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replace(/\s+/g, "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** China's zone, in which devices of these protocols give their local times. Minutes. */
const UTC_OFFSET_MINUTES = 480;

/** The tree of a frame's bytes, and the frame where it decodes. */
export const treeHere = (
  protocol: Protocol<unknown>,
  bytes: Uint8Array,
  context: FrameContext,
): { readonly decoded: DecodedHere; readonly frame: { readonly value: unknown } | null } => {
  const result = protocol.decodeFrame(bytes, context);
  const fields = treeOf(protocol, bytes, context).map(({ path, offset, bytes: own, value, clause, zh, en }) => ({
    ...{ path, offset, length: own.length, value: value === "" ? null : value },
    ...{ clause: clause === "" ? null : clause, words: { zh, en } },
  }));
  const decoded = (verdict: string, error: object | null): DecodedHere =>
    ({ verdict, fields, error, events: [] }) as unknown as DecodedHere;
  if (result.ok) return { decoded: decoded("good", null), frame: { value: result.value } };
  const { code, offset, path, clause } = result.error;
  return { decoded: decoded("refused", { code, offset, path, clause }), frame: null };
};

/** A frame (报文) field by field with the hub's own code; nothing leaves the page. @param hex - as {@link isHex} accepts it */
export const decodedOf = (protocolId: string, hex: string, direction: "up" | "down"): DecodedHere => {
  const protocol = protocols[protocolId as keyof typeof protocols] as Protocol<unknown>;
  const { decoded, frame } = treeHere(protocol, bytesOf(hex), { direction });
  if (frame === null) return decoded;
  const context = { receivedAt: Date.now(), utcOffsetMinutes: UTC_OFFSET_MINUTES, direction };
  return { ...decoded, events: protocol.normalise(frame.value, context) } as unknown as DecodedHere;
};
