import { hexBytes, hexText } from "@dianan/testkit";
import { expect, test } from "vitest";
import type { BkvFrame } from "./frame.ts";
import { frameParts } from "./layouts.ts";
import { bkv } from "./protocol.ts";

const none = hexBytes("");
const base = { direction: "up", serial: 1, packetType: 1, gateway: "82200520004869" } as const;
const heartbeat: BkvFrame = {
  ...base,
  payload: { kind: "heartbeat", iccid: "89860012345678901234", firmware: "V1.02", rssi: 31, unparsed: none },
};
const container = (...contents: readonly object[]): BkvFrame => ({
  ...base,
  payload: { kind: "container", items: contents.map((content) => ({ marker: 1, content })) as never },
});

test.each<[string, object, RegExp]>([
  ["a direction that is none", { ...heartbeat, direction: "left" }, /^direction: "left"/],
  ["a gateway of 13 digits", { ...heartbeat, gateway: "8220052000486" }, /^gateway: /],
  ["a serial number of 33 bits", { ...heartbeat, serial: 2 ** 32 }, /^serial: /],
  [
    "an ICCID of 21 characters",
    { ...heartbeat, payload: { ...heartbeat.payload, iccid: "8".repeat(21) } },
    /^payload\.iccid: /,
  ],
  ["a heartbeat downwards", { ...heartbeat, direction: "down" }, /^payload: kind "heartbeat" has no case/],
  [
    "a payload of 2028 bytes",
    { ...base, payload: { kind: "unknown", command: 2, bytes: new Uint8Array(2_028) } },
    /at most 2027/,
  ],
  [
    "a command that has a table as unknown",
    { ...base, payload: { kind: "unknown", command: 0x1000, bytes: none } },
    /command 4096 is not unknown/,
  ],
  [
    "an item of 254 bytes",
    container({ kind: "unknown", tag: 0xee, bytes: new Uint8Array(254) }),
    /content has 254 bytes, at most 253/,
  ],
  [
    "a tag that has a table as unknown",
    container({ kind: "unknown", tag: 0x95, bytes: none }),
    /tag 149 is not unknown/,
  ],
  [
    "a number that does not fit its width",
    container({ kind: "voltage", value: { width: 1, value: 256 } }),
    /content\.value: 256/,
  ],
  [
    "a port status with bit 0 twice",
    container({ kind: "status", value: { reserved: 2 }, unparsed: none }),
    /content\.value/,
  ],
])("encode refuses %s", (_, value, message) => {
  expect(() => bkv.encodeFrame(value as BkvFrame)).toThrow(message);
});

test.each([
  [{ colour: "red" }, /dialect\.colour/],
  [{ statusBits: "green" }, /dialect\.statusBits: "green"/],
  [{ ackDone: 2 }, /dialect\.ackDone: 2/],
])("an unknown dialect option is refused by name: %o", (dialect, message) => {
  const bytes = bkv.encodeFrame(heartbeat);
  const context = { dialect: dialect as never };
  expect(() => bkv.decodeFrame(bytes, context)).toThrow(message);
  expect(() => bkv.encodeFrame(heartbeat, context)).toThrow(message);
  expect(() => bkv.layoutOf(bytes, context)).toThrow(message);
  expect(() => bkv.normalise(heartbeat, { receivedAt: 0, ...context })).toThrow(message);
});

test.each([
  ["unconfirmed", { kind: "diagnostic" }],
  [1, { kind: "commandResult", command: "control", outcome: "done", serial: 1, rawCode: "ack:1" }],
  [0, { kind: "commandResult", command: "control", outcome: "refused", component: "socket/2/port/0" }],
])("an acknowledgement of 1 where %s means done", (ackDone, expected) => {
  const frame = container(
    { kind: "subCommand", value: { width: 2, value: 0x1007 } },
    { kind: "socket", value: { width: 1, value: 2 } },
    { kind: "port", value: { width: 1, value: 0 } },
    { kind: "ack", value: { width: 1, value: 1 } },
  );
  expect(bkv.normalise(frame, { receivedAt: 0, dialect: { ackDone } })).toMatchObject([expected]);
});

test("what a socket says holds for its ports, and a port's own number comes first", () => {
  const port = (number: number) => ({
    marker: 1,
    content: {
      kind: "portItems",
      items: [
        { marker: 1, content: { kind: "port", value: { width: 1, value: number } } },
        { marker: 1, content: { kind: "voltage", value: { width: 2, value: 2_200 + number } } },
      ],
    },
  });
  const frame = container(
    { kind: "subCommand", value: { width: 2, value: 0x1017 } },
    {
      kind: "socketItems",
      items: [{ marker: 1, content: { kind: "socket", value: { width: 1, value: 7 } } }, port(0), port(1)],
    },
    { kind: "voltage", value: { width: 2, value: 2_300 } },
  );
  expect(
    bkv
      .normalise(frame, { receivedAt: 0 })
      .map((event) => (event.kind === "reading" ? [event.component, event.value] : null)),
  ).toEqual([
    [null, 2_300],
    ["socket/7/port/0", 2_200],
    ["socket/7/port/1", 2_201],
  ]);
});

test("times go to their instants and back; a date that there is not is none", () => {
  const at = Date.UTC(2020, 6, 30, 8, 45, 45);
  expect(bkv.instantOf("20200730164545", 480)).toBe(at);
  expect(bkv.timeOf(at + 999, 480)).toBe("20200730164545");
  for (const bad of [
    "20200230000000",
    "20201301000000",
    "20200730240000",
    "20200730164560",
    "00000000000000",
    "2020073016454",
  ])
    expect(bkv.instantOf(bad, 480), bad).toBeNull();
  expect(bkv.instantOf({ raw: new Uint8Array(7).fill(255) }, 480)).toBeNull();
  expect(() => bkv.timeOf(Number.NaN, 480)).toThrow(/^time: /);
});

test("marks inside a frame are data, and a frame whose length lies costs no other frame", () => {
  const marks = bkv.encodeFrame({
    ...base,
    payload: { kind: "networkList", content: hexBytes("fceefcfe0018fcff0018fcee") },
  });
  const good = bkv.encodeFrame(heartbeat);
  const lying = good.slice();
  lying[3] = (lying[3] as number) + 1;
  const { frames, skipped } = bkv.cutFrames(none, Uint8Array.from([...marks, ...lying, ...good, ...marks]));
  expect(frames.map(hexText)).toEqual([marks, good, marks].map(hexText));
  expect(skipped.map(({ bytes }) => hexText(bytes))).toEqual([hexText(lying)]);
});

test("no stream of marks takes long to cut", () => {
  const every = (pattern: readonly number[]) =>
    Uint8Array.from({ length: 4_096 }, (_, i) => pattern[i % pattern.length] as number);
  const hardest = [
    every([0xfc]),
    every([0xfc, 0xfe]),
    every([0xfc, 0xfe, 0x03, 0xfc]),
    // Wherever these starts lead there is an end mark, and the sum is wrong.
    every([0xfc, 0xfe, 0x07, 0xf8, 0xfc, 0xee, 0x00, 0x00]),
  ];
  for (const stream of hardest) {
    const times = Array.from({ length: 5 }, () => {
      const from = performance.now();
      expect(bkv.cutFrames(none, stream).carry.length).toBeLessThan(frameParts.max);
      return performance.now() - from;
    });
    console.log(`bkv: hardest stream of 4096 bytes: ${Math.min(...times).toFixed(2)} ms`);
    expect(Math.min(...times)).toBeLessThan(5);
  }
});

test("a lenient reading takes what is there of an item that runs too far, and reads over a wrong end mark", () => {
  const bytes = hexBytes("fcfe001a10000000000101822005200048690401011017" + "0a010200" + "ff0000");
  const { frame, odd } = bkv.decodeLenient(bytes);
  expect(odd.length).toBeGreaterThan(0);
  expect(frame).toMatchObject({
    payload: {
      kind: "container",
      items: [{ content: { kind: "subCommand" } }, { content: { kind: "serial", value: hexBytes("00") } }],
    },
  });
  expect(bkv.decodeLenient(hexBytes("fcfe"))).toMatchObject({ frame: null });
});
