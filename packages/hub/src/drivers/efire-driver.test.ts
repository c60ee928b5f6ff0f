import { readFileSync } from "node:fs";
import type { Instant } from "@dianan/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createEfireDriver } from "./efire-driver.ts";

const NOW = Date.UTC(2026, 10, 20) as Instant;
const driver = createEfireDriver(480);
type Vector = {
  readonly name: string;
  readonly hex: string;
  readonly value?: { readonly body?: { readonly kind?: string } };
};
const vectorsOf = (file: string): readonly Vector[] => {
  const path = new URL(`../../../../specs/vectors/efire-7b7b/${file}.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as { readonly vectors: readonly Vector[] }).vectors;
};
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));

test("EF-N.1: a frame is of the serial number in it, whatever was heard before; one without is of who spoke before it", () => {
  let named = 0;
  for (const { name, hex } of vectorsOf("frames")) {
    const alone = driver.open(bytesOf(hex), NOW);
    const heard = driver.open(bytesOf(hex), NOW, "before");
    if (name.includes("no ASCII")) {
      for (const opened of [alone, heard]) expect(opened, name).toMatchObject({ error: { code: "no-address" } });
      continue;
    }
    expect(heard, name).toMatchObject({ kind: "message", answer: "none", isReply: false });
    if (alone.kind === "message") {
      named += 1;
      expect(heard, name).toMatchObject({ wireAddress: alone.wireAddress });
      expect(alone.wireAddress, name).toMatch(/^[\x21-\x7e]{1,14}$/);
    } else {
      expect(alone, name).toMatchObject({ kind: "broken", error: { code: "no-address", path: "body.serial" } });
      expect(heard, name).toMatchObject({ wireAddress: "before" });
    }
  }
  expect(named).toBeGreaterThan(5);
});

test("EF-2.1: the published frame tells residual current, temperatures and phases, each part with its name", () => {
  const published = vectorsOf("frames")[0]?.hex ?? "";
  const opened = driver.open(bytesOf(published), NOW);
  if (opened.kind !== "message") throw new Error("it is a message");
  const parts = new Set(opened.events.flatMap((event) => (event.kind === "reading" ? [event.component ?? ""] : [])));
  expect([...parts].sort()).toEqual(
    [
      "",
      "current/1",
      "phase/a",
      "phase/b",
      "phase/c",
      "phase/n",
      ...[1, 2, 3, 4].map((n) => `temperature/${n}`),
    ].sort(),
  );
  expect(driver.describeComponent("phase/n")).toEqual({ type: "phase", name: "零序", address: "phase/n" });
  expect(driver.describeComponent("current/1").type).toBe("residualCurrentDetector");
});

test("what does not decode is refused with its reason and gets no answer; no command can be sent", () => {
  const refused = vectorsOf("refusals");
  expect(refused.length).toBeGreaterThan(5);
  for (const { hex, name } of refused) {
    const opened = driver.open(bytesOf(hex), NOW, "before");
    expect(opened, name).toMatchObject({ kind: "broken", error: { code: expect.any(String) } });
    if (opened.kind === "broken") expect(opened.deny(NOW)).toBeNull();
  }
  for (const action of ["read", "mute", "openBreaker"] as const)
    expect(driver.commands.plan({ action, componentKey: null, parameters: {} })).toMatchObject({
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
    fc.property(fc.oneof(bent, fc.uint8Array({ maxLength: 500 })), fc.option(fc.string()), (bytes, heardAs) => {
      driver.open(bytes, NOW, heardAs ?? undefined);
      driver.cut(new Uint8Array(0), bytes);
    }),
    { numRuns: 300 },
  );
});
