import { expect, test } from "vitest";
import { type Charset, decode, encode, text, textUntilEnd } from "./index.ts";

const field = (charset: Charset) => text(8, charset);
const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

test.each<readonly [Charset, string, string]>([
  ["utf8", "一层A", "e4b880e5b1824100"],
  ["utf8", "𠮷", "f0a0aeb700000000"],
  ["hex", "2001ff20", "2001ff2000000000"],
  ["hex", "0000000000000001", "0000000000000001"],
  ["hex", "", "0000000000000000"],
])("%s: %s stands as %s", (charset, value, hex) => {
  expect(decode(field(charset), bytesOf(hex))).toEqual({ ok: true, value });
  expect(encode(field(charset), value)).toEqual(bytesOf(hex));
});

test.each<readonly [Charset, string]>([
  ["utf8", "\ud800"],
  ["utf8", "一二三"],
  ["hex", "2"],
  ["hex", "FF"],
  ["hex", "0100"],
  ["hex", "0102030405060708ff"],
])("%s: %j is refused", (charset, value) => {
  expect(() => encode(field(charset), value)).toThrow(RangeError);
});

test("hex is padded with NUL whatever is asked for: spaces would be digits", () => {
  const field = text(4, "hex", { pad: "space" });
  expect(encode(field, "ab")).toEqual(bytesOf("ab000000"));
  expect(decode(field, bytesOf("ab202020"))).toEqual({ ok: true, value: "ab202020" });
});

test("utf8: broken characters, a byte order mark and stale bytes are kept beside the text", () => {
  for (const hex of ["e4b8000000000000", "efbbbf4100000000", "4100420000000000"]) {
    const read = decode(field("utf8"), bytesOf(hex));
    expect(read.ok && encode(field("utf8"), read.value)).toEqual(bytesOf(hex));
  }
  expect(decode(textUntilEnd("utf8"), bytesOf("e4b880"))).toEqual({ ok: true, value: "一" });
});

test("gb18030: a text is plain when it comes the first, the second and the third time, whatever its size", () => {
  for (const size of [8, 5_000]) {
    const layout = text(size, "gb18030");
    const wire = encode(layout, "一层A");
    for (let time = 0; time < 3; time++) expect(decode(layout, wire)).toEqual({ ok: true, value: "一层A" });
    const long = "电".repeat(size / 2);
    for (let time = 0; time < 3; time++)
      expect(decode(layout, encode(layout, long))).toEqual({ ok: true, value: long });
    wire[size - 1] = 0x41;
    for (let time = 0; time < 3; time++) {
      const read = decode(layout, wire);
      expect(read).toEqual({ ok: true, value: { text: "一层A", raw: wire } });
      expect(read.ok && typeof read.value !== "string" && read.value.raw).not.toBe(wire);
    }
  }
});
