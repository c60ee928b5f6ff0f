import {
  at,
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
import { dataOf, label, resummed, tolerant, u16, withData } from "./packets.ts";

/** Mistakes of what stands around the application data. */
export const headMutants: Readonly<Record<string, Mutant>> = {
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
  "MC-15b": {
    mistake: "the main version is sent as 0",
    caughtBy: "F3-6.6-04",
    change: (codec) => encodedAs(codec, (bytes) => summedBy(withByte(bytes, at.main, 0), plainSum)),
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
