import type { ComponentKey } from "@dianan/model";
import { detectorTypes, ownComponentTypes } from "../component-types.ts";
import { placeKinds } from "./codes.ts";

/** Kind of a place (部位类型): a key of the table `placeKinds`. */
export type PlaceKind = keyof typeof placeKinds;
/** A place (部位): its kind and its number as people count it, from 1; phases are 1 to 3 and the neutral 4. */
export type Place = { readonly kind: PlaceKind; readonly number: number };

const kinds = Object.entries(placeKinds) as readonly (readonly [PlaceKind, (typeof placeKinds)[PlaceKind]])[];

/** The place of a byte, or null when no kind has it. DianAn DP V1 §4.1. */
export const placeOf = (byte: number): Place | null => {
  const found = kinds.find(([, { code, last }]) => byte >= code && byte <= last);
  return found === undefined ? null : { kind: found[0], number: byte - found[1].code + 1 };
};

/**
 * The byte of a place.
 *
 * @throws RangeError when the kind has fewer places
 */
export const placeByte = ({ kind, number }: Place): number => {
  const { code, last } = placeKinds[kind];
  const byte = code + number - 1;
  if (!Number.isInteger(number) || number < 1 || byte > last)
    throw new RangeError(`place: ${kind} ${number} is not 1 to ${last - code + 1}`);
  return byte;
};

const PHASES = ["a", "b", "c", "n"] as const;

/** Component of a place: `current/1`, `phase/a`, `port/3`; null for the device itself; `place/<byte>` when unknown. */
export const componentOf = (byte: number): ComponentKey | null => {
  const place = placeOf(byte);
  if (place === null) return `place/${byte}` as ComponentKey;
  if (place.kind === "device") return null;
  if (place.kind === "battery") return "battery" as ComponentKey;
  return `${place.kind}/${place.kind === "phase" ? PHASES[place.number - 1] : place.number}` as ComponentKey;
};

/** Component type of a place, GB/T 26875.3-2011 table 5 or ours. */
export const componentTypeOf = (byte: number): number => {
  switch (placeOf(byte)?.kind) {
    case "current":
      return detectorTypes.residualCurrent;
    case "temperature":
      return detectorTypes.temperature;
    case "port":
      return ownComponentTypes.chargingPort;
    case "smoke":
      return detectorTypes.smoke;
    default:
      return detectorTypes.monitoringUnit;
  }
};
