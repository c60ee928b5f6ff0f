import { generate } from "coap-packet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BODY_MAX, createBlocks } from "./blocks.ts";
import { type Block, type CoapRequest, readDatagram, writeAnswer } from "./message.ts";

const blockBytes = ({ number, isMore, size }: Block): Buffer => {
  const bytes = Buffer.alloc(3);
  bytes.writeUIntBE(number * 16 + (isMore ? 8 : 0) + Math.log2(size) - 4, 0, 3);
  return bytes.subarray(bytes.findIndex((one) => one !== 0));
};
const request = (more: { payload?: Uint8Array; block1?: Block; block2?: Block; padding?: number }): CoapRequest => {
  const { payload = new Uint8Array(0), block1, block2, padding = 50 } = more;
  const message = readDatagram(
    generate(
      {
        ...{ code: "POST", confirmable: true, payload: Buffer.from(payload) },
        options: [
          { name: "Uri-Query", value: Buffer.alloc(padding, 0x61) },
          ...(block1 === undefined ? [] : [{ name: "Block1" as const, value: blockBytes(block1) }]),
          ...(block2 === undefined ? [] : [{ name: "Block2" as const, value: blockBytes(block2) }]),
        ],
      },
      2_000,
    ),
  );
  if (message?.kind !== "request") throw new Error("no request");
  return message;
};

test("RFC 7959 §2.5: a body in blocks of any size is put together, though every block comes twice", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 3_000 }),
      fc.constantFrom(16, 64, 256, 1_024),
      fc.boolean(),
      (body, size, isTwice) => {
        const blocks = createBlocks(() => 0);
        const count = Math.ceil(body.length / size);
        for (let number = 0; number < count; number += 1) {
          const isMore = number < count - 1;
          const payload = body.subarray(number * size, (number + 1) * size);
          const taken = blocks.take("d", request({ payload, block1: { number, isMore, size } }));
          expect(taken).toEqual(isMore ? { kind: "more" } : { kind: "whole", body: Buffer.from(body) });
          if (isMore && isTwice)
            expect(blocks.take("d", request({ payload, block1: { number, isMore, size } }))).toEqual({ kind: "more" });
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("RFC 7959 §2.5: a gap, a block without a beginning, one of the wrong size or another's are refused; so is too much", () => {
  const blocks = createBlocks(() => 0);
  const full = new Uint8Array(16);
  const take = (whose: string, number: number, payload = full, isMore = true, size = 16) =>
    blocks.take(whose, request({ payload, block1: { number, isMore, size } })).kind;
  expect(take("a", 1)).toBe("incomplete");
  expect(take("a", 0)).toBe("more");
  expect(take("a", 2)).toBe("incomplete");
  expect(take("b", 1)).toBe("incomplete");
  expect(take("a", 1, new Uint8Array(15))).toBe("incomplete");
  expect(take("a", 1, new Uint8Array(17), false)).toBe("incomplete");
  expect(take("a", 1)).toBe("more");
  const large = new Uint8Array(1_024);
  for (let number = 0; number < BODY_MAX / 1_024; number += 1)
    expect(take("c", number, large, true, 1_024)).toBe("more");
  expect(take("c", BODY_MAX / 1_024, large, true, 1_024)).toBe("too-large");
  expect(take("c", BODY_MAX / 1_024, large, false, 1_024)).toBe("incomplete");
});

test("SEC-DEV-08: transfers and answers of strangers are bounded and end", () => {
  let now = 0;
  const blocks = createBlocks(() => now);
  const begin = (whose: string) => blocks.take(whose, request({ payload: new Uint8Array(16), block1: first }));
  const first = { number: 0, isMore: true, size: 16 };
  const second = { number: 1, isMore: true, size: 16 };
  begin("first");
  for (let n = 0; n < 300; n += 1) begin(`d${n}`);
  expect(blocks.take("first", request({ payload: new Uint8Array(16), block1: second })).kind).toBe("incomplete");
  expect(blocks.take("d299", request({ payload: new Uint8Array(16), block1: second })).kind).toBe("more");
  now += 121_000;
  expect(blocks.take("d298", request({ payload: new Uint8Array(16), block1: second })).kind).toBe("incomplete");
});

test("RFC 7252 §11.3: an answer is no larger than three times its request; whoever asks on gets the rest", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 2_000 }),
      fc.integer({ min: 1, max: 120 }),
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom(undefined, 32, 1_024),
      (payload, padding, body, size) => {
        const blocks = createBlocks(() => 0);
        const block2 = size === undefined ? {} : { block2: { number: 0, isMore: false, size } };
        const asked = request({ padding, payload: body, ...block2 });
        const part = blocks.first("d", asked, { code: "2.05", payload, contentFormat: 50 });
        const sizeOf = (one: typeof part) => writeAnswer("ack", 1, asked.token, one).length;
        expect(sizeOf(part)).toBeLessThanOrEqual(3 * asked.size);
        if (part.block2 === undefined) {
          // Whole, or nothing at all.
          expect([0, payload.length]).toContain(part.payload?.length);
          return;
        }
        const got: Uint8Array[] = [part.payload ?? new Uint8Array(0)];
        for (let number = 1, isMore = part.block2.isMore; isMore; number += 1) {
          const on = request({ padding, block2: { number, isMore: false, size: part.block2.size } });
          const next = blocks.later("d", on);
          if (next === null) throw new Error(`no block ${number}`);
          expect(writeAnswer("ack", 1, on.token, next).length).toBeLessThanOrEqual(3 * on.size);
          got.push(next.payload ?? new Uint8Array(0));
          isMore = next.block2?.isMore ?? false;
        }
        expect(Buffer.concat(got)).toEqual(Buffer.from(payload));
        expect(blocks.later("another", asked)).toBe(null);
      },
    ),
    { numRuns: 1_000 },
  );
});
