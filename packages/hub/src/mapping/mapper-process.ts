import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { createEvaluator, type EvaluateAnswer, type EvaluateTask } from "./evaluate.ts";

/** What the thread that evaluates may use of its heap. MiB. */
const HEAP = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };

/** What this process tells the hub. */
export type ProcessMessage = { readonly ready: true } | EvaluateAnswer;

/** It ends at once, whatever its thread does: the hub tells the end of the process, and starts another. */
const end = (): void => void process.kill(process.pid, "SIGKILL");

/** Listens for the hub, and for its end: a regular expression that never ends must not outlive it. */
const supervise = (): void => {
  const worker = new Worker(new URL(import.meta.url), { resourceLimits: HEAP });
  worker.on("message", (message: ProcessMessage) => void process.send?.(message));
  worker.on("error", end);
  worker.on("exit", end);
  process.on("message", (task: EvaluateTask) => worker.postMessage(task));
  process.on("disconnect", end);
};

const evaluate = (port: NonNullable<typeof parentPort>): void => {
  // What one expression could add to what all objects share, the next would see.
  for (const shared of [Object, Array, Function, String, Number, Boolean, Date, RegExp, Promise])
    Object.preventExtensions(shared.prototype);
  const run = createEvaluator();
  port.on("message", (task: EvaluateTask) => void run(task).then((answer) => port.postMessage(answer)));
  port.postMessage({ ready: true } satisfies ProcessMessage);
};

if (isMainThread) supervise();
else if (parentPort !== null) evaluate(parentPort);
