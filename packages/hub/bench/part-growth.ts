// The same figures with more devices and a longer past (增长): what grows with them, and what does not.
import type { EventTimes } from "./alarm-events.ts";
import { type AlarmOptions, runWithAlarms } from "./alarm-run.ts";
import { median } from "./child.ts";
import type { Times } from "./fleet-load.ts";
import { benchDevice } from "./fleet-registry.ts";
import { fillHistory, type History } from "./growth-history.ts";
import { plotOf } from "./growth-plot.ts";
import { restingMemory } from "./hub-memory.ts";
import { type BenchHub, type Part, type PartPage, type Probe, withHub, withLinks } from "./hub-parts.ts";
import { createSheet, ms, type Sheet } from "./part-table.ts";

export type GrowthOptions = AlarmOptions & {
  /** Of readings, a row a minute. */ readonly hours: number;
  readonly alarmsPerDevice: number;
  /** Between two looks at the memory. */ readonly lookMs: number;
};
export type GrowthFigures = {
  readonly devices: number;
  readonly history: History;
  /** From the process to its open doors. */ readonly startMs: number;
  readonly restBytes: number;
  /** With all connected, each confirmed a frame. */ readonly connectedBytes: number;
  readonly stormMs: number;
  readonly readings: Times;
  readonly events: EventTimes;
  readonly probe: Probe;
  /** Of requests, medians. */
  readonly asked: { readonly readingsMs: number; readonly alarmsMs: number; readonly statisticsMs: number };
};
const ASKS = 15;
const WARM_UP_ASKS = 10;
const HOUR = 3_600_000;

/** No two of them ask the same: what was asked before may be remembered. */
const askedOf = async ({ api }: BenchHub, devices: number, { from, to }: History): Promise<GrowthFigures["asked"]> => {
  const time = (at: number): string => encodeURIComponent(new Date(at).toISOString());
  const medianOf = async (pathOf: (n: number) => string): Promise<number> => {
    const times: number[] = [];
    for (let n = 0; n < WARM_UP_ASKS + ASKS; n += 1) {
      const started = performance.now();
      await api("GET", pathOf(n));
      times.push(performance.now() - started);
    }
    return median(times.slice(WARM_UP_ASKS));
  };
  const device = (n: number): string => benchDevice((n * 7_919) % devices);
  return {
    readingsMs: await medianOf((n) => `/readings?deviceId=${device(n)}&from=${time(from)}&to=${time(to)}&limit=500`),
    alarmsMs: await medianOf((n) => `/alarms?limit=${20 + n}`),
    statisticsMs: await medianOf(
      (n) => `/statistics/alarms?by=day,type&from=${time(from - n * 1_000)}&to=${time(to + HOUR)}`,
    ),
  };
};

const linksOf = (hub: BenchHub, connections: number, lookMs: number) =>
  restingMemory(hub.child, lookMs).then(({ rss: restBytes }) =>
    withLinks(hub, { connections: connections + 1 }, async (links) => {
      await links.ask("frames");
      const { rss: connectedBytes } = await restingMemory(hub.child, lookMs);
      const storm = await links.ask("storm");
      return { restBytes, connectedBytes, stormMs: storm.ms };
    }),
  );

/** One place of the axis. @throws Error when a frame is not confirmed or an alarm has no event */
export const measureGrowth = (options: GrowthOptions): Promise<GrowthFigures> => {
  const { connections, alarmDevices, lookMs } = options;
  const devices = connections + Math.max(alarmDevices, 1);
  // A budget of requests would end what is asked.
  const env = { BENCH_RATE_FACTOR: "1000" };
  let history: History | null = null;
  const past = (dataDir: string): void => {
    history = fillHistory(dataDir, { ...options, devices: connections });
  };
  return withHub({ devices, env, past }, async (hub) => {
    if (history === null) throw new TypeError("it has no past");
    // Before anything else is asked of it: what a load leaves behind is packed and swept for a while.
    const asked = await askedOf(hub, connections, history);
    const links = await linksOf(hub, connections, lookMs);
    const { load, events, probe } = await runWithAlarms(hub, options, 1_000);
    return {
      devices: connections,
      history,
      startMs: hub.startMs,
      ...links,
      readings: load.readings,
      events,
      probe,
      asked,
    };
  });
};

const SCALES = [1, 3, 10] as const;
const rows: readonly (readonly [name: string, of: (one: GrowthFigures) => number])[] = [
  ["start 启动, ms", (one) => one.startMs],
  ["memory at rest 静止内存, MiB", (one) => one.restBytes / 2 ** 20],
  ["memory with all connected 全部连接后, MiB", (one) => one.connectedBytes / 2 ** 20],
  ["storm settled 风暴恢复, s", (one) => one.stormMs / 1_000],
  ["confirm p50 确认, ms", (one) => one.readings.p50Ms],
  ["confirm p99 确认, ms", (one) => one.readings.p99Ms],
  ["alarm to event p99 报警到事件, ms", (one) => one.events.p99Ms],
  ["fsync p99 beside it 同时的 fsync, ms", (one) => one.probe.p99Ms],
  ["readings of a device 单台测量值, ms", (one) => one.asked.readingsMs],
  ["newest alarms 最新告警, ms", (one) => one.asked.alarmsMs],
  ["statistics of all alarms 全部告警统计, ms", (one) => one.asked.statisticsMs],
];

const whole: typeof rows = [
  ["readings stored 已存测量值, millions 百万", (one) => one.history.readings / 1e6],
  ["alarms stored 已存告警, thousands 千", (one) => one.history.alarms / 1e3],
  ["database 数据库, MiB", (one) => one.history.databaseBytes / 2 ** 20],
];

/** Table and plot of what was measured at each place. @throws RangeError for figures that are none */
export const growthPage = (sheet: Sheet, all: readonly GrowthFigures[]): PartPage => {
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("no figures");
  sheet.head("", ...all.map(({ devices }) => `${devices} devices 台`), `${last.devices / first.devices}x / 1x`);
  for (const [name, of] of [...whole, ...rows])
    sheet.row(name, ...all.map((one) => ms(of(one))), (of(last) / of(first)).toFixed(1));
  sheet.say("", "![growth 增长](images/speed-hub-growth.svg)");
  const lines = rows.map(([name, of]) => ({ name, values: all.map(of) }));
  const places = all.map(({ devices }) => devices / first.devices);
  return { lines: sheet.lines, picture: plotOf({ title: "Devices and history 设备数与历史数据", places, lines }) };
};

export const growth: Part = {
  defaults: { connections: 300, seconds: 5, runs: 1, rate: 2_000 },
  run: async (options) => {
    const own = {
      ...{ ...options, alarmDevices: 100, alarmsPerSecond: Math.min(100, options.rate / 2) },
      ...{ hours: 6, alarmsPerDevice: 20, lookMs: 1_000 },
    };
    const sheet = createSheet(
      `Growth 增长: ${SCALES.map((scale) => scale * own.connections).join(", ")} connected devices, each with ${own.hours} h of eight quantities a minute and ${own.alarmsPerDevice} alarms behind it 历史数据; ${own.rate} frames/s whatever their number, ${own.alarmsPerSecond} of them alarms, for ${own.seconds} s. Budgets of requests are raised, no other limit 仅放宽请求配额.`,
    );
    const all: GrowthFigures[] = [];
    for (const scale of SCALES) {
      const figures = await measureGrowth({ ...own, connections: scale * own.connections });
      all.push(figures);
      console.log(`${scale}x: ${JSON.stringify(figures)}`);
    }
    return growthPage(sheet, all);
  },
};
