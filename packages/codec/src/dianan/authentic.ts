import { type DiananFrame, encodeFrame, frameParts, layoutOf, securedFrame } from "./frame.ts";

/**
 * HMAC-SHA-256 with the device's key (at least 128 bits, never shared by two devices) over these bytes; 32 bytes, of which the
 * first 8 are used. This package holds no cipher: Node, browsers and devices each have their own.
 */
export type Hmac = (bytes: Uint8Array) => Uint8Array;

const MAC_BYTES = 8;
const NO_MAC = new Uint8Array(MAC_BYTES);

const macOf = (bytes: Uint8Array, hmac: Hmac): Uint8Array => {
  const full = hmac(bytes.subarray(0, bytes.length - frameParts.tail));
  if (full.length < MAC_BYTES) throw new RangeError(`hmac: ${full.length} bytes, at least ${MAC_BYTES} are needed`);
  return full.slice(0, MAC_BYTES);
};

/**
 * Writes a frame with its authentication code (SEC-DEV-04): over every byte from the start to the last record, address,
 * direction, counter and time included.
 *
 * @throws RangeError when the HMAC is shorter than 8 bytes, and as `encodeFrame` does
 */
export const sealFrame = (frame: DiananFrame, hmac: Hmac): Uint8Array => {
  const secured = { ...frame, options: { ...frame.options, secured: true } };
  const draft = encodeFrame({ ...secured, mac: { bytes: NO_MAC } });
  return encodeFrame({ ...secured, mac: { bytes: macOf(draft, hmac) } });
};

/**
 * Whether a frame's authentication code is right; false for a frame that has none. Takes as long for a wrong first byte as for
 * a wrong last one. The check value is not looked at: decode first.
 *
 * @param bytes - one whole frame
 */
export const isAuthentic = (bytes: Uint8Array, hmac: Hmac): boolean => {
  if (bytes.length < frameParts.securedOverhead || layoutOf(bytes) !== securedFrame) return false;
  const from = bytes.length - frameParts.tail;
  const right = macOf(bytes, hmac);
  let difference = 0;
  for (const [i, byte] of right.entries()) difference |= byte ^ (bytes[from + i] ?? 0);
  return difference === 0;
};

/** What to do with a frame's counter (SEC-DEV-06). */
export type Freshness = "fresh" | "repeat" | "stale";

/**
 * Compares a counter with the highest one taken of that device and direction. `repeat`: confirm again, create nothing, when the
 * bytes are the same too. Counters do not wrap: a device whose counter is used up gets a new key.
 *
 * @param last - highest counter taken; null before the first frame
 */
export const freshnessOf = (counter: number, last: number | null): Freshness =>
  last === null || counter > last ? "fresh" : counter === last ? "repeat" : "stale";
