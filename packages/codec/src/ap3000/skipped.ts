import type { CutRules } from "../stream-cutter.ts";

/** What bytes between frames are. */
export type SkippedMeaning =
  | { readonly kind: "iccid"; readonly iccid: string }
  | { readonly kind: "link" }
  | { readonly kind: "unknown" };

const bytesOf = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));
/** Sent about every 30 s to keep the connection. */
const LINK = bytesOf("link");
/** The first digits of every card number of China (89 telecom, 86 China). */
const ICCID_START = bytesOf("8986");
const ICCID_DIGITS = 20;
const [ZERO, NINE] = bytesOf("09") as [number, number];

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;

/** How many of these bytes stand at a place: all, fewer because the bytes end (`short`), or not these. */
const matches = (bytes: Uint8Array, at: number, size: number, fits: (byte: number, i: number) => boolean) => {
  for (let i = 0; i < size; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined) return "short";
    if (!fits(byte, i)) return "no";
  }
  return "whole";
};

const words = [
  { name: "link", size: LINK.length, fits: (byte: number, i: number) => byte === LINK[i] },
  {
    name: "iccid",
    size: ICCID_DIGITS,
    fits: (byte: number, i: number) => (i < ICCID_START.length ? byte === ICCID_START[i] : isDigit(byte)),
  },
] as const;

/** The words that devices send between frames: `link`, and the card number on connecting. */
export const wordAt: NonNullable<CutRules["wordAt"]> = (bytes, at) => {
  for (const { name, size, fits } of words) {
    const match = matches(bytes, at, size, fits);
    if (match === "whole") return { name, size };
    if (match === "short") return "short";
  }
  return null;
};

/**
 * What a run of bytes between frames is, when it is nothing else: the card number (ICCID, 20 digits from 8986) that a device
 * sends on connecting, or the word `link` that it sends about every 30 s. `cutFrames` gives each as a run of its own.
 *
 * @param bytes - one skipped run
 */
export const recogniseSkipped = (bytes: Uint8Array): SkippedMeaning => {
  const word = wordAt(bytes, 0);
  if (word === null || word === "short" || word.size !== bytes.length) return { kind: "unknown" };
  return word.name === "link" ? { kind: "link" } : { kind: "iccid", iccid: String.fromCharCode(...bytes) };
};
