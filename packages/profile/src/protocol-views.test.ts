import { dlt645, modbusRtu, modbusTcp, type Protocol } from "@dianan/codec";
import type { ModelEvent } from "@dianan/model";
import { expect, test } from "vitest";
import { applyProfile } from "./apply.ts";
import { showEvent } from "./expected-events.ts";
import type { Point, Profile } from "./generated/types.ts";
import { starterProfiles } from "./shipped.ts";
import { validateProfile } from "./validate.ts";

const component = { key: "a", zh: "部件", en: "part", type: 0 };
/** A starter with these points only. */
const withPoints = (protocol: string, points: readonly Point[]): Profile => {
  const starter = starterProfiles[protocol] as Profile;
  const checked = validateProfile({ ...starter, components: [component], points, conditions: [] });
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
};
const told = (events: readonly ModelEvent[]): readonly string[] =>
  events
    .map(showEvent)
    .filter(({ code }) => code !== "unknown-component")
    .map(({ kind, quantity, value, quality, code }) =>
      kind === "reading"
        ? `${quantity} ${value ?? ""}${quality === undefined ? "" : ` ${quality}`}`
        : `${kind} ${code ?? ""}`,
    );

const registers = (message: object, points: readonly Point[], isKnown = true): readonly string[] => {
  const request = modbusRtu.encodeFrame(
    { unit: 1, message: { kind: "readInputRegisters", address: 8, quantity: 4 } },
    { direction: "down" },
  );
  const answer = modbusRtu.encodeFrame({ unit: 1, message } as never, { direction: "up", request });
  const frame = modbusRtu.decodeFrame(answer, { direction: "up", ...(isKnown ? { request } : {}) });
  if (!frame.ok) throw new Error(JSON.stringify(frame.error));
  return told(applyProfile(withPoints("modbus-rtu", points), frame.value, { receivedAt: 0, direction: "up" }));
};
const inputs = { kind: "inputRegisters", address: 8, registers: [0x4234, 0, 0xffff, 1] };
const at = (address: number, more: object = {}): Point => ({
  quantity: "temperature",
  register: { function: 4, address, ...more },
});

test.each<[string, Point, readonly string[]]>([
  ["the first register", at(8), ["temperature 16948 °C outOfRange"]],
  ["an entity number is one more than the wire address", at(9), ["temperature 0 °C"]],
  ["a float in two registers", at(8, { type: "f32" }), ["temperature 45 °C"]],
  ["a signed number", at(10, { type: "i16" }), ["temperature -1 °C"]],
  ["words swapped", at(10, { type: "u32", order: "CDAB" }), ["temperature 131071 °C outOfRange"]],
  ["the high byte", { ...at(8), bits: { first: 8, count: 8 } }, ["temperature 66 °C"]],
  ["registers in front of the answer", at(7), []],
  ["registers behind the answer", at(12), []],
  ["another function", { quantity: "temperature", register: { function: 3, address: 8 } }, []],
  ["either function", { quantity: "temperature", register: { function: [3, 4], address: 9 } }, ["temperature 0 °C"]],
  [
    "an address in hex",
    { quantity: "temperature", register: { function: 4, address: "0x0009" } },
    ["temperature 0 °C"],
  ],
  ["half of a number in front", at(7, { type: "u32" }), ["diagnostic split-register"]],
  ["half of a number behind", at(11, { type: "u32" }), ["diagnostic split-register"]],
])("modbus: %s", (_, point, events) => {
  expect(registers(inputs, [point])).toEqual(events);
});

test("modbus: an answer whose request is not known says nothing, for nobody knows what it holds", () => {
  expect(registers(inputs, [at(8)], false)).toEqual([]);
});

test("modbus-tcp: coils are 0 and 1", () => {
  const request = modbusTcp.encodeFrame(
    { transaction: 1, unit: 1, message: { kind: "readCoils", address: 1, quantity: 3 } },
    { direction: "down" },
  );
  const message = { kind: "coils", address: 1, states: { values: [true, false, true], padding: 0 } } as const;
  const frame = modbusTcp.decodeFrame(
    modbusTcp.encodeFrame({ transaction: 1, unit: 1, message }, { direction: "up", request }),
    { direction: "up", request },
  );
  if (!frame.ok) throw new Error(JSON.stringify(frame.error));
  const coil = (address: number): Point => ({ quantity: "switchState", register: { function: 1, address } });
  const profile = withPoints("modbus-tcp", [coil(1), coil(2), coil(3), coil(4)]);
  expect(told(applyProfile(profile, frame.value, { receivedAt: 0 }))).toEqual([
    "switchState 1",
    "switchState 0",
    "switchState 1",
  ]);
});

const meter = (di: number, data: object, points: readonly Point[]): readonly string[] => {
  const codec: Protocol<never> = dlt645 as never;
  const answer = codec.encodeFrame({
    address: "000000000001",
    preamble: 0,
    message: { kind: "readAnswer", di, data },
  } as never);
  const frame = codec.decodeFrame(answer);
  if (!frame.ok) throw new Error(JSON.stringify(frame.error));
  return told(applyProfile(withPoints("dlt645", points), frame.value, { receivedAt: 0 }));
};
const none = new Uint8Array(0);
const item = (di: string, more: object = {}, point: Partial<Point> = {}): Point => ({
  quantity: "voltage",
  item: { di, ...more },
  ...point,
});

test("dlt645: an identifier that the protocol knows, in the unit of the standard, replaces its reading", () => {
  const voltage = { kind: "voltageA", value: 1001, unparsed: none };
  expect(meter(0x0201_0100, voltage, [item("02010100")])).toEqual(["voltage 100.1 V"]);
  expect(meter(0x0201_0100, voltage, [item("02010200")])).toEqual(["voltage 100.1 V"]);
  expect(meter(0x0201_0100, voltage, [item("02010100", {}, { a: 2 })])).toEqual(["voltage 200.2 V"]);
});

test("dlt645: a phase of a block, and one that is not there", () => {
  const block = { kind: "voltages", a: 2314, b: null, c: 0, unparsed: none };
  expect(meter(0x0201_ff00, block, [item("0201FF00", { index: 1 })])).toEqual([
    "voltage 231.4 V",
    "voltage 0 V",
    "voltage  missing",
  ]);
});

test("dlt645: a vendor's own identifier by its format, sign and absent values included", () => {
  const foreign = (...bytes: number[]) => ({ kind: "unknown", di: 0x04f0_0101, bytes: Uint8Array.from(bytes) });
  const own = item("04F00101", { format: "±XXX.X" }, { quantity: "temperature" });
  expect(meter(0x04f0_0101, foreign(0x34, 0x02), [own])).toEqual(["temperature 23.4 °C"]);
  expect(meter(0x04f0_0101, foreign(0x34, 0x82), [own])).toEqual(["temperature -23.4 °C"]);
  expect(meter(0x04f0_0101, foreign(0xff, 0xff), [own])).toEqual(["temperature  missing"]);
  expect(meter(0x04f0_0101, foreign(0x3a, 0x02), [own])).toEqual(["diagnostic not-a-number"]);
  expect(meter(0x04f0_0101, foreign(0x34), [own])).toEqual(["diagnostic unknown-identifier"]);
  const unformatted = item("04F00101", {}, { quantity: "temperature" });
  expect(meter(0x04f0_0101, foreign(0x34, 0x02), [unformatted])).toEqual(["diagnostic unknown-identifier"]);
});
