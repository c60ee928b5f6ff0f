/**
 * GB 18030 text, both ways. Decoding is the platform's TextDecoder; the inverse table is read off that decoder on first
 * use, so both directions always agree and no table is shipped.
 */

/** Number of four-byte codes below the supplementary planes: 81308130 to 8431A439. */
const BMP_FOUR_BYTE_CODES = 39_420;
/** Linear number of 90308130, the code of U+10000. */
const SUPPLEMENTARY_START = 189_000;

let decoder: InstanceType<typeof TextDecoder> | undefined;
/** UTF-16 unit -> two-byte code, or 0. */
let pairs: Uint16Array | undefined;
/** UTF-16 unit -> linear number of its four-byte code plus 1, or 0. */
let quads: Uint16Array | undefined;

/** Text of GB 18030 bytes; a sequence that is none becomes U+FFFD. */
export const decodeGb18030 = (source: Uint8Array): string => {
  decoder ??= new TextDecoder("gb18030");
  return decoder.decode(source);
};

const putQuad = (target: Uint8Array, at: number, linear: number): void => {
  target[at] = 0x81 + Math.floor(linear / 12_600);
  target[at + 1] = 0x30 + (Math.floor(linear / 1260) % 10);
  target[at + 2] = 0x81 + (Math.floor(linear / 10) % 126);
  target[at + 3] = 0x30 + (linear % 10);
};

const buildPairs = (): Uint16Array => {
  const table = new Uint16Array(0x1_0000);
  const row = new Uint8Array(2);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      row[0] = lead;
      row[1] = trail;
      const text = decodeGb18030(row);
      const unit = text.charCodeAt(0);
      // The first code wins: A3A0 also reads as U+3000, whose own code is A1A1.
      if (text.length === 1 && unit !== 0xfffd && table[unit] === 0) table[unit] = lead * 256 + trail;
    }
  }
  return table;
};

const buildQuads = (): Uint16Array => {
  const table = new Uint16Array(0x1_0000);
  const all = new Uint8Array(BMP_FOUR_BYTE_CODES * 4);
  for (let linear = 0; linear < BMP_FOUR_BYTE_CODES; linear++) putQuad(all, linear * 4, linear);
  const text = decodeGb18030(all);
  // One code, one UTF-16 unit; a decoder that knows it otherwise has no table to read off.
  if (text.length === BMP_FOUR_BYTE_CODES) {
    for (let linear = 0; linear < BMP_FOUR_BYTE_CODES; linear++) {
      const unit = text.charCodeAt(linear);
      if (table[unit] === 0) table[unit] = linear + 1;
    }
  }
  return table;
};

/**
 * Writes the GB 18030 bytes of a text from the start of `out`; what does not fit is not written.
 *
 * @returns how many bytes it has, 1, 2 or 4 per character, or -1 when the text holds a lone surrogate, which has no code
 */
export const putGb18030 = (text: string, out: Uint8Array): number => {
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      out[size++] = unit;
      continue;
    }
    pairs ??= buildPairs();
    const pair = pairs[unit]!;
    if (pair !== 0) {
      out[size] = pair >> 8;
      out[size + 1] = pair;
      size += 2;
      continue;
    }
    if (unit >= 0xd800 && unit <= 0xdfff) {
      const point = text.codePointAt(i)!;
      if (point < 0x1_0000) return -1;
      putQuad(out, size, SUPPLEMENTARY_START + point - 0x1_0000);
      size += 4;
      i += 1;
      continue;
    }
    quads ??= buildQuads();
    const quad = quads[unit]!;
    if (quad === 0) return -1;
    putQuad(out, size, quad - 1);
    size += 4;
  }
  return size;
};

/** GB 18030 bytes of a text, or null when the text holds a lone surrogate, which has no code. */
export const encodeGb18030 = (text: string): Uint8Array | null => {
  const out = new Uint8Array(text.length * 4);
  const size = putGb18030(text, out);
  return size < 0 ? null : out.subarray(0, size);
};
