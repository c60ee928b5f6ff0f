import { expect, test } from "vitest";
import { type Core, core, judge, runDevice, runsOf, stormsOf, type Verdict } from "./presence-run.ts";
import { type Life, liveOf, makeWorld } from "./presence-world.ts";

const DAYS = Number(process.env.DIANAN_PRESENCE_DAYS ?? 30);
const DEVICES = 3_000;
const SEED = Number(process.env.DIANAN_PRESENCE_SEED ?? 1);
/** Every so many-th device is run through its whole core, alarms included. */
const WHOLE = 50;

const simulate = (
  days: number,
  devices: number,
  seed: number,
  parts: Core = core,
): Verdict & { readonly frames: number } => {
  const world = makeWorld(days, seed);
  const runs = runsOf(world);
  // A short world is kept, a long one is lived twice.
  const lives = days <= 60 ? Array.from({ length: devices }, (_, index) => liveOf(world, index, seed)) : null;
  const lifeOf = (index: number): Life => lives?.[index] ?? liveOf(world, index, seed);
  // Whether an end is part of a storm depends on all: the ends of all first, then each device.
  const ends: number[] = [];
  for (let index = 0; index < devices; index += 1) for (const end of lifeOf(index).ends) ends.push(end.at);
  const storms = stormsOf(Float64Array.from(ends).sort() as unknown as number[], 0.6 * devices);
  const sum = { falseDays: 0, missed: 0, found: 0, timedOut: 0, frames: 0 };
  for (let index = 0; index < devices; index += 1) {
    const life = lifeOf(index);
    const marks = runDevice(life, runs, storms, parts, index % WHOLE === 0);
    const verdict = judge(life, marks, world);
    for (const name of ["falseDays", "missed", "found", "timedOut"] as const) sum[name] += verdict[name];
    sum.frames += life.heard.length;
  }
  return sum;
};

test(
  "EF-4.4.2: 3,000 devices with restarts, storms, reboots and sleepers: none missed, at most 0.01 % of device-days false",
  () => {
    const { falseDays, missed, found, timedOut, frames } = simulate(DAYS, DEVICES, SEED);
    const part = falseDays / (DAYS * DEVICES);
    console.log(
      `presence: ${DEVICES} devices x ${DAYS} days, ${frames} frames: ${found} outages found, ${timedOut} timed out, ` +
        `${missed} missed, ${falseDays} device-days false (${(100 * part).toFixed(4)} %)`,
    );
    expect(missed).toBe(0);
    expect(part).toBeLessThanOrEqual(0.000_1);
    expect(found).toBeGreaterThan((DAYS * DEVICES) / 60);
    expect(timedOut).toBeGreaterThan((DAYS * DEVICES) / 100);
  },
  30_000 + DAYS * 2_000,
);

test("the world notices a core that takes every closed link for a lost device, or that forgets storms and restarts", () => {
  const of = (parts: Partial<Core>): Verdict => simulate(30, 200, 3, { ...core, ...parts });
  expect(of({})).toMatchObject({ missed: 0, falseDays: 0 });
  expect(of({ isKept: () => true }).falseDays).toBeGreaterThan(100);
  expect(of({ isStorm: () => false }).falseDays).toBeGreaterThan(3);
  expect(of({ silentFrom: (heardAt) => heardAt }).falseDays).toBeGreaterThan(3);
  expect(
    of({ silentFrom: (heardAt, _gaps, _period, startedAt) => Math.max(heardAt, startedAt) }).missed,
  ).toBeGreaterThan(0);
}, 60_000);
