import type { Tile } from "../ports/map.ts";

const begins = (bytes: Uint8Array, at: number, wanted: readonly number[]): boolean =>
  wanted.every((byte, n) => bytes[at + n] === byte);

const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** What kind of picture these bytes begin; null for what is none that the hub hands on, whatever its sender calls it. */
export const pictureType = (bytes: Uint8Array): Tile["type"] | null => {
  if (begins(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (begins(bytes, 0, [0xff, 0xd8, 0xff])) return "image/jpeg";
  return begins(bytes, 0, RIFF) && begins(bytes, 8, WEBP) ? "image/webp" : null;
};
