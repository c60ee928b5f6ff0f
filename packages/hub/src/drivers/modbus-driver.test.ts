import { modbusRtu, modbusTcp } from "@dianan/codec";
import type { Instant } from "@dianan/model";
import { shippedProfiles } from "@dianan/profile/shipped";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { BusDriver } from "../ports/bus.ts";
import { modbusDrivers } from "./modbus-driver.ts";

const NOW = Date.UTC(2026, 10, 20) as Instant;
const BREAKER = "smart-breaker-a-single";
const [rtu, tcp] = modbusDrivers.map(({ bus }) => bus as BusDriver) as [BusDriver, BusDriver];
const request = (bus: BusDriver, unit: number, serial = 7) => ({
  profileId: BREAKER,
  bytes: bus.ask(BREAKER, unit, "0", serial, NOW),
});
const said = (unit: number, message: object, transaction?: number): Uint8Array =>
  transaction === undefined
    ? modbusRtu.encodeFrame({ unit, message } as Parameters<typeof modbusRtu.encodeFrame>[0])
    : modbusTcp.encodeFrame({ transaction, unit, message } as Parameters<typeof modbusTcp.encodeFrame>[0]);
const registers = (count: number): object => ({
  kind: "inputRegisters",
  address: null,
  registers: Array(count).fill(0xf0),
});

test.each([
  ["plc1/3", { line: "plc1", unit: 3 }],
  ["a/0", { line: "a", unit: 0 }],
  ["plc-1/255", { line: "plc-1", unit: 255 }],
  ["plc1/256", null],
  ["plc1/03", null],
  ["plc1", null],
  ["/3", null],
  ["3", null],
  ["PLC/3", null],
  ["plc1/3/4", null],
  ["-a/3", null],
])("the address %s names %o", (address, place) => expect(tcp.placeOf(address)).toEqual(place));

test("every profile of Modbus that says how it is polled is asked so, its alarms first", () => {
  const polled = Object.values(shippedProfiles).filter(({ transport }) => transport.protocol === "modbus-rtu");
  expect(polled.length).toBeGreaterThanOrEqual(3);
  for (const { id, transport } of polled) {
    const questions = rtu.questionsOf(id, 1);
    expect(questions.map(({ everyMs }) => everyMs)).toEqual(
      transport.poll?.map(({ everySeconds }) => everySeconds * 1_000),
    );
    for (const { key, looks } of questions) {
      const decoded = modbusRtu.decodeFrame(rtu.ask(id, 1, key, 1, NOW), { direction: "down" });
      expect(decoded).toMatchObject({ ok: true, value: { unit: 1 } });
      expect(looks).toMatch(/^1\/[1-4]$/);
    }
    expect(tcp.questionsOf(id, 1).map(({ looks }) => looks)).toEqual(questions.map(() => null));
  }
  expect(rtu.questionsOf(BREAKER, 1)).toMatchObject([{ isUrgent: true }]);
  expect(rtu.questionsOf("wem3080t", 1)).toMatchObject([{ isUrgent: false }]);
});

test("what is not there is not asked: no profile, another protocol's, a unit that a serial line does not have", () => {
  expect(rtu.questionsOf("nowhere", 1)).toEqual([]);
  expect(rtu.questionsOf("constructor", 1)).toEqual([]);
  expect(rtu.questionsOf("gb26875-electrical-fire", 1)).toEqual([]);
  for (const unit of [0, 248, 255]) expect(rtu.questionsOf(BREAKER, unit), String(unit)).toEqual([]);
  expect(tcp.questionsOf(BREAKER, 255)).toHaveLength(1);
  expect(() => rtu.ask(BREAKER, 1, "9", 1, NOW)).toThrow("no question 9");
});

test.each([
  [1, "refused"],
  [2, "refused"],
  [3, "refused"],
  [4, "failed"],
  [5, "busy"],
  [6, "busy"],
  [8, "failed"],
  [10, "absent"],
  [11, "absent"],
  [99, "failed"],
])("exception %i is %s", (code, says) => {
  const bytes = said(3, { kind: "exception", function: 4, code }, 7);
  expect(tcp.open(bytes, request(tcp, 3), NOW)).toMatchObject({ kind: "answer", says });
});

test("an answer of another transaction, unit, function or length is none to this request", () => {
  expect(tcp.open(said(3, registers(24), 7), request(tcp, 3), NOW)).toMatchObject({ kind: "answer", says: "data" });
  for (const bytes of [
    said(3, registers(24), 6),
    said(4, registers(24), 7),
    said(3, registers(23), 7),
    said(3, { kind: "holdingRegisters", address: null, registers: Array(24).fill(0) }, 7),
    said(3, { kind: "exception", function: 3, code: 2 }, 7),
    said(3, { kind: "exception", function: 4, code: 2 }, 8),
    said(3, registers(24), 7).subarray(1),
    request(tcp, 3).bytes,
  ])
    expect(tcp.open(bytes, request(tcp, 3), NOW)).toMatchObject({ kind: "other", error: { code: expect.any(String) } });
  expect(rtu.open(said(3, registers(24)), request(rtu, 3), NOW)).toMatchObject({ says: "data" });
  expect(rtu.open(said(4, registers(24)), request(rtu, 3), NOW)).toMatchObject({ kind: "other" });
});

test("without its request a frame is refused, and every command too", () => {
  for (const driver of modbusDrivers) {
    expect(driver.open(said(3, registers(24)), NOW)).toMatchObject({ kind: "broken", error: { code: "no-request" } });
    const planned = driver.commands.plan({ action: "openBreaker", componentKey: null, parameters: {} });
    expect(planned).toMatchObject({ ok: false, error: { path: null } });
  }
});

test("no bytes make it throw", () => {
  const good = fc.constantFrom(said(3, registers(24), 7), said(3, registers(24)));
  fc.assert(
    fc.property(fc.oneof(good, fc.uint8Array({ maxLength: 280 })), fc.nat(60), fc.nat(255), (bytes, at, by) => {
      const bent = Uint8Array.from(bytes);
      if (at < bent.length) bent[at] = (bent[at] ?? 0) ^ by;
      for (const bus of [rtu, tcp]) {
        bus.open(bent, request(bus, 3), NOW);
        bus.cut(bent.subarray(0, at), bent.subarray(at), request(bus, 3).bytes);
        bus.cut(bent.subarray(0, at), bent.subarray(at), null);
      }
    }),
    { numRuns: 300 },
  );
});
