import type { DatabaseSync } from "node:sqlite";
import type { ReadingQuery, ReadingRow, ReadingValue } from "../ports/readings.ts";
import type { Page } from "../ports/records.ts";
import { PositionError, splitPosition } from "./page-query.ts";
import { createLayouts, type Layouts, type Series } from "./reading-layouts.ts";
import { HOUR_MS, mergeRows, type PackedColumns, type PackedRow, rowsOf, unpackHour } from "./reading-pack.ts";
import { createReadingTail } from "./reading-tail.ts";
import { shardOf } from "./shard.ts";

/** Hours read at once: who looks for the newest row needs one, who reads a month soon gets many. */
const HOURS_FIRST = 2;
const HOURS_MOST = 64;

/** An hour of a device: columns of what is packed, and rows that are not yet; those may be packed as well. */
export type ReadingHour = {
  readonly hour: number;
  readonly packed: readonly PackedColumns[];
  readonly tail: readonly PackedRow[];
};

/** The readings of a device, wherever they are. */
export type ReadingSource = {
  readonly layouts: Layouts;
  /** Hours in which there is something, newest first. Bounds in hours since 1970, both inclusive. */
  hours(tenant: string, device: string, from: number, upTo: number): Generator<ReadingHour>;
  /** Those of them of which something is not yet packed. */
  unpacked(tenant: string, device: string, from: number, upTo: number): Generator<ReadingHour>;
  /** Rows measured from `from` up to and with `upTo`, newest first. */
  rows(tenant: string, device: string, from: number, upTo: number): Generator<ReadingRow>;
};

export const createReadingSource = (database: DatabaseSync): ReadingSource => {
  const layouts = createLayouts(database);
  const tail = createReadingTail(database, layouts);
  const blocks = database.prepare(
    `SELECT hour, packed FROM reading_block WHERE shard = ? AND tenant = ? AND device = ? AND hour >= ? AND hour <= ?
     ORDER BY hour DESC LIMIT ?`,
  );

  function* hours(tenant: string, device: string, from: number, upTo: number): Generator<ReadingHour> {
    tail.refresh();
    const hourOf = (hour: number, packed: readonly PackedColumns[]): ReadingHour => ({
      ...{ hour, packed },
      tail: tail.rowsOf(tenant, device, hour),
    });
    const waiting = tail.hoursOf(tenant, device).filter((hour) => hour >= from && hour <= upTo);
    waiting.sort((a, b) => b - a);
    let top = upTo;
    for (let limit = HOURS_FIRST; ; limit = Math.min(limit * 2, HOURS_MOST)) {
      const found = blocks.all(shardOf(device), tenant, device, from, top, limit);
      for (const row of found) {
        const hour = Number(row.hour);
        while (waiting[0] !== undefined && waiting[0] > hour) yield hourOf(waiting.shift() as number, []);
        if (waiting[0] === hour) waiting.shift();
        yield hourOf(hour, unpackHour(hour, row.packed as Uint8Array));
        top = hour - 1;
      }
      if (found.length < limit) break;
    }
    for (const hour of waiting) yield hourOf(hour, []);
  }

  function* unpacked(tenant: string, device: string, from: number, upTo: number): Generator<ReadingHour> {
    tail.refresh();
    for (const hour of tail.hoursOf(tenant, device))
      if (hour >= from && hour <= upTo) yield* hours(tenant, device, hour, hour);
  }

  function* rows(tenant: string, device: string, from: number, upTo: number): Generator<ReadingRow> {
    for (const { packed, tail: more } of hours(
      tenant,
      device,
      Math.floor(from / HOUR_MS),
      Math.floor(upTo / HOUR_MS),
    )) {
      const [only, another] = packed;
      // Nearly every hour is of one layout, whose columns are in the order of their times: no row is made on the way.
      if (more.length === 0 && only !== undefined && another === undefined) {
        const rowOf = columnReader(device, only, layouts.of(only.layout).series);
        for (let n = only.at.length - 1; n >= 0; n -= 1) {
          const at = only.at[n] as number;
          if (at >= from && at <= upTo) yield rowOf(n);
        }
        continue;
      }
      const sorted = mergeRows(rowsOf(packed), more);
      for (let n = sorted.length - 1; n >= 0; n -= 1) {
        const row = sorted[n] as PackedRow;
        if (row.at >= from && row.at <= upTo) yield readingRow(device, row, layouts.of(row.layout).series);
      }
    }
  }
  return { layouts, hours, unpacked, rows };
};

const readingRow = (deviceId: string, row: PackedRow, series: readonly Series[]): ReadingRow => ({
  deviceId,
  at: row.at as ReadingRow["at"],
  part: row.part,
  receivedAt: row.receivedAt as ReadingRow["receivedAt"],
  values: series.map(([component, quantity, quality], n): ReadingValue => {
    const value = row.values[n] as number;
    return { component, quantity, value, quality };
  }),
});

/** Rows of an hour of one layout by their place, straight from its columns. */
const columnReader = (
  deviceId: string,
  packed: PackedColumns,
  series: readonly Series[],
): ((n: number) => ReadingRow) => {
  const { at, part, receivedAt, values } = packed;
  return (n) => {
    const own: ReadingValue[] = [];
    for (let column = 0; column < series.length; column += 1) {
      const [component, quantity, quality] = series[column] as Series;
      own.push({ component, quantity, value: values[column]?.[n] as number, quality });
    }
    return {
      deviceId,
      at: at[n] as ReadingRow["at"],
      part: part[n] as number,
      receivedAt: receivedAt[n] as ReadingRow["receivedAt"],
      values: own,
    };
  };
};

/** Pages of readings of one device, newest first. */
export const createReadingsQuery =
  (source: ReadingSource) =>
  (tenant: string, query: ReadingQuery): Page<ReadingRow> => {
    const [at, part] = query.after === null ? [Number.MAX_SAFE_INTEGER, 0] : positionOf(query.after);
    const from = query.from ?? Number.MIN_SAFE_INTEGER;
    // One bound, so that a page far from the newest begins where it is and looks at none before it.
    const upTo = Math.min((query.to ?? Number.MAX_SAFE_INTEGER) - 1, at);
    const items: ReadingRow[] = [];
    for (const row of source.rows(tenant, query.deviceId, from, upTo)) {
      if (row.at === at && row.part >= part) continue;
      const last = items.at(-1);
      if (items.length === query.limit) return { items, next: last ? `${last.at}/${last.part}` : null };
      items.push(row);
    }
    return { items, next: null };
  };

const positionOf = (text: string): readonly [at: number, part: number] => {
  const [at, rest] = splitPosition(text, null);
  const part = Number(rest);
  if (!Number.isInteger(part)) throw new PositionError(`readings: ${JSON.stringify(text)} is no position`);
  return [at, part];
};
