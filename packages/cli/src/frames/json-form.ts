import { parseHex, toHex } from "./hex-text.ts";

/** Members of a frame that are bytes; in JSON they are hex strings. */
const byteMembers = new Set(["raw", "bytes", "unparsed"]);

/** A decoded frame as JSON text: bytes become hex strings. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) => (member instanceof Uint8Array ? toHex(member) : member));

/**
 * JSON back to a frame: hex strings of byte members become bytes.
 *
 * @throws SyntaxError for text that is no JSON, TypeError for a byte member that is no hex
 */
export const fromJson = (text: string): unknown =>
  JSON.parse(text, (name: string, value: unknown) => {
    if (!byteMembers.has(name) || typeof value !== "string") return value;
    const hex = parseHex(value);
    if (!hex.ok) throw new TypeError(`${name}: ${hex.why.en}`);
    return hex.bytes;
  });
