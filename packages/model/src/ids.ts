declare const brand: unique symbol;
type Brand<T, B extends string> = T & { readonly [brand]: B };

/** Point in time: integer milliseconds since 1970-01-01T00:00:00Z, UTC (时刻). Always below 2^53. */
export type Instant = Brand<number, "Instant">;
/** One organisation that runs a platform; everything belongs to exactly one (租户). */
export type TenantId = Brand<string, "TenantId">;
/** Key of a unit (单位主键), SH-1. 1 to 64 characters, see {@link isRecordId}. */
export type UnitId = Brand<string, "UnitId">;
/** Id of an operator (运维机构 ID), SH-2. 1 to 64 characters. */
export type OperatorId = Brand<string, "OperatorId">;
/** Id of a device (设备 id), SH-3. 1 to 64 characters. */
export type DeviceId = Brand<string, "DeviceId">;
/** Id of a component (部件 id), SH-4. 1 to 64 characters. */
export type ComponentId = Brand<string, "ComponentId">;
/** Number of an alarm (报警编号 id), SH-5; stable over every resend. 1 to 64 characters. */
export type AlarmId = Brand<string, "AlarmId">;
/**
 * A component's address inside its device, as the device's protocol says it. GB/T 26875.3:
 * `<systemType>/<systemAddress>/<componentType>/<componentAddress as u32>`, for example `1/1/17/327682`; a dialect may write the
 * address otherwise, for example `1/1/17/2-5` (zone and point).
 */
export type ComponentKey = Brand<string, "ComponentKey">;
/** A device's address on the wire as text. GB/T 26875.3: the 48-bit source address as a decimal number, for example `889`. */
export type WireAddress = Brand<string, "WireAddress">;

/** Latest millisecond that a JavaScript Date can hold, either side of 1970. */
const INSTANT_MAX_MS = 8_640_000_000_000_000;

/**
 * Makes an {@link Instant} from milliseconds.
 *
 * @throws RangeError when it is not an integer that a date can hold
 */
export const instant = (ms: number): Instant => {
  if (!Number.isInteger(ms) || Math.abs(ms) > INSTANT_MAX_MS)
    throw new RangeError(`instant: ${ms} is not whole milliseconds within ±${INSTANT_MAX_MS}`);
  return ms as Instant;
};

const recordIdShape = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

/** True for text that may be the id of a shared record (主键): 1 to 64 of `A-Z a-z 0-9 . _ : -`, first a letter or digit. */
export const isRecordId = (text: string): boolean => recordIdShape.test(text);

const idOf =
  <T extends string>(name: string) =>
  (text: string): T => {
    if (!isRecordId(text)) throw new RangeError(`${name}: ${JSON.stringify(text)} is not an id of 1 to 64 characters`);
    return text as T;
  };

/** Makes a {@link TenantId}. @throws RangeError when it is not an id. */
export const tenantId: (text: string) => TenantId = idOf<TenantId>("tenantId");
/** Makes a {@link UnitId}. @throws RangeError when it is not an id. */
export const unitId: (text: string) => UnitId = idOf<UnitId>("unitId");
/** Makes an {@link OperatorId}. @throws RangeError when it is not an id. */
export const operatorId: (text: string) => OperatorId = idOf<OperatorId>("operatorId");
/** Makes a {@link DeviceId}. @throws RangeError when it is not an id. */
export const deviceId: (text: string) => DeviceId = idOf<DeviceId>("deviceId");
/** Makes a {@link ComponentId}. @throws RangeError when it is not an id. */
export const componentId: (text: string) => ComponentId = idOf<ComponentId>("componentId");
/** Makes an {@link AlarmId}. @throws RangeError when it is not an id. */
export const alarmId: (text: string) => AlarmId = idOf<AlarmId>("alarmId");
