import {
  bitFields,
  bitSeries,
  countOf,
  decode,
  type Field,
  f32le,
  flags,
  intSeries,
  lengthOf,
  lengthPrefixed,
  limited,
  list,
  magic,
  missingAt,
  optionalTail,
  repeats,
  struct,
  text,
  textUntilEnd,
  timeLabel,
  u8,
  u16le,
  union,
} from "@dianan/layout";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryOf } from "./arbitrary-of.ts";
import { checkCanonical, checkPrefixes, checkRoundTrip, codecLaws, cutInPieces, piecesOf, streamLaw } from "./laws.ts";

const layout = struct("test §1", {
  wake: repeats(0xfe, 4),
  start: magic([0x68]),
  count: u16le,
  bits: flags(u8, { on: 0, hot: 7 }),
  grades: bitFields(u8, { limit: { low: 4, width: 4 }, delay: { low: 1, width: 2 } }),
  celsius: missingAt(f32le, -200),
  time: timeLabel,
  note: text(7, "gb18030"),
  series: intSeries,
  few: limited(u8, { only: [0, 255] }),
  many: countOf("coils", limited(u16le, { min: 1, max: 1968 })),
  coils: bitSeries({ count: "many" }),
  items: list(struct("test §2", { a: u8, b: u16le }), { count: u8, max: 9 }),
  name: lengthPrefixed(u8, textUntilEnd("gb18030")),
  // Bounded by its length: without one, what is cut would be a shorter unknown body.
  bodySize: lengthOf("body", u8),
  body: union(u8, { first: [1, struct("test §3", { x: u8 })] }, { unknown: "tag" }),
});

codecLaws("a layout of every kind", layout, { test });
codecLaws("a layout with an optional tail", struct("test §4", { a: u8, tail: optionalTail(u16le) }), {
  test,
  hasOptionalTail: true,
});

test("generated numbers reach both limits, and every case of a union occurs", () => {
  const values = fc.sample(arbitraryOf(layout), { numRuns: 400, seed: 1 });
  expect(new Set(values.map(({ count }) => count))).toContain(0);
  expect(new Set(values.map(({ count }) => count))).toContain(65_535);
  expect(new Set(values.map(({ body }) => body.kind))).toEqual(new Set(["first", "unknown"]));
  expect(values.some(({ bits }) => bits.on && bits.hot && bits.reserved > 0)).toBe(true);
  expect(values.some(({ time }) => time === null)).toBe(true);
  expect(new Set(values.map(({ few }) => few))).toEqual(new Set([0, 255]));
  expect(values.some(({ coils }) => coils.padding > 0)).toBe(true);
});

/** A field that was built wrong, for the laws to find. */
const broken = (change: Partial<Field<number>>): Field<{ readonly a: number }> =>
  struct("test §5", {
    a: { ...(u16le as Field<number>), shape: { kind: "reserved", size: 2, value: 0 }, ...change } as never,
  }) as never;

test("a decoder that reads the wrong order is caught by the round trip", () => {
  const wrong = broken({
    read: (input) => {
      input.at += 2;
      return (input.bytes[input.at - 2] ?? 0) * 256 + (input.bytes[input.at - 1] ?? 0);
    },
  });
  expect(() => checkRoundTrip(wrong, { a: 1 })).toThrow(/decode\(encode\(v\)\) = v/);
});

test("a decoder that loses a bit is caught by the canonical law", () => {
  const wrong = broken({
    read: (input) => {
      input.at += 2;
      return (input.bytes[input.at - 2] ?? 0) & 0x7f;
    },
  });
  expect(() => checkCanonical(wrong, Uint8Array.of(0xff, 0))).toThrow(/encode\(decode\(b\)\) = b/);
});

test("a decoder that invents what is missing is caught by the prefix law", () => {
  const wrong = broken({
    read: (input) => {
      const value = input.bytes[input.at] ?? 0;
      input.at = input.bytes.length;
      return value;
    },
  });
  expect(() => checkPrefixes(wrong, Uint8Array.of(1, 2))).toThrow(/truncated/);
});

/** A protocol in small: 68, length, content. */
const cutSound = (carry: Uint8Array, chunk: Uint8Array) => {
  const bytes = Uint8Array.of(...carry, ...chunk);
  const frames: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] !== 0x68) {
      at += 1;
      continue;
    }
    const size = bytes[at + 1];
    if (size === undefined || at + 2 + size > bytes.length) break;
    frames.push(bytes.slice(at, at + 2 + size));
    at += 2 + size;
  }
  return { frames, carry: bytes.slice(at) };
};
const parts = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 5 }),
    fc.uint8Array({ maxLength: 9 }).map((body) => Uint8Array.of(0x68, body.length, ...body)),
  ),
  { maxLength: 6 },
);
streamLaw("a cutter that is right", cutSound, parts, { test });

test("a cutter that forgets its carry is caught by the stream law", () => {
  const forgetful = (_: Uint8Array, chunk: Uint8Array) => ({
    ...cutSound(new Uint8Array(0), chunk),
    carry: new Uint8Array(0),
  });
  const checks: (() => void)[] = [];
  streamLaw("forgetful", forgetful, parts, { test: (_, run) => checks.push(run) });
  expect(checks).toHaveLength(1);
  expect(checks[0]).toThrow(/Property failed/);
});

test("pieces of a stream are the stream", () => {
  const stream = Uint8Array.of(1, 2, 3, 4, 5);
  expect(piecesOf(stream, [2, 9, 2]).flatMap((piece) => [...piece])).toEqual([...stream]);
  expect(cutInPieces(cutSound, piecesOf(Uint8Array.of(0x68, 1, 7), [1, 2]))).toHaveLength(1);
});

test("the laws of a layout cite a clause for every refusal", () => {
  const result = decode(layout, Uint8Array.of(0x67));
  expect(result).toMatchObject({
    ok: false,
    error: { code: "bad-magic", offset: 0, path: "start", clause: "test §1" },
  });
});
