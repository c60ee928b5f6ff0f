import type { DatabaseSync } from "node:sqlite";
import type { JsonObject, RecordKind } from "../ports/records.ts";
import { columnOf, keptMembers, keptValue, madeColumns, searchColumn, timeOf } from "./record-table.ts";

/** Names of the columns of a kind by which records are found, beside its meta columns. */
export const findingColumns = (kind: RecordKind): readonly string[] => [
  ...keptMembers[kind].map(columnOf),
  ...madeColumns(kind),
];

/** What is written beside a record's body, so that lists find it. */
export type RecordColumns = {
  /** Values of `findingColumns`, in their order. */
  of(tenant: string, kind: RecordKind, body: JsonObject, id: string, at: number): readonly (string | number)[];
  /** After a unit was written: its alarms have its region and place, also those that came before it. */
  placeAlarms(tenant: string, unit: string, body: JsonObject, before: JsonObject | null): void;
};

export const createRecordColumns = (database: DatabaseSync): RecordColumns => {
  const placeOf = database.prepare("SELECT region_code, place_type FROM unit WHERE tenant = ? AND id = ?");
  // Without statistics the planner would walk all alarms of the tenant.
  const place = database.prepare(
    "UPDATE alarm INDEXED BY alarm_unit_id SET region_code = ?, place_type = ? WHERE tenant = ? AND unit_id = ?",
  );

  const made = (
    tenant: string,
    kind: RecordKind,
    body: JsonObject,
    id: string,
    at: number,
  ): readonly (string | number)[] => {
    if (kind === "component") return [];
    if (kind !== "alarm") return [searchColumn(kind, { ...body, id })];
    const unit = placeOf.get(tenant, keptValue(body, "unitId")) as
      | { readonly region_code: string; readonly place_type: string }
      | undefined;
    const receivedAt = timeOf(body, "receivedAt", at);
    return [receivedAt, timeOf(body, "occurredAt", receivedAt), unit?.region_code ?? "", unit?.place_type ?? ""];
  };

  return {
    of: (tenant, kind, body, id, at) => [
      ...keptMembers[kind].map((member) => keptValue(body, member)),
      ...made(tenant, kind, body, id, at),
    ],
    placeAlarms: (tenant, unit, body, before) => {
      const placeNow = [keptValue(body, "regionCode"), keptValue(body, "placeType")] as const;
      const placeBefore = [keptValue(before ?? {}, "regionCode"), keptValue(before ?? {}, "placeType")];
      if (placeNow.every((value, index) => value === placeBefore[index])) return;
      place.run(...placeNow, tenant, unit);
    },
  };
};
