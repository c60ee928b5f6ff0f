import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Result } from "@dianan/sharing";
import { type Mapper, MapperError, type MappingFault } from "../ports/mapper.ts";
import type { EvaluateTask } from "./evaluate.ts";
import { faultOfEvaluation, mappingFault } from "./fault-words.ts";
import type { ProcessMessage } from "./mapper-process.ts";

/** After this an evaluation is stopped from outside. Its steps are counted, so that only what is one step can last as long. */
const STOP_MS = 5_000;
/** A process that nobody has used for so long ends. */
const IDLE_MS = 60_000;
/** Evaluations that wait for their turn. */
const WAITING_MAX = 2_000;

type Outcome = Result<unknown, MappingFault>;
type Job = {
  readonly owner: string;
  readonly task: Omit<EvaluateTask, "id">;
  /** Processes that ended by themselves while it ran. */ readonly attempts: number;
  readonly done: (outcome: Outcome) => void;
  readonly failed: (error: MapperError) => void;
};
type Running = Job & { readonly id: number; readonly timer: NodeJS.Timeout };

/**
 * No environment, no files to write, no process to start, no code from texts, no `__proto__`: an expression needs none of them. The
 * thread within it is its own (`--allow-worker`).
 */
const ARGUMENTS = [
  ...["--permission", "--allow-fs-read=*", "--allow-worker"],
  ...["--disable-proto=delete", "--disallow-code-generation-from-strings"],
];

const startProcess = (): ChildProcess => {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const { SystemRoot } = process.env;
  return fork(fileURLToPath(new URL(`./mapper-process.${extension}`, import.meta.url)), [], {
    execArgv: ARGUMENTS,
    // Windows starts no process without it.
    env: SystemRoot === undefined ? {} : { SystemRoot },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "json",
  });
};

/** One process that evaluates one expression at a time. It starts with the first and is replaced when it ends. */
export const createMapper = ({ stopMs = STOP_MS, idleMs = IDLE_MS, start = startProcess } = {}): Mapper => {
  const waiting = new Map<string, Job[]>();
  let count = 0;
  let child: ChildProcess | null = null;
  let isReady = false;
  let running: Running | null = null;
  let wasStopped = false;
  let nextId = 1;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  const put = (owner: string, job: Job, isFirst: boolean): void => {
    const jobs = waiting.get(owner);
    if (jobs === undefined) waiting.set(owner, [job]);
    else if (isFirst) jobs.unshift(job);
    else jobs.push(job);
    count += 1;
  };
  const take = (): Job | null => {
    const [first] = waiting;
    if (first === undefined) return null;
    const [owner, jobs] = first;
    const job = jobs.shift() ?? null;
    // To the end of the row: every other owner is before its next.
    waiting.delete(owner);
    if (jobs.length > 0) waiting.set(owner, jobs);
    count -= 1;
    return job;
  };
  const refuseAll = (error: MapperError): void => {
    for (let job = take(); job !== null; job = take()) job.failed(error);
  };
  const settled = (): Running | null => {
    const job = running;
    running = null;
    if (job !== null) clearTimeout(job.timer);
    return job;
  };

  const stop = (id: number): void => {
    // An answer that came while this thread was busy is read first.
    setImmediate(() =>
      setImmediate(() => {
        if (running?.id !== id) return;
        wasStopped = true;
        child?.kill("SIGKILL");
      }),
    );
  };

  const next = (): void => {
    if (running !== null || isClosed) return;
    if (count === 0) {
      child?.unref();
      child?.channel?.unref();
      return;
    }
    clearTimeout(idle);
    child ??= open();
    if (!isReady) return;
    const job = take();
    if (job === null) return;
    const id = nextId;
    nextId += 1;
    running = { ...job, id, timer: setTimeout(stop, stopMs, id) };
    child.send({ ...job.task, id } satisfies EvaluateTask);
  };

  /** Nothing more is asked of it: what comes next goes to another one. */
  const leave = (opened: ChildProcess): void => {
    if (child !== opened || running !== null) return;
    child = null;
    isReady = false;
    opened.kill("SIGKILL");
  };

  const open = (): ChildProcess => {
    const opened = start();
    isReady = false;
    wasStopped = false;
    opened.on("message", (message: ProcessMessage) => {
      if (child !== opened) return;
      if ("ready" in message) isReady = true;
      else if (message.id === running?.id) {
        const job = settled();
        if ("fault" in message) job?.done({ ok: false, error: faultOfEvaluation(message.fault) });
        else job?.done({ ok: true, value: JSON.parse(message.result) });
        idle = setTimeout(() => leave(opened), idleMs).unref();
      }
      next();
    });
    const ended = (): void => {
      if (child !== opened) return;
      const neverRan = !isReady;
      child = null;
      isReady = false;
      clearTimeout(idle);
      opened.kill("SIGKILL");
      const job = settled();
      // A process may end for reasons that are not the expression's: only of the second it is said that it is.
      if (job !== null && !wasStopped && job.attempts === 0) put(job.owner, { ...job, attempts: 1 }, true);
      else job?.done({ ok: false, error: mappingFault(wasStopped ? "mapping-time" : "mapping-memory") });
      if (neverRan) refuseAll(new MapperError("unavailable", "the process that evaluates mappings did not start"));
      next();
    };
    opened.on("error", ended);
    opened.on("exit", ended);
    return opened;
  };

  const add = (owner: string, task: Job["task"]): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(new MapperError("closed", "the hub is closing"));
      if (count >= WAITING_MAX) return reject(new MapperError("busy", "too many mappings wait for their turn"));
      put(owner, { owner, task, attempts: 0, done: resolve, failed: reject }, false);
      child?.ref();
      child?.channel?.ref();
      next();
    });

  return {
    run: ({ owner, expression, input, bindings }) =>
      add(owner, { expression, input, bindings: JSON.stringify(bindings) }),
    check: async (owner, expression) => {
      const outcome = await add(owner, { expression, input: null, bindings: "{}" });
      return outcome.ok ? null : outcome.error;
    },
    close: async () => {
      isClosed = true;
      clearTimeout(idle);
      const closing = new MapperError("closed", "the hub is closing");
      refuseAll(closing);
      settled()?.failed(closing);
      const ending = child;
      child = null;
      if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => ending.once("exit", () => resolve()));
      ending.ref();
      ending.kill("SIGKILL");
      await gone;
    },
  };
};
