import type { TenantId } from "@dianan/model";
import type { CentrePoint, CentreSettings } from "../ports/centre.ts";
import type { JsonObject, StoredRecord } from "../ports/records.ts";
import type { Store } from "../ports/store.ts";
import { type PointDraft, pointKey } from "./point-book.ts";
import { componentTypeOf, freePlace, ownPlace } from "./wire-place.ts";

const text = (body: JsonObject | null | undefined, member: string): string | null => {
  const value = body?.[member];
  return typeof value === "string" && value !== "" ? value : null;
};

/** Whether a centre is told of an alarm's unit. */
export const isFor = ({ unitIds }: Pick<CentreSettings, "unitIds">, unitId: string): boolean =>
  unitIds.length === 0 || unitIds.includes(unitId);

/** Where an alarm happened. */
export const placeOfAlarm = ({ body }: Pick<StoredRecord, "body">) => {
  const deviceId = text(body, "deviceId") ?? "";
  const componentId = text(body, "componentId");
  return { deviceId, componentId, unitId: text(body, "unitId") ?? "", key: pointKey(deviceId, componentId) };
};

/**
 * The point of an alarm: known, with its name and unit as they are now, or new with an address that nobody has.
 *
 * @returns what the book does not have yet; the caller puts it there
 */
export const pointOfAlarm = async (
  store: Pick<Store, "record">,
  tenant: TenantId,
  settings: CentreSettings,
  book: Pick<PointDraft, "get" | "isTaken">,
  alarm: StoredRecord,
): Promise<CentrePoint> => {
  const { deviceId, componentId, unitId, key } = placeOfAlarm(alarm);
  const device = (await store.record(tenant, "device", deviceId))?.body;
  const component =
    componentId === null ? null : ((await store.record(tenant, "component", componentId))?.body ?? null);
  const name = text(component, "name") ?? text(device, "name") ?? key;
  const known = book.get(key);
  if (known !== undefined) return { ...known, name, unitId };
  const own = text(device, "protocol") === "gb26875" ? ownPlace(component?.componentKey) : null;
  const type = own?.componentType ?? componentTypeOf(component, String(alarm.body.type));
  const place = freePlace(own, type, settings, book.isTaken);
  return { deviceId, componentId, unitId, name, place, open: {}, changedAt: 0 as CentrePoint["changedAt"] };
};
