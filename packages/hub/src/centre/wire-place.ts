import { type ComponentPlace, gb26875 } from "@dianan/codec";
import { isAlarmType } from "@dianan/model";
import type { CentreSettings } from "../ports/centre.ts";
import type { JsonObject } from "../ports/records.ts";

const BYTE_MAX = 255;
const ADDRESS_MAX = 0xffff_ffff;
/** Nine digits, zone and point, or a number: as components of this protocol are named (`componentKey` of the codec). */
const KEY = /^(\d{1,3})\/(\d{1,3})\/(\d{1,3})\/(?:(\d{1,10})|(\d{1,5})-(\d{1,5}))$/;

/**
 * The place that a component of this protocol says it has; zone and point become one number, zone in the low half. Null: it is of
 * another protocol, or its address is characters.
 */
export const ownPlace = (componentKey: unknown): ComponentPlace | null => {
  const parts = typeof componentKey === "string" ? KEY.exec(componentKey) : null;
  if (parts === null) return null;
  const [, systemType, systemAddress, componentType, whole, zone, point] = parts;
  const place = {
    systemType: Number(systemType),
    systemAddress: Number(systemAddress),
    componentType: Number(componentType),
    componentAddress: whole === undefined ? Number(zone) + Number(point) * 0x1_0000 : Number(whole),
  };
  const bytes = [place.systemType, place.systemAddress, place.componentType];
  const halves = zone === undefined ? [] : [Number(zone), Number(point)];
  const fits = bytes.every((byte) => byte <= BYTE_MAX) && halves.every((half) => half <= 0xffff);
  return fits && place.componentAddress <= ADDRESS_MAX ? place : null;
};

const nameOfType = new Map<string, number>(
  Object.entries(gb26875.componentTypes).map(([name, { code }]) => [name, code]),
);

/** Component type (部件类型) of a component's record: a name or a number of table 5; else what its first alarm lets one say. */
export const componentTypeOf = (component: JsonObject | null, alarmType: string): number => {
  const told = String(component?.type ?? "");
  const known = nameOfType.get(told) ?? (/^\d{1,3}$/.test(told) && Number(told) <= BYTE_MAX ? Number(told) : undefined);
  return known ?? gb26875.componentTypeFor(isAlarmType(alarmType) ? alarmType : "unmapped");
};

/** Whether a place is taken: a request names a component without its type, so two of different types must differ in more. */
export const placeKey = ({ systemType, systemAddress, componentAddress }: Omit<ComponentPlace, "componentType">) =>
  `${systemType}/${systemAddress}/${componentAddress}`;

/**
 * A place that nobody has: its own where it has one and that is free, else the same address in the next system address; for a
 * component without one, the next number of the system that the settings name.
 *
 * @throws RangeError when all addresses are taken
 */
export const freePlace = (
  own: ComponentPlace | null,
  componentType: number,
  { systemType, systemAddress }: Pick<CentreSettings, "systemType" | "systemAddress">,
  isTaken: (key: string) => boolean,
): ComponentPlace => {
  if (own !== null)
    for (let step = 0; step <= BYTE_MAX; step += 1) {
      const place = { ...own, systemAddress: (own.systemAddress + step) % (BYTE_MAX + 1) };
      if (!isTaken(placeKey(place))) return place;
    }
  for (let componentAddress = 1; componentAddress <= ADDRESS_MAX; componentAddress += 1) {
    const place = { systemType, systemAddress, componentType, componentAddress };
    if (!isTaken(placeKey(place))) return place;
  }
  throw new RangeError("every component address is taken");
};
