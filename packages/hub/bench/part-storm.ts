// All connections are cut at once and come again at once (重连风暴): until each device is confirmed again, and who is said to be
// offline for it.
import { benchDevice } from "./fleet-registry.ts";
import {
  type BenchHub,
  type Links,
  type Part,
  type PartOptions,
  pause,
  withFloor,
  withHub,
  withLinks,
} from "./hub-parts.ts";
import { offlineDevices } from "./offline-watch.ts";
import { createSheet, MEDIAN, middle, ms } from "./part-table.ts";

export type StormFigures = {
  /** Of each storm: until the last device was confirmed three frames. Milliseconds. */ readonly settledMs: readonly number[];
  /** The same of the floor. */ readonly floorMs: readonly number[];
  /** Frames that were denied and sent again. */ readonly denied: number;
  /** Connections that were opened only at a later try. */ readonly refused: number;
  /** Devices that came again and were said to be offline. */ readonly falseOfflines: number;
  /** Devices that stayed away: one of each storm. */ readonly away: number;
  /** Of them: said to be offline. */ readonly foundAway: number;
};
export type StormOptions = PartOptions & {
  /** How often a device reports; three times that of silence make it offline. */ readonly periodSeconds: number;
  /** A lost link makes it offline after this. */ readonly linkGraceMs: number;
};
const FOUND_WITHIN_PERIODS = 8;
const LOOK_MS = 500;

const stormsOf = async (links: Links, { runs, periodSeconds, linkGraceMs }: StormOptions) => {
  await links.ask("frames");
  const storms = [];
  for (let n = 0; n < runs; n += 1) {
    // A link counts as kept once a device was heard on it for longer than this: only then can losing it say anything.
    await pause(Math.max(linkGraceMs, periodSeconds * 1_000) + 2 * periodSeconds * 1_000);
    storms.push(await links.ask("storm"));
  }
  return storms;
};

/** Waits until those that stay away are found, which is when anybody wrongly taken for lost would be too. */
const foundOffline = async (hub: BenchHub, away: readonly string[], periodSeconds: number) => {
  const until = performance.now() + FOUND_WITHIN_PERIODS * periodSeconds * 1_000;
  for (;;) {
    const offline = await offlineDevices(hub.api);
    const missing = away.filter((id) => !offline.includes(id));
    if (missing.length === 0) return offline;
    if (performance.now() > until) throw new Error(`not found to be offline: ${missing.join(", ")}`);
    await pause(LOOK_MS);
  }
};

/** @throws Error when a device is not settled, or one that stays away is never found to be offline */
export const measureStorm = async (options: StormOptions): Promise<StormFigures> => {
  const { connections, runs, periodSeconds, linkGraceMs } = options;
  const held = { connections: connections + runs, periodMs: periodSeconds * 1_000 };
  const floor = await withFloor((port) =>
    withLinks({ port, isFloor: true }, held, (links) =>
      stormsOf(links, { ...options, periodSeconds: 0, linkGraceMs: 0 }),
    ),
  );
  const env = { BENCH_LINK_GRACE_MS: String(linkGraceMs) };
  return withHub({ devices: held.connections, periodSeconds, env }, (hub) =>
    withLinks(hub, held, async (links) => {
      const storms = await stormsOf(links, options);
      const away = (storms.at(-1)?.away ?? []).map(benchDevice);
      const offline = await foundOffline(hub, away, periodSeconds);
      return {
        settledMs: storms.map((one) => one.ms),
        floorMs: floor.map((one) => one.ms),
        denied: storms.reduce((sum, one) => sum + one.denied, 0),
        refused: storms.reduce((sum, one) => sum + one.refused, 0),
        falseOfflines: offline.filter((id) => !away.includes(id)).length,
        ...{ away: away.length, foundAway: away.filter((id) => offline.includes(id)).length },
      };
    }),
  );
};

export const storm: Part = {
  defaults: { connections: 3_000, seconds: 0, runs: 2, rate: 0 },
  run: async (options) => {
    const own = { ...options, periodSeconds: 10, linkGraceMs: 10_000 };
    const sheet = createSheet(
      `Reconnect storm 重连风暴: ${options.connections} devices that report every ${own.periodSeconds} s are cut and come again at once; settled once each was confirmed three frames. One more stays away each time. Aim 目标: 10 s, no false offline 无误报离线.`,
    );
    const figures = await measureStorm(own);
    sheet.head("storm 轮次", "settled s 恢复", "floor s 下限", "settled / floor");
    const rows = figures.settledMs.map((settled, n) => ({ settled, floor: figures.floorMs[n] ?? Number.NaN }));
    const row = (name: string, of: (value: (one: (typeof rows)[number]) => number) => number): void =>
      sheet.row(
        name,
        ms(of((one) => one.settled / 1_000)),
        ms(of((one) => one.floor / 1_000)),
        of((one) => one.settled / one.floor).toFixed(1),
      );
    for (const [n, one] of rows.entries()) row(String(n + 1), (value) => value(one));
    row(MEDIAN, (value) => middle(rows, value));
    sheet.say(
      "",
      `False offlines 误报离线: ${figures.falseOfflines}; of ${figures.away} that stayed away ${figures.foundAway} were found 未返回者被发现. Frames denied and sent again 拒收后重发: ${figures.denied}; connections opened at a later try 重试后连上: ${figures.refused}.`,
    );
    return { lines: sheet.lines };
  },
};
