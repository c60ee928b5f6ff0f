import { StoreError } from "../ports/store-error.ts";
import type { Batch } from "../ports/write.ts";
import { createLatestDue } from "./latest-due.ts";
import type { Job, WriterMessage, WriterOptions, WriterReply } from "./message.ts";
import { type Arena, packBatch } from "./packed-batch.ts";
import type { StartThread } from "./thread.ts";

/** Jobs in one transaction: bounds how long the first waits for the last. */
const JOBS_MAX = 4_000;

type Waiting = {
  readonly pack: (arena: Arena) => Job;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};

export type WriterClient = {
  readonly epoch: string;
  batch(batch: Batch): Promise<unknown>;
  side(job: Exclude<Job, { readonly kind: "batch" }>): Promise<unknown>;
  close(): Promise<void>;
};

/**
 * The main thread's end of the writer. While one transaction is on its way, what comes in waits and becomes the next
 * one (group commit): no timer, and never more than one transaction queued.
 *
 * @param committed - told after each transaction: its jobs and milliseconds in the writer
 * @param soon - runs something after the poll phase, so that all frames that are already in the sockets share the transaction
 */
export const openWriterClient = async (
  options: WriterOptions,
  committed: (jobs: number, ms: number) => void,
  start: StartThread,
  soon: (run: () => void) => void,
): Promise<WriterClient> => {
  const worker = start("writer", options);
  const epoch = await new Promise<string>((resolve, reject) => {
    worker.once("message", (reply: WriterReply) =>
      reply.kind === "ready"
        ? resolve(reply.epoch)
        : reject(
            new StoreError("failed", reply.kind === "refused" ? reply.message : "the writer thread did not start"),
          ),
    );
    worker.once("error", (cause) => reject(new StoreError("failed", "the writer thread did not start", { cause })));
  });

  const isLatestDue = createLatestDue();
  const waiting: Waiting[] = [];
  let sent: readonly Waiting[] = [];
  let scheduled = false;
  let ended = false;
  let closed: (() => void) | null = null;

  const post = (message: WriterMessage, transfer: ArrayBuffer[] = []): void => worker.postMessage(message, transfer);

  const flush = (): void => {
    scheduled = false;
    if (ended || sent.length > 0) return;
    if (waiting.length === 0) {
      if (closed) post({ kind: "close" });
      return;
    }
    const bytes = createArena();
    const packed: Waiting[] = [];
    const jobs: Job[] = [];
    for (const one of waiting.splice(0, JOBS_MAX)) {
      try {
        jobs.push(one.pack(bytes));
        packed.push(one);
      } catch (error) {
        one.reject(error as Error);
      }
    }
    if (jobs.length === 0) {
      flush();
      return;
    }
    sent = packed;
    const buffer = bytes.take();
    post({ kind: "jobs", jobs, bytes: buffer }, [buffer.buffer]);
  };
  const schedule = (): void => {
    if (scheduled || sent.length > 0) return;
    scheduled = true;
    soon(flush);
  };

  worker.on("message", (reply: WriterReply) => {
    if (reply.kind !== "done") return;
    const answered = sent;
    sent = [];
    for (const [index, one] of answered.entries()) {
      const result = reply.results[index];
      if (result?.ok) one.resolve(result.value);
      else one.reject(new StoreError(result?.code ?? "failed", result?.message ?? "no result"));
    }
    committed(answered.length, reply.ms);
    if (waiting.length > 0 || closed) schedule();
  });
  const fail = (cause?: Error): void => {
    ended = true;
    for (const one of [...sent, ...waiting.splice(0)])
      one.reject(new StoreError("closed", "the writer thread has ended", { cause }));
    sent = [];
    closed?.();
  };
  worker.on("error", fail);
  worker.on("exit", () => fail());

  const run = (pack: Waiting["pack"]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended || closed) return reject(new StoreError("closed", "the store is closed"));
      waiting.push({ pack, resolve, reject });
      schedule();
    });

  return {
    epoch,
    batch: (batch) => run((arena) => packBatch(batch, arena, isLatestDue)),
    side: (job) => run(() => job),
    close: async () => {
      if (ended) return;
      await new Promise<void>((resolve) => {
        closed = resolve;
        schedule();
      });
    },
  };
};

const createArena = (): Arena & { readonly take: () => Uint8Array<ArrayBuffer> } => {
  // Many a message has no bytes.
  let buffer = new Uint8Array(0);
  let used = 0;
  return {
    place: (bytes) => {
      if (used + bytes.length > buffer.length) {
        const grown = new Uint8Array(Math.max(1_024, buffer.length * 2, used + bytes.length));
        grown.set(buffer.subarray(0, used));
        buffer = grown;
      }
      buffer.set(bytes, used);
      used += bytes.length;
      return [used - bytes.length, bytes.length];
    },
    take: () => buffer,
  };
};
