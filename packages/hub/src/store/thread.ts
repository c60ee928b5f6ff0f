import { Worker } from "node:worker_threads";

/**
 * Starts one of the store's threads, `writer` or `reader`. From source the file beside this one is run (Node strips the
 * types); in the built package both are entries of their own beside the bundle.
 */
export const startThread = (name: "writer" | "reader", workerData: unknown): Worker => {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new Worker(new URL(`./${name}.${extension}`, import.meta.url), { workerData, name: `dianan-${name}` });
};
