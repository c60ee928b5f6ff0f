import type { DatabaseSync } from "node:sqlite";
import { PERIOD_HOURS, packPeriod, summarise, unpackPeriod } from "./reading-hours.ts";
import { GOOD, type Layouts, seriesName } from "./reading-layouts.ts";
import { mergeRows, type PackedRow, packHour, rowsOf, unpackHour } from "./reading-pack.ts";
import { shardOf } from "./shard.ts";

/** Writes hours of readings and their summaries; part of a transaction. */
export type BlockWriter = {
  /** Adds rows of one hour; what stands already, by time and part, stands. Twice is the same as once. */
  add(tenant: string, device: string, hour: number, rows: readonly PackedRow[]): void;
  /** Removes the rows of an hour that are older, by their receipt and by what they say. Returns how many. */
  removeOld(tenant: string, device: string, hour: number, before: number): number;
};

export const createBlockWriter = (database: DatabaseSync, layouts: Layouts): BlockWriter => {
  const where = "WHERE shard = ? AND tenant = ? AND device = ?";
  const find = database.prepare(`SELECT packed FROM reading_block ${where} AND hour = ?`);
  const put = database.prepare(
    `INSERT INTO reading_block VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (shard, tenant, device, hour) DO UPDATE SET
     rows = excluded.rows, received_from = excluded.received_from, packed = excluded.packed`,
  );
  const drop = database.prepare(`DELETE FROM reading_block ${where} AND hour = ?`);
  const findHours = database.prepare(`SELECT packed FROM reading_hours ${where} AND period = ?`);
  const putHours = database.prepare(
    `INSERT INTO reading_hours VALUES (?, ?, ?, ?, ?) ON CONFLICT (shard, tenant, device, period) DO UPDATE SET
     packed = excluded.packed`,
  );
  const dropHours = database.prepare(`DELETE FROM reading_hours ${where} AND period = ?`);
  const nameOf = (layout: number, index: number) => {
    const series = layouts.of(layout).series[index];
    if (series === undefined) throw new Error(`reading layout ${layout} has no value ${index}`);
    return { name: seriesName(series), isGood: series[2] === GOOD };
  };

  const rowsIn = (key: readonly [number, string, string], hour: number): PackedRow[] => {
    const found = find.get(...key, hour);
    return found === undefined ? [] : rowsOf(unpackHour(hour, found.packed as Uint8Array));
  };
  const putRows = (key: readonly [number, string, string], hour: number, rows: readonly PackedRow[]): void => {
    if (rows.length === 0) drop.run(...key, hour);
    else {
      const receivedFrom = rows.reduce((least, row) => Math.min(least, row.receivedAt), Number.MAX_SAFE_INTEGER);
      put.run(...key, hour, rows.length, receivedFrom, packHour(hour, rows));
    }
    const period = Math.floor(hour / PERIOD_HOURS);
    const found = findHours.get(...key, period);
    const hours = found === undefined ? new Map() : unpackPeriod(period, found.packed as Uint8Array);
    const summaries = summarise(rows, nameOf);
    if (summaries.size === 0) hours.delete(hour);
    else hours.set(hour, summaries);
    if (hours.size === 0) dropHours.run(...key, period);
    else putHours.run(...key, period, packPeriod(hours));
  };

  return {
    add: (tenant, device, hour, rows) => {
      const key = [shardOf(device), tenant, device] as const;
      putRows(key, hour, mergeRows(rowsIn(key, hour), rows));
    },
    removeOld: (tenant, device, hour, before) => {
      const key = [shardOf(device), tenant, device] as const;
      const rows = rowsIn(key, hour);
      const young = rows.filter(({ at, receivedAt }) => at >= before || receivedAt >= before);
      if (young.length < rows.length) putRows(key, hour, young);
      return rows.length - young.length;
    },
  };
};
