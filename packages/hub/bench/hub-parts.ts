// What the parts of the hub's benchmark have in common. Each part prints what it finds and returns it, for docs/speed.md.
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, startChild, stop } from "./child.ts";
import { type FleetWay, reportFrame } from "./fleet-device.ts";
import type { FleetLinks, LinkFigures } from "./fleet-links.ts";
import type { FleetFigures, FleetLoad, LoadRecord } from "./fleet-load.ts";
import { type Api, apiOf, registerFleet } from "./fleet-registry.ts";

export type PartOptions = {
  readonly connections: number;
  readonly seconds: number;
  readonly runs: number;
  readonly rate: number;
};
export type PartPage = {
  readonly lines: readonly string[];
  /** A picture of the figures (SVG). */ readonly picture?: string;
};
export type Part = {
  /** Where the command gives none. */ readonly defaults: PartOptions;
  readonly run: (options: PartOptions) => Promise<PartPage>;
};
export type BenchHub = {
  readonly folder: string;
  readonly dataDir: string;
  readonly port: number;
  readonly httpUrl: string;
  readonly key: string;
  readonly api: Api;
  readonly child: ChildProcess;
  /** From its process to its open doors. */ readonly startMs: number;
};

export const withFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export type HubOptions = {
  readonly devices: number;
  /** How often each device is expected to report; absent: as the hub expects. */ readonly periodSeconds?: number;
  readonly env?: NodeJS.ProcessEnv;
  /** Done to its data once the fleet is registered, while it does not run. */
  readonly past?: (dataDir: string) => void;
};
/** Runs with a hub of its own, its fleet registered; the hub and its data are gone afterwards. */
export const withHub = <T>(
  { devices, periodSeconds = 0, env = {}, past }: HubOptions,
  work: (hub: BenchHub) => Promise<T>,
): Promise<T> =>
  withFolder(async (folder) => {
    const dataDir = join(folder, "hub");
    let running: ChildProcess | null = null;
    const start = async () => {
      const from = performance.now();
      const [child, says] = await startChild("./hub-process.ts", [dataDir], env);
      running = child;
      return { child, says, httpUrl: String(says.httpUrl), startMs: performance.now() - from };
    };
    try {
      let started = await start();
      const key = String(started.says.firstKey);
      await registerFleet(apiOf(started.httpUrl, key), devices, periodSeconds);
      if (past !== undefined) {
        await stop(started.child);
        past(dataDir);
        started = await start();
      }
      const { child, says, httpUrl, startMs } = started;
      const port = Number(says.gb26875Port);
      return await work({ folder, dataDir, port, httpUrl, key, api: apiOf(httpUrl, key), child, startMs });
    } finally {
      if (running !== null) await stop(running);
    }
  });

/** Runs with a floor of its own. */
export const withFloor = <T>(work: (port: number, child: ChildProcess) => Promise<T>): Promise<T> =>
  withFolder(async (folder) => {
    const env = { FLOOR_FRAME_BYTES: String(reportFrame(0, 0).length) };
    const [child, says] = await startChild("./floor.ts", [join(folder, "floor.db")], env);
    try {
      return await work(Number(says.port), child);
    } finally {
      await stop(child);
    }
  });

export type Loaded = { readonly figures: FleetFigures; readonly record: LoadRecord };
export const loadOf = async (hub: BenchHub, load: Omit<FleetLoad, "port" | "out">): Promise<Loaded> => {
  const out = join(hub.folder, "load.json");
  const [, told] = await startChild("./fleet-load.ts", [JSON.stringify({ ...load, port: hub.port, out })]);
  // JSON has no NaN, which is the percentile of nothing.
  const figures = JSON.parse(JSON.stringify(told), (_, value) => value ?? Number.NaN) as FleetFigures;
  return { figures, record: JSON.parse(readFileSync(out, "utf8")) as LoadRecord };
};

export type Links = {
  /** @throws Error when a device is not settled, or when the other side has closed a connection */
  ask(what: "frames" | "storm"): Promise<LinkFigures>;
};
export type LinksOptions = {
  readonly connections: number;
  readonly periodMs?: number;
  readonly withinMs?: number;
};
/** Runs with connections that are held. */
export const withLinks = async <T>(
  { port, isFloor = false }: FleetWay,
  { connections, periodMs = 0, withinMs = 120_000 }: LinksOptions,
  work: (links: Links) => Promise<T>,
): Promise<T> => {
  const asked: FleetLinks = { port, isFloor, connections, periodMs, withinMs };
  const [child] = await startChild("./fleet-links.ts", [JSON.stringify(asked)]);
  try {
    return await work({
      ask: async (what) => {
        const figures = await ask<LinkFigures>(child, what);
        if (figures.unsettled + figures.closed > 0) throw new Error(`${what}: ${JSON.stringify(figures)}`);
        return figures;
      },
    });
  } finally {
    await stop(child);
  }
};

export type LoadFigures = {
  readonly confirmedPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly closedByHub: number;
};
/** The load whose confirms say nothing but their number. @param rate - frames per second; 0: as fast as confirms come */
export const plainLoad = async (
  port: number,
  { connections, seconds }: PartOptions,
  rate: number,
): Promise<LoadFigures> => {
  const [, figures] = await startChild("./load.ts", [port, connections, seconds, rate, 1].map(String));
  return figures as unknown as LoadFigures;
};

export type Probe = { readonly p50Ms: number; readonly p99Ms: number; readonly maxMs: number };
/** The disk's own times, beside a run. */
export const probeOf = async (folder: string, seconds: number): Promise<Probe> => {
  const [, told] = await startChild("./fsync-probe.ts", [join(folder, "probe"), String(seconds)]);
  return told as unknown as Probe;
};

export const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));
