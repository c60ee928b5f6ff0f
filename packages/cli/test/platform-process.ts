// A platform as it is run: `dianan hub` as a process of its own that a test kills and starts again on the same data and port.
import { createClient, type DianAnClient } from "@dianan/open-api";
import { type Administrator, firstAdministrator } from "./people.ts";
import { type Running, scratchFolder, startDianan } from "./run-dianan.ts";

export type PlatformProcess = {
  readonly code: string;
  readonly url: string;
  /** With the first key. */ readonly api: DianAnClient;
  /** Without a credential of its own: for the headers of `admin`. */ readonly person: DianAnClient;
  readonly key: string;
  readonly admin: Administrator;
  /** kill -9, and up again; resolves when it listens. */ kill(): Promise<void>;
  /** The end of its log. */ log(): string;
  end(): Promise<void>;
};

const READY = "Ctrl-C";
const READY_MS = 90_000;

const ready = async (running: Running): Promise<void> => {
  const until = performance.now() + READY_MS;
  let isOver = false;
  void running.ended.then(() => {
    isOver = true;
  });
  while (!running.out().includes(READY)) {
    if (isOver || performance.now() > until) throw new Error(`it did not start: ${running.out()}${running.err()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Starts a fresh platform with its first administrator. @param more - options of `dianan hub` */
export const startPlatform = async (code: string, more: readonly string[] = []): Promise<PlatformProcess> => {
  const folder = scratchFolder();
  const start = (port: string): Running =>
    startDianan([
      ...["hub", "--http-port", port, "--gb26875-port", "0", "--gb26875-host", "127.0.0.1", "--data", folder.path],
      ...["--platform-code", code, "--platform-name", `平台 ${code}`, "--outbound-allow", "127.0.0.1"],
      // Nobody is heard here, and nobody is missed.
      ...["--expected-period-minutes", "360", "--backup-every-hours", "0", ...more],
    ]);
  let running = start("0");
  await ready(running);
  const text = running.out();
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? "";
  const key = /da_[\w-]+/.exec(text)?.[0] ?? "";
  const admin = await firstAdministrator(url, /Administrator (\S+)/.exec(text)?.[1] ?? "");
  let log = "";
  return {
    ...{ code, url, key, admin },
    api: createClient({ baseUrl: url, key, retry: false }),
    person: createClient({ baseUrl: url, retry: false }),
    kill: async () => {
      running.child.kill("SIGKILL");
      await running.ended;
      log += running.err();
      running = start(new URL(url).port);
      await ready(running);
    },
    log: () => `${log}${running.err()}`.slice(-3_000),
    end: async () => {
      await running.stop();
      folder.remove();
    },
  };
};
