import type { TenantId } from "@dianan/model";
import { inSystem, masked, type Point, personalMembers, type RecordKind } from "@dianan/sharing";
import type { JsonObject, StoredRecord } from "../ports/records.ts";
import type { DestinationSettings } from "../ports/sharing.ts";
import type { Store } from "../ports/store.ts";
import { knownSystem } from "./settings.ts";

/** A record as a destination gets it: positions in its system, persons masked where it has no right to them. */
export type Shaping = (record: StoredRecord) => Promise<StoredRecord>;

/** Of a record that does not say, and whose unit does not say either. */
const ASSUMED = "CGCS2000";

const hasPlace = (body: JsonObject): body is JsonObject & Point =>
  typeof body.latitude === "number" && typeof body.longitude === "number";

/** Another system for a body's position. What is in a system that nobody knows stays as it is and says so. */
export const placedIn = (body: JsonObject, to: string, assumed: string): JsonObject => {
  const target = knownSystem(to);
  const from = knownSystem(body.coordinateSystem ?? assumed);
  if (target === null || from === null || from === target || !hasPlace(body)) return body;
  return inSystem(body as JsonObject & Point & { readonly coordinateSystem?: string }, target, from);
};

/** Digits of a phone that are shown. */
const TAIL = 4;

/**
 * A record without its persons for a receiver that has no agreement (SEC-PII-05). Masks with stars are no valid phones (SH-2), so
 * a receiver would refuse the record: of a phone the last four digits stay behind a number that cannot ring, of a name its first
 * character and 某.
 */
export const veiled = (kind: RecordKind, body: JsonObject): JsonObject => {
  const hidden = personalMembers(kind).flatMap((member) => {
    const value = body[member];
    if (typeof value !== "string") return [];
    const [first = ""] = [...value.trim()];
    const digits = value.replace(/[^0-9]/g, "").slice(-TAIL);
    return [[member, /phone/i.test(member) ? `000-0000-${digits}` : `${first}某`] as const];
  });
  return { ...masked(kind, body), ...Object.fromEntries(hidden) };
};

/** Whether somebody could be known by this body: a push of it is told to the audit log (SEC-PII-05). */
export const hasPerson = ({ kind, body }: Pick<StoredRecord, "kind" | "body">): boolean =>
  personalMembers(kind).some((member) => typeof body[member] === "string" && body[member] !== "");

/** Good for one group of records: what it has looked up it does not look up again. */
export const createShaping = (
  store: Pick<Store, "record">,
  tenant: TenantId,
  { coordinateSystem, personalData }: Pick<DestinationSettings, "coordinateSystem" | "personalData">,
): Shaping => {
  const systems = new Map<string, Promise<string>>();
  const systemOfUnit = (id: string): Promise<string> => {
    let system = systems.get(id);
    if (system === undefined) {
      system = store.record(tenant, "unit", id).then((unit) => String(unit?.body.coordinateSystem ?? ASSUMED));
      systems.set(id, system);
    }
    return system;
  };
  return async (record) => {
    const { kind, body } = record;
    // A device stands where its unit stands, so its position is in the unit's system unless it says otherwise.
    const assumed =
      kind === "device" && hasPlace(body) && body.coordinateSystem === undefined && typeof body.unitId === "string"
        ? await systemOfUnit(body.unitId)
        : ASSUMED;
    const placed = placedIn(body, coordinateSystem, assumed);
    return { ...record, body: personalData === "masked" ? veiled(kind, placed) : placed };
  };
};
