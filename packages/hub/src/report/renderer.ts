import { Worker } from "node:worker_threads";
import type { ReportFormat } from "../ports/reports.ts";
import type { MadeFile, PrintWork, RenderReply } from "./render-message.ts";

/** This machine cannot make PDF. */
export class NoPdfHere extends Error {}

export type Renderer = {
  /** @returns files, and characters that the font does not have @throws NoPdfHere, Error */
  render(
    work: PrintWork,
    formats: readonly ReportFormat[],
  ): Promise<{ readonly files: readonly MadeFile[]; readonly missing: readonly string[] }>;
  close(): void;
};

/** A thread without work ends after this: its fonts take some 40 MB. */
const IDLE_MS = 30_000;

type Waiting = { readonly done: (reply: RenderReply) => void; readonly failed: (error: Error) => void };

/** Makes files in a thread that starts with the first report and ends when there are none for a while. */
export const createRenderer = (): Renderer => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let count = 0;

  const start = (): Worker => {
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const started = new Worker(new URL(`./render-thread.${extension}`, import.meta.url), { name: "dianan-reports" });
    started.unref();
    started.on("message", (reply: RenderReply) => {
      const one = waiting.get(reply.id);
      waiting.delete(reply.id);
      one?.done(reply);
    });
    const over = (error: Error): void => {
      if (worker === started) worker = null;
      for (const one of waiting.values()) one.failed(error);
      waiting.clear();
    };
    started.on("error", over);
    started.on("exit", () => over(new Error("the thread of reports ended")));
    return started;
  };
  const end = (): void => {
    clearTimeout(idle);
    worker?.postMessage("end");
    worker = null;
  };

  return {
    render: async (work, formats) => {
      clearTimeout(idle);
      worker ??= start();
      const id = ++count;
      const running = worker;
      const reply = await new Promise<RenderReply>((done, failed) => {
        waiting.set(id, { done, failed });
        running.postMessage({ id, work, formats });
      });
      if (waiting.size === 0) idle = setTimeout(end, IDLE_MS).unref();
      if (!reply.ok) throw reply.isNoPdf ? new NoPdfHere(reply.message) : new Error(reply.message);
      return reply;
    },
    close: end,
  };
};
