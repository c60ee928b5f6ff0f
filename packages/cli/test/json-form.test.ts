import { readdirSync, readFileSync } from "node:fs";
import type { DialectOptions, Direction, FrameContext, Protocol } from "@dianan/codec";
import { protocols } from "@dianan/codec";
import { bytes, f32le, struct, text, u8, u16le, union } from "@dianan/layout";
import { describe, expect, test } from "vitest";
import { parseHex, toHex } from "../src/frames/hex-text.ts";
import { fromJson, memberFormsOf, toJson } from "../src/frames/json-form.ts";

type Vector = {
  readonly name: string;
  readonly hex: string;
  readonly direction?: Direction;
  readonly request?: string;
  readonly dialect?: string;
  readonly error?: unknown;
};

const bytesOf = (hex: string): Uint8Array => {
  const parsed = parseHex(hex);
  if (!parsed.ok) throw new TypeError(`${hex} is no hex`);
  return parsed.bytes;
};

const vectorsOf = (id: string): readonly Vector[] => {
  const folder = new URL(`../../../specs/vectors/${id}/`, import.meta.url);
  return readdirSync(folder).flatMap((name) => {
    const file = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as {
      readonly dialect?: string;
      readonly vectors: readonly Vector[];
    };
    return file.vectors.map((one) => (file.dialect === undefined ? one : { dialect: file.dialect, ...one }));
  });
};

const contextOf = (
  dialects: Readonly<Record<string, { readonly options: DialectOptions }>>,
  { direction, request, dialect }: Vector,
): FrameContext => ({
  ...(direction === undefined ? {} : { direction }),
  ...(request === undefined ? {} : { request: bytesOf(request) }),
  ...(dialect === undefined ? {} : { dialect: dialects[dialect]?.options ?? {} }),
});

describe.each(Object.values(protocols) as readonly Protocol<unknown>[])("$id", (protocol) => {
  test("what decode prints is what encode takes, for every vector that decodes", () => {
    const forms = memberFormsOf(protocol);
    let count = 0;
    for (const vector of vectorsOf(protocol.id)) {
      if (vector.error !== undefined) continue;
      const context = contextOf(protocol.dialects, vector);
      const frame = protocol.decodeFrame(bytesOf(vector.hex), context);
      if (!frame.ok) throw new TypeError(`${vector.name}: ${frame.error.code}`);
      const printed = toJson(frame.value);
      expect(toHex(protocol.encodeFrame(fromJson(printed, forms), context)), vector.name).toBe(vector.hex);
      count += 1;
    }
    expect(count).toBeGreaterThan(5);
  });
});

test("what a member is, each kind of message says for itself", () => {
  const { inKind } = memberFormsOf(protocols.ap3000);
  expect(inKind.get("startStop")?.get("order")).toBe("bytes");
  expect(inKind.get("cardSwipe")?.get("secondCard")).toBe("bytes");
  expect(memberFormsOf(protocols.dianan).inKind.get("startCharge")?.get("order")).toBe("plain");
});

test("what JSON has no word for comes back: bytes, floats that are no numbers, the sign of nothing", () => {
  const table = struct("test §1", {
    rate: f32le,
    name: text(3, "ascii"),
    body: union(u8, { one: [1, struct("test §2", { data: bytes(2) })], two: [2, struct("test §3", { data: u16le })] }),
  });
  const forms = memberFormsOf({ tables: [{ zh: "", en: "", layout: table }] });
  const again = (value: unknown): unknown => fromJson(toJson(value), forms);
  for (const rate of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0, 1.5])
    expect(again({ rate })).toEqual({ rate });
  expect(again({ body: { kind: "one", data: Uint8Array.of(1, 2) } })).toEqual({
    body: { kind: "one", data: Uint8Array.of(1, 2) },
  });
  // Only a float can be no number, and only bytes are hex.
  expect(again({ name: "NaN" })).toEqual({ name: "NaN" });
  expect(again({ body: { kind: "two", data: "0102" } })).toEqual({ body: { kind: "two", data: "0102" } });
});

test.each([
  ['{"message":{"kind":"startStop","order":"0g"}}', TypeError, /^order: "g" is no hex digit/],
  ['{"message":{"kind":"alarm","trigger":"012"}}', TypeError, /^trigger: there is an odd number/],
  ['{"bytes":"xy"}', TypeError, /^bytes: /],
  ["{", SyntaxError, /./],
])("%s is refused by name", (json, error, message) => {
  const act = (): unknown => fromJson(json, memberFormsOf(protocols.ap3000));
  expect(act).toThrow(error);
  expect(act).toThrow(message);
});
