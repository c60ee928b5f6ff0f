import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { type AdapterInfo, adapterInfo, PROTOCOL_VERSION, type Reply, type Request } from "./messages.ts";

/** How to start an adapter: a program that reads requests from its standard input, one line each. */
export type AdapterCommand = { readonly command: string; readonly args: readonly string[]; readonly cwd?: string };

/** Why an adapter gave no usable answer. `crashed`: it ended; `timeout`: no line in time; `garbage`: not one JSON object. */
export class AdapterError extends Error {
  readonly code: "not-started" | "crashed" | "timeout" | "garbage";
  constructor(code: AdapterError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AdapterError";
    this.code = code;
  }
}

/** A line longer than this is garbage; the largest honest answer is a few hundred KiB of JSON. */
const LINE_MAX = 4 * 1024 * 1024;
const STDERR_KEPT = 2_000;
const SHOWN = 120;

type Waiting = { readonly resolve: (line: string) => void; readonly reject: (error: AdapterError) => void };

/** One running adapter. After an {@link AdapterError} it is dead, and its caller starts another. */
export class AdapterProcess {
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  #partial = "";
  #errors = "";
  #ended: AdapterError | null = null;
  #waiting: Waiting | null = null;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stdout?.setEncoding("utf8").on("data", (text: string) => this.#hear(text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#errors = (this.#errors + text).slice(-STDERR_KEPT);
    });
    // An adapter that is gone cannot be written to; its end is reported by "close".
    child.stdin?.on("error", () => undefined);
    child.on("error", (cause) =>
      this.#end(new AdapterError("not-started", `cannot start: ${cause.message}`, { cause })),
    );
    child.on("close", (code, signal) => {
      const said = this.#errors.trim() === "" ? "" : `; it said: ${this.#errors.trim()}`;
      this.#end(new AdapterError("crashed", `ended with ${signal ?? `code ${code}`}${said}`));
    });
  }

  /** Starts an adapter and asks who it is. @throws AdapterError */
  static async start(how: AdapterCommand, timeoutMs: number): Promise<{ adapter: AdapterProcess; info: AdapterInfo }> {
    const child = spawn(how.command, [...how.args], {
      stdio: ["pipe", "pipe", "pipe"],
      // A group of its own, so that a wrapper script does not leave its program behind.
      detached: process.platform !== "win32",
      ...(how.cwd === undefined ? {} : { cwd: how.cwd }),
    });
    const adapter = new AdapterProcess(child);
    try {
      const info = adapterInfo(await adapter.ask({ op: "hello", proto: PROTOCOL_VERSION }, timeoutMs));
      if (info !== null) return { adapter, info };
      throw new AdapterError("garbage", "its answer to hello lacks ok, name, version, lang or features");
    } catch (error) {
      adapter.kill();
      throw error;
    }
  }

  /** Sends one request and waits for one line. @throws AdapterError */
  async ask(request: Request, timeoutMs: number): Promise<Reply> {
    const line = this.#next(timeoutMs);
    this.#child.stdin?.write(`${JSON.stringify(request)}\n`);
    return parse(await line);
  }

  /** Resident memory in bytes; null where the system does not say (it does on Linux). */
  async memory(): Promise<number | null> {
    const status = await readFile(`/proc/${this.#child.pid}/status`, "utf8").catch(() => "");
    const kib = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    return kib === undefined ? null : Number(kib) * 1024;
  }

  /** Lets it end by itself, and ends it when it does not. */
  async stop(graceMs: number): Promise<void> {
    if (this.#ended !== null) return;
    const closed = new Promise<void>((resolve) => this.#child.once("close", () => resolve()));
    this.#child.stdin?.end(`${JSON.stringify({ op: "stop" } satisfies Request)}\n`);
    const timer = setTimeout(() => this.kill(), graceMs);
    await closed;
    clearTimeout(timer);
  }

  kill(): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#ended?.code === "crashed") return;
    try {
      if (process.platform === "win32") this.#child.kill("SIGKILL");
      else process.kill(-pid, "SIGKILL");
    } catch {
      // It is gone already.
    }
  }

  #next(timeoutMs: number): Promise<string> {
    const line = this.#lines.shift();
    if (line !== undefined) return Promise.resolve(line);
    if (this.#ended !== null) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = null;
        reject(new AdapterError("timeout", `no answer within ${timeoutMs} ms`));
      }, timeoutMs);
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          this.#waiting = null;
          settle(value);
        };
      this.#waiting = { resolve: settled(resolve), reject: settled(reject) };
    });
  }

  #hear(text: string): void {
    const parts = (this.#partial + text).split("\n");
    this.#partial = parts.pop() ?? "";
    for (const line of parts) {
      if (this.#waiting === null) this.#lines.push(line);
      else this.#waiting.resolve(line);
    }
    const held = this.#lines.reduce((sum, { length }) => sum + length, this.#partial.length);
    if (held > LINE_MAX) {
      this.#end(new AdapterError("garbage", `more than ${LINE_MAX} characters that nobody asked for`));
      this.kill();
    }
  }

  #end(error: AdapterError): void {
    this.#ended ??= error;
    this.#waiting?.reject(this.#ended);
  }
}

const parse = (line: string): Reply => {
  const shown = line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new AdapterError("garbage", `not JSON: ${shown}`, { cause });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new AdapterError("garbage", `not a JSON object: ${shown}`);
  return value as Reply;
};
