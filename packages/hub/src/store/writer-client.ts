import { type Committed, noReceipt } from "../ports/commit.ts";
import { StoreError } from "../ports/store-error.ts";
import type { Batch } from "../ports/write.ts";
import { createArena } from "./arena.ts";
import { isLightBatch, putLightBatch } from "./light-batch.ts";
import type { Job, PackedJob, WriterMessage, WriterOptions, WriterReply } from "./message.ts";
import { packBatch } from "./packed-batch.ts";
import { createRowKinds } from "./row-kinds.ts";
import type { StartThread } from "./thread.ts";

/** Writes in one transaction: bounds how long the first waits for the last. A frame is two of them. */
const WRITES_MAX = 8_000;

type Side = Exclude<Job, { readonly kind: "batch" }>;
type Told = (error: Error | null, value: unknown) => void;
type Waiting =
  | { readonly batch: Batch; readonly done: Told }
  | { readonly batch: null; readonly side: Side; readonly done: Told };

export type WriterClient = {
  readonly epoch: string;
  /** `done` is called once, never before this returns. */ batch(batch: Batch, done: Committed): void;
  side(job: Side): Promise<unknown>;
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

  const kinds = createRowKinds();
  const arena = createArena();
  let waiting: Waiting[] = [];
  /** Who waits for what is on its way: what they have written may be forgotten once it is packed. */
  let sent: readonly Told[] = [];
  let scheduled = false;
  let ended = false;
  let closed: (() => void) | null = null;

  const post = (message: WriterMessage, transfer: ArrayBuffer[] = []): void => worker.postMessage(message, transfer);

  const pack = (one: Waiting): PackedJob => {
    if (one.batch === null) return one.side;
    return isLightBatch(one.batch) ? putLightBatch(one.batch, arena, kinds) : packBatch(one.batch, arena, kinds);
  };

  const flush = (): void => {
    scheduled = false;
    if (ended || sent.length > 0) return;
    if (waiting.length === 0) {
      if (closed) post({ kind: "close" });
      return;
    }
    const packed: Told[] = [];
    const jobs: PackedJob[] = [];
    const now = waiting;
    waiting = now.splice(placesOf(now));
    for (const one of now) {
      try {
        jobs.push(pack(one));
        packed.push(one.done);
      } catch (error) {
        one.done(error as Error, noReceipt);
      }
    }
    if (jobs.length === 0) {
      flush();
      return;
    }
    sent = packed;
    const buffer = arena.take();
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
    for (let index = 0; index < answered.length; index += 1) {
      const done = answered[index] as Told;
      const result = reply.results[index];
      if (result === null) done(null, noReceipt);
      else if (result?.ok) done(null, result.value);
      else done(new StoreError(result?.code ?? "failed", result?.message ?? "no result"), noReceipt);
    }
    committed(answered.length, reply.ms);
    if (waiting.length > 0 || closed) schedule();
  });
  const fail = (cause?: Error): void => {
    ended = true;
    const all = [...sent, ...waiting.splice(0).map(({ done }) => done)];
    sent = [];
    for (const done of all) done(new StoreError("closed", "the writer thread has ended", { cause }), noReceipt);
    closed?.();
  };
  worker.on("error", fail);
  worker.on("exit", () => fail());

  const take = (one: Waiting): void => {
    if (ended || closed) {
      queueMicrotask(() => one.done(new StoreError("closed", "the store is closed"), noReceipt));
      return;
    }
    waiting.push(one);
    schedule();
  };

  return {
    epoch,
    // What the writer says of a batch is its receipt.
    batch: (batch, done) => take({ batch, done: done as Told }),
    side: (side) =>
      new Promise((resolve, reject) => {
        const done: Told = (error, value) => (error === null ? resolve(value) : reject(error));
        take({ batch: null, side, done });
      }),
    close: async () => {
      if (ended) return;
      await new Promise<void>((resolve) => {
        closed = resolve;
        schedule();
      });
    },
  };
};

/** How many of them share the next transaction: at least one. */
const placesOf = (all: readonly Waiting[]): number => {
  let writes = 0;
  let places = 0;
  for (const { batch } of all) {
    writes += batch?.writes.length ?? 1;
    if (writes > WRITES_MAX && places > 0) break;
    places += 1;
  }
  return places;
};
