import type { Field } from "@dianan/layout";
import { createGrower } from "./grow.ts";
import { Random } from "./random.ts";
import { type Repair, type Repairs, repairsOf } from "./repair.ts";

/** What fuzz inputs grow from. Sizes are bytes. */
export type FuzzOptions = {
  /** The same seed gives the same inputs, as long as the same ones are kept. */ readonly seed: number;
  /** Inputs that decode: they are changed, cut and joined. At least one. */ readonly valid: readonly Uint8Array[];
  /** Tables by which they are read: inputs are built from them, and lengths and check values put right. */
  readonly layouts: readonly Field<unknown>[];
  /** Largest frame of the protocol, bytes; some inputs are a little longer, a few up to 4 KiB longer. */
  readonly sizeMax: number;
  /** Puts a check value right that no table describes. */ readonly repair?: Repair;
};

/** Inputs for a decoder, without end. */
export type FuzzSource = {
  /** The next input: random, built from a table, or a valid one changed. Nobody else holds it. */
  next(): Uint8Array;
  /** Tells that an input decoded: it may be changed in its turn. */
  keep(bytes: Uint8Array): void;
};

/** Inputs that may be changed: the given ones stay, found ones take turns in as many places more. */
const FOUND_MAX = 1_024;
/** Of the inputs that decoded, one of so many is kept. */
const KEEP_ONE_IN = 8;
/** Most bytes that a grown input takes from a valid one. */
const HEAD_BYTES = 32;
/** How far behind a valid start a stream of starts goes. */
const STORM_BYTES = 4_096;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/**
 * A fast, seeded source of inputs that come near to what a decoder accepts: about a third decodes, the rest is refused
 * for one small thing. Random bytes; inputs built from the tables, honest or with lies; valid inputs with bits turned,
 * bytes at their limits, cut, doubled, spliced, lengthened, with and without the check value put right.
 */
export const createFuzzSource = ({ seed, valid, layouts, sizeMax, repair }: FuzzOptions): FuzzSource => {
  if (valid.length === 0) throw new RangeError("a fuzz source needs an input that decodes");
  const random = new Random(seed);
  const growers = layouts.map((layout, i) => createGrower(layout, seed + 1 + i));
  const repairs: readonly Repairs[] = layouts.map(repairsOf);
  const found: Uint8Array[] = [];
  const one = (): Uint8Array => (found.length > 0 && random.oneIn(2) ? random.pick(found) : random.pick(valid));

  const anyBytes = (): Uint8Array => {
    const bytes = new Uint8Array(random.below(random.oneIn(8) ? sizeMax + 16 : 64));
    for (let i = 0; i < bytes.length; i++) bytes[i] = random.next();
    return bytes;
  };
  /** Starts of frames, lengths included, one behind the other: the most that a cutter can be made to try. */
  const storm = (): Uint8Array => {
    const start = one().slice(0, 1 + random.below(40));
    const bytes = new Uint8Array(sizeMax + random.below(STORM_BYTES));
    for (let i = 0; i < bytes.length; i++)
      bytes[i] = random.oneIn(256) ? random.edgeByte() : (start[i % start.length] as number);
    return bytes;
  };
  const grown = (lies: boolean): Uint8Array => (growers.length === 0 ? one().slice() : random.pick(growers)(lies));

  /** A grown input with a valid one's beginning: what a protocol asks of its head beyond the table is met. */
  const grafted = (): Uint8Array => {
    const bytes = grown(false);
    const head = one();
    bytes.set(head.subarray(0, random.below(Math.min(HEAD_BYTES, head.length, bytes.length) + 1)));
    return putRight(bytes, true);
  };

  /** One to four small changes, in place. */
  const change = (bytes: Uint8Array): Uint8Array => {
    if (bytes.length === 0) return bytes;
    for (let left = 1 + random.below(4); left > 0; left--) {
      const at = random.below(bytes.length);
      if (random.oneIn(2)) bytes[at] = random.edgeByte();
      else bytes[at]! ^= 1 << random.below(8);
    }
    return bytes;
  };
  const putRight = (bytes: Uint8Array, lengths: boolean): Uint8Array => {
    if (repair !== undefined) repair(bytes);
    else if (repairs.length > 0) {
      const { lengths: putLengths, checks } = random.pick(repairs);
      if (lengths) putLengths(bytes);
      checks(bytes);
    }
    return bytes;
  };
  /** A part cut out, doubled, put in from elsewhere, or bytes added at the end. */
  const rearranged = (): Uint8Array => {
    const bytes = one();
    const from = random.below(bytes.length + 1);
    const to = from + random.below(Math.min(bytes.length - from, 32) + 1);
    switch (random.below(5)) {
      case 0:
        return bytes.slice(0, from);
      case 1:
        return joined(bytes.subarray(0, from), bytes.subarray(to));
      case 2:
        return joined(bytes.subarray(0, to), bytes.subarray(from));
      case 3: {
        const other = one();
        return joined(bytes.subarray(0, from), other.subarray(random.below(other.length + 1)));
      }
      default:
        return joined(bytes, anyBytes().subarray(0, 1 + random.below(8)));
    }
  };

  const next = (): Uint8Array => {
    const kind = random.below(32);
    if (kind < 2) return random.oneIn(64) ? storm() : anyBytes();
    if (kind < 6) return grown(false);
    if (kind < 12) return grafted();
    if (kind < 14) return grown(true);
    if (kind < 15) return putRight(grown(true), false);
    if (kind < 24) return putRight(change(one().slice()), false);
    if (kind < 26) return change(one().slice());
    if (kind < 28) return rearranged();
    if (kind < 30) return putRight(rearranged(), true);
    return one().slice();
  };
  return {
    next,
    keep: (bytes) => {
      if (!random.oneIn(KEEP_ONE_IN) || bytes.length > sizeMax) return;
      if (found.length < FOUND_MAX) found.push(bytes);
      else found[random.below(FOUND_MAX)] = bytes;
    },
  };
};
