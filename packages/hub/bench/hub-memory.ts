// The resident set of a process, watched from outside of it: it may be too busy to say (Linux).
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { ask, type Memory } from "./child.ts";
import { steadyMs } from "./fleet-device.ts";
import { pause } from "./hub-parts.ts";

export type MemoryWatch = {
  /** The most that was seen between two instants of steadyMs. Bytes; NaN: nobody looked. */
  most(from: number, until: number): number;
  stop(): void;
};
const LOOK_MS = 200;

/** Bytes. @throws Error (`ENOENT`) for a process that is not there, TypeError where the system does not say it */
export const residentBytes = (pid: number): number => {
  const line = /^VmRSS:\s+([0-9]+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  if (line === null) throw new TypeError(`/proc/${pid}/status has no VmRSS`);
  return Number(line[1]) * 1_024;
};

export const watchMemory = (pid: number): MemoryWatch => {
  const seen: (readonly [at: number, bytes: number])[] = [];
  const look = (): void => void seen.push([steadyMs(), residentBytes(pid)]);
  look();
  const timer = setInterval(look, LOOK_MS);
  return {
    most: (from, until) =>
      seen.reduce((most, [at, bytes]) => (at >= from && at <= until && !(bytes <= most) ? bytes : most), Number.NaN),
    stop: () => clearInterval(timer),
  };
};

/** V8 keeps the pages of what was collected for some seconds, and longer when it collects again: it is over once so many looks find no less. */
const QUIET_LOOKS = 8;
const LOOKS_MAX = 60;

/** The resident set once it no longer falls. Bytes. */
const restingBytes = async (pid: number, lookMs: number): Promise<number> => {
  let least = residentBytes(pid);
  for (let [looks, quiet] = [0, 0]; looks < LOOKS_MAX && quiet < QUIET_LOOKS; looks += 1) {
    await pause(lookMs);
    const now = residentBytes(pid);
    quiet = now > 0.99 * least ? quiet + 1 : 0;
    least = Math.min(least, now);
  }
  return least;
};
/** Memory after collections, once the resident set no longer falls: one may leave what the next one finds. */
export const restingMemory = async (child: ChildProcess, lookMs: number): Promise<Memory> => {
  await ask<Memory>(child, "memory");
  const first = await restingBytes(child.pid ?? 0, lookMs);
  const collected = await ask<Memory>(child, "memory");
  const second = await restingBytes(child.pid ?? 0, lookMs);
  return { ...collected, rss: Math.min(first, second) };
};
