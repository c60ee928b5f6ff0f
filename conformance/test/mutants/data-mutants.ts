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
  withByte,
} from "./mutant.ts";
import { bcd, dataOf, itemsOf, messageOf, resummed, tolerant, u16, withData } from "./packets.ts";

/** Mistakes of application data. */
export const dataMutants: Readonly<Record<string, Mutant>> = {
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
  "MC-36": {
    mistake: "bit 0 of a status, when it is 0, hides fire and fault",
    caughtBy: "F3-T3-02",
    change: (codec) =>
      decodedAs(codec, (value) =>
        changed(value, "status", (status) =>
          (status as Members).normal === false ? { ...(status as Members), fire: false, fault: false } : status,
        ),
      ),
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
