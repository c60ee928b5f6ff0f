import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { createKeyRing, masterKey } from "./key-ring.ts";
import { createSeals, SealError } from "./seal.ts";

const folder = mkdtempSync(join(tmpdir(), "dianan-key-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ring = createKeyRing(new Uint8Array(32).fill(1));
const seals = createSeals(ring);
const place = ["t1", "client", "c1", "secret"];

test("SEC-KEY-01: each purpose has its key, and another master key gives others", () => {
  const keys = [ring.keyFor("audit"), ring.keyFor("seal"), createKeyRing(new Uint8Array(32).fill(2)).keyFor("seal")];
  expect(new Set(keys.map((key) => Buffer.from(key).toString("hex"))).size).toBe(3);
  expect(ring.keyFor("audit")).toEqual(createKeyRing(new Uint8Array(32).fill(1)).keyFor("audit"));
  expect(() => createKeyRing(new Uint8Array(31))).toThrow(RangeError);
});

test("SEC-KEY-01: the file is made once, for its owner only; a text goes before it; what is no key is refused", () => {
  const file = join(folder, "master.key");
  const made = masterKey("", file);
  expect(made).toHaveLength(32);
  expect(statSync(file).mode & 0o777).toBe(0o400);
  expect(masterKey("", file)).toEqual(made);
  expect(readFileSync(file, "utf8").trim()).toBe(Buffer.from(made).toString("base64"));
  expect(masterKey(Buffer.alloc(32, 7).toString("base64"), file)).toEqual(new Uint8Array(32).fill(7));
  expect(() => masterKey("short", file)).toThrow(/DIANAN_MASTER_KEY/);
  writeFileSync(join(folder, "bad.key"), "none");
  expect(() => masterKey("", join(folder, "bad.key"))).toThrow(/bad\.key/);
});

test("SEC-KEY-02: what was sealed opens in its place and nowhere else", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.array(fc.string(), { maxLength: 4 }), (secret, elsewhere) => {
      const sealed = seals.seal(secret, place);
      expect(seals.open(sealed, place)).toEqual(secret);
      expect(seals.seal(secret, place)).not.toBe(sealed);
      if (JSON.stringify(elsewhere) !== JSON.stringify(place))
        expect(() => seals.open(sealed, elsewhere)).toThrow(SealError);
    }),
  );
});

test("SEC-KEY-02: any change of one bit is refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), (secret, at) => {
      const [form, version, text] = seals.seal(secret, place).split(".");
      const body = Buffer.from(text ?? "", "base64url");
      const bit = at % (body.length * 8);
      body[bit >> 3] = (body[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(() => seals.open(`${form}.${version}.${body.toString("base64url")}`, place)).toThrow(SealError);
    }),
    { numRuns: 300 },
  );
});

test.each(["", "s1.1.", "s1.1.AAAA", "s2.1.AAAA", "s1.2.AAAA", "s1.1.A A", "plain secret", "s1.1.AAAA.B"])(
  "%j is no sealed secret",
  (text) => {
    expect(() => seals.open(text, place)).toThrow(SealError);
  },
);
