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

/** One transaction as it travels, and who waits for it. What was to be written may be forgotten by then: here it is bytes. */
type Transaction = { readonly jobs: PackedJob[]; readonly told: Told[]; writes: number };
/** One that is ready to travel. */
type Packed = Transaction & { readonly bytes: Uint8Array<ArrayBuffer> };

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
  /** Full ones, in order. */ let full: Packed[] = [];
  /** The one that is being filled; its bytes are in the arena. */ let open = newTransaction();
  /** Who waits for what is on its way. */ let sent: readonly Told[] = [];
  let scheduled = false;
  let ended = false;
  let closed: (() => void) | null = null;

  const post = (message: WriterMessage, transfer: ArrayBuffer[] = []): void => worker.postMessage(message, transfer);

  const shut = (): Packed => {
    const one = { ...open, bytes: arena.take() };
    open = newTransaction();
    return one;
  };
  /** Makes room for so many writes that belong together. */
  const makeRoom = (writes: number): void => {
    if (open.told.length > 0 && open.writes + writes > WRITES_MAX) full.push(shut());
  };
  const add = (job: PackedJob, writes: number, done: Told): void => {
    open.jobs.push(job);
    open.told.push(done);
    open.writes += writes;
    schedule();
  };

  const flush = (): void => {
    scheduled = false;
    if (ended || sent.length > 0) return;
    const next = full.shift() ?? (open.told.length > 0 ? shut() : null);
    if (next === null) {
      if (closed) post({ kind: "close" });
      return;
    }
    sent = next.told;
    post({ kind: "jobs", jobs: next.jobs, bytes: next.bytes }, [next.bytes.buffer]);
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
    if (full.length > 0 || open.told.length > 0 || closed) schedule();
  });
  const fail = (cause?: Error): void => {
    ended = true;
    const all = [...sent, ...full.flatMap(({ told }) => told), ...shut().told];
    sent = [];
    full = [];
    for (const done of all) done(new StoreError("closed", "the writer thread has ended", { cause }), noReceipt);
    closed?.();
  };
  worker.on("error", fail);
  worker.on("exit", () => fail());

  const failed = (done: Told, error: Error): void => queueMicrotask(() => done(error, noReceipt));
  const isOver = (done: Told): boolean => {
    if (!ended && closed === null) return false;
    failed(done, new StoreError("closed", "the store is closed"));
    return true;
  };

  return {
    epoch,
    // Packed at once: objects that wait for the transaction before theirs would be moved by V8 again and again.
    batch: (batch, done) => {
      // What the writer says of a batch is its receipt.
      const told = done as Told;
      if (isOver(told)) return;
      makeRoom(batch.writes.length);
      try {
        const job = isLightBatch(batch) ? putLightBatch(batch, arena, kinds) : packBatch(batch, arena, kinds);
        add(job, batch.writes.length, told);
      } catch (error) {
        failed(told, error as Error);
      }
    },
    side: (side) =>
      new Promise((resolve, reject) => {
        const told: Told = (error, value) => (error === null ? resolve(value) : reject(error));
        if (isOver(told)) return;
        makeRoom(1);
        add(side, 1, told);
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

const newTransaction = (): Transaction => ({ jobs: [], told: [], writes: 0 });
