import type { Field } from "@dianan/layout";
import { arbitraryOf, codecLaws, hexText } from "@dianan/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { byteLaws } from "../../test/protocol-laws.ts";
import { downMessage } from "./down-messages.ts";
import { type Ap3000Frame, downFrame, upFrame } from "./frame.ts";
import { ap3000 } from "./protocol.ts";
import { upMessage } from "./up-messages.ts";

/** A frame counts at most 256 bytes behind its length. */
const fits = (frame: Ap3000Frame): boolean => {
  try {
    ap3000.encodeFrame(frame);
    return true;
  } catch {
    return false;
  }
};

for (const [direction, layout, message] of [
  ["up", upFrame, upMessage],
  ["down", downFrame, downMessage],
] as const) {
  codecLaws(`frame ${direction}`, layout as Field<unknown>, { test, numRuns: 300 });
  if (message.shape.kind !== "union") throw new TypeError("the data of a frame are a union");
  for (const { kind, layout: data } of message.shape.cases)
    codecLaws(`${direction} ${kind}`, data, { test, hasOptionalTail: true, numRuns: 100 });

  const frames: fc.Arbitrary<Ap3000Frame> = arbitraryOf<Ap3000Frame>(layout as never).filter(fits);
  const bytes = frames.map((frame) => ap3000.encodeFrame(frame, { direction }));
  byteLaws(ap3000, bytes, { context: { direction }, startByte: 0x44 });

  test(`${direction}: decode(encode(frame)) = frame for every kind of message`, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(frames, (frame) => {
        seen.add(frame.message.kind);
        expect(ap3000.decodeFrame(ap3000.encodeFrame(frame), { direction })).toEqual({ ok: true, value: frame });
      }),
      { numRuns: 1_500 },
    );
    if (message.shape.kind === "union") expect(seen.size).toBe(message.shape.cases.length + 1);
  });

  test(`${direction}: a wrong length or sum is found by itself, and read all the same`, () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 255 }), (right, change) => {
        const wrongSum = right.slice();
        wrongSum[right.length - 1] = (right.at(-1) as number) ^ change;
        const bySum = ap3000.decodeFrame(wrongSum, { direction });
        expect(bySum).toMatchObject({
          ok: false,
          error: { code: "bad-checksum", offset: right.length - 2, path: "sum" },
        });
        expect(bySum.ok || bySum.error.also).toBeUndefined();
        const read = ap3000.decodeLenient(wrongSum, { direction });
        expect(read.frame && hexText(ap3000.encodeFrame(read.frame, { direction }))).toBe(hexText(right));
        expect(read.odd).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
}

const sumOf = (bytes: Uint8Array): readonly number[] => {
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  return [sum % 256, Math.floor(sum / 256) % 256];
};

test("a length that lies under a right sum is the only finding, and the frame is read by its real size", () => {
  const frames = arbitraryOf<Ap3000Frame>(upFrame as never).filter(fits);
  fc.assert(
    fc.property(frames, fc.nat(0xffff), (frame, length) => {
      const right = ap3000.encodeFrame(frame);
      fc.pre(length !== right.length - 5);
      const lying = right.slice(0, -2);
      lying.set([length % 256, Math.floor(length / 256)], 3);
      const bytes = Uint8Array.of(...lying, ...sumOf(lying));
      const error = { code: "bad-length", offset: 3, path: "length", clause: "AP3000 V8.6 frame" };
      expect(ap3000.decodeFrame(bytes)).toEqual({ ok: false, error });
      expect(ap3000.decodeLenient(bytes)).toEqual({ frame, odd: [error] });
    }),
    { numRuns: 300 },
  );
});

test("what is beyond the largest frame is not read, however it is asked", () => {
  const bytes = new Uint8Array(70_000).fill(0x44);
  bytes.set([0x44, 0x4e, 0x59, 0xff, 0xff]);
  expect(ap3000.decodeFrame(bytes)).toMatchObject({ ok: false, error: { code: "bad-length", path: "length" } });
  expect(ap3000.decodeLenient(bytes).frame).toBeNull();
  expect(ap3000.cutFrames(new Uint8Array(0), bytes).frames).toEqual([]);
});
