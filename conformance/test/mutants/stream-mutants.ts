import { gb26875 } from "@dianan/codec";
import { at, type Codec, type Members, type Mutant, refused } from "./mutant.ts";
import { u16 } from "./packets.ts";

type Cut = (
  carry: Uint8Array,
  chunk: Uint8Array,
) => { readonly frames: readonly Uint8Array[]; readonly carry: Uint8Array };

const NONE = new Uint8Array(0);
const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => Uint8Array.of(...a, ...b);

/** A stream that is cut in another way. */
const cutBy = (codec: Codec, cut: Cut): Partial<Codec> => ({
  open: (direction) => {
    let carry: Uint8Array = NONE;
    return (chunk): readonly Members[] => {
      const step = cut(carry, chunk);
      carry = step.carry;
      return step.frames.map((bytes) => codec.decode(bytes, direction));
    };
  },
});

const indexOf = (bytes: Uint8Array, mark: number, from: number): number => {
  for (let i = from; i + 1 < bytes.length; i += 1) if (bytes[i] === mark && bytes[i + 1] === mark) return i;
  return -1;
};

/** Ends a frame at the first end mark, wherever it stands. */
const byEndMark: Cut = (carry, chunk) => {
  let rest = joined(carry, chunk);
  const frames: Uint8Array[] = [];
  for (;;) {
    const start = indexOf(rest, 0x40, 0);
    const end = start === -1 ? -1 : indexOf(rest, 0x23, start + 2);
    if (end === -1) return { frames, carry: rest };
    frames.push(rest.slice(start, end + 2));
    rest = rest.slice(end + 2);
  }
};

/** Believes any length, and waits for as many bytes. */
const believing: Cut = (carry, chunk) => {
  let rest = joined(carry, chunk);
  const frames: Uint8Array[] = [];
  for (;;) {
    const start = indexOf(rest, 0x40, 0);
    if (start === -1 || rest.length < start + 26) return { frames, carry: rest };
    const size = 30 + (rest[start + 24] as number) + ((rest[start + 25] as number) << 8);
    if (rest.length < start + size) return { frames, carry: rest };
    frames.push(rest.slice(start, start + size));
    rest = rest.slice(start + size);
  }
};

/** Mistakes of reading byte streams. */
export const streamMutants: Readonly<Record<string, Mutant>> = {
  "MC-27": {
    mistake: "the second frame of a chunk is lost",
    caughtBy: "DP-STREAM-01",
    change: (codec) =>
      cutBy(codec, (carry, chunk) => {
        const step = gb26875.cutFrames(carry, chunk);
        return { frames: step.frames.slice(0, 1), carry: step.carry };
      }),
  },
  "MC-10b": {
    mistake: "the serial is stuck at 65535: what comes after it on the connection is taken for old",
    caughtBy: "DP-SERIAL-01",
    change: (codec) => ({
      open: (direction) => {
        let isStuck = false;
        const isNew = (bytes: Uint8Array): boolean => {
          const wasStuck = isStuck;
          isStuck ||= u16(bytes, at.serial) === 65_535;
          return !wasStuck;
        };
        const { open } = cutBy(codec, (carry, chunk) => {
          const step = gb26875.cutFrames(carry, chunk);
          return { frames: step.frames.filter(isNew), carry: step.carry };
        });
        return (open ?? codec.open)(direction);
      },
    }),
  },
  "MC-28": {
    mistake: "a frame whose first byte comes alone is lost",
    caughtBy: "DP-STREAM-01",
    change: (codec) =>
      cutBy(codec, (carry, chunk) => gb26875.cutFrames(carry, carry.length === 0 && chunk.length === 1 ? NONE : chunk)),
  },
  "MC-29": {
    mistake: "what stands behind garbage in the same chunk is thrown away",
    caughtBy: "DP-STREAM-02",
    change: (codec) =>
      cutBy(codec, (carry, chunk) => {
        const step = gb26875.cutFrames(carry, chunk);
        const dirty = step.skipped.find(({ before }) => before < step.frames.length);
        return dirty === undefined ? step : { frames: step.frames.slice(0, dirty.before), carry: step.carry };
      }),
  },
  "MC-30": {
    mistake: "23 23 in data ends the frame",
    caughtBy: "DP-STREAM-02",
    change: (codec) => cutBy(codec, byEndMark),
  },
  "MC-31": {
    mistake: "a length that lies stalls the connection",
    caughtBy: "DP-STREAM-02",
    change: (codec) => cutBy(codec, believing),
  },
  "MC-47": {
    mistake: "each chunk is taken for a frame",
    caughtBy: "DP-STREAM-01",
    change: (codec) => ({ open: (direction) => (chunk) => [codec.decode(chunk, direction)] }),
  },
  "MC-48": {
    mistake: "after a broken frame the connection gives nothing more",
    caughtBy: "DP-STREAM-02",
    change: (codec) => ({
      open: (direction) => {
        const feed = codec.open(direction);
        let isDead = false;
        return (chunk) =>
          feed(chunk).map((event) => {
            if (event.ok !== true) isDead = true;
            return isDead ? refused("bad-value") : event;
          });
      },
    }),
  },
  "MC-49": {
    mistake: "bytes of the old connection are kept for the new one",
    caughtBy: "DP-STREAM-01",
    change: (codec) => {
      const feeds = new Map<string, (chunk: Uint8Array) => readonly Members[]>();
      return {
        open: (direction) => {
          const feed = feeds.get(direction) ?? codec.open(direction);
          feeds.set(direction, feed);
          return feed;
        },
      };
    },
  },
  "MC-50": {
    mistake: "events of one chunk come in the wrong order",
    caughtBy: "DP-STREAM-01",
    change: (codec) => ({
      open: (direction) =>
        (
          (feed) => (chunk: Uint8Array) =>
            feed(chunk).toReversed()
        )(codec.open(direction)),
    }),
  },
};

/** Memory that grows with every frame: named apart, as it takes the long case to see it. */
const kept: Uint8Array[] = [];
export const growingMutant: Mutant = {
  mistake: "every input is kept for ever",
  caughtBy: "DP-HOSTILE-01",
  change: ({ decode }) => ({
    decode: (bytes, direction) => {
      kept.push(new Uint8Array(16 * 1024).fill(1));
      return decode(bytes, direction);
    },
  }),
};
