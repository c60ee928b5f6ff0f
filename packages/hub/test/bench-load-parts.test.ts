import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { reportFrame } from "../bench/fleet-device.ts";
import type { LoadRecord } from "../bench/fleet-load.ts";
import { fillHistory } from "../bench/growth-history.ts";
import { residentBytes } from "../bench/hub-memory.ts";
import { measureEvents } from "../bench/part-events.ts";
import { growthPage, measureGrowth } from "../bench/part-growth.ts";
import { measureOverload, normalAfter } from "../bench/part-overload.ts";
import { createSheet } from "../bench/part-table.ts";
import { storedOf } from "../bench/stored-frames.ts";
import { hasCompiler } from "./disk-shim.ts";

// Whether each part measures what it says, with counts that a busy machine has time for; how fast anything is, is no matter here.
const TIMEOUT = { timeout: 300_000 };
const few = { connections: 12, seconds: 2, runs: 1, rate: 40, alarmDevices: 4, alarmsPerSecond: 8 };
const inOrder = (...values: readonly number[]): void => expect(values).toEqual([...values].sort((a, b) => a - b));

test("alarms beside readings: each has its event, none before it was sent", TIMEOUT, async () => {
  const { load, events, probe } = await measureEvents(few);
  expect(events.raised).toBeGreaterThan(0);
  expect(events).toMatchObject({ missing: 0, count: events.raised });
  expect(load.alarms.count).toBe(events.raised);
  expect(load.readings.count).toBeGreaterThan(0);
  for (const one of [load.readings, load.alarms, events, probe]) {
    expect(one.p50Ms).toBeGreaterThan(0);
    inOrder(one.p50Ms, one.p99Ms, one.maxMs);
  }
});

test.skipIf(!hasCompiler)(
  "EF-4.4.3: in an overload on a slow disk what is confirmed is stored once, and what has no room is held back",
  TIMEOUT,
  async () => {
    const more = { rate: 4_000, normalRate: 30, normalSeconds: 4, slowMs: 40, inFlightMax: 2, lookMs: 20 };
    const figures = await measureOverload({ ...few, ...more });
    const { warmUp, before, overload, after, memory, stored } = figures;
    expect(stored).toMatchObject({ lost: 0, twice: 0 });
    const answered = [warmUp, before, overload, after].reduce(
      (sum, one) => sum + one.readings.count + one.alarms.count,
      0,
    );
    expect(stored.confirmed).toBe(answered);
    expect(figures).toMatchObject({ denied: 0, closed: 0, unanswered: 0, events: { missing: 0 } });
    expect(overload.heldBack).toBeGreaterThan(0);
    // The shim slows each commit, and with it what waits for it.
    expect(overload.readings.p50Ms).toBeGreaterThan(more.slowMs);
    for (const bytes of Object.values(memory)) expect(bytes).toBeGreaterThan(2 ** 20);
    expect(figures.normalMs).toBeGreaterThanOrEqual(50);
  },
);

test("growth: a fleet with a past has all figures, and the past is there to be asked for", TIMEOUT, async () => {
  const past = { hours: 2, alarmsPerDevice: 3, lookMs: 20 };
  const measured = await measureGrowth({ ...few, ...past });
  const { devices, history, asked, ...figures } = measured;
  expect(devices).toBe(few.connections);
  expect(history).toMatchObject({ readings: few.connections * 2 * 60 * 8, alarms: few.connections * 3 });
  expect(history.to - history.from).toBe(2 * 3_600_000);
  const { startMs, restBytes, connectedBytes, stormMs, readings, events, probe } = figures;
  for (const value of [history.databaseBytes, startMs, restBytes, connectedBytes, stormMs, ...Object.values(asked)])
    expect(value).toBeGreaterThan(0);
  expect(events).toMatchObject({ missing: 0, count: events.raised });
  for (const one of [readings, events, probe]) inOrder(0, one.p50Ms, one.p99Ms, one.maxMs);

  const { lines, picture } = growthPage(createSheet("growth"), [measured, { ...measured, devices: 3 * devices }]);
  expect(lines.filter((line) => line.startsWith("| confirm p99"))).toEqual([expect.stringMatching(/\| 1\.0 \|$/)]);
  expect(picture?.match(/<circle /g)?.length).toBeGreaterThan(20);
  expect([lines.join(), picture].join()).not.toMatch(/NaN|undefined/);
  expect(() => growthPage(createSheet("growth"), [])).toThrow(RangeError);
});

test("a past is not written into data that no hub has made", () => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-bench-past-"));
  try {
    expect(() => fillHistory(folder, { devices: 1, hours: 1, alarmsPerDevice: 1 })).toThrow(/no such table/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const second = (count: number, p99Ms: number) => ({ count, p50Ms: p99Ms, p99Ms, maxMs: p99Ms });
const record = (...seconds: LoadRecord["seconds"]): LoadRecord => ({
  ...{
    alarms: [],
    confirms: [],
    began: { "warm up": 9_000, before: 10_000, overload: 11_000, after: 12_000 },
    seconds,
  },
});
const fine = second(10, 5);
const slow = second(10, 900);

test("all is normal from the first of three good seconds in a row", () => {
  expect(normalAfter(record(fine, fine, slow, fine, fine, fine), 50)).toBe(0);
  expect(normalAfter(record(fine, fine, slow, slow, fine, slow, fine, fine, fine), 50)).toBe(3);
});

test.each([
  ["two good seconds are not three", record(fine, fine, slow, slow, fine, fine)],
  [
    "a second in which nothing was confirmed is not good",
    record(fine, fine, slow, fine, second(0, Number.NaN), fine, fine),
  ],
  ["nor is one that never came", record(fine, fine, slow)],
  ["what was good before the overload does not count", record(fine, fine, fine, slow, slow, slow)],
])("never normal: %s", (_, one) => {
  expect(normalAfter(one, 50)).toBeNaN();
});

test("a frame that was confirmed and is not stored is counted as lost, one that is stored again as twice", () => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-bench-stored-"));
  try {
    const database = new DatabaseSync(join(folder, "hub.db"));
    database.exec("CREATE TABLE frame (bytes BLOB NOT NULL)");
    const insert = database.prepare("INSERT INTO frame VALUES (?)");
    for (const serial of [1, 2, 2]) insert.run(reportFrame(3, serial));
    const confirms = [1, 2, 9].map((serial) => 3 * 65_536 + serial);
    expect(storedOf(folder, { confirms })).toEqual({ confirmed: 3, lost: 1, twice: 1 });
    insert.run(new Uint8Array([1, 2, 3]));
    expect(() => storedOf(folder, { confirms })).toThrow(/a stored frame/);
    database.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("no resident set of a process that is not there", () => {
  expect(residentBytes(process.pid)).toBeGreaterThan(2 ** 20);
  expect(() => residentBytes(2 ** 22 + 1)).toThrow(/ENOENT/);
});
