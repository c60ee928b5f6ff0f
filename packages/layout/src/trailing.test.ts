import { expect, test } from "vitest";
import { bytesUntilEnd } from "./bytes.ts";
import { bytesBefore } from "./bytes-before.ts";
import { checksum } from "./checksum.ts";
import { decode, encode } from "./codec.ts";
import { lengthOf, tagOf } from "./derived.ts";
import { describeLayout } from "./describe.ts";
import { named } from "./field.ts";
import { frameTree } from "./frame-tree.ts";
import { u8, u16le, u32le } from "./integers.ts";
import { list } from "./list.ts";
import { lengthPrefixed } from "./prefixed.ts";
import { struct } from "./struct.ts";
import { trailing } from "./trailing.ts";
import { union } from "./union.ts";

const swipe = struct("card §1", {
  port: u8,
  at: trailing(named(u32le, { zh: "时间戳", en: "time", unit: "s" })),
  purse: trailing(u8),
  card: trailing(lengthPrefixed(u8, bytesUntilEnd, { max: 4 })),
  unparsed: bytesUntilEnd,
});
const frame = struct("frame §1", {
  size: lengthOf("swipe", u8),
  kind: tagOf("swipe", u8),
  swipe: union("kind", { swipe: [1, swipe] }),
  sum: checksum("sum8", { from: "size", to: "swipe" }),
});

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

test.each([
  ["07", { at: null, purse: null, card: null, unparsed: "" }],
  // A later, narrower field never takes the bytes of one that is not whole.
  ["07010203", { at: null, purse: null, card: null, unparsed: "010203" }],
  ["0701000000", { at: 1, purse: null, card: null, unparsed: "" }],
  ["070100000009", { at: 1, purse: 9, card: null, unparsed: "" }],
  ["07010000000902aabb", { at: 1, purse: 9, card: "aabb", unparsed: "" }],
  ["07010000000902aabbcc", { at: 1, purse: 9, card: "aabb", unparsed: "cc" }],
  ["07010000000902aa", { at: 1, purse: 9, card: null, unparsed: "02aa" }],
  ["07010000000905aabbccddee", { at: 1, purse: 9, card: null, unparsed: "05aabbccddee" }],
])("%s has the fields that its length has room for", (text, { card, unparsed, ...rest }) => {
  const value = { port: 7, ...rest, card: card === null ? null : bytes(card), unparsed: bytes(unparsed) };
  expect(decode(swipe, bytes(text))).toEqual({ ok: true, value });
  expect(hex(encode(swipe, value))).toBe(text);
});

const value = { port: 7, at: 1, purse: 9, card: bytes("aa"), unparsed: bytes("") };
test.each<[string, Partial<Record<keyof typeof value, unknown>>, RegExp]>([
  ["a field behind an absent one", { at: null }, /^purse: at before it is null/],
  [
    "bytes that would be read as the absent field",
    { card: null, unparsed: bytes("01ff") },
    /^unparsed: 2 bytes .* card/,
  ],
  [
    "bytes as wide as the absent field",
    { at: null, purse: null, card: null, unparsed: bytes("01020304") },
    /^unparsed: /,
  ],
  ["a number that does not fit", { at: -1 }, /^at: -1/],
  ["a field that is not given", { purse: undefined }, /^purse: /],
])("%s cannot be sent", (_, change, message) => {
  expect(() => encode(swipe, { ...value, ...change } as never)).toThrow(message);
});

test("where the length has room and the bytes are cut, the field is truncated", () => {
  const wire = encode(frame, { swipe: { kind: "swipe", ...value } });
  for (const [size, path] of [
    [4, "swipe.at"],
    [7, "swipe.purse"],
    [8, "swipe.card"],
    [9, "swipe.card"],
  ] as const)
    expect(decode(frame, wire.subarray(0, size))).toMatchObject({ ok: false, error: { code: "truncated", path } });
});

test("without bytes at the end, what is left over is a wrong length", () => {
  const closed = struct("closed §1", { port: u8, at: trailing(u16le) });
  expect(decode(closed, bytes("0701"))).toMatchObject({ ok: false, error: { code: "bad-length", offset: 1 } });
  expect(decode(closed, bytes("07"))).toEqual({ ok: true, value: { port: 7, at: null } });
});

test("a table in which something stands behind a field that may be absent contradicts itself", () => {
  expect(() => struct("§1", { at: trailing(u8), port: u8 })).toThrow(/port stands behind at/);
  expect(() => struct("§1", { at: trailing(u8), rest: bytesUntilEnd, more: trailing(u8) })).toThrow(/rest stands/);
  expect(() => trailing(bytesUntilEnd)).toThrow(/cannot be known/);
});

test("a page shows the bytes of a field that may be absent, a view only those that are there", () => {
  const rows = describeLayout(swipe).map(({ path, offset, size, type, zh, unit }) => [
    path,
    offset,
    size,
    type,
    zh,
    unit,
  ]);
  expect(rows).toContainEqual(["at", 1, 4, "u32le, may be absent", "时间戳", "s"]);
  expect(rows).toContainEqual(["purse", 5, 1, "u8, may be absent", "", ""]);
  const shown = (text: string) => frameTree(swipe, bytes(text)).map(({ path, bytes: own }) => [path, hex(own)]);
  expect(shown("070102")).toEqual([
    ["port", "07"],
    ["unparsed", "0102"],
  ]);
  expect(shown("0701000000")).toEqual([
    ["port", "07"],
    ["at", "01000000"],
  ]);
});

const port = struct("port §1", { port: u8, middle: bytesBefore(1), temperature: u8 });
const ports = struct("ports §1", {
  size: lengthOf("body", u8),
  body: struct("ports §2", { ports: list(port, { count: u8, even: true }) }),
});

test.each([
  ["0100", []],
  [
    "0502010a020b",
    [
      [1, "", 10],
      [2, "", 11],
    ],
  ],
  [
    "0702010a0a020b0b",
    [
      [1, "0a", 10],
      [2, "0b", 11],
    ],
  ],
])("%s: items share the region evenly", (text, items) => {
  const wire = bytes(text);
  const list = items.map(([one, middle, temperature]) => ({ port: one, middle: bytes(String(middle)), temperature }));
  expect(decode(ports, wire)).toEqual({ ok: true, value: { body: { ports: list } } });
  expect(hex(encode(ports, { body: { ports: list } } as never))).toBe(text);
});

test.each([
  ["0602010a0a020b", "bad-length", 2, "body.ports"],
  ["020001", "bad-length", 2, "body"],
  ["03020102", "bad-length", 3, "body.ports[0].temperature"],
  ["0702010a0a020b", "truncated", 7, "body.ports[1].temperature"],
])("%s is %s at %i: items that cannot share it", (text, code, offset, path) => {
  expect(decode(ports, bytes(text))).toMatchObject({ ok: false, error: { code, offset, path } });
});

test("items of different size cannot be sent", () => {
  const one = { port: 1, middle: bytes(""), temperature: 1 };
  const value = { body: { ports: [one, { ...one, middle: bytes("aa") }] } };
  expect(() => encode(ports, value)).toThrow(/^body\.ports\[1\]: 3 bytes, the items before it have 2/);
});

test("items of even size are shown one by one", () => {
  const paths = frameTree(ports, bytes("0702010a0a020b0b")).map(({ path }) => path);
  expect(paths).toContain("body.ports[1].temperature");
  expect(describeLayout(ports).find(({ path }) => path === "body.ports")?.type).toBe("list 0..255 of even size");
  expect(() => list(port, { count: "untilEnd", even: true })).toThrow(/need a count/);
});
