import {
  at,
  type Codec,
  changed,
  decodedAs,
  encodedAs,
  type Members,
  type Mutant,
  plainSum,
  readAs,
  refused,
  summedBy,
  sumWithStart,
  withByte,
  xor,
} from "./mutant.ts";

const messageOf = (value: unknown): Members => ((value as Members).message ?? {}) as Members;
const itemsOf = (value: unknown): readonly Members[] => (messageOf(value).items ?? []) as readonly Members[];
const u16 = (bytes: Uint8Array, place: number): number => (bytes[place] ?? 0) | ((bytes[place + 1] ?? 0) << 8);

/** Decoding that takes more than it should when these bytes are put in the place of what came. */
const tolerant = (codec: Codec, repair: (bytes: Uint8Array) => Uint8Array | null): Partial<Codec> => ({
  decode: (bytes, direction) => {
    const reply = codec.decode(bytes, direction);
    if (reply.ok === true) return reply;
    const repaired = repair(bytes);
    const again = repaired === null ? reply : codec.decode(repaired, direction);
    return again.ok === true ? { ...again, used: bytes.length } : reply;
  },
});

const resummed = (bytes: Uint8Array): Uint8Array => summedBy(bytes, plainSum);

/** The application data, and the packet with others in their place. */
const dataOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(at.data, -3);
const withData = (bytes: Uint8Array, data: Uint8Array): Uint8Array =>
  resummed(
    Uint8Array.of(
      ...bytes.subarray(0, at.length),
      ...[data.length & 0xff, data.length >> 8, bytes[at.command] as number, ...data],
      ...[0, 0x23, 0x23],
    ),
  );

const label = (time: unknown, order: readonly string[]): unknown => {
  if (time === null || typeof time !== "object" || !("year" in time)) return time;
  const { second, minute, hour, day, month, year } = time as Record<string, number>;
  const bytes = [second, minute, hour, day, month, (year as number) - 2000];
  return Object.fromEntries(order.map((name, i) => [name, name === "year" ? 2000 + (bytes[i] as number) : bytes[i]]));
};
const bcd = (time: unknown): unknown => {
  if (time === null || typeof time !== "object" || !("year" in time)) return time;
  const read = (part: number): number => (part >> 4) * 10 + (part & 15);
  return Object.fromEntries(
    Object.entries(time).map(([name, part]) => [
      name,
      name === "year" ? 2000 + read((part as number) - 2000) : read(part as number),
    ]),
  );
};

const head: Readonly<Record<string, Mutant>> = {
  "MC-01": {
    mistake: "the checksum counts the start mark as well",
    caughtBy: "F3-6.6-08",
    change: (codec) => ({
      ...readAs(codec, (bytes) =>
        bytes.at(-3) === (sumWithStart(bytes) & 0xff)
          ? resummed(bytes)
          : withByte(bytes, bytes.length - 3, (bytes.at(-3) ?? 0) + 1),
      ),
      ...encodedAs(codec, (bytes) => summedBy(bytes, sumWithStart)),
    }),
  },
  "MC-02": {
    mistake: "the checksum is not checked",
    caughtBy: "F3-6.5.3-01",
    change: (codec) => readAs(codec, resummed),
  },
  "MC-03": {
    mistake: "the checksum is an exclusive or",
    caughtBy: "F3-6.6-08",
    change: (codec) => ({
      ...readAs(codec, (bytes) =>
        bytes.at(-3) === xor(bytes)
          ? resummed(bytes)
          : bytes.length < 30
            ? bytes
            : withByte(bytes, bytes.length - 3, plainSum(bytes) + 1),
      ),
      ...encodedAs(codec, (bytes) => summedBy(bytes, xor)),
    }),
  },
  "MC-04": {
    mistake: "the length is high byte first",
    caughtBy: "F3-6.6-07",
    change: (codec) => {
      const swap = (bytes: Uint8Array): Uint8Array =>
        bytes.length < at.data
          ? bytes
          : bytes.with(at.length, bytes[at.length + 1] as number).with(at.length + 1, bytes[at.length] as number);
      return { ...readAs(codec, swap), ...encodedAs(codec, swap) };
    },
  },
  "MC-05": {
    mistake: "1025 bytes of data are taken",
    caughtBy: "F3-6.5.3-03",
    change: (codec) =>
      tolerant(codec, (bytes) =>
        u16(bytes, at.length) > 1024 && bytes.length > 1054 ? withData(bytes, dataOf(bytes).subarray(0, 1024)) : null,
      ),
  },
  "MC-06": {
    mistake: "1024 bytes of data are refused",
    caughtBy: "F3-6.6-07",
    change: ({ decode }) => ({
      decode: (bytes, direction) => (u16(bytes, at.length) === 1024 ? refused("bad-length") : decode(bytes, direction)),
    }),
  },
  "MC-07": {
    mistake: "the end mark is not checked",
    caughtBy: "F3-6.5.3-04",
    change: (codec) => readAs(codec, (bytes) => (bytes.length < 30 ? bytes : bytes.with(-1, 0x23).with(-2, 0x23))),
  },
  "MC-08": {
    mistake: "one start byte is enough",
    caughtBy: "F3-6.6-01",
    change: (codec) => readAs(codec, (bytes) => (bytes[0] === 0x40 ? withByte(bytes, 1, 0x40) : bytes)),
  },
  "MC-10": {
    mistake: "the serial is one byte wide",
    caughtBy: "F3-6.6-02",
    change: (codec) => decodedAs(codec, (value) => ({ ...value, serial: Number(value.serial) & 0xff })),
  },
  "MC-11": {
    mistake: "a time label is year first",
    caughtBy: "F3-6.6-05",
    change: (codec) =>
      decodedAs(codec, (value) =>
        changed(value, "time", (time) => label(time, ["year", "month", "day", "hour", "minute", "second"])),
      ),
  },
  "MC-12": {
    mistake: "month 13 and hour 24 are given as a time",
    caughtBy: "F3-6.6-05",
    change: ({ decode }) => ({
      decode: (bytes, direction) => {
        const reply = decode(bytes, direction);
        const [second, minute, hour, day, month, year] = bytes.subarray(at.time, at.source);
        if (reply.ok !== true || !(month === 13 || hour === 24)) return reply;
        return {
          ...reply,
          value: { ...(reply.value as Members), time: { year: 2000 + (year ?? 0), month, day, hour, minute, second } },
        };
      },
    }),
  },
  "MC-14": {
    mistake: "an address is read as 4 bytes",
    caughtBy: "F3-6.6-06",
    change: (codec) => decodedAs(codec, (value) => ({ ...value, source: Number(value.source) % 2 ** 32 })),
  },
  "MC-15": {
    mistake: "the main version is hidden by the decoder",
    caughtBy: "F3-6.6-04",
    change: (codec) => decodedAs(codec, (value) => ({ ...value, version: { ...(value.version as Members), main: 1 } })),
  },
  "MC-16": {
    mistake: "the user version must be 0",
    caughtBy: "F3-6.6-04",
    change: ({ decode }) => ({
      decode: (bytes, direction) => (bytes[at.main + 1] === 0 ? decode(bytes, direction) : refused("bad-value")),
    }),
  },
  "MC-17": {
    mistake: "a reserved command is taken",
    caughtBy: "F3-T2-01",
    change: (codec) =>
      tolerant(codec, (bytes) =>
        (bytes[at.command] ?? 1) > 6 && (bytes[at.command] as number) < 128
          ? resummed(withByte(bytes, at.command, 2))
          : null,
      ),
  },
};

const data: Readonly<Record<string, Mutant>> = {
  "MC-18": {
    mistake: "a type that is not known is an error",
    caughtBy: "DP-TYPE-01",
    change: ({ decode }) => ({
      decode: (bytes, direction) => {
        const reply = decode(bytes, direction);
        return messageOf(reply.value).kind === "unknown" && (bytes[at.command] as number) < 128
          ? refused("bad-value")
          : reply;
      },
    }),
  },
  "MC-19": {
    mistake: "the count is ignored: objects are read to the end",
    caughtBy: "F3-7-01",
    change: (codec) =>
      tolerant(codec, (bytes) => {
        const sizes: Readonly<Record<number, number>> = {
          1: 10,
          2: 46,
          3: 16,
          4: 10,
          7: 38,
          24: 8,
          61: 2,
          62: 6,
          63: 6,
          66: 2,
          67: 6,
        };
        const size = sizes[bytes[at.data] ?? 0];
        const body = dataOf(bytes);
        return size === undefined || (body.length - 2) % size !== 0
          ? null
          : withData(bytes, withByte(body, 1, (body.length - 2) / size));
      }),
  },
  "MC-20": {
    mistake: "a count of 0 is taken",
    caughtBy: "F3-COUNT-02",
    change: ({ decode }) => ({
      decode: (bytes, direction) =>
        dataOf(bytes).length === 2 && bytes[at.data] === 2 && bytes[at.data + 1] === 0
          ? { ok: true, used: bytes.length, value: {} }
          : decode(bytes, direction),
    }),
  },
  "MC-21": {
    mistake: "the limit is one too low: 22 components are refused",
    caughtBy: "F3-COUNT-02",
    change: ({ decode }) => ({
      decode: (bytes, direction) =>
        bytes[at.data] === 2 && bytes[at.data + 1] === 22 ? refused("bad-value") : decode(bytes, direction),
    }),
  },
  "MC-21b": {
    mistake: "the limit is one too high: a request for 103 systems is taken",
    caughtBy: "F3-COUNT-61",
    change: ({ decode }) => ({
      decode: (bytes, direction) =>
        bytes[at.data] === 61 && bytes[at.data + 1] === 103 && bytes.length === 30 + 2 + 103 * 2
          ? { ok: true, used: bytes.length, value: {} }
          : decode(bytes, direction),
    }),
  },
  "MC-22": {
    mistake: "an analog value is read without its sign",
    caughtBy: "F3-T6-01",
    change: (codec) =>
      decodedAs(codec, (value) => changed(value, "value", (one) => (typeof one === "number" ? one & 0xffff : one))),
  },
  "MC-23": {
    mistake: "a temperature is scaled where the raw value is asked for",
    caughtBy: "F3-T6-01",
    change: (codec) =>
      decodedAs(codec, (value) =>
        changed(value, "items", (items) =>
          Array.isArray(items)
            ? items.map((item: Members) =>
                item.analogType === 3 && typeof item.value === "number" ? { ...item, value: item.value / 10 } : item,
              )
            : items,
        ),
      ),
  },
  "MC-24": {
    mistake: "a four-byte character of GB 18030 is cut",
    caughtBy: "F3-8.2.1.2-02",
    change: (codec) =>
      decodedAs(
        codec,
        (value) => JSON.parse(JSON.stringify(value).replaceAll(/[\u{10000}-\u{10ffff}]/gu, "?")) as Members,
      ),
  },
  "MC-25": {
    mistake: "the padding of a description is part of the text",
    caughtBy: "F3-8.2.1.2-02",
    change: (codec) =>
      decodedAs(codec, (value) =>
        changed(value, "note", (note) => (typeof note === "string" ? note.padEnd(31, "\0") : note)),
      ),
  },
  "MC-26": {
    mistake: "status bits are numbered from the other end",
    caughtBy: "F3-T3-02",
    change: (codec) =>
      readAs(codec, (bytes) => {
        if (bytes[at.data] !== 2 || bytes.length < 73) return bytes;
        const place = at.data + 2 + 7;
        const mirrored = Array.from({ length: 16 }, (_, bit) => ((u16(bytes, place) >> bit) & 1) << (15 - bit)).reduce(
          (sum, bit) => sum | bit,
          0,
        );
        const sum = (bytes.at(-3) ?? 0) - plainSum(bytes);
        const turned = bytes.with(place, mirrored & 0xff).with(place + 1, mirrored >> 8);
        return withByte(turned, turned.length - 3, plainSum(turned) + sum);
      }),
  },
  "MC-33": {
    mistake: "empty input ends the program",
    caughtBy: "DP-CUT-01",
    change: ({ decode }) => ({
      decode: (bytes, direction) => {
        if (bytes.length === 0) process.exit(134);
        return decode(bytes, direction);
      },
    }),
  },
  "MC-34": {
    mistake: "a user-defined type makes the frame fail",
    caughtBy: "DP-TYPE-01",
    change: ({ decode }) => ({
      decode: (bytes, direction) =>
        (bytes[at.data] ?? 0) >= 128 && bytes.length > 30 && (bytes[at.command] as number) < 128
          ? refused("bad-value")
          : decode(bytes, direction),
    }),
  },
  "MC-35": {
    mistake: "time labels are read as decimal digits",
    caughtBy: "F3-6.6-05",
    change: (codec) => decodedAs(codec, (value) => changed(value, "time", bcd)),
  },
  "MC-37": {
    mistake: "the size of an object is found by dividing the length by the count",
    caughtBy: "F3-7-01",
    change: (codec) =>
      tolerant(codec, (bytes) => {
        const body = dataOf(bytes);
        const count = body[1] ?? 0;
        return body[0] === 2 && count > 0 && (body.length - 2) % count === 0 && (body.length - 2) / count > 46
          ? withData(
              bytes,
              Uint8Array.of(
                2,
                count,
                ...Array.from({ length: count }, (_, i) => [
                  ...body.subarray(2 + (i * (body.length - 2)) / count, 48 + (i * (body.length - 2)) / count),
                ]).flat(),
              ),
            )
          : null;
      }),
  },
  "MC-40": {
    mistake: "only the first object of several is given",
    caughtBy: "F3-7-01",
    change: (codec) =>
      decodedAs(codec, (value) =>
        itemsOf(value).length > 1
          ? { ...value, message: { ...messageOf(value), items: itemsOf(value).slice(0, 1) } }
          : value,
      ),
  },
  "MC-41": {
    mistake: "the component address is high byte first",
    caughtBy: "F3-T3-02",
    change: (codec) =>
      decodedAs(codec, (value) =>
        changed(value, "componentAddress", (address) =>
          typeof address === "number"
            ? new DataView(Uint8Array.of(address, address >>> 8, address >>> 16, address >>> 24).buffer).getUint32(0)
            : address,
        ),
      ),
  },
  "MC-42": {
    mistake: "a cut packet is told as wrong instead of incomplete",
    caughtBy: "DP-CUT-01",
    change: ({ decode }) => ({
      decode: (bytes, direction) => {
        const reply = decode(bytes, direction);
        return reply.error === "truncated" ? refused("bad-length") : reply;
      },
    }),
  },
  "MC-43": {
    mistake: "an encoder wraps numbers that do not fit",
    caughtBy: "DP-ENCODE-01",
    change: ({ encode }) => ({
      encode: (value, direction) => encode({ ...value, serial: Number(value.serial) & 0xffff }, direction),
    }),
  },
  "MC-44": {
    mistake: "an encoder leaves out objects above the limit",
    caughtBy: "F3-COUNT-02",
    change: ({ encode }) => ({
      encode: (value, direction) =>
        encode(
          messageOf(value).kind === "componentStatus"
            ? { ...value, message: { ...messageOf(value), items: itemsOf(value).slice(0, 22) } }
            : value,
          direction,
        ),
    }),
  },
  "MC-45": {
    mistake: "the length is computed without the type flag",
    caughtBy: "F3-6.6-07",
    change: (codec) => encodedAs(codec, (bytes) => resummed(withByte(bytes, at.length, (bytes[at.length] ?? 1) - 1))),
  },
  "MC-46": {
    mistake: "a reserved byte that is not 0 is taken",
    caughtBy: "F3-T3-81",
    change: (codec) =>
      tolerant(codec, (bytes) =>
        bytes[at.data] === 81 && bytes.length === 33 ? withData(bytes, Uint8Array.of(81, 1, 0)) : null,
      ),
  },
};

/** Mistakes of reading and writing packets: those of the catalogue (conformance design §11) and more. */
export const packetMutants: Readonly<Record<string, Mutant>> = { ...head, ...data };
