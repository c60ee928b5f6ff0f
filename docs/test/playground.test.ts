import { type Protocol, type ProtocolId, protocols } from "@dianan/codec";
import { expect, test } from "vitest";
import { firstSample } from "../.vitepress/theme/playground/first-sample.ts";
import { changedBytes, hexOf, readHex } from "../.vitepress/theme/playground/hex.ts";
import type { Sample } from "../.vitepress/theme/playground/samples.ts";
import {
  itemsOf,
  leavesOf,
  typed,
  withItemTwice,
  withoutItem,
  withValue,
} from "../.vitepress/theme/playground/values.ts";
import { samplesOf } from "../site/samples.ts";
import { otherNumber } from "./browser/other-number.ts";

test("hex is read however it was copied", () => {
  for (const text of ["4040 01", "40:40:01", "0x40, 0x40, 0x01", "\\x40\\x40\\x01", "40-40_01\n"])
    expect(hexOf(readHex(text) as Uint8Array)).toBe("404001");
});

test("what is no hex is refused at its character", () => {
  expect(readHex("40g0")).toMatchObject({ at: 3 });
  expect(readHex("4040x0")).toMatchObject({ at: 5 });
  expect(readHex("报文 40")).toMatchObject({ at: 1 });
  expect(readHex("40 4")).toMatchObject({ at: 4 });
});

test("bytes that differ are named, those that came in addition too", () => {
  expect([...changedBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3, 4))]).toEqual([1, 2]);
  expect([...changedBytes(Uint8Array.of(1, 2), Uint8Array.of(1))]).toEqual([]);
});

const frame = { serial: 1, raw: Uint8Array.of(1), items: [{ a: 1 }, { a: null }], list: [5, 6] };

test("the values of a frame are listed by their paths and replaced one at a time", () => {
  expect(leavesOf(frame).map(({ path }) => path)).toEqual([
    "serial",
    "raw",
    "items[0].a",
    "items[1].a",
    "list[0]",
    "list[1]",
  ]);
  expect(withValue(frame, ["items", 1, "a"], 2)).toEqual({ ...frame, items: [{ a: 1 }, { a: 2 }] });
  expect(frame.items[1]).toEqual({ a: null });
});

test("items of structures can stand twice or go, plain numbers cannot", () => {
  expect(itemsOf(frame)).toEqual([
    ["items", 0],
    ["items", 1],
  ]);
  expect(withItemTwice(frame, ["items", 0])).toEqual({ ...frame, items: [{ a: 1 }, { a: 1 }, { a: null }] });
  expect(withoutItem(frame, ["items", 0])).toEqual({ ...frame, items: [{ a: null }] });
});

test("what is typed keeps the type of the value; what does not fit it is refused", () => {
  expect([
    typed("0x10", 1),
    typed("7", "text"),
    typed("0a", Uint8Array.of(1)),
    typed("", null),
    typed("5", null),
    typed("x", null),
  ]).toEqual([16, "7", Uint8Array.of(10), null, 5, "x"]);
  expect(() => typed("many", 1)).toThrow("is no number");
  expect(() => typed("", 1)).toThrow("is no number");
  expect(() => typed("0g", Uint8Array.of(1))).toThrow("is no hex digit");
});

test.each(Object.keys(protocols) as ProtocolId[])(
  "EF-N.2: the frame that %s is shown with is read and can be changed",
  (id) => {
    const protocol = protocols[id] as unknown as Protocol<unknown>;
    const samples = samplesOf(id) as readonly Sample[];
    const first = samples[firstSample(samples)];
    const read = protocol.decodeFrame(readHex(first?.hex ?? "") as Uint8Array);
    if (!read.ok) throw new Error("it is refused");
    expect(otherNumber(protocol, read.value, {}).hex).not.toBe(first?.hex);
    expect(samples.some(({ isRefused }) => isRefused)).toBe(true);
  },
);

test("without a frame that can be shown alone there is none", () => {
  const one: Sample = { name: "a", hex: "00", direction: "up", isRefused: false, hasEvents: true };
  expect(
    firstSample([
      { ...one, isRefused: true },
      { ...one, direction: "down" },
      { ...one, request: "00" },
    ]),
  ).toBe(-1);
  expect(firstSample([{ ...one, hasEvents: false }, one])).toBe(1);
});
