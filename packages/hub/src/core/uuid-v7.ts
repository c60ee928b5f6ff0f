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
  let used = pool.length;
  let lastMs = 0;
  let counter = 0;
  return () => {
    const now = clock();
    if (now > lastMs) {
      lastMs = now;
      counter = 0;
    } else if (++counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
    if (used + 8 > pool.length) {
      random(pool);
      used = 0;
    }
    let tail = "";
    for (let i = 0; i < 8; i += 1) {
      const byte = pool[used + i] ?? 0;
      tail += hex[i === 0 ? (byte & 0x3f) | 0x80 : byte];
    }
    used += 8;
    const ms = lastMs.toString(16).padStart(12, "0");
    return `${ms.slice(0, 8)}-${ms.slice(8)}-7${counter.toString(16).padStart(3, "0")}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
};

const hex: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
