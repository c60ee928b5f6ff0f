import { regionPrefix } from "../core/region.ts";
import type { Scope } from "../ports/caller.ts";
import type { JsonObject } from "../ports/records.ts";

/** Whether a scope bounds nothing: the whole tenant. */
export const isWholeTenant = ({ units, operators, regions, placeTypes }: Scope): boolean =>
  units === undefined && operators === undefined && regions === undefined && placeTypes === undefined;

/** A member that is a text; else empty. */
export const textOf = (body: JsonObject, member: string): string => {
  const value = body[member];
  return typeof value === "string" ? value : "";
};

/** Whether a unit lies in every bound of a scope; a region's code stands for all below it. */
export const holdsUnit = ({ units, operators, regions, placeTypes }: Scope, id: string, body: JsonObject): boolean =>
  (units === undefined || units.includes(id)) &&
  (operators === undefined || operators.includes(textOf(body, "operatorId"))) &&
  (regions === undefined || regions.some((region) => textOf(body, "regionCode").startsWith(regionPrefix(region)))) &&
  (placeTypes === undefined || placeTypes.includes(textOf(body, "placeType")));
