// From the byte of an alarm to its event at a reader (报警报文到实时事件), while other devices report.
import { type EventTimes, eventTimes } from "./alarm-events.ts";
import { readAlarms } from "./event-reader.ts";
import type { PhaseFigures } from "./fleet-load.ts";
import { loadOf, type Part, type PartOptions, type Probe, probeOf, withHub } from "./hub-parts.ts";
import { createSheet, MEDIAN, middle, ms } from "./part-table.ts";

export type EventsRun = {
  /** Of the frames of all devices. */ readonly load: PhaseFigures;
  readonly events: EventTimes;
  readonly probe: Probe;
};
export type EventsOptions = PartOptions & { readonly alarmDevices: number; readonly alarmsPerSecond: number };
const WARM_UP_SECONDS = 2;
const SETTLE_SECONDS = 20;

/** @param options - `rate`: alarms included. @throws Error when a frame is not confirmed or an alarm has no event */
export const measureEvents = (options: EventsOptions): Promise<EventsRun> => {
  const { connections, seconds, rate, alarmDevices, alarmsPerSecond } = options;
  return withHub({ devices: connections + alarmDevices }, async (hub) => {
    const seen = await readAlarms(hub.httpUrl, hub.key);
    const probing = probeOf(hub.folder, seconds + WARM_UP_SECONDS);
    const phase = { rate: rate - alarmsPerSecond, alarmsPerSecond };
    const { figures, record } = await loadOf(hub, {
      ...{ connections, alarmDevices, inFlightMax: Number.MAX_SAFE_INTEGER, settleSeconds: SETTLE_SECONDS },
      phases: [
        { name: "warm up", seconds: WARM_UP_SECONDS, ...phase },
        { name: "measured", seconds, ...phase },
      ],
    });
    const probe = await probing;
    const events = await eventTimes(record, "measured", seen);
    seen.stop();
    const load = figures.phases.at(-1);
    if (load === undefined || figures.denied + figures.closed + figures.unanswered + events.missing > 0)
      throw new Error(`not all confirmed and told: ${JSON.stringify({ figures, events })}`);
    return { load, events, probe };
  });
};

export const events: Part = {
  defaults: { connections: 3_000, seconds: 30, runs: 5, rate: 5_000 },
  run: async (options) => {
    const own = { ...options, alarmDevices: 100, alarmsPerSecond: Math.min(100, options.rate / 2) };
    const sheet = createSheet(
      `Device byte to SSE event 报警到实时事件: ${own.connections} connections, ${own.rate} frames/s offered, ${own.alarmsPerSecond} of them alarms, each of a component of its own; one reader of /api/v1/events; ${own.seconds} s a run. Beside it the confirms of the same alarms 同一报警的确认时间. Aim 目标: p99 <= 150 ms.`,
    );
    sheet.head(
      ...["run 轮次", "confirmed/s 确认", "alarms 报警", "event p50 ms 事件", "event p99 ms", "event max ms"],
      ...["confirm p99 ms 确认", "fsync p99 ms", "event / confirm, p99"],
    );
    const all: EventsRun[] = [];
    const row = (name: string, of: (value: (run: EventsRun) => number) => number): void =>
      sheet.row(
        name,
        of((one) => one.load.confirmedPerSecond).toFixed(0),
        of((one) => one.events.count).toFixed(0),
        ms(of((one) => one.events.p50Ms)),
        ms(of((one) => one.events.p99Ms)),
        ms(of((one) => one.events.maxMs)),
        ms(of((one) => one.load.alarms.p99Ms)),
        ms(of((one) => one.probe.p99Ms)),
        of((one) => one.events.p99Ms / one.load.alarms.p99Ms).toFixed(1),
      );
    for (let n = 1; n <= own.runs; n += 1) {
      const run = await measureEvents(own);
      all.push(run);
      row(String(n), (value) => value(run));
    }
    row(MEDIAN, (value) => middle(all, value));
    return { lines: sheet.lines };
  },
};
