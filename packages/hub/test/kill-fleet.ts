import { DatabaseSync } from "node:sqlite";
import { expect } from "vitest";
import type { HubChild } from "./hub-child.ts";
import { createKillDevice, type KillDevice, type Sent } from "./kill-device.ts";
import { deviceBody } from "./registry.ts";
import { storedReadings } from "./stored-readings.ts";

const SOURCES = 8;
const FIRST_ADDRESS = 5_000;

/** Devices that send until each message is confirmed, and everything that they have sent. */
export type KillFleet = {
  readonly sent: Map<string, Sent>;
  readonly devices: readonly KillDevice[];
  /** Told at once of each confirm; to be set. */ onConfirm: () => void;
};

export const createKillFleet = (count: number): KillFleet => {
  const sent = new Map<string, Sent>();
  const devices = Array.from({ length: count }, (_, n) =>
    createKillDevice(FIRST_ADDRESS + n, `127.0.2.${1 + (n % SOURCES)}`, Date.now() - 3_600_000, sent, () =>
      fleet.onConfirm(),
    ),
  );
  const fleet: KillFleet = { sent, devices, onConfirm: () => {} };
  return fleet;
};

/** Registers so many devices of the fleet. */
export const register = async ({ httpUrl, firstKey }: HubChild, count: number): Promise<void> => {
  const place = { address: "x", latitude: 24.78, longitude: 118.55, platformCode: "JJLY01" };
  const addresses = Array.from({ length: count }, (_, n) => FIRST_ADDRESS + n);
  for (const [kind, items] of [
    [
      "operators",
      [{ id: "op1", name: "x", code: "op1", address: "x", contactName: "x", contactPhone: "0595-85600000" }],
    ],
    ["units", [{ id: "u1", name: "x", operatorId: "op1", regionCode: "350582", deviceCount: 0, ...place }]],
    ["devices", addresses.map((address) => deviceBody(`d${address}`, String(address)))],
  ] as const) {
    const answer = await fetch(`${httpUrl}/api/v1/${kind}`, {
      method: "POST",
      headers: { authorization: `Bearer ${firstKey}`, "content-type": "application/json" },
      body: JSON.stringify({ items }),
    });
    expect(answer.status).toBe(200);
  }
};

/** Whether a database holds every message that was sent once, and nothing else. @throws what vitest throws */
export const expectExactlyOnce = (file: string, sent: ReadonlyMap<string, Sent>): void => {
  const database = new DatabaseSync(file);
  expect(database.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);

  // Frames: each confirmed one once, and nothing that was not sent.
  const frames = new Map<string, number>();
  for (const { hex } of database.prepare("SELECT lower(hex(bytes)) AS hex FROM frame").iterate() as Iterable<{
    hex: string;
  }>)
    frames.set(hex, (frames.get(hex) ?? 0) + 1);
  const wrong = [...sent].filter(([hex]) => frames.get(hex) !== 1).map(([hex]) => [hex, frames.get(hex) ?? 0]);
  expect(wrong).toEqual([]);
  expect([...frames.keys()].filter((hex) => !sent.has(hex))).toEqual([]);

  // Readings: one row per analog frame, with its value.
  const readings = storedReadings(file).map(
    ({ deviceId, part, values }) =>
      `${deviceId} ${part} ${values.map(({ quantity, value }) => `${quantity}=${value}`).join()}`,
  );
  const expected = [...sent.values()]
    .filter(({ value }) => value !== null)
    .map(({ address, serial, value }) => `d${address} ${serial} temperature=${value}`);
  expect(readings.sort()).toEqual(expected.sort());

  // Alarms: one open per device, repeated as often as it was told again; each version is a place in the feed.
  const alarms = database
    .prepare("SELECT device_id, body, version FROM alarm WHERE state = 'raised' AND class = 'alarm'")
    .all() as {
    device_id: string;
    body: string;
    version: number;
  }[];
  const told = new Map<string, number>();
  for (const { address, value } of sent.values())
    if (value === null) told.set(`d${address}`, (told.get(`d${address}`) ?? 0) + 1);
  expect(new Map(alarms.map((one) => [one.device_id, JSON.parse(one.body).repeats + 1]))).toEqual(told);
  expect(alarms).toHaveLength(told.size);

  // The feed: no gap, no position twice, and its counter agrees.
  const positions = (
    database.prepare("SELECT position FROM change ORDER BY position").all() as { position: number }[]
  ).map((row) => row.position);
  expect(positions).toEqual(Array.from({ length: positions.length }, (_, n) => n + 1));
  expect(database.prepare("SELECT head FROM feed").get()).toEqual({ head: positions.length });
  const versions = database
    .prepare("SELECT kind, id, count(*) AS n, max(version) AS last FROM change GROUP BY kind, id")
    .all();
  expect(versions.filter((row) => row.n !== row.last)).toEqual([]);
  database.close();
};
