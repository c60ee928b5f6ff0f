import { arbitraryOf, codecLaws, hexBytes, hexText } from "@dianan/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { byteLaws } from "../../test/protocol-laws.ts";
import { type EfireFrame, envelope, frameParts, plainFrame, wrappedFrame } from "./frame.ts";
import { efire7b7b } from "./protocol.ts";
import { readingsBody } from "./readings-body.ts";

// The lengths say where body and frame end, so that a cut is never a shorter one.
codecLaws("frame", plainFrame, { test, numRuns: 100 });
codecLaws("wrapped frame", wrappedFrame, { test, numRuns: 100 });
codecLaws("envelope", envelope, { test });
// What stands behind the body is kept, so that without a length a shorter form is valid too.
codecLaws("body", readingsBody, { test, hasOptionalTail: true, numRuns: 60 });

const frames: fc.Arbitrary<EfireFrame> = fc
  .tuple(arbitraryOf(plainFrame), fc.boolean())
  .map(([frame, isWrapped]) => ({ ...frame, isWrapped }));
const bytesOfFrames = frames.map((frame) => efire7b7b.encodeFrame(frame));

const { start, end, overhead, wrapSize, commandAt, lengthAt } = frameParts;
/** CRC-16/MODBUS bit by bit, low byte first. */
const crcOf = (bytes: Uint8Array): number =>
  bytes.reduce((crc, byte) => {
    let next = crc ^ byte;
    for (let bit = 0; bit < 8; bit += 1) next = next & 1 ? (next >> 1) ^ 0xa001 : next >> 1;
    return next;
  }, 0xffff);
/** Puts right the CRC of what may be a frame, wrapped or not. */
const repair = (bytes: Uint8Array): void => {
  const from = (bytes[0] === start[0] ? 0 : wrapSize) + commandAt;
  const crcAt = bytes.length - end.length - 2;
  if (bytes.length < overhead || crcAt < from) return;
  const crc = crcOf(bytes.subarray(from, crcAt));
  bytes[crcAt] = crc & 255;
  bytes[crcAt + 1] = crc >> 8;
};
byteLaws(efire7b7b, bytesOfFrames, { startByte: [0x7b, 0x01], repair });

test("decode(encode(frame)) = frame, wrapped or not", () => {
  fc.assert(
    fc.property(frames, (frame) => {
      expect(efire7b7b.decodeFrame(efire7b7b.encodeFrame(frame))).toEqual({ ok: true, value: frame });
    }),
    { numRuns: 500 },
  );
});

test("every fault is told at the same path, wrapped or not, three bytes further on", () => {
  fc.assert(
    fc.property(frames, fc.nat(), fc.integer({ min: 1, max: 255 }), (frame, place, change) => {
      const plain = efire7b7b.encodeFrame({ ...frame, isWrapped: false });
      const at = commandAt + (place % (plain.length - commandAt));
      const wrapped = efire7b7b.encodeFrame({ ...frame, isWrapped: true });
      // A change of the length also breaks with the envelope's.
      fc.pre(at < lengthAt || at >= lengthAt + 2);
      plain[at] = (plain[at] ?? 0) ^ change;
      wrapped[at + wrapSize] = (wrapped[at + wrapSize] ?? 0) ^ change;
      const [one, other] = [efire7b7b.decodeFrame(plain), efire7b7b.decodeFrame(wrapped)];
      expect([one.ok, other.ok]).toEqual([false, false]);
      if (one.ok || other.ok) return;
      expect([other.error.path, other.error.code]).toEqual([one.error.path, one.error.code]);
      expect(other.error.offset).toBe(one.error.offset + wrapSize);
    }),
    { numRuns: 300 },
  );
});

/** A frame of an unknown command with two bytes, 11 in all. */
const cut = (stream: string): readonly string[] =>
  efire7b7b.cutFrames(new Uint8Array(0), hexBytes(stream)).frames.map(hexText);
const sound = hexText(
  efire7b7b.encodeFrame({ isWrapped: false, body: { kind: "unknown", command: 0x93, bytes: Uint8Array.of(1, 2) } }),
);

test.each([
  ["in its envelope", `01000b${sound}`, [`01000b${sound}`]],
  ["behind an envelope of another size", `01018d${sound}`, [sound]],
  ["behind a start mark too many", `7b${sound}`, [sound]],
  ["behind 01 and 7B that lead nowhere", `01017b00${sound}`, [sound]],
  ["behind a head with an impossible length", `7b7b92ffff${sound}`, [sound]],
  ["one behind the other", `${sound}01000b${sound}${sound}`, [sound, `01000b${sound}`, sound]],
])("a frame %s is found", (_, stream, found) => {
  expect(cut(stream)).toEqual(found);
});
