import { type ModbusRtuFrame, type ModbusTcpFrame, modbusRtu, modbusTcp } from "@dianan/codec";
import { dialectOf, type Profile } from "@dianan/profile";

export type ModbusId = "modbus-rtu" | "modbus-tcp";
export type ModbusFrame = ModbusRtuFrame | ModbusTcpFrame;

/** Line, as `--lines` names it, and unit: `plc1/3`. */
const ADDRESS = /^([a-z0-9][a-z0-9-]{0,30})\/(0|[1-9][0-9]{0,2})$/;
const UNIT_MAX = 255;

/** The line and the unit that a wire address names; null: it is no such address. */
export const placeOf = (wireAddress: string): { readonly line: string; readonly unit: number } | null => {
  const [, line, unit] = ADDRESS.exec(wireAddress) ?? [];
  return line === undefined || Number(unit) > UNIT_MAX ? null : { line, unit: Number(unit) };
};

/** Registers of a profile for RTU are the same over TCP; switches of its serial line say nothing there. */
const dialectFor = (id: ModbusId, { transport }: Profile) =>
  transport.protocol === id ? { dialect: dialectOf(transport) } : {};

/** The bytes of a request. @throws RangeError or TypeError that begins with the path of what does not fit */
export const encodeRequest = (
  id: ModbusId,
  profile: Profile,
  { unit, message }: ModbusFrame,
  transaction: number,
): Uint8Array => {
  const context = { direction: "down", ...dialectFor(id, profile) } as const;
  return id === "modbus-tcp"
    ? modbusTcp.encodeFrame({ transaction, unit, message }, context)
    : modbusRtu.encodeFrame({ unit, message }, context);
};

/** What bytes say as the answer to a request, or why they are none to it. */
export const decodeAnswer = (id: ModbusId, profile: Profile, bytes: Uint8Array, request: Uint8Array) => {
  const context = { request, ...dialectFor(id, profile) };
  return id === "modbus-tcp" ? modbusTcp.decodeFrame(bytes, context) : modbusRtu.decodeFrame(bytes, context);
};
