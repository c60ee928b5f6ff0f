import { isSlugOf, placeTypes } from "@dianan/model";
import type { UnitRow } from "@dianan/reports";
import { systemDevices } from "../core/coverage.ts";
import type { JsonObject, StoredRecord } from "../ports/records.ts";
import type { ReportSight } from "../ports/reports.ts";
import { allRecords, textIn } from "./all-records.ts";
import type { ReportDeps } from "./report-deps.ts";

/** A unit with its devices of both systems. */
export type EquippedUnit = { readonly unit: StoredRecord; readonly devices: readonly StoredRecord[] };

/** Every unit of a region that is seen, with its devices. */
export const equippedUnits = async (
  sight: ReportSight,
  regionCode: string | null,
): Promise<readonly EquippedUnit[]> => {
  const units = new Map<string, { unit: StoredRecord; devices: StoredRecord[] }>();
  for await (const unit of allRecords(sight, "unit", { regionCode })) units.set(unit.id, { unit, devices: [] });
  for await (const device of allRecords(sight, "device"))
    units.get(textIn(device.body, "unitId"))?.devices.push(device);
  return [...units.values()];
};

/** Devices of one system. */
export const devicesOf = (system: keyof typeof systemDevices, { devices }: EquippedUnit): readonly StoredRecord[] =>
  devices.filter(({ body }) => body.type === systemDevices[system]);

/** Places (集中智能充电场所) in which devices stand, told apart by their address. */
export const placesOf = (devices: readonly StoredRecord[]): number =>
  new Set(devices.map(({ body }) => textIn(body, "address"))).size;

const named = (found: { readonly deleted: boolean; readonly body: JsonObject } | null, member: string): string =>
  found === null || found.deleted ? "" : textIn(found.body, member);

/** A set of texts in their order, without empty ones. */
const distinct = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts.filter((text) => text !== ""))].sort();

/** Rows of RF-5 or RF-6: units in which devices of the system are, by community and name. */
export const unitRows = async (
  { registry, store }: ReportDeps,
  sight: ReportSight,
  system: keyof typeof systemDevices,
  units: readonly EquippedUnit[],
): Promise<readonly UnitRow[]> => {
  const operators = new Map<string, string>();
  const operatorName = async (id: string): Promise<string> => {
    const known = operators.get(id);
    if (known !== undefined) return known;
    const name = named(await sight.record("operator", id), "name");
    operators.set(id, name);
    return name;
  };
  const rows: UnitRow[] = [];
  for (const one of units) {
    const devices = devicesOf(system, one);
    if (devices.length === 0) continue;
    const { body } = one.unit;
    const wiring = { checked: 0, known: 0 };
    let investmentFen: number | null = null;
    const days: string[] = [];
    const models: string[] = [];
    const vendors: string[] = [];
    for (const device of devices) {
      const file = (await registry.sheets.find(sight.tenant, "installation", device.id))?.body ?? {};
      const model = await registry.entries.find(sight.tenant, "deviceModel", textIn(device.body, "modelId"));
      if (typeof file.isWiringChecked === "boolean") wiring.known += 1;
      if (file.isWiringChecked === true) wiring.checked += 1;
      if (typeof file.investmentFen === "number") investmentFen = (investmentFen ?? 0) + file.investmentFen;
      days.push(textIn(file, "installedOn") || textIn(device.body, "installedOn"));
      models.push(named(model, "name") || textIn(device.body, "modelId"));
      vendors.push(textIn(device.body, "manufacturer"));
    }
    const ports = system === "charging" ? (await store.chargingPorts(sight.tenant, [one.unit.id])).length : 0;
    const placeType = textIn(body, "placeType");
    const contact = [textIn(body, "contactName"), textIn(body, "contactPhone")].filter((text) => text !== "").join(" ");
    rows.push({
      ...{ community: textIn(body, "community") || null, name: textIn(body, "name"), address: textIn(body, "address") },
      ...{ placeType: isSlugOf(placeTypes, placeType) ? placeType : null, installed: devices.length, wiring },
      ...{ places: placesOf(devices), ports, models: distinct(models), vendors: distinct(vendors) },
      ...{ operator: (await operatorName(textIn(body, "operatorId"))) || null, contact: contact || null },
      ...{ investmentFen, installedOn: distinct(days)[0] ?? null },
    });
  }
  const key = ({ community, name }: UnitRow): string => `${community ?? "\uffff"} ${name}`;
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
};
