// Decoders of every protocol: only the bench loads them, when something is decoded.
import { type Protocol, protocols, treeOf } from "@dianan/codec";
import type { components } from "@dianan/open-api";

type DecodedFrame = components["schemas"]["DecodedFrame"];
export type DecodedHere = Pick<DecodedFrame, "verdict" | "fields" | "error" | "events">;

/** True for pairs of hex digits, with blanks between or without. */
export const isHex = (text: string): boolean => {
  const bare = text.replace(/\s+/g, "");
  return bare !== "" && bare.length % 2 === 0 && /^[0-9a-f]+$/i.test(bare);
};

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.replace(/\s+/g, "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** China's zone, in which devices of these protocols give their local times. Minutes. */
const UTC_OFFSET_MINUTES = 480;

/** A frame (报文) field by field with the hub's own code; nothing leaves the page. @param hex - as {@link isHex} accepts it */
export const decodedOf = (protocolId: string, hex: string, direction: "up" | "down"): DecodedHere => {
  const protocol = protocols[protocolId as keyof typeof protocols] as Protocol<unknown>;
  const bytes = bytesOf(hex);
  const result = protocol.decodeFrame(bytes, { direction });
  const fields = treeOf(protocol, bytes, { direction }).map(({ path, offset, bytes: own, value, clause, zh, en }) => ({
    ...{ path, offset, length: own.length, value: value === "" ? null : value },
    ...{ clause: clause === "" ? null : clause, words: { zh, en } },
  }));
  if (!result.ok) {
    const { code, offset, path, clause } = result.error;
    return { verdict: "refused", fields, error: { code, offset, path, clause }, events: [] } as unknown as DecodedHere;
  }
  const context = { receivedAt: Date.now(), utcOffsetMinutes: UTC_OFFSET_MINUTES, direction };
  const events = protocol.normalise(result.value, context);
  return { verdict: "good", fields, error: null, events } as unknown as DecodedHere;
};
