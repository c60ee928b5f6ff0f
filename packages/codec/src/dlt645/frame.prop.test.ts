import type { Field } from "@dianan/layout";
import { arbitraryOf, codecLaws, cutInPieces, hexBytes, hexText } from "@dianan/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { byteLaws } from "../../test/protocol-laws.ts";
import { codes1997, controlCodes } from "./codes.ts";
import { data, dataUnit, writtenData } from "./data-items.ts";
import { type Dlt645Frame, frame, frameParts } from "./frame.ts";
import { message } from "./message.ts";
import { protectorControl } from "./protector.ts";
import { dlt645 } from "./protocol.ts";

const casesOf = ({ shape }: Field<unknown>) => (shape.kind === "union" ? shape.cases : []);

// The length says where the data end, so that a cut is never a shorter frame.
codecLaws("frame", frame, { test });
codecLaws("protector control word", protectorControl, { test });
codecLaws("joined data", dataUnit, { test, hasOptionalTail: true });
// What stands behind a value is kept, so that without a length a shorter form is valid too.
for (const { kind, layout } of casesOf(message))
  codecLaws(`message ${kind}`, layout, { test, hasOptionalTail: true, numRuns: 100 });
for (const { kind, layout } of casesOf(data))
  codecLaws(`data ${kind}`, layout, { test, hasOptionalTail: true, numRuns: 60 });
for (const { kind, layout } of casesOf(writtenData))
  codecLaws(`written ${kind}`, layout, { test, hasOptionalTail: true, numRuns: 60 });

test("every control code of the table has a message of its name, and none has more", () => {
  const tags = casesOf(message).filter(({ tag }) => !codes1997.has(tag));
  expect(Object.fromEntries(tags.map(({ kind, tag }) => [kind, tag]))).toEqual(
    Object.fromEntries(Object.entries(controlCodes).map(([kind, { code }]) => [kind, code])),
  );
  expect([...codes1997]).toEqual([0x01, 0x81, 0xa1, 0xc1]);
});

const fits = (value: Dlt645Frame): boolean => {
  try {
    dlt645.encodeFrame(value);
    return true;
  } catch {
    return false;
  }
};
const addresses = fc.oneof(
  fc.stringMatching(/^[0-9]{12}$/),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.stringMatching(/^[0-9]{12}$/))
    .map(([wild, digits]) => "AA".repeat(wild) + digits.slice(2 * wild)),
);
/** Frames that can be sent: those of the 1997 edition, of sealed levels and of write commands that are too long cannot. */
const frames: fc.Arbitrary<Dlt645Frame> = fc
  .tuple(arbitraryOf(frame), addresses)
  .map(([value, address]) => ({ ...value, address }))
  .filter(fits);
const bytesOfFrames = frames.map((value) => dlt645.encodeFrame(value));

/** The sum over the first start mark to the data, behind wake-up bytes of any number. */
const repair = (bytes: Uint8Array): void => {
  const from = bytes.indexOf(frameParts.start);
  const sumAt = bytes.length - frameParts.tail;
  if (from < 0 || sumAt <= from) return;
  bytes[sumAt] = bytes.subarray(from, sumAt).reduce((sum, byte) => sum + byte, 0);
};
byteLaws(dlt645, bytesOfFrames, { startByte: [0x68, 0xfe], repair });
byteLaws(dlt645, bytesOfFrames, { startByte: [0x68, 0xfe], repair, context: { direction: "down" } });

const { mixedLine } = dlt645.dialects;
const frames1997 = fc
  .tuple(
    addresses,
    fc.oneof(
      ...casesOf(message)
        .filter(({ tag }) => codes1997.has(tag))
        .map(({ kind, layout }) => arbitraryOf(layout).map((value) => ({ kind, ...(value as object) }))),
    ),
  )
  .map(([address, own]) => ({ preamble: 0, address, message: own }) as unknown as Dlt645Frame);

test("decode(encode(frame)) = frame for every kind of message", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(frames, (value) => {
      seen.add(value.message.kind);
      expect(dlt645.decodeFrame(dlt645.encodeFrame(value))).toEqual({ ok: true, value });
    }),
    { numRuns: 2_000 },
  );
  expect([...seen].sort()).toEqual([...Object.keys(controlCodes), "unknown"].sort());
});

test("a frame of 1997 is refused at its control code, and read where the dialect says so", () => {
  fc.assert(
    fc.property(frames1997, (value) => {
      const context = { dialect: mixedLine.options };
      const bytes = dlt645.encodeFrame(value, context);
      expect(dlt645.decodeFrame(bytes, context)).toEqual({ ok: true, value });
      const refused = dlt645.decodeFrame(bytes);
      expect(refused.ok ? null : refused.error).toMatchObject({ code: "bad-value", path: "control" });
      expect(refused.ok ? "" : refused.error.clause).toContain("DL/T 645-1997");
      expect(() => dlt645.encodeFrame(value)).toThrow(/^message: .* is of DL\/T 645-1997/);
    }),
  );
});

test("any data under any control code: nothing throws, and what decodes encodes to the same bytes", () => {
  const raw = fc.tuple(
    fc.nat(255),
    fc.uint8Array({ maxLength: 20 }),
    fc.constantFrom(...Object.values(dlt645.dataIdentifiers)),
  );
  let decoded = 0;
  fc.assert(
    fc.property(raw, fc.boolean(), ([control, noise, { di }], hasDi) => {
      const plain = [...(hasDi ? hexBytes(di).toReversed() : []), ...noise];
      const body = [0x68, 1, 2, 3, 4, 5, 6, 0x68, control, plain.length, ...plain.map((byte) => (byte + 0x33) & 255)];
      const bytes = Uint8Array.from([...body, body.reduce((sum, byte) => sum + byte, 0) & 255, 0x16]);
      const result = dlt645.decodeFrame(bytes);
      if (!result.ok) {
        expect(result.error.path, hexText(bytes)).toMatch(/^(message|control|length)/);
        return;
      }
      decoded += 1;
      expect(hexText(dlt645.encodeFrame(result.value))).toBe(hexText(bytes));
      dlt645.normalise(result.value, { receivedAt: 0 });
    }),
    { numRuns: 5_000 },
  );
  expect(decoded).toBeGreaterThan(500);
});

test("one bit changed in transit is never the same frame", () => {
  fc.assert(
    fc.property(bytesOfFrames, fc.nat(), (bytes, place) => {
      const changed = bytes.slice();
      const bit = place % (bytes.length * 8);
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      const before = dlt645.decodeFrame(bytes);
      const after = dlt645.decodeFrame(changed);
      if (after.ok) expect(hexText(dlt645.encodeFrame(after.value))).not.toBe(hexText(bytes));
      expect(after).not.toEqual(before);
    }),
    { numRuns: 500 },
  );
});

const answer = "680051441811176891063533b33536834516";
const cut = (stream: string): readonly string[] =>
  dlt645.cutFrames(new Uint8Array(0), hexBytes(stream)).frames.map(hexText);

test.each([
  ["behind more wake-up bytes than count", `${"fe".repeat(60)}${answer}`, ["fe".repeat(44) + answer]],
  ["behind wake-up bytes that lead nowhere", `fefe00fe${answer}`, [`fe${answer}`]],
  ["behind a start mark in noise", `68000000${answer}`, [answer]],
  ["behind a head that promises 200 bytes", `6800514418111768 91c8${answer}`.replace(" ", ""), []],
  ["behind a head with an impossible length", `680051441811176891c9${answer}`, [answer]],
  ["one behind the other", `${answer}fefe${answer}${answer}`, [answer, `fefe${answer}`, answer]],
])("a frame %s is found", (_, stream, found) => {
  expect(cut(stream)).toEqual(found);
});

test("wake-up bytes without end leave a carry below one frame, byte by byte too", () => {
  const stream = new Uint8Array(4 * 1024 * 1024).fill(frameParts.wake);
  expect(dlt645.cutFrames(new Uint8Array(0), stream).carry.length).toBe(frameParts.wakeMax);
  const bytes = hexBytes(`${"fe".repeat(100)}${answer}`);
  const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
  expect(cutInPieces(dlt645.cutFrames, pieces).map(hexText)).toEqual([`${"fe".repeat(44)}${answer}`]);
});
