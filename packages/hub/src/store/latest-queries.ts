import type { DatabaseSync } from "node:sqlite";
import type { LatestReading } from "../ports/latest-readings.ts";
import type { ReadingRow } from "../ports/readings.ts";
import type { ReadingSource } from "./reading-queries.ts";
import { LATEST_WITHIN_MS } from "./row-kinds.ts";
import { shardOf } from "./shard.ts";

/** Rows of a device in which what it sends regularly is found. */
const NEWEST_ROWS = 64;
/** So many are looked at also when all that was written down is found: something may be new. */
const LEAST_ROWS = 4;
/** Rows looked through for what it has ceased to send. */
const OLDER_ROWS = 2_000;
/** Different times at which something ceased. */
const CEASED_MAX = 64;

type Kept = {
  readonly at: number;
  readonly received_at: number;
  readonly written_at: number;
  readonly component: string;
  readonly quantity: string;
  readonly value: number;
  readonly quality: string;
};

/** The newest value of each component and quantity: what was written down, and what came since. */
export const createLatestQueries = (database: DatabaseSync, source: ReadingSource) => {
  const kept = database.prepare(
    `SELECT component, quantity, at, received_at, value, quality, written_at FROM latest_reading
     WHERE shard = ? AND tenant = ? AND device = ? ORDER BY component, quantity`,
  );

  const latestOf = (tenant: string, deviceId: string, until: number): LatestReading[] => {
    const key = [shardOf(deviceId), tenant, deviceId] as const;
    const found = new Map<string, LatestReading>();
    /** Newest first: what is found already is newer. */
    const take = (row: ReadingRow, only: ReadonlySet<string> | null): void => {
      for (const { component, quantity, value, quality } of row.values) {
        const name = `${component ?? ""} ${quantity}`;
        if (!found.has(name) && only?.has(name) !== false)
          found.set(name, { deviceId, at: row.at, receivedAt: row.receivedAt, component, quantity, value, quality });
      }
    };
    const written = new Map((kept.all(...key) as Kept[]).map((one) => [`${one.component} ${one.quantity}`, one]));
    let looked = 0;
    for (const row of source.rows(tenant, deviceId, Number.MIN_SAFE_INTEGER, until)) {
      // Stamped by a clock that was ahead.
      if (row.at > until) continue;
      take(row, null);
      looked += 1;
      for (const name of written.keys()) if (found.has(name)) written.delete(name);
      if (looked === NEWEST_ROWS || (written.size === 0 && looked >= LEAST_ROWS)) break;
    }
    if (looked === NEWEST_ROWS)
      for (const [names, from, until] of ceasedIn(written))
        for (const row of newest(source.rows(tenant, deviceId, from, until), OLDER_ROWS)) {
          take(row, names);
          if ([...names].every((name) => found.has(name))) break;
        }
    for (const [name, one] of written) {
      const seen = found.get(name);
      if (seen !== undefined && (seen.at >= one.at || one.at > until)) continue;
      const component = one.component === "" ? null : one.component;
      found.set(name, reading(deviceId, one, component, one.quantity, one.value, one.quality));
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  };

  return {
    latestReadings: (tenant: string, devices: readonly string[], until: number): readonly LatestReading[] =>
      devices.flatMap((device) => latestOf(tenant, device, until)),
  };
};

function* newest(rows: Iterable<ReadingRow>, limit: number): Generator<ReadingRow> {
  let left = limit;
  for (const row of rows) {
    if (left === 0) return;
    left -= 1;
    yield row;
  }
}

/** What ceased, with the times between which its newest value lies: what was written down together ceased together. */
const ceasedIn = (
  written: ReadonlyMap<string, Kept>,
): readonly (readonly [names: ReadonlySet<string>, from: number, until: number])[] => {
  const groups = new Map<string, { readonly names: Set<string>; readonly from: number; readonly until: number }>();
  for (const [name, { at, written_at: writtenAt }] of written) {
    const place = `${at} ${writtenAt}`;
    const group = groups.get(place) ?? { names: new Set(), from: at, until: writtenAt + LATEST_WITHIN_MS };
    group.names.add(name);
    groups.set(place, group);
  }
  return [...groups.values()].slice(0, CEASED_MAX).map(({ names, from, until }) => [names, from, until]);
};

const reading = (
  deviceId: string,
  { at, received_at: receivedAt }: Pick<Kept, "at" | "received_at">,
  component: string | null,
  quantity: string,
  value: number,
  quality: string,
): LatestReading => ({
  deviceId,
  at: at as LatestReading["at"],
  receivedAt: receivedAt as LatestReading["receivedAt"],
  component,
  quantity,
  value,
  quality,
});
