/** Largest magnitude of a number that is written: twice the difference of two such numbers is still exact. */
export const VARINT_MAX = 2 ** 50;

/** Writes whole numbers, small ones in one byte: seven bits a byte, the lowest first. */
export type VarintWriter = {
  /** @param value - 0 to 2^53 - 1 */ put(value: number): void;
  /** A number of either sign, -2^52 to 2^52 - 1. */ putSigned(value: number): void;
  /** What was written since the last call; good until the next number is written. */ take(): Uint8Array;
};

export const createVarintWriter = (): VarintWriter => {
  let bytes = new Uint8Array(4_096);
  let length = 0;
  const put = (value: number): void => {
    if (length + 8 > bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    let rest = value;
    while (rest >= 0x80) {
      bytes[length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    bytes[length++] = rest;
  };
  return {
    put,
    putSigned: (value) => put(value < 0 ? -value * 2 - 1 : value * 2),
    take: () => {
      const taken = bytes.subarray(0, length);
      length = 0;
      return taken;
    },
  };
};

/** Reads what {@link VarintWriter} wrote. */
export type VarintReader = {
  /** @throws RangeError when the bytes end */ next(): number;
  nextSigned(): number;
  /** Numbers of which each but the first is written as what it is more than the one before. */
  nextSums(count: number): Float64Array;
  isAtEnd(): boolean;
};

export const createVarintReader = (bytes: Uint8Array): VarintReader => {
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let unit = 1; at < bytes.length; unit *= 0x80) {
      const byte = bytes[at++] as number;
      if (byte < 0x80) return value + byte * unit;
      value += (byte & 0x7f) * unit;
    }
    throw new RangeError("packed readings end within a number");
  };
  const nextSigned = (): number => {
    const value = next();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  return {
    next,
    nextSigned,
    nextSums: (count) => {
      const sums = new Float64Array(count);
      let [sum, place] = [0, at];
      for (let n = 0; n < count; n += 1) {
        const byte = bytes[place];
        // Most differences are one byte: the way that a month of readings goes.
        if (byte !== undefined && byte < 0x80) {
          sum += (byte & 1) === 1 ? -((byte + 1) >> 1) : byte >> 1;
          place += 1;
        } else {
          at = place;
          sum += nextSigned();
          place = at;
        }
        sums[n] = sum;
      }
      at = place;
      return sums;
    },
    isAtEnd: () => at >= bytes.length,
  };
};
