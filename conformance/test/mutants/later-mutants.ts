import { gb26875 } from "@dianan/codec";
import { at, changed, decodedAs, encodedAs, type Members, type Mutant, readAs, refused, withByte } from "./mutant.ts";
import { dataOf, messageOf, resummed, tolerant, u16, withData } from "./packets.ts";

/** Wrong codecs that were thought of when the cases stood already: what they found missing has a case now. */
export const laterMutants: Readonly<Record<string, Mutant>> = {
  "MC-51": {
    mistake: "source and destination change places, in reading and writing alike",
    caughtBy: "F3-6.6-06",
    change: (codec) => {
      const swap = (value: Members): Members => ({ ...value, source: value.destination, destination: value.source });
      return {
        ...decodedAs(codec, swap),
        encode: (value, direction) => codec.encode(swap(value), direction),
      };
    },
  },
  "MC-52": {
    mistake: "a serial over 32767 is negative",
    caughtBy: "F3-6.6-02",
    change: (codec) => decodedAs(codec, (value) => ({ ...value, serial: (Number(value.serial) << 16) >> 16 })),
  },
  "MC-53": {
    mistake: "31 February is given as a time",
    caughtBy: "F3-6.6-05",
    change: ({ decode }) => ({
      decode: (bytes, direction) => {
        const reply = decode(bytes, direction);
        const [second, minute, hour, day, month, year] = bytes.subarray(at.time, at.source);
        if (reply.ok !== true || day !== 31 || month !== 2) return reply;
        return {
          ...reply,
          value: { ...(reply.value as Members), time: { year: 2000 + (year ?? 0), month, day, hour, minute, second } },
        };
      },
    }),
  },
  "MC-54": {
    mistake: "how a description is padded is forgotten",
    caughtBy: "F3-T3-02",
    change: (codec) =>
      decodedAs(codec, (value) =>
        changed(value, "note", (note) =>
          typeof note === "object" && note !== null ? ((note as Members).text ?? note) : note,
        ),
      ),
  },
  "MC-55": {
    mistake: "bytes behind the last object are passed over",
    caughtBy: "F3-7-01",
    change: (codec) =>
      tolerant(codec, (bytes) => {
        const data = dataOf(bytes);
        for (let cut = 1; cut <= 4; cut += 1) {
          const shorter = withData(bytes, data.subarray(0, -cut));
          if (codec.decode(shorter, "up").ok === true) return shorter;
        }
        return null;
      }),
  },
  "MC-56": {
    mistake: "an analog value is read as sign and magnitude",
    caughtBy: "F3-T6-01",
    change: (codec) =>
      decodedAs(codec, (value) =>
        changed(value, "value", (one) => (typeof one === "number" && one < 0 ? -((one + 0x8000) & 0x7fff) : one)),
      ),
  },
  "MC-57": {
    mistake: "a stream keeps 512 bytes: longer frames are lost",
    caughtBy: "DP-STREAM-01",
    change: (codec) => ({
      open: (direction) => {
        let carry: Uint8Array = new Uint8Array(0);
        return (chunk) => {
          const step = gb26875.cutFrames(carry, chunk);
          carry = step.carry.length > 512 ? new Uint8Array(0) : step.carry;
          return step.frames.filter(({ length }) => length <= 512).map((bytes) => codec.decode(bytes, direction));
        };
      },
    }),
  },
  "MC-58": {
    mistake: "a frame that comes again is dropped by the decoder",
    caughtBy: "DP-STREAM-01",
    change: (codec) => ({
      open: (direction) => {
        const seen = new Set<string>();
        const feed = codec.open(direction);
        return (chunk) =>
          feed(chunk).filter((event) => {
            const key = JSON.stringify(event);
            const isNew = event.ok !== true || !seen.has(key);
            seen.add(key);
            return isNew;
          });
      },
    }),
  },
  "MC-60": {
    mistake: "a component type of 128 and above is refused",
    caughtBy: "F3-T3-02",
    change: ({ decode }) => ({
      decode: (bytes, direction) => {
        const reply = decode(bytes, direction);
        const items = (messageOf(reply.value).items ?? []) as readonly Members[];
        return Array.isArray(items) && items.some(({ componentType }) => Number(componentType) >= 128)
          ? refused("bad-value")
          : reply;
      },
    }),
  },
  "MC-61": {
    mistake: "an encoder writes a count of one, whatever follows",
    caughtBy: "F3-7-01",
    change: (codec) =>
      encodedAs(codec, (bytes) =>
        u16(bytes, at.length) > 2 && (bytes[at.data] ?? 0) < 128 ? resummed(withByte(bytes, at.data + 1, 1)) : bytes,
      ),
  },
  "MC-62": {
    mistake: "an address is read high byte first",
    caughtBy: "F3-6.6-06",
    change: (codec) =>
      readAs(codec, (bytes) => {
        if (bytes.length < 30) return bytes;
        const turned = bytes.slice();
        turned.set(bytes.subarray(at.source, at.destination).toReversed(), at.source);
        turned.set(bytes.subarray(at.destination, at.length).toReversed(), at.destination);
        return turned;
      }),
  },
  "MC-63": {
    mistake: "user-defined commands are refused",
    caughtBy: "F3-T2-01",
    change: ({ decode }) => ({
      decode: (bytes, direction) => ((bytes[at.command] ?? 0) >= 128 ? refused("bad-value") : decode(bytes, direction)),
    }),
  },
};
