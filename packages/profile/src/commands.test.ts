import { dianan } from "@dianan/codec";
import { expect, test } from "vitest";
import { commandFrame, encodeCommand } from "./commands.ts";
import type { Profile } from "./generated/types.ts";
import { shippedProfiles } from "./shipped.ts";

const detector = shippedProfiles["dianan-detector"] as Profile;
const pile = shippedProfiles["dianan-pile"] as Profile;
const context = { device: 1, serial: 7, at: Date.UTC(2026, 0, 1) };

test("a command is the frame that its template makes, with serial, address and time", () => {
  const made = encodeCommand(detector, "silence", {}, { ...context, device: 889 });
  if (!made.ok) throw new Error(made.error.message.en);
  expect(dianan.decodeFrame(made.value)).toMatchObject({
    ok: true,
    value: { device: 889, counter: 7, time: 820_540_800, records: [{ content: { kind: "act", action: 1 } }] },
  });
});

test("a frame can be sealed before it goes", () => {
  const made = commandFrame(detector, "silence", {}, context);
  if (!made.ok) throw new Error(made.error.message.en);
  const hmac = (bytes: Uint8Array): Uint8Array => new Uint8Array(32).fill(bytes.length);
  const sealed = dianan.sealFrame(made.value as never, hmac);
  expect(dianan.isAuthentic(sealed, hmac)).toBe(true);
});

const slots = { port: 1, seconds: 60, energy: 0.01, power: 1, amount: 0, order: "A" };

test("slots are given in people's units and go on the wire in the device's", () => {
  const made = commandFrame(pile, "startCharge", { ...slots, port: 3, energy: 1.5, power: 66.2 }, context);
  expect(made).toMatchObject({
    ok: true,
    value: { records: [{ content: { place: 0x42, maxEnergy: 15_000, maxPower: 662, maxSeconds: 60, order: "A" } }] },
  });
});

test.each<[Record<string, number | string>, string, RegExp]>([
  [{ port: 0 }, "slots.port", /1 to 10/],
  [{ port: 11 }, "slots.port", /1 to 10/],
  [{ port: 1.5 }, "slots.port", /steps of 1/],
  [{ port: "1" }, "slots.port", /takes 1 to 10/],
  [{ port: Number.NaN }, "slots.port", /NaN/],
  [{ power: 0.05 }, "slots.power", /1 to 5000/],
  [{ power: 66.25 }, "slots.power", /steps of 0.1/],
  [{ order: "" }, "slots.order", /1 to 32/],
  [{ order: "x".repeat(33) }, "slots.order", /1 to 32/],
  [{ order: "é" }, "slots.order", /ascii/],
  [{ order: 5 }, "slots.order", /text/],
  [{ volume: 5 }, "slots.volume", /has no volume/],
])("start with %j is refused at %s", (given, path, words) => {
  const made = encodeCommand(pile, "startCharge", { ...slots, ...given }, context);
  expect(made.ok).toBe(false);
  if (made.ok) return;
  expect(made.error.path).toBe(path);
  expect(made.error.message.en).toMatch(words);
  expect(made.error.message.zh).toMatch(/[\u4e00-\u9fff]/);
});

test("a slot that is not given is named", () => {
  const { order: _, ...given } = slots;
  expect(encodeCommand(pile, "startCharge", given, context)).toMatchObject({
    ok: false,
    error: { path: "slots.order" },
  });
});

test.each(["open", "constructor", ""])("a command that the device does not have is refused: %j", (key) => {
  expect(encodeCommand(pile, key, {}, context)).toMatchObject({
    ok: false,
    error: { code: "no-such", path: "command" },
  });
});

test("a template that makes no frame says what does not fit, in the codec's words", () => {
  const broken: Profile = { ...pile, commands: { locate: { frame: { options: {}, records: [] } } } };
  const made = encodeCommand(broken, "locate", {}, context);
  expect(made).toMatchObject({ ok: false, error: { code: "bad-value", path: "commands.locate" } });
});

test("a device address that is too large is refused, not cut", () => {
  expect(encodeCommand(pile, "locate", {}, { ...context, device: 2 ** 48 })).toMatchObject({ ok: false });
});

test("choices are given by name, hex digits checked", () => {
  const own: Profile = {
    ...pile,
    commands: {
      "stopCharge.x": {
        slots: {
          action: { type: "choice", zh: "动作", en: "action", values: { soft: 1, hard: 2 }, default: "soft" },
          place: { type: "text", zh: "位", en: "place", characters: "hex", minLength: 2, maxLength: 2 },
          order: { type: "text", zh: "订单", en: "order", bytes: 4, default: "AB" },
          key: { type: "text", zh: "键", en: "key", characters: "hex", bytes: 2, default: "0aff" },
        },
        frame: {
          kind: { $slot: "action" },
          place: { $slot: "place" },
          order: { $slot: "order" },
          list: [{ $hex: "0A ff" }, { $slot: "key" }],
        },
      },
    },
  };
  const frame = (given: Record<string, string | number>) => commandFrame(own, "stopCharge.x", given, context);
  const key = Uint8Array.of(10, 255);
  expect(frame({ place: "0A" })).toEqual({
    ok: true,
    value: { kind: 1, place: "0A", order: Uint8Array.of(65, 66, 0, 0), list: [key, key] },
  });
  expect(frame({ place: "0A", order: "ABCDE" })).toMatchObject({ ok: false, error: { path: "slots.order" } });
  expect(frame({ place: "0A", key: "0af" })).toMatchObject({ ok: false, error: { path: "slots.key" } });
  expect(frame({ place: "0A", action: "hard" })).toMatchObject({ ok: true, value: { kind: 2 } });
  expect(frame({ place: "0G" })).toMatchObject({ ok: false, error: { path: "slots.place" } });
  expect(frame({ place: "0A", action: "toString" })).toMatchObject({ ok: false, error: { path: "slots.action" } });
});
