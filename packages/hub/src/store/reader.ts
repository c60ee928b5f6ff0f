// A reader thread: its own read-only connection, so that a long query stops neither frames nor commits.
import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import type { ReaderMessage, ReaderReply } from "./message.ts";
import { PositionError } from "./page-query.ts";
import { createQueries } from "./queries.ts";

const database = new DatabaseSync((workerData as { readonly file: string }).file, { readOnly: true });
database.exec("PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536");
const queries = createQueries(database) as { readonly [query: string]: (...args: readonly unknown[]) => unknown };

parentPort?.on("message", (message: ReaderMessage) => {
  if (message === null) {
    database.close();
    parentPort?.close();
    return;
  }
  const { id, query, args } = message;
  let reply: ReaderReply;
  try {
    reply = { id, ok: true, value: queries[query]?.(...args) };
  } catch (error) {
    const code = error instanceof PositionError ? "bad-position" : "failed";
    reply = { id, ok: false, code, message: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(reply);
});
