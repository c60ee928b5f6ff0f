// From the byte of an alarm to its event at a reader (报警报文到实时事件), while other devices report.
import { type AlarmOptions, type AlarmRun, runWithAlarms } from "./alarm-run.ts";
import { type Part, withHub } from "./hub-parts.ts";
import { createSheet, MEDIAN, middle, ms } from "./part-table.ts";

/** One run of a hub of its own. */
export const measureEvents = (options: AlarmOptions): Promise<AlarmRun> =>
  withHub({ devices: options.connections + options.alarmDevices }, (hub) => runWithAlarms(hub, options));

export const events: Part = {
  defaults: { connections: 3_000, seconds: 10, runs: 3, rate: 5_000 },
  run: async (options) => {
    const own = { ...options, alarmDevices: 100, alarmsPerSecond: Math.min(100, options.rate / 2) };
    const sheet = createSheet(
      `Device byte to SSE event 报警到实时事件: ${own.connections} connections, ${own.rate} frames/s offered, ${own.alarmsPerSecond} of them alarms, each of a component of its own; one reader of /api/v1/events; ${own.seconds} s a run. Beside it the confirms of the same alarms 同一报警的确认时间. Aim 目标: p99 <= 150 ms.`,
    );
    sheet.head(
      ...["run 轮次", "confirmed/s 确认", "alarms 报警", "event p50 ms 事件", "event p99 ms", "event max ms"],
      ...["confirm p99 ms 确认", "fsync p99 ms", "event / confirm, p99"],
    );
    const all: AlarmRun[] = [];
    const row = (name: string, of: (value: (run: AlarmRun) => number) => number): void =>
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
