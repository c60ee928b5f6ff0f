export { type AlarmClass, alarmClasses } from "./alarm-classes.ts";
export { type AlarmState, alarmStates } from "./alarm-states.ts";
export {
  type AlarmType,
  type AlarmTypeRow,
  alarmText,
  alarmTypeOfCode,
  alarmTypes,
  isAlarmType,
  type Words,
} from "./alarm-types.ts";
export { type CoordinateSystem, coordinateSystems } from "./coordinate-systems.ts";
export { type DeviceCommand, deviceCommands, isDeviceCommand } from "./device-commands.ts";
export { type DeviceType, deviceTypes } from "./device-types.ts";
export type {
  CommandResultEvent,
  ComponentStateEvent,
  ConditionEvent,
  DeviceClockEvent,
  DiagnosticEvent,
  IdentityEvent,
  ModelEvent,
  ReadingEvent,
  SessionEvent,
} from "./events.ts";
export {
  type FormCategory,
  type FormFacts,
  type FormSystem,
  formCategories,
  formCategoryOf,
} from "./form-categories.ts";
export { type HeritageLevel, heritageLevels } from "./heritage-levels.ts";
export {
  type AlarmId,
  alarmId,
  type ComponentId,
  type ComponentKey,
  componentId,
  type DeviceId,
  deviceId,
  type Instant,
  instant,
  isRecordId,
  type OperatorId,
  operatorId,
  type TenantId,
  tenantId,
  type UnitId,
  unitId,
  type WireAddress,
} from "./ids.ts";
export { type InstallationSpot, installationSpots } from "./installation-spots.ts";
export { type OperatorDocumentKind, operatorDocumentKinds } from "./operator-document-kinds.ts";
export { type PlaceType, placeTypes } from "./place-types.ts";
export { type Presence, presences, UPLOAD_PERIOD_MAX_MS } from "./presences.ts";
export { type Quality, qualities } from "./qualities.ts";
export {
  fromScaled,
  isPlausible,
  isQuantity,
  type Quantity,
  quantities,
  quantityOfCode,
  quantityText,
  toScaled,
} from "./quantities.ts";
export { isSessionEnd, type SessionEnd, type SessionEndRow, sessionEnds } from "./session-ends.ts";
export { type Severity, type SeverityLevel, severities, severityOfLevel } from "./severities.ts";
export { type Status, statuses } from "./statuses.ts";
export { type CodeRow, type CodeTable, isSlugOf, slugOfCode } from "./table.ts";
export { type WorkRecordKind, type WorkRecordResult, workRecordKinds, workRecordResults } from "./work-record-kinds.ts";
