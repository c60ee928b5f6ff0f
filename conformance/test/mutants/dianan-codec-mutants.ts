import { crc16modbus } from "@dianan/layout";
import { changed, decodedAs, type Members, type Mutant, readAs, refused } from "./mutant.ts";

const rechecked = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length < 20) return bytes;
  const crc = crc16modbus(bytes, 0, bytes.length - 2);
  return bytes.with(bytes.length - 2, crc & 0xff).with(bytes.length - 1, crc >> 8);
};
/** Takes what is refused when these bytes stand in its place. */
const takes =
  (repair: (bytes: Uint8Array) => Uint8Array): Mutant["change"] =>
  ({ decode }) => ({
    decode: (bytes, direction) => {
      const reply = decode(bytes, direction);
      const again = reply.ok === true ? reply : decode(repair(bytes), direction);
      return again.ok === true ? { ...again, used: bytes.length } : reply;
    },
  });

/** Wrong codecs of the open device protocol. */
export const diananCodecMutants: Readonly<Record<string, Mutant>> = {
  "PC-01": { mistake: "the check value is not looked at", caughtBy: "DP-3.1-02", change: takes(rechecked) },
  "PC-02": {
    mistake: "the length is low byte first",
    caughtBy: "DP-3.1-01",
    change: (codec) =>
      readAs(codec, (bytes) =>
        bytes.length < 20 ? bytes : rechecked(bytes.with(2, bytes[3] as number).with(3, bytes[2] as number)),
      ),
  },
  "PC-03": {
    mistake: "reserved options are passed over",
    caughtBy: "DP-3.2-02",
    change: takes((bytes) => (bytes.length < 20 ? bytes : rechecked(bytes.with(1, (bytes[1] as number) & 7)))),
  },
  "PC-04": {
    mistake: "any width is taken",
    caughtBy: "DP-4.2-01",
    change: ({ decode }) => ({
      decode: (bytes, direction) => {
        const reply = decode(bytes, direction);
        return reply.error === "bad-value" && (bytes[1] as number) < 8
          ? { ok: true, used: bytes.length, value: {} }
          : reply;
      },
    }),
  },
  "PC-05": {
    mistake: "a record that is not known makes the frame fail",
    caughtBy: "DP-7-01",
    change: ({ decode }) => ({
      decode: (bytes, direction) => {
        const reply = decode(bytes, direction);
        return JSON.stringify(reply).includes('"kind":"unknown"') ? refused("bad-value") : reply;
      },
    }),
  },
  "PC-06": {
    mistake: "the counter is signed",
    caughtBy: "DP-4-01",
    change: (codec) => decodedAs(codec, (value) => ({ ...value, counter: Number(value.counter) | 0 })),
  },
  "PC-07": {
    mistake: "the authentication code is dropped",
    caughtBy: "DP-3.1-01",
    change: (codec) => decodedAs(codec, (value) => ({ ...value, mac: null })),
  },
  "PC-08": {
    mistake: "each chunk is taken for a frame",
    caughtBy: "DP-3.1-03",
    change: (codec) => ({ open: (direction) => (chunk) => [codec.decode(chunk, direction)] }),
  },
  "PC-09": {
    mistake: "an encoder wraps the counter",
    caughtBy: "DP-3.1-01",
    change: ({ encode }) => ({
      encode: (value, direction) =>
        encode(
          { ...value, counter: typeof value.counter === "number" ? value.counter >>> 0 : value.counter } as Members,
          direction,
        ),
    }),
  },
  "PC-10": {
    mistake: "fields of later versions are dropped",
    caughtBy: "DP-7-01",
    change: (codec) => decodedAs(codec, (value) => changed(value, "unparsed", () => "")),
  },
};
