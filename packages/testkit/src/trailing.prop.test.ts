import {
  bytes,
  bytesBefore,
  bytesUntilEnd,
  checksum,
  decode,
  decoderSource,
  encode,
  lengthOf,
  lengthPrefixed,
  list,
  struct,
  tagOf,
  trailing,
  u8,
  u16le,
  u32le,
  union,
  type WrittenDecoder,
  withDecoder,
} from "@dianan/layout";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryOf, bytesNear } from "./arbitrary-of.ts";
import { codecLaws } from "./laws.ts";

const swipe = struct("card §1", {
  port: u8,
  at: trailing(u32le),
  purse: trailing(u8),
  card: trailing(lengthPrefixed(u8, bytesUntilEnd, { max: 4 })),
  mark: trailing(bytes(2)),
  unparsed: bytesUntilEnd,
});
const closed = struct("card §2", { port: u8, at: trailing(u16le) });
const frame = struct("frame §1", {
  size: lengthOf("message", u8),
  kind: tagOf("message", u8),
  message: union("kind", { swipe: [1, swipe], closed: [2, closed] }),
  sum: checksum("sum8", { from: "size", to: "message" }),
});
const port = struct("port §1", { port: u8, middle: bytesBefore(1), temperature: u8 });
const ports = struct("ports §1", {
  size: lengthOf("body", u8),
  body: struct("ports §2", { ports: list(port, { count: u8, even: true }) }),
});

codecLaws("a struct with trailing fields", swipe, { test, hasOptionalTail: true });
codecLaws("trailing fields inside a length", frame, { test });
codecLaws("items of even size", ports, { test });

test("generated values have any number of their trailing fields, and bytes behind them", () => {
  const values = fc.sample(arbitraryOf(swipe), { numRuns: 400, seed: 1 });
  const counts = values.map(
    ({ at, purse, card, mark }) => [at, purse, card, mark].filter((one) => one !== null).length,
  );
  expect(new Set(counts)).toEqual(new Set([0, 1, 2, 3, 4]));
  expect(values.some(({ at, unparsed }) => at === null && unparsed.length > 0)).toBe(true);
});

test("the decoder written out agrees with the table, whatever the bytes", () => {
  const made = new Function(`return ${decoderSource(frame)}`)() as WrittenDecoder;
  const written = withDecoder(frame, made);
  const valid = arbitraryOf(frame).map((one) => encode(frame, one));
  let decoded = 0;
  fc.assert(
    fc.property(fc.oneof(valid, bytesNear(valid)), (wire) => {
      const right = decode(frame, wire);
      expect(decode(written, wire)).toEqual(right);
      if (right.ok) decoded += 1;
    }),
    { numRuns: 1_000 },
  );
  expect(decoded).toBeGreaterThan(400);
});
