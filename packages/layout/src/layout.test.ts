import { expect, test } from "vitest";
import {
  bcd,
  bytes,
  bytesUntilEnd,
  checksum,
  countOf,
  crc16modbus,
  crc16modbusEnd,
  decode,
  describeLayout,
  encode,
  explain,
  type Field,
  f32le,
  flags,
  frameTree,
  i16le,
  i32be,
  lengthOf,
  lengthPrefixed,
  list,
  magic,
  named,
  optionalTail,
  reserved,
  struct,
  sum8,
  sum16,
  tagOf,
  text,
  textUntilEnd,
  timeLabel,
  timeLabelBcd,
  timeLabelKeeping,
  u8,
  u16be,
  u16le,
  u24be,
  u32le,
  u48le,
  union,
} from "./index.ts";

const hex = (text_: string): Uint8Array =>
  Uint8Array.from(text_.replaceAll(" ", "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const show = (value: Uint8Array): string => [...value].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const one = <T>(field: Field<T>) => struct("§1", { a: field });

test.each([
  ["u8", u8, "ff", 255],
  ["u16le", u16le, "0201", 0x102],
  ["u16be", u16be, "0102", 0x102],
  ["u24be", u24be, "010203", 0x10203],
  ["u32le", u32le, "ffffffff", 4_294_967_295],
  ["u48le", u48le, "ffffffffffff", 281_474_976_710_655],
  ["i16le", i16le, "0080", -32_768],
  ["i32be", i32be, "80000000", -2_147_483_648],
  ["f32le", f32le, "000048c3", -200],
] as const)("%s reads and writes its own bytes", (_, field, wire, value) => {
  expect(decode(one(field), hex(wire))).toEqual({ ok: true, value: { a: value } });
  expect(show(encode(one(field), { a: value }))).toBe(wire);
});

test.each([
  ["u8 over its limit", u8, 256, RangeError],
  ["u8 below zero", u8, -1, RangeError],
  ["u16le with a fraction", u16le, 1.5, RangeError],
  ["u48le over its limit", u48le, 281_474_976_710_656, RangeError],
  ["i16le below its limit", i16le, -32_769, RangeError],
  ["u8 given a text", u8, "1", TypeError],
  ["u8 given NaN", u8, Number.NaN, RangeError],
  ["f32le beyond single precision", f32le, 1e300, RangeError],
  ["text longer in bytes than its field", text(3, "gb18030"), "配电", RangeError],
  ["text with a character outside ASCII", text(9, "ascii"), "é", RangeError],
  ["text with a NUL inside", text(9, "gb18030"), "a\0b", RangeError],
  ["text that ends in a space, which reading would drop", text(9, "gb18030"), "a ", RangeError],
  ["a lone surrogate", text(9, "gb18030"), "\ud800", RangeError],
  ["bytes of another length", bytes(2), Uint8Array.of(1), RangeError],
  ["BCD that is no digit", bcd(4), "12a4", RangeError],
  ["the 31st of February", timeLabel, { year: 2026, month: 2, day: 31, hour: 0, minute: 0, second: 0 }, RangeError],
  ["the year 2100", timeLabel, { year: 2100, month: 1, day: 1, hour: 0, minute: 0, second: 0 }, RangeError],
  ["a time that is a text", timeLabel, "now", TypeError],
  ["flags without their names", flags(u8, { on: 0 }), { reserved: 0 }, TypeError],
  ["reserved bits that are a named bit", flags(u8, { on: 0 }), { on: false, reserved: 1 }, RangeError],
])("encode refuses %s and names the path", (_, field, value, kind) => {
  const attempt = (): unknown => encode(one(field as Field<unknown>), { a: value });
  expect(attempt).toThrow(kind);
  expect(attempt).toThrow(/^a: |^a\./);
});

test("flags keep unnamed bits at their own weight, both ways", () => {
  const word = one(flags(u16le, { on: 0, hot: 8 }));
  expect(decode(word, hex("0381"))).toEqual({ ok: true, value: { a: { on: true, hot: true, reserved: 0x8002 } } });
  expect(show(encode(word, { a: { on: true, hot: true, reserved: 0x8002 } }))).toBe("0381");
});

test.each([
  ["a bit outside the word", () => flags(u8, { on: 8 })],
  ["two names for one bit", () => flags(u8, { on: 1, off: 1 })],
  ["a flag called reserved", () => flags(u8, { reserved: 1 })],
  ["a length of a field that is not there", () => struct("§1", { size: lengthOf("body", u8) })],
  ["a checksum over a field behind it", () => struct("§1", { sum: checksum("sum8", { from: "a", to: "a" }), a: u8 })],
  ["a count of something that is no list", () => struct("§1", { n: countOf("a", u8), a: u8 })],
  ["a field named by a number", () => struct("§1", { "7": u8 })],
  ["a union case that is taken", () => union(u8, { a: [1, struct("§1", {})], b: [1, struct("§1", {})] })],
])("a table that contradicts itself is refused when it is built: %s", (_, build) => {
  expect(build).toThrow();
});

test("text: leading NULs dropped, cut at the next NUL, spaces trimmed, and nothing lost", () => {
  const field = one(text(8, "gb18030"));
  for (const wire of ["6162000000000000", "0000000000000000", "c5e4b5e700000000"]) {
    const value = decode(field, hex(wire));
    expect(value).toMatchObject({ ok: true, value: { a: expect.any(String) } });
    expect(value.ok && show(encode(field, value.value))).toBe(wire);
  }
  for (const [wire, read] of [
    ["2020616200aabb00", "ab"],
    ["0000616200000000", "ab"],
    ["2020202020202000", ""],
    ["6162202020202020", "ab"],
    ["80ffffffffffffff", expect.any(String)],
  ] as const) {
    const value = decode(field, hex(wire));
    expect(value).toMatchObject({ ok: true, value: { a: { text: read, raw: hex(wire) } } });
    expect(value.ok && show(encode(field, value.value))).toBe(wire);
  }
});

test("text given with raw bytes that say something else is refused", () => {
  expect(() => encode(one(text(2, "ascii")), { a: { text: "ab", raw: hex("6163") } })).toThrow(/^a: raw reads/);
});

test("GB 18030: every two-byte code that the platform's decoder knows is written back the same", () => {
  const decoder = new TextDecoder("gb18030");
  const field = one(textUntilEnd("gb18030"));
  let same = 0;
  let kept = 0;
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const wire = Uint8Array.of(lead, trail);
      const letter = decoder.decode(wire);
      if (letter.includes("\ufffd") || letter.length > 2) continue;
      const value = decode(field, wire);
      if (!value.ok) throw new Error("text never fails");
      expect(encode(field, value.value)).toEqual(wire);
      if (typeof value.value.a === "string") same += 1;
      else kept += 1;
    }
  expect(same).toBeGreaterThan(23_000);
  // Codes that read as a letter which has an earlier code of its own are kept as bytes.
  expect(kept).toBeLessThan(50);
});

test("GB 18030: four-byte codes of both kinds, against the platform's decoder", () => {
  const decoder = new TextDecoder("gb18030");
  const field = one(textUntilEnd("gb18030"));
  for (const letter of ["Ā", "ಠ", "𠮷", "😀", "\u{10ffff}", "\u{10000}", "ḿ", "€"]) {
    const wire = encode(field, { a: letter });
    expect(decoder.decode(wire)).toBe(letter);
    expect(decode(field, wire)).toEqual({ ok: true, value: { a: letter } });
  }
});

test("time labels: plain numbers, decimal digits, no clock, and six bytes that are no time", () => {
  const at = { year: 2026, month: 11, day: 20, hour: 8, minute: 5, second: 3 };
  expect(decode(one(timeLabel), hex("030508140b1a"))).toEqual({ ok: true, value: { a: at } });
  expect(decode(one(timeLabelBcd), hex("030508201126"))).toEqual({ ok: true, value: { a: at } });
  expect(decode(one(timeLabel), hex("000000000000"))).toEqual({ ok: true, value: { a: null } });
  for (const wire of [
    "3c0508140b1a",
    "033c08140b1a",
    "030518140b1a",
    "030508000b1a",
    "030508200b1a",
    "030508140d1a",
    "030508140b64",
    "0000001d0219",
  ])
    expect(decode(one(timeLabel), hex(wire)), wire).toMatchObject({
      ok: false,
      error: { code: "bad-value", offset: 0, path: "a" },
    });
  const kept = decode(one(timeLabelKeeping()), hex("030508140d1a"));
  expect(kept).toEqual({ ok: true, value: { a: { raw: hex("030508140d1a") } } });
  expect(() => encode(one(timeLabelKeeping()), { a: { raw: hex("030508140b1a") } })).toThrow(/valid time/);
});

const packet = struct("§6", {
  start: magic([0x40, 0x40]),
  size: lengthOf("body", u16le, { max: 20 }),
  tag: tagOf("body", u8),
  body: union(
    "tag",
    { pair: [1, struct("§6.1", { items: list(struct("§6.2", { x: u8, y: u16le }), { count: u8, min: 1, max: 3 }) })] },
    { unknown: "type" },
  ),
  sum: checksum("sum8", { from: "size", to: "body" }),
  end: magic([0x23, 0x23]),
});
const pair = { body: { kind: "pair", items: [{ x: 1, y: 2 }] } } as const;

test("lengths, tags and checksums follow from the value and are checked on reading", () => {
  const wire = encode(packet, pair);
  expect(show(wire)).toBe("40400400010101020009" + "2323");
  expect(decode(packet, wire)).toEqual({ ok: true, value: pair });
});

test.each([
  ["nothing", "", "truncated", 0, "start"],
  ["a wrong start", "4041", "bad-magic", 0, "start"],
  ["half a length", "404004", "truncated", 2, "size"],
  ["a length over the maximum", "4040150001010102000a2323", "bad-length", 2, "size"],
  ["a count of none", "4040040001000102000823 23", "bad-value", 5, "body.items"],
  ["a count over the maximum", "404004000104010200 0c 2323", "bad-value", 5, "body.items"],
  ["a count that needs more than the length gives", "4040040001020102000a2323", "bad-length", 9, "body.items[1].x"],
  ["a length that gives more than the count needs", "40400500010101020063 6d 2323", "bad-length", 9, "body"],
  ["cut inside an item", "404004000101 0102", "truncated", 7, "body.items[0].y"],
  ["a wrong checksum", "404004000101010200 0a 2323", "bad-checksum", 9, "sum"],
  ["a wrong end", "404004000101010200 09 2324", "bad-magic", 10, "end"],
  ["a byte behind it", "404004000101010200 09 2323 00", "bad-length", 12, ""],
])("a packet with %s is refused with code, place and path", (_, wire, code, offset, path) => {
  const result = decode(packet, hex(wire));
  expect(result).toMatchObject({ ok: false, error: { code, offset, path } });
  if (!result.ok) {
    expect(result.error.clause).toMatch(/^§6/);
    const words = explain(result.error);
    expect(words.zh).toMatch(new RegExp(`第 ${offset} 字节`));
    expect(words.en).toMatch(new RegExp(`Byte ${offset}`));
  }
});

test("independent faults are told together: a wrong checksum beside a wrong end", () => {
  const result = decode(packet, hex("404004000101010200 0a 2324"));
  expect(result).toMatchObject({
    ok: false,
    error: { code: "bad-checksum", also: [{ code: "bad-magic", path: "end" }] },
  });
});

test("offset and path of a part are added to what is reported", () => {
  const result = decode(one(u16le), hex("01"), { offset: 27, path: "adu" });
  expect(result).toMatchObject({ ok: false, error: { code: "truncated", offset: 27, path: "adu.a" } });
});

test("an unknown tag keeps its bytes, or is refused where the table says so", () => {
  const open = struct("§7", { body: union(u8, { one: [1, struct("§7.1", { a: u8 })] }) });
  expect(decode(open, hex("09aabb"))).toEqual({
    ok: true,
    value: { body: { kind: "unknown", tag: 9, bytes: hex("aabb") } },
  });
  expect(() => encode(open, { body: { kind: "unknown", tag: 1, bytes: hex("aa") } })).toThrow(
    /body: tag 1 is not unknown/,
  );
  const closed = struct("§7", { body: union(u8, { one: [1, struct("§7.1", { a: u8 })] }, { unknown: null }) });
  expect(decode(closed, hex("09aabb"))).toMatchObject({ ok: false, error: { code: "bad-value", path: "body" } });
});

test("reserved bytes must have their value; an optional tail may be absent; a prefix counts its content", () => {
  expect(decode(struct("§8", { r: reserved(2) }), hex("0001"))).toMatchObject({
    ok: false,
    error: { code: "bad-value", path: "r" },
  });
  const tail = struct("§8", { a: u8, more: optionalTail(u16le) });
  expect(decode(tail, hex("01"))).toEqual({ ok: true, value: { a: 1, more: null } });
  expect(decode(tail, hex("010203"))).toEqual({ ok: true, value: { a: 1, more: 0x302 } });
  expect(decode(tail, hex("0102"))).toMatchObject({ ok: false, error: { code: "truncated", path: "more" } });
  const counted = struct("§8", { name: lengthPrefixed(u8, textUntilEnd("ascii"), { max: 3 }), rest: bytesUntilEnd });
  expect(decode(counted, hex("026162ff"))).toEqual({ ok: true, value: { name: "ab", rest: hex("ff") } });
  expect(decode(counted, hex("0461626364"))).toMatchObject({ ok: false, error: { code: "bad-length", path: "name" } });
});

test("checksums: known answers", () => {
  const digits = new TextEncoder().encode("123456789");
  expect(crc16modbus(digits, 0, 9)).toBe(0x4b37);
  expect(sum8(digits, 0, 9)).toBe(0xdd);
  expect(sum16(digits, 0, 9)).toBe(0x1dd);
});

test("decoded bytes share nothing with the input", () => {
  const wire = hex("0102");
  const value = decode(one(bytes(2)), wire);
  wire[0] = 9;
  expect(value).toEqual({ ok: true, value: { a: hex("0102") } });
});

test("describeLayout lists every field with place, size, type and clause", () => {
  const rows = describeLayout(
    struct("§9", { start: magic([0x68]), n: named(u16le, { zh: "号", en: "number", clause: "§9.1" }), inner: packet }),
  );
  expect(rows.slice(0, 3)).toMatchObject([
    { path: "start", offset: 0, size: 1, type: "68", clause: "§9" },
    { path: "n", offset: 1, size: 2, type: "u16le", zh: "号", en: "number", clause: "§9.1" },
    { path: "inner", offset: 3, size: null, type: "struct" },
  ]);
  expect(rows.find(({ path }) => path === "inner.body<pair>.items[].y")).toMatchObject({
    offset: 1,
    size: 2,
    clause: "§6.2",
  });
});

test("frameTree shows every byte once, of good frames and of broken ones", () => {
  const wire = encode(packet, {
    body: {
      kind: "pair",
      items: [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
    },
  });
  const whole = frameTree(packet, wire);
  expect(whole.flatMap((node) => [...node.bytes])).toEqual([...wire]);
  expect(whole.find(({ path }) => path === "body[1].y" || path === "body.items[1].y")).toMatchObject({ value: "4" });
  for (let size = 0; size <= wire.length; size += 1) {
    const cut = wire.slice(0, size);
    expect(frameTree(packet, cut).flatMap((node) => [...node.bytes])).toEqual([...cut]);
  }
  const wrong = wire.slice();
  wrong[wire.length - 3] = 0;
  expect(frameTree(packet, wrong).find(({ path }) => path === "sum")).toMatchObject({ value: "✗" });
});

test("CRC-16/MODBUS: a run that carries its own check value is found, the shortest that is long enough", () => {
  const answer = hex("01040200fe38b0");
  expect(crc16modbusEnd(answer, 0, 4, answer.length)).toBe(7);
  expect(crc16modbusEnd(hex("aabb01040200fe38b0cc"), 2, 4, 10)).toBe(9);
  expect(crc16modbusEnd(answer, 0, 8, answer.length)).toBe(-1);
  expect(crc16modbusEnd(answer, 0, 4, 6)).toBe(-1);
  expect(crc16modbusEnd(hex("01040200fe38b1"), 0, 4, 7)).toBe(-1);
});

const leaf = struct("leaf §3", { size: lengthOf("body", u8), body: bytesUntilEnd });
const nested = struct("nest §1", { size: lengthOf("items", u8), items: list(leaf, { count: "untilEnd" }), last: u8 });
const twice = struct("nest §1", { size: lengthOf("inner", u8), inner: nested, last: u8 });
const prefixedIn = struct("nest §1", { size: lengthOf("text", u8), text: lengthPrefixed(u8, bytesUntilEnd), last: u8 });

test.each([
  [nested, "0302010203", null, 0, ""],
  [nested, "0303010203", "bad-length", 2, "items[0].body"],
  [nested, "0309010203", "bad-length", 2, "items[0].body"],
  [nested, "0309", "truncated", 2, "items[0].body"],
  [nested, "05020102040000", "bad-length", 5, "items[1].body"],
  [twice, "05030201020101", null, 0, ""],
  // The innermost part fits into its own whole, which claims more than the outermost has.
  [twice, "0505020102010101", "bad-length", 6, "inner.items[1].body"],
  [twice, "05050401020101", "bad-length", 3, "inner.items[0].body"],
  [prefixedIn, "0302010203", null, 0, ""],
  [prefixedIn, "0303010203", "bad-length", 2, "text"],
  [prefixedIn, "030301", "truncated", 2, "text"],
])(
  "a part that claims more than its whole is bad-length where the whole is here: %#, %s is %s",
  (layout, wire, code, offset, path) => {
    const result = decode<unknown>(layout, hex(wire));
    if (code === null) expect(result.ok).toBe(true);
    else expect(result.ok ? null : result.error).toMatchObject({ code, offset, path });
    expect(frameTree(layout, hex(wire)).reduce((sum, { bytes: own }) => sum + own.length, 0)).toBe(wire.length / 2);
  },
);
