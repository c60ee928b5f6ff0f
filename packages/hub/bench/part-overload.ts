// More than the hub can take, on a slow disk (过载): what it keeps in memory, what is lost, what alarms wait for, when it is over.
import { join } from "node:path";
import { hasCompiler, makeDiskShim } from "../test/disk-shim.ts";
import { type EventTimes, eventTimes } from "./alarm-events.ts";
import type { AlarmOptions } from "./alarm-run.ts";
import { readAlarms } from "./event-reader.ts";
import { steadyMs } from "./fleet-device.ts";
import type { FleetFigures, LoadRecord, PhaseFigures } from "./fleet-load.ts";
import { restingMemory, watchMemory } from "./hub-memory.ts";
import { loadOf, type Part, withFolder, withHub } from "./hub-parts.ts";
import { createSheet, ms } from "./part-table.ts";
import { type StoredFrames, storedOf } from "./stored-frames.ts";

export type OverloadOptions = AlarmOptions & {
  /** Of normal times; `rate` is what is offered in the overload. */ readonly normalRate: number;
  readonly normalSeconds: number;
  /** What each sync takes longer in the overload. Milliseconds. */ readonly slowMs: number;
  /** Frames that a device keeps until they are confirmed. */ readonly inFlightMax: number;
  /** Between two looks at the memory. */ readonly lookMs: number;
};
export type OverloadFigures = {
  readonly warmUp: PhaseFigures;
  readonly before: PhaseFigures;
  readonly overload: PhaseFigures;
  readonly after: PhaseFigures;
  readonly events: EventTimes;
  /** Resident set, bytes. */
  readonly memory: {
    readonly before: number;
    readonly firstHalf: number;
    readonly secondHalf: number;
    /** At the end, once it no longer falls. */ readonly after: number;
  };
  readonly stored: StoredFrames;
  readonly denied: number;
  readonly closed: number;
  readonly unanswered: number;
  /** From the end of the overload until confirms are as fast as before. Seconds; NaN: they never were. */
  readonly normalAfterSeconds: number;
  /** What counts as that: p99 in each of three seconds in a row. Milliseconds. */ readonly normalMs: number;
};
const AIM_MS = 50;
const IN_A_ROW = 3;
const SETTLE_SECONDS = 60;
/** Of the rate that was asked for; with less it is another run. */
const OFFERED_LEAST = 0.95;

/** @param normalMs - p99 of a second in which all is normal */
export const normalAfter = ({ seconds, began }: LoadRecord, normalMs: number): number => {
  const [start, end] = [Math.min(...Object.values(began)), began.after ?? Number.NaN];
  const first = Math.floor((end - start) / 1_000);
  const isNormal = (second: number): boolean => {
    const one = seconds[second];
    return one !== undefined && one.count > 0 && one.p99Ms <= normalMs;
  };
  for (let second = first; second <= seconds.length - IN_A_ROW; second += 1)
    if (Array.from({ length: IN_A_ROW }, (_, n) => second + n).every(isNormal)) return second - first;
  return Number.NaN;
};

const phaseOf = ({ phases }: FleetFigures, name: string): PhaseFigures => {
  const found = phases.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`no phase ${name}`);
  return found;
};

/** @throws Error without a C compiler, which makes the shim that slows the disk */
export const measureOverload = (options: OverloadOptions): Promise<OverloadFigures> =>
  withFolder((folder) => {
    if (!hasCompiler)
      throw new Error("没有 gcc,无法减慢磁盘 there is no gcc on this machine to make the shim that slows the disk");
    const whileFile = join(folder, "slow");
    const env = {
      LD_PRELOAD: makeDiskShim(folder),
      ...{ DISK_SLOW_WHILE: whileFile, DISK_SLOW_MS: String(options.slowMs) },
    };
    const { connections, alarmDevices, alarmsPerSecond, inFlightMax, normalRate, normalSeconds } = options;
    return withHub({ devices: connections + alarmDevices, env }, async (hub) => {
      const seen = await readAlarms(hub.httpUrl, hub.key);
      const memory = watchMemory(hub.child.pid ?? 0);
      const normal = { rate: normalRate, seconds: normalSeconds, alarmsPerSecond };
      const { figures, record } = await loadOf(hub, {
        ...{ connections, alarmDevices, inFlightMax, settleSeconds: SETTLE_SECONDS },
        phases: [
          // A device's first frames make records of what it has: they are no normal time.
          { name: "warm up", ...normal, seconds: normalSeconds / 2 },
          { name: "before", ...normal },
          { name: "overload", rate: options.rate, seconds: options.seconds, alarmsPerSecond, whileFile },
          { name: "after", ...normal, seconds: 2 * normalSeconds },
        ],
      });
      const events = await eventTimes(record, "overload", seen);
      seen.stop();
      memory.stop();
      const { before = 0, overload = 0, after = 0 } = record.began;
      const half = (overload + after) / 2;
      const was = phaseOf(figures, "before");
      const normalMs = Math.max(AIM_MS, 2 * was.readings.p99Ms);
      return {
        ...{
          warmUp: phaseOf(figures, "warm up"),
          before: was,
          overload: phaseOf(figures, "overload"),
          after: phaseOf(figures, "after"),
          events,
        },
        memory: {
          before: memory.most(before, overload),
          ...{ firstHalf: memory.most(overload, half), secondHalf: memory.most(half, steadyMs()) },
          after: (await restingMemory(hub.child, options.lookMs)).rss,
        },
        stored: storedOf(hub.dataDir, record),
        ...{ denied: figures.denied, closed: figures.closed, unanswered: figures.unanswered },
        ...{ normalAfterSeconds: normalAfter(record, normalMs), normalMs },
      };
    });
  });

const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;

export const overload: Part = {
  defaults: { connections: 3_000, seconds: 60, runs: 1, rate: 50_000 },
  run: async (options) => {
    const sheet = createSheet(
      `Overload 过载: ${options.connections} devices and 100 that send 100 alarms/s; 5000 frames/s, then ${options.rate}/s offered with each fsync slowed by 5 ms for ${options.seconds} s, then 5000/s again. A device keeps at most 32 frames until they are confirmed; what is offered beyond them is held back 超出设备缓存者不发. Aim 目标: memory bounded, nothing confirmed lost 已确认不丢, alarms p99 <= 2 s, normal within 30 s.`,
    );
    for (let n = 1; n <= options.runs; n += 1) {
      const figures = await measureOverload({
        ...{ ...options, normalRate: 5_000, normalSeconds: 10, alarmDevices: 100, alarmsPerSecond: 100 },
        ...{ slowMs: 5, inFlightMax: 32, lookMs: 1_500 },
      });
      sheet.head(
        ...[`run 轮次 ${n}`, "offered/s 发起", "held back 未发", "confirmed/s 确认", "p50 ms", "p99 ms"],
        ...["alarm confirm p99 ms 报警确认", "alarm confirm max ms"],
      );
      for (const [name, one] of [
        ["before 之前", figures.before],
        ["overload 过载", figures.overload],
        ["after 之后", figures.after],
      ] as const)
        sheet.row(
          ...[name, String(one.offeredPerSecond), String(one.heldBack), String(one.confirmedPerSecond)],
          ...[ms(one.readings.p50Ms), ms(one.readings.p99Ms), ms(one.alarms.p99Ms), ms(one.alarms.maxMs)],
        );
      const { memory, stored, events, normalAfterSeconds } = figures;
      const { offeredPerSecond } = figures.overload;
      sheet.say(
        "",
        ...(offeredPerSecond < OFFERED_LEAST * options.rate
          ? [
              `**Only ${offeredPerSecond} of ${options.rate} frames/s were offered**: the generator got no more of the processors 发生器未能发出指定的速率.`,
              "",
            ]
          : []),
        `Resident memory 常驻内存: ${mib(memory.before)} before, at most ${mib(memory.firstHalf)} in the first half of the overload and ${mib(memory.secondHalf)} from then on (${(memory.secondHalf / memory.firstHalf).toFixed(2)}), ${mib(memory.after)} at the end. Confirmed 已确认 ${stored.confirmed}, of them not in the store 未入库 ${stored.lost}, stored twice 重复 ${stored.twice}. Denied 拒收 ${figures.denied}, connections closed 断开 ${figures.closed}, never answered 未应答 ${figures.unanswered}.`,
        "",
        `Alarm to event in the overload 过载中报警到事件: p50 ${ms(events.p50Ms)} ms, p99 ${ms(events.p99Ms)} ms, max ${ms(events.maxMs)} ms; ${events.missing} of ${events.raised} without event. Normal again 恢复正常 (p99 <= ${ms(figures.normalMs)} ms in 3 seconds in a row): ${Number.isNaN(normalAfterSeconds) ? "never within the run 未恢复" : `after ${normalAfterSeconds} s`}.`,
        "",
      );
    }
    return { lines: sheet.lines };
  },
};
