import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";

/**
 * What the store's two clients need of the thread behind them. It is told to close and then ends by itself, with what
 * it was asked before done.
 */
export type StoreThread = Pick<Worker, "postMessage" | "on" | "once">;
export type StartThread = (name: "writer" | "reader", workerData: unknown) => StoreThread;

/**
 * V8 13.6 crashes the process when two threads tier up one wrapper of WebAssembly's imports at the same time
 * ("jit_page_->allocations_.erase"). Node strips types by WebAssembly, in every thread that runs from source: threads started
 * after this tier none up.
 */
const keepWrappers = (): void => setFlagsFromString("--wasm-wrapper-tiering-budget=1000000000");

/**
 * Starts one of the store's threads, `writer` or `reader`. From source the file beside this one is run (Node strips the
 * types); in the built package both are entries of their own beside the bundle.
 */
export const startThread: StartThread = (name, workerData) => {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  if (extension === "ts") keepWrappers();
  return new Worker(new URL(`./${name}.${extension}`, import.meta.url), { workerData, name: `dianan-${name}` });
};
