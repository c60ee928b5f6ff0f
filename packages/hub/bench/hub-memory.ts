// The resident set of a process, watched from outside of it: it may be too busy to say (Linux).
import { readFileSync } from "node:fs";
import { steadyMs } from "./fleet-device.ts";

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
