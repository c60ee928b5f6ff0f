import { at, type Codec, type Members, plainSum, summedBy } from "./mutant.ts";

export const messageOf = (value: unknown): Members => ((value as Members | undefined)?.message ?? {}) as Members;
export const itemsOf = (value: unknown): readonly Members[] => (messageOf(value).items ?? []) as readonly Members[];
export const u16 = (bytes: Uint8Array, place: number): number => (bytes[place] ?? 0) | ((bytes[place + 1] ?? 0) << 8);

/** Decoding that takes more than it should when these bytes are put in the place of what came. */
export const tolerant = (codec: Codec, repair: (bytes: Uint8Array) => Uint8Array | null): Partial<Codec> => ({
  decode: (bytes, direction) => {
    const reply = codec.decode(bytes, direction);
    if (reply.ok === true) return reply;
    const repaired = repair(bytes);
    const again = repaired === null ? reply : codec.decode(repaired, direction);
    return again.ok === true ? { ...again, used: bytes.length } : reply;
  },
});

export const resummed = (bytes: Uint8Array): Uint8Array => summedBy(bytes, plainSum);

/** The application data, and the packet with others in their place. */
export const dataOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(at.data, -3);
export const withData = (bytes: Uint8Array, data: Uint8Array): Uint8Array =>
  resummed(
    Uint8Array.of(
      ...bytes.subarray(0, at.length),
      ...[data.length & 0xff, data.length >> 8, bytes[at.command] as number, ...data],
      ...[0, 0x23, 0x23],
    ),
  );

export const label = (time: unknown, order: readonly string[]): unknown => {
  if (time === null || typeof time !== "object" || !("year" in time)) return time;
  const { second, minute, hour, day, month, year } = time as Record<string, number>;
  const bytes = [second, minute, hour, day, month, (year as number) - 2000];
  return Object.fromEntries(order.map((name, i) => [name, name === "year" ? 2000 + (bytes[i] as number) : bytes[i]]));
};
export const bcd = (time: unknown): unknown => {
  if (time === null || typeof time !== "object" || !("year" in time)) return time;
  const read = (part: number): number => (part >> 4) * 10 + (part & 15);
  return Object.fromEntries(
    Object.entries(time).map(([name, part]) => [
      name,
      name === "year" ? 2000 + read((part as number) - 2000) : read(part as number),
    ]),
  );
};
