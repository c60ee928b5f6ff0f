import type { Protocol } from "../protocol.ts";
import { tcpDialects, tcpOptions } from "./dialects.ts";
import { type ReadBlock, readMessage } from "./read-plan.ts";
import { sharedMembers, tablesOf } from "./shared-members.ts";
import { cutFrames } from "./tcp-cut-frames.ts";
import {
  decodeFrame,
  decodeLenient,
  encodeFrame,
  layoutOf,
  type ModbusTcpFrame,
  tcpLayouts,
  tcpParts,
} from "./tcp-frame.ts";

/** The request that reads a block from a unit. */
const readRequest = (transaction: number, unit: number, block: ReadBlock): ModbusTcpFrame => ({
  transaction,
  unit,
  message: readMessage(block),
});

/** Modbus TCP: everything in one object. */
export const modbusTcp = {
  ...sharedMembers,
  id: "modbus-tcp",
  zh: "以太网 Modbus",
  en: "Modbus TCP",
  frameMax: tcpParts.max,
  cutFrames,
  decodeFrame,
  decodeLenient,
  encodeFrame,
  layoutOf,
  readRequest,
  dialectOptions: tcpOptions,
  dialects: tcpDialects,
  tables: tablesOf(tcpLayouts),
} as const satisfies Protocol<ModbusTcpFrame> & Readonly<Record<string, unknown>>;
