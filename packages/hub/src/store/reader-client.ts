import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../ports/store-error.ts";
import type { ReaderMessage, ReaderReply } from "./message.ts";
import { createQueries, type Queries } from "./queries.ts";
import type { StartThread } from "./thread.ts";

export type ReaderClient = {
  /** Runs a query, a long one in the reader thread. What was committed before the call is seen. */
  ask<Q extends keyof Queries>(query: Q, ...args: Parameters<Queries[Q]>): Promise<unknown>;
  close(): Promise<void>;
};

/**
 * Look-ups of one row by its key, and of a few hundred: of what one push to a destination sends, which must not wait behind a long query.
 * They take no longer than the way to another thread and back: the thread that asks answers them itself.
 */
const POINTS = [
  ...(["record", "records", "sentVersion", "due", "standing"] as const),
  ...(["accessItem", "accessFind", "feed", "deviceState"] as const),
] as const;
type Point = (typeof POINTS)[number];
const isPoint = (query: keyof Queries): query is Point => (POINTS as readonly string[]).includes(query);

/** @param file - a database that a writer has already opened */
const openPoints = (file: string) => {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec("PRAGMA busy_timeout = 1000; PRAGMA cache_size = -8192");
  const queries = createQueries(database) as { readonly [query: string]: (...args: readonly unknown[]) => unknown };
  return {
    ask: (query: Point, args: readonly unknown[]): unknown => {
      try {
        return queries[query]?.(...args);
      } catch (cause) {
        throw new StoreError("failed", cause instanceof Error ? cause.message : String(cause), { cause });
      }
    },
    close: () => database.close(),
  };
};

/** @param file - a database that a writer has already opened */
export const openReaderClient = (file: string, start: StartThread): ReaderClient => {
  const points = openPoints(file);
  const worker = start("reader", { file });
  const asked = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  let lastId = 0;
  let ended = false;
  let closed: (() => void) | null = null;
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
    closed?.();
  };
  worker.on("error", fail);
  worker.on("exit", () => fail());
  return {
    ask: (query, ...args) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new StoreError("closed", "the store is closed"));
        if (isPoint(query)) return resolve(points.ask(query, args));
        lastId += 1;
        asked.set(lastId, { resolve, reject });
        worker.postMessage({ id: lastId, query, args } satisfies ReaderMessage);
      }),
    close: async () => {
      if (ended) return;
      ended = true;
      points.close();
      await new Promise<void>((resolve) => {
        closed = resolve;
        worker.postMessage(null satisfies ReaderMessage);
      });
    },
  };
};
