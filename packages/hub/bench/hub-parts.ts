// The parts of the hub's benchmark that `--only` names. Each prints what it finds and returns it, for docs/speed.md.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild, stop } from "./child.ts";
import type { FleetFigures, FleetLoad } from "./fleet-load.ts";
import { type Api, apiOf, registerFleet } from "./fleet-registry.ts";

export type PartOptions = {
  readonly connections: number;
  readonly seconds: number;
  readonly runs: number;
  readonly rate: number;
};
export type Part = {
  /** Where the command gives none. */ readonly defaults: PartOptions;
  readonly run: (options: PartOptions) => Promise<readonly string[]>;
};
export type BenchHub = {
  readonly folder: string;
  readonly port: number;
  readonly httpUrl: string;
  readonly key: string;
  readonly api: Api;
  readonly child: Awaited<ReturnType<typeof startChild>>[0];
};

/** Runs with a hub of its own, its fleet registered; the hub and its data are gone afterwards. */
export const withHub = async <T>(
  devices: number,
  work: (hub: BenchHub) => Promise<T>,
  env: NodeJS.ProcessEnv = {},
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "dianan-bench-"));
  try {
    const [child, says] = await startChild("./hub-process.ts", [join(folder, "hub")], env);
    try {
      const [httpUrl, key] = [String(says.httpUrl), String(says.firstKey)];
      const api = apiOf(httpUrl, key);
      await registerFleet(api, devices);
      return await work({ folder, port: Number(says.gb26875Port), httpUrl, key, api, child });
    } finally {
      await stop(child);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const loadOf = async (hub: BenchHub, more: Partial<FleetLoad>): Promise<FleetFigures> => {
  const load: FleetLoad = {
    ...{ port: hub.port, connections: 1, seconds: 1, warmUpSeconds: 2, rate: 0, alarmDevices: 0, alarmsPerSecond: 0 },
    ...{ out: join(hub.folder, "load.json"), deviceBytes: Number.POSITIVE_INFINITY, settleSeconds: 10, ...more },
  };
  // JSON has no infinity: the largest number that it has.
  const text = JSON.stringify({ ...load, deviceBytes: Math.min(load.deviceBytes, Number.MAX_SAFE_INTEGER) });
  const [, figures] = await startChild("./fleet-load.ts", [text]);
  return figures as unknown as FleetFigures;
};

export type Probe = { readonly p50Ms: number; readonly p99Ms: number; readonly maxMs: number };
/** The disk's own times, beside a run. */
export const probeOf = async (hub: BenchHub, seconds: number): Promise<Probe> => {
  const [, told] = await startChild("./fsync-probe.ts", [join(hub.folder, "probe"), String(seconds)]);
  return told as unknown as Probe;
};
