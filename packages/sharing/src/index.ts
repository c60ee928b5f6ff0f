export type { Alarm, Code, Component, Device, Operator, Unit } from "./generated/records.ts";
export { kindOfPlural, pluralOf, type RecordKind, type RecordOf, type RecordPlural, recordKinds } from "./kinds.ts";
export type { Result } from "./result.ts";
export type { SharingError, SharingErrorCode } from "./sharing-error.ts";
export {
  validate,
  validateAlarm,
  validateComponent,
  validateDevice,
  validateOperator,
  validateUnit,
} from "./validate.ts";
