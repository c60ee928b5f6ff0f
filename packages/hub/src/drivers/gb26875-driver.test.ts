import { readdirSync, readFileSync } from "node:fs";
import { gb26875 } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import { expect, test } from "vitest";
import { createGb26875Driver, gb26875Dialects } from "./gb26875-driver.ts";

const NOW = Date.UTC(2026, 10, 20) as Instant;
const folder = new URL("../../../../specs/vectors/gb26875/", import.meta.url);
type Vector = {
  readonly name: string;
  readonly hex: string;
  readonly direction?: "up" | "down";
  readonly dialect?: string;
  readonly error?: object;
};
const hexBytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
/** Vectors of the standard. */
const vectors = readdirSync(folder)
  .flatMap(
    (name) => (JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { vectors: readonly Vector[] }).vectors,
  )
  .filter(({ dialect }) => dialect === undefined);
const driver = createGb26875Driver(480);
const open = (hex: string) => driver.open(hexBytes(hex), NOW);
const { request, reply, confirm, deny } = gb26875.commands;

const good = vectors.filter(({ error, direction = "up" }) => error === undefined && direction === "up");
test("GB/T 26875.3-2011 §6.5: whatever type a device sends, it is confirmed with its serial", () => {
  const kinds = new Set<string>();
  for (const { hex, name } of good) {
    const frame = gb26875.decodeFrame(hexBytes(hex));
    if (!frame.ok) throw new Error(name);
    const { command, message, serial } = frame.value;
    const opened = open(hex);
    if (command === confirm.code || command === deny.code) continue;
    if (opened.kind !== "message") throw new Error(name);
    expect(opened.answer, name).toBe(command === request.code ? "deny" : command === reply.code ? "none" : "confirm");
    const answer = gb26875.decodeFrame(opened.confirm(NOW), { direction: "down" });
    expect(answer, name).toMatchObject({
      ok: true,
      value: { serial, command: confirm.code, message: { kind: "empty" } },
    });
    kinds.add(message.kind);
  }
  const up = Object.entries(gb26875.typeFlags).filter(([, { direction }]) => direction === "up");
  for (const [kind] of up) expect([...kinds]).toContain(kind);
});

test("a frame that does not decode is denied by its head", () => {
  const broken = vectors.filter(({ error, hex }) => error && hex.startsWith("4040") && hex.length >= 60);
  expect(broken.length).toBeGreaterThan(40);
  for (const { hex, name } of broken) {
    const opened = open(hex);
    if (opened.kind !== "broken") throw new Error(name);
    expect(gb26875.decodeFrame(opened.deny(NOW) as Uint8Array, { direction: "down" }), name).toMatchObject({
      ok: true,
      value: { command: deny.code },
    });
  }
});

test("a hub whose clock stands in 1970 or 2150 confirms and denies all the same", () => {
  for (const now of [0, Date.UTC(2150, 0, 1)] as Instant[])
    for (const { hex } of good.slice(0, 5)) {
      const opened = driver.open(hexBytes(hex), now);
      if (opened.kind !== "message") continue;
      for (const answer of [opened.confirm(now), opened.deny(now) as Uint8Array])
        expect(gb26875.decodeFrame(answer, { direction: "down" }).ok).toBe(true);
    }
  const broken = hexBytes(good[0]?.hex ?? "");
  broken[30] = (broken[30] ?? 0) ^ 1;
  const opened = driver.open(broken, 0 as Instant);
  expect(opened.kind).toBe("broken");
  if (opened.kind === "broken")
    expect(gb26875.decodeFrame(opened.deny(0 as Instant) as Uint8Array, { direction: "down" }).ok).toBe(true);
});

type Dialect = (typeof gb26875Dialects)[number];
const dialectVectors = (file: string): readonly Vector[] =>
  (JSON.parse(readFileSync(new URL(`${file}.json`, folder), "utf8")) as { vectors: readonly Vector[] }).vectors.filter(
    ({ direction = "up", dialect = "" }) => direction === "up" && gb26875Dialects.includes(dialect as Dialect),
  );

test("EF-N.1: frames of each family of devices are read as that family means them, and answered in its form", () => {
  const seen = new Set<string>();
  let differently = 0;
  for (const { hex, name, dialect } of dialectVectors("dialects")) {
    const own = createGb26875Driver(480, dialect as Dialect);
    expect(own.id).toBe(`gb26875.${dialect}`);
    const opened = own.open(hexBytes(hex), NOW, "1");
    expect(opened.kind, name).toBe("message");
    if (opened.kind !== "message") continue;
    const { options } = gb26875.dialects[dialect as Dialect];
    if (opened.answer === "confirm") {
      const answer = gb26875.decodeFrame(opened.confirm(NOW), { direction: "down", dialect: options });
      expect(answer, name).toMatchObject({ ok: true, value: { command: confirm.code } });
    }
    const plain = driver.open(hexBytes(hex), NOW);
    if (plain.kind !== "message" || JSON.stringify(plain.events) !== JSON.stringify(opened.events)) differently += 1;
    seen.add(String(dialect));
  }
  expect(seen.size).toBeGreaterThan(7);
  expect(differently).toBeGreaterThan(7);
});

test("what a family does not send is refused, and no refusal throws, however short the bytes", () => {
  const refused = dialectVectors("dialects-refused").filter(({ error }) => error !== undefined);
  expect(refused.length).toBeGreaterThan(5);
  for (const { hex, name, dialect } of refused) {
    const opened = createGb26875Driver(480, dialect as Dialect).open(hexBytes(hex), NOW);
    expect(opened.kind, name).toBe("broken");
    if (opened.kind === "broken") opened.deny(NOW);
  }
});

test("a heartbeat without a head is of who spoke before on the connection; with nobody before it, it is nobody's", () => {
  const short = dialectVectors("dialects").find(({ name }) => name.includes("packet of 12 bytes"));
  const own = createGb26875Driver(480, "heartbeats");
  expect(own.open(hexBytes(short?.hex ?? ""), NOW, "889")).toMatchObject({ kind: "message", wireAddress: "889" });
  const alone = own.open(hexBytes(short?.hex ?? ""), NOW);
  expect(alone).toMatchObject({ kind: "broken", error: { code: "no-address", path: "source" } });
  expect(driver.open(hexBytes(short?.hex ?? ""), NOW, "889").kind).toBe("broken");
});
