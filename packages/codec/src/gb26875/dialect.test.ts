import { describe, expect, test } from "vitest";
import { dialectOf } from "../dialect.ts";
import type { DialectOptions, Direction } from "../protocol.ts";
import { dialectOptions, dialects, perDialect, standard } from "./dialect.ts";
import type { Message } from "./message.ts";
import type { Frame } from "./packet.ts";
import { gb26875 } from "./protocol.ts";

test.each(Object.entries(dialects))(
  "%s is made of options that there are, each of them not the standard's",
  (_, one) => {
    const options: DialectOptions = one.options;
    expect(() => dialectOf(dialectOptions, options)).not.toThrow();
    for (const [name, value] of Object.entries(options))
      expect(value, name).not.toBe(dialectOptions[name as keyof typeof dialectOptions].default);
  },
);

test("every call refuses an option or value that there is not, and names it", () => {
  const frame: Frame = {
    ...{ serial: 1, version: { main: 1, user: 1 }, time: null, source: 1, destination: 0, command: 2 },
    message: { kind: "empty" },
  };
  const bytes = gb26875.encodeFrame(frame);
  for (const dialect of [{ colour: 1 }, { time: "BCD" }, { aduMax: 2048 }, { heartbeatShort: "true" }]) {
    const context = { dialect, receivedAt: 0 };
    const [name] = Object.keys(dialect);
    for (const call of [
      () => gb26875.decodeFrame(bytes, context),
      () => gb26875.decodeLenient(bytes, context),
      () => gb26875.encodeFrame(frame, context),
      () => gb26875.cutFrames(bytes, bytes, context),
      () => gb26875.layoutOf(bytes, context),
      () => gb26875.normalise(frame, context),
      () => gb26875.confirm(frame, null, context),
    ])
      expect(call).toThrow(new RegExp(`^dialect\\.${name}: `));
  }
});

test("what a dialect is made of is made once, by its options and not by their object", () => {
  let made = 0;
  const of = perDialect((dialect) => {
    made += 1;
    return { dialect };
  });
  expect(made).toBe(1);
  expect(of(undefined).dialect).toBe(standard);
  expect(of({})).toBe(of(undefined));
  expect(of({ time: "binary" })).toBe(of(undefined));
  expect(of({ time: "bcd" })).toBe(of({ time: "bcd" }));
  expect(made).toBe(2);
});

const time = { year: 2026, month: 11, day: 20, hour: 8, minute: 5, second: 3 };
const frame = (command: number, message: Message, main = 1): Frame => ({
  ...{ serial: 1, version: { main, user: 1 }, time, source: 1, destination: 0, command, message },
});
const refusal = (one: Frame, dialect: DialectOptions, direction: Direction = "up") => {
  const decoded = gb26875.decodeFrame(gb26875.encodeFrame(one, { dialect }), { dialect, direction });
  return decoded.ok ? null : `${decoded.error.code} ${decoded.error.offset} ${decoded.error.path}`;
};
const codes = (one: Frame, dialect: DialectOptions = {}) =>
  gb26875
    .normalise(one, { receivedAt: 0, dialect })
    .flatMap((event) => (event.kind === "diagnostic" ? [event.code] : []));
const clock: Message = { kind: "transmitterTime", time };

describe("§6.6: the main version is 1", () => {
  test("another one is taken and told; a dialect takes it in silence or refuses it", () => {
    expect(refusal(frame(2, clock, 2), {})).toBeNull();
    expect(codes(frame(2, clock, 2))).toEqual(["main-version"]);
    expect(codes(frame(2, clock, 1))).toEqual([]);
    expect(codes(frame(2, clock, 16), { mainVersion: "take" })).toEqual([]);
    expect(refusal(frame(2, clock, 2), { mainVersion: "refuse" })).toBe("bad-value 4 version.main");
    expect(refusal(frame(2, clock, 1), { mainVersion: "refuse" })).toBeNull();
  });
});

describe("table 3: which type travels with which command, and which way", () => {
  const version: Message = { kind: "transmitterVersion", major: 1, minor: 0 };
  const asked: Message = { kind: "readTransmitterVersion" };
  test.each<readonly [string, number, Message, Direction, boolean]>([
    ["data up", 2, version, "up", true],
    ["a reply up", 5, version, "up", true],
    ["a request down", 4, asked, "down", true],
    ["a command down", 1, { kind: "dutyCheck", timeoutMinutes: 5 }, "down", true],
    ["no data at all", 2, { kind: "empty" }, "up", true],
    ["a user type", 2, { kind: "unknown", typeFlag: 140, bytes: new Uint8Array(0) }, "up", true],
    ["a user command", 200, version, "down", true],
    ["a confirm either way", 3, { kind: "empty" }, "down", true],
    ["data down", 2, version, "down", false],
    ["a request up", 4, asked, "up", false],
    ["a request type as data", 2, asked, "up", false],
    ["data as a control", 1, version, "down", false],
    ["a control type as a request", 4, { kind: "initialise" }, "down", false],
    ["the clock command up", 1, { kind: "setClock", time }, "up", false],
  ])("%s: %#", (_, command, message, direction, isPaired) => {
    const one = frame(command, message);
    expect(refusal(one, {}, direction)).toBeNull();
    const told = gb26875.normalise(one, { receivedAt: 0, direction }).map((event) => "code" in event && event.code);
    expect(told.includes("unexpected-type")).toBe(!isPaired);
    // A user-defined command's data is not for the tables to judge.
    expect(refusal(one, { pairing: "table3" }, direction)).toBe(isPaired ? null : "bad-value 27 message");
  });

  test("a dialect in which devices ask for the time takes the clock command upward", () => {
    const ask = frame(1, { kind: "setClock", time });
    expect(refusal(ask, { pairing: "table3", clockRequests: true })).toBeNull();
    expect(codes(ask, { clockRequests: true })).toEqual(["clock-request"]);
  });
});

test("reserved types are kept, or refused by a dialect; user types and 255 are not reserved", () => {
  const typed = (typeFlag: number) => frame(2, { kind: "unknown", typeFlag, bytes: Uint8Array.of(1) });
  for (const typeFlag of [0, 9, 20, 22, 23, 27, 29, 60, 69, 80, 92, 127]) {
    expect(refusal(typed(typeFlag), {})).toBeNull();
    expect(refusal(typed(typeFlag), { reservedTypes: "refuse" })).toBe("bad-value 27 message");
  }
  for (const typeFlag of [128, 254, 255]) expect(refusal(typed(typeFlag), { reservedTypes: "refuse" })).toBeNull();
});

describe("bit 0 of a status word that says test when it is set", () => {
  const dialect = { statusBit0: "test" } as const;
  test("has the name test, in all three words", () => {
    for (const data of [
      [1, 1, 1, 1, 1, 0],
      [2, 1, 1, 1, 17, 5, 0, 0, 0, 1, 0, ...new Uint8Array(31)],
      [21, 1, 1],
    ]) {
      const kept = frame(200, {
        kind: "unknown",
        typeFlag: data[0] as number,
        bytes: Uint8Array.from([...data.slice(1), 3, 5, 8, 20, 11, 26]),
      });
      const bytes = gb26875.encodeFrame(kept);
      bytes[26] = 2;
      bytes[bytes.length - 3] = ((bytes[bytes.length - 3] ?? 0) - 198) & 255;
      const decoded = gb26875.decodeFrame(bytes, { dialect });
      expect(JSON.stringify(decoded)).toContain('"test":true');
      expect(JSON.stringify(decoded)).not.toContain("normal");
      expect(JSON.stringify(gb26875.decodeFrame(bytes))).toContain('"normal":true');
    }
  });
});

test("type 9 in milliamps, of a residual-current detector and of another", () => {
  const item = { systemType: 1, systemAddress: 1, componentAddress: 5, analogType: 9, time: null };
  const message: Message = {
    kind: "componentAnalog",
    items: [
      { ...item, componentType: 17, value: 312 },
      { ...item, componentType: 16, value: 12_300 },
    ],
  };
  const values = (dialect: DialectOptions) =>
    gb26875
      .normalise(frame(2, message), { receivedAt: 0, dialect })
      .flatMap((event) => (event.kind === "reading" ? [`${event.quantity} ${event.value} ${event.quality}`] : []));
  expect(values({ analogCurrent: "1mA" })).toEqual(["residualCurrent 3120 good", "current 12300 good"]);
  // 31.2 A is no residual current that such a detector can measure.
  expect(values({})).toEqual(["residualCurrent 312000 outOfRange", "current 1230000 good"]);
});

test("a short packet has no head: what it cannot carry is refused", () => {
  const dialect = { heartbeatShort: true };
  const bytes = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const short: Frame = {
    ...{ serial: 0, version: { main: 0, user: 0 }, time: null, source: 0, destination: 0, command: 0 },
    message: { kind: "shortPacket", bytes },
  };
  expect(gb26875.encodeFrame(short, { dialect })).toHaveLength(12);
  expect(() => gb26875.encodeFrame(short)).toThrow(/^message\.kind: short packets/);
  for (const more of [{ serial: 1 }, { source: 5 }, { time }, { version: { main: 1, user: 0 } }])
    expect(() => gb26875.encodeFrame({ ...short, ...more }, { dialect })).toThrow(/a short packet has no head/);
  const wrong = { ...short, message: { kind: "shortPacket", bytes: new Uint8Array(7) } } as const;
  expect(() => gb26875.encodeFrame(wrong, { dialect })).toThrow(/^bytes: 7 bytes/);
});

test("short packets are cut out between frames, byte by byte, and never out of a frame", () => {
  const dialect = { heartbeatShort: true };
  const short = Uint8Array.from([0x40, 0x40, 1, 2, 3, 4, 5, 6, 7, 8, 0x23, 0x23]);
  const whole = gb26875.encodeFrame(frame(2, { kind: "unknown", typeFlag: 200, bytes: short }));
  const stream = Uint8Array.from([...short, ...whole, 0xff, ...short]);
  let carry: Uint8Array = new Uint8Array(0);
  const sizes: number[] = [];
  for (const byte of stream) {
    const cut = gb26875.cutFrames(carry, Uint8Array.of(byte), { dialect });
    carry = cut.carry;
    sizes.push(...cut.frames.map(({ length }) => length));
  }
  expect(sizes).toEqual([12, whole.length, 12]);
});
