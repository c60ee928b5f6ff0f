import type { DatabaseSync } from "node:sqlite";
import type { Period } from "../core/periods.ts";
import type { AlarmCellQuery, CountedAs, Dimension } from "../ports/alarm-figures.ts";
import { splitPosition } from "./page-query.ts";

/** What each dimension says of an alarm, with the unit and the device of it beside. */
const columns: { readonly [D in Exclude<Dimension, Period>]: string } = {
  ...{ type: "part.type", class: "part.class", severity: "part.severity", unitId: "part.unit_id" },
  ...{ regionCode: "unit.region_code", community: "unit.body ->> '$.community'" },
  ...{ placeType: "unit.place_type", operatorId: "unit.operator_id" },
  ...{ deviceType: "device.type", vendorId: "model.body ->> '$.entry.vendorId'" },
};
const joins = `
  LEFT JOIN unit ON unit.tenant = :tenant AND unit.id = part.unit_id
  LEFT JOIN device ON device.tenant = :tenant AND device.id = part.device_id
  LEFT JOIN access AS model ON model.tenant = :tenant AND model.kind = 'deviceModel' AND model.id = device.model_id`;

const countedSql: { readonly [C in CountedAs]: string } = {
  raised: "TRUE",
  acknowledged: "part.acknowledged_at IS NOT NULL",
  acknowledgedInTime: "part.acknowledged_at - part.received_at <= :within",
  rectified: "part.rectified_at IS NOT NULL",
  rectifiedInTime: "part.rectified_at <= part.due_at",
  closed: "part.closed_as IS NOT NULL",
  overdue: "part.overdue_at <= :now",
  false: "part.closed_as = 'false'",
};

/** The alarms behind a figure, as plain functions of plain arguments. */
export const createAlarmCellQueries = (database: DatabaseSync) => ({
  alarmsOfCell: (tenant: string, query: AlarmCellQuery): { ids: readonly string[]; next: string | null } => {
    const { from, to, now, counted, units, limit, where, after } = query;
    const position = after === null ? null : splitPosition(after, "received_at");
    const conditions = [
      "part.tenant = :tenant AND part.deleted = 0 AND part.received_at >= :from AND part.received_at < :to",
      ...(units === null ? [] : ["part.unit_id IN (SELECT value FROM json_each(:units))"]),
      countedSql[counted],
      ...where.map(([dimension], n) => `nullif(${columns[dimension]}, '') IS :value_${n}`),
      ...(position === null ? [] : ["(part.received_at, part.id) < (:at, :id)"]),
    ];
    const rows = database
      .prepare(
        `SELECT part.id, part.received_at FROM alarm AS part INDEXED BY alarm_figures ${joins}
         WHERE ${conditions.join(" AND ")} ORDER BY part.received_at DESC, part.id DESC LIMIT :limit + 1`,
      )
      .all({
        ...{ tenant, from, to, limit },
        ...(units === null ? {} : { units: JSON.stringify(units) }),
        ...(counted === "overdue" ? { now } : {}),
        ...(counted === "acknowledgedInTime" ? { within: query.acknowledgeWithinMs } : {}),
        ...Object.fromEntries(where.map(([, value], n) => [`value_${n}`, value])),
        ...(position === null ? {} : { at: position[0], id: position[1] }),
      });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      ids: shown.map(({ id }) => String(id)),
      next: rows.length > limit && last !== undefined ? `${last.received_at}/${last.id}` : null,
    };
  },
});
