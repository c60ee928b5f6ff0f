import type { CommandResultEvent, ModelEvent } from "@dianan/model";
import { exceptions, functions, type ModbusFunction } from "./codes.ts";
import { functionOf, type ModbusMessage } from "./messages.ts";
import type { AnyFrame } from "./transport.ts";

const slugOfFunction = (code: number): ModbusFunction | null =>
  (Object.keys(functions) as ModbusFunction[]).find((slug) => functions[slug].code === code) ?? null;

const resultOf = (
  { transaction, message }: AnyFrame,
  outcome: CommandResultEvent["outcome"],
  rawCode: string,
): ModelEvent => {
  const code = functionOf(message);
  return {
    kind: "commandResult",
    component: null,
    command: slugOfFunction(code) ?? `function${code}`,
    outcome,
    serial: transaction ?? null,
    rawCode,
  };
};

/** Codes after which the request was not carried out though it was understood; the rest say that it was refused. */
const failures: ReadonlySet<number> = new Set([
  exceptions.deviceFailure.code,
  exceptions.memoryParity.code,
  exceptions.gatewayPath.code,
  exceptions.gatewayTarget.code,
]);
const outOfReach: ReadonlySet<number> = new Set([exceptions.gatewayPath.code, exceptions.gatewayTarget.code]);

const exceptionEvents = (frame: AnyFrame, code: number): readonly ModelEvent[] => {
  const rawCode = `exception:${code}`;
  // The device works on it: it is neither done nor refused, and what became of it must be asked for.
  if (code === exceptions.acknowledge.code)
    return [{ kind: "diagnostic", code: "accepted", text: `function ${functionOf(frame.message)} is being processed` }];
  const result = resultOf(frame, failures.has(code) ? "failed" : "refused", rawCode);
  if (!outOfReach.has(code)) return [result];
  const fault: ModelEvent = {
    kind: "condition",
    component: null,
    type: "commFault",
    present: true,
    at: null,
    rawCode,
    rawText: "",
  };
  return [fault, result];
};

const eventsOf = (frame: AnyFrame, message: ModbusMessage): readonly ModelEvent[] => {
  switch (message.kind) {
    case "exception":
      return exceptionEvents(frame, message.code);
    case "coilWritten":
    case "registerWritten":
    case "coilsWritten":
    case "registersWritten":
      return [resultOf(frame, "done", `function:${functionOf(message)}`)];
    case "unknown":
      return [
        {
          kind: "diagnostic",
          code: "unknown-function",
          text: `function ${message.function}: its data are kept as bytes`,
        },
      ];
    // Registers and coils have no meaning of their own: readings come from a device profile.
    case "coils":
    case "discreteInputs":
    case "holdingRegisters":
    case "inputRegisters":
      return [];
    case "readCoils":
    case "readDiscreteInputs":
    case "readHoldingRegisters":
    case "readInputRegisters":
    case "writeCoil":
    case "writeRegister":
    case "writeCoils":
    case "writeRegisters":
      return [];
  }
};

/**
 * What a frame says in the words of the model: results of writes, refusals, and a device out of a gateway's reach. Never a
 * reading: what a register means is said by a device profile, not by the protocol.
 *
 * @see MODBUS V1.1b3 §7
 */
export const normalise = (frame: AnyFrame): readonly ModelEvent[] => eventsOf(frame, frame.message);
