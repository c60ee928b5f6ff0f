// Processes of a benchmark: each says where it listens in its first line of JSON.
import { type ChildProcess, spawn } from "node:child_process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const SOURCE = "--conditions=@dianan/source";

/** Starts a file of this folder and resolves with the first JSON line it prints. */
export const startChild = (
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<[ChildProcess, Record<string, unknown>]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SOURCE, new URL(file, import.meta.url).pathname, ...args], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    let text = "";
    child.stdout?.on("data", (chunk) => {
      text += String(chunk);
      const line = text.split("\n").find((one) => one.startsWith("{"));
      if (line && text.includes(`${line}\n`)) resolve([child, JSON.parse(line) as Record<string, unknown>]);
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`${file} ended with ${code}`)));
  });

export const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.removeAllListeners("exit");
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });

/** In a child: tells its parent how much of the processors it has used, threads included. */
export const tellCpu = (): void => {
  process.on("message", (what) => {
    const { user, system } = process.cpuUsage();
    process.send?.(what === "memory" ? memoryNow() : user + system);
  });
};

/** After what is no longer needed was given up. */
const memoryNow = (): Memory => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heapUsed, external };
};
/** Bytes. What is external is a part of the resident set. */
export type Memory = { readonly rss: number; readonly heapUsed: number; readonly external: number };

/** The next answer of a child to a message. Rejects when it ends first. */
export const ask = <T>(child: ChildProcess, what: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const gone = (code: number | null): void => reject(new Error(`asked ${what}, it ended with ${code}`));
    child.once("exit", gone);
    child.once("message", (answer) => {
      child.off("exit", gone);
      resolve(answer as T);
    });
    child.send(what);
  });

/** What a child that tells it has used of the processors. Microseconds. */
export const cpuOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => {
    child.once("message", (used) => resolve(Number(used)));
    child.send("cpu");
  });

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
