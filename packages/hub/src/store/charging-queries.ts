import type { DatabaseSync } from "node:sqlite";
import type { ChargingFigure, FigureQuery, PortRow, SessionQuery, SessionRow } from "../ports/charging.ts";
import type { JsonObject, Page } from "../ports/records.ts";
import { sessionOfRow } from "./charging-writer.ts";
import { PositionError } from "./page-query.ts";

const DAY_MS = 86_400_000;

type Row = { readonly [column: string]: unknown };

const textIn = (body: JsonObject, member: string): string => (typeof body[member] === "string" ? body[member] : "");

/** Sessions, ports and sums of charging, as plain functions of plain arguments. */
export const createChargingQueries = (database: DatabaseSync) => {
  const one = database.prepare("SELECT * FROM charging_session WHERE tenant = ? AND id = ?");
  // Without statistics the planner would rather walk the whole tenant than use a filter's index.
  const pageBy = (index: string, filter: string) =>
    database.prepare(
      `SELECT * FROM charging_session INDEXED BY charging_session_${index}
       WHERE tenant = :tenant ${filter} AND started_at >= :from AND started_at < :to
       AND (:unit IS NULL OR unit = :unit) AND (:device IS NULL OR device = :device)
       AND (:component IS NULL OR component = :component) AND (:abnormal IS NULL OR is_abnormal = :abnormal)
       AND (started_at, id) < (:at, :after) ORDER BY started_at DESC, id DESC LIMIT :limit`,
    );
  const pages = {
    component: pageBy("component", "AND component = :component"),
    device: pageBy("device", "AND device = :device"),
    unit: pageBy("unit", "AND unit = :unit"),
    abnormal: pageBy("abnormal", "AND is_abnormal = 1"),
    started: pageBy("started", ""),
  };
  const units = database.prepare(
    `SELECT DISTINCT unit_id FROM device INDEXED BY device_charging
     WHERE tenant = ? AND type = 'chargingPile' AND deleted = 0 AND unit_id > ? ORDER BY unit_id LIMIT ?`,
  );
  const piles = database.prepare(
    `SELECT id, presence FROM device INDEXED BY device_charging
     WHERE tenant = ? AND type = 'chargingPile' AND deleted = 0 AND unit_id = ? ORDER BY id`,
  );
  const ports = database.prepare(
    `SELECT id, body FROM component INDEXED BY component_device_id WHERE tenant = ? AND device_id = ? AND deleted = 0
     AND body ->> 'type' = 'chargingPort'`,
  );
  const newest = database.prepare(
    `SELECT * FROM charging_session INDEXED BY charging_session_component
     WHERE tenant = ? AND component = ? ORDER BY started_at DESC, id DESC LIMIT 2`,
  );
  const figures = {
    hour: figuresBy(database, "hour"),
    day: figuresBy(database, `(hour + zone) / ${DAY_MS} * ${DAY_MS} - zone`),
    // The first of January 1970 was a Thursday.
    week: figuresBy(database, `(hour + zone + ${3 * DAY_MS}) / ${7 * DAY_MS} * ${7 * DAY_MS} - ${3 * DAY_MS} - zone`),
    month: figuresBy(database, "unixepoch((hour + zone) / 1000, 'unixepoch', 'start of month') * 1000 - zone"),
  };

  const portOf = (tenant: string, unit: string, pile: Row, { id, body }: Row): PortRow => {
    const record = JSON.parse(String(body)) as JsonObject;
    const last = (newest.all(tenant, String(id)) as Row[]).map(sessionOfRow);
    return {
      componentId: String(id),
      deviceId: String(pile.id),
      unitId: unit,
      name: textIn(record, "name"),
      address: textIn(record, "address"),
      status: textIn(record, "status"),
      presence: String(pile.presence),
      open: last.find(({ endedAt }) => endedAt === null) ?? null,
      lastEndedAt: last.find(({ endedAt }) => endedAt !== null)?.endedAt ?? null,
    };
  };

  return {
    session: (tenant: string, id: string): SessionRow | null => {
      const row = one.get(tenant, id);
      return row === undefined ? null : sessionOfRow(row);
    },
    sessions: (tenant: string, query: SessionQuery): Page<SessionRow> => {
      const { unitId, deviceId, componentId, abnormal, limit } = query;
      const by = componentId !== null ? "component" : deviceId !== null ? "device" : unitId !== null ? "unit" : null;
      const [at, after] = placeOf(query.after);
      const rows = pages[by ?? (abnormal === true ? "abnormal" : "started")].all({
        ...{ tenant, unit: unitId, device: deviceId, component: componentId, at, after, limit: limit + 1 },
        from: query.from ?? Number.MIN_SAFE_INTEGER,
        to: query.to ?? Number.MAX_SAFE_INTEGER,
        abnormal: abnormal === null ? null : abnormal ? 1 : 0,
      });
      const items = rows.slice(0, limit).map(sessionOfRow);
      const last = items.at(-1);
      return { items, next: rows.length > limit && last ? `${last.startedAt}/${last.id}` : null };
    },
    chargingUnits: (tenant: string, after: string, limit: number): readonly string[] =>
      units.all(tenant, after, limit).map((row) => String(row.unit_id)),
    chargingPorts: (tenant: string, wanted: readonly string[]): readonly PortRow[] =>
      wanted.flatMap((unit) =>
        piles
          .all(tenant, unit)
          .flatMap((pile) => ports.all(tenant, String(pile.id)).map((row) => portOf(tenant, unit, pile, row))),
      ),
    chargingFigures: (tenant: string, query: FigureQuery): Page<ChargingFigure> => {
      const { limit, bucket, perPort, componentId } = query;
      const [at, unit, component] = figurePlace(query.after);
      const rows = figures[bucket].all({
        ...{ tenant, from: query.from, to: query.to, zone: query.utcOffsetMinutes * 60_000, limit: limit + 1 },
        ...{ perPort: perPort ? 1 : 0, only: componentId, at, unit, component },
        units: query.units === null ? null : JSON.stringify(query.units),
      });
      const items = rows.slice(0, limit).map(
        (row): ChargingFigure => ({
          from: Number(row.period),
          unitId: String(row.unit),
          componentId: perPort ? String(row.port) : null,
          sessions: Number(row.sessions),
          abnormal: Number(row.abnormal),
          energy: Number(row.energy),
          chargedMs: Number(row.charged_ms),
          ends: summed(JSON.parse(String(row.ends)) as readonly Counts[]),
        }),
      );
      const last = items.at(-1);
      const next = rows.length > limit && last ? `${last.from}/${last.unitId}/${last.componentId ?? ""}` : null;
      return { items, next };
    },
  };
};

const figuresBy = (database: DatabaseSync, period: string) =>
  database.prepare(
    `SELECT ${period} AS period, unit, CASE :perPort WHEN 1 THEN component ELSE '' END AS port, sum(sessions) AS sessions,
       sum(abnormal) AS abnormal, sum(energy) AS energy, sum(charged_ms) AS charged_ms, json_group_array(json(ends)) AS ends
     FROM charging_hour, (SELECT CAST(:zone AS INTEGER) AS zone)
     WHERE tenant = :tenant AND hour >= :from AND hour < :to
       AND (:units IS NULL OR unit IN (SELECT value FROM json_each(:units))) AND (:only IS NULL OR component = :only)
     GROUP BY 1, 2, 3 HAVING (period, unit, port) > (:at, :unit, :component) AND sum(sessions) > 0
     ORDER BY 1, 2, 3 LIMIT :limit`,
  );

type Counts = { readonly [end: string]: number };
const summed = (all: readonly Counts[]): Counts => {
  const sums: Record<string, number> = {};
  for (const counts of all) for (const [end, count] of Object.entries(counts)) sums[end] = (sums[end] ?? 0) + count;
  return sums;
};

/** Takes `<milliseconds>/<unit>/<port>` apart. @throws PositionError for another text */
const figurePlace = (position: string | null): readonly [at: number, unit: string, component: string] => {
  if (position === null) return [Number.MIN_SAFE_INTEGER, "", ""];
  const [, at, unit, component] = /^(-?\d{1,16})\/([^/]{1,128})\/([^/]{0,128})$/.exec(position) ?? [];
  if (unit === undefined || !Number.isSafeInteger(Number(at)))
    throw new PositionError(`charging: ${JSON.stringify(position)} is no position`);
  return [Number(at), unit, component ?? ""];
};

/** Takes `<milliseconds>/<id>` apart. @throws PositionError for another text */
const placeOf = (position: string | null): readonly [at: number, id: string] => {
  if (position === null) return [Number.MAX_SAFE_INTEGER, ""];
  const [, at, id] = /^(-?\d{1,16})\/(.{1,128})$/.exec(position) ?? [];
  if (id === undefined || !Number.isSafeInteger(Number(at)))
    throw new PositionError(`charging: ${JSON.stringify(position)} is no position`);
  return [Number(at), id];
};
