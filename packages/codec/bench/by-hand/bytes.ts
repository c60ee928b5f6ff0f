// How people read and write numbers when they do it by hand.

export const u16le = (b: Uint8Array, at: number): number => (b[at] as number) | ((b[at + 1] as number) << 8);
export const u16be = (b: Uint8Array, at: number): number => ((b[at] as number) << 8) | (b[at + 1] as number);
export const u24le = (b: Uint8Array, at: number): number => u16le(b, at) | ((b[at + 2] as number) << 16);
export const u32le = (b: Uint8Array, at: number): number => (u16le(b, at) | (u16le(b, at + 2) << 16)) >>> 0;
export const u48le = (b: Uint8Array, at: number): number => u32le(b, at) + u16le(b, at + 4) * 4_294_967_296;

export const put16le = (b: Uint8Array, at: number, value: number): void => {
  b[at] = value & 255;
  b[at + 1] = value >> 8;
};
export const put16be = (b: Uint8Array, at: number, value: number): void => {
  b[at] = value >> 8;
  b[at + 1] = value & 255;
};
export const put32le = (b: Uint8Array, at: number, value: number): void => {
  put16le(b, at, value & 65_535);
  put16le(b, at + 2, value >>> 16);
};
export const put48le = (b: Uint8Array, at: number, value: number): void => {
  put32le(b, at, value >>> 0);
  put16le(b, at + 4, Math.floor(value / 4_294_967_296));
};

/** Sum of the bytes from `from` up to `to`. */
export const sumOf = (b: Uint8Array, from: number, to: number): number => {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += b[i] as number;
  return sum;
};

const crcTable = Uint16Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  return crc;
});

/** CRC-16/MODBUS of the bytes from `from` up to `to`. */
export const crcOf = (b: Uint8Array, from: number, to: number): number => {
  let crc = 0xffff;
  for (let i = from; i < to; i += 1) crc = (crc >> 8) ^ (crcTable[(crc ^ (b[i] as number)) & 255] as number);
  return crc;
};
