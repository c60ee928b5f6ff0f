import { StoreError } from "../ports/store.ts";
import type { ReaderMessage, ReaderReply } from "./message.ts";
import type { Queries } from "./queries.ts";
import { startThread } from "./thread.ts";

export type ReaderClient = {
  /** Runs a query in the reader thread. What was committed before the call is seen. */
  ask<Q extends keyof Queries>(query: Q, ...args: Parameters<Queries[Q]>): Promise<unknown>;
  close(): Promise<void>;
};

/** @param file - a database that a writer has already opened */
export const openReaderClient = (file: string): ReaderClient => {
  const worker = startThread("reader", { file });
  const asked = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  let lastId = 0;
  let ended = false;
  worker.on("message", (reply: ReaderReply) => {
    const one = asked.get(reply.id);
    asked.delete(reply.id);
    if (reply.ok) one?.resolve(reply.value);
    else one?.reject(new StoreError(reply.code, reply.message));
  });
  const fail = (cause?: Error): void => {
    ended = true;
    for (const one of asked.values()) one.reject(new StoreError("closed", "the reader thread has ended", { cause }));
    asked.clear();
  };
  worker.on("error", fail);
  worker.on("exit", () => fail());
  return {
    ask: (query, ...args) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new StoreError("closed", "the store is closed"));
        lastId += 1;
        asked.set(lastId, { resolve, reject });
        worker.postMessage({ id: lastId, query, args } satisfies ReaderMessage);
      }),
    close: async () => {
      ended = true;
      await worker.terminate();
    },
  };
};
