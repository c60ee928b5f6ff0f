import { arbitraryOf, codecLaws, hexText } from "@dianan/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { byteLaws } from "../../test/protocol-laws.ts";
import type { BkvFrame } from "./frame.ts";
import { item } from "./items.ts";
import { closedFrames, downFrame, upFrame } from "./layouts.ts";
import { bkv } from "./protocol.ts";

// A value says its own size: a shorter one may be a number too.
const { content } = item.shape.fields;
if (content?.shape.kind !== "union") throw new TypeError("the content of an item is a union");
for (const { kind, layout } of content.shape.cases)
  if (kind !== "socketItems") codecLaws(`item ${kind}`, layout, { test, hasOptionalTail: true, numRuns: 60 });
for (const { shape } of [upFrame, downFrame]) {
  const { payload } = shape.fields;
  if (payload?.shape.kind !== "union") throw new TypeError("the payload of a frame is a union");
  for (const { kind, layout } of payload.shape.cases)
    if (kind !== "container") codecLaws(`payload ${kind}`, layout, { test, hasOptionalTail: true, numRuns: 60 });
}
codecLaws("frame up, closed", closedFrames.up, { test });
codecLaws("frame down, closed", closedFrames.down, { test });

const fits = (frame: BkvFrame): boolean => {
  try {
    bkv.encodeFrame(frame);
    return true;
  } catch {
    return false;
  }
};
/** Any frame that can be sent; sockets with more items than their size byte can count are left out. */
const up: fc.Arbitrary<BkvFrame> = arbitraryOf(upFrame)
  .map((frame) => ({ direction: "up", ...frame }) as const)
  .filter(fits);
const down: fc.Arbitrary<BkvFrame> = arbitraryOf(downFrame)
  .map((frame) => ({ direction: "down", ...frame }) as const)
  .filter(fits);

byteLaws(bkv, up.map(bkv.encodeFrame), { startByte: 0xfc });
byteLaws(bkv, down.map(bkv.encodeFrame), { startByte: 0xfc, context: { direction: "down" } });

test.each([
  ["up", up],
  ["down", down],
])("decode(encode(frame)) = frame, %s", (_, frames) => {
  fc.assert(
    fc.property(frames, (frame) => {
      expect(bkv.decodeFrame(bkv.encodeFrame(frame))).toEqual({ ok: true, value: frame });
    }),
    { numRuns: 1_000 },
  );
});

test("containers of sockets of ports come back as they were", () => {
  const items = fc.array(arbitraryOf(item), { maxLength: 3 });
  const withSockets = fc
    .tuple(items, items, items)
    .map(([before, inside, behind]): BkvFrame => {
      const inSocket = inside.filter((one) => one.content.kind !== "socketItems");
      const socket = { marker: 1, content: { kind: "socketItems", items: inSocket } } as (typeof before)[number];
      return {
        ...{ direction: "up", serial: 1, packetType: 1, gateway: "0".repeat(14) },
        payload: { kind: "container", items: [...before, socket, ...behind] },
      };
    })
    .filter(fits);
  fc.assert(
    fc.property(withSockets, (frame) => {
      expect(bkv.decodeFrame(bkv.encodeFrame(frame))).toEqual({ ok: true, value: frame });
    }),
    { numRuns: 500 },
  );
});

test("length, sum and end mark are judged apart, whatever the frame", () => {
  fc.assert(
    fc.property(up, fc.integer({ min: 0, max: 65_535 }), fc.integer({ min: 1, max: 255 }), (frame, length, by) => {
      const right = bkv.encodeFrame(frame);
      const withLength = right.slice();
      withLength[2] = length >> 8;
      withLength[3] = length & 255;
      fc.pre(length + 4 !== right.length && (right[length + 2] !== 0xfc || right[length + 3] !== 0xee));
      // A length that lies keeps its sum right: it is counted as it is.
      const sumAt = right.length - 3;
      const difference = (length >> 8) + (length & 255) - (right[2] as number) - (right[3] as number);
      withLength[sumAt] = (withLength[sumAt] as number) + difference;
      const lie = bkv.decodeFrame(withLength);
      expect(lie, hexText(withLength)).toMatchObject({ error: { code: "bad-length", offset: 2, path: "length" } });
      expect(lie.ok ? null : lie.error.also).toBeUndefined();
      expect(bkv.decodeLenient(withLength)).toMatchObject({ frame, odd: [{ code: "bad-length" }] });

      const withBoth = right.slice();
      withBoth[sumAt] = (right[sumAt] as number) ^ by;
      withBoth[sumAt + 1] = 0;
      expect(bkv.decodeFrame(withBoth)).toMatchObject({
        error: {
          code: "bad-checksum",
          offset: sumAt,
          path: "sum",
          also: [{ code: "bad-magic", offset: sumAt + 1, path: "end" }],
        },
      });
    }),
    { numRuns: 300 },
  );
});

test("whatever the bytes, a lenient reading says what was odd or nothing was", () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), up.map(bkv.encodeFrame)), (bytes) => {
      const { frame, odd } = bkv.decodeLenient(bytes);
      const strict = bkv.decodeFrame(bytes);
      expect(odd.length === 0).toBe(strict.ok);
      if (strict.ok) expect(frame).toEqual(strict.value);
    }),
    { numRuns: 500 },
  );
});
