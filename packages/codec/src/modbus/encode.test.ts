import { expect, test } from "vitest";
import type { ModbusMessage } from "./messages.ts";
import type { ModbusRtuFrame } from "./rtu-frame.ts";
import { modbusRtu } from "./rtu-protocol.ts";
import { modbusTcp } from "./tcp-protocol.ts";

const bits = (many: number, padding = 0) => ({ values: Array.from({ length: many }, () => true), padding });
const registers = (many: number): readonly number[] => Array.from({ length: many }, () => 1);
const of = (message: unknown, unit = 1): ModbusRtuFrame => ({ unit, message: message as ModbusMessage });

test.each<[string, ModbusRtuFrame, RegExp]>([
  ["read 126 registers", of({ kind: "readHoldingRegisters", address: 0, quantity: 126 }), /^message\.quantity: 126/],
  ["read no register", of({ kind: "readInputRegisters", address: 0, quantity: 0 }), /^message\.quantity: 0/],
  ["read 2001 coils", of({ kind: "readCoils", address: 0, quantity: 2_001 }), /^message\.quantity: 2001/],
  [
    "read beyond the last address",
    of({ kind: "readCoils", address: 65_535, quantity: 2 }),
    /^message\.quantity: 2 from/,
  ],
  [
    "read from address 65536",
    of({ kind: "readCoils", address: 65_536, quantity: 1 }),
    /^message\.(address|quantity): /,
  ],
  ["read from address -1", of({ kind: "readCoils", address: -1, quantity: 1 }), /^message\.address: -1/],
  ["write a coil with 1", of({ kind: "writeCoil", address: 0, value: 1 }), /^message\.value: 1 is not 0 or 65280/],
  ["write 65536 to a register", of({ kind: "writeRegister", address: 0, value: 65_536 }), /^message\.value: 65536/],
  ["write 1969 coils", of({ kind: "writeCoils", address: 0, states: bits(1_969) }), /^message\.quantity: 1969/],
  ["write no coil", of({ kind: "writeCoils", address: 0, states: bits(0) }), /^message\.quantity: 0/],
  [
    "write coils with padding too wide",
    of({ kind: "writeCoils", address: 0, states: bits(7, 2) }),
    /^message\.states: padding 2/,
  ],
  [
    "write coils beyond the last address",
    of({ kind: "writeCoils", address: 65_530, states: bits(7) }),
    /^message\.address: 7 from 65530/,
  ],
  ["write coils without states", of({ kind: "writeCoils", address: 0 }), /^message\.(states|quantity): /],
  [
    "write 124 registers",
    of({ kind: "writeRegisters", address: 0, registers: registers(124) }),
    /^message\.(quantity|registers): /,
  ],
  [
    "write registers beyond the last address",
    of({ kind: "writeRegisters", address: 65_535, registers: [1, 2] }),
    /^message\.address: 2 from 65535/,
  ],
  ["write no register", of({ kind: "writeRegisters", address: 0, registers: [] }), /^message\.quantity: 0/],
  [
    "write a register that is a text",
    of({ kind: "writeRegisters", address: 0, registers: ["1"] }),
    /^message\.registers\[0\]: /,
  ],
  [
    "answer 126 registers",
    of({ kind: "inputRegisters", address: null, registers: registers(126) }),
    /^message\.byteCount: /,
  ],
  ["answer no register", of({ kind: "inputRegisters", address: null, registers: [] }), /^message\.registers: 0 items/],
  ["answer 2001 coils", of({ kind: "coils", address: null, states: bits(2_001) }), /^message\.byteCount: /],
  ["answer no coil", of({ kind: "coils", address: null, states: bits(0) }), /^message\.states: 0 bits/],
  ["an exception code of 256", of({ kind: "exception", function: 4, code: 256 }), /^message\.code: 256/],
  ["an exception of function 0", of({ kind: "exception", function: 0, code: 1 }), /^message\.function: 0/],
  ["an exception of function 128", of({ kind: "exception", function: 128, code: 1 }), /^message\.function: 128/],
  [
    "an exception of a function that is not read",
    of({ kind: "exception", function: 43, code: 1 }),
    /^message\.function: 43/,
  ],
  [
    "function 4 as unknown",
    of({ kind: "unknown", function: 4, bytes: new Uint8Array(0) }),
    /^message\.function: 4 has a table/,
  ],
  [
    "function 65 without the dialect",
    of({ kind: "unknown", function: 65, bytes: new Uint8Array(0) }),
    /^message\.function: 65/,
  ],
  ["a kind that is none", of({ kind: "readEverything" }), /^message\.kind: there is no "readEverything"/],
  ["no message", of(null), /^message: /],
  ["an answer from all units", of({ kind: "registerWritten", address: 0, value: 0 }, 0), /^unit: 0/],
  ["a read of all units", of({ kind: "readCoils", address: 0, quantity: 1 }, 0), /^unit: /],
  ["unit 248", of({ kind: "readCoils", address: 0, quantity: 1 }, 248), /^unit: 248/],
  ["unit 256", of({ kind: "readCoils", address: 0, quantity: 1 }, 256), /^unit: 256/],
  ["unit -1", of({ kind: "readCoils", address: 0, quantity: 1 }, -1), /^unit: -1/],
])("not written: %s", (_, frame, message) => {
  expect(() => modbusRtu.encodeFrame(frame)).toThrow(message);
});

test("a frame of another function has its limit too", () => {
  const message = { kind: "unknown", function: 65, bytes: new Uint8Array(253) } as const;
  const dialect = { otherFunctions: "userDefined" } as const;
  expect(() => modbusRtu.encodeFrame({ unit: 1, message }, { dialect })).toThrow(/^message\.bytes: the frame has 257/);
  expect(() => modbusTcp.encodeFrame({ transaction: 1, unit: 1, message })).toThrow(/^length: message has 253/);
});

test("a frame on TCP needs its transaction", () => {
  const message = { kind: "readCoils", address: 0, quantity: 1 } as const;
  expect(() => modbusTcp.encodeFrame({ unit: 1, message } as never)).toThrow(/^transaction: /);
  expect(() => modbusTcp.encodeFrame({ transaction: 65_536, unit: 1, message })).toThrow(/^transaction: 65536/);
});

test("coils of an answer are filled up to full bytes, as no answer says how many there are", () => {
  const answer = of({ kind: "coils", address: 3, states: { values: [true, false, true], padding: 0 } });
  expect(modbusRtu.encodeFrame(answer)).toHaveLength(6);
  expect(modbusRtu.decodeFrame(modbusRtu.encodeFrame(answer))).toMatchObject({
    value: { message: { address: null, states: { values: [true, false, true, false, false, false, false, false] } } },
  });
});
