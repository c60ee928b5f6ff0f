import type { ModelEvent } from "@dianan/model";
import { expect, test } from "vitest";
import type { DialectOptions } from "../protocol.ts";
import { pushedAlarms, startResults, stopReasons } from "./codes.ts";
import type { Ap3000Frame } from "./frame.ts";
import { orderText } from "./order-text.ts";
import { ap3000 } from "./protocol.ts";

const NOTHING = new Uint8Array(0);
const device = { number: 1, recognition: 5 };
const eventsOf = (message: Ap3000Frame["message"], dialect?: DialectOptions): readonly ModelEvent[] =>
  ap3000.normalise({ device, messageId: 1, message }, { receivedAt: 0, ...(dialect === undefined ? {} : { dialect }) });
const readingOf = (events: readonly ModelEvent[], quantity: string) =>
  events.flatMap((event) =>
    event.kind === "reading" && event.quantity === quantity ? [[event.value, event.quality] as const] : [],
  );

const heartbeat = (rssi: number | null, temperature: number | null): Ap3000Frame["message"] => ({
  kind: "heartbeat",
  voltage: 2_200,
  states: [],
  rssi,
  temperature,
  unparsed: NOTHING,
});
const oldHeartbeat = (temperature: number): Ap3000Frame["message"] => ({
  kind: "oldHeartbeat",
  firmware: 126,
  voltage: 2_200,
  states: [],
  powers: [],
  peakPowers: [],
  virtualId: 0,
  rssi: 0,
  deviceType: 0,
  temperature,
  workMode: 0,
  unparsed: NOTHING,
});

test.each<[string, readonly [number, string], readonly [number, string]]>([
  ["byCommand", [250, "good"], [900, "good"]],
  ["minus65", [250, "good"], [250, "good"]],
  ["plain", [900, "good"], [900, "good"]],
])("temperature %s: raw 90 is %o, in the old heartbeat %o", (temperature, now, old) => {
  expect(readingOf(eventsOf(heartbeat(1, 90), { temperature }), "temperature")).toEqual([now]);
  expect(readingOf(eventsOf(oldHeartbeat(90), { temperature }), "temperature")).toEqual([old]);
});

test.each(["byCommand", "minus65", "plain"])("temperature %s: raw 0 is no sensor, absent is nothing", (temperature) => {
  expect(readingOf(eventsOf(heartbeat(1, 0), { temperature }), "temperature")).toEqual([[0, "sentinel"]]);
  expect(readingOf(eventsOf(oldHeartbeat(0), { temperature }), "temperature")).toEqual([[0, "sentinel"]]);
  expect(readingOf(eventsOf(heartbeat(null, null), { temperature }), "temperature")).toEqual([]);
});

test.each([
  ["csq", 0, [-1_130, "good"]],
  ["csq", 31, [-510, "good"]],
  ["csq", 32, [-490, "outOfRange"]],
  ["csq", 99, [0, "sentinel"]],
  ["minus100", 0, [-1_000, "good"]],
  ["minus100", 31, [-690, "good"]],
  ["minus100", 99, [-10, "good"]],
] as const)("rssi %s: raw %i is %o", (rssi, raw, expected) => {
  expect(readingOf(eventsOf(heartbeat(raw, null), { rssi }), "rssi")).toEqual([expected]);
});

test.each([
  ["unstated", 1, []],
  ["oneIsClosed", 1, [[1, "good"]]],
  ["oneIsClosed", 0, [[0, "good"]]],
  ["zeroIsClosed", 1, [[0, "good"]]],
  ["zeroIsClosed", 0, [[1, "good"]]],
  ["zeroIsClosed", 2, []],
] as const)("switch of a host, %s: raw %i is %o", (hostSwitch, raw, expected) => {
  const status = {
    kind: "hostStatus",
    switch: raw,
    ...{ temperature: 0, voltage: 0, current: 0, energy: 0, unparsed: NOTHING },
    ...{ meterCurrent: null, meterEnergy: null, smoke: null, relay: null, leakage: null },
    ...{ liveTemperature: null, neutralTemperature: null, locked: null, style: null },
  } as const;
  expect(readingOf(eventsOf(status, { hostSwitch }), "switchState")).toEqual(expected);
});

const settled = (stopReason: number): readonly ModelEvent[] =>
  eventsOf({
    ...{ kind: "settlement", seconds: 1, maxPower: 1, energy: 1, port: 0, startMode: 0, card: 0, stopReason },
    ...{ order: null, secondMaxPower: null, time: null, unparsed: NOTHING },
  });

test("every stop reason ends the session, keeps its code, and none that is abnormal is without a condition", () => {
  const known = new Set<number>(Object.values(stopReasons).map(({ code }) => code));
  expect(known.size).toBe(0x1c);
  for (let code = 0; code <= 255; code += 1) {
    const [session, ...conditions] = settled(code);
    expect(session).toMatchObject({ kind: "session", phase: "ended", rawCode: `stop:${code}`, component: "port/1" });
    if (session?.kind !== "session") throw new TypeError("the first event is the session");
    if (!known.has(code)) expect(session.end).toBe("unknown");
    for (const one of conditions)
      expect(one).toMatchObject({ kind: "condition", present: true, rawCode: `stop:${code}` });
    if (session.end === "unknown") expect(conditions).toHaveLength(1);
  }
});

test("every result of a start and every kind of alarm is told; an unknown one is unmapped", () => {
  for (let code = 0; code <= 255; code += 1) {
    const answer = {
      kind: "startStopAnswer",
      result: code,
      order: null,
      port: 3,
      waiting: null,
      unparsed: NOTHING,
    } as const;
    const [result, problem] = eventsOf(answer);
    expect(result).toMatchObject({
      kind: "commandResult",
      outcome: code === 0 ? "done" : expect.stringMatching(/refused|failed/),
    });
    if (!Object.values(startResults).some((row) => row.code === code))
      expect(problem).toMatchObject({ type: "unmapped" });
    const [pushed] = eventsOf({ kind: "alarm", type: code, place: 3, trigger: NOTHING });
    const type = Object.values(pushedAlarms).find((row) => row.code === code)?.alarm ?? "unmapped";
    expect(pushed).toMatchObject({
      kind: "condition",
      type,
      present: true,
      component: "port/4",
      rawCode: `alarm:${code}`,
    });
  }
});

test("only hosts tell of units on RS-485", () => {
  for (const [recognition, component] of [
    [9, "unit/3"],
    [10, "unit/3"],
    [5, "port/4"],
    [200, "port/4"],
  ] as const) {
    const message = { kind: "alarm", type: 1, place: 3, trigger: NOTHING } as const;
    const frame = { device: { number: 1, recognition }, messageId: 1, message };
    expect(ap3000.normalise(frame, { receivedAt: 0 })).toMatchObject([{ component }]);
  }
});

const bytes = (text: string): Uint8Array => Uint8Array.from([...text].map((char) => char.charCodeAt(0)));
test.each<[string, Uint8Array | null, string | null]>([
  ["nothing", null, null],
  ["zeros", new Uint8Array(16), null],
  ["text to its end", bytes("2026112500000001"), "2026112500000001"],
  ["text with zeros behind it", bytes("A-1\0\0\0\0\0\0\0\0\0\0\0\0\0"), "A-1"],
  ["digits in nibbles", Uint8Array.from({ length: 16 }, (_, i) => i), "000102030405060708090a0b0c0d0e0f"],
  ["a zero inside", bytes("A\0B"), "410042"],
])("an order of %s is %s", (_, order, text) => {
  expect(orderText(order)).toBe(text);
});
