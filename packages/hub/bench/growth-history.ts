// A past for a fleet: hours of readings of each device, and alarms that are over.
import { statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createBlockWriter } from "../src/store/reading-blocks.ts";
import { createLayoutIds, createLayouts } from "../src/store/reading-layouts.ts";
import type { PackedRow } from "../src/store/reading-pack.ts";
import { benchDevice, benchUnit } from "./fleet-registry.ts";
import { createSensors, MINUTE, seriesOf, TENANT, WIDTH } from "./readings-fleet.ts";

export type History = {
  readonly from: number;
  readonly to: number;
  readonly readings: number;
  readonly alarms: number;
  readonly databaseBytes: number;
};
export type HistoryOptions = {
  readonly devices: number;
  /** Of a row a minute, before now. */ readonly hours: number;
  readonly alarmsPerDevice: number;
};
const HOUR = 3_600_000;

const fillReadings = (database: DatabaseSync, { devices, hours }: HistoryOptions, from: number): number => {
  const ids = createLayoutIds(database);
  const blocks = createBlockWriter(database, createLayouts(database));
  for (let device = 0; device < devices; device += 1) {
    const id = benchDevice(device);
    const layout = ids.idOf(TENANT, id, JSON.stringify(seriesOf(device)));
    const sense = createSensors(device);
    for (let at = from; at < from + hours * HOUR; at += HOUR) {
      const rows = Array.from({ length: 60 }, (_, n): PackedRow => {
        const minute = at + n * MINUTE;
        return { layout, at: minute, part: 0, receivedAt: minute + 200 + ((device * 7 + n) % 90), values: sense() };
      });
      blocks.add(TENANT, id, at / HOUR, rows);
    }
  }
  return devices * hours * 60 * WIDTH;
};

/** Alarms that were dealt with, spread over the hours. */
const fillAlarms = (database: DatabaseSync, options: HistoryOptions, from: number): number => {
  const insert = database.prepare(
    `INSERT INTO alarm (tenant, id, body, version, updated_at, deleted, received_at, device_id, unit_id, state, class, type,
       severity, stage, occurred_at, cleared_at) VALUES ('${TENANT}', ?, ?, 1, ?, 0, ?, ?, ?, 'cleared', 'alarm',
       'residualCurrentOver', 'high', 'closed', ?, ?)`,
  );
  const count = options.devices * options.alarmsPerDevice;
  for (let n = 0; n < count; n += 1) {
    const device = n % options.devices;
    const [deviceId, unitId] = [benchDevice(device), benchUnit(device)];
    const at = from + Math.floor((n / count) * options.hours * HOUR);
    const id = `01980000-0000-7000-8000-${String(n).padStart(12, "0")}`;
    const [type, description] = ["residualCurrentOver", "剩余电流报警:689 mA(设定值 500 mA)"];
    const occurredAt = new Date(at).toISOString();
    const body = { id, deviceId, unitId, occurredAt, description, type, platformCode: "BENCH", class: "alarm" };
    const text = JSON.stringify({ ...body, severity: "high", state: "cleared", receivedAt: occurredAt, repeats: 0 });
    insert.run(id, text, at, at, deviceId, unitId, at, at + MINUTE);
  }
  return count;
};

/** Writes it into the data of a hub that does not run and knows the devices. */
export const fillHistory = (dataDir: string, options: HistoryOptions): History => {
  const file = join(dataDir, "hub.db");
  const to = Math.floor(Date.now() / HOUR) * HOUR;
  const from = to - options.hours * HOUR;
  const database = new DatabaseSync(file);
  database.exec("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; BEGIN");
  const readings = fillReadings(database, options, from);
  const alarms = fillAlarms(database, options, from);
  database.exec("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
  return { from, to, readings, alarms, databaseBytes: statSync(file).size };
};
