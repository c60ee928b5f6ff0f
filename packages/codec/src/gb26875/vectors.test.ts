import { readdirSync, readFileSync } from "node:fs";
import { hexBytes, hexText, parseVectors, type Vector, vectorValue } from "@dianan/testkit";
import { describe, expect, test } from "vitest";
import { gb26875 } from "./protocol.ts";

const folder = new URL("../../../../specs/vectors/gb26875/", import.meta.url);
const vectors: readonly Vector[] = readdirSync(folder)
  .sort()
  .flatMap((name) => parseVectors(readFileSync(new URL(name, folder), "utf8")).vectors);

test("there are at least 30 vectors, and at least 40 % of them expect a refusal", () => {
  expect(vectors.length).toBeGreaterThanOrEqual(30);
  expect(vectors.filter(({ error }) => error).length / vectors.length).toBeGreaterThanOrEqual(0.4);
});

describe("GB/T 26875.3-2011 vectors", () => {
  test.each(vectors.filter(({ error }) => error))("refused: $name ($clause)", ({ hex, direction, error }) => {
    const result = gb26875.decodeFrame(hexBytes(hex), { direction });
    expect(result).toMatchObject({ ok: false, error });
    if (!result.ok) expect(result.error.clause).toContain("GB/T 26875.3-2011");
  });

  test.each(vectors.filter(({ error }) => !error))("$name ($clause)", ({ hex, direction, value, normalised }) => {
    const result = gb26875.decodeFrame(hexBytes(hex), { direction });
    expect(result.ok && vectorValue(result.value)).toEqual(value);
    if (!result.ok) return;
    expect(hexText(gb26875.encodeFrame(result.value))).toBe(hex);
    const cut = gb26875.cutFrames(new Uint8Array(0), hexBytes(hex));
    expect(cut.frames.map(hexText)).toEqual([hex]);
    if (normalised !== undefined)
      expect(gb26875.normalise(result.value, { receivedAt: 0, utcOffsetMinutes: 480 })).toEqual(normalised);
  });
});
