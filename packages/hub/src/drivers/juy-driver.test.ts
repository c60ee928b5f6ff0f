import { readFileSync } from "node:fs";
import { juy } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { juyDriver } from "./juy-driver.ts";

const NOW = Date.UTC(2026, 10, 20) as Instant;
const IMEI = "860000000000017";
type Vector = { readonly name: string; readonly hex: string; readonly direction?: string; readonly dialect?: string };
const vectorsOf = (file: string): readonly Vector[] => {
  const path = new URL(`../../../../specs/vectors/juy/${file}.json`, import.meta.url);
  const { vectors } = JSON.parse(readFileSync(path, "utf8")) as { readonly vectors: readonly Vector[] };
  return vectors.filter(({ direction = "up", dialect }) => direction === "up" && dialect === undefined);
};
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
const kindOf = (hex: string): string => {
  const decoded = juy.decodeFrame(bytesOf(hex));
  return decoded.ok ? decoded.value.message.kind : "";
};

test("EF-N.1: a frame is its IMEI's, or where it has none the device's that logged in; nothing is answered: its bytes are not published", () => {
  let named = 0;
  for (const { name, hex } of vectorsOf("frames")) {
    const opened = juyDriver.open(bytesOf(hex), NOW, IMEI);
    if (name.includes("texts that are no text")) {
      expect(opened, name).toMatchObject({ kind: "broken", error: { code: "no-address" } });
      continue;
    }
    expect(opened, name).toMatchObject({ kind: "message", answer: "none", wireAddress: IMEI, isPolled: true });
    // Without a login before it, only what names an IMEI is anybody's.
    const alone = juyDriver.open(bytesOf(hex), NOW);
    if (alone.kind === "message") named += 1;
    else expect(alone, name).toMatchObject({ error: { code: "no-address", offset: 6, path: "imei" } });
    if (["login", "imei"].includes(kindOf(hex))) expect(alone.kind, name).toBe("message");
  }
  expect(named).toBeGreaterThan(5);
});

test("an address that is no IMEI makes nobody of a frame without one", () => {
  const heartbeat = vectorsOf("frames").find(({ name }) => name.startsWith("heartbeat with every"))?.hex ?? "";
  for (const heardAs of ["", "12345", "86000000000001x", "8600000000000170"])
    expect(juyDriver.open(bytesOf(heartbeat), NOW, heardAs)).toMatchObject({
      kind: "broken",
      error: { code: "no-address" },
    });
});

test("what does not decode is refused with its reason and gets no answer", () => {
  const refused = vectorsOf("refusals");
  expect(refused.length).toBeGreaterThan(10);
  for (const { hex, name } of refused) {
    const opened = juyDriver.open(bytesOf(hex), NOW, IMEI);
    expect(opened, name).toMatchObject({ kind: "broken", error: { code: expect.any(String) } });
    if (opened.kind === "broken") expect(opened.deny(NOW)).toBeNull();
  }
});

test("every command is refused: its numbers are not published", () => {
  for (const action of ["startCharge", "stopCharge", "read"] as const)
    expect(juyDriver.commands.plan({ action, componentKey: "port/1", parameters: {} })).toMatchObject({
      ok: false,
      error: { words: { zh: expect.stringContaining("未公开") } },
    });
});

test("no bytes make it throw", () => {
  const frame = fc.constantFrom(...vectorsOf("frames").map(({ hex }) => bytesOf(hex)));
  const bent = fc.tuple(frame, fc.nat(), fc.nat({ max: 255 })).map(([bytes, at, by]) => {
    const copy = Uint8Array.from(bytes);
    copy[at % copy.length] = by;
    return copy;
  });
  fc.assert(
    fc.property(fc.oneof(bent, fc.uint8Array({ maxLength: 200 })), fc.option(fc.string()), (bytes, heardAs) => {
      juyDriver.open(bytes, NOW, heardAs ?? undefined);
      juyDriver.cut(new Uint8Array(0), bytes);
    }),
    { numRuns: 500 },
  );
});
