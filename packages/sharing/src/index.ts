export { isCreditCode, isImei, isOrganisationCode } from "./check-digits.ts";
export { type CodeList, codedMembers, codeLists, type UnknownCode, unknownCodes } from "./code-lists.ts";
export { convertPoint, inSystem, isInChina, looksSwapped, type Point } from "./coordinates.ts";
export { digestText, undigestedMembers } from "./digest-text.ts";
export type { Alarm, Code, Component, Device, Operator, Unit } from "./generated/records.ts";
export { kindOfPlural, pluralOf, type RecordKind, type RecordOf, type RecordPlural, recordKinds } from "./kinds.ts";
export { erased, masked, maskName, maskPhone, personalMembers, unmasked, withoutPersons } from "./personal.ts";
export { planMembers } from "./plan-members.ts";
export type { Result } from "./result.ts";
export type { SharingError, SharingErrorCode } from "./sharing-error.ts";
export {
  fromTcecStation,
  type StationFacts,
  statusOfTcec,
  type TcecConnector,
  type TcecEquipment,
  type TcecFacts,
  type TcecFault,
  type TcecStation,
  tcecStatusOf,
  toTcecStation,
} from "./tcec.ts";
export {
  openTcecAnswer,
  openTcecRequest,
  sealTcecAnswer,
  sealTcecRequest,
  type TcecAnswer,
  type TcecEnvelope,
  type TcecEnvelopeFault,
  type TcecOpened,
  tcecRets,
} from "./tcec-envelope.ts";
export { type TcecMembers, type TcecNumbers, type TcecReader, tcecBusinessTimeOf, tcecReader } from "./tcec-fields.ts";
export { standardTcecProfile, type TcecKeys, type TcecProfile, type TcecSecrets, tcecKeys } from "./tcec-keys.ts";
export {
  isTcecBusinessSeq,
  readTcecOrder,
  readTcecRunning,
  sessionEndOfTcec,
  type TcecCharge,
  type TcecOrder,
  type TcecRunning,
  type TcecSpelling,
  tcecBusinessTime,
  tcecStopReasonOf,
  toTcecOrder,
  toTcecRunning,
} from "./tcec-order.ts";
export {
  readTcecOrderCheck,
  readTcecOrderCheckAnswer,
  type TcecCheckedOrder,
  type TcecDispute,
  type TcecOrderCheck,
  tcecDisputes,
  toTcecOrderCheck,
  toTcecOrderCheckAnswer,
} from "./tcec-order-check.ts";
export { nextTcecSeq, type TcecStamp, tcecTime, tcecTimeOf } from "./tcec-seq.ts";
export {
  readTcecStationPage,
  readTcecStationStatuses,
  readTcecStatusPush,
  type TcecConnectorStatus,
  type TcecStationPage,
} from "./tcec-stations.ts";
export {
  validate,
  validateAlarm,
  validateComponent,
  validateDevice,
  validateOperator,
  validateUnit,
} from "./validate.ts";
export { type SharingWarning, warningsOf } from "./warnings.ts";
