// A fleet that reports each minute, and its readings as plain columns: what packed readings are compared with.
import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Series } from "../src/store/reading-layouts.ts";

export const TENANT = "main";
export const MINUTE = 60_000;
/** First midnight of the readings. */
export const START = Date.UTC(2026, 0, 1);
export const deviceId = (n: number): string => `bench-${n}`;

const parts = ["a", "b", "c"];
/** Residual current, four temperatures, three currents. */
export const seriesOf = (device: number): readonly Series[] => [
  [null, "residualCurrent", "good"],
  ...["a", "b", "c", "n"].map((part): Series => [`${deviceId(device)}:${part}`, "temperature", "good"]),
  ...parts.map((part): Series => [`${deviceId(device)}:${part}`, "current", "good"]),
];
export const WIDTH = 8;

/** Scaled values as sensors give them: noise of 3 mA, of 0.2 K and of 1 %, loads that step. The same in each run. */
export const createSensors = (device: number): (() => readonly number[]) => {
  let state = (device * 2_654_435_761 + 12_345) >>> 0;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const around = (middle: number, noise: number): number => Math.round(middle + (random() * 2 - 1) * noise);
  let loads = parts.map(() => 2_000 + random() * 12_000);
  let warmth = 300;
  return () => {
    if (random() < 0.02) loads = parts.map(() => 2_000 + random() * 12_000);
    warmth += (random() - 0.5) * 0.6;
    return [
      around(320, 30),
      ...[0, 15, 30, -40].map((more) => around(warmth + more, 2)),
      ...loads.map((load) => around(load, load / 100)),
    ];
  };
};

/** The baseline: a row per device and instant, a column per quantity, clustered by device. */
export const plainTable = (database: DatabaseSync): StatementSync => {
  database.exec(
    `CREATE TABLE plain (device TEXT NOT NULL, at INTEGER NOT NULL, received_at INTEGER NOT NULL,
     ${Array.from({ length: WIDTH }, (_, n) => `v${n} REAL NOT NULL`).join(", ")}, PRIMARY KEY (device, at)) STRICT, WITHOUT ROWID`,
  );
  return database.prepare(`INSERT INTO plain VALUES (?, ?, ?${", ?".repeat(WIDTH)})`);
};

/** How readings were stored before: the values as JSON text. */
export const jsonTable = (database: DatabaseSync): StatementSync => {
  database.exec(
    `CREATE TABLE json_reading (shard INTEGER NOT NULL, tenant TEXT NOT NULL, device TEXT NOT NULL, at INTEGER NOT NULL,
     part INTEGER NOT NULL, received_at INTEGER NOT NULL, measured TEXT NOT NULL,
     PRIMARY KEY (shard, tenant, device, at, part)) STRICT, WITHOUT ROWID`,
  );
  return database.prepare("INSERT INTO json_reading VALUES (0, ?, ?, ?, 0, ?, ?)");
};

export const bytesOf = (database: DatabaseSync, ...tables: readonly string[]): number =>
  Number(
    database
      .prepare(
        `SELECT sum(pgsize) AS bytes FROM dbstat WHERE aggregate = TRUE AND name IN (${tables.map(() => "?").join()})`,
      )
      .get(...tables)?.bytes,
  );
