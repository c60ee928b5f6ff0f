import { type Field, lengthOf, struct, u16le } from "@dianan/layout";
import { arbitraryOf, codecLaws, hexText } from "@dianan/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { byteLaws } from "../../test/protocol-laws.ts";
import type { FrameContext } from "../protocol.ts";
import { downMessage } from "./down-messages.ts";
import type { JuyFrame } from "./frame.ts";
import { downFrames, upFrames } from "./layouts.ts";
import { juy } from "./protocol.ts";
import { upMessages } from "./up-messages.ts";

for (const message of [...Object.values(upMessages), downMessage]) {
  if (message.shape.kind !== "union") throw new TypeError("the data of a frame are a union");
  // The length says where data end; without it what is cut would be shorter data.
  for (const { kind, layout } of message.shape.cases)
    codecLaws(
      `${message === downMessage ? "down" : "up"} ${kind}`,
      struct("JUY 5AA5 V1.2", { size: lengthOf("data", u16le), data: layout }),
      { test, numRuns: 40 },
    );
}

/** A login has no IMEI, whatever the format. */
const fits = (frame: JuyFrame, context: FrameContext): boolean => {
  try {
    juy.encodeFrame(frame, context);
    return true;
  } catch {
    return false;
  }
};

const kindsOf = ({ shape }: Field<unknown>): number => {
  const message = shape.kind === "struct" ? shape.fields.message?.shape : undefined;
  if (message?.kind !== "union") throw new TypeError("the data of a frame are a union");
  return message.cases.length + 1;
};

const families = [
  ["up", upFrames.kept.old, { direction: "up", dialect: { format: "old" } }],
  ["up, numbers of 2 bytes", upFrames.u16.old, { direction: "up", dialect: { format: "old", endNumbers: "u16" } }],
  [
    "up, new format, numbers of 4 bytes",
    upFrames.u32.new,
    { direction: "up", dialect: { format: "new", endNumbers: "u32" } },
  ],
  ["down", downFrames.old, { direction: "down", dialect: { format: "old" } }],
  ["down, new format", downFrames.new, { direction: "down", dialect: { format: "new" } }],
] as const satisfies readonly (readonly [string, unknown, FrameContext])[];

for (const [name, layout, context] of families) {
  codecLaws(`frame ${name}`, layout as Field<unknown>, { test, numRuns: 300 });
  const isNew = context.dialect.format === "new";
  const frames: fc.Arbitrary<JuyFrame> = arbitraryOf(layout as Field<Omit<JuyFrame, "imei">>)
    .map((frame) => ({ imei: null, ...frame }))
    .filter((frame) => fits(frame, context));
  const bytes = frames.map((frame) => juy.encodeFrame(frame, context));
  if (name === "up" || name === "down, new format") byteLaws(juy, bytes, { context, startByte: 0x5a });

  test(`${name}: decode(encode(frame)) = frame for every kind of message`, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(frames, (frame) => {
        seen.add(frame.message.kind);
        expect(juy.decodeFrame(juy.encodeFrame(frame, context), context)).toEqual({ ok: true, value: frame });
      }),
      { numRuns: 1_500 },
    );
    expect(seen.size).toBe(kindsOf(layout as Field<unknown>) - (isNew ? 1 : 0));
  });

  test(`${name}: a wrong sum is found by itself, and the frame is read all the same`, () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 255 }), (right, change) => {
        const wrong = right.slice();
        wrong[right.length - 1] = (right.at(-1) as number) ^ change;
        const error = { code: "bad-checksum", offset: right.length - 1, path: "sum", clause: "JUY 5AA5 V1.2 frame" };
        expect(juy.decodeFrame(wrong, context)).toEqual({ ok: false, error });
        const { frame, odd } = juy.decodeLenient(wrong, context);
        expect(frame && hexText(juy.encodeFrame(frame, context))).toBe(hexText(right));
        expect(odd).toEqual([error]);
      }),
      { numRuns: 200 },
    );
  });

  test(`${name}: a length that lies under a right sum is the only finding, and the frame is read by its real size`, () => {
    fc.assert(
      fc.property(frames, fc.nat(0xffff), (frame, length) => {
        const right = juy.encodeFrame(frame, context);
        fc.pre(length !== right.length - 4);
        const lying = right.slice();
        lying.set([length % 256, Math.floor(length / 256)], 2);
        lying[right.length - 1] = lying.subarray(2, -1).reduce((sum, byte) => (sum + byte) & 0xff, 0);
        const error = { code: "bad-length", offset: 2, path: "length", clause: "JUY 5AA5 V1.2 frame" };
        expect(juy.decodeFrame(lying, context)).toEqual({ ok: false, error });
        expect(juy.decodeLenient(lying, context)).toEqual({ frame, odd: [error] });
      }),
      { numRuns: 200 },
    );
  });
}

test("auto reads what it writes, in either format", () => {
  const digits = fc.stringMatching(/^[0-9]{15}$/);
  const frames = fc
    .tuple(arbitraryOf(upFrames.kept.old as Field<Omit<JuyFrame, "imei">>), fc.option(digits))
    .map(([frame, imei]): JuyFrame => ({ ...frame, imei }))
    .filter((frame) => fits(frame, {}));
  let withImei = 0;
  fc.assert(
    fc.property(frames, (frame) => {
      expect(juy.decodeFrame(juy.encodeFrame(frame))).toEqual({ ok: true, value: frame });
      if (frame.imei !== null) withImei += 1;
    }),
    { numRuns: 500 },
  );
  expect(withImei).toBeGreaterThan(100);
});

test("what is beyond the largest frame is not read, however it is asked", () => {
  const bytes = new Uint8Array(70_000).fill(0x5a);
  bytes.set([0x5a, 0xa5, 0xff, 0xff]);
  expect(juy.decodeFrame(bytes)).toMatchObject({ ok: false, error: { code: "bad-length", path: "length" } });
  expect(juy.decodeLenient(bytes).frame).toBeNull();
  expect(juy.cutFrames(new Uint8Array(0), bytes).frames).toEqual([]);
});
