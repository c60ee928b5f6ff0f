import { firstBits } from "@dianan/layout";
import type { Fault } from "./faults.ts";
import { functionOf, type ModbusMessage } from "./messages.ts";
import type { AnyFrame } from "./transport.ts";

const differs = (path: string, got: number, asked: number): readonly Fault[] =>
  got === asked ? [] : [{ code: "bad-value", path, isMismatch: true, why: `${got}, the request has ${asked}` }];

/** How many bytes a read's answer must count; null for what is no read. */
const bytesAsked = (request: ModbusMessage): number | null => {
  switch (request.kind) {
    case "readCoils":
    case "readDiscreteInputs":
      return Math.ceil(request.quantity / 8);
    case "readHoldingRegisters":
    case "readInputRegisters":
      return request.quantity * 2;
    default:
      return null;
  }
};

const readFaults = (got: number, request: ModbusMessage): readonly Fault[] => {
  const asked = bytesAsked(request);
  if (asked === null || got === asked) return [];
  const why = `${got} bytes, the request asks for ${asked}`;
  return [{ code: "bad-length", path: "message.byteCount", isMismatch: true, why }];
};

/** What was written, in the words of its answer. */
const echoOf = (request: ModbusMessage): Readonly<Record<string, number>> => {
  switch (request.kind) {
    case "writeCoil":
    case "writeRegister":
      return { address: request.address, value: request.value };
    case "writeCoils":
      return { address: request.address, quantity: request.states.values.length };
    case "writeRegisters":
      return { address: request.address, quantity: request.registers.length };
    default:
      return {};
  }
};

const echoFaults = (got: Readonly<Record<string, unknown>>, request: ModbusMessage): readonly Fault[] =>
  Object.entries(echoOf(request)).flatMap(([name, asked]) => differs(`message.${name}`, Number(got[name]), asked));

const messageFaults = (message: ModbusMessage, request: ModbusMessage): readonly Fault[] => {
  switch (message.kind) {
    case "coils":
    case "discreteInputs":
      return readFaults(message.states.values.length / 8, request);
    case "holdingRegisters":
    case "inputRegisters":
      return readFaults(message.registers.length * 2, request);
    case "coilWritten":
    case "registerWritten":
    case "coilsWritten":
    case "registersWritten":
      return echoFaults(message, request);
    default:
      return [];
  }
};

/** In what an answer does not belong to the request: unit, transaction, function, byte count, or what it repeats. */
export const mismatches = (frame: AnyFrame, request: AnyFrame): readonly Fault[] => {
  const asked = functionOf(request.message);
  const got = functionOf(frame.message);
  const isSameLine = request.transaction === undefined || frame.transaction === request.transaction;
  if (isSameLine && frame.unit === request.unit && got === asked) return messageFaults(frame.message, request.message);
  return [
    ...(request.transaction === undefined ? [] : differs("transaction", frame.transaction ?? 0, request.transaction)),
    ...differs("unit", frame.unit, request.unit),
    ...differs("function", got, asked),
    ...(got === asked ? messageFaults(frame.message, request.message) : []),
  ];
};

/** An answer with what its request tells: the address of the first value, and how many bits are no padding. */
export const placed = (message: ModbusMessage, request: ModbusMessage): ModbusMessage => {
  if (!("quantity" in request) || !("address" in message)) return message;
  switch (message.kind) {
    case "coils":
    case "discreteInputs":
      return { ...message, address: request.address, states: firstBits(message.states, request.quantity) };
    case "holdingRegisters":
    case "inputRegisters":
      return { kind: message.kind, address: request.address, registers: message.registers };
    default:
      return message;
  }
};
