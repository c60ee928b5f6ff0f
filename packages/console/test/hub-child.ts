// A hub as a process of its own, so that it can be stopped and killed as a power cut does it.
import { type ChildProcess, spawn } from "node:child_process";
import { defaultLimits, startHub } from "@dianan/hub";

/** Of a hub that is ready. */
export type HubSays = {
  readonly httpUrl: string;
  readonly httpPort: number;
  readonly gb26875Port: number;
  readonly firstKey: string | null;
  readonly setupCode: string | null;
};

/** Starts the hub of a data folder; port 0 is any free one. */
export const startHubChild = (
  dataDir: string,
  consoleDir: string,
  httpPort: number,
): Promise<readonly [ChildProcess, HubSays]> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--conditions=@dianan/source", import.meta.filename, dataDir, consoleDir, String(httpPort)],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += String(chunk);
      const line = text.split("\n").find((one) => one.startsWith("{"));
      if (line !== undefined && text.includes(`${line}\n`)) resolve([child, JSON.parse(line) as HubSays]);
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`the hub ended with ${code}: ${text}`)));
  });

/** Resolves when the process is gone. */
export const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
  });

if (import.meta.main) {
  const [dataDir = "", consoleDir = "", httpPort = "0"] = process.argv.slice(2);
  const hub = await startHub(
    {
      ...{ dataDir, consoleDir, httpHost: "127.0.0.1", httpPort: Number(httpPort), gb26875Host: "127.0.0.1" },
      ...{ gb26875Port: 0, platformCode: "JJLY01", platformName: "示例平台", city: null, utcOffsetMinutes: 480 },
      ...{ expectedPeriodMs: 300_000, linkGraceMs: 60_000, limits: { ...defaultLimits, requestRateFactor: 100 } },
    },
    { log: () => undefined },
  );
  const { httpUrl, gb26875Port, firstKey, setupCode } = hub;
  console.log(JSON.stringify({ httpUrl, httpPort: hub.httpPort, gb26875Port, firstKey, setupCode } satisfies HubSays));
}
