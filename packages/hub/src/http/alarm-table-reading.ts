import { type AlarmTable, alarmTable, cellKey, type TableHead, type TableValue } from "../core/alarm-table.ts";
import { offsetTime } from "../core/offset-time.ts";
import { isPeriod, type Period, periodName, periodStarts } from "../core/periods.ts";
import type { AlarmFigure, AlarmFigures, Dimension } from "../ports/alarm-figures.ts";
import { cell, WITHIN_SECONDS } from "./alarm-statistics.ts";
import type { TableAsk } from "./alarm-table-ask.ts";
import { figureNames } from "./alarm-table-words.ts";
import type { Ask, HttpDeps } from "./http-deps.ts";
import type { Problem } from "./problem.ts";
import { seenUnits } from "./seen-units.ts";
import { CELLS_MAX, type Span, spanBefore, tooManyCells } from "./statistics-ask.ts";

/** Counts are 0 where there is no alarm; a mean is none. */
const nothingOf = (figure: TableAsk["figure"]): TableValue => (/^(mean|p90)/.test(figure) ? null : 0);

/** Reads the figures of a table. */
export const tableOf = async (
  deps: HttpDeps,
  { view, circumstance }: Ask,
  ask: TableAsk,
): Promise<AlarmTable | Problem> => {
  const { rows, columns, figure, span, filter, isCompared } = ask;
  const { utcOffsetMinutes } = deps;
  const units = await seenUnits(view, filter, true);
  const read = (at: Span, by: readonly Dimension[]): Promise<AlarmFigures> =>
    deps.store.alarmFigures(view.tenant, {
      ...{ ...at, by, now: circumstance.now, utcOffsetMinutes, limit: CELLS_MAX + 1 },
      ...{ type: filter.type, class: filter.class, units: units === null ? null : [...units] },
      acknowledgeWithinMs: WITHIN_SECONDS * 1_000,
    });
  const valueIn = (found: AlarmFigures["total"], name: TableAsk["figure"] = figure): TableValue =>
    cell(found, {})[name];
  // What is no sum, such as a mean, is not the sum of its cells: each side is counted by itself.
  const nothingRead = { cells: [] };
  const [{ cells: ofRows, total: all }, { cells: ofCells }, { cells: ofColumns }] = await Promise.all([
    read(span, [rows]),
    columns === null ? nothingRead : read(span, [rows, columns]),
    columns === null ? nothingRead : read(span, [columns]),
  ]);
  const before = isCompared ? await read(spanBefore(span), isPeriod(rows) ? [] : [rows]) : null;
  const headsOf = (dimension: Dimension, found: readonly AlarmFigure[]): readonly TableHead[] =>
    isPeriod(dimension)
      ? periodHeads(dimension, span, utcOffsetMinutes)
      : found.map(({ key: [key = null] }) => ({ key, filter: filterOf(dimension, key) }));
  const byFigure = (one: AlarmFigure) =>
    figureNames.map((name) => [cellKey(one.key[0] ?? null, name), valueIn(one, name)] as const);
  const heads = {
    rows: headsOf(rows, ofRows),
    columns: columns === null ? figureNames.map((key) => ({ key, filter: {} })) : headsOf(columns, ofColumns),
  };
  if (heads.rows.length * heads.columns.length > CELLS_MAX) return tooManyCells();
  const byKey = (found: readonly AlarmFigure[]) => new Map(found.map((one) => [one.key[0] ?? null, valueIn(one)]));
  const values = {
    cells: new Map(
      columns === null
        ? ofRows.flatMap(byFigure)
        : ofCells.map((one) => [cellKey(one.key[0] ?? null, one.key[1] ?? null), valueIn(one)] as const),
    ),
    rows: byKey(ofRows),
    columns:
      columns === null
        ? new Map<string | null, TableValue>(figureNames.map((name) => [name, valueIn(all, name)]))
        : byKey(ofColumns),
    total: valueIn(all),
    before: before === null || isPeriod(rows) ? null : byKey(before.cells),
    totalBefore: before === null ? null : valueIn(before.total),
  };
  const isInTime = { rows: isPeriod(rows), columns: columns === null || isPeriod(columns) };
  const table = alarmTable(heads, isInTime, values, nothingOf(figure));
  if (columns !== null) return table;
  // A column for each figure: of a mean there is none where there is no alarm.
  const nothing = figureNames.map(nothingOf);
  const items = table.items.map((item) => ({
    ...item,
    cells: values.rows.has(item.key) ? item.cells : nothing,
  }));
  return { ...table, items };
};

/** The periods of the span, those without alarms too; the first and the last as far as they lie in it. */
const periodHeads = (period: Period, { from, to }: Span, utcOffsetMinutes: number): readonly TableHead[] =>
  periodStarts(period, from, to, utcOffsetMinutes)
    .slice(0, -1)
    .map((start, n, starts) => ({
      key: periodName(period, start, utcOffsetMinutes),
      filter: {
        from: offsetTime(Math.max(start, from), utcOffsetMinutes),
        to: offsetTime(Math.min(starts[n + 1] ?? to, to), utcOffsetMinutes),
      },
    }));

const filterOf = (dimension: Dimension, key: string | null): TableHead["filter"] => {
  if (key === null) return { without: dimension };
  return { [dimension === "regionCode" ? "regionIs" : dimension]: key };
};
