import { readFileSync } from "node:fs";
import { ap3000, bkv, ykc } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProtocolDriver } from "../ports/protocol.ts";
import { createDrivers } from "./drivers.ts";

const NOW = Date.UTC(2026, 10, 20) as Instant;
type Vector = {
  readonly name: string;
  readonly hex: string;
  readonly direction?: "up" | "down";
  readonly error?: object;
  readonly options?: object;
  readonly dialect?: string;
};
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
const vectorsOf = (protocol: string, file: string): readonly Vector[] => {
  const path = new URL(`../../../../specs/vectors/${protocol}/${file}.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as { vectors: readonly Vector[] }).vectors.filter(
    ({ dialect, options }) => dialect === undefined && options === undefined,
  );
};
const drivers = createDrivers(480);
const driverOf = (id: string): ProtocolDriver => drivers.get(id) as ProtocolDriver;
const protocols = { ykc, ap3000, bkv } as const;
type Decoded = { readonly body?: Told; readonly message?: Told; readonly payload?: Told };
type Told = { readonly kind: string };
/** What a frame carries, by its kind. */
const kindOf = ({ body, message, payload }: Decoded): string => (body ?? message ?? payload)?.kind ?? "";
const downFrames = (id: keyof typeof protocols, bytes: Uint8Array) => {
  const protocol = protocols[id];
  const cut = protocol.cutFrames(new Uint8Array(0), bytes);
  expect([cut.carry.length, cut.skipped.length]).toEqual([0, 0]);
  return cut.frames.map((frame) => {
    const decoded = protocol.decodeFrame(frame, { direction: "down" });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    return kindOf(decoded.value);
  });
};

/** What each kind is answered by; every other kind is not answered. */
const answers = {
  ykc: {
    login: ["loginAnswer", "setClock"],
    heartbeat: ["heartbeatAnswer"],
    tariffCheck: ["tariffCheckAnswer"],
    transaction: ["transactionConfirm"],
  },
  ap3000: {
    register: ["registerAnswer"],
    heartbeat: ["heartbeatAnswer"],
    oldHeartbeat: ["oldHeartbeatAnswer"],
    settlement: ["settlementAnswer"],
    timeRequest: ["timeAnswer"],
    hostTimeRequest: ["hostTimeAnswer"],
  },
  bkv: { heartbeat: ["heartbeatAnswer"] },
} as const;

describe.each(["ykc", "ap3000", "bkv"] as const)("%s", (id) => {
  const driver = driverOf(id);
  const up = vectorsOf(id, "frames").filter(({ direction = "up", error }) => direction === "up" && error === undefined);

  test("whatever a device sends is taken, and answered as its kind is", () => {
    const seen = new Set<string>();
    for (const { hex, name } of up) {
      const decoded = protocols[id].decodeFrame(bytesOf(hex));
      if (!decoded.ok) throw new Error(name);
      const kind = kindOf(decoded.value);
      const opened = driver.open(bytesOf(hex), NOW);
      if (opened.kind === "broken") {
        expect(["encrypted", "unknown"], name).toContain(kind);
        expect(opened.deny(NOW), name).toBeNull();
        continue;
      }
      if (opened.kind !== "message") throw new Error(name);
      const due: readonly string[] | undefined = (answers[id] as Record<string, readonly string[]>)[kind];
      expect(opened.answer, name).toBe(due === undefined ? "none" : "confirm");
      // A hub whose clock was never set, or stands far ahead, answers all the same.
      for (const now of [NOW, 0, Date.UTC(2150, 0, 1)] as Instant[])
        expect(due === undefined ? undefined : downFrames(id, opened.confirm(now)), name).toEqual(due);
      expect(opened.deny(NOW), name).toBeNull();
      seen.add(kind);
    }
    for (const kind of Object.keys(answers[id])) expect([...seen]).toContain(kind);
  });

  test("what does not decode is refused with its reason and gets no answer", () => {
    const refused = vectorsOf(id, "refusals").filter(({ direction = "up" }) => direction === "up");
    expect(refused.length).toBeGreaterThan(15);
    for (const { hex, name } of refused) {
      const opened = driver.open(bytesOf(hex), NOW);
      expect(opened.kind, name).toBe("broken");
      if (opened.kind !== "broken") continue;
      expect(opened.error, name).toHaveProperty("code");
      expect(opened.deny(NOW), name).toBeNull();
    }
  });

  test("no bytes make it throw, whole or in any pieces", () => {
    const frame = fc.constantFrom(...up.map(({ hex }) => bytesOf(hex)));
    const bent = fc.tuple(frame, fc.nat(), fc.integer({ min: 1, max: 255 })).map(([bytes, at, by]) => {
      const copy = Uint8Array.from(bytes);
      copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ by;
      return copy;
    });
    fc.assert(
      fc.property(fc.oneof(frame, bent, fc.uint8Array({ maxLength: 300 })), fc.nat(), (bytes, at) => {
        const opened = driver.open(bytes, NOW);
        if (opened.kind === "message" && opened.answer === "confirm") driver.open(opened.confirm(NOW), NOW);
        const middle = at % (bytes.length + 1);
        const first = driver.cut(new Uint8Array(0), bytes.subarray(0, middle));
        driver.cut(first.carry, bytes.subarray(middle));
      }),
      { numRuns: 300 },
    );
  });
});

test("YKC: what only a platform sends, and bodies that nobody here can read, are refused with their places", () => {
  const driver = driverOf("ykc");
  const down = vectorsOf("ykc", "frames").filter(({ direction, error }) => direction === "down" && error === undefined);
  expect(down.length).toBeGreaterThan(5);
  for (const { hex, name } of down)
    expect(driver.open(bytesOf(hex), NOW), name).toMatchObject({
      kind: "broken",
      error: { offset: expect.any(Number), code: expect.stringMatching(/^(wrong-direction|unknown-type|encrypted)$/) },
    });
});

test("AP3000: the card number and `link` are no refused bytes; anything else between frames is", () => {
  const driver = driverOf("ap3000");
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  const cut = driver.cut(new Uint8Array(0), text("89860012345678901234link"));
  const later = driver.cut(cut.carry, text("link\0\0garbage"));
  const { skipped } = driver.cut(later.carry, bytesOf("444e59"));
  expect(cut.skipped).toEqual([]);
  const rest = [...later.skipped, ...skipped].map(({ bytes }) => new TextDecoder().decode(bytes)).join("");
  expect(rest).toBe("\0\0garbage");
});

test.each([
  ["port/3", { type: "chargingPort", name: "充电口 3", address: "port/3" }],
  ["port/3/battery", { type: "battery", name: "充电口 3 电池", address: "port/3/battery" }],
  ["temperature/live", { type: "temperatureDetector", name: "温度探测器 live", address: "temperature/live" }],
  ["socket/2/port/0", { type: "chargingPort", name: "插座 2 充电口 0", address: "socket/2/port/0" }],
  ["socket/2", { type: "socket", name: "插座 2", address: "socket/2" }],
  ["other/1", { type: "component", name: "other 1", address: "other/1" }],
])("%s has words", (key, words) => expect(driverOf("ykc").describeComponent(key)).toEqual(words));

test("BKV: what a platform sends is refused, and so is every command: its fields are not published", () => {
  const driver = driverOf("bkv");
  const down = vectorsOf("bkv", "frames").filter(({ direction }) => direction === "down");
  expect(down.length).toBeGreaterThan(3);
  for (const { hex, name } of down)
    expect(driver.open(bytesOf(hex), NOW), name).toMatchObject({ kind: "broken", error: { code: "wrong-direction" } });
  for (const action of ["startCharge", "stopCharge", "read"] as const)
    expect(driver.commands.plan({ action, componentKey: "socket/1/port/0", parameters: {} })).toMatchObject({
      ok: false,
      error: { words: { zh: expect.stringContaining("未公开") } },
    });
});
