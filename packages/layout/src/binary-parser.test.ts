import { expect, test } from "vitest";
import { parserOf } from "./binary-parser.ts";
import {
  bcd,
  bcdKeeping,
  bcdNumber,
  bcdWildcard,
  bitFields,
  bitSeries,
  bytes,
  bytesBefore,
  bytesUntilEnd,
  checksum,
  countOf,
  cp56Time,
  decode,
  type Field,
  f32be,
  f32le,
  flags,
  i8,
  i16be,
  i32le,
  intSeries,
  lengthOf,
  lengthPrefixed,
  limited,
  list,
  magic,
  missingAt,
  omittableTail,
  optionalTail,
  repeats,
  reserved,
  shifted,
  struct,
  tagOf,
  text,
  textUntilEnd,
  timeLabel,
  timeLabelKeeping,
  timeLabelOf,
  trailing,
  u8,
  u16be,
  u16le,
  u24be,
  u24le,
  u32be,
  u32le,
  u40le,
  u48be,
  u48le,
  uintUntilEnd,
  union,
} from "./index.ts";

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const alone = (field: Field<unknown>): Field<unknown> => struct("test §1", { field }) as Field<unknown>;
const pair = struct("test §2", { a: u8, b: u16le });

/** What the parser gives; of any layout but a struct the value is a member of that. */
const parsed = (field: Field<unknown>, input: Uint8Array): unknown => {
  const result = parserOf(field).parse(input);
  return field.shape.kind === "struct" ? result : result.value;
};

const taken: readonly (readonly [string, Field<unknown>, string])[] = [
  ["u8", u8, "ff"],
  ["u16le", u16le, "0180"],
  ["u24", struct("t", { a: u24le, b: u24be }), "010203010203"],
  ["u32", struct("t", { a: u32le, b: u32be }), "01020380010203ff"],
  ["u40le", u40le, "01020304ff"],
  ["u48", struct("t", { a: u48le, b: u48be }), "0102030405ff0102030405ff"],
  ["signed", struct("t", { a: i8, b: i16be, c: i32le }), "80ffff000000ff"],
  ["limits", limited(u16be, { min: 1, max: 125 }), "007d"],
  ["the only numbers", limited(u16be, { only: [0, 0xff00] }), "ff00"],
  ["floats", struct("t", { a: f32le, b: f32be }), "0000c03f3fc00000"],
  ["flags", flags(u16le, { on: 0, hot: 15 }), "0381"],
  ["flags of 48 bits", flags(u48le, { low: 0, high: 47 }), "010000000080"],
  ["bit fields", bitFields(u8, { grade: { low: 4, width: 4 }, delay: { low: 1, width: 2 } }), "a7"],
  ["a float and none", struct("t", { a: missingAt(f32le, -200), b: missingAt(f32le, -200) }), "000048c3000048c2"],
  ["an integer that is none", struct("t", { a: missingAt(u16be, 0xffff), b: missingAt(u24le, 7) }), "ffff080000"],
  ["text", text(6, "gb18030"), "d2bbb2e30000"],
  ["text that is kept beside its bytes", text(4, "gb18030"), "41004200"],
  ["text to the end", textUntilEnd("utf8"), "e4b880"],
  ["bytes", bytes(3), "010203"],
  ["bytes to the end", struct("t", { a: u8, b: bytesUntilEnd }), "010203"],
  ["bytes before a tail", struct("t", { a: bytesBefore(1), b: u8 }), "010203"],
  ["no bytes before a tail", struct("t", { a: bytesBefore(1), b: u8 }), "03"],
  ["digits", bcd(2), "0912"],
  ["digits from the low end", bcd(3, { lowFirst: true }), "120900"],
  ["a wildcard", bcdWildcard(3, 0xaa), "12aaaa"],
  ["digits or bytes", bcdKeeping(2), "1a00"],
  ["digits to the end", bcdKeeping(null), "1200"],
  ["a decimal number", bcdNumber(2), "3412"],
  ["a negative decimal number", bcdNumber(2, { signed: true }), "3492"],
  ["a negative nothing", bcdNumber(2, { signed: true }), "0080"],
  ["a missing decimal number", bcdNumber(2), "ffff"],
  ["a time", timeLabel, "05060708091a"],
  ["no time", timeLabel, "000000000000"],
  ["29 February", timeLabel, "0000001d0218"],
  ["a time in digits, year first", timeLabelOf({ digits: "bcd", order: "year-first" }), "261130235958"],
  ["a time that is none", timeLabelKeeping(), "05060708ff1a"],
  ["CP56Time2a", cp56Time, "5fea3b177f0c1a"],
  ["CP56Time2a that is invalid", cp56Time, "5feabb177f0c1a"],
  ["a series", intSeries, "1280000001"],
  ["a series of three bytes", intSeries, "13800000000001"],
  ["a number as wide as its region", uintUntilEnd, "010203"],
  ["a number that is too wide", uintUntilEnd, "01020304050607"],
  ["counted bits", struct("t", { n: u8, bits: bitSeries({ count: "n" }) }), "0aff03"],
  ["counted bits with padding", struct("t", { n: u8, bits: bitSeries({ count: "n" }) }), "0a55fe"],
  ["bits to the end", bitSeries({ count: "untilEnd" }), "8001"],
  ["repeated bytes", struct("t", { wake: repeats(0xfe, 4), a: u8 }), "fefe68"],
  ["repeated bytes, one more", struct("t", { wake: repeats(0xfe, 2), a: u8 }), "fefefe"],
  ["a mark and reserved bytes", struct("t", { m: magic([0x68, 0x16]), r: reserved(2, 0xff), a: u8 }), "6816ffff01"],
  ["a list behind its count", list(pair, { count: u8 }), "02010203040506"],
  [
    "a list counted by a sibling",
    struct("t", { n: countOf("l", u8), x: u8, l: list(u16be, { count: "n" }) }),
    "020900010002",
  ],
  ["a list to the end", list(u8, { count: "untilEnd", min: 1 }), "0102"],
  ["a list of lists", list(list(u8, { count: u8 }), { count: u8 }), "03020102000105"],
  [
    "items that share a region",
    struct("t", { n: u8, l: list(textUntilEnd("ascii"), { count: "n", even: true }) }),
    "0241424344",
  ],
  [
    "no items that share a region",
    struct("t", { n: u8, l: list(textUntilEnd("ascii"), { count: "n", even: true }) }),
    "00",
  ],
  ["a length and content", lengthPrefixed(u16be, textUntilEnd("ascii")), "00024142"],
  ["a union", union(u8, { one: [1, pair] }), "01010203"],
  ["an unknown case", union(u8, { one: [1, pair] }, { unknown: "typeFlag" }), "09ff"],
  ["a union by a sibling", struct("t", { k: tagOf("c", u8), x: u8, c: union("k", { one: [1, pair] }) }), "0107010203"],
  ["an absent tail", struct("t", { a: u8, b: optionalTail(u16le) }), "01"],
  ["a tail", struct("t", { a: u8, b: optionalTail(pair) }), "01020304"],
  ["an omitted tail", struct("t", { a: u8, b: omittableTail(timeLabel) }), "01"],
  [
    "trailing fields, one of two",
    struct("t", { a: u8, b: trailing(u8), c: trailing(u16le), d: bytesUntilEnd }),
    "010203",
  ],
  ["trailing text", struct("t", { a: trailing(lengthPrefixed(u8, textUntilEnd("ascii"))) }), "0141"],
  ["a shifted region", struct("t", { a: u8, b: shifted(u16le, 0x33), c: u8 }), "01343501"],
  [
    "a shifted union told by a sibling",
    struct("t", { k: tagOf("d", u8), n: lengthOf("d", u8), d: shifted(union("k", { one: [1, pair] }), 0x33) }),
    "0103343536",
  ],
  [
    "a frame",
    struct("t", {
      start: magic([0x68]),
      size: lengthOf("body", u8, { plus: 2, max: 3 }),
      body: pair,
      sum: checksum("crc16modbus", { from: "size", to: "body" }),
    }),
    "68050102031049",
  ],
];

test.each(taken)("%s: the parser of the same table gives the same value", (_, field, hex) => {
  const layout = field.shape.kind === "struct" ? field : alone(field);
  const expected = decode(layout, bytesOf(hex));
  expect(expected).toMatchObject({ ok: true });
  if (!expected.ok) return;
  expect(parserOf(layout).parse(bytesOf(hex))).toStrictEqual(expected.value);
  expect(parserOf(layout).parse(Buffer.from(hex, "hex"))).toStrictEqual(expected.value);
  const itself = decode(field, bytesOf(hex));
  expect(parsed(field, bytesOf(hex))).toStrictEqual(itself.ok ? itself.value : null);
});

test.each(taken)("%s: bytes cut off or left over are taken by both or by neither", (_, field, hex) => {
  const whole = bytesOf(hex);
  const inputs = [
    ...Array.from({ length: whole.length }, (_, size) => whole.slice(0, size)),
    Uint8Array.of(...whole, 0x5a),
  ];
  for (const input of inputs) {
    const expected = decode(field, input);
    if (expected.ok) expect(parsed(field, input)).toStrictEqual(expected.value);
    else expect(() => parsed(field, input)).toThrow();
  }
});

test.each<readonly [string, Field<unknown>, string]>([
  ["a number over its limit", limited(u16be, { min: 1, max: 125 }), "007e"],
  ["a number that is not one of the few", limited(u24le, { only: [1, 2] }), "030000"],
  ["a nibble over 9", bcd(2), "1a00"],
  ["a wildcard behind a digit", bcdWildcard(3, 0xaa), "aa12aa"],
  ["a decimal number with a nibble over 9", bcdNumber(2), "fff0"],
  ["30 February", timeLabel, "0000001e0218"],
  ["digits of a time that are none", timeLabelOf({ digits: "bcd" }), "0a0000010126"],
  ["a series without width", intSeries, "10"],
  ["a series of seven bytes", intSeries, "0701020304050607"],
  ["too few bits", struct("t", { n: u8, bits: bitSeries({ count: "n", min: 1 }) }), "00"],
  ["another mark", magic([0x68, 0x16]), "6817"],
  ["another reserved byte", reserved(2), "0001"],
  ["too many items", list(u8, { count: u8, max: 1 }), "020102"],
  ["too few items to the end", list(u8, { count: "untilEnd", min: 1 }), ""],
  [
    "items that cannot share",
    struct("t", { n: u8, l: list(textUntilEnd("ascii"), { count: "n", even: true }) }),
    "02414243",
  ],
  ["content over its limit", lengthPrefixed(u8, textUntilEnd("ascii"), { max: 1 }), "024142"],
  ["a region that is not used up", lengthPrefixed(u8, u8), "020102"],
  ["an unknown case of a closed union", union(u8, { one: [1, pair] }, { unknown: null }), "02"],
  ["a length below what it counts", struct("t", { n: lengthOf("b", u8, { plus: 2 }), b: bytesUntilEnd }), "01"],
  ["a length over its limit", struct("t", { n: lengthOf("b", u8, { max: 1 }), b: bytesUntilEnd }), "020102"],
  ["a wrong sum", struct("t", { a: u16le, s: checksum("sum8", { from: "a", to: "a" }) }), "010204"],
  ["a wrong sum of 16 bits", struct("t", { a: u16le, s: checksum("sum16be", { from: "a", to: "a" }) }), "01020300"],
  ["a wrong CRC", struct("t", { a: u16le, s: checksum("crc16modbus", { from: "a", to: "a" }) }), "01020000"],
])("%s: refused by both", (_, field, hex) => {
  expect(decode(field, bytesOf(hex)).ok).toBe(false);
  expect(() => parsed(field, bytesOf(hex))).toThrow();
});

test("a kind that binary-parser has no way to say is refused by name when the parser is made", () => {
  const own = { ...u8, shape: { kind: "morse" } } as unknown as Field<unknown>;
  expect(() => parserOf(struct("t", { a: list(struct("t", { code: own }), { count: u8 }) }))).toThrow(
    "binary-parser: layout.a[].code: there is no way to say morse",
  );
  expect(() => parserOf(struct("t", { "a-b": u8 }))).toThrow("binary-parser: layout.a-b: the name is no identifier");
  expect(() => parserOf(checksum("sum8", { from: "a", to: "a" }))).toThrow("has a meaning only in a struct");
});

test("the result has no dictionary mode: nothing was deleted from it", () => {
  const value = parserOf(pair).parse(bytesOf("010203"));
  expect(Object.keys(value)).toEqual(["a", "b"]);
  expect("$root" in value || "$parent" in value).toBe(false);
});
