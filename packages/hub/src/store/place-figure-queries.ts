import type { DatabaseSync } from "node:sqlite";
import { isPeriod, type Period, periodName, periodStarts } from "../core/periods.ts";
import { createPresenceFigures, type PresenceIn } from "../core/presence-figures.ts";
import type { PresenceFigure, PresenceFigureQuery } from "../ports/place-figures.ts";
import type { JsonObject } from "../ports/records.ts";
import { marksSql } from "./presence-queries.ts";
import { keptValue } from "./record-table.ts";
import { shardOf } from "./shard.ts";

type Place = { readonly [dimension: string]: string };

/** Starts of the periods within a span; without a period the span itself. */
const startsOf = ({ from, to, utcOffsetMinutes }: PresenceFigureQuery, period: Period | undefined) =>
  period === undefined ? [from, to] : periodStarts(period, from, to, utcOffsetMinutes);

/** Figures of devices and places, as plain functions of plain arguments. */
export const createPlaceFigureQueries = (database: DatabaseSync) => {
  const units = database.prepare("SELECT id, body FROM unit WHERE tenant = ?");
  const devices = database.prepare(
    `SELECT device.id, device.type, coalesce(model.body ->> '$.entry.vendorId', '') AS vendor FROM device
     LEFT JOIN access AS model ON model.tenant = device.tenant AND model.kind = 'deviceModel' AND model.id = model_id
     WHERE device.tenant = ?`,
  );
  const marks = database.prepare(marksSql);
  // Names of columns take longer than the rows.
  marks.setReturnArrays(true);
  const equipped = database.prepare(
    "SELECT DISTINCT unit_id FROM device INDEXED BY device_type WHERE tenant = ? AND type = ? AND deleted = 0",
  );

  const placesOf = (tenant: string): ReadonlyMap<string, Place> => {
    const places = new Map<string, Place>();
    for (const { id, body } of units.all(tenant)) {
      const record = JSON.parse(String(body)) as JsonObject;
      const said = ["regionCode", "community", "placeType", "operatorId"].map((one) => [one, keptValue(record, one)]);
      places.set(String(id), Object.fromEntries(said));
    }
    return places;
  };
  const marksOf = (tenant: string, device: string, from: number): readonly PresenceIn[] =>
    (marks.all({ shard: shardOf(device), tenant, device, from }) as unknown as readonly [number, string, string][]).map(
      ([at, unitId, presence]) => ({ at, unitId, presence }),
    );

  return {
    unitsWith: (tenant: string, type: string): readonly string[] =>
      equipped.all(tenant, type).map((row) => String(row.unit_id)),

    presenceFigures: (tenant: string, query: PresenceFigureQuery): readonly PresenceFigure[] => {
      const { by, from, to, now, utcOffsetMinutes, limit } = query;
      const period = by.find(isPeriod);
      const starts = startsOf(query, period);
      // A period that begins before the span, or ends after it, counts with what lies within.
      const within = [from, ...starts.slice(1, -1), to];
      const seen = query.units === null ? null : new Set(query.units);
      const places = placesOf(tenant);
      const figures = createPresenceFigures(within, now);
      const groups = by.filter((one) => !isPeriod(one));
      for (const { id, type, vendor } of devices.all(tenant)) {
        const groupOf = (unitId: string): string | null => {
          if (seen !== null && !seen.has(unitId)) return null;
          const said: Place = { ...places.get(unitId), unitId, vendorId: String(vendor), deviceType: String(type) };
          return JSON.stringify(groups.map((one) => said[one] || null));
        };
        figures.add(marksOf(tenant, String(id), from), groupOf);
      }
      return figures
        .cells()
        .map(({ period: n, group, ...sums }) => {
          const named = [...(JSON.parse(group) as (string | null)[])];
          const name = period === undefined ? null : periodName(period, starts[n] ?? 0, utcOffsetMinutes);
          return { ...sums, key: by.map((one) => (isPeriod(one) ? name : (named.shift() ?? null))) };
        })
        .sort((a, b) => inOrder(a.key, b.key))
        .slice(0, limit);
    },
  };
};

/** Member by member; what is not said first. */
const inOrder = (a: PresenceFigure["key"], b: PresenceFigure["key"]): number => {
  for (const [n, one] of a.entries()) {
    const [left, right] = [one ?? "", b[n] ?? ""];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
};
