import type { Protocol } from "../protocol.ts";
import { rtuDialects, rtuOptions } from "./dialects.ts";
import { type ReadBlock, readMessage } from "./read-plan.ts";
import { cutAtSilence, cutFrames } from "./rtu-cut-frames.ts";
import {
  decodeFrame,
  decodeLenient,
  encodeFrame,
  layoutOf,
  type ModbusRtuFrame,
  rtuLayouts,
  rtuParts,
} from "./rtu-frame.ts";
import { sharedMembers, tablesOf } from "./shared-members.ts";

/** The request that reads a block from a unit. */
const readRequest = (unit: number, block: ReadBlock): ModbusRtuFrame => ({ unit, message: readMessage(block) });

/** Modbus on a serial line (Modbus RTU), also over TCP behind a serial gateway: everything in one object. */
export const modbusRtu = {
  ...sharedMembers,
  id: "modbus-rtu",
  zh: "串行链路 Modbus",
  en: "Modbus RTU",
  frameMax: rtuParts.max,
  cutFrames,
  cutAtSilence,
  decodeFrame,
  decodeLenient,
  encodeFrame,
  layoutOf,
  readRequest,
  dialectOptions: rtuOptions,
  dialects: rtuDialects,
  tables: tablesOf(rtuLayouts),
} as const satisfies Protocol<ModbusRtuFrame> & Readonly<Record<string, unknown>>;
