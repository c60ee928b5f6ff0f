import { hexBytes, hexText } from "@dianan/testkit";
import { expect, test } from "vitest";
import type { YkcFrame } from "./frame.ts";
import { frameParts } from "./layouts.ts";
import { ykc } from "./protocol.ts";
import { stopCodes, stopMeaning } from "./stop-codes.ts";

const none = hexBytes("");
const heartbeat: YkcFrame = {
  seq: hexBytes("0047"),
  encryption: 0,
  body: { kind: "heartbeat", pile: "55031412782305", gun: "01", state: 0, unparsed: none },
};

test.each<[string, object, RegExp]>([
  ["a sequence number of one byte", { ...heartbeat, seq: hexBytes("00") }, /^seq: /],
  ["an encryption of 256", { ...heartbeat, encryption: 256 }, /^body: |^encryption: /],
  ["a pile number of 13 digits", { ...heartbeat, body: { ...heartbeat.body, pile: "5503141278230" } }, /^body\.pile: /],
  ["a gun with a letter", { ...heartbeat, body: { ...heartbeat.body, gun: "0A" } }, /^body\.gun: /],
  ["a state of 256", { ...heartbeat, body: { ...heartbeat.body, state: 256 } }, /^body\.state: /],
  ["a body without its state", { ...heartbeat, body: { kind: "heartbeat", pile: "0".repeat(14) } }, /^body/],
  ["a kind that there is not", { ...heartbeat, body: { kind: "hello" } }, /^body: kind "hello"/],
  [
    "a body beyond the length",
    { ...heartbeat, body: { kind: "unknown", type: 254, bytes: new Uint8Array(197) } },
    /body has 197 bytes, at most 196/,
  ],
  [
    "bytes of a type that the document gives",
    { ...heartbeat, body: { kind: "unknown", type: 3, bytes: none } },
    /type 3 is not unknown/,
  ],
  [
    "kept bytes that the table of their type reads",
    { ...heartbeat, body: { kind: "unknown", type: 0x36, bytes: hexBytes("5503141278230501") } },
    /type 54 is not unknown/,
  ],
  ["a wrong check value", { ...heartbeat, wrongCrc: 1 }, /^wrongCrc: .* lenientCrc/],
])("encode refuses %s", (_, value, message) => {
  expect(() => ykc.encodeFrame(value as YkcFrame)).toThrow(message);
});

test("under lenientCrc a wrong check value must be wrong, and fit two bytes", () => {
  const context = { dialect: { lenientCrc: true } };
  const right = ykc.encodeFrame(heartbeat);
  const crc = (right.at(-2) as number) + 256 * (right.at(-1) as number);
  expect(() => ykc.encodeFrame({ ...heartbeat, wrongCrc: crc }, context)).toThrow(/is the right check value/);
  expect(() => ykc.encodeFrame({ ...heartbeat, wrongCrc: 65_536 }, context)).toThrow(RangeError);
  expect(hexText(ykc.encodeFrame({ ...heartbeat, wrongCrc: 0x9068 }, context))).toMatch(/6890$/);
});

test.each([
  [{ colour: "red" }, /dialect\.colour/],
  [{ version: "1.7" }, /dialect\.version: "1\.7"/],
  [{ lenientCrc: "yes" }, /dialect\.lenientCrc: "yes"/],
])("an unknown dialect option is refused by name: %o", (dialect, message) => {
  const bytes = ykc.encodeFrame(heartbeat);
  expect(() => ykc.decodeFrame(bytes, { dialect: dialect as never })).toThrow(message);
  expect(() => ykc.encodeFrame(heartbeat, { dialect: dialect as never })).toThrow(message);
  expect(() => ykc.layoutOf(bytes, { dialect: dialect as never })).toThrow(message);
});

test("lenientCrc never hides a wrong length or body", () => {
  const context = { dialect: { lenientCrc: true } };
  const short = hexBytes("680b004700035503141278230500006890".slice(0, 30));
  expect(ykc.decodeFrame(short, context)).toMatchObject({ ok: false, error: { code: "bad-length" } });
});

test("V1.5 keeps A1 to A4, the checked dialect keeps what was not compared with the document", () => {
  const a1 = ykc.encodeFrame({
    ...heartbeat,
    body: {
      kind: "parallelStart",
      transaction: "0".repeat(32),
      pile: "55031412782305",
      gun: "01",
      card: "0".repeat(16),
      physicalCard: new Uint8Array(8),
      balance: 0,
      parallelOrder: "0".repeat(12),
      unparsed: none,
    },
  });
  for (const dialect of [ykc.dialects["v1.5"].options, ykc.dialects.checked.options]) {
    const kept = ykc.decodeFrame(a1, { dialect });
    expect(kept).toMatchObject({ ok: true, value: { body: { kind: "unknown", type: 0xa4 } } });
    if (kept.ok) expect(hexText(ykc.encodeFrame(kept.value, { dialect }))).toBe(hexText(a1));
  }
});

test("stop codes: every code from 0 to 255 has an end, and the ranges hold without a row", () => {
  for (let code = 0; code <= 255; code += 1) {
    const { end, alarm } = stopMeaning(code);
    const isKnown = code >= 0x40 && code <= 0x45;
    if (code >= 0x4a && code <= 0x69) expect(end, String(code)).toBe("startFailed");
    else if (!isKnown && !(code >= 0x6a && code <= 0x90))
      expect([end, alarm], String(code)).toEqual(["unknown", "unmapped"]);
    else if (!isKnown) expect(alarm, String(code)).not.toBeNull();
  }
  expect(stopMeaning(stopCodes.powerLoss.code)).toMatchObject({ end: "powerLoss", alarm: "powerOutage" });
  expect(stopMeaning(0x8a)).toEqual({ end: "unknown", alarm: "chargeAbnormalOff", text: "" });
});

test("a time goes to its instant and back, with its weekday", () => {
  const sunday = Date.UTC(2026, 10, 29, 4, 5, 6, 789);
  const time = ykc.timeOf(sunday, 480);
  expect(time).toEqual({ year: 2026, month: 11, day: 29, weekday: 7, hour: 12, minute: 5, millisecond: 6_789 });
  expect(ykc.instantOf(time, 480)).toBe(sunday);
  expect(ykc.instantOf(null, 480)).toBeNull();
  expect(ykc.instantOf({ raw: new Uint8Array(7) }, 480)).toBeNull();
  expect(() => ykc.timeOf(Date.UTC(1999, 0, 1), 0)).toThrow(/^time: /);
  expect(() => ykc.timeOf(Number.NaN, 0)).toThrow(/^time: /);
});

test("a start in noise is given up as soon as a sound frame lies inside what it claims", () => {
  const sound = ykc.encodeFrame(heartbeat);
  const stream = hexBytes(`68${hexText(sound).repeat(12)}`);
  const { frames, skipped } = ykc.cutFrames(none, stream);
  expect(frames.map(hexText)).toEqual(Array.from({ length: 12 }, () => hexText(sound)));
  expect(skipped.map(({ bytes }) => hexText(bytes))).toEqual(["68"]);
});

test("no stream of start marks and lengths takes long to cut", () => {
  const hardest = [
    new Uint8Array(4_096).fill(0x68),
    Uint8Array.from({ length: 4_096 }, (_, i) => [0x68, 200, 0x68, 100][i % 4] as number),
    Uint8Array.from({ length: 4_096 }, (_, i) => [0x68, 200, 0x68, 60, 0, 0][i % 6] as number),
    Uint8Array.from({ length: 4_096 }, (_, i) => (i % 2 === 0 ? 0x68 : 4 + ((i * 7) % 100))),
  ];
  for (const stream of hardest) {
    const times = Array.from({ length: 5 }, () => {
      const from = performance.now();
      const cut = ykc.cutFrames(none, stream);
      expect(cut.carry.length).toBeLessThan(frameParts.max);
      return performance.now() - from;
    });
    console.log(`ykc: hardest stream of 4096 bytes: ${Math.min(...times).toFixed(2)} ms`);
    expect(Math.min(...times)).toBeLessThan(5);
  }
});

test("a lenient reading keeps a body that does not fit, and says what was odd", () => {
  const badPile = hexBytes("680d00470003f50314127823050100aaaa");
  const { frame, odd } = ykc.decodeLenient(badPile);
  expect(frame).toMatchObject({ body: { kind: "unknown", type: 3 }, wrongCrc: 0xaaaa });
  expect(odd.map(({ code, path }) => [code, path])).toEqual([
    ["bad-value", "body.pile"],
    ["bad-checksum", "crc"],
  ]);
  expect(ykc.decodeLenient(hexBytes("68"))).toMatchObject({ frame: null, odd: [{ code: "truncated" }] });
});
