// A hub as a process of its own, for tests that kill it.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The long tier starts it a thousand times, as it was built: that takes half the time. */
const CONDITIONS = process.env.DIANAN_BUILT === "1" ? [] : ["--conditions=@dianan/source"];

export type HubChild = {
  readonly process: ChildProcess;
  readonly httpUrl: string;
  readonly gb26875Port: number;
  readonly doorPorts: readonly number[];
  /** Null when the data folder had a key already. */ readonly firstKey: string | null;
  /** The end of what it has written to its log. */ log(): string;
};

/**
 * Starts a hub on a data folder; rejects with what it wrote to its log when it ends before it listens.
 *
 * @param env - more of its environment
 */
export const startHubChild = (dataDir: string, env: NodeJS.ProcessEnv = {}): Promise<HubChild> =>
  new Promise((resolve, reject) => {
    const main = fileURLToPath(new URL("./hub-main.ts", import.meta.url));
    const child = spawn(process.execPath, [...CONDITIONS, main, dataDir], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    let log = "";
    child.stderr.on("data", (chunk) => {
      log = (log + String(chunk)).slice(-10_000);
    });
    child.stdout.once("data", (chunk) => resolve({ process: child, log: () => log, ...JSON.parse(String(chunk)) }));
    child.once("exit", (code) => reject(new Error(`the hub ended with ${code}: ${log}`)));
  });

/** kill -9, and waits until it is gone. */
export const killHubChild = ({ process: child }: HubChild): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
