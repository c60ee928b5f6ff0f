import { expect, test } from "vitest";
import {
  checksum,
  type DecodeError,
  decode,
  decodeLenient,
  encode,
  lengthOf,
  lengthPrefixed,
  list,
  magic,
  omittableTail,
  reserved,
  struct,
  textUntilEnd,
  timeLabelKeeping,
  u8,
  u16le,
  union,
} from "./index.ts";

const pair = struct("test §2", { a: u8, b: u16le });
const content = union(u8, {
  pairs: [1, struct("test §3", { items: list(pair, { count: u8, min: 1, max: 3 }) })],
  single: [2, struct("test §4", { zero: reserved(1), value: u16le })],
  named: [3, struct("test §5", { name: lengthPrefixed(u8, textUntilEnd("gb18030"), { max: 4 }) })],
});
const frame = struct("test §1", {
  start: magic([0x68, 0x69]),
  serial: u8,
  length: lengthOf("content", u8, { max: 16 }),
  content,
  sum: checksum("sum8", { from: "serial", to: "content" }),
  end: magic([0x16]),
});

const placesOf = (odd: readonly DecodeError[]): readonly string[] =>
  odd.map(({ code, offset, path }) => `${code} ${offset} ${path}`);
const read = (...bytes: readonly number[]) => {
  const { value, odd } = decodeLenient(frame, Uint8Array.from(bytes));
  return { value, odd: placesOf(odd) };
};
/** A frame around these data, with the right length and check. */
const around = (...data: readonly number[]): readonly number[] => {
  const unit = [7, data.length, ...data];
  return [0x68, 0x69, ...unit, unit.reduce((sum, byte) => sum + byte, 0) & 255, 0x16];
};
const pairs = { serial: 7, content: { kind: "pairs", items: [{ a: 1, b: 2 }] } };

test("what a strict reading takes has nothing odd", () => {
  expect(read(...around(1, 1, 1, 2, 0))).toEqual({ value: pairs, odd: [] });
});

test("a wrong mark at either end and a wrong check are listed, in the order of the bytes, and read over", () => {
  const bytes = [...around(1, 1, 1, 2, 0)];
  bytes[1] = 0;
  bytes[9] = 0;
  bytes[10] = 0;
  expect(decode(frame, Uint8Array.from(bytes))).toMatchObject({ ok: false, error: { code: "bad-magic", offset: 0 } });
  expect(read(...bytes)).toEqual({
    value: pairs,
    odd: ["bad-magic 0 start", "bad-checksum 9 sum", "bad-magic 10 end"],
  });
});

test("a frame whose check and end mark are missing still has its value", () => {
  expect(read(...around(1, 1, 1, 2, 0).slice(0, -2))).toEqual({
    value: pairs,
    odd: ["truncated 9 sum", "truncated 9 end"],
  });
});

test("of a list that says more than there is, the whole items stay", () => {
  expect(read(...around(1, 3, 1, 2, 0, 9))).toEqual({
    value: pairs,
    odd: ["bad-length 10 content.items[1].b"],
  });
});

test("a count outside its limits is listed, and what is there is read", () => {
  expect(read(...around(1, 4, 1, 2, 0))).toEqual({
    value: pairs,
    odd: ["bad-value 5 content.items", "bad-length 9 content.items[1].a"],
  });
  expect(read(...around(1, 0, 1, 2, 0)).odd).toEqual(["bad-value 5 content.items", "bad-length 6 content"]);
});

test("a case that does not fit keeps its bytes as unknown", () => {
  expect(read(...around(2, 0, 5))).toEqual({
    value: { serial: 7, content: { kind: "unknown", tag: 2, bytes: Uint8Array.of(0, 5) } },
    odd: ["bad-length 6 content.value"],
  });
});

test("a reserved byte that is not what it must be is listed", () => {
  expect(read(...around(2, 9, 5, 0))).toEqual({
    value: { serial: 7, content: { kind: "single", value: 5 } },
    odd: ["bad-value 5 content.zero"],
  });
});

test("a length over its limit is listed, and the content is read as far as it goes", () => {
  const long = around(1, 1, 1, 2, 0, ...Array.from({ length: 14 }, () => 0));
  expect(read(...long)).toEqual({ value: pairs, odd: ["bad-length 3 length", "bad-length 9 content"] });
  expect(read(...around(3, 5, 97, 98, 99, 100, 101))).toMatchObject({
    value: { content: { kind: "named", name: "abcde" } },
    odd: ["bad-length 5 content.name"],
  });
});

test("a frame cut inside its content has what came, told once", () => {
  expect(read(0x68, 0x69, 7, 9, 1, 2, 1, 2, 0, 9)).toEqual({
    value: pairs,
    odd: ["truncated 10 content.items[1].b", "truncated 10 sum", "truncated 10 end"],
  });
  expect(read(0x68, 0x69, 7, 9, 200, 1, 2)).toMatchObject({
    value: { content: { kind: "unknown", tag: 200, bytes: Uint8Array.of(1, 2) } },
  });
  expect(read(0x68, 0x69, 7, 9, 3, 4, 97).value).toMatchObject({ content: { name: "a" } });
});

test("a value that lacks a part of its own is null, with the reason", () => {
  for (const bytes of [[], [0x68], [0x68, 0x69], [0x68, 0x69, 7], [0x68, 0x69, 7, 4]]) {
    const { value, odd } = read(...bytes);
    expect(value).toBeNull();
    expect(odd.at(-1)).toMatch(/^truncated/);
  }
});

test("bytes behind the layout are listed", () => {
  expect(read(...around(1, 1, 1, 2, 0), 0)).toEqual({ value: pairs, odd: ["bad-length 11 "] });
});

test("no more than eight oddities are listed, and reading goes on", () => {
  const flags = struct("test §6", { items: list(struct("test §7", { zero: reserved(1), n: u8 }), { count: u8 }) });
  const { value, odd } = decodeLenient(flags, Uint8Array.from([20, ...Array.from({ length: 40 }, () => 1)]));
  expect(odd).toHaveLength(8);
  expect(value?.items).toHaveLength(20);
});

test("omittable: null is a value, absence is undefined", () => {
  const label = struct("test §10", { n: u8, time: omittableTail(timeLabelKeeping()) });
  const zeros = { n: 1, time: null };
  expect(decode(label, encode(label, zeros))).toEqual({ ok: true, value: zeros });
  const without = decode(label, Uint8Array.of(1));
  expect(without).toStrictEqual({ ok: true, value: { n: 1, time: undefined } });
  expect(encode(label, { n: 1, time: undefined })).toEqual(Uint8Array.of(1));
  expect(decode(label, Uint8Array.of(1, 2))).toMatchObject({ ok: false, error: { code: "truncated", path: "time" } });
});
