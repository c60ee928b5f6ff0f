import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** A `dianan` that runs: the real program from its sources. */
export type Running = {
  readonly child: ChildProcess;
  /** Everything printed so far. */ readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<Ended>;
  /** Asks it to stop and waits for its end. */ stop(): Promise<Ended>;
};

/** Starts `dianan` with these words in a folder. Environment variables of its own are set by the test alone. */
export const startDianan = (words: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = process.cwd()): Running => {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("DIANAN_")));
  const child = spawn(process.execPath, ["--conditions=@dianan/source", MAIN, ...words], {
    cwd,
    env: { ...clean, ...env },
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
  const stop = (): Promise<Ended> => {
    child.kill("SIGTERM");
    return ended;
  };
  return { child, out: () => out, err: () => err, ended, stop };
};

/** Runs `dianan` to its end, with this text on standard input. */
export const dianan = (
  words: readonly string[],
  input: string | Uint8Array = "",
  env: NodeJS.ProcessEnv = {},
  cwd?: string,
): Promise<Ended> => {
  const running = startDianan(words, env, cwd);
  running.child.stdin?.end(input);
  return running.ended;
};

/** Objects that were printed, one a line. */
export const printed = ({ out }: Ended): readonly { readonly [name: string]: never }[] =>
  out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { readonly [name: string]: never });

/** A folder that is gone when the test is over. */
export const scratchFolder = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), "dianan 电安 "));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};
