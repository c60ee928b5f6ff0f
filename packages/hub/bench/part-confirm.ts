// Confirm time at a steady pace: the floor at the same pace, and the disk's own times beside each run.
import {
  type LoadFigures,
  loadOf,
  type Part,
  type PartOptions,
  type Probe,
  plainLoad,
  probeOf,
  withFloor,
  withHub,
} from "./hub-parts.ts";
import { createSheet, MEDIAN, middle, ms } from "./part-table.ts";

export type ConfirmRun = {
  readonly confirmedPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly floor: LoadFigures;
  readonly probe: Probe;
};
const WARM_UP_SECONDS = 2;
const SETTLE_SECONDS = 20;
const FLOOR_SECONDS = 5;

/** One run. @throws Error when a frame was denied or not answered, or a connection closed */
export const measureConfirm = async (options: PartOptions): Promise<ConfirmRun> => {
  const { connections, seconds, rate } = options;
  const floor = await withFloor((port) =>
    plainLoad(port, { ...options, seconds: Math.min(seconds, FLOOR_SECONDS) }, rate),
  );
  return withHub({ devices: connections }, async (hub) => {
    const probing = probeOf(hub.folder, seconds + WARM_UP_SECONDS);
    const { figures } = await loadOf(hub, {
      ...{ connections, alarmDevices: 0, inFlightMax: Number.MAX_SAFE_INTEGER, settleSeconds: SETTLE_SECONDS },
      phases: [
        { name: "warm up", seconds: WARM_UP_SECONDS, rate, alarmsPerSecond: 0 },
        { name: "measured", seconds, rate, alarmsPerSecond: 0 },
      ],
    });
    const probe = await probing;
    const measured = figures.phases.at(-1);
    if (measured === undefined || figures.denied + figures.closed + figures.unanswered > 0)
      throw new Error(`not all confirmed: ${JSON.stringify(figures)}`);
    const { p50Ms, p99Ms, maxMs } = measured.readings;
    return { confirmedPerSecond: measured.confirmedPerSecond, p50Ms, p99Ms, maxMs, floor, probe };
  });
};

export const confirm: Part = {
  defaults: { connections: 3_000, seconds: 30, runs: 5, rate: 5_000 },
  run: async (options) => {
    const { connections, seconds, runs, rate } = options;
    const sheet = createSheet(
      `Confirm time 确认时间: ${connections} connections, ${rate} frames/s offered, ${seconds} s a run; the floor at the same pace just before, 50 fsyncs of 4 KiB a second beside it (同时每秒 50 次 4 KiB fsync). Aim 目标: p50 <= 3 ms, p99 <= 50 ms.`,
    );
    sheet.head(
      ...["run 轮次", "confirmed/s 确认", "p50 ms", "p99 ms", "max ms", "floor p50 ms 下限", "floor p99 ms"],
      ...["fsync p50 ms", "fsync p99 ms", "p50 / floor", "p99 / floor"],
    );
    const all: ConfirmRun[] = [];
    const row = (name: string, of: (value: (run: ConfirmRun) => number) => number): void =>
      sheet.row(
        name,
        of((one) => one.confirmedPerSecond).toFixed(0),
        ...[(one: ConfirmRun) => one.p50Ms, (one: ConfirmRun) => one.p99Ms, (one: ConfirmRun) => one.maxMs]
          .concat((one) => one.floor.p50Ms)
          .concat((one) => one.floor.p99Ms)
          .concat((one) => one.probe.p50Ms)
          .concat((one) => one.probe.p99Ms)
          .map((value) => ms(of(value))),
        of((one) => one.p50Ms / one.floor.p50Ms).toFixed(1),
        of((one) => one.p99Ms / one.floor.p99Ms).toFixed(1),
      );
    for (let n = 1; n <= runs; n += 1) {
      const run = await measureConfirm(options);
      all.push(run);
      row(String(n), (value) => value(run));
    }
    row(MEDIAN, (value) => middle(all, value));
    return { lines: sheet.lines };
  },
};
