import type { ChecksumAlgorithm } from "./checksum.ts";

/** CRC by long division, bit by bit: another way than the table of `checksum`, so that one can judge the other. */
const crcByBits = (bytes: Uint8Array): number => {
  let crc = 0xffff;
  for (const byte of bytes)
    for (let bit = 0; bit < 8; bit++) {
      const isOdd = ((crc ^ (byte >> bit)) & 1) === 1;
      crc >>= 1;
      if (isOdd) crc ^= 0xa001;
    }
  return crc;
};

const sumOf = (bytes: Uint8Array): number => {
  let sum = 0;
  for (const byte of bytes) sum += byte;
  return sum;
};

/** Whether these bytes are the check value over a span. */
export const checkSum = (algorithm: ChecksumAlgorithm, span: Uint8Array, told: Uint8Array): boolean => {
  const view = new DataView(told.buffer, told.byteOffset, told.length);
  switch (algorithm) {
    case "sum8":
      return sumOf(span) % 0x100 === view.getUint8(0);
    case "sum16le":
      return sumOf(span) % 0x1_0000 === view.getUint16(0, true);
    case "sum16be":
      return sumOf(span) % 0x1_0000 === view.getUint16(0, false);
    case "crc16modbus":
      return crcByBits(span) === view.getUint16(0, true);
  }
};
