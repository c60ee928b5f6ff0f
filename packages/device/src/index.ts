export { type Device, type DeviceOptions, type DeviceSocket, openDevice } from "./device.ts";
export { DeviceError } from "./device-error.ts";
export type { Outcome } from "./dianan-commands.ts";
export { type DiananDevice, type DiananDeviceOptions, openDiananDevice } from "./dianan-device.ts";
export { type Fleet, type FleetFigures, type FleetOptions, loopbackOf, startFleet } from "./fleet.ts";
export { roleOf, type Scenario, scenarios } from "./scenario.ts";
export {
  type Exchange,
  newSender,
  type SenderEffect,
  type SenderInput,
  type SenderRules,
  type SenderState,
  senderDueAt,
  stepSender,
} from "./sender.ts";
