import type { ModelEvent } from "@dianan/model";
import { hexBytes, hexText } from "@dianan/testkit";
import { expect, test } from "vitest";
import type { DialectOptions } from "../protocol.ts";
import { portStates, stopReasons } from "./codes.ts";
import type { JuyFrame } from "./frame.ts";
import { juy } from "./protocol.ts";

const NOTHING = new Uint8Array(0);
const IMEI = "860000000000017";
/** Published login answer. */
const LOGIN_ANSWER = "5aa50c0081000000000000000000f07d";
const frameOf = (message: JuyFrame["message"], imei: string | null = null): JuyFrame => ({ result: 0, imei, message });
const heartbeat = frameOf({ kind: "heartbeat", rssi: 20, temperature: 25, states: [0], unparsed: NOTHING });
const eventsOf = (frame: JuyFrame, dialect?: DialectOptions): readonly ModelEvent[] =>
  juy.normalise(frame, { receivedAt: 0, ...(dialect === undefined ? {} : { dialect }) });

test("the login answer that switches to the new format is the published one", () => {
  expect(hexText(juy.encodeFrame(juy.answerLogin(new Uint8Array(8), 0xf0)))).toBe(LOGIN_ANSWER);
});

test("before the login answer the head has no IMEI, behind it it has; auto reads both from one stream", () => {
  const stream = [heartbeat, { ...heartbeat, imei: IMEI }].map((frame) => juy.encodeFrame(frame));
  expect(stream.map(({ length }) => length)).toEqual([11, 26]);
  const { frames } = juy.cutFrames(NOTHING, Uint8Array.from(stream.flatMap((bytes) => [...bytes])));
  const imeis = frames.map((bytes) => {
    const frame = juy.decodeFrame(bytes);
    return frame.ok ? frame.value.imei : frame.error;
  });
  expect(imeis).toEqual([null, IMEI]);
});

test.each<[string, JuyFrame, DialectOptions | undefined, RegExp]>([
  [
    "an IMEI in a login",
    { ...juy.answerLogin(NOTHING, 0), imei: IMEI },
    undefined,
    /^imei: under format auto .* has none/,
  ],
  ["an IMEI that auto would not see", { ...heartbeat, imei: "A60000000000017" }, undefined, /^imei: under format auto/],
  ["an IMEI before the login", { ...heartbeat, imei: IMEI }, { format: "old" }, /^imei: under format old .* has none/],
  ["no IMEI behind it", heartbeat, { format: "new" }, /^imei: under format new .* must have one/],
  [
    "data that auto would take for an IMEI",
    frameOf({ kind: "upgrade", unparsed: new Uint8Array(15).fill(0x31) }),
    undefined,
    /^imei: under format auto .* must have one/,
  ],
  ["an IMEI of 16 digits", { ...heartbeat, imei: `${IMEI}0` }, undefined, /^imei: /],
  ["a result of 256", { ...heartbeat, result: 256 }, undefined, /^result: 256/],
  [
    "data over 2041 bytes",
    frameOf({ kind: "stop", unparsed: new Uint8Array(2_042) }),
    undefined,
    /^length: message has 2042/,
  ],
  [
    "ports of different size",
    frameOf({
      kind: "portData",
      voltage: 2_200,
      temperature: 1,
      ports: [
        { port: 1, tier: 0, numbers: NOTHING, temperature: 1 },
        { port: 2, tier: 0, numbers: new Uint8Array(1), temperature: 1 },
      ],
    }),
    undefined,
    /^message\.ports\[1\]: 4 bytes, the items before it have 3/,
  ],
  [
    "numbers of an end whose widths are not known",
    frameOf({
      ...{ kind: "end", port: 1, order: 1, seconds: 1, energy: 1, amount: 1, stopReason: 0 },
      ...{ stopPower: null, card: null, unparsed: NOTHING },
    } as const),
    undefined,
    /kind "end" has no case/,
  ],
])("encode refuses %s", (_, frame, dialect, message) => {
  expect(() => juy.encodeFrame(frame, dialect === undefined ? {} : { dialect })).toThrow(message);
});

test("an answer has the format of what it answers", () => {
  const frame = juy.answer({ ...heartbeat, imei: IMEI }, Uint8Array.of(7));
  expect(frame).toEqual({ result: 0, imei: IMEI, message: { kind: "heartbeatAnswer", unparsed: Uint8Array.of(7) } });
  expect(juy.answer(frameOf({ kind: "keptEnd", port: 1, order: 1, unparsed: NOTHING }), NOTHING, 1)).toEqual({
    ...{ result: 1, imei: null, message: { kind: "endAnswer", unparsed: NOTHING } },
  });
});

test.each<[JuyFrame["message"]]>([
  [{ kind: "startAnswer", unparsed: NOTHING }],
  [{ kind: "stop", unparsed: NOTHING }],
  [{ kind: "unknown", command: 0x99, bytes: NOTHING }],
])("%o is not answered", (message) => {
  expect(() => juy.answer(frameOf(message), NOTHING)).toThrow(/^message\.kind: \w+ has no such answer/);
});

test.each([
  ["unsigned", 0xfb, 2_510],
  ["signed", 0xfb, -50],
  ["signed", 0x80, -1_280],
  ["signed", 0x7f, 1_270],
])("temperature %s: raw %i is %i tenths", (temperature, raw, value) => {
  const frame = { ...heartbeat, message: { ...heartbeat.message, temperature: raw } as JuyFrame["message"] };
  expect(eventsOf(frame, { temperature })).toContainEqual(expect.objectContaining({ quantity: "temperature", value }));
});

test("signal strength is a reading only where the dialect says what it counts", () => {
  const rssi = (dialect?: DialectOptions) =>
    eventsOf(heartbeat, dialect).filter((event) => event.kind === "reading" && event.quantity === "rssi");
  expect(rssi()).toEqual([]);
  expect(rssi({ rssi: "csq" })).toMatchObject([{ value: -730, quality: "good" }]);
});

test("every stop reason and every state of a port is told; an unknown one keeps its code", () => {
  for (let code = 0; code <= 255; code += 1) {
    const [session] = eventsOf(
      frameOf({
        ...{ kind: "end", port: 1, order: 1, seconds: 1, energy: 1, amount: 1, stopReason: code },
        ...{ stopPower: null, card: null, unparsed: NOTHING },
      } as const),
    );
    const end = Object.values(stopReasons).find((row) => row.code === code)?.end ?? "unknown";
    expect(session).toMatchObject({ kind: "session", component: "port/1", end, rawCode: `stop:${code}` });
    const frame = { ...heartbeat, message: { ...heartbeat.message, states: [code] } as JuyFrame["message"] };
    const conditions = eventsOf(frame).filter((event) => event.kind === "condition" && event.present);
    const known = Object.values(portStates).find((row) => row.code === code);
    const type = known === undefined ? "unmapped" : known.alarm;
    expect(conditions).toMatchObject(type === null ? [] : [{ type, component: "port/1", rawCode: `state:${code}` }]);
  }
});

test.each([[{ format: "newest" }], [{ endNumbers: 4 }], [{ temperature: "plain" }], [{ colour: "red" }]])(
  "dialect %o is refused by name, wherever it is given",
  (dialect) => {
    const [name] = Object.keys(dialect);
    const wrong = { dialect } as never;
    const bytes = hexBytes(LOGIN_ANSWER);
    for (const use of [
      () => juy.decodeFrame(bytes, wrong),
      () => juy.decodeLenient(bytes, wrong),
      () => juy.layoutOf(bytes, wrong),
      () => juy.cutFrames(NOTHING, bytes, wrong),
      () => juy.encodeFrame(heartbeat, wrong),
      () => juy.normalise(heartbeat, { receivedAt: 0, ...(wrong as object) }),
    ])
      expect(use).toThrow(`dialect.${name}: `);
  },
);
