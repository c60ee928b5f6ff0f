// What an idle connection costs in memory (空闲连接占用内存), beside the floor, which holds as many bare sockets.
import type { ChildProcess } from "node:child_process";
import type { Memory } from "./child.ts";
import type { FleetWay } from "./fleet-device.ts";
import { restingMemory, watchMemory } from "./hub-memory.ts";
import { type Part, withFloor, withHub, withLinks } from "./hub-parts.ts";
import { createSheet } from "./part-table.ts";

/** Bytes per connection, more than before any was open. */
export type Share = Memory;
export type IdleSide = {
  /** In all, before. Bytes. */ readonly before: Memory;
  readonly connected: Share;
  /** Once each has been confirmed a frame. */ readonly heard: Share;
  /** Once each has been confirmed another. */ readonly heardTwice: Share;
  /** The most of the resident set while all sent their frames at once, per connection more than before. Bytes. */
  readonly most: number;
};
export type IdleOptions = {
  readonly connections: number;
  /** Between two looks at the memory. */ readonly lookMs: number;
};
export type IdleFigures = { readonly hub: IdleSide; readonly floor: IdleSide };
const sideOf = async (way: FleetWay, child: ChildProcess, { connections, lookMs }: IdleOptions): Promise<IdleSide> => {
  const before = await restingMemory(child, lookMs);
  const shareOf = (now: Memory): Share => {
    const each = (of: (one: Memory) => number): number => (of(now) - of(before)) / connections;
    return {
      rss: each((one) => one.rss),
      heapUsed: each((one) => one.heapUsed),
      external: each((one) => one.external),
    };
  };
  const share = async (): Promise<Share> => shareOf(await restingMemory(child, lookMs));
  return withLinks(way, { connections }, async (links) => {
    const connected = await share();
    const watch = watchMemory(child.pid ?? 0);
    await links.ask("frames");
    const heard = await share();
    await links.ask("frames");
    watch.stop();
    const most = (watch.most(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY) - before.rss) / connections;
    return { before, connected, heard, most, heardTwice: await share() };
  });
};

export const measureIdle = async (options: IdleOptions): Promise<IdleFigures> => {
  // At once: most of it is waiting.
  const [hub, floor] = await Promise.all([
    withHub({ devices: options.connections }, (one) => sideOf(one, one.child, options)),
    withFloor((port, child) => sideOf({ port, isFloor: true }, child, options)),
  ]);
  return { hub, floor };
};

const kib = (bytes: number): string => (bytes / 1_024).toFixed(1);
const mib = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

export const idle: Part = {
  defaults: { connections: 10_000, seconds: 1, runs: 1, rate: 1 },
  run: async (options) => {
    const sheet = createSheet(
      `Idle connections 空闲连接: ${options.connections} at once. KiB each of resident memory, more than before any was open, once it no longer falls; beside it what of them is on the heap of JavaScript. Aim 目标: 25 KiB each 每连接.`,
    );
    for (let n = 1; n <= options.runs; n += 1) {
      const { hub, floor } = await measureIdle({ connections: options.connections, lookMs: 1_200 });
      sheet.head(
        ...[`run 轮次 ${n}`, "hub KiB 平台", "of it heap 其中堆", "floor KiB 下限", "of it heap", "hub / floor"],
      );
      for (const [name, key] of [
        ["connected 已连接", "connected"],
        ["each confirmed a frame 各确认一帧", "heard"],
        ["each confirmed two 各确认两帧", "heardTwice"],
      ] as const)
        sheet.row(
          ...[name, kib(hub[key].rss), kib(hub[key].heapUsed), kib(floor[key].rss), kib(floor[key].heapUsed)],
          (hub[key].rss / floor[key].rss).toFixed(1),
        );
      sheet.row(
        "at most, all at once 同时上报时最多",
        kib(hub.most),
        "",
        kib(floor.most),
        "",
        (hub.most / floor.most).toFixed(1),
      );
      sheet.say("", `Before 连接之前: hub ${mib(hub.before.rss)} MiB, floor ${mib(floor.before.rss)} MiB.`, "");
    }
    return { lines: sheet.lines };
  },
};
