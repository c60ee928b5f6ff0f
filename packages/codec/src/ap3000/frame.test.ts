import { hexBytes, hexText } from "@dianan/testkit";
import { expect, test } from "vitest";
import type { Ap3000Frame } from "./frame.ts";
import { ap3000 } from "./protocol.ts";

const NOTHING = new Uint8Array(0);
const device = { number: 13_544_000, recognition: 4 };
const start: Ap3000Frame = {
  device,
  messageId: 7,
  message: {
    kind: "startStop",
    rate: 0,
    balance: 1_000,
    port: 0,
    action: 1,
    limit: 3_600,
    order: new Uint8Array(16).fill(0x30),
    maxSeconds: 14_400,
    overloadPower: null,
    qr: null,
    unparsed: NOTHING,
  },
};
/** Published register frame. */
const REGISTER = hexBytes("444e5913003b37ab04b900207e00021421000000e4009104");
const registered = (): Ap3000Frame => {
  const frame = ap3000.decodeFrame(REGISTER);
  if (!frame.ok) throw new TypeError(JSON.stringify(frame.error));
  return frame.value;
};

test("a physical id and the number under the QR code come from each other", () => {
  expect(hexText(ap3000.encodeFrame(start)).slice(10, 18)).toBe("40aace04");
  expect(ap3000.physicalIdOf(device)).toBe(0x04ceaa40);
  expect(ap3000.physicalIdText(device)).toBe("04ceaa40");
  expect(ap3000.deviceOf(0x04ceaa40)).toEqual(device);
  expect(ap3000.physicalIdText({ number: 0, recognition: 0 })).toBe("00000000");
  expect(ap3000.physicalIdOf({ number: 0xffffff, recognition: 0xff })).toBe(0xffff_ffff);
});

test.each([
  ["number: 16777216", () => ap3000.physicalIdOf({ number: 0x100_0000, recognition: 4 })],
  ["number: -1", () => ap3000.physicalIdText({ number: -1, recognition: 4 })],
  ["recognition: 256", () => ap3000.physicalIdOf({ number: 1, recognition: 256 })],
  ["recognition: 1.5", () => ap3000.physicalIdOf({ number: 1, recognition: 1.5 })],
  ["physicalId: 4294967296", () => ap3000.deviceOf(2 ** 32)],
  ["physicalId: NaN", () => ap3000.deviceOf(Number.NaN)],
])("%s is no part of a physical id", (message, make) => {
  expect(make).toThrow(RangeError);
  expect(make).toThrow(message);
});

test.each<[string, unknown, RegExp]>([
  [
    "a field behind an absent one",
    { ...start.message, maxSeconds: null, qr: 1 },
    /^message\.qr: maxSeconds before it is null/,
  ],
  ["an order of 15 bytes", { ...start.message, order: new Uint8Array(15) }, /^message\.order: 15 bytes/],
  ["an order as text", { ...start.message, order: "1" }, /^message\.order: /],
  ["a balance below 0", { ...start.message, balance: -1 }, /^message\.balance: -1/],
  ["a balance in yuan", { ...start.message, balance: 10.5 }, /^message\.balance: 10\.5/],
  ["a port of 256", { ...start.message, port: 256 }, /^message\.port: 256/],
  [
    "bytes that would be read as the absent power",
    { ...start.message, unparsed: new Uint8Array(2) },
    /^message\.unparsed: /,
  ],
  ["data over 247 bytes", { kind: "query", unparsed: new Uint8Array(248) }, /^length: message has 248 bytes/],
  ["a kind that is none", { kind: "explode", unparsed: NOTHING }, /kind "explode" has no case/],
  [
    "an unknown command that is known",
    { kind: "unknown", command: 0x82, bytes: NOTHING },
    /command 130 is not unknown/,
  ],
])("encode refuses %s", (_, message, pattern) => {
  expect(() => ap3000.encodeFrame({ ...start, message } as never)).toThrow(pattern);
});

test("an unknown command goes the way in which it is unknown", () => {
  const unknown = (command: number): Ap3000Frame => ({
    ...start,
    message: { kind: "unknown", command, bytes: Uint8Array.of(1) },
  });
  for (const [command, direction] of [
    [0x06, "down"],
    [0x81, "up"],
    [0x99, "up"],
    [0x99, "down"],
  ] as const) {
    const bytes = ap3000.encodeFrame(unknown(command), { direction });
    expect(ap3000.encodeFrame(unknown(command))).toEqual(bytes);
    expect(ap3000.decodeFrame(bytes, { direction })).toEqual({ ok: true, value: unknown(command) });
  }
  expect(() => ap3000.encodeFrame(unknown(0x06), { direction: "up" })).toThrow(/it is powerHeartbeat/);
});

test("an answer has the device and message id of what it answers", () => {
  const frame = ap3000.answer(registered(), Uint8Array.of(0));
  expect(frame).toEqual({
    device: { number: 0xab373b, recognition: 4 },
    messageId: 185,
    message: { kind: "registerAnswer", unparsed: Uint8Array.of(0) },
  });
  expect(hexText(ap3000.encodeFrame(frame))).toBe("444e590a003b37ab04b9002000ef02");
});

test("the time is whole seconds since 1970, whatever the milliseconds", () => {
  const asked: Ap3000Frame = { ...start, message: { kind: "timeRequest", unparsed: NOTHING } };
  const { message } = ap3000.answerTime(asked, Date.UTC(2026, 10, 25) + 999);
  expect(message).toEqual({ kind: "timeAnswer", time: 1_795_564_800, unparsed: NOTHING });
  const host = ap3000.answerTime({ ...start, message: { kind: "hostTimeRequest", unparsed: NOTHING } }, 0);
  expect(host.message.kind).toBe("hostTimeAnswer");
});

test.each<[string, Ap3000Frame["message"]]>([
  ["an answer to a command", { kind: "rebootAnswer", unparsed: NOTHING }],
  ["an alarm push", { kind: "alarm", type: 4, place: 0, trigger: NOTHING }],
  ["a command", start.message],
  ["an unknown message", { kind: "unknown", command: 0x99, bytes: NOTHING }],
])("%s is not answered", (_, message) => {
  expect(() => ap3000.answer({ ...start, message }, NOTHING)).toThrow(/^message\.kind: \w+ has no such answer/);
  expect(() => ap3000.answerTime({ ...start, message }, 0)).toThrow(RangeError);
});

test.each([[{ temperature: "fahrenheit" }], [{ colour: "red" }], [{ rssi: 31 }], [{ hostSwitch: true }]])(
  "dialect %o is refused by name, wherever it is given",
  (dialect) => {
    const [name] = Object.keys(dialect);
    const wrong = { dialect } as never;
    for (const use of [
      () => ap3000.decodeFrame(REGISTER, wrong),
      () => ap3000.decodeLenient(REGISTER, wrong),
      () => ap3000.layoutOf(REGISTER, wrong),
      () => ap3000.cutFrames(NOTHING, REGISTER, wrong),
      () => ap3000.encodeFrame(start, wrong),
      () => ap3000.normalise(start, { receivedAt: 0, ...(wrong as object) }),
    ])
      expect(use).toThrow(`dialect.${name}: `);
  },
);
