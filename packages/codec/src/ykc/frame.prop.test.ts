import { crc16modbus } from "@dianan/layout";
import { arbitraryOf, codecLaws, hexText } from "@dianan/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { byteLaws } from "../../test/protocol-laws.ts";
import type { YkcFrame } from "./frame.ts";
import { type FrameTypeName, frameTypes } from "./frame-types.ts";
import { frame, keptFrame } from "./layouts.ts";
import { ykc } from "./protocol.ts";

const { body } = frame.shape.fields;
if (body?.shape.kind !== "union") throw new TypeError("the body of a frame is a union");
const { cases } = body.shape;
// Fields that the document does not list may follow, or lists that go to the end: a shorter body may be one too.
for (const { kind, layout } of cases) codecLaws(`body ${kind}`, layout, { test, hasOptionalTail: true, numRuns: 60 });
codecLaws("frame", frame, { test });
codecLaws("kept frame", keptFrame, { test });

test("every frame type has a body, and every body a frame type", () => {
  expect(cases.map(({ kind, tag }) => [kind, tag]).sort()).toEqual(
    Object.entries(frameTypes)
      .map(([name, { code }]) => [name, code])
      .sort(),
  );
});

const seq = fc.uint8Array({ minLength: 2, maxLength: 2 });
const fits = (value: YkcFrame): boolean => {
  try {
    ykc.encodeFrame(value);
    return true;
  } catch {
    return false;
  }
};
const open = fc.tuple(seq, arbitraryOf(frame)).map(([own, { body: content }]) => ({
  seq: own,
  encryption: 0,
  body: content,
}));
const enciphered = fc
  .tuple(seq, fc.integer({ min: 1, max: 255 }), fc.integer({ min: 0, max: 255 }), fc.uint8Array({ maxLength: 196 }))
  .map(([own, encryption, type, bytes]) => ({
    seq: own,
    encryption,
    body: { kind: "encrypted", type, bytes } as const,
  }));
/** Any frame that can be sent, but those that are too long. */
const framesOf = (direction: "up" | "down"): fc.Arbitrary<YkcFrame> =>
  fc
    .oneof({ weight: 6, arbitrary: open }, { weight: 1, arbitrary: enciphered })
    .filter(
      ({ body: { kind } }) =>
        kind === "unknown" || kind === "encrypted" || frameTypes[kind as FrameTypeName].direction === direction,
    )
    .filter(fits);
const up = framesOf("up");
const down = framesOf("down");

byteLaws(ykc, up.map(ykc.encodeFrame), { startByte: 0x68 });
byteLaws(ykc, down.map(ykc.encodeFrame), { startByte: 0x68, context: { direction: "down" } });

test.each([
  ["up", up],
  ["down", down],
])("decode(encode(frame)) = frame, %s", (_, frames) => {
  fc.assert(
    fc.property(frames, (value) => {
      expect(ykc.decodeFrame(ykc.encodeFrame(value))).toEqual({ ok: true, value });
    }),
    { numRuns: 1_000 },
  );
});

test("lenientCrc takes a frame with any check value and gives the same bytes again", () => {
  const context = { dialect: ykc.dialects.lab.options };
  fc.assert(
    fc.property(up, fc.integer({ min: 1, max: 255 }), fc.boolean(), (value, by, isLow) => {
      const bytes = ykc.encodeFrame(value);
      const at = bytes.length - (isLow ? 2 : 1);
      bytes[at] = (bytes[at] as number) ^ by;
      expect(ykc.decodeFrame(bytes)).toMatchObject({ ok: false, error: { code: "bad-checksum", path: "crc" } });
      const taken = ykc.decodeFrame(bytes, context);
      expect(taken).toMatchObject({ ok: true, value });
      if (taken.ok) expect(hexText(ykc.encodeFrame(taken.value, context))).toBe(hexText(bytes));
    }),
    { numRuns: 300 },
  );
});

/** Whether the bytes hold a frame of another length too, whose check value is right by chance: then nobody can tell. */
const holdsFrameOf = (bytes: Uint8Array, length: number): boolean => {
  const end = 2 + length;
  return end + 2 <= bytes.length && crc16modbus(bytes, 2, end) === (bytes[end] ?? 0) + 256 * (bytes[end + 1] ?? 0);
};

test("a length that lies is reported alone when the check value is right, whatever the frame", () => {
  fc.assert(
    fc.property(up, fc.integer({ min: 0, max: 255 }), (value, length) => {
      const bytes = ykc.encodeFrame(value);
      fc.pre(length !== bytes[1] && !holdsFrameOf(bytes, length));
      bytes[1] = length;
      const result = ykc.decodeFrame(bytes);
      const { also, ...error } = result.ok ? { also: undefined } : result.error;
      expect(error, hexText(bytes)).toMatchObject({ code: "bad-length", offset: 1, path: "length" });
      expect(also).toBeUndefined();
      expect(ykc.decodeLenient(bytes)).toMatchObject({ frame: value, odd: [{ code: "bad-length" }] });
    }),
    { numRuns: 500 },
  );
});

test("whatever the bytes, a lenient reading says what was odd or nothing was", () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), up.map(ykc.encodeFrame)), (bytes) => {
      const { frame: read, odd } = ykc.decodeLenient(bytes);
      const strict = ykc.decodeFrame(bytes);
      expect(odd.length === 0).toBe(strict.ok);
      if (strict.ok) expect(read).toEqual(strict.value);
    }),
    { numRuns: 500 },
  );
});
