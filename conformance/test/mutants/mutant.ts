/** What a codec adapter does, as functions: mutants change one of them. */
export type Members = { readonly [member: string]: unknown };
export type Codec = {
  readonly decode: (bytes: Uint8Array, direction: string) => Members;
  readonly encode: (value: Members, direction: string) => Members;
  /** What a new connection is read by. */ readonly open: (
    direction: string,
  ) => (chunk: Uint8Array) => readonly Members[];
};

/** One realistic mistake. */
export type Mutant = {
  readonly mistake: string;
  /** Requirement whose cases must catch it. */ readonly caughtBy: string;
  readonly change: (codec: Codec) => Partial<Codec>;
};

/** Places inside of a packet. Bytes. */
export const at = {
  serial: 2,
  main: 4,
  time: 6,
  source: 12,
  destination: 18,
  length: 24,
  command: 26,
  data: 27,
} as const;

/** The same bytes with the checksum that this rule gives. */
export const summedBy = (bytes: Uint8Array, sum: (bytes: Uint8Array) => number): Uint8Array => {
  const repaired = bytes.slice();
  if (bytes.length >= 30) repaired[bytes.length - 3] = sum(bytes) & 0xff;
  return repaired;
};
export const plainSum = (bytes: Uint8Array): number => bytes.subarray(2, -3).reduce((sum, byte) => sum + byte, 0);
export const sumWithStart = (bytes: Uint8Array): number => bytes.subarray(0, -3).reduce((sum, byte) => sum + byte, 0);
export const xor = (bytes: Uint8Array): number => bytes.subarray(2, -3).reduce((sum, byte) => sum ^ byte, 0);

/** A copy with one byte changed. */
export const withByte = (bytes: Uint8Array, place: number, value: number): Uint8Array =>
  place >= 0 && place < bytes.length ? bytes.with(place, value & 0xff) : bytes;

/** Changes each member of this name, wherever it is. */
export const changed = (value: unknown, name: string, change: (old: unknown) => unknown): Members =>
  JSON.parse(JSON.stringify(value), (key, member: unknown) => (key === name ? change(member) : member)) as Members;

export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Changes the bytes that encoding gives. */
export const encodedAs = (codec: Codec, change: (bytes: Uint8Array) => Uint8Array): Partial<Codec> => ({
  encode: (value, direction) => {
    const reply = codec.encode(value, direction);
    return typeof reply.hex === "string" ? { ...reply, hex: toHex(change(fromHex(reply.hex))) } : reply;
  },
});

/** Changes the value that decoding gives. */
export const decodedAs = (codec: Codec, change: (value: Members) => unknown): Partial<Codec> => ({
  decode: (bytes, direction) => {
    const reply = codec.decode(bytes, direction);
    return reply.ok === true ? { ...reply, value: change(reply.value as Members) } : reply;
  },
});

/** Reads other bytes than came. */
export const readAs = (codec: Codec, change: (bytes: Uint8Array) => Uint8Array): Partial<Codec> => ({
  decode: (bytes, direction) => {
    const reply = codec.decode(change(bytes), direction);
    return reply.ok === true ? { ...reply, used: bytes.length } : reply;
  },
});

export const refused = (error: string): Members => ({ ok: false, error });
