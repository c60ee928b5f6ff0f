import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { type HubChild, killHubChild, startHubChild } from "./hub-child.ts";
import { createKillDevice, type Sent } from "./kill-device.ts";
import { deviceBody } from "./registry.ts";
import { storedReadings } from "./stored-readings.ts";

const ROUNDS = Number(process.env.DIANAN_KILL_ROUNDS ?? 20);
const DEVICES = 48;
const SOURCES = 8;
const FIRST_ADDRESS = 5_000;
/** With fewer confirms in all the test has shown nothing. */
const CONFIRMED_MIN = 250 * ROUNDS;

const register = async ({ httpUrl, firstKey }: HubChild): Promise<void> => {
  const place = { address: "x", latitude: 24.78, longitude: 118.55, platformCode: "JJLY01" };
  const addresses = Array.from({ length: DEVICES }, (_, n) => FIRST_ADDRESS + n);
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

test(
  `EF-4.4.3: a hub killed ${ROUNDS} times in the middle of traffic has stored every confirmed frame exactly once`,
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "dianan-kill-"));
    const sent = new Map<string, Sent>();
    let onConfirm = (): void => {};
    const devices = Array.from({ length: DEVICES }, (_, n) =>
      createKillDevice(FIRST_ADDRESS + n, `127.0.2.${1 + (n % SOURCES)}`, Date.now() - 3_600_000, sent, () =>
        onConfirm(),
      ),
    );
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const child = await startHubChild(dataDir);
        if (round === 0) await register(child);
        const running = devices.map((device) => device.run(child.gb26875Port));
        // Another moment each time, so that the kill meets the hub in every state.
        await new Promise((resolve) => setTimeout(resolve, 450 + Math.random() * 600));
        // Half of the kills come right after a confirm: one that left before its commit would be found out.
        if (round % 2 === 0)
          await new Promise<void>((resolve) => {
            onConfirm = () => {
              child.process.kill("SIGKILL");
              onConfirm = () => {};
              resolve();
            };
          });
        await killHubChild(child);
        await Promise.all(running);
      }
      // The last run: every message under way is resent until it is confirmed, as a device would.
      const child = await startHubChild(dataDir);
      for (const device of devices) device.finish();
      await Promise.all(devices.map((device) => device.run(child.gb26875Port)));
      await killHubChild(child);

      const confirmed = [...sent.values()].filter((one) => one.confirms > 0);
      console.log(`kill test: ${ROUNDS} kills, ${sent.size} frames sent, ${confirmed.length} confirmed`);
      expect(confirmed.length).toBeGreaterThanOrEqual(CONFIRMED_MIN);
      expect(sent.size).toBe(confirmed.length);
      expectExactlyOnce(join(dataDir, "hub.db"), sent);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
  30_000 + ROUNDS * 6_000,
);

const expectExactlyOnce = (file: string, sent: ReadonlyMap<string, Sent>): void => {
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
