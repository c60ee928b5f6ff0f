import { Worker } from "node:worker_threads";
import type { TableMessage, TableTask } from "./table-message.ts";

/** Longest time in which a spreadsheet must be read. */
const READ_MS = 5 * 60_000;
/** What its thread may use; a workbook within the limits of its size needs a fraction. MiB. */
const HEAP_MAX = 1_024;

/** The thread ended without a word: its memory or its time was not enough. */
export class TableThreadError extends Error {}

/**
 * What a spreadsheet says, message by message, read in a thread of its own. Leaving the loop ends the thread.
 *
 * @param signal - ends it from outside; the loop then ends as if the thread had failed
 * @throws TableThreadError
 */
export async function* readTable(task: TableTask, signal: AbortSignal): AsyncGenerator<TableMessage, void, void> {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const worker = new Worker(new URL(`./table-thread.${extension}`, import.meta.url), {
    workerData: task,
    name: "dianan-table",
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX },
  });
  const waiting: ((message: TableMessage | null) => void)[] = [];
  const come: (TableMessage | null)[] = [];
  const give = (message: TableMessage | null): void => {
    const take = waiting.shift();
    if (take) take(message);
    else come.push(message);
  };
  worker.on("message", give);
  worker.on("error", () => give(null));
  const gone = new Promise<void>((resolve) => worker.on("exit", () => resolve()));
  void gone.then(() => give(null));
  const stop = (): void => void worker.terminate();
  const timer = setTimeout(stop, READ_MS);
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  // Its last word said, it ends by itself.
  let isLast = false;
  try {
    for (;;) {
      const message = come.shift() ?? (await new Promise<TableMessage | null>((resolve) => waiting.push(resolve)));
      if (message === null || signal.aborted) throw new TableThreadError("the table's thread ended early");
      isLast = message.kind === "refused" || message.kind === "done";
      yield message;
      if (isLast) return;
      if (message.kind === "head" && message.header.length > 0) return;
      worker.postMessage(null);
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    if (!isLast) stop();
    await gone;
  }
}
