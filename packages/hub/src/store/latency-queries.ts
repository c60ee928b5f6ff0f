import type { DatabaseSync } from "node:sqlite";
import { type AlarmWay, type LatencyFigure, latencyFigures, latencySystemOf } from "../core/latency.ts";
import type { AlarmTimes, LatencyQuery } from "../ports/latency.ts";

type Row = readonly [string, string, number | null, number, number, number | null, number | null];

/** How fast alarms went, as plain functions of plain arguments. */
export const createLatencyQueries = (database: DatabaseSync) => {
  const types = database.prepare("SELECT id, body ->> '$.type' AS type FROM device WHERE tenant = ?");
  const ways = database.prepare(
    `SELECT device_id, type, device_ms, received_at, stored_at, pushed_at, shown_at FROM alarm INDEXED BY alarm_latency
     WHERE tenant = :tenant AND stored_at IS NOT NULL AND deleted = 0 AND received_at >= :from AND received_at < :to
       AND (:units IS NULL OR unit_id IN (SELECT value FROM json_each(:units)))`,
  );
  // Names of columns take longer than the rows.
  ways.setReturnArrays(true);

  function* waysOf(tenant: string, { from, to, units }: LatencyQuery): Generator<AlarmWay> {
    const typeOf = new Map(types.all(tenant).map(({ id, type }) => [String(id), String(type ?? "")]));
    const rows = ways.iterate({ tenant, from, to, units: units === null ? null : JSON.stringify(units) });
    for (const row of rows as unknown as Iterable<Row>) {
      const [deviceId, type, deviceMs, receivedAt, storedAt, pushedAt, shownAt] = row;
      const system = latencySystemOf(type, typeOf.get(deviceId) ?? "");
      yield { system, deviceMs, receivedAt, storedAt, pushedAt, shownAt };
    }
  }
  return {
    latencyFigures: (tenant: string, query: LatencyQuery): readonly LatencyFigure[] =>
      latencyFigures(waysOf(tenant, query)),
  };
};

/** Notes how far an alarm got: the first time of each counts, of what is painted the earliest, none before the alarm was durable. */
export const createLatencyWriter = (database: DatabaseSync) => {
  const note = database.prepare(
    `UPDATE alarm SET stored_at = coalesce(stored_at, :stored), pushed_at = coalesce(pushed_at, :pushed),
       shown_at = max(coalesce(stored_at, :stored), coalesce(min(shown_at, :shown), shown_at, :shown))
     WHERE tenant = :tenant AND id = :id AND coalesce(stored_at, :stored) IS NOT NULL`,
  );
  return (tenant: string, id: string, { storedAt, pushedAt, shownAt }: AlarmTimes): void => {
    note.run({ tenant, id, stored: storedAt, pushed: pushedAt, shown: shownAt });
  };
};
