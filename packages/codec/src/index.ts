export type { DecodeError, KeptTimeLabel, Result, TimeLabel, TreeNode } from "@dianan/layout";
export type { Ap3000Frame } from "./ap3000/frame.ts";
export type { PhysicalId } from "./ap3000/physical-id.ts";
export { ap3000 } from "./ap3000/protocol.ts";
export type { SkippedMeaning } from "./ap3000/skipped.ts";
export type { BkvFrame } from "./bkv/frame.ts";
export type { Content as BkvContent, Item as BkvItem } from "./bkv/items.ts";
export { bkv } from "./bkv/protocol.ts";
export type { Freshness, Hmac } from "./dianan/authentic.ts";
export type { DiananFrame } from "./dianan/frame.ts";
export type { Place, PlaceKind } from "./dianan/places.ts";
export { dianan } from "./dianan/protocol.ts";
export type { Content, DiananRecord } from "./dianan/records.ts";
export type { Data as Dlt645Data } from "./dlt645/data-items.ts";
export type { Dlt645Frame } from "./dlt645/frame.ts";
export type { Message as Dlt645Message } from "./dlt645/message.ts";
export type { ProtectorControl } from "./dlt645/protector.ts";
export { dlt645 } from "./dlt645/protocol.ts";
export type { EfireFrame } from "./efire-7b7b/frame.ts";
export { efire7b7b } from "./efire-7b7b/protocol.ts";
export type { ComponentPlace, ComponentReport } from "./gb26875/component-report.ts";
export type { GbExtensions } from "./gb26875/create.ts";
export type { ComponentAnalog, ComponentStatus, Operation, SystemStatus } from "./gb26875/facility.ts";
export type { ComponentAddress } from "./gb26875/fields.ts";
export type { Message, TypeTables } from "./gb26875/message.ts";
export type { Frame } from "./gb26875/packet.ts";
export { createGb26875, gb26875 } from "./gb26875/protocol.ts";
export type { TransmitterOperation, TransmitterStatus } from "./gb26875/transmitter.ts";
export type { JuyFrame } from "./juy/frame.ts";
export { juy } from "./juy/protocol.ts";
export { entityNumberOf, type ReadFunction, type ReadPlace, readPlaceOf } from "./modbus/entity-numbers.ts";
export type {
  BitsAnswer,
  ExceptionAnswer,
  ModbusMessage,
  ModbusRequest,
  OtherFunction,
  RegistersAnswer,
  WriteAnswer,
} from "./modbus/messages.ts";
export { type ReadBlock, type ReadPlanOptions, readPlan } from "./modbus/read-plan.ts";
export {
  highByte,
  lowByte,
  type RegisterType,
  type RegisterValue,
  registerCount,
  registersOf,
  registerValue,
  type WordOrder,
} from "./modbus/registers.ts";
export type { ModbusRtuFrame } from "./modbus/rtu-frame.ts";
export { modbusRtu } from "./modbus/rtu-protocol.ts";
export type { ModbusTcpFrame } from "./modbus/tcp-frame.ts";
export { modbusTcp } from "./modbus/tcp-protocol.ts";
export type {
  Dialect,
  DialectOption,
  DialectOptions,
  DialectValue,
  Direction,
  FrameContext,
  LenientResult,
  NormaliseContext,
  Protocol,
  ProtocolCodes,
  ProtocolTable,
} from "./protocol.ts";
export { type ProtocolId, protocols } from "./protocols.ts";
export type { Cut, SkippedRun } from "./stream-cutter.ts";
export { treeOf } from "./tree-of.ts";
export type { BodyCipher } from "./ykc/cipher.ts";
export type { EncryptedBody, YkcFrame, YkcHooks } from "./ykc/frame.ts";
export type { OpenBody as YkcBody } from "./ykc/layouts.ts";
export { createYkc, ykc } from "./ykc/protocol.ts";
