import { arbitraryOf } from "@dianan/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { EfireFrame } from "./frame.ts";
import { efire7b7b } from "./protocol.ts";
import { readingsBody } from "./readings-body.ts";

const told = { receivedAt: 0 };
const frames = arbitraryOf(readingsBody).map(
  (body): EfireFrame => ({ isWrapped: false, body: { kind: "readings", ...body } }),
);
type Readings = Extract<EfireFrame["body"], { kind: "readings" }>;
const withBody = (frame: EfireFrame, change: Partial<Readings>): EfireFrame => ({
  ...frame,
  body: { ...(frame.body as Readings), ...change },
});

test("a sensor that is not there is no number, and no alarm of its own", () => {
  fc.assert(
    fc.property(frames, (frame) => {
      const quiet = {
        residual: false,
        temperature1: false,
        temperature2: false,
        temperature3: false,
        temperature4: false,
      };
      const none = withBody(frame, {
        temperature1: null,
        alarms: { ...quiet, reserved: 0 },
        wiringFaults: { ...quiet, reserved: 0 },
      });
      const events = efire7b7b
        .normalise(none, told)
        .filter((event) => "component" in event && event.component === "temperature/1");
      expect(events).toMatchObject([
        { kind: "reading", value: 0, quality: "missing" },
        { kind: "condition", type: "sensorFault", present: false },
        { kind: "condition", type: "temperatureOver", present: false },
      ]);
    }),
    { numRuns: 50 },
  );
});

test("every alarm bit becomes its condition, present as the bit is; unnamed bits are unmapped and never lost", () => {
  fc.assert(
    fc.property(frames, (frame) => {
      const { alarms, wiringFaults, voltageAlarms, currentAlarms } = frame.body as Readings;
      const conditions = efire7b7b.normalise(frame, told).filter((event) => event.kind === "condition");
      const presentOf = (rawCode: string) => conditions.find((event) => event.rawCode === rawCode)?.present;
      expect([0, 1, 2, 3, 4].map((bit) => presentOf(`alarm:${bit}`))).toEqual([
        alarms.residual,
        alarms.temperature1,
        alarms.temperature2,
        alarms.temperature3,
        alarms.temperature4,
      ]);
      expect([0, 1, 2, 3, 4].map((bit) => presentOf(`wiring:${bit}`))).toEqual([
        wiringFaults.residual,
        wiringFaults.temperature1,
        wiringFaults.temperature2,
        wiringFaults.temperature3,
        wiringFaults.temperature4,
      ]);
      expect(presentOf("voltage:0")).toBe(voltageAlarms.over);
      expect(presentOf("voltage:8")).toBe(voltageAlarms.under);
      expect(presentOf("current:0")).toBe(currentAlarms.over);
      const unnamed = [alarms, wiringFaults, voltageAlarms, currentAlarms].filter(({ reserved }) => reserved !== 0);
      expect(conditions.filter(({ type }) => type === "unmapped")).toHaveLength(unnamed.length);
    }),
    { numRuns: 100 },
  );
});

test("no float becomes a reading that is not a whole number within what integers hold", () => {
  fc.assert(
    fc.property(frames, (frame) => {
      for (const event of efire7b7b.normalise(frame, told))
        if (event.kind === "reading") expect(Number.isSafeInteger(event.value)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("the clock's zone is the caller's to say", () => {
  const frame: EfireFrame = fc.sample(frames, { numRuns: 1, seed: 1 })[0] as EfireFrame;
  const time = { year: 2026, month: 11, day: 25, hour: 8, minute: 0, second: 0 };
  const clock = (utcOffsetMinutes?: number) =>
    efire7b7b.normalise(withBody(frame, { time }), {
      ...told,
      ...(utcOffsetMinutes === undefined ? {} : { utcOffsetMinutes }),
    })[0];
  expect(clock()).toEqual({ kind: "deviceClock", at: Date.UTC(2026, 10, 25) });
  expect(clock(0)).toEqual({ kind: "deviceClock", at: Date.UTC(2026, 10, 25, 8) });
});

test.each<[Partial<EfireFrame> & object, RegExp]>([
  [{ isWrapped: 1 as never }, /^isWrapped: takes true or false/],
  [{ body: { kind: "unknown", command: 0x92, bytes: new Uint8Array(0) } }, /^body: command 146 is not unknown/],
  [{ body: { kind: "unknown", command: 256, bytes: new Uint8Array(0) } }, /^command: 256/],
  [{ body: { kind: "unknown", command: 1, bytes: new Uint8Array(1_025) } }, /^length: body has 1025 bytes/],
])("encode refuses %o", (change, message) => {
  const frame: EfireFrame = { isWrapped: true, body: { kind: "unknown", command: 1, bytes: new Uint8Array(0) } };
  expect(() => efire7b7b.encodeFrame({ ...frame, ...change })).toThrow(message);
});

test("encode refuses -200 as a temperature, and numbers beyond single precision", () => {
  const frame = fc.sample(frames, { numRuns: 1, seed: 2 })[0] as EfireFrame;
  expect(() => efire7b7b.encodeFrame(withBody(frame, { temperature2: -200 }))).toThrow(
    /^body\.temperature2: -200 means/,
  );
  expect(() => efire7b7b.encodeFrame(withBody(frame, { residualCurrent: 1e39 }))).toThrow(
    /^body\.residualCurrent: 1e\+39/,
  );
});

test("a dialect that there is not is refused by name", () => {
  const dialect = { phases: 1 };
  const frame: EfireFrame = { isWrapped: false, body: { kind: "unknown", command: 1, bytes: new Uint8Array(0) } };
  expect(() => efire7b7b.decodeFrame(new Uint8Array(9), { dialect })).toThrow(
    "dialect.phases: there is no such option",
  );
  expect(() => efire7b7b.encodeFrame(frame, { dialect })).toThrow("dialect.phases");
  expect(() => efire7b7b.normalise(frame, { ...told, dialect })).toThrow("dialect.phases");
});

test("a lenient reading takes a frame over a wrong CRC, wrapped or not", () => {
  for (const isWrapped of [true, false]) {
    const frame = { ...(fc.sample(frames, { numRuns: 1, seed: 3 })[0] as EfireFrame), isWrapped };
    const bytes = efire7b7b.encodeFrame(frame);
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    expect(efire7b7b.decodeLenient(bytes)).toMatchObject({ frame, odd: [{ code: "bad-checksum", path: "crc" }] });
    expect(efire7b7b.decodeLenient(efire7b7b.encodeFrame(frame)).odd).toEqual([]);
    expect(efire7b7b.decodeLenient(bytes.subarray(0, 4)).frame).toBeNull();
  }
});
