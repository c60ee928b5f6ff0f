/**
 * Makes UUIDv7 texts (RFC 9562 §5.7) that grow with each call, also within one millisecond: a table keyed by them is
 * appended to.
 *
 * @param clock - milliseconds UTC
 * @param random - fills the array with random bytes
 */
export const createIdSupply = (
  clock: () => number,
  random: (into: Uint8Array<ArrayBuffer>) => void,
): (() => string) => {
  const pool = new Uint8Array(4_096);
  const digits = new Uint8Array(2 * pool.length);
  /** What is in it, as the ends of ids: 16 digits each, the first of which says the variant. */ let tails = "";
  let used = 0;
  let lastMs = 0;
  let counter = 0;
  /** Of the ids of this millisecond. */ let head = "";
  const refill = (): void => {
    random(pool);
    used = 0;
    for (let i = 0; i < pool.length; i += 1) {
      const byte = pool[i] as number;
      const told = i % 8 === 0 ? (byte & 0x3f) | 0x80 : byte;
      digits[2 * i] = digitOf(told >> 4);
      digits[2 * i + 1] = digitOf(told & 0xf);
    }
    tails = ascii.decode(digits);
  };
  return () => {
    const now = clock();
    if (now > lastMs) {
      lastMs = now;
      counter = 0;
      head = headOf(lastMs);
    } else if (++counter > 0xfff) {
      lastMs += 1;
      counter = 0;
      head = headOf(lastMs);
    }
    if (used === tails.length) refill();
    used += 16;
    const count = `${hex[counter >> 8]?.slice(1)}${hex[counter & 0xff]}`;
    return `${head}${count}-${tails.slice(used - 16, used - 12)}-${tails.slice(used - 12, used)}`;
  };
};

const headOf = (ms: number): string => {
  const digits = ms.toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7`;
};

const ascii = new TextDecoder();
/** ASCII of a hexadecimal digit. */
const digitOf = (value: number): number => (value < 10 ? 0x30 : 0x57) + value;

const hex: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
