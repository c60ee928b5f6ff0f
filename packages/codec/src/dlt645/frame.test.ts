import { decode, encode } from "@dianan/layout";
import { hexBytes, hexText } from "@dianan/testkit";
import { expect, test } from "vitest";
import type { DialectOptions } from "../protocol.ts";
import type { Dlt645Frame } from "./frame.ts";
import { dlt645 } from "./protocol.ts";

const address = "171118445100";
const of = (message: Dlt645Frame["message"]): Dlt645Frame => ({ preamble: 0, address, message });
const plain = { level: 2, bytes: new Uint8Array(3) };
const read = of({ kind: "readRequest", di: 0x0201_0100, unparsed: new Uint8Array(0) });

test.each<[string, Dlt645Frame, RegExp]>([
  ["an address of eleven digits", { ...read, address: "17111844510" }, /^address: /],
  ["an address with a wildcard in its low digits", { ...read, address: "1711184451AA" }, /^address: /],
  ["45 wake-up bytes", { ...read, preamble: 45 }, /^preamble: 45/],
  [
    "an identifier of five bytes",
    of({ kind: "readRequest", di: 2 ** 32, unparsed: new Uint8Array(0) }),
    /^message\.di: /,
  ],
  [
    "a voltage of 1000.0 V",
    of({ kind: "readAnswer", data: { kind: "voltageA", value: 10_000, unparsed: new Uint8Array(0) } }),
    /^message\.data\.value: 10000/,
  ],
  [
    "a negative voltage",
    of({ kind: "readAnswer", data: { kind: "voltageA", value: -1, unparsed: new Uint8Array(0) } }),
    /^message\.data\.value: -1/,
  ],
  [
    "a current of 800 A",
    of({ kind: "readAnswer", data: { kind: "currentA", value: 800_000, unparsed: new Uint8Array(0) } }),
    /^message\.data\.value: 800000/,
  ],
  [
    "a known identifier as unknown",
    of({ kind: "readAnswer", data: { kind: "unknown", di: 0x0201_0100, bytes: new Uint8Array(2) } }),
    /^message\.data: di 33620224 is not unknown/,
  ],
  [
    "a known control code as unknown",
    of({ kind: "unknown", control: 0x11, bytes: new Uint8Array(4) }),
    /^message: control 17 is not unknown/,
  ],
  ["201 bytes of data", of({ kind: "unknown", control: 0x9e, bytes: new Uint8Array(201) }), /^length: /],
  [
    "a write command of 51 bytes",
    of({
      kind: "writeRequest",
      password: plain,
      operator: 0,
      data: { kind: "unknown", di: 0x0400_1101, bytes: new Uint8Array(39) },
    }),
    /^message: 51 bytes, a write command has at most 50/,
  ],
  [
    "plain data under a sealed level",
    of({ kind: "clearMeterRequest", password: { ...plain, level: 0x98 }, operator: 0 }),
    /^message\.password\.level: 98H and 99H/,
  ],
])("encode refuses %s", (_, frame, message) => {
  expect(() => dlt645.encodeFrame(frame)).toThrow(message);
});

test.each<[DialectOptions, string]>([
  [{ decimals: 3 }, "dialect.decimals: there is no such option"],
  [{ powerDecimals: 2 }, "dialect.powerDecimals: 2 is none of [4,3]"],
])("%o is refused by name, wherever a dialect is told", (dialect, message) => {
  const bytes = dlt645.encodeFrame(read);
  const answer = of({ kind: "readAnswer", data: { kind: "voltageA", value: 1, unparsed: new Uint8Array(0) } });
  expect(() => dlt645.decodeFrame(bytes, { dialect })).toThrow(message);
  expect(() => dlt645.encodeFrame(read, { dialect })).toThrow(message);
  expect(() => dlt645.normalise(answer, { receivedAt: 0, dialect })).toThrow(message);
});

test("the direction is the control code's: a request decodes whichever way it is said to go", () => {
  const bytes = dlt645.encodeFrame(read);
  for (const direction of ["up", "down"] as const)
    expect(dlt645.decodeFrame(bytes, { direction })).toEqual({ ok: true, value: read });
});

test("a wrong sum, wrong digits and a wrong end are three findings of one frame", () => {
  const bytes = dlt645.encodeFrame(
    of({ kind: "readAnswer", data: { kind: "voltages", a: 1, b: 2, c: 3, unparsed: new Uint8Array(0) } }),
  );
  bytes[14] = 0x3d;
  bytes[bytes.length - 2] = 0;
  bytes[bytes.length - 1] = 0;
  const result = dlt645.decodeFrame(bytes);
  const { error } = result as Extract<typeof result, { ok: false }>;
  expect([error, ...(error.also ?? [])].map(({ offset, path }) => [offset, path])).toEqual([
    [14, "message.data.a"],
    [20, "sum"],
    [21, "end"],
  ]);
});

/** Of 231.4 V: the value's first byte is at 14, the checksum at 16. */
const sound = dlt645.encodeFrame(
  of({ kind: "readAnswer", data: { kind: "voltageA", value: 2314, unparsed: new Uint8Array(0) } }),
);
const withAdded = (...changes: readonly (readonly [number, number])[]): Uint8Array => {
  const bytes = sound.slice();
  for (const [at, more] of changes) bytes[at] = (bytes[at] ?? 0) + more;
  return bytes;
};

test.each<[string, Uint8Array, object, readonly string[]]>([
  ["nothing odd", sound, { kind: "readAnswer", data: { value: 2314 } }, []],
  ["a wrong checksum", withAdded([16, 1]), { kind: "readAnswer", data: { value: 2314 } }, ["sum"]],
  ["a wrong digit", withAdded([14, 6], [16, 6]), { kind: "readAnswer", data: { value: null } }, ["message.data.value"]],
  [
    "the code of the other edition",
    hexBytes("6800514418111768810643c3ab8967451216"),
    { kind: "read1997Answer", di: 0x9010 },
    ["control"],
  ],
])("a lenient reading takes a frame with %s, and says so", (_, bytes, message, paths) => {
  const { frame, odd } = dlt645.decodeLenient(bytes);
  expect(frame?.message).toMatchObject(message);
  expect(odd.map(({ path }) => path)).toEqual(paths);
});

test("of a frame that is cut nothing is made", () => {
  expect(dlt645.decodeLenient(hexBytes("6800514418111768"))).toMatchObject({
    frame: null,
    odd: [{ code: "truncated", offset: 8 }],
  });
});

/** Byte 2 of the word: bits 7 to 0 are under-voltage, over-voltage, phase loss and over-current, alarm before control. */
test("the control word of a residual-current protector opens bit by bit", () => {
  const word = decode(dlt645.protectorControl, hexBytes("42918253"));
  expect(word).toEqual({
    ok: true,
    value: {
      modes: {
        dataAlarm: true,
        light: false,
        sound: false,
        timedTest: false,
        gradedReturn: false,
        autoReclose: true,
        reserved: 0,
      },
      supply: {
        underVoltageAlarm: true,
        underVoltageControl: false,
        overVoltageAlarm: false,
        overVoltageControl: true,
        phaseLossAlarm: false,
        phaseLossControl: false,
        overCurrentAlarm: false,
        overCurrentControl: true,
        reserved: 0,
      },
      neutral: { testSource: true, neutralLossAlarm: true, neutralLossControl: false, reserved: 0 },
      grades: { threshold: 5, delay: 0, alarmTime: 3, reserved: 0 },
    },
  });
  if (word.ok) expect(hexText(encode(dlt645.protectorControl, word.value))).toBe("42918253");
});

test("the control word is bound to no data identifier", () => {
  const bytes = hexBytes("42918253");
  for (const { code } of Object.values(dlt645.dataIdentifiers)) expect(code).not.toBe(0x0400_1101);
  const frame = of({ kind: "readAnswer", data: { kind: "unknown", di: 0x0400_1101, bytes } });
  expect(dlt645.decodeFrame(dlt645.encodeFrame(frame))).toEqual({ ok: true, value: frame });
});
