import {
  bitSeries,
  countOf,
  type Field,
  type IntegerField,
  lengthOf,
  limited,
  list,
  named,
  struct,
  tagOf,
  u8,
  u16be,
  union,
} from "@dianan/layout";
import { applicationClause as clause, coilValues, exceptionFunctions, exceptions, functions } from "./codes.ts";

/** Most that one frame reads or writes: 253 bytes of function and data bound them all (§2.1 of the fact sheet, §6). */
export const limits = {
  coilsRead: 2000,
  registersRead: 125,
  coilsWritten: 1968,
  registersWritten: 123,
} as const;

const address = named(u16be, { zh: "起始地址(从 0 起)", en: "first address, from 0" });
const oneAddress = named(u16be, { zh: "地址(从 0 起)", en: "address, from 0" });
const upTo = (max: number): IntegerField => limited(u16be, { min: 1, max });
const quantity = (max: number) => named(upTo(max), { zh: "数量", en: "quantity" });
const byteCount = (target: string, max: number) =>
  named(lengthOf(target, u8, { max }), { zh: "字节数", en: "byte count" });
const register = named(u16be, { zh: "寄存器值", en: "register" });
const coilValue = named(limited(u16be, { only: [coilValues.off.code, coilValues.on.code] }), {
  zh: "线圈值",
  en: "coil value",
  codes: coilValues,
});

const read = (section: string, max: number) => struct(clause(section), { address, quantity: quantity(max) });
const writtenCoil = struct(clause("6.5"), { address: oneAddress, value: coilValue });
const writtenRegister = struct(clause("6.6"), { address: oneAddress, value: register });

/** What a master asks (请求). */
export const request = union(
  "function",
  {
    readCoils: [functions.readCoils.code, read("6.1", limits.coilsRead)],
    readDiscreteInputs: [functions.readDiscreteInputs.code, read("6.2", limits.coilsRead)],
    readHoldingRegisters: [functions.readHoldingRegisters.code, read("6.3", limits.registersRead)],
    readInputRegisters: [functions.readInputRegisters.code, read("6.4", limits.registersRead)],
    writeCoil: [functions.writeCoil.code, writtenCoil],
    writeRegister: [functions.writeRegister.code, writtenRegister],
    writeCoils: [
      functions.writeCoils.code,
      struct(clause("6.11"), {
        address,
        quantity: named(countOf("states", upTo(limits.coilsWritten)), { zh: "数量", en: "quantity" }),
        byteCount: byteCount("states", limits.coilsWritten / 8),
        states: named(bitSeries({ count: "quantity" }), { zh: "线圈状态", en: "states" }),
      }),
    ],
    writeRegisters: [
      functions.writeRegisters.code,
      struct(clause("6.12"), {
        address,
        quantity: named(countOf("registers", upTo(limits.registersWritten)), { zh: "数量", en: "quantity" }),
        byteCount: byteCount("registers", limits.registersWritten * 2),
        registers: named(list(register, { count: "quantity", min: 1, max: limits.registersWritten }), {
          zh: "寄存器值",
          en: "registers",
        }),
      }),
    ],
  },
  { unknown: null },
);

const bitsAnswer = (section: string) =>
  struct(clause(section), {
    byteCount: byteCount("states", limits.coilsRead / 8),
    states: named(bitSeries({ count: "untilEnd", min: 1 }), { zh: "状态", en: "states" }),
  });
const registersAnswer = (section: string) =>
  struct(clause(section), {
    byteCount: byteCount("registers", limits.registersRead * 2),
    registers: named(list(register, { count: "untilEnd", min: 1, max: limits.registersRead }), {
      zh: "寄存器值",
      en: "registers",
    }),
  });
const written = (section: string, max: number) => struct(clause(section), { address, quantity: quantity(max) });

/** What a device answers (应答), exceptions apart. */
export const answer = union(
  "function",
  {
    coils: [functions.readCoils.code, bitsAnswer("6.1")],
    discreteInputs: [functions.readDiscreteInputs.code, bitsAnswer("6.2")],
    holdingRegisters: [functions.readHoldingRegisters.code, registersAnswer("6.3")],
    inputRegisters: [functions.readInputRegisters.code, registersAnswer("6.4")],
    coilWritten: [functions.writeCoil.code, writtenCoil],
    registerWritten: [functions.writeRegister.code, writtenRegister],
    coilsWritten: [functions.writeCoils.code, written("6.11", limits.coilsWritten)],
    registersWritten: [functions.writeRegisters.code, written("6.12", limits.registersWritten)],
  },
  { unknown: null },
);

/** Function of a frame whose data have no table. */
export const functionByte = named(u8, { zh: "功能码", en: "function", clause: clause("4.1"), codes: functions });
/** Function of a frame that says which table its data have. */
export const tagFunction = named(tagOf("message", u8), {
  zh: "功能码",
  en: "function",
  clause: clause("4.1"),
  codes: functions,
});
/** Function of an exception answer. */
export const failedFunction = named(functionByte, {
  zh: "功能码(最高位置 1)",
  en: "function + 80H",
  codes: exceptionFunctions,
});
const code = named(u8, { zh: "异常码", en: "exception code", codes: exceptions });
/** Data of an exception answer (异常应答). */
export const exception = struct(clause("7"), { code });
/** The rest of a frame whose function has no table. */
export const otherData = (bytes: Field<Uint8Array>) =>
  struct(clause("5"), { bytes: named(bytes, { zh: "数据", en: "data" }) });

/** Titles of the data, for documents. */
export const requestWords = { zh: "请求数据", en: "data of the request" } as const;
export const answerWords = { zh: "应答数据", en: "data of the answer" } as const;
