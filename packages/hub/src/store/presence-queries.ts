import type { DatabaseSync } from "node:sqlite";
import type { PresenceChange, PresenceCount, PresenceMark, PresenceQuery } from "../ports/presence-history.ts";
import type { Page } from "../ports/records.ts";
import { PositionError } from "./page-query.ts";
import { shardOf } from "./shard.ts";

type Row = {
  readonly device: string;
  readonly version: number;
  readonly at: number;
  readonly unit: string;
  readonly presence: string;
  readonly before: string;
  readonly heard_at: number | null;
};

/** Marks of one device, in the order in which they were written: from the last one at or before `:from` on. */
export const marksSql = `SELECT at, unit, presence FROM presence_change
  WHERE shard = :shard AND tenant = :tenant AND device = :device AND version >= coalesce((SELECT max(version)
    FROM presence_change WHERE shard = :shard AND tenant = :tenant AND device = :device AND at <= :from), 0)
  ORDER BY version`;

/** History and counts of presence, as plain functions of plain arguments. */
export const createPresenceQueries = (database: DatabaseSync) => {
  // Without statistics the planner would rather walk the whole tenant than use a filter's index.
  const pageBy = (index: string, filter: string) =>
    database.prepare(
      `SELECT device, version, at, unit, presence, before, heard_at FROM presence_change ${index}
       WHERE tenant = :tenant AND at >= :from AND at < :to AND before NOT IN ('', presence) AND presence <> '' ${filter}
       AND (:presence IS NULL OR presence = :presence)
       AND (at, device, version) < (:at, :after, :version)
       ORDER BY at DESC, device DESC, version DESC LIMIT :limit`,
    );
  const page = pageBy("INDEXED BY presence_change_at", "");
  const pageOfUnit = pageBy("INDEXED BY presence_change_unit", "AND unit = :unit");
  const pageOfDevice = pageBy("", "AND shard = :shard AND device = :device AND (:unit IS NULL OR unit = :unit)");
  const marks = database.prepare(marksSql);
  const counts = database.prepare(
    `SELECT unit_id, presence, presence <> 'online' AND json_extract(body, '$.lastSeenAt') IS NULL AS never,
       count(*) AS devices
     FROM device WHERE tenant = ? AND deleted = 0 GROUP BY 1, 2, 3`,
  );

  return {
    presenceChanges: (tenant: string, query: PresenceQuery): Page<PresenceChange> => {
      const { deviceId, unitId, limit } = query;
      const [at, version, after] = placeOf(query.after);
      const common = {
        tenant,
        from: query.from ?? Number.MIN_SAFE_INTEGER,
        to: query.to ?? Number.MAX_SAFE_INTEGER,
        presence: query.presence,
        at,
        version,
        after,
        limit: limit + 1,
      };
      const rows = (
        deviceId !== null
          ? pageOfDevice.all({ ...common, shard: shardOf(deviceId), device: deviceId, unit: unitId })
          : unitId !== null
            ? pageOfUnit.all({ ...common, unit: unitId })
            : page.all(common)
      ) as Row[];
      const kept = rows.slice(0, limit);
      const last = kept.at(-1);
      return {
        items: kept.map((row) => ({
          deviceId: row.device,
          unitId: row.unit,
          presence: row.presence,
          before: row.before,
          at: row.at as PresenceChange["at"],
          heardAt: row.heard_at as PresenceChange["heardAt"],
        })),
        next: rows.length > limit && last ? `${last.at}/${last.version}/${last.device}` : null,
      };
    },
    presenceMarks: (tenant: string, devices: readonly string[], from: number): readonly (readonly PresenceMark[])[] =>
      devices.map((device) =>
        (marks.all({ shard: shardOf(device), tenant, device, from }) as Row[]).map((row) => ({
          at: row.at as PresenceMark["at"],
          unitId: row.unit,
          presence: row.presence,
        })),
      ),
    presenceCounts: (tenant: string): readonly PresenceCount[] =>
      counts.all(tenant).map((row) => ({
        unitId: String(row.unit_id),
        presence: String(row.presence),
        neverHeard: row.never === 1,
        devices: Number(row.devices),
      })),
  };
};

/** Takes `<milliseconds>/<version>/<device>` apart. @throws PositionError for another text */
const placeOf = (position: string | null): readonly [at: number, version: number, device: string] => {
  if (position === null) return [Number.MAX_SAFE_INTEGER, 0, ""];
  const [, at, version, device] = /^(-?\d{1,16})\/(\d{1,15})\/(.{1,128})$/.exec(position) ?? [];
  if (device === undefined || !Number.isSafeInteger(Number(at)))
    throw new PositionError(`presence: ${JSON.stringify(position)} is no position`);
  return [Number(at), Number(version), device];
};
