import { createCipheriv, createDecipheriv } from "node:crypto";
import { arbitraryOf, hexBytes, hexText } from "@dianan/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { YkcFrame } from "./frame.ts";
import { frame } from "./layouts.ts";
import { createYkc, ykc } from "./protocol.ts";

const plain = (buffer: Uint8Array): Uint8Array => Uint8Array.from(buffer);
/** 3DES with the padding of its cipher, as a pile's own key would be used. */
const with3des = (key: Uint8Array) =>
  createYkc({
    decryptBody: (bytes) => {
      const cipher = createDecipheriv("des-ede3-ecb", key, null);
      return plain(Buffer.concat([cipher.update(bytes), cipher.final()]));
    },
    encryptBody: (bytes) => {
      const cipher = createCipheriv("des-ede3-ecb", key, null);
      return plain(Buffer.concat([cipher.update(bytes), cipher.final()]));
    },
  });
const keys = fc.uint8Array({ minLength: 24, maxLength: 24 });
const enciphered: fc.Arbitrary<YkcFrame> = fc
  .tuple(fc.uint8Array({ minLength: 2, maxLength: 2 }), arbitraryOf(frame))
  .map(([seq, { body }]) => ({ seq, encryption: 1, body }));

test("an enciphered frame comes back as it was, and without the key it is kept", () => {
  fc.assert(
    fc.property(enciphered, keys, (value, key) => {
      const own = with3des(key);
      const bytes = own.encodeFrame(value);
      expect(own.decodeFrame(bytes)).toEqual({ ok: true, value });
      const kept = ykc.decodeFrame(bytes);
      expect(kept).toMatchObject({ ok: true, value: { encryption: 1, body: { kind: "encrypted" } } });
      if (kept.ok) expect(hexText(ykc.encodeFrame(kept.value))).toBe(hexText(bytes));
      expect(ykc.cutFrames(new Uint8Array(0), bytes).frames.map(hexText)).toEqual([hexText(bytes)]);
    }),
    { numRuns: 200 },
  );
});

const heartbeat: YkcFrame = {
  seq: hexBytes("0047"),
  encryption: 1,
  body: { kind: "heartbeat", pile: "55031412782305", gun: "01", state: 1, unparsed: hexBytes("") },
};

test("another pile's key is refused, as a cipher that throws or gives no bytes is", () => {
  const bytes = with3des(new Uint8Array(24).fill(1)).encodeFrame(heartbeat);
  const refusal = { ok: false, error: { code: "bad-value", offset: 6, clause: "YKC V1.6 frame" } };
  expect(with3des(new Uint8Array(24).fill(2)).decodeFrame(bytes)).toMatchObject(refusal);
  const lenient = with3des(new Uint8Array(24).fill(2)).decodeLenient(bytes);
  expect(lenient).toMatchObject({ frame: { body: { kind: "encrypted", type: 3 } }, odd: [{ code: "bad-value" }] });
  const broken = (decryptBody: () => Uint8Array) => createYkc({ decryptBody }).decodeFrame(bytes);
  expect(broken(() => null as never)).toMatchObject(refusal);
  expect(broken(() => hexBytes("00"))).toMatchObject({ ...refusal, error: { path: "body.pile" } });
  expect(
    broken(() => {
      throw new Error("no key");
    }),
  ).toMatchObject({ ...refusal, error: { path: "body" } });
});

test("a cipher is told which frame it is, and what it does to its bytes changes nothing", () => {
  const told: string[] = [];
  const own = createYkc({
    encryptBody: (bytes) => bytes,
    decryptBody: (bytes, { seq, type }) => {
      told.push(`${hexText(seq)} ${type}`);
      const clear = bytes.slice();
      bytes.fill(0);
      seq.fill(0);
      return clear;
    },
  });
  expect(own.decodeFrame(own.encodeFrame(heartbeat))).toEqual({ ok: true, value: heartbeat });
  expect(told).toEqual(["0047 3"]);
});

test("an encryption other than 1 is not this cipher's", () => {
  const own = with3des(new Uint8Array(24));
  const bytes = own.encodeFrame({
    ...heartbeat,
    encryption: 2,
    body: { kind: "encrypted", type: 3, bytes: hexBytes("ab") },
  });
  expect(own.decodeFrame(bytes)).toMatchObject({ ok: true, value: { encryption: 2, body: { kind: "encrypted" } } });
});

test("a body that grows beyond the length is refused", () => {
  const own = createYkc({ encryptBody: () => new Uint8Array(197) });
  expect(() => own.encodeFrame(heartbeat)).toThrow(RangeError);
});

test("what cannot be enciphered, or need not be, is refused by name", () => {
  expect(() => ykc.encodeFrame(heartbeat)).toThrow(/^body: to encipher it takes encryptBody/);
  const kept = { kind: "encrypted", type: 3, bytes: hexBytes("00") } as const;
  expect(() => ykc.encodeFrame({ ...heartbeat, encryption: 0, body: kept })).toThrow(/^body: it is enciphered/);
});
