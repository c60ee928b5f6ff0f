import type { Direction } from "../protocol.ts";
import { applicationClause, EXCEPTION_BIT, functions } from "./codes.ts";
import { isKnown, isTaken, type ModbusDialect } from "./dialects.ts";
import { type Fault, NO_FAULTS } from "./faults.ts";
import { functionOf, type ModbusMessage } from "./messages.ts";

const ADDRESSES = 0x1_0000;
const writes: ReadonlySet<number> = new Set(
  [functions.writeCoil, functions.writeRegister, functions.writeCoils, functions.writeRegisters].map(
    ({ code }) => code,
  ),
);
/** Whether a request of this function may go to all units at once: what is read from all cannot be answered. */
export const mayBeBroadcast = (code: number): boolean => writes.has(code) || !isKnown(code);

/** What is wrong with a function byte; null when nothing is. */
export const functionFault = (byte: number, direction: Direction, dialect: ModbusDialect): Fault | null => {
  const path = "function";
  if (byte === 0 || (direction === "down" && byte >= EXCEPTION_BIT) || byte === EXCEPTION_BIT)
    return { code: "bad-value", path, clause: applicationClause("4.1"), why: `${byte} is no function` };
  if (isTaken(byte % EXCEPTION_BIT, dialect)) return null;
  return {
    code: "bad-value",
    path,
    clause: applicationClause("5"),
    why: `${byte % EXCEPTION_BIT} is not read: see the dialect option otherFunctions`,
  };
};

/** Addresses have 16 bits: what begins near the end cannot be long. */
export const rangeFaults = (message: ModbusMessage): readonly Fault[] => {
  if (!("address" in message) || message.address === null) return NO_FAULTS;
  const many =
    "quantity" in message
      ? message.quantity
      : message.kind === "writeCoils"
        ? message.states?.values?.length
        : message.kind === "writeRegisters"
          ? message.registers?.length
          : 1;
  // What is no number is for the table to refuse.
  if (!(message.address + many > ADDRESSES)) return NO_FAULTS;
  const why = `${many} from ${message.address} go beyond address ${ADDRESSES - 1}`;
  return [{ code: "bad-value", path: "message.quantity", why }];
};

/** The function byte of a message: of an exception with its highest bit set. */
export const functionByteOf = (message: ModbusMessage): number =>
  functionOf(message) + (message.kind === "exception" ? EXCEPTION_BIT : 0);
