import type { ModbusRtuFrame, ModbusTcpFrame } from "@dianan/codec";
import type { FrameView } from "./frame-view.ts";

/** Answers that hold values, by the function that they answer. */
const functions = { coils: 1, discreteInputs: 2, holdingRegisters: 3, inputRegisters: 4 } as const;

/** Registers and coils of an answer whose request is known: without it nobody can say which they are. */
export const modbusView = (decoded: unknown): Partial<FrameView> => {
  const { message } = decoded as ModbusRtuFrame | ModbusTcpFrame;
  switch (message.kind) {
    case "coils":
    case "discreteInputs":
      return placed(functions[message.kind], message.address, message.states.values.map(Number));
    case "holdingRegisters":
    case "inputRegisters":
      return placed(functions[message.kind], message.address, message.registers);
    default:
      return {};
  }
};

const placed = (own: number, first: number | null, values: readonly number[]): Partial<FrameView> =>
  first === null
    ? {}
    : {
        registers: (fn, address, count) => {
          if (fn !== own) return null;
          const [from, to] = [address - first, address - first + count];
          if (to <= 0 || from >= values.length) return null;
          return from < 0 || to > values.length ? "split" : values.slice(from, to);
        },
      };
