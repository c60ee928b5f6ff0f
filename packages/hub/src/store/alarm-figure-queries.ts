import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { createFigureFold, type FigureFold, figureBits } from "../core/alarm-figure-fold.ts";
import { type AlarmArrival, alarmQuality } from "../core/alarm-quality.ts";
import { isEven, isPeriod, type Period, periodName, periodStarts } from "../core/periods.ts";
import type {
  AlarmFigureQuery,
  AlarmFigures,
  AlarmQualityQuery,
  AlarmQualityRow,
  Dimension,
} from "../ports/alarm-figures.ts";

const DAY_MS = 86_400_000;

type RecordDimension = Exclude<Dimension, Period>;

/** Column of the index that decides a dimension. */
const columns: { readonly [D in RecordDimension]: string } = {
  ...{ type: "type", class: "class", severity: "severity", unitId: "unit_id" },
  ...{ regionCode: "unit_id", community: "unit_id", placeType: "unit_id", operatorId: "unit_id" },
  ...{ deviceType: "device_id", vendorId: "device_id" },
};
/** What units and devices say of themselves, once for each: id and value. */
const said: { readonly [D in RecordDimension]?: string } = {
  regionCode: "SELECT id, region_code FROM unit WHERE tenant = ?",
  community: "SELECT id, body ->> '$.community' FROM unit WHERE tenant = ?",
  placeType: "SELECT id, place_type FROM unit WHERE tenant = ?",
  operatorId: "SELECT id, operator_id FROM unit WHERE tenant = ?",
  deviceType: "SELECT id, type FROM device WHERE tenant = ?",
  vendorId: `SELECT device.id, model.body ->> '$.entry.vendorId' FROM device
     JOIN access AS model ON model.tenant = device.tenant AND model.kind = 'deviceModel' AND model.id = device.model_id
     WHERE device.tenant = ?`,
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

const { overdue, closed, asFalse, acknowledgedInTime, rectifiedInTime } = figureBits;

/** What is counted of each alarm, then by what it is told apart: all of it stands in the index. */
const figuresSql = ({ by, units }: AlarmFigureQuery, starts: readonly number[]): string => {
  const keys = by.map((one) => (isPeriod(one) ? numberOf(one, starts) : columns[one]));
  const bits = [
    `${overdue} * (overdue_at <= :now)`,
    `${closed} * (closed_as IS NOT NULL)`,
    `${asFalse} * (closed_as IS 'false')`,
    `${acknowledgedInTime} * ifnull(acknowledged_at - received_at <= :within, 0)`,
    `${rectifiedInTime} * ifnull(rectified_at <= due_at, 0)`,
  ];
  return `SELECT ${[
    ...[bits.join(" + "), "max(acknowledged_at - received_at, 0)", "max(rectified_at - received_at, 0)"],
    ...keys,
  ].join(", ")}
    FROM alarm INDEXED BY alarm_figures
    WHERE tenant = :tenant AND deleted = 0 AND received_at >= :from AND received_at < :to ${inUnits(units)}
      AND (:type IS NULL OR type = :type) AND (:class IS NULL OR class = :class)`;
};

type Key = readonly (number | string | null)[];
type Cell = { readonly key: Key; readonly fold: FigureFold };

/** What is not said comes first. */
const inKeyOrder = ({ key: a }: Cell, { key: b }: Cell): number => {
  for (const [n, one] of a.entries()) {
    const other = b[n] ?? null;
    if (one === other) continue;
    if (one === null || other === null) return one === null ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return 0;
};

/** Figures of alarms, as plain functions of plain arguments. */
export const createAlarmFigureQueries = (database: DatabaseSync) => ({
  alarmFigures: (tenant: string, query: AlarmFigureQuery): AlarmFigures => {
    const { by, from, to, now, type, limit, utcOffsetMinutes, acknowledgeWithinMs: within } = query;
    const period = by.find(isPeriod);
    const starts = period === undefined ? [] : periodStarts(period, from, to, utcOffsetMinutes);
    const lookups = by.map((one) => {
      const sql = isPeriod(one) ? undefined : said[one];
      if (sql === undefined) return null;
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return new Map(statement.all(tenant) as unknown as [string, string | null][]);
    });
    const values = { tenant, from, to, now, within, type, class: query.class, ...unitsOf(query.units) };
    const whole = createFigureFold();
    const cells = new Map<string, Cell>();
    for (const row of rowsOf(database.prepare(figuresSql(query, starts)), values)) {
      const [bits, acknowledgeMs, rectifyMs] = row as unknown as [number, number | null, number | null];
      const key: Key = by.map((_, n) => {
        const [value, lookup] = [row[3 + n] as string | number, lookups[n]];
        const found = lookup == null ? value : (lookup.get(value as string) ?? null);
        return found === "" ? null : found;
      });
      const name = key.join("\u0000");
      let cell = cells.get(name);
      if (cell === undefined) {
        cell = { key, fold: createFigureFold() };
        cells.set(name, cell);
      }
      cell.fold.add(bits, acknowledgeMs, rectifyMs);
      whole.add(bits, acknowledgeMs, rectifyMs);
    }
    const nameOf = (one: Dimension, value: Key[number]): string | null =>
      isPeriod(one) ? periodName(one, starts[Number(value)] ?? 0, utcOffsetMinutes) : (value as string | null);
    const shown = [...cells.values()].sort(inKeyOrder).slice(0, limit);
    return {
      cells: shown.map(({ key, fold }) => ({ key: by.map((one, n) => nameOf(one, key[n] ?? null)), ...fold.sum() })),
      total: whole.sum(),
    };
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

type Values = { readonly [name: string]: string | number | null };
type Row = readonly SQLOutputValue[];

/** Rows without the names of their columns, which take longer than the rows. */
const rowsOf = (statement: ReturnType<DatabaseSync["prepare"]>, values: Values): IterableIterator<Row> => {
  statement.setReturnArrays(true);
  return statement.iterate(values) as unknown as IterableIterator<Row>;
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
