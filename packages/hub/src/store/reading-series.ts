import type { DatabaseSync } from "node:sqlite";
import { type ReadingSeries, SERIES_MAX, type SeriesQuery, type SeriesStep } from "../ports/readings.ts";
import { eachSummary, PERIOD_HOURS, PLACES, type Summary } from "./reading-hours.ts";
import { GOOD, type Layouts, type Series } from "./reading-layouts.ts";
import { HOUR_MS, mergeRows, type PackedColumns, rowsOf } from "./reading-pack.ts";
import type { ReadingHour, ReadingSource } from "./reading-queries.ts";
import { shardOf } from "./shard.ts";

type Step = { count: number; min: number; max: number; sum: number; last: number; lastAt: number; lastPart: number };
type Found = { readonly component: string | null; readonly quantity: string; readonly steps: Map<number, Step> };

const putLast = (step: Step, time: number, part: number, value: number): void => {
  if (time < step.lastAt || (time === step.lastAt && part < step.lastPart)) return;
  step.lastAt = time;
  step.lastPart = part;
  step.last = value;
};

const putValue = (step: Step, time: number, part: number, value: number): void => {
  if (step.count === 0 || value < step.min) step.min = value;
  if (step.count === 0 || value > step.max) step.max = value;
  step.count += 1;
  step.sum += value;
  putLast(step, time, part, value);
};

/** Gathers values and summaries of hours into the steps of series, in any order. */
const createSteps = ({ component, quantity, from, to, stepMs }: SeriesQuery, layouts: Layouts) => {
  const found = new Map<string, Found>();
  const places = new Map<number, Found | null>();
  const wanted = ([of, name, quality]: Series): boolean =>
    quality === GOOD && (component === null || of === component) && (quantity === null || name === quantity);
  /** The series of a place in a layout; null: it is not asked for. */
  const at = (layout: number, index: number): Found | null => {
    const place = layout * PLACES + index;
    const known = places.get(place);
    if (known !== undefined) return known;
    const series = layouts.of(layout).series[index];
    let one: Found | null = null;
    if (series !== undefined && wanted(series)) {
      const name = JSON.stringify([series[0] ?? "", series[1]]);
      one = found.get(name) ?? { component: series[0], quantity: series[1], steps: new Map() };
      found.set(name, one);
    }
    places.set(place, one);
    return one;
  };
  const stepOf = ({ steps }: Found, time: number): Step => {
    const number = Math.floor((time - from) / stepMs);
    let step = steps.get(number);
    if (step === undefined) {
      step = { count: 0, min: 0, max: 0, sum: 0, last: 0, lastAt: Number.NEGATIVE_INFINITY, lastPart: 0 };
      steps.set(number, step);
    }
    return step;
  };
  return {
    at,
    value: (series: Found, time: number, part: number, value: number): void =>
      putValue(stepOf(series, time), time, part, value),
    /** Values of one place, in the order of their times. */
    column: ({ at: times, part }: PackedColumns, series: Found, values: Float64Array): void => {
      let step: Step | null = null;
      let until = 0;
      for (let n = 0; n < values.length; n += 1) {
        const time = times[n] as number;
        if (time < from || time >= to) continue;
        if (step === null || time >= until) {
          step = stepOf(series, time);
          until = from + (Math.floor((time - from) / stepMs) + 1) * stepMs;
        }
        putValue(step, time, part[n] as number, values[n] as number);
      }
    },
    hour: (series: Found, time: number, { count, min, max, sum, last }: Summary): void => {
      const step = stepOf(series, time);
      step.min = step.count === 0 ? min : Math.min(step.min, min);
      step.max = step.count === 0 ? max : Math.max(step.max, max);
      step.count += count;
      step.sum += sum;
      putLast(step, time, 0, last);
    },
    series: (): readonly ReadingSeries[] =>
      [...found]
        .filter(([, { steps }]) => steps.size > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, SERIES_MAX)
        .map(([, { component: of, quantity: name, steps }]) => ({
          component: of,
          quantity: name,
          steps: [...steps].sort(([a], [b]) => a - b).map(([number, step]) => shown(from + number * stepMs, step)),
        })),
  };
};
type Steps = ReturnType<typeof createSteps>;

const shown = (from: number, { count, min, max, sum, last }: Step): SeriesStep => ({
  ...{ from: from as SeriesStep["from"], count, min, max, last },
  mean: sum / count,
});

/** Readings of a device in steps of time: least, greatest, mean and last value (EF-4.1, EF-4.3). */
export const createReadingSeriesQuery = (database: DatabaseSync, source: ReadingSource) => {
  const periods = database.prepare(
    `SELECT period, packed FROM reading_hours WHERE shard = ? AND tenant = ? AND device = ? AND period >= ? AND period <= ?`,
  );
  const fromRows = (steps: Steps, { from, to }: SeriesQuery, { packed, tail }: ReadingHour): void => {
    if (tail.length > 0) {
      for (const { layout, at, part, values } of mergeRows(rowsOf(packed), tail))
        for (const [index, value] of values.entries()) {
          const series = steps.at(layout, index);
          if (series !== null && at >= from && at < to) steps.value(series, at, part, value);
        }
      return;
    }
    for (const columns of packed)
      for (const [index, values] of columns.values.entries()) {
        const series = steps.at(columns.layout, index);
        if (series !== null) steps.column(columns, series, values);
      }
  };
  /** From what is kept of each hour; hours of which something is not yet packed are read as they are. */
  const fromHours = (tenant: string, query: SeriesQuery, steps: Steps, first: number, last: number): void => {
    const fresh = new Set<number>();
    for (const hour of source.unpacked(tenant, query.deviceId, first, last)) {
      fresh.add(hour.hour);
      fromRows(steps, query, hour);
    }
    const range = [Math.floor(first / PERIOD_HOURS), Math.floor(last / PERIOD_HOURS)] as const;
    for (const row of periods.iterate(shardOf(query.deviceId), tenant, query.deviceId, ...range))
      eachSummary(Number(row.period), row.packed as Uint8Array, (hour, place, summary) => {
        if (hour < first || hour > last || fresh.has(hour)) return;
        const series = steps.at(Math.floor(place / PLACES), place % PLACES);
        if (series !== null) steps.hour(series, hour * HOUR_MS, summary);
      });
  };
  return (tenant: string, query: SeriesQuery): readonly ReadingSeries[] => {
    const { deviceId, from, to, stepMs } = query;
    const steps = createSteps(query, source.layouts);
    const [first, last] = [Math.floor(from / HOUR_MS), Math.ceil(to / HOUR_MS) - 1];
    if (stepMs % HOUR_MS === 0 && from % HOUR_MS === 0) fromHours(tenant, query, steps, first, last);
    else for (const hour of source.hours(tenant, deviceId, first, last)) fromRows(steps, query, hour);
    return steps.series();
  };
};
