import { decode, encode, type Field } from "@dianan/layout";
import fc from "fast-check";
import { arbitraryOf, bytesNear } from "./arbitrary-of.ts";
import { holdsNaN } from "./same-value.ts";

/** What the laws need of a test runner: vitest, jest and node:test all have it. */
export type Runner = { readonly test: (name: string, run: () => void) => unknown };

/** The runner, how many runs, and what is special about the layout. */
export type LawOptions = Runner & {
  /** Runs of each property, 200 by default. */ readonly numRuns?: number;
  /** A shorter form is valid too: then a proper prefix may decode. */ readonly hasOptionalTail?: boolean;
};

const bytesEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
const show = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) => (member instanceof Uint8Array ? [...member] : member));

const must = (holds: boolean, law: string, detail: () => string): void => {
  if (!holds) throw new Error(`${law}: ${detail()}`);
};

/** Whether `decode(encode(v)) = v`: compared as text, in which bytes are lists of numbers. */
export const checkRoundTrip = <T>(layout: Field<T>, value: T): void => {
  const decoded = decode(layout, encode(layout, value));
  must(
    decoded.ok && show(decoded.value) === show(value),
    "decode(encode(v)) = v",
    () => `${show(value)} became ${show(decoded)}`,
  );
};

/** Whether bytes that decode encode to themselves, the payload of a NaN aside. Bytes that do not decode are refused, which is fine. */
export const checkCanonical = <T>(layout: Field<T>, bytes: Uint8Array): void => {
  const decoded = decode(layout, bytes);
  if (!decoded.ok || holdsNaN(decoded.value)) return;
  const again = encode(layout, decoded.value);
  must(bytesEqual(again, bytes), "encode(decode(b)) = b", () => `${show(bytes)} became ${show(again)}`);
};

/** Whether each proper prefix is `truncated`, or, with an optional tail, a valid shorter form. */
export const checkPrefixes = <T>(layout: Field<T>, bytes: Uint8Array, hasOptionalTail = false): void => {
  for (let size = 0; size < bytes.length; size += 1) {
    const cut = decode(layout, bytes.subarray(0, size));
    const fits = cut.ok ? hasOptionalTail : cut.error.code === "truncated";
    must(fits, "every proper prefix is truncated", () => `${size} of ${bytes.length} bytes: ${show(cut)}`);
  }
};

/**
 * Registers the laws of a layout as tests: decode(encode(v)) = v; encode(decode(b)) = b; every proper prefix is
 * `truncated`; no bytes whatever make decode throw.
 */
export const codecLaws = <T>(name: string, layout: Field<T>, options: LawOptions): void => {
  const { test, numRuns = 200, hasOptionalTail = false } = options;
  const values = arbitraryOf(layout);
  const valid = values.map((value) => encode(layout, value));
  test(`${name}: decode(encode(v)) = v`, () => {
    fc.assert(
      fc.property(values, (value) => checkRoundTrip(layout, value)),
      { numRuns },
    );
  });
  test(`${name}: encode(decode(b)) = b for bytes that decode`, () => {
    fc.assert(
      fc.property(fc.oneof(valid, bytesNear(valid)), (bytes) => checkCanonical(layout, bytes)),
      { numRuns },
    );
  });
  test(`${name}: every proper prefix is truncated`, () => {
    fc.assert(
      fc.property(valid, (bytes) => checkPrefixes(layout, bytes, hasOptionalTail)),
      { numRuns: Math.ceil(numRuns / 5) },
    );
  });
  test(`${name}: no bytes make decode throw, and an error has its place and clause`, () => {
    fc.assert(
      fc.property(bytesNear(valid), (bytes) => {
        const result = decode(layout, bytes);
        if (result.ok) return;
        const { offset, clause } = result.error;
        must(offset >= 0 && offset <= bytes.length, "an offset lies in the input", () => show(result.error));
        must(clause !== "", "an error cites its clause", () => show(result.error));
      }),
      { numRuns },
    );
  });
};

/** What a stream cutter gives back; more members are allowed. */
export type StreamCut = { readonly frames: readonly Uint8Array[]; readonly carry: Uint8Array };

/** Frames of a stream that arrives in these pieces. */
export const cutInPieces = (
  cut: (carry: Uint8Array, chunk: Uint8Array) => StreamCut,
  pieces: readonly Uint8Array[],
): readonly Uint8Array[] => {
  let carry: Uint8Array = new Uint8Array(0);
  return pieces.flatMap((piece) => {
    const step = cut(carry, piece);
    carry = step.carry;
    return step.frames;
  });
};

/** The stream in pieces that end at these places. */
export const piecesOf = (stream: Uint8Array, places: readonly number[]): readonly Uint8Array[] => {
  const ends = [...new Set(places.map((at) => at % (stream.length + 1)))].sort((a, b) => a - b);
  return [...ends, stream.length].map((end, i) => stream.slice(ends[i - 1] ?? 0, end));
};

/** Registers the law of a stream cutter: a stream cut anywhere gives the same frames. */
export const streamLaw = (
  name: string,
  cut: (carry: Uint8Array, chunk: Uint8Array) => StreamCut,
  parts: fc.Arbitrary<readonly Uint8Array[]>,
  { test, numRuns = 200 }: LawOptions,
): void => {
  test(`${name}: a stream cut anywhere gives the same frames`, () => {
    fc.assert(
      fc.property(parts, fc.array(fc.nat(), { maxLength: 12 }), (list, places) => {
        const stream = Uint8Array.from(list.flatMap((part) => [...part]));
        const whole = cutInPieces(cut, [stream]);
        const pieces = cutInPieces(cut, piecesOf(stream, places));
        must(show(whole) === show(pieces), "chunking changes nothing", () => `${show(whole)} or ${show(pieces)}`);
      }),
      { numRuns },
    );
  });
};
