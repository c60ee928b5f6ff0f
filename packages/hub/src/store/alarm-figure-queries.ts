import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { type AlarmArrival, alarmQuality } from "../core/alarm-quality.ts";
import { isEven, isPeriod, type Period, periodName, periodStarts } from "../core/periods.ts";
import type {
  AlarmFigure,
  AlarmFigureQuery,
  AlarmQualityQuery,
  AlarmQualityRow,
  Dimension,
} from "../ports/alarm-figures.ts";

const DAY_MS = 86_400_000;

/** Column of the index that decides a dimension, and what it says in the end. */
export const columns: { readonly [D in Exclude<Dimension, Period>]: readonly [column: string, shown: string] } = {
  type: ["type", "part.type"],
  class: ["class", "part.class"],
  severity: ["severity", "part.severity"],
  unitId: ["unit_id", "part.unit_id"],
  regionCode: ["unit_id", "unit.region_code"],
  community: ["unit_id", "unit.body ->> '$.community'"],
  placeType: ["unit_id", "unit.place_type"],
  operatorId: ["unit_id", "unit.operator_id"],
  deviceType: ["device_id", "device.type"],
  vendorId: ["device_id", "model.body ->> '$.entry.vendorId'"],
};

/** Number of the period that holds `received_at`. Months and what is made of them have no length of their own. */
const numberOf = (period: Period, starts: readonly number[]): string => {
  const [first = 0, second = first + 1] = starts;
  if (isEven(period)) return `(received_at - ${first}) / ${second - first}`;
  const ends = starts.slice(1, -1).map((end, n) => `WHEN received_at < ${end} THEN ${n}`);
  return ends.length === 0 ? "0" : `CASE ${ends.join(" ")} ELSE ${ends.length} END`;
};

const inUnits = (units: readonly string[] | null): string =>
  units === null ? "" : "AND unit_id IN (SELECT value FROM json_each(:units))";
const unitsOf = (units: readonly string[] | null) => (units === null ? {} : { units: JSON.stringify(units) });

/** Counts along the index first, in what it holds; then what units and devices say, once for each. */
const figuresSql = ({ by, units }: AlarmFigureQuery, starts: readonly number[]): string => {
  const inner = new Set(by.map((one) => (isPeriod(one) ? `${numberOf(one, starts)} AS period` : columns[one][0])));
  const grouped = [...inner].map((column) => (column.endsWith(" AS period") ? "period" : column));
  const shown = by.map((one, n) => `${isPeriod(one) ? "part.period" : `nullif(${columns[one][1]}, '')`} AS key_${n}`);
  const keys = by.map((_, n) => `key_${n}`).join(", ");
  const joins = [
    inner.has("unit_id") ? "LEFT JOIN unit ON unit.tenant = :tenant AND unit.id = part.unit_id" : "",
    inner.has("device_id")
      ? `LEFT JOIN device ON device.tenant = :tenant AND device.id = part.device_id
         LEFT JOIN access AS model ON model.tenant = :tenant AND model.kind = 'deviceModel' AND model.id = device.model_id`
      : "",
  ];
  const sums = ["raised", "acknowledged", "rectified", "closed", "overdue", "as_false", "acknowledge_ms", "rectify_ms"];
  return `SELECT ${shown.join(", ")}, ${sums.map((sum) => `sum(part.${sum}) AS ${sum}`).join(", ")} FROM (
      SELECT ${[...inner].join(", ")}, count(*) AS raised, count(acknowledged_at) AS acknowledged,
        count(rectified_at) AS rectified, count(closed_as) AS closed, sum(overdue_at <= :now) AS overdue,
        sum(closed_as IS 'false') AS as_false, total(max(acknowledged_at - received_at, 0)) AS acknowledge_ms,
        total(max(rectified_at - received_at, 0)) AS rectify_ms
      FROM alarm INDEXED BY alarm_figures
      WHERE tenant = :tenant AND deleted = 0 AND received_at >= :from AND received_at < :to ${inUnits(units)}
        AND (:type IS NULL OR type = :type) AND (:class IS NULL OR class = :class)
      GROUP BY ${grouped.join(", ")}) AS part
    ${joins.join(" ")} GROUP BY ${keys} ORDER BY ${keys} LIMIT :limit`;
};

/** Figures of alarms, as plain functions of plain arguments. */
export const createAlarmFigureQueries = (database: DatabaseSync) => ({
  alarmFigures: (tenant: string, query: AlarmFigureQuery): readonly AlarmFigure[] => {
    const { by, from, to, now, type, limit, utcOffsetMinutes } = query;
    const period = by.find(isPeriod);
    const starts = period === undefined ? [] : periodStarts(period, from, to, utcOffsetMinutes);
    const statement = database.prepare(figuresSql(query, starts));
    const values = { tenant, from, to, now, type, class: query.class, limit, ...unitsOf(query.units) };
    const nameOf = (one: Dimension, value: SQLOutputValue | undefined): string | null => {
      if (isPeriod(one)) return periodName(one, starts[Number(value)] ?? 0, utcOffsetMinutes);
      return typeof value === "string" ? value : null;
    };
    return statement.all(values).map((row) => ({
      key: by.map((one, n) => nameOf(one, row[`key_${n}`])),
      raised: Number(row.raised),
      acknowledged: Number(row.acknowledged),
      rectified: Number(row.rectified),
      closed: Number(row.closed),
      overdue: Number(row.overdue),
      asFalse: Number(row.as_false),
      acknowledgeMs: Number(row.acknowledge_ms),
      rectifyMs: Number(row.rectify_ms),
    }));
  },

  alarmQuality: (tenant: string, { from, to, units }: AlarmQualityQuery): AlarmQualityRow => {
    const values = { tenant, from, to, ...unitsOf(units) };
    const raised = database.prepare(
      `SELECT received_at, device_id, type, class, repeats FROM alarm INDEXED BY alarm_figures
       WHERE tenant = :tenant AND deleted = 0 AND received_at >= :from AND received_at < :to AND class <> 'event'
         ${inUnits(units)} ORDER BY received_at`,
    );
    const repeated = database.prepare(
      `SELECT alarm_entry.at, device_id, type, class FROM alarm_entry INDEXED BY alarm_entry_repeated
       CROSS JOIN alarm ON alarm.tenant = alarm_entry.tenant AND alarm.id = alarm
       WHERE alarm_entry.tenant = :tenant AND entry ->> '$.kind' = 'repeated' AND at >= :from AND at < :to
         AND deleted = 0 AND class <> 'event' ${inUnits(units)} ORDER BY at`,
    );
    const standing = database.prepare(
      `SELECT count(*) AS standing, total(received_at < :to - ${DAY_MS}) AS stale FROM (
         SELECT received_at, class, unit_id FROM alarm INDEXED BY alarm_cleared
           WHERE tenant = :tenant AND deleted = 0 AND cleared_at IS NULL AND received_at < :to
         UNION ALL SELECT received_at, class, unit_id FROM alarm INDEXED BY alarm_cleared
           WHERE tenant = :tenant AND deleted = 0 AND cleared_at >= :to AND received_at < :to)
       WHERE class <> 'event' ${inUnits(units)}`,
    );
    const { from: _, ...until } = values;
    const left = standing.get(until);
    return {
      ...alarmQuality(inOrder(rowsOf(raised, values), rowsOf(repeated, values))),
      standing: Number(left?.standing),
      stale: Number(left?.stale),
    };
  },
});

type Values = { readonly [name: string]: string | number };
type Row = readonly SQLOutputValue[];

/** Rows without the names of their columns, which take longer than the rows. */
const rowsOf = (statement: ReturnType<DatabaseSync["prepare"]>, values: Values): Iterator<Row> => {
  statement.setReturnArrays(true);
  return statement.iterate(values) as unknown as Iterator<Row>;
};

/** Alarms and their repeats, each in the order of time, in one order. */
function* inOrder(raised: Iterator<Row>, repeated: Iterator<Row>): Generator<AlarmArrival> {
  const arrival = (row: Row, isRepeat: boolean): AlarmArrival => ({
    ...{ at: Number(row[0]), deviceId: String(row[1]), type: String(row[2]), class: String(row[3]), isRepeat },
    times: isRepeat ? 0 : 1 + Number(row[4]),
  });
  let [one, other] = [raised.next(), repeated.next()];
  while (!one.done || !other.done)
    if (!one.done && (other.done || Number(one.value[0]) <= Number(other.value[0]))) {
      yield arrival(one.value, false);
      one = raised.next();
    } else if (!other.done) {
      yield arrival(other.value, true);
      other = repeated.next();
    }
}
