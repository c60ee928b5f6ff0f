import { Worker } from "node:worker_threads";

/**
 * What the store's two clients need of the thread behind them. It is told to close and then ends by itself, with what
 * it was asked before done.
 */
export type StoreThread = Pick<Worker, "postMessage" | "on" | "once">;
export type StartThread = (name: "writer" | "reader", workerData: unknown) => StoreThread;

/**
 * Starts one of the store's threads, `writer` or `reader`. From source the file beside this one is run (Node strips the
 * types); in the built package both are entries of their own beside the bundle.
 */
export const startThread: StartThread = (name, workerData) => {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new Worker(new URL(`./${name}.${extension}`, import.meta.url), { workerData, name: `dianan-${name}` });
};
