import { hexBytes } from "@dianan/testkit";
import { expect, test } from "vitest";
import { modbusRtu } from "./rtu-protocol.ts";
import { modbusTcp } from "./tcp-protocol.ts";

const answer = hexBytes("01040200fe38b0");
const request = modbusRtu.encodeFrame(modbusRtu.readRequest(1, { function: 4, address: 8, quantity: 1 }));
const registers = (address: number | null) => ({ kind: "inputRegisters", address, registers: [254] });

test("what the strict reading takes has nothing odd", () => {
  expect(modbusRtu.decodeLenient(answer, { request })).toEqual({
    frame: { unit: 1, message: registers(8) },
    odd: [],
  });
});

test("a wrong check value is told, and the registers are read with their addresses", () => {
  const { frame, odd } = modbusRtu.decodeLenient(hexBytes("01040200fe38b1"), { request });
  expect(frame).toEqual({ unit: 1, message: registers(8) });
  expect(odd).toMatchObject([{ code: "bad-checksum", offset: 5, path: "crc" }]);
});

test("an answer to something else has no addresses", () => {
  const other = modbusRtu.encodeFrame({
    unit: 2,
    message: { kind: "inputRegisters", address: null, registers: [254] },
  });
  const { frame, odd } = modbusRtu.decodeLenient(other, { request });
  expect(frame).toEqual({ unit: 2, message: registers(null) });
  expect(odd).toMatchObject([{ path: "unit" }]);
});

test("numbers outside their limits are kept, each is told", () => {
  const { frame, odd } = modbusTcp.decodeLenient(hexBytes("00010001000601030000007e"), { direction: "down" });
  expect(frame).toEqual({
    transaction: 1,
    unit: 1,
    message: { kind: "readHoldingRegisters", address: 0, quantity: 126 },
  });
  expect(odd).toMatchObject([{ path: "protocol" }, { path: "message.quantity" }]);
});

test("of nothing no frame is made", () => {
  expect(modbusRtu.decodeLenient(new Uint8Array(0))).toMatchObject({ frame: null, odd: [{ code: "truncated" }] });
  expect(modbusTcp.decodeLenient(new Uint8Array(3))).toMatchObject({ frame: null });
});
