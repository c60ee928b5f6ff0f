// GB 18030 a second time: which bytes a text is written with, found by reading every short code once.

/** Reads GB 18030, with a replacement character for what is none. */
export const decoder = new TextDecoder("gb18030");
/** Bytes of each character that GB 18030 writes with one or two bytes; of two codes the lower one is written. */
const shortCodes = new Map<string, string>();
for (let one = 0; one < 0x80; one += 1) shortCodes.set(String.fromCharCode(one), String(one));
for (let lead = 0x81; lead <= 0xfe; lead += 1)
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const char = trail === 0x7f ? "\ufffd" : decoder.decode(Uint8Array.of(lead, trail));
    if (char !== "\ufffd" && [...char].length === 1 && char.length === 1 && !shortCodes.has(char))
      shortCodes.set(char, `${lead},${trail}`);
  }

/** Whether these bytes are the ones that their own text would be written with. */
export const isWrittenSo = (bytes: Uint8Array): boolean => {
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] as number;
    const trail = bytes[at + 1] ?? 0;
    const size = lead < 0x80 ? 1 : trail >= 0x30 && trail <= 0x39 ? 4 : 2;
    const code = bytes.slice(at, at + size);
    const char = decoder.decode(code);
    if (code.length < size || char.includes("\ufffd") || [...char].length !== 1) return false;
    const written = shortCodes.get(char);
    if (size < 4 ? written !== code.join(",") : written !== undefined) return false;
    at += size;
  }
  return true;
};
