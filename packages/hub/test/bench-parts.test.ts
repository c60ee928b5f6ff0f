import { expect, test } from "vitest";
import { measureConfirm } from "../bench/part-confirm.ts";
import { measureFloor } from "../bench/part-floor.ts";
import { measureIdle } from "../bench/part-idle.ts";
import { measureStorm } from "../bench/part-storm.ts";

// Whether each part measures what it says, with counts that a busy machine has time for; how fast anything is, is no matter here.
const TIMEOUT = { timeout: 240_000 };
const few = { connections: 12, seconds: 1, runs: 1, rate: 60 };
const isAboveZero = (value: number): void => expect(value).toBeGreaterThan(0);
const inOrder = (...values: readonly number[]): void => expect(values).toEqual([...values].sort((a, b) => a - b));

test("as fast as confirms come: floor and hub both confirm", TIMEOUT, async () => {
  const { floor, hub } = await measureFloor(few);
  for (const { confirmedPerSecond, p50Ms, p99Ms, maxMs } of [floor, hub]) {
    isAboveZero(confirmedPerSecond);
    inOrder(0, p50Ms, p99Ms, maxMs);
  }
});

test("confirm times: all figures are there, of the hub, the floor and the disk", TIMEOUT, async () => {
  const { confirmedPerSecond, p50Ms, p99Ms, maxMs, floor, probe } = await measureConfirm(few);
  isAboveZero(confirmedPerSecond);
  for (const one of [{ p50Ms, p99Ms, maxMs }, floor, probe]) {
    isAboveZero(one.p50Ms);
    inOrder(one.p50Ms, one.p99Ms, one.maxMs);
  }
});

test("a storm: who comes again is no false offline, who stays away is found (EF-4.4.2)", TIMEOUT, async () => {
  const figures = await measureStorm({ ...few, runs: 2, connections: 24, periodSeconds: 2, linkGraceMs: 500 });
  expect(figures.settledMs).toHaveLength(2);
  expect(figures.floorMs).toHaveLength(2);
  for (const settled of [...figures.settledMs, ...figures.floorMs]) isAboveZero(settled);
  expect(figures).toMatchObject({ falseOfflines: 0, away: 2, foundAway: 2 });
});

test("idle connections: what they take is looked at before and after each was confirmed", TIMEOUT, async () => {
  const { hub, floor } = await measureIdle({ connections: 30, lookMs: 20 });
  for (const side of [hub, floor]) {
    expect(side.before.rss).toBeGreaterThan(2 ** 20);
    for (const share of [side.connected, side.heard, side.heardTwice])
      for (const bytes of [share.rss, share.heapUsed, share.external]) expect(bytes).not.toBeNaN();
    expect(side.most).toBeGreaterThanOrEqual(side.heard.rss);
  }
});
