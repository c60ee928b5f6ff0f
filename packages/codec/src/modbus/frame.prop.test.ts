import { decode, type Field, putChecksum } from "@dianan/layout";
import { arbitraryOf, bytesNear, codecLaws, hexText } from "@dianan/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { byteLaws, layoutsOf } from "../../test/protocol-laws.ts";
import type { Direction, FrameContext, Protocol } from "../protocol.ts";
import { functionOf, type ModbusMessage, type ModbusRequest } from "./messages.ts";
import { answer, limits, request } from "./pdu.ts";
import { rtuBodies, rtuLayouts } from "./rtu-frame.ts";
import { modbusRtu } from "./rtu-protocol.ts";
import { tcpLayouts } from "./tcp-frame.ts";
import { modbusTcp } from "./tcp-protocol.ts";
import type { AnyFrame } from "./transport.ts";

// The frame of another function ends where its check value is right: a prefix of it is none, but not "truncated".
for (const [name, layout] of layoutsOf(modbusRtu))
  if (layout !== rtuLayouts.other) codecLaws(`RTU ${name}`, layout, { test });
for (const [name, layout] of Object.entries(rtuBodies) as readonly [string, Field<unknown>][])
  codecLaws(`RTU ${name} without its check value`, layout, { test, hasOptionalTail: true, numRuns: 100 });
for (const [name, layout] of layoutsOf(modbusTcp)) codecLaws(`TCP ${name}`, layout, { test });

/** Values of the tables as frames have them: what was read has no address on the wire. */
const placeless = (message: object): ModbusMessage =>
  ("address" in message || !("states" in message || "registers" in message)
    ? message
    : { address: null, ...message }) as ModbusMessage;
const inRange = (message: ModbusMessage): boolean => {
  if (!("address" in message) || message.address === null) return true;
  const many =
    "quantity" in message
      ? message.quantity
      : "states" in message
        ? message.states.values.length
        : "registers" in message
          ? message.registers.length
          : 1;
  return message.address + many <= 65_536;
};

const requests = arbitraryOf(request as Field<ModbusRequest>).filter(inRange);
const answers = arbitraryOf(answer as Field<object>)
  .map(placeless)
  .filter(inRange);
const known = fc.constantFrom(1, 2, 3, 4, 5, 6, 15, 16);
const exceptionAnswers: fc.Arbitrary<ModbusMessage> = fc.record({
  kind: fc.constant("exception" as const),
  function: known,
  code: fc.nat(255),
});
const userFunctions = fc.oneof(fc.integer({ min: 65, max: 72 }), fc.integer({ min: 100, max: 110 }));
const others: fc.Arbitrary<ModbusMessage> = fc.record({
  kind: fc.constant("unknown" as const),
  function: userFunctions,
  bytes: fc.uint8Array({ maxLength: 252 }),
});

const messages: { readonly [D in Direction]: fc.Arbitrary<ModbusMessage> } = {
  up: fc.oneof({ weight: 4, arbitrary: answers }, exceptionAnswers),
  down: requests,
};
const unit = fc.integer({ min: 1, max: 247 });
const rtuFrames = (all: fc.Arbitrary<ModbusMessage>): fc.Arbitrary<AnyFrame> => fc.record({ unit, message: all });
const tcpFrames = (all: fc.Arbitrary<ModbusMessage>): fc.Arbitrary<AnyFrame> =>
  fc.record({ transaction: fc.nat(0xffff), unit: fc.nat(255), message: all });

const roundTrips = (
  name: string,
  protocol: Protocol<AnyFrame>,
  frames: fc.Arbitrary<AnyFrame>,
  context: FrameContext,
): void =>
  void test(`${name}: decode(encode(frame)) = frame`, () => {
    fc.assert(
      fc.property(frames, (frame) => {
        expect(protocol.decodeFrame(protocol.encodeFrame(frame, context), context)).toEqual({ ok: true, value: frame });
      }),
      { numRuns: 500 },
    );
  });

const rtu = modbusRtu as unknown as Protocol<AnyFrame>;
const tcp = modbusTcp as unknown as Protocol<AnyFrame>;
/** The last two bytes are the check value, whatever stands before them. */
const repair = (bytes: Uint8Array): void => {
  if (bytes.length > 2) putChecksum("crc16modbus", bytes, bytes.length - 2, 0, bytes.length - 2);
};
const vendor = { dialect: { otherFunctions: "userDefined" } } as const;
for (const direction of ["up", "down"] as const) {
  const context = { direction };
  const onLine = rtuFrames(messages[direction]);
  const onTcp = tcpFrames(fc.oneof(messages[direction], others));
  roundTrips(`RTU ${direction}`, rtu, onLine, context);
  roundTrips(`RTU ${direction} of other functions`, rtu, rtuFrames(others), { ...context, ...vendor });
  roundTrips(`TCP ${direction}`, tcp, onTcp, context);
  byteLaws(
    rtu,
    onLine.map((frame) => rtu.encodeFrame(frame, context)),
    { context, startByte: null, repair },
  );
  byteLaws(
    tcp,
    onTcp.map((frame) => tcp.encodeFrame(frame, context)),
    { context, startByte: null },
  );
}

/** The right answer to a request, and what it must become with it. */
const answerTo = (
  asked: ModbusRequest,
  seed: number,
): { readonly sent: ModbusMessage; readonly read: ModbusMessage } => {
  const bit = (i: number): boolean => (seed >> (i % 30)) % 2 === 1;
  switch (asked.kind) {
    case "readCoils":
    case "readDiscreteInputs": {
      const kind = asked.kind === "readCoils" ? "coils" : "discreteInputs";
      const states = { values: Array.from({ length: asked.quantity }, (_, i) => bit(i)), padding: 0 };
      return { sent: { kind, address: null, states }, read: { kind, address: asked.address, states } };
    }
    case "readHoldingRegisters":
    case "readInputRegisters": {
      const kind = asked.kind === "readHoldingRegisters" ? "holdingRegisters" : "inputRegisters";
      const registers = Array.from({ length: asked.quantity }, (_, i) => (seed * (i + 1)) % 65_536);
      return { sent: { kind, address: null, registers }, read: { kind, address: asked.address, registers } };
    }
    case "writeCoil":
    case "writeRegister": {
      const { address, value } = asked;
      const kind = asked.kind === "writeCoil" ? "coilWritten" : "registerWritten";
      const both = { kind, address, value } as const;
      return { sent: both, read: both };
    }
    case "writeCoils":
    case "writeRegisters": {
      const quantity = asked.kind === "writeCoils" ? asked.states.values.length : asked.registers.length;
      const kind = asked.kind === "writeCoils" ? "coilsWritten" : "registersWritten";
      const both = { kind, address: asked.address, quantity } as const;
      return { sent: both, read: both };
    }
  }
};

test.each([
  ["RTU", rtu],
  ["TCP", tcp],
] as const)(
  "%s: the right answer to any request is read with its addresses, and to a changed request it is refused",
  (_, protocol) => {
    const transaction = protocol === tcp ? { transaction: 7 } : {};
    fc.assert(
      fc.property(requests, fc.nat(2 ** 30), unit, (asked, seed, own) => {
        const request = protocol.encodeFrame({ ...transaction, unit: own, message: asked });
        const { sent, read } = answerTo(asked, seed);
        const bytes = protocol.encodeFrame({ ...transaction, unit: own, message: sent });
        const context = { request };
        expect(protocol.decodeFrame(bytes, context)).toEqual({
          ok: true,
          value: { ...transaction, unit: own, message: read },
        });
        const other = protocol.encodeFrame({ ...transaction, unit: (own % 247) + 1, message: asked });
        expect(protocol.decodeFrame(bytes, { request: other })).toMatchObject({ ok: false, error: { path: "unit" } });
        const refusal = protocol.encodeFrame({
          ...transaction,
          unit: own,
          message: { kind: "exception", function: functionOf(asked), code: 2 },
        });
        expect(protocol.decodeFrame(refusal, context).ok).toBe(true);
      }),
      { numRuns: 500 },
    );
  },
);

test("RTU: any one bit changed is found by the check value", () => {
  fc.assert(
    fc.property(rtuFrames(messages.up), fc.nat(), (frame, place) => {
      const bytes = rtu.encodeFrame(frame);
      const bit = place % (bytes.length * 8);
      const changed = bytes.slice();
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(rtu.decodeFrame(changed).ok, hexText(changed)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test("§6.1, §6.11: the most coils that a frame holds are read and written", () => {
  const bitsOf = (many: number) => ({ values: Array.from({ length: many }, (_, i) => i % 3 === 0), padding: 0 });
  const most = rtu.encodeFrame({
    unit: 1,
    message: { kind: "coils", address: null, states: bitsOf(limits.coilsRead) },
  });
  expect(most.length).toBe(255);
  expect(rtu.decodeFrame(most)).toMatchObject({ ok: true, value: { message: { states: bitsOf(2000) } } });
  const written: AnyFrame = { unit: 1, message: { kind: "writeCoils", address: 0, states: bitsOf(1968) } };
  const bytes = rtu.encodeFrame(written);
  expect(bytes.length).toBe(255);
  expect(rtu.decodeFrame(bytes, { direction: "down" })).toEqual({ ok: true, value: written });
});

test("written decoders say what the tables say", () => {
  const layouts = { ...rtuLayouts, tcpRequest: tcpLayouts.request, tcpAnswer: tcpLayouts.answer };
  for (const [name, layout] of Object.entries(layouts)) {
    const { fast: _, ...plain } = layout as Field<unknown>;
    const down = name.toLowerCase().includes("request");
    const frames = (name.startsWith("tcp") ? tcpFrames : rtuFrames)(messages[down ? "down" : "up"]);
    const protocol = name.startsWith("tcp") ? tcp : rtu;
    fc.assert(
      fc.property(frames, fc.nat(), fc.nat(255), (frame, at, byte) => {
        const bytes = protocol.encodeFrame(frame);
        expect(decode(layout as Field<unknown>, bytes)).toEqual(decode(plain, bytes));
        bytes[at % bytes.length] = byte;
        expect(decode(layout as Field<unknown>, bytes)).toEqual(decode(plain, bytes));
      }),
      { numRuns: 300 },
    );
  }
});

test("no bytes and no request whatever make reading throw", () => {
  const bytes = bytesNear(rtuFrames(messages.up).map((frame) => rtu.encodeFrame(frame)));
  const asked = bytesNear(rtuFrames(messages.down).map((frame) => rtu.encodeFrame(frame)));
  fc.assert(
    fc.property(bytes, asked, (own, request) => {
      for (const protocol of [rtu, tcp]) {
        const result = protocol.decodeFrame(own, { request });
        if (!result.ok) expect(result.error.offset).toBeLessThanOrEqual(own.length);
        protocol.decodeLenient?.(own, { request });
        protocol.cutFrames(new Uint8Array(0), own, { request });
      }
    }),
    { numRuns: 2_000 },
  );
});
